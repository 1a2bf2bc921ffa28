"""The tables of the lecture notes: links by themselves, and what ends the build."""

import re
from pathlib import Path

import pytest

from conftest import ROOT, Site

INDEX = """# 책

```{toctree}
second
first
notes
```
"""
NOTES = """# 노트와 사이트

```{note-items}
N01 | 딥러닝의 **정의** | 확인할 수 있게 씁니다.
N44 | AND 게이트 | 뉴런으로 만듭니다.
```

```{note-errata}
E33 | OR이 뒤집힘 | `return`을 바로잡습니다.
```
"""
FIRST = """# 첫 장

## 정의 하나

{covers}`N01` 딥러닝은 이렇습니다.

(erratum-e33)=
:::{admonition} 노트 바로잡기: OR
:class: correction
글
:::
"""
SECOND = """# 둘째 장

{covers}`N01 N44` 여기서도 다룹니다.

## AND

{covers}`N44` 자세히 봅니다.

{covers}`N44` 한 번 더 봅니다.
"""
COMPLETE = "note_items_complete = True"


@pytest.fixture
def book(site: Site) -> Site:
    site.names = ["myst_parser", "note_items"]
    site.more = COMPLETE
    for name, text in {"index": INDEX, "notes": NOTES, "first": FIRST, "second": SECOND}.items():
        site.write(f"{name}.md", text)
    return site


def built(site: Site, *options: str) -> None:
    done = site.build("-W", "-n", *options)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def ended(site: Site, *options: str) -> list[str]:
    """The lines a failing build prints; nothing may be said but what went wrong."""
    done = site.build(*options)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def links(page: str, key: str) -> list[tuple[str, str]]:
    """Addresses and texts of the links in a row of a table."""
    row = re.search(rf'<tr[^>]*id="item-{key.lower()}".*?</tr>', page, re.DOTALL)[0]
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', row)
    return [(address, re.sub("<.*?>", "", text)) for address, text in found]


def test_rows_link_to_every_place_in_the_order_of_the_book(book):
    built(book)
    page = book.html("notes")
    assert "<strong>정의</strong>" in page
    assert links(page, "N01") == [
        ("second.html#note-n01-1", "둘째 장"),
        ("first.html#note-n01-1", "첫 장: 정의 하나"),
    ]
    assert links(page, "N44") == [
        ("second.html#note-n44-1", "둘째 장"),
        ("second.html#note-n44-2", "둘째 장: AND"),
    ]
    assert links(page, "E33") == [("first.html#erratum-e33", "첫 장: 노트 바로잡기: OR")]


def test_the_anchors_are_in_the_pages_and_seen_by_nobody(book):
    built(book)
    page = book.html("second")
    for anchor in ("note-n01-1", "note-n44-1", "note-n44-2", "note-n44-3"):
        assert page.count(f'id="{anchor}"') == 1
    assert "N44" not in page
    assert book.html("first").count('id="erratum-e33"') == 1


def test_parallel_readers_find_the_same(book):
    for number in range(8):
        book.write(f"more{number}.md", f"---\norphan:\n---\n# 곁 {number}\n\n{{covers}}`N44`\n")
    built(book)
    alone = book.html("notes")
    built(book, "-E", "-a", "-j", "2")
    assert book.html("notes") == alone
    assert len(links(alone, "N44")) == 10


def test_a_changed_mark_changes_the_table_without_reading_it_again(book):
    built(book)
    book.write("second.md", SECOND.replace("{covers}`N01 N44`", ""))
    built(book)
    page = book.html("notes")
    assert links(page, "N01") == [("first.html#note-n01-1", "첫 장: 정의 하나")]
    assert links(page, "N44") == [("second.html#note-n44-1", "둘째 장: AND")]


def test_a_changed_title_changes_the_links(book):
    built(book)
    book.write("second.md", SECOND.replace("둘째 장", "게이트").replace("## AND", "## AND 하나"))
    built(book)
    texts = [text for _, text in links(book.html("notes"), "N44")]
    assert texts == ["게이트", "게이트: AND 하나"]


def test_a_page_that_is_gone_takes_its_links_along(book):
    built(book)
    (book.folder / "second.md").unlink()
    book.write("index.md", INDEX.replace("second\n", ""))
    book.write("first.md", FIRST.replace("N01", "N01 N44"))
    built(book)
    assert links(book.html("notes"), "N44") == [("first.html#note-n44-1", "첫 장: 정의 하나")]


