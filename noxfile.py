"""Every task of the project, one session each: ``python noxfile.py -s docs``.

Run as a script, this file fetches nox itself into ``.nox/bootstrap``, so that a machine
with Python and pip needs nothing else. With nox installed, ``nox -s docs`` is the same.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parent
BOOTSTRAP = ROOT / ".nox" / "bootstrap"

try:
    import nox
except ImportError:
    if not BOOTSTRAP.exists():
        # Debian's Python may lack ensurepip, without which it makes no environments; uv can.
        wanted = ["nox>=2025.2.9", *([] if find_spec("ensurepip") else ["uv>=0.5"])]
        command = [sys.executable, "-m", "pip", "install", "--quiet", *wanted]
        subprocess.run([*command, "--target", str(BOOTSTRAP)], check=True)
    sys.path.insert(0, str(BOOTSTRAP))
    import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|venv"
nox.options.sessions = ["lint", "typecheck", "tests", "docs"]

PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
HTML = ROOT / "docs" / "_build" / "html"
SINGLE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def install(session: nox.Session, *groups: str) -> None:
    """Install the package and the dependency groups a session needs."""
    requirements = nox.project.dependency_groups(PROJECT, *groups) if groups else ()
    session.install("-e", ".", *requirements)


def sphinx(session: nox.Session, builder: str, *options: str) -> Path:
    """Build the documentation with warnings as errors; return the folder it is in."""
    out = ROOT / "docs" / "_build" / builder
    session.run(
        "sphinx-build", "-n", "-W", "--keep-going", "-j", "auto", "-q", "-b", builder,
        "-d", "docs/_build/doctrees", *options, "docs", str(out),
        env=SINGLE_THREAD,
    )  # fmt: skip
    return out


def need_browser(session: nox.Session) -> str:
    """Return where Chromium is; end the session if it or the site is missing."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        session.error("Chromium이 없습니다. 예: apt-get install chromium fonts-nanum")
    if not (HTML / "index.html").exists():
        session.error("지어진 사이트가 없습니다. 먼저: python noxfile.py -s docs")
    return chromium


@nox.session
def docs(session: nox.Session) -> None:
    """사이트를 짓고 어디를 열면 되는지 알려 줍니다 (Pyodide도 담으려면: -- --self-hosted)."""
    install(session, "docs")
    if "--self-hosted" in session.posargs:
        session.install("pip")
        folder = session.run("python", "tests/browser/pyodide.py", silent=True)
        session.env["NNNOTES_PYODIDE"] = str(folder).strip()
    out = sphinx(session, "html")
    session.log(f"사이트를 다 지었습니다. 여기를 여십시오: {(out / 'index.html').as_uri()}")


@nox.session
def tests(session: nox.Session) -> None:
    """모든 시험: 패키지, doctest, 확장, 지어진 사이트 (덮임 100 %)."""
    install(session, "test", "docs")
    session.run("coverage", "erase")
    doctest_modules = ("--doctest-modules", "src")
    session.run(
        "pytest", "-n", "auto", "--cov", "--cov-report=term", *doctest_modules, "tests",
        "--ignore=tests/browser", "--ignore=tests/benchmarks", *session.posargs,
        env=SINGLE_THREAD,
    )  # fmt: skip


@nox.session
def doctest(session: nox.Session) -> None:
    """문서 문자열의 예제만 실행합니다."""
    install(session, "test")
    session.run("pytest", "--doctest-modules", "src", *session.posargs, env=SINGLE_THREAD)


@nox.session
def serve(session: nox.Session) -> None:
    """사이트를 보여 주며, 고친 쪽만 다시 실행하고 화면을 새로 고칩니다."""
    install(session, "docs")
    session.install("sphinx-autobuild>=2024.10.3")
    session.run(
        "sphinx-autobuild", "-n", "-j", "auto", "-d", "docs/_build/doctrees",
        "--watch", "src", "--watch", "gallery",
        "--ignore", "docs/gallery/*", "--ignore", "docs/_build/*", "--ignore", "*.mo",
        *(session.posargs or ["--open-browser"]), "docs", str(HTML),
        env=SINGLE_THREAD,
    )  # fmt: skip


@nox.session
def lint(session: nox.Session) -> None:
    """ruff로 코드의 모양을 살핍니다."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def typecheck(session: nox.Session) -> None:
    """mypy --strict로 형을 살핍니다."""
    install(session, "typecheck")
    session.install("nox")
    session.run("mypy")


@nox.session
def browser(session: nox.Session) -> None:
    """지어진 사이트를 진짜 Chromium에서 시험합니다."""
    chromium = need_browser(session)
    install(session, "browser")
    session.run("pytest", "-n", "2", "tests/browser", *session.posargs, env={"CHROMIUM": chromium})


@nox.session(default=False)
def linkcheck(session: nox.Session) -> None:
    """바깥 링크가 살아 있는지 살핍니다 (인터넷이 있어야 합니다)."""
    try:
        urlopen("https://doi.org", timeout=20).close()
    except OSError as problem:
        session.error(f"인터넷에 닿지 않습니다. https://doi.org: {problem}")
    install(session, "docs")
    sphinx(session, "linkcheck")


@nox.session(default=False, python=["3.11", "3.12", "3.13"])
def versions(session: nox.Session) -> None:
    """있는 파이썬마다 모든 시험을 되풀이합니다."""
    tests(session)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """속도를 같은 실행 안의 비로 재어 표로 보여 줍니다."""
    environment = {**SINGLE_THREAD, "CHROMIUM": need_browser(session)}
    install(session, "test", "browser")
    for script in sorted(ROOT.glob("tests/benchmarks/bench_*.py")):
        session.run("python", str(script), env=environment)


FRAMEWORKS = sorted(path.stem for path in ROOT.glob("docs/frameworks/requirements/*.txt"))


@nox.session(default=False, venv_backend="none")
def frameworks(session: nox.Session) -> None:
    """할 수 있는 프레임워크를 모두 다시 실행해 표를 보입니다 (새로 적기: -- --update)."""
    session.run(sys.executable, str(ROOT / "docs/frameworks/run.py"), *session.posargs)


@nox.session(default=False, venv_backend="none")
@nox.parametrize("name", FRAMEWORKS, ids=FRAMEWORKS)
def framework(session: nox.Session, name: str) -> None:
    """프레임워크 하나를 설치하고, 실행하고, 검사합니다. 예: -s "framework(pytorch)"."""
    session.run(sys.executable, str(ROOT / "docs/frameworks/run.py"), name, *session.posargs)


if __name__ == "__main__":
    nox.main()
