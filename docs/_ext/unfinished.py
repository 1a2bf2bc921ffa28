"""Read and write again what the last build left unfinished.

Sphinx saves what it has read before it writes, and warns only of the pages it reads or writes.
The next build would take for finished what was read but not written when a build was killed, and
with ``-W`` a page that ended the build by a warning. So a list beside the doctrees, one for each
builder, tells which pages are under way: those to be read, then all, in the end those warned of.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from kept import keep
from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import NAMESPACE, WarningStreamHandler

EVERY_PAGE = "*"


class WarnedPages(logging.Filter):
    """Note the pages that warnings name; a warning that names no page is about all of them."""

    def __init__(self, app: Sphinx):
        super().__init__()
        self.app, self.names = app, set[str]()

    def filter(self, record: logging.LogRecord) -> bool:
        text = f"{getattr(record, 'location', '')} {record.getMessage()}"
        self.names |= set(named_pages(self.app.env, text)) or {EVERY_PAGE}
        return True


def named_pages(env: BuildEnvironment, text: str) -> Iterator[str]:
    """Yield the pages that stand in a text as a path or, between spaces, as a docname."""
    words = text.split()
    return (name for name in env.found_docs if name in words or str(env.doc2path(name)) in text)


def listed(path: Path) -> set[str]:
    return set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()


def write_list(path: Path, names: Iterable[str]) -> None:
    keep(path, "\n".join(sorted(names)))


def own_list(app: Sphinx) -> Path:
    return Path(app.doctreedir, "unfinished", f"{app.builder.name}.txt")


def left_over(app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> set[str]:
    """Return the pages that the last build did not finish."""
    names = listed(own_list(app))
    return env.found_docs if names - env.found_docs else names


def begin_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Forget all pages that will be read, so that none meets what another no longer says.

    Nothing is known to be right of such a page: other builders, too, write it again.
    """
    for docname in docnames:
        app.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
    own = own_list(app)
    for path in {own, *own.parent.glob("*.txt")}:
        write_list(path, listed(path).union(docnames))


def begin_writing(app: Sphinx, _builder: Builder) -> None:
    write_list(own_list(app), [EVERY_PAGE])


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None:
        write_list(own_list(app), app.warned_pages.names)
        if EVERY_PAGE in app.warned_pages.names:  # as Sphinx does after an exception
            Path(app.doctreedir, ENV_PICKLE_FILENAME).unlink(missing_ok=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Keep the list; what else belongs to the end of a build (before 900) may still fail."""
    app.warned_pages = WarnedPages(app)
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.addFilter(app.warned_pages)
    app.connect("env-get-outdated", left_over)
    app.connect("env-before-read-docs", begin_reading)
    app.connect("write-started", begin_writing)
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
