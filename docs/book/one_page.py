"""The built site's chapters, glossary, errata and bibliography as one page, ready to be printed.

Every id gets the name of its page in front, so that links lead to the right place in the one
page. Links to pages that aren't in the book lead to the site, if its address is known.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

APPENDICES = ["reference/glossary.html", "reference/notes.html", "reference/bibliography.html"]
SCREEN_ONLY = "script, .headerlink, .page-tools, .live-start, .sd-tab-set > input"
PLACE = '<span class="page-number">000</span>'
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> list[str]:
    """Return the pages of the book: the chapters in the order of the site's contents."""
    links = read(site / "index.html").select(".sidebar-tree a[href^='chapters/']")
    return [link["href"] for link in links] + APPENDICES


def anchor(page: str, fragment: str = "") -> str:
    """Return what an id of a page is in the book; without one, the page's own."""
    name = page.removesuffix(".html").replace("/", "-")
    return f"{name}--{fragment}" if fragment else name


def take_article(site: Path, page: str, book: list[str], address: str) -> Tag:
    """Return the article of a page as a section of the book."""
    article = read(site / page).article
    for tag in article.select(SCREEN_ONLY):
        tag.decompose()
    for tag in article.find_all(id=True):
        tag["id"] = anchor(page, tag["id"])
    for name in REFERRING:
        for tag in article.find_all(attrs={name: True}):
            tag[name] = anchor(page, tag[name])
    for link in article.find_all("a", href=True):
        turn(link, page, book, address)
    for image in article.find_all("img"):
        image["src"] = ((site / page).parent / unquote(image["src"])).resolve().as_uri()
        del image["loading"]
    for fold in article.find_all("details"):
        fold["open"] = ""
    article.name, article["id"], article["class"] = "section", anchor(page), "chapter"
    return article


def turn(link: Tag, page: str, book: list[str], address: str) -> None:
    """Turn a link into one that works in the book."""
    parts = urlsplit(link["href"])
    if parts.scheme or parts.netloc:
        return
    target = urlsplit(urljoin(page, unquote(parts.path))).path if parts.path else page
    if target in book:
        link["href"] = f"#{anchor(target, unquote(parts.fragment))}"
    elif address:
        link["href"] = urljoin(urljoin(address, page), link["href"])
    else:
        link.name = "span"
        del link["href"]


def contents(chapters: list[Tag]) -> str:
    """Return the linked table of contents: chapters and their sections."""
    items = []
    for chapter in chapters:
        headings = chapter.find_all("h2") if chapter["id"].startswith("chapters-") else []
        sections = "".join(f"<li>{entry(heading)}</li>" for heading in headings)
        items.append(f"<li>{entry(chapter.h1)}<ul>{sections}</ul></li>")
    return f'<nav class="contents-of-book"><h1>차례</h1><ul>{"".join(items)}</ul></nav>'


def entry(heading: Tag) -> str:
    """Return a line of the contents, with a place for the number of its page."""
    name = heading.find_parent(id=True)["id"]
    return f'<a href="#{name}"><span>{escape(heading.get_text())}</span>{PLACE}</a>'


def with_page_numbers(text: str, page_of: Mapping[str, int]) -> str:
    """Return the book with the numbers of the pages in its contents."""
    line = re.compile(f'(?<=<a href="#)([^"]+)("><span>[^<]*</span>){re.escape(PLACE)}')
    return line.sub(lambda at: at[1] + at[2] + PLACE.replace("000", str(page_of[at[1]])), text)


def one_page(site: Path, title: str, imprint: str, style: Path, address: str = "") -> str:
    """Return the whole book as one HTML page."""
    book = pages(site)
    sheets: dict[Path, None] = {}  # in order, each once
    for page in book:
        for link in read(site / page).find_all("link", rel="stylesheet"):
            sheets[((site / page).parent / urlsplit(link["href"]).path).resolve()] = None
    links = "".join(f'<link rel="stylesheet" href="{p.as_uri()}">' for p in [*sheets, style])
    chapters = [take_article(site, page, book, address) for page in book]
    return (
        f'<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>{links}'
        f'</head><body data-theme="light"><div class="cover"><img src="cover.png" alt="{title}">'
        f'</div><div class="imprint">{imprint}</div>{contents(chapters)}'
        f"<article>{''.join(map(str, chapters))}</article></body></html>"
    )
