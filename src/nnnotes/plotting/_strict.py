"""Turn a missing glyph into an exception, in both places where matplotlib reports it."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


class MissingGlyphError(ValueError):
    """A character that the chosen fonts cannot draw."""

    def __init__(self, codepoint: int) -> None:
        super().__init__(f"글꼴에 없는 글자입니다: {chr(codepoint)!r} (U+{codepoint:04X})")


class _Raise(logging.Handler):
    # mathtext draws the words beside $…$ without font fallback, and only logs what is missing.
    def emit(self, record: logging.LogRecord) -> None:
        found = re.search(r"does not have a glyph for .+ \[U\+([0-9a-f]+)\]", record.getMessage())
        if found:
            raise MissingGlyphError(int(found[1], 16))


@contextmanager
def missing_glyphs_are_errors() -> Iterator[None]:
    """Raise MissingGlyphError naming the character, for what is drawn inside the context."""
    log = logging.getLogger("matplotlib.mathtext")
    handler = _Raise()
    log.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message=r"Glyph \d+ ")
            yield
    except UserWarning as warning:
        found = re.match(r"Glyph (\d+) ", str(warning))
        if not found:
            raise
        raise MissingGlyphError(int(found[1])) from None
    finally:
        log.removeHandler(handler)
