"""What a reader's browser makes of every page."""

import base64
import io
import re

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image
from playwright.sync_api import Browser, Page, Response
from readable_text import in_dark_mode

from conftest import HTML, PAGES
from nnnotes.plotting.font import COLORS

CHAPTERS = [name for name in PAGES if name.startswith("chapters/")]


def test_there_are_pages():
    assert "index.html" in PAGES
    assert len(CHAPTERS) >= 2


@pytest.mark.parametrize("width", [375, 1280])
def test_no_page_scrolls_sideways_asks_elsewhere_or_complains(
    chromium: Browser, address: str, width: int
):
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    elsewhere, complaints = [], []
    tab.on("request", lambda request: elsewhere.append(request.url))
    tab.on("console", lambda message: complaints.append((tab.url, message.type, message.text)))
    tab.on("pageerror", lambda error: complaints.append((tab.url, "error", str(error))))

    def answered(answer: Response) -> None:
        if answer.status >= 400:
            complaints.append((tab.url, "failed", answer.url))

    tab.on("response", answered)
    too_wide = []
    for name in PAGES:
        tab.goto(address + name)
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(name)
    tab.close()
    assert not too_wide
    assert not [url for url in elsewhere if not url.startswith((address, "data:"))]
    assert not [line for line in complaints if line[1] in {"error", "warning", "failed"}]


def test_hangul_is_drawn_and_not_boxes(tab: Page, address: str):
    tab.goto(address + "index.html")
    drawn = """text => {
        const canvas = document.createElement("canvas").getContext("2d");
        canvas.font = getComputedStyle(document.querySelector("article p")).font;
        canvas.fillText(text, 10, 30);
        return canvas.getImageData(0, 0, 60, 60).data.join();
    }"""
    assert tab.evaluate(drawn, "신") != tab.evaluate(drawn, "경")
    assert tab.evaluate(drawn, "신") != tab.evaluate(drawn, "\U0010fffd")


def test_dark_figures_look_as_readable_text_reckons(chromium: Browser, address: str):
    """The colours of the palette, as Chromium shows them and as the build's check expects them."""
    tab = chromium.new_page(color_scheme="dark")
    tab.goto(address + "chapters/gates.html")
    drawn = Image.new("RGB", (8 * len(COLORS), 8))
    for place, color in enumerate(COLORS):
        drawn.paste(color, (8 * place, 0, 8 * place + 8, 8))
    png = io.BytesIO()
    drawn.save(png, "png")
    source = f"data:image/png;base64,{base64.b64encode(png.getvalue()).decode()}"
    tab.eval_on_selector(
        "img.computed",
        "(image, source) => { image.loading = 'eager'; image.src = source; }",
        source,
    )
    tab.wait_for_function(f"document.querySelector('img.computed').naturalWidth == {drawn.width}")
    shot = tab.locator("img.computed").first.screenshot()
    tab.close()
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    for place, color in enumerate(COLORS):
        middle = (int((place + 0.5) * seen.width / len(COLORS)), seen.height // 2)
        expected = 255 * in_dark_mode(np.array(to_rgb(color)))
        np.testing.assert_allclose(seen.getpixel(middle), expected, atol=3)


def test_dark_mode_turns_figures_over(chromium: Browser, address: str):
    shown = {}
    for scheme in ("light", "dark"):
        tab = chromium.new_page(color_scheme=scheme)
        tab.goto(address + "chapters/gates.html")
        style = "element => getComputedStyle(element)"
        shown[scheme] = [
            tab.eval_on_selector("img.computed", f"{style}.filter"),
            tab.eval_on_selector("body", f"{style}.backgroundColor"),
        ]
        tab.close()
    assert shown["light"][0] == "none"
    assert "invert(1)" in shown["dark"][0]
    assert shown["light"][1] != shown["dark"][1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_is_dark_in_the_dark(chromium: Browser, address: str, scheme: str):
    page = chromium.new_page(color_scheme=scheme)
    page.goto(address + "chapters/gates.html")
    ground = page.evaluate(
        "getComputedStyle(document.querySelector('.cell_input .highlight')).backgroundColor"
    )
    red, green, blue = (int(part) for part in re.findall(r"\d+", ground)[:3])
    assert (red + green + blue < 3 * 80) == (scheme == "dark"), ground
    page.close()


def test_solutions_unfold_by_keyboard(tab: Page, address: str):
    tab.goto(address + "chapters/gates.html")
    fold = tab.locator("section.exercise details.fold", has_text="풀이").first
    assert fold.get_attribute("open") is None
    fold.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert fold.get_attribute("open") is not None
    assert fold.locator(".exercise-checks, .highlight").first.is_visible()


def test_code_has_a_copy_button_with_a_korean_name(tab: Page, address: str):
    tab.goto(address + "chapters/gates.html")
    button = tab.locator("button.copybtn").first
    assert button.get_attribute("data-tooltip") == "복사하기"
    assert button.locator("title").text_content() == "복사하기"


def test_search_finds_a_chapter(tab: Page, address: str):
    tab.goto(address + "search.html?q=퍼셉트론")
    tab.wait_for_selector("#search-results li")
    assert "chapters/perceptrons" in tab.inner_html("#search-results")


def test_the_site_opens_from_a_folder(tab: Page):
    tab.goto((HTML / "chapters" / "gates.html").as_uri())
    assert tab.locator("article h1").inner_text().endswith("논리 게이트를 뉴런으로 만들기")
    assert tab.evaluate(
        "[...document.images].every(image => image.loading == 'lazy' || image.complete)"
    )


def test_results_in_the_gallery_are_named_in_korean(tab: Page, address: str):
    name = next(name for name in PAGES if name.startswith("gallery/") and "/plot_" in name)
    tab.goto(address + name)
    style = "element => getComputedStyle(element, '::before').content"
    assert tab.eval_on_selector(".sphx-glr-script-out", style) == '"결과"'
