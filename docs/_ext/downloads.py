"""Offer the book as EPUB and PDF on the front page, if they have been made (``docs/_build/book``).

Without them there is no link, so that a plain build of the site has no broken one.
"""

import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

NAMES = {"EPUB": "nnnotes.epub", "PDF": "nnnotes.pdf"}
TARGET = "_downloads/book"


def made(app: Sphinx) -> dict[str, Path]:
    """Return the files that there are, by kind."""
    folder = Path(app.confdir, app.config.downloads_folder)
    return {kind: folder / name for kind, name in NAMES.items() if (folder / name).exists()}


def megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


def rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the front page again when a file has come, gone or changed its size."""
    if app.builder.name != "html":
        return []
    now = {kind: megabytes(path) for kind, path in made(app).items()}
    if getattr(env, "offered_downloads", {}) == now:
        return []
    env.offered_downloads = now
    return [app.config.root_doc]


def offer(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Tell the template what can be downloaded."""
    if page == app.config.root_doc and app.builder.name == "html":
        context["downloads"] = [
            {"kind": kind, "path": f"{TARGET}/{path.name}", "size": megabytes(path)}
            for kind, path in made(app).items()
        ]


def copy(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.name == "html":
        for path in made(app).values():
            folder = Path(app.outdir, TARGET)
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / path.name)


def setup(app: Sphinx) -> dict[str, bool]:
    """Look for the files when everything was read; copy them when the site is done."""
    app.add_config_value("downloads_folder", "_build/book", "", str)
    app.connect("env-updated", rewrite)
    app.connect("html-page-context", offer)
    app.connect("build-finished", copy)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
