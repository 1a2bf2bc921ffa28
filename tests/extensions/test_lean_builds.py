"""What a build leaves out is never missed: figure numbers and citations stay right."""

import pytest

FIGURE = """
:::{{figure}} {name}.png
:name: {name}

그림 {name}
:::

{{numref}}`{name}`, {{cite}}`{cited}`
"""
BOOKS = "".join(
    f"@book{{{k}, author={{{k.title()}}}, title={{T}}, publisher={{P}}, year={{1999}}}}"
    for k in "ab"
)


@pytest.fixture
def book(site):
    """Two pages with a figure and a citation each, and a bibliography."""
    site.names = ["lean_builds", "myst_parser", "sphinxcontrib.bibtex"]
    site.more = 'numfig = True\nbibtex_bibfiles = ["b.bib"]\nbibtex_default_style = "plain"'
    site.write("b.bib", BOOKS)
    site.write("index.md", "# 쪽\n\n```{toctree}\none\ntwo\nbooks\n```\n")
    site.write("books.md", "# 책\n\n```{bibliography}\n```\n")
    for name in ("one", "two"):
        site.write(f"{name}.png", "")
    site.write("one.md", "# 하나\n" + FIGURE.format(name="one", cited="b"))
    site.write("two.md", "# 둘\n" + FIGURE.format(name="two", cited="b"))
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    assert "그림 2" in site.text("two")
    return site


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_numbers_and_citations_follow_every_edit(book, jobs):
    assert "[1]" in book.text("two")
    page = "# 하나\n\n다른 글.\n" + FIGURE.format(name="one", cited="b")
    book.write("one.md", page)
    assert book.build("-W", "-j", jobs).returncode == 0
    assert "다른 글" in book.text("one")
    assert "그림 1" in book.text("one")
    assert "[1]" in book.text("one")
    book.write("one.md", page + FIGURE.format(name="new", cited="a"))
    book.write("new.png", "")
    assert book.build("-W", "-j", jobs).returncode == 0
    assert "그림 2" in book.text("one")
    assert "그림 3" in book.text("two")
    assert "[2]" in book.text("two")
    assert "A. T." in book.text("books")


def test_numbers_follow_a_page_that_goes(book):
    (book.folder / "one.md").unlink()
    book.write("index.md", "# 쪽\n\n```{toctree}\ntwo\nbooks\n```\n")
    assert book.build("-W").returncode == 0
    assert "그림 1" in book.text("two")


def test_nothing_is_written_again_when_nothing_changed(book):
    pages = book.folder.parent / "build" / "html"
    before = {path: path.stat().st_mtime_ns for path in pages.glob("*.html")}
    assert book.build("-W").returncode == 0
    after = {path: path.stat().st_mtime_ns for path in pages.glob("*.html")}
    again = {path.name for path in after if after[path] != before[path]}
    assert again <= {"genindex.html", "search.html"}