def test_prose_alone_leaves_the_table_as_it_is(book):
    built(book)
    page = book.folder.parent / "build" / "html" / "notes.html"
    written = page.stat().st_mtime_ns
    book.write("second.md", SECOND + "\n말만 보탭니다.\n")
    built(book)
    assert page.stat().st_mtime_ns == written


def test_a_page_without_tables_may_stand_alone(book):
    (book.folder / "notes.md").unlink()
    book.write("index.md", INDEX.replace("notes\n", ""))
    built(book)


@pytest.mark.parametrize("builder", ["dirhtml", "text", "latex", "gettext"])
def test_other_builders_write_the_table(book, builder):
    book.more += '\nlanguage = "en"'  # LaTeX has no Korean hyphenation and says so
    built(book, "-b", builder)


def test_singlehtml_links_inside_its_page(book):
    built(book, "-b", "singlehtml")
    page = book.html()
    assert len(links(page, "N44")) == 2
    for address, _ in links(page, "N44"):
        assert f'id="{address.split("#")[-1]}"' in page


def test_an_item_without_a_place_ends_the_build(book):
    book.write("second.md", SECOND.replace("{covers}`N44`", "").replace("N01 N44", "N01"))
    book.write("first.md", FIRST.replace("(erratum-e33)=\n", ""))
    assert ended(book) == [
        "강의 노트의 항목이 맞지 않습니다:",
        "notes.md:5",
        "  N44",
        "  다룬 곳이 없습니다: 글에 {covers}`N44` 표시가 필요합니다",
        "notes.md:9",
        "  E33",
        "  다룬 곳이 없습니다: 글에 (erratum-e33)= 표시가 필요합니다",
    ]


def test_it_ends_an_incremental_and_a_parallel_build_as_well(book):
    built(book)
    book.write("first.md", FIRST.replace("(erratum-e33)=\n", ""))
    assert ended(book)[1] == "notes.md:9"
    assert ended(book, "-j", "2")[1] == "notes.md:9"
    book.write("first.md", FIRST)
    built(book)


def test_an_unfinished_book_says_so_in_the_table(book):
    book.more = ""
    book.write("second.md", "# 둘째 장\n")
    book.write("first.md", FIRST.replace("(erratum-e33)=\n", ""))
    built(book)
    assert book.html("notes").count("아직 다룬 곳이 없습니다") == 2


@pytest.mark.parametrize("complete", [COMPLETE, ""])
def test_marks_that_no_table_knows_end_the_build(book, complete):
    book.more = complete
    book.write("second.md", SECOND.replace("N01 N44", "N01 N99"))
    book.write("first.md", FIRST + "\n(erratum-e77)=\n한 문단.\n")
    assert ended(book) == [
        "강의 노트의 항목이 맞지 않습니다:",
        "first.md:14",
        "  (erratum-e77)=",
        "  어느 표에도 없는 항목입니다",
        "second.md:3",
        "  {covers}`N99`",
        "  어느 표에도 없는 항목입니다",
    ]


def test_an_item_listed_twice_ends_the_build(book):
    book.write("notes.md", NOTES.replace("N44 |", "N01 | 또 | 또\nN44 |"))
    assert ended(book)[1:] == [
        "notes.md:4",
        "  N01",
        "  두 번 적힌 항목입니다",
        "notes.md:5",
        "  N01",
        "  두 번 적힌 항목입니다",
    ]


@pytest.mark.parametrize("line", ["E01 | 글 | 글", "N07 | 글", "N07 | 글 | 글 | 글", "그냥 글"])
def test_a_line_that_is_no_item_is_an_error(book, line):
    book.write("notes.md", NOTES.replace("N44 |", f"{line}\nN44 |"))
    done = book.build("-W")
    assert done.returncode == 1
    assert f"'번호 | 글 | 글'이 아닌 줄입니다: {line}" in done.stderr


def test_a_mark_of_something_else_is_an_error(book):
    book.write("second.md", SECOND.replace("N01 N44", "N01, 44"))
    done = book.build("-W")
    assert done.returncode == 1
    assert "강의 노트의 항목이 아닙니다: N01, 44" in done.stderr


def test_the_page_of_the_site_holds_52_items_and_40_errata():
    text = Path(ROOT, "docs", "reference", "notes.md").read_text(encoding="utf-8")
    assert re.findall(r"^(N\d+) \|", text, re.MULTILINE) == [f"N{n:02}" for n in range(1, 53)]
    assert re.findall(r"^(E\d+) \|", text, re.MULTILINE) == [f"E{n}" for n in range(1, 41)]
