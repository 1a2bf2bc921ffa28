"""axe-core on every page, light and dark, wide and narrow; and all of a page by keyboard."""

from collections.abc import Iterator
from itertools import product

import pytest
from live_site import Live
from playwright.sync_api import Browser, Page

from conftest import HTML, PAGES

AXE = HTML.parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TWO_WAYS = [(1280, "light"), (375, "dark")]
EVERY_WAY = list(product((1280, 375), ("light", "dark")))
CHAPTERS = [name for name in PAGES if name.startswith("chapters/")]
WITH_LABS = [name for name in CHAPTERS if "data-lab" in (HTML / name).read_text("utf-8")]
ONE_OF_EACH_KIND = [
    "index.html",
    "search.html?q=텐서",
    "reference/glossary.html",
    "reference/notes.html",
    "reference/networks.html",
    "gallery/gates/index.html",
    "gallery/gates/plot_xor.html",
]
# As for a reader who has come past every section: those far away still wait with their layout.
READ = "article > section > section { content-visibility: visible !important }"
OTHERS = [name for name in PAGES if name not in {*CHAPTERS, *ONE_OF_EACH_KIND, "search.html"}]
WAYS = dict.fromkeys(ONE_OF_EACH_KIND, EVERY_WAY) | dict.fromkeys(CHAPTERS, TWO_WAYS)
WAYS |= {name: [EVERY_WAY[number % 4]] for number, name in enumerate(OTHERS)}  # in turn


@pytest.fixture(scope="module")
def sheet(chromium: Browser) -> Iterator[Page]:
    """One tab for all pages; without motion, no colour is on its way to another."""
    page = chromium.new_page(reduced_motion="reduce")
    yield page
    page.close()


def violations(page: Page, ways: list[tuple[int, str]]) -> list[tuple]:
    """Say what axe finds wrong: in which window, which rule, where and why."""
    script = """async (rules) => {
        await document.fonts.ready;
        await new Promise((settled) => requestAnimationFrame(() => setTimeout(settled, 50)));
        const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
        return violations.flatMap(({ id, nodes }) => nodes.map(
            (node) => [id, node.target.join(" "), node.failureSummary]));
    }"""
    page.add_script_tag(path=AXE)
    page.add_style_tag(content=READ)
    found = []
    for width, scheme in ways:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found += [(width, scheme, *each) for each in page.evaluate(script, RULES)]
    return found


def open_labs(page: Page) -> None:
    """Let every lab of the page start, and change each one."""
    for lab in page.locator("[data-lab]").all():
        lab.scroll_into_view_if_needed()
        lab.locator("form").wait_for()
        field = lab.locator("input, select").first
        field.press({"range": "ArrowRight"}.get(field.get_attribute("type"), "ArrowDown"))


@pytest.mark.parametrize("name", WAYS)
def test_axe_finds_nothing(sheet: Page, address: str, name: str):
    sheet.goto(address + name)
    if "?" in name:
        sheet.wait_for_selector("#search-results li")
    assert violations(sheet, WAYS[name]) == []


@pytest.mark.parametrize("name", WITH_LABS)
def test_axe_finds_nothing_once_cells_and_labs_are_on(live_tab: Page, live_address, name: str):
    live_tab.emulate_media(reduced_motion="reduce")
    live = Live(live_tab, live_address + name)
    open_labs(live_tab)
    live.run("셀 1", "print('글'); 1 / 0")
    live.button("셀 1 처음대로").click()
    if live.button("연습 1 채점하기").count():
        live.button("연습 1 채점하기").click()
        live.wait_until_idle()
    live.run("셀 1", "print('글'); 1 / 0")
    assert violations(live_tab, TWO_WAYS) == []


REACHABLE = """[...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(
    (part) => part.checkVisibility({ visibilityProperty: true }) && !part.disabled
        && part.type !== "hidden" && part.tabIndex >= 0)"""
WATCH = """() => {
    document.querySelectorAll("details").forEach((fold) => (fold.open = true));
    window.reached = new Map();
    document.addEventListener("focusin", ({ target }) => {
        const framed = [target, target.closest(".live-editor")].some((part) => {
            const { outlineStyle, outlineWidth } = part ? getComputedStyle(part) : {};
            return part && outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
        });
        reached.set(target, framed && target.checkVisibility({ opacityProperty: true }));
    });
    window.wanted = REACHABLE;
    document.body.tabIndex = -1;
    document.body.focus();
    return wanted.length;
}""".replace("REACHABLE", REACHABLE)
MISSED = "wanted.filter((part) => !reached.get(part)).map((part) => part.outerHTML.slice(0, 120))"


def test_tab_reaches_everything_and_shows_where_it_is(live_tab: Page, live_address: str):
    live_tab.emulate_media(reduced_motion="reduce")
    Live(live_tab, live_address + "chapters/gates.html")
    open_labs(live_tab)
    count = live_tab.evaluate(WATCH)
    assert count > 100
    for _ in range(count + 20):
        live_tab.keyboard.press("Tab")
    assert live_tab.evaluate(MISSED) == []


CUT_FRAMES = """() => {
    document.querySelectorAll("details").forEach((fold) => (fold.open = true));
    return REACHABLE.filter((part) => {
        part.focus({ focusVisible: true });
        const { outlineWidth, outlineOffset } = getComputedStyle(part);
        const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 0.5;
        const frame = part.getBoundingClientRect();
        const cut = new Set();
        for (let box = part.parentElement; box !== document.body; box = box.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(box);
            if (overflowX === "visible" && overflowY === "visible") continue;
            const outer = box.getBoundingClientRect();
            if (frame.left - reach < outer.left) cut.add("left");
            if (frame.right + reach > outer.right) cut.add("right");
            if (frame.top - reach < outer.top) cut.add("top");
            if (frame.bottom + reach > outer.bottom) cut.add("bottom");
        }
        return cut.size > 1;
    }).map((part) => part.outerHTML.slice(0, 120));
}""".replace("REACHABLE", REACHABLE)


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", ["chapters/training.html", "reference/gates.html"])
def test_the_frame_of_what_has_the_focus_is_not_cut_off(
    sheet: Page, address: str, name: str, width: int
):
    sheet.set_viewport_size({"width": width, "height": 800})
    sheet.goto(address + name)
    sheet.add_style_tag(content=READ)
    assert sheet.evaluate(CUT_FRAMES) == []


UNREACHED = """[...document.querySelectorAll("article div.math")].filter(
    (block) => block.scrollWidth > block.clientWidth && block.tabIndex !== 0).length"""


def test_a_formula_that_a_late_font_widens_is_reached_too(chromium: Browser, address: str):
    page = chromium.new_page(viewport={"width": 375, "height": 800})
    held = []
    page.route("**/*.woff2*", lambda route: held.append(route))
    page.goto(address + "reference/losses.html", wait_until="domcontentloaded")
    page.add_style_tag(content=READ)
    page.wait_for_timeout(500)
    before = page.locator("article div.math[tabindex='0']").count()
    for font in held:
        font.continue_()
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.wait_for_timeout(200)
    assert held
    assert page.locator("article div.math[tabindex='0']").count() > before
    assert page.evaluate(UNREACHED) == 0
    page.close()
