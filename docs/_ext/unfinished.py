"""Read and write again what the last build left unfinished.

Sphinx saves what it has read before it writes, and warns only of the pages it reads or writes.
The next build would take for finished what was read but not written when a build was killed, and
with ``-W`` a page that ended the build by a warning. So a list beside the doctrees, one for each
builder, tells which pages are under way: those to be read, then all, in the end those warned of.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

from kept import keep
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import NAMESPACE, WarningStreamHandler

EVERY_PAGE = "*"


class WarnedPages(logging.Filter):
    """Note the pages that warnings are about; a warning about no page is about all of them."""

    def __init__(self, app: Sphinx):
        super().__init__()
        self.app, self.names = app, set[str]()

    def filter(self, record: logging.LogRecord) -> bool:
        path = (getattr(record, "location", None) or "").partition(":")[0]
        self.names.add((path and self.app.env.path2doc(path)) or EVERY_PAGE)
        return True


def listed(path: Path) -> set[str]:
    return set(path.read_text(encoding="utf-8").split()) if path.exists() else set()


def write_list(path: Path, names: Iterable[str]) -> None:
    keep(path, "\n".join(sorted(names)))


def own_list(app: Sphinx) -> Path:
    return Path(app.doctreedir, "unfinished", f"{app.builder.name}.txt")


def left_over(app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> set[str]:
    """Return the pages that the last build did not finish."""
    names = listed(own_list(app))
    return env.found_docs if names - env.found_docs else names


def begin_reading(app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """Nothing is known to be right of a page that is read: other builders, too, write it again."""
    own = own_list(app)
    for path in {own, *own.parent.glob("*.txt")}:
        write_list(path, listed(path).union(docnames))


def begin_writing(app: Sphinx, _env: BuildEnvironment) -> None:
    write_list(own_list(app), [EVERY_PAGE])


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None:
        write_list(own_list(app), app.warned_pages.names)


def setup(app: Sphinx) -> dict[str, bool]:
    """Keep the list; a handler that is late (900) comes after those that may end the build."""
    app.warned_pages = WarnedPages(app)
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.addFilter(app.warned_pages)
    app.connect("env-get-outdated", left_over)
    app.connect("env-before-read-docs", begin_reading)
    app.connect("env-updated", begin_writing, priority=900)
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
