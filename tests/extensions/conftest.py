"""Small sites, built by a real sphinx-build, that tests break on purpose."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
EXTENSIONS = ROOT / "docs" / "_ext"
sys.path.insert(0, str(EXTENSIONS))

CONF = """
import sys
sys.path.insert(0, {extensions!r})
project = "t"
language = "ko"
extensions = ["failures", "unfinished", *{names!r}]
exclude_patterns = ["node_modules", "gallery/**/*.ipynb", "gallery/**/*.py"]
nb_custom_formats = {{".md": ["executed_pages.read_page", {{}}, False]}}
nb_execution_mode = "off"
myst_enable_extensions = ["colon_fence", "dollarmath"]
html_theme = "basic"
{more}
"""
PAGES = ["myst_nb", "executed_pages", "exercises", "execution_table", "notebook_downloads"]


@dataclass
class Site:
    """A folder with a conf.py and pages; ``build`` runs sphinx-build on it."""

    folder: Path
    names: list[str] = field(default_factory=lambda: list(PAGES))
    more: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        conf = CONF.format(extensions=str(EXTENSIONS), names=self.names, more=self.more)
        if not (self.folder / "conf.py").exists():
            self.write("conf.py", conf)
        out = str(self.folder.parent / "build" / "html")
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", *options, ".", out]
        environment = {**os.environ, "NO_COLOR": "1", **self.environment}
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120
        )

    def html(self, name: str = "index") -> str:
        page = self.folder.parent / "build" / "html" / f"{name}.html"
        return page.read_text(encoding="utf-8")

    def text(self, name: str = "index") -> str:
        return BeautifulSoup(self.html(name), "html.parser").get_text()

    def runs(self) -> int:
        """How often a cell that says so was executed (see ``COUNT``)."""
        counter = self.folder / "runs.txt"
        return len(counter.read_text()) if counter.exists() else 0


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "docs")


@pytest.fixture
def own_package(tmp_path: Path) -> Path:
    """A copy of the package that a test may edit; put its folder on PYTHONPATH."""
    target = tmp_path / "package"
    shutil.copytree(ROOT / "src" / "nnnotes", target / "nnnotes")
    return target
