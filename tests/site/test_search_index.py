"""What a reader loads in order to search, against what stock Sphinx would load."""

import gzip
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils import nodes
from sphinx.search import IndexBuilder, js_index, languages

from conftest import ROOT

EXTENSIONS = ROOT / "docs" / "_ext"
STOCK = Path(sys.modules["sphinx"].__file__).parent
TABLES = "titles filenames mapping title_mapping all_titles index_entries objtypes objnames"


@pytest.fixture
def korean(monkeypatch):
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    from korean_search import SearchKorean

    monkeypatch.setitem(languages, "ko", SearchKorean)
    return SearchKorean


def index(language: str, html: Path, options: dict) -> IndexBuilder:
    """Index the words of every page of the site as stock Sphinx does."""
    tables = {f"_search_index_{name}": {} for name in TABLES.split()}
    domains = SimpleNamespace(sorted=list)
    builder = IndexBuilder(
        SimpleNamespace(version=1, domains=domains, **tables), language, options, ""
    )
    doctrees = html.parent / "doctrees"
    for path in sorted(doctrees.rglob("*.doctree")):
        doctree = pickle.loads(path.read_bytes())
        name = path.relative_to(doctrees).with_suffix("").as_posix()
        title = next(doctree.findall(nodes.title)).astext()
        builder.feed(name, f"{name}.md", title, doctree)
    return builder


def weight(*texts: str) -> int:
    return sum(len(gzip.compress(text.encode(), 9)) for text in texts)


def test_the_index_and_its_script_are_no_larger_than_stock(html, korean):
    stock, own = index("en", html, {}), index("ko", html, {})
    stock_script = stock.get_js_stemmer_code() + str(sorted(stock.lang.stopwords))
    own_script = (html / "_static" / "language_data.js").read_text(encoding="utf-8")
    before = weight(js_index.dumps(stock.freeze()), stock_script)
    after = weight(js_index.dumps(own.freeze()), own_script)
    print(f"\nindex and language data, gzipped: stock {before:,} bytes, Korean {after:,} bytes")
    assert after <= before


def test_the_index_has_no_particles_and_keeps_what_english_ignores(html, korean):
    frozen = index("ko", html, {}).freeze()
    words = {*frozen["terms"], *frozen["titleterms"]}
    assert {"텐서", "가중치", "and", "or", "not", "xor", "truth_table"} <= words
    assert not {"텐서의", "텐서를", "텐서에서", "가중치를", "XOR은", "것", "the"} & words


def test_searchtools_is_sphinx_own(html):
    own = (html / "_static" / "searchtools.js").read_bytes()
    assert own == (STOCK / "themes" / "basic" / "static" / "searchtools.js").read_bytes()
