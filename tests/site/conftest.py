"""The built site, read as files. Built once if nothing has built it yet."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString
from filelock import FileLock

ROOT = Path(__file__).parents[2]
HTML = ROOT / "docs" / "_build" / "html"


@pytest.fixture(scope="session")
def html() -> Path:
    """Bring the site up to date (nothing to do after ``docs``) and return its folder."""
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-j", "auto"]
    command += ["-b", "html", "-d", "docs/_build/doctrees", "docs", str(HTML)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "NO_COLOR": "1"}
    HTML.parent.mkdir(exist_ok=True)
    with FileLock(HTML.parent / "build.lock"):
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1200
        )
    assert done.returncode == 0, done.stderr
    return HTML


def read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture(scope="session")
def site(html: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address within the site."""
    return {path.relative_to(html).as_posix(): read(path) for path in sorted(html.rglob("*.html"))}


@pytest.fixture(scope="session")
def articles(site: dict[str, BeautifulSoup]) -> dict[str, BeautifulSoup]:
    """The pages that somebody wrote: with an article, without search and indices."""
    made = {"search.html", "genindex.html", "py-modindex.html", "404.html"}
    return {name: page for name, page in site.items() if name not in made}


def visible_text(page: BeautifulSoup) -> Iterator[str]:
    """Yield the texts a reader sees outside code, signatures, formulas and English terms."""
    names = {"script", "style", "pre", "code", "math", "title"}
    for text in page.find_all(string=True):
        parents = list(text.parents)
        hidden = any(
            parent.name in names
            or "sig" in parent.get("class", [])
            or (parent.name == "strong" and parent.find_parent("dl", class_="field-list"))
            or (parent.name == "dt" and "glossary" in parent.parent.get("class", []))
            for parent in parents
        )
        if not hidden and text.strip() and type(text) is NavigableString:
            yield text.strip()
