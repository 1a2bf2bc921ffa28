"""Keep results between builds so that nothing half-written is ever taken for finished."""

import os
from pathlib import Path


def keep(path: Path, text: str) -> None:
    """Write a file whole or not at all, also when two processes write it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)
