"""Run what a reader typed: the Python half of a live cell, loaded by ``live/worker.js``.

The outputs are those of the build (``page_runner`` is loaded beside this file), but meant for a
reader: warnings and stderr are shown instead of ending the page, and long output is cut.
"""

import ast
import builtins
import io
import json
import logging
import os
import sys
import warnings
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

import page_runner
from page_runner import Namespace, Output

MOST_CHARACTERS = 20_000
CUT = "\n… 출력이 길어 여기서 줄입니다 ({:,}자 가운데 앞의 {:,}자)."

namespace: Namespace = {"__name__": "__main__"}  # one for all cells of the page


class Printed(io.StringIO):
    """Keep the beginning of what is printed and only count the rest."""

    length = 0

    def write(self, text: str) -> int:
        super().write(text[: max(0, MOST_CHARACTERS - self.length)])
        self.length += len(text)
        return len(text)

    def getvalue(self) -> str:
        text = super().getvalue()
        return text if self.length <= MOST_CHARACTERS else text + cut(self.length)


def cut(length: int) -> str:
    """Say how much was left out."""
    return CUT.format(length, MOST_CHARACTERS) + "\n"


def shown_value(value: object) -> list[Output]:
    """Return the value of a cell's last line as an output, as Jupyter would."""
    if value is None or page_runner.is_drawing(value):
        return []
    text = repr(value)
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS] + cut(len(text))
    return [{"output_type": "execute_result", "data": {"text/plain": text}}]


def run_code(source: str, cell: str, names: Namespace) -> tuple[list[Output], bool]:
    """Run one cell; return its outputs and whether it went through."""
    printed = Printed()
    outputs, error_shown = [], []
    with (
        redirect_stdout(printed),
        redirect_stderr(printed),
        warnings.catch_warnings(record=True) as caught,
    ):
        warnings.simplefilter("always")
        warnings.filterwarnings("ignore", message=".*non-interactive, and thus cannot be shown")
        try:
            outputs += shown_value(page_runner.evaluate(source, names, cell))
            outputs += page_runner.draw_figures()
        except BaseException as error:
            error_shown = [page_runner.error_output(error)]
            close_figures()
    for warning in caught or []:
        print(f"{warning.category.__name__}: {warning.message}", file=printed)
    return page_runner.stream(printed) + outputs + error_shown, not error_shown


def close_figures() -> None:
    """Leave no half-drawn figure to the next cell."""
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


def run(source: str, cell: str) -> str:
    """Run a cell in the namespace of the page."""
    outputs, ok = run_code(source, cell, namespace)
    return json.dumps({"outputs": outputs, "ok": ok})


def attempt(source: str, cell: str, checks: str) -> str:
    """Run an answer in a copy of the namespace, and its checks if there are any."""
    copy = dict(namespace)
    outputs, ok = run_code(source, cell, copy)
    answer = {"outputs": outputs, "ok": ok}
    if checks and ok:
        answer |= judge(copy, checks)
    return json.dumps(answer)


def judge(names: Namespace, checks: str) -> dict[str, Any]:
    """Return whether the checks hold and, if not, what the first that fails says."""
    try:
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            page_runner.evaluate(checks, names, "<checks>")
    except BaseException as error:
        kind, text = page_runner.describe_error(error)
        if not isinstance(error, AssertionError):
            text = f"채점하는 중에 오류가 났습니다. {kind}: {text}"
        return {"right": False, "message": text or "기대한 결과와 다릅니다."}
    finally:
        close_figures()
    return {"right": True, "message": ""}


def needs_matplotlib(source: str) -> bool:
    """Tell whether a cell draws: nnnotes imports matplotlib only when it must."""
    import nnnotes

    try:
        tree = ast.parse(source)
    except SyntaxError:
        return False
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {(node.module or "").split(".")[0], *(alias.name for alias in node.names)}
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
    return bool(names & {*nnnotes._PLOTTING, "plotting", "matplotlib"})


def refuse_input(*_args: object) -> str:
    """Stand in for ``input``: a worker has no keyboard to ask."""
    raise RuntimeError("브라우저 안에서는 input()을 쓸 수 없습니다. 값을 코드에 적으십시오")


builtins.input = refuse_input
os.environ["MPLBACKEND"] = "agg"
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
