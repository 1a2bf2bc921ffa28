"""Keep results between builds so that nothing half-written is ever taken for finished."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
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


def kept(
    folder: Path, name: str, known: Iterable[str | bytes | Path], make: Callable[[], bytes]
) -> bytes:
    """Return what an earlier build made of the same things, or make it and keep it.

    The name has a place for the hash of all that the result depends on: texts, bytes and the
    contents of files, that of the code which makes it among them.
    """
    digest = hashlib.sha256()
    for thing in known:
        content = thing.read_bytes() if isinstance(thing, Path) else thing
        content = content.encode() if isinstance(content, str) else content
        digest.update(hashlib.sha256(content).digest())
    path = folder / name.format(digest.hexdigest()[:32])
    if not path.exists():
        keep(path, make())
    return path.read_bytes()
