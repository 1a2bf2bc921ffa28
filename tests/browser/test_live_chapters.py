"""Every cell of every chapter and gallery page, run in the browser: what the build shows."""

import re
from itertools import zip_longest

import pytest
from live_site import Live
from playwright.sync_api import Page

from conftest import PAGES

BOOK = [
    name
    for name in PAGES
    if name.startswith("chapters/") or re.match(r"gallery/.*/plot_", name) or name == "index.html"
]

# What each cell shows, as built and as run: texts, and the shapes of pictures.
CELLS = """() => {
  const ratio = (picture) => {
    const [, frames, columns] = picture.className.match(/film-(\\d+)-(\\d+)/) ?? [0, 1, 1];
    const one = Math.ceil(frames / columns) / columns;  // of a sheet of frames
    return one * picture.getAttribute("width") / picture.getAttribute("height");
  };
  const shown = (root, text, picture) => [...root.querySelectorAll(`${text}, ${picture}`)].map(
    (part) => part.tagName === "IMG" ? ratio(part) : part.textContent.trim());
  return [...document.querySelectorAll(".live-editor")].flatMap((editor) => {
    const cell = editor.closest("div.cell");
    if (editor.closest("section.exercise")) return [];
    const live = cell ? cell.querySelector(".live-output")
      : editor.nextElementSibling.nextElementSibling;
    const built = [];
    if (cell) built.push(...cell.querySelectorAll(":scope > .cell_output"));
    for (let next = live.nextElementSibling; !cell && next; next = next.nextElementSibling) {
      if (!next.matches("img, .sphx-glr-script-out")) break;
      built.push(next);
    }
    const box = document.createElement("div");
    box.append(...built.map((part) => part.cloneNode(true)));
    return [{ built: shown(box, "pre", "img"), live: shown(live, "pre", "img"),
      code: editor.innerText }];
  });
}"""
NUMBER = re.compile(r"-?\d+\.\d*(?:e[+-]?\d+)?|-?\d+e[+-]?\d+")


def plain(text: str) -> str:
    """Leave out what a 32-bit NumPy writes differently, and spaces."""
    text = re.sub(r",?\s*dtype=int(32|64)", "", text).replace("int32", "int64")
    return re.sub(r"\s+", "", text)


def comparable(outputs: list) -> list:
    """Drop NumPy's warnings (WebAssembly cannot tell of an overflow); texts before pictures."""
    kept = [re.sub(r"RuntimeWarning: .*", "", x) if isinstance(x, str) else x for x in outputs]
    kept = [x for x in kept if not isinstance(x, str) or x.strip()]
    return sorted(kept, key=lambda output: not isinstance(output, str))  # as in the gallery


def same(built: object, live: object) -> bool:
    """Tell whether two outputs agree: pictures in shape, floats to their last digits."""
    if isinstance(built, float | int) and isinstance(live, float | int):
        return built == pytest.approx(live, rel=0.05)
    if not (isinstance(built, str) and isinstance(live, str)):
        return False
    if NUMBER.sub("#", plain(built)) != NUMBER.sub("#", plain(live)):
        return False
    pairs = zip(NUMBER.findall(plain(built)), NUMBER.findall(plain(live)), strict=True)
    return all(float(a) == pytest.approx(float(b), rel=1e-6, abs=1e-12) for a, b in pairs)


@pytest.fixture
def page(request: pytest.FixtureRequest, name: str) -> Page:
    """A chapter starts a Python of its own; the many small pages of the gallery share one."""
    return request.getfixturevalue("live_tab" if name.startswith("gallery/") else "tab")


@pytest.mark.parametrize("name", BOOK)
def test_every_cell_gives_what_the_build_shows(page: Page, live_address: str, name: str):
    live = Live(page, live_address + name)
    total = page.evaluate(CELLS)
    last = f"셀 {len(total)}"
    live.button(f"{last} 위부터 모두 실행" if len(total) > 1 else f"{last} 실행").click()
    live.wait_until_idle(300)
    assert f"{last}: 실행했습니다" in live.said()
    differing = []
    for number, cell in enumerate(page.evaluate(CELLS), 1):
        built, shown = comparable(cell["built"]), comparable(cell["live"])
        if [*map(type, built)] != [*map(type, shown)] and all(isinstance(x, str) for x in built):
            built, shown = ["".join(built)], ["".join(shown)]  # the gallery joins them
        if not all(same(a, b) for a, b in zip_longest(built, shown)):
            differing.append((number, cell["code"], built, shown))
    assert not differing
    if name.startswith("chapters/"):
        solve_everything(live)


def solve_everything(live: Live) -> None:
    """Give every exercise the book's solution: each must be judged right."""
    solutions = live.tab.eval_on_selector_all(
        "section.exercise .exercise-solution pre", "all => all.map(pre => pre.textContent)"
    )
    wrong = {}
    for number, solution in enumerate(solutions, 1):
        live.write(f"연습 {number}", solution)
        live.button(f"연습 {number} 채점하기").click()
        live.wait_until_idle()
        if "맞았습니다!" not in live.said():
            wrong[number] = live.said()
    assert not wrong
