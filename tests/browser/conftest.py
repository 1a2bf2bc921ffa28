"""The built site, served on this machine and opened in a real Chromium."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted import HTML, Quiet, hosted
from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS / "_ext"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PAGES = sorted(
    path.relative_to(HTML).as_posix()
    for pattern in (
        "*.html",
        "chapters/*.html",
        "gallery/*.html",
        "gallery/*/*.html",
        "reference/*.html",
    )
    for path in HTML.glob(pattern)
)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with hosted(Quiet) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.fixture(scope="session")
def live_address() -> Iterator[str]:
    from live_site import self_hosted
    from pyodide import PyodideError, pyodide

    try:
        pyodide()
    except PyodideError as error:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"살아 있는 셀의 시험은 실행되지 않았습니다. {error}")
    with self_hosted() as address:
        yield address


@pytest.fixture(scope="session")
def opener(chromium: Browser, live_address: str) -> Iterator[Page]:
    """A page that keeps one Python for the pages that are opened from it."""
    from shared_python import SCRIPT

    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(SCRIPT)
    page = context.new_page()
    page.goto(live_address + "search.html")
    yield page
    context.close()


@pytest.fixture
def live_tab(opener: Page) -> Iterator[Page]:
    """A new page without memory; its Python has been started before and has forgotten all."""
    opener.evaluate("localStorage.clear()")
    with opener.expect_popup() as opened:
        opener.evaluate("void open('about:blank')")
    yield opened.value
    opened.value.close()
    opener.evaluate("python?.settle()")
