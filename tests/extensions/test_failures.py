"""Fail on purpose: each failure is told, told again by the next build, and gone once mended."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from kept import keep, kept, unfinished
from live_cells import bundle_editor

from conftest import ROOT, Site

INDEX = "# 책\n\n```{toctree}\n:glob:\n*\n```\n"
CELL = "\n```{code-cell}\n"
FAKE_NPM = """#!/bin/sh
mkdir -p node_modules/katex/dist
echo installed > node_modules/katex/dist/katex.min.css
"""
DIE = """
import os, signal

def setup(app):
    if event := os.environ.get("DIE_AT"):
        app.connect(event, lambda *_: os.kill(os.getpid(), signal.SIGKILL), priority=990)
"""


def lines(site: Site, *options: str) -> list[str]:
    """What a failing build says, and says again, since nothing was mended."""
    first, second = site.build(*options), site.build(*options)
    assert first.returncode not in {0, 2}
    assert second.returncode not in {0, 2}
    assert set(first.stderr.splitlines()) <= set(second.stderr.splitlines())
    assert "Traceback" not in first.stderr, first.stderr
    return [line for line in first.stderr.splitlines() if line.strip()]


def built(site: Site, *options: str) -> None:
    done = site.build("-n", "-W", *options)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


WARNED = {
    "link.md:3": ("# 링크\n\n[글](nowhere.md)\n", "'nowhere.md'"),
    "reference.md:3": ("# 참조\n\n{ref}`없는 곳 <nowhere>`\n", "'nowhere'"),
    "function.md:3": ("# 함수\n\n{py:func}`nnnotes.nothing`\n", "nnnotes.nothing"),
    "image.md:3": ("# 그림\n\n![없는 그림](missing.png)\n", "missing.png"),
    "citation.md:3": ("# 인용\n\n{cite}`nobody2000`\n", '"nobody2000"'),
    "second.md:2": ("(same)=\n# 둘\n", "label same"),
}


def test_what_sphinx_warns_of_ends_the_build_until_it_is_mended(site):
    site.names = ["myst_parser", "sphinxcontrib.bibtex"]
    site.more = 'bibtex_bibfiles = ["some.bib"]'
    site.write("some.bib", "@misc{somebody, title = {Nothing}, year = {2000}}\n")
    names = [place.split(".")[0] for place in WARNED]
    site.write("index.md", "\n".join(["# 책\n\n```{toctree}", *names, "first", "```\n"]))
    site.write("alone.md", "# 차례에 없는 쪽\n")
    site.write("first.md", "(same)=\n# 하나\n")
    for place, (text, _) in WARNED.items():
        site.write(place.split(":")[0], text)
    found = lines(site, "-n", "-W")
    assert len(found) == len(WARNED) + 1
    for place, (_, what) in WARNED.items():
        assert [line for line in found if f"docs/{place}: " in line and what in line], place
    assert [line for line in found if "docs/alone.md: " in line and "toctree" in line]
    for name in [*names, "alone"]:
        site.write(f"{name}.md", "# 다시 쓴 쪽\n")
    site.write("index.md", INDEX)
    built(site)


def test_a_circle_of_tables_of_contents_ends_the_build(site):
    site.names = ["myst_parser", "toctree_circles"]
    site.write("index.md", "# 책\n\n```{toctree}\none\n```\n")
    site.write("one.md", "# 하나\n\n글\n\n```{toctree}\ntwo\n```\n")
    site.write("two.md", "# 둘\n\n```{toctree}\none\n```\n")
    assert lines(site) == [
        "차례가 제자리로 돌아옵니다:",
        "one.md:5",
        "  toctree",
        "  one → two → one",
    ]
    site.write("two.md", "# 둘\n")
    built(site)


EXERCISE = """# 연습

