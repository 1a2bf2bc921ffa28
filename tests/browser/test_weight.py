"""What the first view of a page costs a reader, over a compressed line, on a phone."""

import pytest
from hosted import HTML, hosted
from playwright.sync_api import Browser

CHAPTERS = sorted(path.stem for path in HTML.glob("chapters/*.html"))
PAGES = ["index", *(f"chapters/{name}" for name in CHAPTERS), "reference/gates", "gallery/index"]
BYTES, REQUESTS = 100_000, 16
SHIFTS = """new Promise(resolve => {
    let sum = 0;
    const watcher = new PerformanceObserver(list => {
        for (const shift of list.getEntries()) sum += shift.value;
    });
    watcher.observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 200);
})"""


@pytest.fixture(scope="module")
def compressed():
    with hosted() as address:
        yield address


def test_there_are_chapters():
    assert len(CHAPTERS) >= 10


@pytest.mark.parametrize("name", PAGES)
def test_the_first_view_is_light_and_nothing_jumps(chromium: Browser, compressed: str, name: str):
    tab = chromium.new_page(viewport={"width": 412, "height": 823})
    answers = []
    tab.on("response", lambda answer: answers.append(answer))
    tab.goto(f"{compressed}{name}.html")
    tab.wait_for_load_state("networkidle")
    shifts = tab.evaluate(SHIFTS)
    tab.close()
    asked = [one for one in answers if not one.url.startswith("data:")]
    assert all(one.url.startswith(compressed) and one.ok for one in asked)
    first = {
        one.url: int(one.headers["content-length"]) for one in asked if "_images" not in one.url
    }
    assert len(first) <= REQUESTS, sorted(first)
    assert sum(first.values()) <= BYTES, first
    assert shifts == 0


def test_a_wide_page_does_not_jump_either(chromium: Browser, compressed: str):
    tab = chromium.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(f"{compressed}chapters/gates.html")
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate(SHIFTS) == 0
    tab.close()


HEADINGS = "article > section > section > h2"
LAID_OUT = "heading => heading.checkVisibility({contentVisibilityAuto: true})"


def test_a_far_section_waits_until_a_reader_comes_near(chromium: Browser, compressed: str):
    tab = chromium.new_page(viewport={"width": 412, "height": 823})
    tab.goto(f"{compressed}chapters/perceptrons.html")
    tab.wait_for_load_state("networkidle")
    last = tab.locator(HEADINGS).last
    assert not last.evaluate(LAID_OUT)
    for _ in range(100):
        tab.mouse.wheel(0, 700)
        tab.wait_for_timeout(50)
        if last.evaluate(LAID_OUT):
            break
    assert last.evaluate(LAID_OUT)
    assert tab.evaluate(SHIFTS) == 0
    tab.close()


@pytest.mark.parametrize("width", [412, 1000, 1280])
def test_an_address_with_a_heading_leads_to_it(chromium: Browser, compressed: str, width: int):
    tab = chromium.new_page(viewport={"width": width, "height": 823})
    tab.goto(f"{compressed}chapters/perceptrons.html")
    name = tab.locator(HEADINGS).nth(5).evaluate("heading => heading.parentElement.id")
    tab.goto("about:blank")
    tab.goto(f"{compressed}chapters/perceptrons.html#{name}")
    tab.wait_for_load_state("networkidle")
    tab.wait_for_timeout(500)
    top = tab.evaluate("id => document.getElementById(id).getBoundingClientRect().top", name)
    assert -1 <= top <= 120
    tab.close()
