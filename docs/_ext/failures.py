"""End the build with three readable lines a failure.

Sphinx answers an exception with a traceback and a request to report a bug in Sphinx; what fails
here is a cell, an example or a formula, so the process ends by itself, before anything is saved.
Where the machine fails, with a full disk or a file that may not be read, one line says so.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError, SphinxParallelError


@dataclass(frozen=True, order=True)
class Failure:
    """Where something went wrong, what stands there and what was wrong with it."""

    path: str
    line: int
    what: str
    text: str

    def __str__(self) -> str:
        return f"{os.path.relpath(self.path)}:{self.line}\n  {self.what}\n  {self.text}"


def end_build(kind: str, failures: Iterable[Failure]) -> NoReturn:
    """Print the failures in the order of the files and exit with status 1."""
    raise SystemExit("\n".join([f"{kind}:", *map(str, sorted(failures))]))


def system_error(exception: BaseException | None) -> str:
    """Return what the system said, if the exception goes back to that."""
    if isinstance(exception, ExtensionError):  # raised by the handler of an event
        exception = exception.orig_exc
    if isinstance(exception, SphinxParallelError):
        found = re.findall(r"^\w+Error: (\[Errno .*)", exception.traceback, re.MULTILINE)
        return found[-1] if found else ""
    return str(exception) if isinstance(exception, OSError) else ""


def explain(app: Sphinx, exception: Exception | None) -> None:
    """Say in one line what the system could not do."""
    if reason := system_error(exception):
        raise SystemExit(f"{os.path.relpath(app.outdir)}: 파일을 읽거나 쓰지 못했습니다. {reason}")


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at the exception after everybody else."""
    app.connect("build-finished", explain, priority=950)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
