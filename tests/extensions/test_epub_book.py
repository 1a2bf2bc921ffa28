"""The EPUB: strict XHTML without scripts, formulas as MathML, a cover, Korean metadata."""

import re
import shutil
import zipfile
from xml.etree import ElementTree

import pytest
from npm_assets import install

from conftest import ROOT

PAGE = """# 쪽

글 $x^2$ 글

```{code-cell}
base = 10
base
```

:::{lab} gate
질문입니다.
:::

::::{exercise} 두 배
질문 …
```{starter}
double = None
```
```{solution}
double = 2 * base
double
```
```{checks}
assert double == 20
```
::::
"""
SETTINGS = """
html_math_renderer = "prerendered"
html_static_path = ["_static"]
epub_title = "제목"
epub_author = epub_contributor = epub_publisher = epub_copyright = "쓴 사람"
epub_description = "설명"
epub_uid = "book"
epub_identifier = "urn:uuid:9e4761c0-ba86-5092-a0ee-7fc1da6b3bfd"
epub_cover = ("_static/cover.png", "epub-cover.html")
epub_show_urls = "no"
"""


@pytest.fixture
def book(site):
    site.folder.mkdir()
    (site.folder / "node_modules").symlink_to(install(ROOT / "docs"), target_is_directory=True)
    shutil.copy(ROOT / "docs" / "package-lock.json", site.folder)
    shutil.copytree(ROOT / "docs" / "_static" / "labs", site.folder / "_static" / "labs")
    site.names += ["npm_assets", "formulas", "live_cells", "labs", "epub_book"]
    site.more = SETTINGS + 'version = release = "1"\n'
    site.write("index.md", PAGE)
    done = site.build("-W", "-n", "-b", "epub", "-d", str(site.folder.parent / "doctrees"))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(site.folder.parent / "build" / "html" / "t.epub") as archive:
        yield archive


def test_the_book_is_what_an_e_reader_wants(book):
    has_xhtml_with_mathml_and_without_scripts(book)
    has_a_manifest_that_tells_what_is_in_it(book)


def has_xhtml_with_mathml_and_without_scripts(book):
    for name in book.namelist():
        if name.endswith(".xhtml"):
            ElementTree.fromstring(book.read(name))
    page = book.read("index.xhtml").decode()
    assert 'xml:lang="ko"' in page
    assert "<math xmlns" in page
    assert "katex-html" not in page
    assert "<script" not in page
    assert "data-lab" not in page
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert re.search(r"풀이</summary>.*>20\n<", page, re.DOTALL)


def has_a_manifest_that_tells_what_is_in_it(book):
    contents = book.read("content.opf").decode()
    for text in (
        "<dc:language>ko</dc:language>",
        "<dc:title>제목</dc:title>",
        'href="index.xhtml" properties="mathml svg"',
        'href="_static/cover.png" properties="cover-image"',
    ):
        assert text in contents
    identifier = re.search(r"<dc:identifier[^>]*>([^<]*)<", contents)[1]
    assert f'content="{identifier}"' in book.read("toc.ncx").decode()
    assert book.read("_static/cover.png").startswith(b"\x89PNG")
    static = {name for name in book.namelist() if name.startswith("_static/")}
    assert not [name for name in static if "live" in name or "katex" in name or ".js" in name]
