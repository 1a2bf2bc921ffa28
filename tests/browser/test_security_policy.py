"""The site behind the Content-Security-Policy that its ``_headers`` asks for."""

from collections.abc import Iterator

import pytest
from hosted import hosted
from live_site import CDN, SelfHosted
from playwright.sync_api import Browser, Page, expect
from pyodide import PyodideError, pyodide

from conftest import HTML

KINDS = [
    "index.html",
    "chapters/training.html",
    "chapters/gates.html",
    "chapters/frameworks.html",
    "gallery/index.html",
    "gallery/gates/plot_and.html",
    "reference/gates.html",
    "reference/hosting.html",
    "genindex.html",
    "search.html?q=퍼셉트론",
    "404.html",
]
LISTEN = """window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
    violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));"""


def policy() -> str:
    [line] = [one for one in (HTML / "_headers").read_text().splitlines() if "Policy: " in one]
    return line.partition(": ")[2]


class Strict(SelfHosted):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    with hosted(Strict) as address:
        yield address


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Page]:
    """A tab that must not have complained when the test is over."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab, complaints = context.new_page(), []
    tab.add_init_script(LISTEN)
    tab.on("console", lambda message: complaints.append((message.type, message.text)))
    tab.on("pageerror", lambda error: complaints.append(("error", str(error))))
    yield tab
    context.close()
    assert not [text for kind, text in complaints if kind in {"error", "warning"}]


def test_the_policy_is_strict():
    rules = dict(rule.split(" ", 1) for rule in policy().split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    scripts = rules["script-src"].split()
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts
    assert "'unsafe-inline'" not in rules["style-src"]
    assert len(rules["style-src"].split()) < 15
    elsewhere = [one for one in scripts if not one.startswith("'")]
    assert elsewhere == [CDN.partition("/pyodide/")[0]]
    assert all(rule.count("*") == 0 for rule in rules.values())


@pytest.mark.parametrize("name", KINDS)
def test_no_kind_of_page_breaks_it(watched: Page, strict: str, name: str):
    watched.goto(strict + name)
    watched.wait_for_load_state("networkidle")
    for lab in watched.locator("[data-lab]").all():
        lab.scroll_into_view_if_needed()
    assert watched.evaluate("violations") == []


def test_an_unknown_script_is_stopped(chromium: Browser, strict: str):
    tab = chromium.new_page()
    tab.add_init_script(LISTEN)
    tab.goto(strict + "index.html")
    tab.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), "
        "{textContent: 'window.wrong = 1'}))"
    )
    assert tab.evaluate("window.wrong") is None
    assert tab.evaluate("violations.length") == 1
    tab.close()


def test_what_a_reader_presses_works(watched: Page, strict: str):
    watched.goto(strict + "chapters/training.html")
    before = watched.evaluate("document.body.dataset.theme")
    watched.locator(".theme-toggle:visible").first.click()
    assert watched.evaluate("document.body.dataset.theme") != before
    watched.locator("div.cell .highlight").first.hover()
    watched.locator("button.copybtn").first.click()
    assert "import" in watched.evaluate("navigator.clipboard.readText()")
    watched.locator(".film-player button").click()
    font = watched.locator(".katex .mathnormal").first
    assert "KaTeX" in font.evaluate("element => getComputedStyle(element).fontFamily")
    assert watched.evaluate("document.fonts.check('16px KaTeX_Math')")
    watched.goto(strict + "chapters/gates.html")
    lab = watched.locator("[data-lab]").first
    lab.scroll_into_view_if_needed()
    shown = lab.locator(".lab-summary").inner_text()
    slider = lab.locator("input[type=range]").first
    slider.press("End")
    expect(lab.locator(".lab-summary")).not_to_have_text(shown)
    watched.goto(strict + "search.html?q=퍼셉트론")
    watched.locator("#search-results li").first.wait_for()
    assert watched.evaluate("violations") == []


def test_live_cells_run(watched: Page, strict: str):
    try:
        pyodide()
    except PyodideError as error:
        pytest.skip(f"살아 있는 셀의 시험은 실행되지 않았습니다. {error}")
    watched.goto(strict + "chapters/gates.html")
    watched.locator(".live-start button").click()
    watched.get_by_text("준비되었습니다").last.wait_for(timeout=60_000)
    watched.get_by_role("button", name="셀 1 실행", exact=True).click()
    watched.locator(".live-output", has_text="준비되었습니다").wait_for(timeout=60_000)
    assert watched.evaluate("violations") == []
