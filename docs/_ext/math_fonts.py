"""KaTeX's style sheet and fonts, cut down to the characters that the formulas of the site use.

Whole, the two fonts of a simple formula weigh 43 KB: more than the chapter around it.
"""

import hashlib
import html
import logging
import re
from functools import partial
from io import BytesIO
from pathlib import Path

from kept import kept
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

TAG = re.compile(r"<[^>]*>")
FONT = re.compile(r"fonts/(KaTeX_[\w-]+\.woff2)")

logging.getLogger("fontTools").setLevel(logging.WARNING)


def used(env: BuildEnvironment) -> dict[str, set[str]]:
    """Return the characters in the formulas of each page, kept with the environment."""
    if not hasattr(env, "formula_characters"):
        env.formula_characters = {}
    return env.formula_characters


def characters(formula: str) -> set[str]:
    """Return the characters that a rendered formula shows."""
    return set(html.unescape(TAG.sub("", formula)))


def cut(font: Path, text: str) -> bytes:
    """Return a font with the glyphs of these characters, the same bytes each time."""
    from fontTools import subset  # only for a new formula or a new font
    from fontTools.ttLib import TTFont

    options = subset.Options(flavor="woff2", hinting=False, recalc_timestamp=False)
    with TTFont(font, recalcTimestamp=False) as whole:
        cutter = subset.Subsetter(options)
        cutter.populate(text=text)
        cutter.subset(whole)
        whole.flavor = "woff2"
        small = BytesIO()
        whole.save(small)
    return small.getvalue()


def write(app: Sphinx, env: BuildEnvironment) -> None:
    """Write what the pages with a formula ask for, once all formulas are known."""
    if app.builder.name != "html":
        return
    dist = Path(app.confdir, "node_modules", "katex", "dist")
    target = Path(app.outdir, "_static", "katex")
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    text = "".join(sorted(set().union(*used(env).values())))
    version = hashlib.sha256(text.encode()).hexdigest()[:8]
    for font in sorted(dist.glob("fonts/*.woff2")):
        known = [Path(__file__), font, text]
        make = partial(cut, font, text)
        small = kept(Path(app.doctreedir), "fonts/{}.woff2", known, make)
        (target / "fonts" / font.name).write_bytes(small)
    sheet = (dist / "katex.min.css").read_text(encoding="utf-8")
    sheet = FONT.sub(rf"fonts/\1?v={version}", sheet)
    (target / "katex.min.css").write_text(sheet, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Write when all pages were read (formulas collects the characters)."""
    app.connect("env-updated", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
