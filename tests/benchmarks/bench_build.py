"""Time builds of the site against the bare code of its pages, in one run.

    python tests/benchmarks/bench_build.py

Bare is what nobody can go below one page after the other: the cells of every chapter and every
gallery script as plain Python, a process each, without a figure saved. The build may use both
cores, but saves every figure, runs the exercises and reads, links and writes all pages. A build
with nothing to do still starts Sphinx and its extensions: that floor is about a second, most of
it imports, and the state of all pages, which is read back, is what grows with the pages.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
JOBS = "2"
MANY = 100
LEFT_OUT = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.mo")
CELL = re.compile(r"^```\{code-cell\}.*\n((?::.*\n)*)((?:.*\n)*?)```$", re.MULTILINE)
NAMED = re.compile(r"^\([\w-]+\)=\n|^:name: .*\n|\{covers\}`[^`]*`", re.MULTILINE)
EDIT = "\n<!-- 고친 글 -->\n\n새 문장 {}입니다.\n"


class Project:
    """A copy of the project, for us to edit."""

    def __init__(self, folder: Path):
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT, symlinks=True)
        shutil.rmtree(folder / "docs" / "gallery", ignore_errors=True)
        self.folder = folder
        self.docs, self.gallery = folder / "docs", folder / "gallery"
        self.cache = self.docs / "_build" / "doctrees"
        self.environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "MPLBACKEND": "agg"}

    def chapters(self) -> list[Path]:
        return sorted(self.docs.glob("chapters/*.md"))

    def run(self, *command: str, cwd: Path) -> float:
        """Return how many seconds a command of Python took."""
        start = perf_counter()
        subprocess.run(
            [sys.executable, *command],
            cwd=cwd, env=self.environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return perf_counter() - start

    def bare(self) -> float:
        """Run the code of every page by itself."""
        times = []
        for script in sorted(self.gallery.glob("*/plot_*.py")):
            times.append(self.run(str(script), cwd=script.parent))
        for chapter in self.chapters():
            text = chapter.read_text(encoding="utf-8")
            cells = [f"cell({code!r})" for _options, code in CELL.findall(text)]
            program = self.folder / "cells.py"
            program.write_text("\n".join([RUN_CELL, *cells]), encoding="utf-8")
            times.append(self.run("-W", "ignore", str(program), cwd=chapter.parent))
        return sum(times)

    def build(self) -> float:
        html = str(self.docs / "_build" / "html")
        options = ["-n", "-W", "-q", "-j", JOBS, "-d", str(self.cache)]
        return self.run("-m", "sphinx", *options, "docs", html, cwd=self.folder)

    def executed(self, build_time: float, since: float) -> tuple[float, int, int]:
        """Return the time with how many chapters and scripts were executed since then."""
        found = (self.cache.glob("executed/*.json"), self.docs.glob("gallery/*/plot_*.py.md5"))
        counts = (sum(path.stat().st_mtime > since for path in paths) for paths in found)
        return build_time, *counts

    def edit(self, path: Path, text: str) -> tuple[float, int, int]:
        """Add a line to a file and build."""
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
        since = path.stat().st_mtime
        return self.executed(self.build(), since)

    def multiply(self) -> None:
        """Copy the chapters until there are many, and let the table of contents have them."""
        chapters = self.chapters()
        for number in range(MANY - len(chapters)):
            original = chapters[number % len(chapters)]
            text = NAMED.sub("", original.read_text(encoding="utf-8"))
            original.with_name(f"copy-{number:02}-{original.name}").write_text(text, "utf-8")
        index = self.docs / "index.md"
        more = "\n```{toctree}\n:hidden:\n:glob:\n\nchapters/copy-*\n```\n"
        index.write_text(index.read_text(encoding="utf-8") + more, encoding="utf-8")


RUN_CELL = """
def cell(code):
    try:
        exec(code, globals())
    except Exception:
        pass
"""


def report(name: str, seconds: float, goal: float | None = None, more: str = "") -> None:
    aim = (
        "" if goal is None else f"  (목표 {goal:.1f} s 이하{'' if seconds <= goal else ', 넘음'})"
    )
    print(f"{name:<22}{seconds:7.2f} s{aim}{more}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder, "project"))
        chapter, script = project.chapters()[-1], project.gallery / "gates" / "plot_and.py"
        project.run("-m", "compileall", "-q", "src", "docs/_ext", cwd=project.folder)
        bare = project.bare()
        report("맨 파이썬", bare)
        clean = project.build()
        pages = sum(1 for _ in (project.docs / "_build" / "html").rglob("*.html"))
        report("처음부터", clean, bare + 0.4 * pages, f"  {pages}쪽, 쪽마다 0.4 s를 더해 견줌")
        nothing = min(project.build() for _ in range(3))
        report("고친 것 없음", nothing, min(2.0, 0.03 * clean))
        prose = [project.edit(chapter, EDIT.format(number)) for number in range(3)]
        seconds, ran, scripts = min(prose)
        report("글 한 곳을 고침", seconds, 3.0, f"  실행: 쪽 {ran}, 예제 {scripts}")
        seconds, ran, scripts = project.edit(script, "\n# 고침\n")
        report("예제 하나를 고침", seconds, None, f"  실행: 쪽 {ran}, 예제 {scripts}")
        module = project.folder / "src" / "nnnotes" / "turing.py"
        seconds, ran, scripts = project.edit(module, "\n# 고침\n")
        report("turing.py를 고침", seconds, None, f"  실행: 쪽 {ran}, 예제 {scripts}")
        before = len(project.chapters())
        project.multiply()
        project.build()
        growth = MANY / before
        many = min(project.build() for _ in range(3))
        report(f"장 {MANY}개, 고친 것 없음", many, nothing * growth)
        many_prose = min(project.edit(chapter, EDIT.format(number)) for number in range(3, 6))
        report(f"장 {MANY}개, 글을 고침", many_prose[0], min(prose)[0] * growth)


if __name__ == "__main__":
    main()
