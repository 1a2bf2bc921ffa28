"""What a host has to know, measured on the built site: a security policy, and what readers weigh.

Writes ``_headers`` (read by Netlify and Cloudflare Pages; others copy its line) with a strict
Content-Security-Policy: nothing from elsewhere, and of inline scripts only those whose hash is
known. The page that explains this has places for the numbers::

    {hosting}`policy`    {hosting}`text`    {hosting}`figures`    {hosting}`million`
"""

import base64
import gzip
import hashlib
import html
import re
from functools import cache
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
ASKED = re.compile(r"<(?:link[^>]*\"stylesheet\"|script)[^>]*(?:href|src)=\"([^\"?]+)")
FIGURE = re.compile(r"<img[^>]*class=\"computed[^>]*src=\"([^\"?]+)")
PLACE = re.compile(r"(<span class=\"hosting (\w+)\">).*?(</span>)", re.DOTALL)
COMMON_FONTS = ("Main-Regular", "Math-Italic", "Size1-Regular", "Size2-Regular")


class HostingRole(SphinxRole):
    """A place for a number or a text that is known when the site is built."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [nodes.inline("", "?", classes=["hosting", self.text])], []


def script_hashes(pages: list[Path]) -> list[str]:
    """Return the CSP sources of every inline script that runs, each once."""
    found = {text for page in pages for text in INLINE.findall(page.read_text(encoding="utf-8"))}
    digests = [hashlib.sha256(text.encode()).digest() for text in found]
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def policy(pages: list[Path], pyodide: str) -> str:
    """Return the header's value; live cells need WebAssembly and the host of Pyodide."""
    address = urlsplit(pyodide)
    elsewhere = [f"{address.scheme}://{address.netloc}"] if address.netloc else []
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *script_hashes(pages), "'wasm-unsafe-eval'", *elsewhere],
        "style-src": ["'self'", "'unsafe-inline'"],  # KaTeX places its glyphs by style attributes
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
    """Return how many bytes of a file travel."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


def weigh(page: Path, static: Path) -> tuple[int, int]:
    """Return the bytes of a page's text, compressed, with all it asks for, and of its figures."""
    text = page.read_text(encoding="utf-8")
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
    pages = sorted(site.rglob("*.html"))
    line = policy(pages, app.config.live_cells_pyodide)
    (site / "_headers").write_text(f"/*\n  Content-Security-Policy: {line}\n", encoding="utf-8")
    chapters = [weigh(page, site / "_static") for page in sorted(site.glob("chapters/*.html"))]
    text, figures = (mean(sizes) for sizes in zip(*chapters, strict=True)) if chapters else (0, 0)
    shown = {
        "policy": line,
        "text": f"{text / 1000:.0f} KB",
        "figures": f"{figures / 1000:.0f} KB",
        "million": f"{(text + figures) / 1000:.0f} GB",
    }
    for page in pages:
        content = page.read_text(encoding="utf-8")
        if '<span class="hosting ' in content:
            page.write_text(fill(content, shown), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Come when all pages are written."""
    app.add_role("hosting", HostingRole())
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
