"""Tags, pictures and files of a site that knows its address, and of one that doesn't."""

import re

import pytest
from link_pictures import draw

from conftest import Site

BASE = "https://example.org/book/"
MORE = """
html_title = "책: 부제"
html_baseurl = {base!r}
notfound_urls_prefix = {prefix!r}
"""
PAGES = {
    "index.rst": "책\n==\n\n첫 문단입니다.\n\n.. toctree::\n   :numbered: 1\n\n   one\n   two\n",
    "one.rst": "하나\n====\n\n.. admonition:: 할 일\n   :class: goals\n\n   - 셉니다.\n   - 더합니다.\n\n본문 <&>.\n",
    "two.rst": '둘\n==\n\n.. meta::\n   :description: 손으로 "쓴" 설명\n\n본문.\n',
}


@pytest.fixture
def book(site: Site) -> Site:
    site.names = ["notfound.extension", "discoverable"]
    for name, text in PAGES.items():
        site.write(name, text)
    return site


def built(book: Site, base: str) -> dict[str, str]:
    book.more = MORE.format(base=base, prefix="/book/" if base else "/")
    (book.folder / "conf.py").unlink(missing_ok=True)
    done = book.build("-n", "-W", "-E", "-a")
    assert done.returncode == 0, done.stderr
    out = book.folder.parent / "build" / "html"
    return {
        path.name: path.read_text()
        for path in out.glob("*.*")
        if path.suffix in {".html", ".txt", ".xml"}
    }


def tags(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)"', page))


def test_with_an_address(book):
    files = built(book, BASE)
    one = tags(files["one.html"])
    assert one["description"] == one["og:description"] == "셉니다. 더합니다."
    assert one["og:type"] == "article"
    assert one["og:url"] == BASE + "one.html"
    assert one["og:image"] == BASE + "_static/pictures/one.png"
    assert one["og:image:alt"] == "하나"
    assert one["twitter:card"] == "summary_large_image"
    assert tags(files["index.html"])["og:image"] == BASE + "_static/pictures/index.png"
    assert f'<link rel="canonical" href="{BASE}one.html"' in files["one.html"]
    assert "canonical" not in files["404.html"]
    addresses = re.findall("<loc>(.*?)</loc>", files["sitemap.xml"])
    assert addresses == [BASE + name for name in ("index.html", "one.html", "two.html")]
    assert "lastmod" not in files["sitemap.xml"]
    assert files["robots.txt"].endswith(f"Sitemap: {BASE}sitemap.xml\n")
    assert f"- [1. 하나]({BASE}one.html): 셉니다. 더합니다." in files["llms.txt"]
    assert 'href="/book/_static/' in files["404.html"]


def test_without_an_address_no_map_is_left_over(book):
    built(book, BASE)
    files = built(book, "")
    assert "sitemap.xml" not in files
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert not {"og:url", "og:image"} & set(tags(files["one.html"]))
    assert "- [1. 하나](one.html)" in files["llms.txt"]


def test_what_the_author_wrote_wins_and_is_said_once(book):
    page = built(book, "")["two.html"]
    assert page.count('name="description"') == 1
    assert tags(page)["og:description"] == "손으로 &quot;쓴&quot; 설명"


def test_a_picture_is_the_same_each_time_and_names_its_chapter():
    first = draw("제목", "책", 1, 3)
    assert draw("제목", "책", 1, 3) == first
    assert draw("제목", "책", 2, 3) != first
    assert draw("제목", "책", None, 0) != first
