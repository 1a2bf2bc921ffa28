"""KaTeX's style sheet and fonts, as the formulas of the site need them.

The fonts are cut down to the characters in use: whole, the two of a simple formula weigh 43 KB,
more than the chapter around it. KaTeX places its glyphs by style attributes, which a strict
Content-Security-Policy forbids: each becomes a class, with its rule in a style sheet of the page.
"""

import hashlib
import html
import logging
import re
from collections.abc import Iterable
from functools import partial
from io import BytesIO
from pathlib import Path

from kept import keep, kept
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

TAG = re.compile(r"<[^>]*>")
STYLED = re.compile(r'(?P<tag><\w+)(?: class="(?P<classes>[^"]*)")? style="(?P<style>[^"]*)"')
OLD_FONTS = re.compile(r",url\(fonts/[\w-]+\.(?:woff|ttf)\) format\(\"\w+\"\)")
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


def class_of(style: str) -> str:
    """Return the class that stands for the text of a style attribute."""
    return "s" + hashlib.sha256(style.encode()).hexdigest()[:8]


def with_classes(formula: str) -> str:
    """Return a rendered formula with a class for each style attribute."""

    def replace(found: re.Match[str]) -> str:
        names = filter(None, (found["classes"], class_of(found["style"])))
        return f'{found["tag"]} class="{" ".join(names)}"'

    return STYLED.sub(replace, formula)


def rules(formulas: Iterable[str]) -> str:
    """Return the style sheet of these classes; like an attribute, it outweighs other rules."""
    styles = {found["style"] for formula in formulas for found in STYLED.finditer(formula)}
    declared = {class_of(style): style.strip(";") + ";" for style in styles}
    return "".join(
        f".{name}{{{text.replace(';', '!important;')}}}\n"
        for name, text in sorted(declared.items())
    )


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
    text = "".join(sorted(set().union(*used(env).values())))
    version = hashlib.sha256(text.encode()).hexdigest()[:8]
    for font in sorted(dist.glob("fonts/*.woff2")):
        known = [Path(__file__), font, text]
        make = partial(cut, font, text)
        small = kept(Path(app.doctreedir), "fonts/{}.woff2", known, make)
        keep(target / "fonts" / font.name, small)
    sheet = (dist / "katex.min.css").read_text(encoding="utf-8")
    sheet = FONT.sub(rf"fonts/\1?v={version}", sheet)
    keep(target / "katex.min.css", OLD_FONTS.sub("", sheet))


def setup(app: Sphinx) -> dict[str, bool]:
    """Write when all pages were read (formulas collects the characters)."""
    app.connect("env-updated", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
