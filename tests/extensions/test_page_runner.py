"""An error looks the same in the built page and in the reader's browser."""

import builtins
import importlib
import json
import sys

import page_runner
import pytest

DIVIDE = "print('정의')\n\n\ndef divide(a, b):\n    return a / b"


@pytest.fixture
def live_runner(monkeypatch):
    """The browser's half, without what it does to the worker that imports it."""
    monkeypatch.setattr(builtins, "input", builtins.input)
    sys.modules.pop("live_runner", None)
    return importlib.import_module("live_runner")


def in_the_build(*cells: str) -> list[str]:
    namespace: dict[str, object] = {}
    for number, source in enumerate(cells, 1):
        tags = ["raises-exception"] if number == len(cells) else []
        step = {"source": source, "name": f"셀 {number}", "tags": tags}
        outputs = page_runner.run_cell(step, namespace)["outputs"]
    return outputs[-1]["traceback"]


def in_the_browser(live_runner, *cells: str) -> list[str]:
    for number, source in enumerate(cells, 1):
        answer = json.loads(live_runner.run(source, f"셀 {number}"))
    return answer["outputs"][-1]["traceback"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            [DIVIDE, "divide(1, 0)"],
            [
                "  셀 2 1행: divide(1, 0)",
                "  셀 1 5행: return a / b",
                "ZeroDivisionError: division by zero",
            ],
        ),
        (
            [DIVIDE, "def half(f):\n    return f() / 2", "x = 1\nhalf(lambda: divide(x, 0))"],
            [
                "  셀 3 2행: half(lambda: divide(x, 0))",
                "  셀 2 2행: return f() / 2",
                "  셀 1 5행: return a / b",
                "ZeroDivisionError: division by zero",
            ],
        ),
        (
            ["def divide(a, b):\n    return a / b\n\ndivide(1, 0)"],
            ["  2행: return a / b", "ZeroDivisionError: division by zero"],
        ),
        (["x = 1\nx +"], ["  2행: x +", "SyntaxError: invalid syntax (셀 1, line 2)"]),
        (["assert 1 > 2"], ["  1행: assert 1 > 2", "AssertionError"]),
        (["raise ValueError('첫 줄\\n둘째 줄')"], [..., "ValueError: 첫 줄"]),
    ],
)
def test_an_error_names_every_cell_it_passed_through(live_runner, cells, expected):
    shown = in_the_build(*cells)
    assert in_the_browser(live_runner, *cells) == shown
    assert shown[0] == "Traceback (most recent call last):"
    expected = [shown[1] if line is ... else line for line in expected]
    assert shown[1:] == expected


def test_an_edited_cell_may_be_shorter_than_the_function_it_still_calls(live_runner):
    live_runner.run(DIVIDE, "셀 1")
    answer = json.loads(live_runner.run("divide(1, 0)", "셀 1"))
    assert answer["outputs"][-1]["traceback"][-1] == "ZeroDivisionError: division by zero"
