"""The site's pages put into one, and the font that the printed book embeds."""

import sys

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from conftest import ROOT

sys.path.insert(0, str(ROOT / "docs" / "book"))
from book_font import write_truetype
from one_page import one_page, with_page_numbers

INDEX = '<div class="sidebar-tree"><a href="chapters/b.html">나</a><a href="chapters/a.html">가</a></div>'
PAGE = '<link rel="stylesheet" href="../_static/site.css?v=1"><article><section id="id1"><h1>제목 {name}</h1>{body}</section></article>'
LINKS = """<section id="id2"><h2>절</h2></section><script>1</script><a class="headerlink" href="#id1">¶</a>
<p><a href="#id2">여기</a> <a href="b.html#id1">저기</a> <a href="../reference/glossary.html">말</a>
<a href="../gallery/index.html#x">밖</a> <a href="https://example.org/">멀리</a></p>
<img src="../_images/p%20q.png" loading="lazy"><details><summary>풀이</summary>답</details>"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "index.html").write_text(INDEX)
    for folder in ("chapters", "reference"):
        (tmp_path / folder).mkdir()
    (tmp_path / "chapters" / "a.html").write_text(PAGE.format(name="가", body=LINKS))
    (tmp_path / "chapters" / "b.html").write_text(PAGE.format(name="나", body=""))
    for name in ("glossary", "notes", "bibliography"):
        (tmp_path / "reference" / f"{name}.html").write_text(PAGE.format(name=name, body=""))
    return tmp_path


def book(site, address=""):
    text = one_page(site, "책", "<p>판권</p>", site / "book.css", address)
    return BeautifulSoup(text, "html.parser")


def test_pages_stand_in_the_order_of_the_contents(site):
    page = book(site)
    assert [heading.get_text() for heading in page.select(".chapter h1")] == [
        *("제목 나", "제목 가", "제목 glossary", "제목 notes", "제목 bibliography")
    ]
    sheets = [link["href"].rsplit("/", 1)[1] for link in page.select("link")]
    assert sheets == ["site.css", "book.css"]


def test_the_contents_name_the_pages(site):
    text = one_page(site, "책", "", site / "book.css")
    targets = [link["href"][1:] for link in BeautifulSoup(text, "html.parser").select("nav a")]
    numbers = {target: number for number, target in enumerate(targets, 101)}
    page = BeautifulSoup(with_page_numbers(text, numbers), "html.parser")
    assert [link.get_text() for link in page.select("nav a")][:3] == [
        *("제목 나101", "제목 가102", "절103")
    ]
    assert not page.find(string="000")


def test_every_id_is_there_once_and_every_link_leads_to_one(site):
    page = book(site)
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    links = {link.get_text(): link["href"] for link in page.select(".chapter a")}
    assert links == {
        "여기": "#chapters-a--id2",
        "저기": "#chapters-b--id1",
        "말": "#reference-glossary",
        "멀리": "https://example.org/",
    }
    assert {link["href"][1:] for link in page.select("a[href^='#']")} <= set(ids)
    entries = page.select("nav a > span:first-child")
    assert [entry.get_text() for entry in entries][:3] == ["제목 나", "제목 가", "절"]


def test_what_is_not_in_the_book_leads_to_the_site_if_that_has_an_address(site):
    link = book(site, "https://example.org/nn/").find("a", string="밖")
    assert link["href"] == "https://example.org/nn/gallery/index.html#x"


def test_nothing_for_the_screen_is_left_and_folds_are_open(site):
    page = book(site)
    assert not page.select("script, .headerlink, img[loading]")
    assert page.select_one("img[src]")["src"] == "cover.png"
    assert page.select_one(".chapter img")["src"].endswith("/_images/p%20q.png")
    assert page.details.has_attr("open")


def test_the_font_keeps_its_shapes_and_only_the_characters_of_the_text(tmp_path):
    source = ROOT / "src" / "nnnotes" / "fonts" / "NnnotesSansKR-Regular.otf"
    write_truetype(source, "신경망 x", tmp_path / "font.ttf")
    font, whole = TTFont(tmp_path / "font.ttf"), TTFont(source)
    assert set(font.getBestCmap()) == {ord(character) for character in "신경망 x"}
    assert "glyf" in font
    assert "CFF " not in font
    name, old = font.getBestCmap()[ord("신")], whole.getBestCmap()[ord("신")]
    assert font["hmtx"][name][0] == whole["hmtx"][old][0]
    assert font["glyf"][name].numberOfContours > 2
    assert font["hmtx"][name][1] == font["glyf"][name].xMin
