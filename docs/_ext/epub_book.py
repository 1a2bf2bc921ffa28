"""The book as an EPUB: the pages of the site without what only a browser can do.

Sphinx's builder writes it. This one adds what that lacks: a style sheet of its own instead of the
site's assets, a drawn cover, and a manifest that says which pages hold MathML or SVG.
"""

import re
from collections.abc import Set
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder
from sphinx.util.fileutil import copy_asset_file

STYLE = Path(__file__).with_name("epub_book.css")
COVER = "_static/cover.png"
ITEM = re.compile(r'(<item id="[^"]*" href="([^"]*)")')
XHTML = {  # what the site's HTML may do and an EPUB may not
    "&nbsp;": "\N{NO-BREAK SPACE}",
    ' role="doc-biblioentry"': "",
    ' tooltip="[^"]*"': "",
    "<div id='sg-tag-list'[^>]*></div>": "",
    r'<input [^>]*type="radio">': "",
    r'<label [^>]*class="sd-tab-label"[^>]*>\s*(.*?)</label>': r'<p class="rubric">\1</p>',
}
PARTS = {"mathml": "<math ", "svg": "<svg "}


class EpubBook(Epub3Builder):
    """Sphinx's EPUB builder for this book."""

    html_tag = Epub3Builder.html_tag[:-1] + ' lang="ko" xml:lang="ko">'
    guide_titles = {"toc": "차례", "cover": "표지"}  # noqa: RUF012 - as in the base class

    def init_css_files(self) -> None:
        """Ask for the colours of code and the book's own style sheet."""
        self._css_files = []
        for name in ("pygments.css", STYLE.name):
            super().add_css_file(name)

    def add_css_file(self, filename: str, **attributes: Any) -> None:
        """Leave out what extensions add for the site."""

    def init_js_files(self) -> None:
        """Run no scripts."""
        self._js_files = []

    def copy_static_files(self) -> None:
        """Write the two style sheets and the cover; the site's assets stay out."""
        static = Path(self.outdir, "_static")
        static.mkdir(exist_ok=True)
        from book_cover import draw_cover  # matplotlib: not for other builders

        self.create_pygments_style_file()
        copy_asset_file(STYLE, static, force=True)
        draw_cover(Path(self.outdir, COVER))

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Leave the index of modules to the site."""
        super().prepare_writing(docnames)
        self.domain_indices = []

    def build_content(self) -> None:
        """Say in the manifest which item is the cover, and what is in the pages."""
        super().build_content()
        path = Path(self.outdir, "content.opf")
        path.write_text(
            ITEM.sub(self.with_properties, path.read_text(encoding="utf-8")), encoding="utf-8"
        )

    def with_properties(self, item: re.Match[str]) -> str:
        """Add the properties of an item of the manifest, if it has any."""
        name = item[2]
        if name == COVER:
            return f'{item[1]} properties="cover-image"'
        if not name.endswith(self.out_suffix) or name == "nav.xhtml":
            return item[0]
        page = Path(self.outdir, name).read_text(encoding="utf-8")
        found = [kind for kind, mark in PARTS.items() if mark in page]
        return f'{item[1]} properties="{" ".join(found)}"' if found else item[0]

    def toc_metadata(self, level: int, navpoints: list[Any]) -> dict[str, Any]:
        """Give the old table of contents the identifier of the book."""
        return {**super().toc_metadata(level, navpoints), "uid": self.config.epub_identifier}


def clean(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Put a page into strict XHTML, without what search engines read in its head."""
    if app.builder.name == "epub" and "body" in context:
        context["metatags"] = ""
        for pattern, replacement in XHTML.items():
            context["body"] = re.sub(pattern, replacement, context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Put this builder in the place of Sphinx's."""
    app.add_builder(EpubBook, override=True)
    app.connect("html-page-context", clean, priority=900)  # the last
    return {"parallel_read_safe": True, "parallel_write_safe": True}
