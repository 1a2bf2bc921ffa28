"""What a host has to know, measured on the built site: a security policy, and what readers weigh.

Writes ``_headers`` (read by Netlify and Cloudflare Pages; others copy its line) with a strict
Content-Security-Policy: nothing from elsewhere, and of inline scripts and styles only those whose
hash is known. The page that explains this has places for the numbers::

    {hosting}`policy`    {hosting}`text`    {hosting}`figures`    {hosting}`million`
"""

import base64
import gzip
import hashlib
import html
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

from docutils import nodes
from kept import keep
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
ATTRIBUTE = re.compile(r'<[^>]* style="([^"]*)"')
ASKED = re.compile(r"<(?:link[^>]*\"stylesheet\"|script)[^>]*(?:href|src)=\"([^\"?]+)")
FIGURE = re.compile(r"<img[^>]*class=\"computed[^>]*src=\"([^\"?]+)")
PLACE = re.compile(r"(<span class=\"hosting (\w+)\">).*?(</span>)", re.DOTALL)
COMMON_FONTS = ("Main-Regular", "Math-Italic", "Size1-Regular", "Size2-Regular")


class HostingRole(SphinxRole):
    """A place for a number or a text that is known when the site is built."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [nodes.inline("", "?", classes=["hosting", self.text])], []


def hashes(texts: Iterable[str]) -> list[str]:
    """Return the CSP sources of inline texts, each once."""
    digests = [hashlib.sha256(text.encode()).digest() for text in set(texts)]
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def policy(pages: list[str], pyodide: str) -> str:
    """Return the header's value; live cells need WebAssembly and the host of Pyodide."""
    address = urlsplit(pyodide)
    scripts, styles, attributes = (
        hashes(found for page in pages for found in inline.findall(page))
        for inline in (SCRIPT, STYLE, ATTRIBUTE)
    )
    elsewhere = [f"{address.scheme}://{address.netloc}"] if address.netloc else []
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *scripts, "'wasm-unsafe-eval'", *elsewhere],
        "style-src": ["'self'", *styles, "'unsafe-hashes'", *attributes],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'", *elsewhere],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


@cache
def compressed(file: Path) -> int:
    """Return how many bytes of a file travel, compressed as servers do."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))


def weigh(page: Path, text: str, static: Path) -> tuple[int, int]:
    """Return the bytes of a page's text, compressed, with all it asks for, and of its figures."""
    files = [page, *((page.parent / name).resolve() for name in ASKED.findall(text))]
    total = sum(map(compressed, files))
    if 'class="katex' in text:
        fonts = static / "katex" / "fonts"
        total += sum((fonts / f"KaTeX_{name}.woff2").stat().st_size for name in COMMON_FONTS)
    return total, sum((page.parent / name).stat().st_size for name in set(FIGURE.findall(text)))


def fill(page: str, shown: dict[str, str]) -> str:
    """Put the texts into their places, whatever stood there before."""
    return PLACE.sub(
        lambda place: place[1] + html.escape(shown[place[2]], quote=False) + place[3], page
    )


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Measure the site, write the headers and fill the places."""
    if exception or app.builder.name not in {"html", "dirhtml"}:
        return
    site = Path(app.outdir)
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    line = policy([*pages.values()], app.config.live_cells_pyodide)
    (site / "_headers").write_text(f"/*\n  Content-Security-Policy: {line}\n", encoding="utf-8")
    chapters = [
        weigh(page, content, site / "_static")
        for page, content in pages.items()
        if page.parent.name == "chapters"
    ]
    text, figures = (mean(sizes) for sizes in zip(*chapters, strict=True)) if chapters else (0, 0)
    shown = {
        "policy": line,
        "text": f"{text / 1000:.0f} KB",
        "figures": f"{figures / 1000:.0f} KB",
        "million": f"{(text + figures) / 1000:.0f} GB",
    }
    for page, content in pages.items():
        if '<span class="hosting ' in content:
            keep(page, fill(content, shown))


def setup(app: Sphinx) -> dict[str, bool]:
    """Come when all pages are written."""
    app.add_role("hosting", HostingRole())
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
