"""Live cells and exercises, with a real Pyodide in a real Chromium."""

import re
from collections.abc import Callable

import pytest
from live_site import CDN, Live, self_hosted
from playwright.sync_api import Page

from conftest import HTML

GATES = "chapters/gates.html"
GALLERY = "gallery/gates/plot_and.html"
ANSWER = 'gate = nn.Gate(weights=(1, -1), bias=-0.5, name="x1만")'


@pytest.fixture
def start(live_tab: Page, live_address: str) -> Callable[[str], Live]:
    return lambda name: Live(live_tab, live_address + name)


def test_nothing_is_fetched_before_the_press(tab: Page, address: str):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + GATES)
    tab.wait_for_load_state("networkidle")
    live = [url.split("/")[-1].split("?")[0] for url in asked if "/live/" in url]
    assert live == ["start.js"]
    assert not [url for url in asked if not url.startswith((address, "data:"))]


def test_only_pinned_addresses_are_asked_after_the_press(tab: Page, address: str):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.route(f"{CDN}**", lambda route: route.abort())
    tab.goto(address + GATES)
    tab.locator(".live-start button").click()
    tab.wait_for_selector("text=다시 시도")
    assert CDN + "pyodide.mjs" in tab.inner_text(".live-now")
    assert all(url.startswith((address, CDN, "data:", "blob:")) for url in asked)


def test_a_number_an_edit_and_one_namespace(start):
    live = start(GATES)
    assert "준비되었습니다" in live.run("셀 1")
    assert live.run("셀 2", "answer = 40 + 2\nanswer").strip() == "42"
    assert live.run("셀 3", "nn.AND(1, 1), answer + 1").strip() == "(1, 43)"


def test_cells_above_run_first(start):
    live = start(GATES)
    assert live.run("셀 2", "nn.AND(1, 1)").strip() == "1"
    assert "준비되었습니다" in live.output("셀 1").inner_text()


def test_a_figure_with_hangul(start):
    live = start(GATES)
    text = live.run("셀 2", 'fig, ax = plt.subplots()\nax.set_title("가나다 게이트")')
    assert text.strip() == ""  # no warning about glyphs, and no repr of a Text
    image = live.output("셀 2").locator("img")
    assert image.get_attribute("alt") == "고친 코드가 그린 그림"
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300


def test_a_figure_of_unchanged_code_keeps_its_words(start):
    live = start(GATES)
    old = live.tab.locator("figure:has(img.computed)").first
    alt = old.locator("img").get_attribute("alt")
    number = old.locator("figcaption .caption-number").inner_text()
    cell = live.tab.locator("div.cell:has(figure)").first
    cell.get_by_role("button", name="실행").first.click()
    live.wait_until_idle()
    assert cell.locator(".live-output img").get_attribute("alt") == alt
    assert number in cell.locator(".live-output figcaption").inner_text()


def test_an_error_names_its_line(start):
    live = start(GATES)
    code = "def divide(a, b):\n    return a / b\n\ndivide(1, 0)"
    lines = live.run("셀 2", code).strip().splitlines()
    assert lines == [
        "Traceback (most recent call last):",
        "  2행: return a / b",
        "ZeroDivisionError: division by zero",
    ]
    assert "셀 2에서 오류가 났습니다" in live.said()
    live.run("셀 2", "def divide(a, b):\n    return a / b")
    lines = live.run("셀 3", "x = 1\ndivide(x, 0)").strip().splitlines()
    assert lines[1:3] == ["  셀 3 2행: divide(x, 0)", "  셀 2 2행: return a / b"]
    assert live.run("셀 3", "1 +").strip().splitlines()[1:] == [
        "  1행: 1 +",
        "SyntaxError: invalid syntax (셀 3, line 1)",
    ]


def test_warnings_and_stderr_are_shown_and_long_output_is_cut(start):
    live = start(GATES)
    code = 'import sys, warnings\nwarnings.warn("조심")\nprint("이런", file=sys.stderr)'
    text = live.run("셀 2", code)
    assert "이런" in text
    assert "UserWarning: 조심" in text
    text = live.run("셀 2", "for i in range(300_000):\n    print(i)")
    assert "출력이 길어" in text
    assert len(text) < 21_000


def test_an_endless_loop_can_be_stopped(start):
    live = start(GATES)
    live.write("셀 2", "while True:\n    pass")
    live.button("셀 2 실행").click()
    live.wait_for("셀 2 실행 중")
    live.button("멈추기").click()
    live.wait_for("파이썬을 새로 켰습니다")
    assert live.run("셀 2", "nn.OR(0, 1)").strip() == "1"


def test_reset_brings_the_built_output_back(start):
    live = start(GATES)
    code = live.editor("셀 1").inner_text()
    built = live.tab.locator("div.cell").first.locator(".cell_output")
    live.run("셀 1", "1")
    assert not built.is_visible()
    live.button("셀 1 처음대로").click()
    assert built.is_visible()
    assert live.editor("셀 1").inner_text() == code


def test_a_missing_wheel_is_named_and_can_be_tried_again(tab: Page, live_address: str):
    tab.route("**/*.whl?v=*", lambda route: route.fulfill(status=404))
    live = Live(tab, live_address + GATES, ready="받지 못했습니다")
    assert "nnnotes-" in live.said()
    tab.unroute("**/*.whl?v=*")
    live.button("다시 시도").click()
    live.wait_for("준비되었습니다")