::::{{exercise}} 두 배
```{{starter}}
double = lambda x: x
```
```{{solution}}
double = lambda x: {factor} * x
```
```{{checks}}
assert double(2) == 4, double(2)
```
::::
"""


def test_what_fails_in_a_page_fails_again_until_it_is_mended(site):
    site.write("index.md", INDEX)
    site.write(
        "alt.md", "# 그림\n" + CELL + "import matplotlib.pyplot as plt\nplt.figure();\n```\n"
    )
    site.write("killed.md", "# 죽은 쪽\n" + CELL + "import os\nos.kill(os.getpid(), 9)\n```\n")
    site.write("solution.md", EXERCISE.format(factor=3))
    assert lines(site, "-j", "2")[1:] == [
        *("alt.md:4", "  셀 1", "  그림에 :alt: 글이 없습니다"),
        *("killed.md:4", "  셀 1"),
        "  중단: 실행 프로세스가 갑자기 끝났습니다(종료 코드 -9)",
        *("solution.md:8", "  연습 문제", "  AssertionError: 6"),
    ]
    for name in ("alt", "killed"):
        site.write(f"{name}.md", "# 다시 쓴 쪽\n" + CELL + "6 * 7\n```\n")
    site.write("solution.md", EXERCISE.format(factor=2))
    built(site)
    assert all("42" in site.text(name) for name in ("alt", "killed"))


def test_a_warning_about_no_page_is_told_again(site):
    site.names = ["myst_parser", "sphinxcontrib.bibtex"]
    site.more = 'bibtex_bibfiles = ["some.bib"]'
    site.write("some.bib", "@misc{a, title = {One}}\n@misc{a, title = {Two}}\n")
    site.write("index.md", "# 책\n")
    assert "repeated bibliography entry: a" in "".join(lines(site, "-W"))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("@misc{a,\n  title = {One}\n  year = {2000}\n}\n", 3, "'}' expected"),
        ("@misc{a, title = {One}}\n@misc{a, title = {Two}}\n", 1, "repeated bibliography entry"),
    ],
)
def test_a_bibliography_that_cannot_be_read_names_its_line(site, text, line, reason):
    site.names = ["myst_parser", "sphinxcontrib.bibtex", "bibliography"]
    site.more = 'bibtex_bibfiles = ["some.bib"]'
    site.write("some.bib", text)
    site.write("index.md", "# 책\n")
    head, place, what, why = lines(site)
    assert (head, place, what) == ("참고 문헌을 읽지 못했습니다:", f"some.bib:{line}", "  BibTeX")
    assert reason in why


def test_a_warned_page_alone_is_read_again_and_another_builder_forgets_nothing(site):
    site.names = ["myst_parser"]
    site.more = (
        "import sys\ndef setup(app):\n    app.connect('doctree-read', lambda app, _: print("
    )
    site.more += "'read', app.env.current_document.docname, file=sys.stderr))\n"
    site.write("index.md", INDEX)
    site.write("good.md", "# 쪽\n")
    site.write("bad.md", "# 쪽\n\n{ref}`nowhere`\n")
    assert site.build("-W").stderr.count("\nread ") == 2
    assert site.build("-W").stderr.splitlines()[0] == "read bad"
    assert site.build("-W", "-b", "dummy").returncode == 1
    done = site.build("-W")
    assert done.returncode == 1
    assert "read good" not in done.stderr


@pytest.mark.parametrize(
    "event", ["doctree-read", "env-check-consistency", "html-page-context", "html-collect-pages"]
)
def test_a_killed_build_is_taken_up_by_the_next(site, event):
    site.names = ["myst_parser"]
    site.more = DIE
    site.write("index.md", INDEX)
    site.write("first.md", "# 하나\n\n```{literalinclude} data.txt\n```\n\n![점](dot.svg)\n")
    site.write("second.md", "# 둘\n\n```{literalinclude} data.txt\n```\n")
    site.write("data.txt", "old")
    site.write("dot.svg", "<svg/>")
    built(site)
    shutil.rmtree(site.folder.parent / "build" / "html" / "_images")
    site.write("data.txt", "new")  # the sources are older than the pages made of them
    site.environment["DIE_AT"] = event
    assert site.build().returncode == -signal.SIGKILL
    del site.environment["DIE_AT"]
    built(site)
    assert "new" in site.text("first")
    assert "new" in site.text("second")
    assert (site.folder.parent / "build" / "html" / "_images" / "dot.svg").exists()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KB; ``mount -o remount,size=…`` gives it another size."""
    folder = tmp_path / "build"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if os.name == "nt" or os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("작은 디스크(tmpfs)를 붙이려면 root여야 합니다")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_told_in_one_line(site, disk):
    site.write("index.md", "# 책\n" + CELL + "print('가' * 30_000)\n```\n")
    for size in ("16k", "300k", "700k"):  # too small for results, pages and the static files
        subprocess.run(["mount", "-o", f"remount,size={size}", disk], check=True)
        done = site.build("-W")
        assert done.returncode == 1
        assert 1 <= len(done.stderr.splitlines()) <= 3
        for line in done.stderr.splitlines():
            assert "build/html" in line
            assert "No space left on device" in line
        assert not list(disk.rglob(".*.json.*"))
    subprocess.run(["mount", "-o", "remount,size=9m", disk], check=True)
    built(site)
    assert "가" * 30_000 in site.text()


