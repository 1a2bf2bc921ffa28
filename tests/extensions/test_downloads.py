"""The book's files are offered if they are there, and only then."""


def test_the_front_page_offers_what_has_been_made(site):
    site.names = ["myst_nb", "executed_pages", "downloads"]
    site.more = "templates_path = ['_templates']\n"
    site.write("_templates/page.html", "{{ (downloads or []) | tojson }} {{ body }}")
    site.write("index.md", "# 쪽\n\n```{toctree}\nother\n```\n")
    site.write("other.md", "# 쪽\n")
    target = site.folder.parent / "build" / "html" / "_downloads" / "book"
    assert site.build("-W").returncode == 0
    assert "[] " in site.html()
    assert not target.exists()

    site.write("_build/book/nnnotes.epub", "x" * 1_250_000)
    assert site.build("-W").returncode == 0
    assert '"kind": "EPUB"' in site.html()
    assert '"path": "_downloads/book/nnnotes.epub", "size": "1.2 MB"' in site.html()
    assert "PDF" not in site.html()
    assert "EPUB" not in site.html("other")
    assert (target / "nnnotes.epub").stat().st_size == 1_250_000

    (site.folder / "_build" / "book" / "nnnotes.epub").unlink()
    assert site.build("-W").returncode == 0
    assert "[] " in site.html()