def test_a_missing_matplotlib_is_named(tab: Page, live_address: str):
    tab.route("**/matplotlib-*", lambda route: route.abort())
    live = Live(tab, live_address + GATES)
    live.button("셀 1 실행").click()
    live.wait_for("받지 못했습니다")
    assert "matplotlib" in live.said()
    tab.unroute("**/matplotlib-*")
    assert "준비되었습니다" in live.run("셀 1")


def test_a_slow_line_says_how_far_it_is(tab: Page):
    with self_hosted(delay=0.02) as slow:
        live = Live(tab, slow + GATES, ready="MB 받음")
        heard = {live.said()}
        while "준비되었습니다" not in live.said():
            heard.add(live.said())
            tab.wait_for_timeout(50)
    sizes = sorted({float(size) for said in heard for size in re.findall(r"([\d.]+) MB", said)})
    assert len(sizes) > 5
    assert sizes[-1] > 5


def test_offline_after_load(start):
    live = start(GATES)
    live.run("셀 1")
    live.tab.context.set_offline(True)
    assert live.run("셀 2", "nn.NAND(1, 1)").strip() == "0"
    live.run("셀 3", 'fig, ax = plt.subplots()\nax.set_title("가나다")')
    assert live.output("셀 3").locator("img").count() == 1
    live.tab.context.set_offline(False)


def test_what_was_typed_survives_a_reload_until_reset(start):
    live = start(GATES)
    live.write("셀 2", "'살아남은 글'")
    live = start(GATES)
    assert live.editor("셀 2").inner_text() == "'살아남은 글'"
    live.button("모두 처음대로").click()
    live = start(GATES)
    assert live.editor("셀 2").inner_text() != "'살아남은 글'"


def test_keyboard(start):
    live = start(GATES)
    editor = live.editor("셀 2")
    editor.fill("")
    editor.press("Shift")
    live.tab.keyboard.type("7/2")  # "/" is a shortcut of the page elsewhere
    live.tab.keyboard.press("Shift+Enter")
    live.wait_for("셀 2: 실행했습니다")
    assert live.output("셀 2").inner_text().strip() == "3.5"
    focused = "document.activeElement.getAttribute('aria-label')"
    live.tab.keyboard.press("Tab")
    assert live.tab.evaluate(focused) == "셀 2 실행"
    editor.focus()
    live.tab.keyboard.press("Escape")
    assert live.tab.evaluate(focused) == "셀 2 실행"
    assert live.tab.get_by_role("status").inner_text().startswith("셀 2")


def test_an_exercise_answers(start):
    live = start(GATES)
    verdict = live.tab.locator(".live-verdict").first
    live.button("연습 1 채점하기").click()
    live.wait_until_idle()
    assert "아직 아닙니다. 입력 (1, 0)에서 1이(가) 나와야" in verdict.inner_text()
    live.write("연습 1", "gate = ")
    live.button("연습 1 채점하기").click()
    live.wait_until_idle()
    assert "코드에 오류가 있습니다" in verdict.inner_text()
    live.write("연습 1", ANSWER + "\nonly_in_the_answer = 1")
    live.button("연습 1 채점하기").click()
    live.wait_until_idle()
    assert verdict.inner_text() == "맞았습니다!"
    assert "NameError" in live.run("셀 2", "only_in_the_answer")  # the answer stayed in its copy
    live = start(GATES)
    assert live.tab.locator(".live-verdict").first.inner_text() == "전에 맞힌 문제입니다."
    assert "연습 1/" in live.tab.locator(".sidebar-tree .live-count").inner_text()
    live.button("연습 진도 지우기").click()
    assert not live.tab.locator(".live-count").count()
    assert not live.tab.locator(".live-verdict").first.is_visible()


def test_narrow(live_tab: Page, live_address: str):
    tab = live_tab
    tab.set_viewport_size({"width": 375, "height": 800})
    live = Live(tab, live_address + GATES)
    live.run("셀 1")
    live.run("셀 2", "'" + "긴 줄 " * 100 + "'")
    assert not tab.evaluate("document.documentElement.scrollWidth > innerWidth")
    bar = tab.locator(".live-bar").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] <= 800


def test_a_gallery_page(start):
    live = start(GALLERY)
    last = live.tab.locator(".live-tools").count()
    live.button(f"셀 {last} 위부터 모두 실행").click()
    live.wait_until_idle()
    assert f"셀 {last}: 실행했습니다" in live.said()
    assert live.tab.locator(".live-output img").count() >= 1
    assert "UserWarning" not in live.tab.inner_text("article")


def test_without_the_bundle_a_textarea_does(live_tab: Page, live_address: str):
    live_tab.route("**/live/editor.js", lambda route: route.abort())
    live = Live(live_tab, live_address + GATES)
    assert live.tab.locator(".live-editor textarea").count()
    assert live.run("셀 1", "1 + 1").strip() == "2"


def test_opened_as_files_it_says_why_not(tab: Page):
    tab.goto((HTML / GATES).as_uri())
    tab.locator(".live-start button").click()
    tab.wait_for_selector("text=http.server")
