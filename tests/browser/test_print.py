"""A printed chapter: text, figures and code on A4, and nothing that only a screen needs."""

import pytest
from playwright.sync_api import Browser, Page

from conftest import HTML

A4 = 794 - 2 * 38  # pixels, without margins of a centimetre
ON_SCREEN_ONLY = (
    ".sidebar-drawer, .toc-drawer, .mobile-header, .related-pages, .bottom-of-page, "
    ".page-tools, button, form, input, .live-start, .lab-controls, .headerlink"
)
SEEN = """elements => elements.filter(
    element => element.getClientRects().length && getComputedStyle(element).visibility != "hidden"
).map(element => element.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll("pre, table, div.math, img")].filter(
    each => each.scrollWidth > each.clientWidth + 1
        || each.getBoundingClientRect().right > innerWidth
).map(each => each.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def paper(chromium: Browser, address: str):
    tab = chromium.new_page(viewport={"width": A4, "height": 1100}, color_scheme="dark")
    tab.emulate_media(media="print")
    yield tab
    tab.close()


@pytest.mark.parametrize("name", ["frameworks", "gates", "training"])
def test_a_chapter_prints_clean(paper: Page, address: str, name: str):
    paper.goto(f"{address}chapters/{name}.html", wait_until="load")
    assert paper.eval_on_selector_all(ON_SCREEN_ONLY, SEEN) == []
    assert paper.evaluate(CUT) == []
    assert paper.evaluate("document.documentElement.scrollWidth") <= A4
    style = "(element, name) => getComputedStyle(element)[name]"
    for selector, name, value in (
        ("body", "backgroundColor", "rgb(255, 255, 255)"),
        ("article pre", "whiteSpace", "pre-wrap"),
        ("article figure", "breakInside", "avoid"),
        ("article h2", "breakAfter", "avoid"),
        ("section.exercise", "breakInside", "auto"),
        ("img.computed", "filter", "none"),
    ):
        assert paper.eval_on_selector(selector, style, name) == value, selector
    note = "element => getComputedStyle(element, '::after').content"
    assert "접어 둔 채" in paper.eval_on_selector("details.fold:not([open]) > summary", note)


def test_pages_opened_from_a_folder_show_formulas(tab: Page):
    """KaTeX's fonts and style sheet are found beside the page, without a server."""
    failed = []
    tab.on("requestfailed", lambda request: failed.append(request.url))
    tab.goto((HTML / "chapters" / "gates.html").as_uri())
    tab.evaluate("document.fonts.ready")
    assert tab.evaluate("document.fonts.check('16px KaTeX_Math')")
    formula = tab.locator(".math .katex-html").first
    assert formula.is_visible()
    height = formula.evaluate("each => each.getBoundingClientRect().height")
    assert 10 < height < 150
    assert tab.locator(".math .katex-mathml").first.evaluate("e => e.clientWidth") <= 1
    assert not [url for url in failed if "katex" in url]  # the labs' modules need a server