def test_a_result_is_made_again_when_anything_changes_that_it_depends_on(tmp_path):
    source, made = tmp_path / "source", []

    def result(*known):
        return kept(tmp_path / "kept", "of/{}.txt", known, lambda: made.append(known) or b"result")

    source.write_text("a")
    for known in ([source, "bc"], [source, b"cb"], [source, "b", "c"], ["a", "bc", ""]):
        assert result(*known) == result(*known) == b"result"
    assert len(made) == 4
    source.write_text("b")
    result(source, "bc")
    assert len(made) == 5
    assert len(list(tmp_path.glob("kept/of/*.txt"))) == 5


def test_what_is_kept_is_whole_or_absent(tmp_path):
    path = tmp_path / "folder" / "kept.json"
    for content in ("글", "두 번째"):
        keep(path, content)
        assert path.read_text(encoding="utf-8") == content
    with suppress(ZeroDivisionError), unfinished(path) as other:
        other.write_text("half")
        raise ZeroDivisionError
    assert path.read_text(encoding="utf-8") == "두 번째"
    assert list(path.parent.iterdir()) == [path]


@pytest.fixture
def modules(site: Site, tmp_path: Path) -> Site:
    """A site that asks npm for the real packages, from nowhere and without what npm has kept."""
    site.names = ["npm_assets"]
    site.write("index.rst", "책\n==\n")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "docs" / name, site.folder)
    site.environment["npm_config_registry"] = "http://127.0.0.1:9"
    site.environment["npm_config_cache"] = str(tmp_path / "cache")
    site.environment["npm_config_fetch_retries"] = "0"
    return site


def test_without_a_network_one_line_says_what_is_missing(modules):
    assert lines(modules) == [
        "node_modules: npm으로 설치하지 못했습니다. "
        "ECONNREFUSED: 인터넷에 이어져 있을 때 다시 지으십시오"
    ]
    npm = modules.write("../bin/npm", FAKE_NPM)
    npm.chmod(0o755)
    modules.environment["PATH"] = f"{npm.parent}:{os.environ['PATH']}"
    built(modules)


def test_what_npm_did_not_finish_is_installed_again(modules):
    npm = modules.write("../bin/npm", FAKE_NPM + "kill -9 $PPID\n")
    npm.chmod(0o755)
    modules.environment["PATH"] = f"{npm.parent}:{os.environ['PATH']}"
    assert modules.build().returncode == -signal.SIGKILL
    npm.write_text(FAKE_NPM.replace("installed", "again"))
    built(modules)
    style = modules.folder / "node_modules" / "katex" / "dist" / "katex.min.css"
    assert style.read_text() == "again\n"
    npm.write_text("exit 1")  # nor is npm asked again for what is there
    built(modules)


def test_a_bundle_that_was_not_finished_is_not_kept(tmp_path):
    (tmp_path / "package-lock.json").write_text("{}")
    program = tmp_path / "node_modules" / "esbuild" / "bin" / "esbuild"
    program.parent.mkdir(parents=True)
    program.write_text("process.stdout.write('half'); console.error('엉킴'); process.exitCode = 1")
    target = tmp_path / "editor.js"
    for _ in range(2):
        with pytest.raises(SystemExit, match=r"live_editor\.mjs: 묶지 못했습니다\. 엉킴$"):
            bundle_editor(tmp_path, tmp_path / "kept", target)
    program.write_text("process.stdout.write('whole')")
    bundle_editor(tmp_path, tmp_path / "kept", target)
    assert target.read_text() == "whole"


def test_a_doctest_that_is_off_by_one_names_its_line(tmp_path):
    module = tmp_path / "off.py"
    module.write_text('def f():\n    """하나.\n\n    >>> 1 + 1\n    3\n    """\n')
    command = ["pytest", "-p", "no:cacheprovider", "-q", "--doctest-modules", str(module)]
    done = subprocess.run(
        ["python", "-m", *command, "--rootdir", ROOT], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "off.py:4: DocTestFailure" in done.stdout
