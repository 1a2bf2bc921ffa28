"""The built site served with a Pyodide of its own, and a page of it with its button pressed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hosted import Quiet, hosted
from playwright.sync_api import Locator, Page
from pyodide import VERSION, pyodide

CDN = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
READY = "준비되었습니다"


class SelfHosted(Quiet):
    """Serve Pyodide in a folder, and the pages as if they had been built for it."""

    delay = 0.0  # seconds for each 64 KB of Pyodide

    def translate_path(self, path: str) -> str:
        if path.startswith("/pyodide/"):
            return str(pyodide() / path.removeprefix("/pyodide/").split("?")[0])
        return super().translate_path(path)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.exists():
            super().do_GET()
            return
        page = path.read_bytes().replace(CDN.encode(), b"/pyodide/")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def copyfile(self, source, outputfile) -> None:
        if not (self.delay and self.path.startswith("/pyodide/")):
            super().copyfile(source, outputfile)
            return
        while part := source.read(65536):
            time.sleep(self.delay)
            outputfile.write(part)


@contextmanager
def self_hosted(delay: float = 0.0) -> Iterator[str]:
    handler = type("Handler", (SelfHosted,), {"delay": delay})
    with hosted(handler) as address:
        yield address


class Live:
    """A page whose start button was pressed."""

    def __init__(self, tab: Page, url: str, ready: str = READY) -> None:
        self.tab = tab
        tab.goto(url)
        tab.locator(".live-start button").click()
        self.wait_for(ready)

    def said(self) -> str:
        return self.tab.inner_text(".live-now")

    def wait_for(self, text: str, seconds: float = 60) -> None:
        """Wait until the bar says this."""
        script = "text => document.querySelector('.live-now')?.textContent.includes(text)"
        self.tab.wait_for_function(script, arg=text, timeout=seconds * 1000)

    def wait_until_idle(self, seconds: float = 120) -> None:
        stop = "[...document.querySelectorAll('.live-bar button')][0]"
        self.tab.wait_for_function(f"{stop}.hidden", timeout=seconds * 1000)

    def button(self, name: str) -> Locator:
        return self.tab.get_by_role("button", name=name, exact=True)

    def editor(self, name: str) -> Locator:
        return self.tab.locator(f'[aria-label^="{name} 코드"]')

    def output(self, name: str) -> Locator:
        """What a cell gave: the next output after its editor."""
        path = 'xpath=following::div[contains(@class, "live-output")][1]'
        return self.editor(name).locator(path)

    def write(self, name: str, code: str) -> None:
        self.editor(name).fill(code)
        self.editor(name).press("Shift")

    def run(self, name: str, code: str | None = None) -> str:
        """Run a cell, perhaps with other code in it, and return the text it gave."""
        if code is not None:
            self.write(name, code)
        self.button(f"{name} 실행").click()
        self.wait_until_idle()
        return self.output(name).inner_text()
