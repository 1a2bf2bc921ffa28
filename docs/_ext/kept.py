"""Keep results between builds so that nothing half-written is ever taken for finished."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Give another name to write to; the file gets its own name once it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    other = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield other
        other.replace(path)
    finally:
        other.unlink(missing_ok=True)


def keep(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, also when two processes write it at once."""
    with unfinished(path) as other:
        other.write_bytes(content.encode() if isinstance(content, str) else content)


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what an earlier build kept under this name, or make it and keep it."""
    if not path.exists():
        keep(path, make())
    return path.read_bytes()
