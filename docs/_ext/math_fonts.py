"""KaTeX's style sheet and fonts, as the formulas of the site need them.

The fonts are cut down to the characters in use: whole, the two of a simple formula weigh 43 KB,
more than the chapter around it. KaTeX places its glyphs by style attributes, which a strict
Content-Security-Policy forbids: each becomes a class, with its rule in a style sheet of the page.
"""

import hashlib
import html
import logging
import re
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from kept import keep, kept
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

TAG = re.compile(r"<[^>]*>")
STYLED = re.compile(r'(?P<tag><\w+)(?: class="(?P<classes>[^"]*)")? style="(?P<style>[^"]*)"')
OLD_FONTS = re.compile(r",url\(fonts/[\w-]+\.(?:woff|ttf)\) format\(\"\w+\"\)")
FONT = re.compile(r"fonts/(KaTeX_[\w-]+\.woff2)")

logging.getLogger("fontTools").setLevel(logging.WARNING)


class Used(NamedTuple):
    """The characters of a page's formulas, and what their classes stand for."""

    characters: set[str]
    styles: dict[str, str]


def used(env: BuildEnvironment) -> dict[str, Used]:
    """Return what the formulas of each page use, kept with the environment."""
    if not hasattr(env, "used_by_formulas"):
        env.used_by_formulas = {}
    return env.used_by_formulas


def characters(formula: str) -> set[str]:
    """Return the characters that a rendered formula shows."""
    return set(html.unescape(TAG.sub("", formula)))


def with_classes(formula: str, styles: dict[str, str]) -> str:
    """Return a rendered formula with a class for each style attribute; note what it means."""

    def replace(found: re.Match[str]) -> str:
        name = "s" + hashlib.sha256(found["style"].encode()).hexdigest()[:8]
        styles[name] = found["style"].strip(";")
        return f'{found["tag"]} class="{" ".join(filter(None, (found["classes"], name)))}"'

    return STYLED.sub(replace, formula)


def rules(styles: dict[str, str]) -> str:
    """Return the style sheet of such classes; like an attribute, it outweighs other rules."""
    declared = {name: f"{style};".replace(";", "!important;") for name, style in styles.items()}
    return "".join(f".{name}{{{declared[name]}}}\n" for name in sorted(declared))


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
    pages = used(env).values()
    text = "".join(sorted(set().union(*(page.characters for page in pages))))
    version = hashlib.sha256(text.encode()).hexdigest()[:8]
    for font in sorted(dist.glob("fonts/*.woff2")):
        known = [Path(__file__), font, text]
        make = partial(cut, font, text)
        small = kept(Path(app.doctreedir), "fonts/{}.woff2", known, make)
        keep(target / "fonts" / font.name, small)
    sheet = (dist / "katex.min.css").read_text(encoding="utf-8")
    sheet = FONT.sub(rf"fonts/\1?v={version}", sheet)
    keep(target / "katex.min.css", OLD_FONTS.sub("", sheet))
    for docname, page in used(env).items():
        keep(target / "pages" / f"{docname}.css", rules(page.styles))


def setup(app: Sphinx) -> dict[str, bool]:
    """Write when all pages were read (formulas notes what its own use)."""
    app.connect("env-updated", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
