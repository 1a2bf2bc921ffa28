"""The listings in PyTorch that the chapters show print what the chapters say they print.

The build doesn't have PyTorch, so the pages show recorded output. Where PyTorch is installed, the
listings run here and their output is compared with the record.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

CHAPTERS = Path(__file__).parent.parent / "docs" / "chapters"
LISTINGS = {"torch_parts": "data", "torch_sharing": "tensors"}


@pytest.mark.parametrize("name", LISTINGS)
def test_listing_prints_what_the_page_shows(name):
    if find_spec("torch") is None:
        pytest.skip(f"PyTorch is not installed: docs/chapters/{name}.py was NOT run")
    run = subprocess.run(
        [sys.executable, "-W", "error", CHAPTERS / f"{name}.py"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=dict(os.environ, PYTHONUTF8="1"),
    )
    assert run.stdout == (CHAPTERS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "page"), LISTINGS.items())
def test_page_shows_the_listing_and_its_output(name, page):
    text = (CHAPTERS / f"{page}.md").read_text(encoding="utf-8")
    assert f"{{literalinclude}} {name}.py" in text
    assert f"{{literalinclude}} {name}.txt" in text
