"""Search as a reader meets it: found at once, in Korean, with the sentence and the word."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import HTML

QUERIES = json.loads(
    (Path(__file__).parents[1] / "site" / "search_queries.json").read_text(encoding="utf-8")
)
MEASURE = """queries => queries.map(query => {
    const times = [];
    let found;
    for (let turn = 0; turn < 3; turn++) {
        const start = performance.now();
        found = Search.find(query);
        times.push(performance.now() - start);
    }
    return { time: Math.min(...times), pages: found.items.map(item => item[0]) };
})"""

MEASURE_FIRST = """() => {
    const start = performance.now();
    Search.find("텐서");
    return performance.now() - start;
}"""


@pytest.fixture(scope="module")
def results(chromium: Browser, address: str) -> list[dict]:
    tab = chromium.new_page()
    tab.goto(address + "search.html?q=텐서")
    tab.wait_for_selector("#search-results li")
    found = tab.evaluate(MEASURE, [each["query"] for each in QUERIES])
    tab.goto(address + "search.html")
    tab.wait_for_function("Search._index")
    print(f"\nfirst search on a page: {tab.evaluate(MEASURE_FIRST):.1f} ms")
    tab.close()
    return [{**each, **result} for each, result in zip(QUERIES, found, strict=True)]


def show(tab: Page, address: str, query: str) -> list[str]:
    """Ask for something and return the addresses that the page links to."""
    tab.goto(f"{address}search.html?q={query}")
    tab.wait_for_function("Search._index && !Search.title?.innerText.includes('찾는 중')")
    return tab.eval_on_selector_all("#search-results li a", "links => links.map(a => a.href)")


def test_there_are_enough_queries_about_pages_that_exist():
    assert len({each["query"] for each in QUERIES}) == len(QUERIES) >= 100
    pages = {page for each in QUERIES for page in each["top"]}
    assert not [page for page in pages if not (HTML / f"{page}.html").exists()]


def test_the_right_pages_come_first_and_fast(results):
    wrong = [each for each in results if each["pages"] and each["pages"][0] not in each["first"]]
    late = [each for each in results if not set(each["top"]) <= set(each["pages"][:5])]
    nothing = [each for each in results if not each["pages"]]
    times = sorted(each["time"] for each in results)
    middle, slowest = times[len(times) // 2], times[-1]
    count = len(results)
    print(
        f"\n{count} queries: first hit right {1 - (len(wrong) + len(nothing)) / count:.1%}, "
        f"expected in the top five {1 - len(late) / count:.1%}, "
        f"no result {len(nothing) / count:.1%}, "
        f"median {middle:.1f} ms, slowest {slowest:.1f} ms"
    )
    for each in wrong:
        print("first:", each["query"], each["pages"][:1], "expected", each["first"])
    for each in late:
        print("top:  ", each["query"], each["pages"][:5], "expected", each["top"])
    assert len(wrong) + len(nothing) <= 0.10 * count
    assert len(late) <= 0.03 * count
    assert len(nothing) <= 0.01 * count
    assert slowest < 20


@pytest.mark.parametrize(("query", "word"), [("텐서에서는", "텐서"), ("그래디언트", "기울기")])
def test_a_result_shows_the_sentence_with_the_word_marked(tab, address, query, word):
    show(tab, address, query)
    tab.wait_for_selector("#search-results li p.context mark")
    marks = tab.eval_on_selector_all(
        "#search-results mark", "marks => marks.map(m => m.innerText)"
    )
    assert word in marks


def test_a_term_of_the_glossary_shows_its_definition(tab, address):
    show(tab, address, "안장점")
    term = tab.locator("#search-results li", has_text="용어집 >").first
    term.locator("p.context").wait_for()
    assert "기울기가 0이지만" in term.inner_text()


def test_an_api_name_leads_to_its_description(tab, address):
    assert show(tab, address, "nn.truth_table()")[0].endswith("#nnnotes.gates.truth_table")


def test_words_that_english_would_ignore_are_found(tab, address):
    for query in ("AND", "or", "Not"):
        assert show(tab, address, query), query


def test_nonsense_finds_nothing_and_says_so_in_korean(tab, address):
    assert show(tab, address, "쀍뛟쨻") == []
    assert "찾지 못했습니다" in tab.inner_text("#search-results")


def test_all_texts_of_the_search_page_are_korean(tab, address):
    show(tab, address, "텐서")
    texts = [tab.title(), tab.inner_text("#search-results h2"), tab.inner_text("article h1")]
    texts += [tab.inner_text("#search-results .search-summary")]
    assert texts[0].startswith("검색")
    assert re.fullmatch(r"\d+곳을 찾았습니다\.", texts[-1])
    assert not re.search("[A-Za-z]", "".join(texts[1:]))


def test_a_query_is_text_and_no_markup(tab, address):
    shown = []
    tab.on("dialog", lambda dialog: (shown.append(dialog.message), dialog.dismiss()))
    show(tab, address, "<img src=x onerror=alert(1)>텐서")
    assert not shown
    assert not tab.query_selector("#search-results img")


def test_only_the_search_page_loads_the_index(chromium: Browser, address: str):
    asked = []
    tab = chromium.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + "chapters/gates.html", wait_until="networkidle")
    names = ("searchindex", "searchtools", "language_data")
    assert not [url for url in asked if any(name in url for name in names)]
    tab.goto(address + "search.html", wait_until="networkidle")
    assert all(any(name in url for url in asked) for name in names)
    tab.close()


def test_search_works_in_a_folder_opened_from_disk(tab):
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    links = show(tab, f"{HTML.as_uri()}/", "브로드캐스팅")
    assert "chapters/tensors.html" in links[0]
    assert not complaints
