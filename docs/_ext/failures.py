"""End the build with three readable lines a failure.

Sphinx answers an exception with a traceback and a request to report a bug in Sphinx; what fails
here is a cell, an example or a formula, so the process ends by itself, before anything is saved.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn


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
