"""Run the code of one page as a plain Python program.

Started as a process of its own by ``executed_pages``. Reads ``{"steps": [...]}`` from stdin and
writes one JSON line for each finished step, so that a killed process still tells how far it got.
A step is a code cell, an inline value or an exercise; the first failure is the last line.
"""

import ast
import base64
import io
import json
import logging
import os
import re
import sys
import traceback
import warnings
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

Namespace = dict[str, Any]
Output = dict[str, Any]
LARGEST = 60_000  # bytes of a figure
sources: dict[str, str] = {}  # what each cell was when it last ran, for tracebacks


class StepError(Exception):
    """What a step did wrong, and on which line of its own source."""

    def __init__(self, line: int, kind: str, text: str):
        super().__init__(text)
        self.report = {"error": {"line": line, "type": kind, "text": text}}


def evaluate(source: str, namespace: Namespace, name: str) -> object:
    """Execute a cell; the value is that of its last line, if that is an expression."""
    sources[name] = source
    tree = ast.parse(source, name)
    last = tree.body.pop() if tree.body and is_result(tree.body[-1]) else None
    exec(compile(tree, name, "exec"), namespace)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), name, "eval"), namespace)


def run_code(source: str, namespace: Namespace, name: str, warns: bool = False) -> list[Output]:
    """Execute one cell and collect what a reader of a notebook would see below it."""
    printed, complained = io.StringIO(), io.StringIO()
    with (
        redirect_stdout(printed),
        redirect_stderr(complained),
        warnings.catch_warnings(record=warns) as caught,
    ):
        warnings.simplefilter("always" if warns else "error")
        try:
            value = evaluate(source, namespace, name)
        except Exception as error:
            error.printed = stream(printed)  # what a cell that may fail has shown so far
            raise
        pictures = list(draw_figures(strict=True))
    if complained.getvalue():
        first = complained.getvalue().strip().splitlines()[0]
        raise StepError(1, "stderr", f"셀이 표준 오류에 썼습니다: {first}")
    for warning in caught or []:
        print(f"{warning.category.__name__}: {warning.message}", file=printed)
    outputs = stream(printed)
    if value is not None and not is_drawing(value):
        data = {"text/plain": repr(value)}
        outputs.append({"output_type": "execute_result", "data": data, "metadata": {}})
    return outputs + pictures


def is_result(statement: ast.stmt) -> bool:
    """Tell an expression whose value is worth showing from a call such as ``ax.set(…)``."""
    if not isinstance(statement, ast.Expr):
        return False
    call = statement.value
    is_method = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    return not (is_method and re.match(r"set(_|$)", call.func.attr))


def stream(printed: io.StringIO) -> list[Output]:
    """Return what was printed as an output, if anything was."""
    text = printed.getvalue()
    return [{"output_type": "stream", "name": "stdout", "text": text}] if text else []


def is_drawing(value: object) -> bool:
    """Tell matplotlib's return values, which nobody wants to read, from results."""
    if "matplotlib" not in sys.modules:
        return False
    from matplotlib.artist import Artist
    from matplotlib.container import Container

    if isinstance(value, list | tuple):
        return bool(value) and all(is_drawing(item) for item in value)
    return isinstance(value, Artist | Container)


def small_png(number: int, strict: bool = False) -> tuple[bytes, dict[str, int]]:
    """Render a figure as a PNG with as many colours as it may weigh; return it and its size.

    The book is ``strict`` about what a reader's own figure may do: draw text that is hard to read.
    """
    import matplotlib.pyplot as plt
    from PIL import Image

    from nnnotes.plotting._strict import missing_glyphs_are_errors

    raw = io.BytesIO()
    with missing_glyphs_are_errors():
        plt.figure(number).savefig(raw, format="png", bbox_inches="tight", facecolor="white")
    if strict:
        from readable_text import check_text

        check_text(plt.figure(number))
    picture = Image.open(raw).convert("RGB")
    for colors in (128, 64, 32):
        small = few_colors(picture, colors)
        if len(small) <= LARGEST:
            break
    return small, {"width": picture.width, "height": picture.height}


def few_colors(picture: Any, colors: int) -> bytes:
    """Return a picture as a PNG that weighs little."""
    from PIL import Image

    png = io.BytesIO()
    few = picture.convert("RGB").quantize(colors, dither=Image.Dither.NONE)
    few.save(png, "png", optimize=True)
    return png.getvalue()


def draw_figures(strict: bool = False) -> Any:
    """Render and close every open figure."""
    if "matplotlib.pyplot" not in sys.modules:
        return
    import matplotlib.pyplot as plt

    for number in plt.get_fignums():
        png, size = small_png(number, strict)
        data = {"image/png": base64.b64encode(png).decode()}
        yield {"output_type": "display_data", "data": data, "metadata": {"image/png": size}}
    plt.close("all")


def places(error: BaseException) -> dict[str, int]:
    """Return the last line reached in each cell that the error passed through."""
    frames = traceback.walk_tb(error.__traceback__)
    found = [(frame.f_code.co_filename, line) for frame, line in frames]
    if isinstance(error, SyntaxError):
        found.append((error.filename or "", error.lineno or 1))
    return {name: line for name, line in found if name in sources}


def describe_error(error: BaseException) -> tuple[str, str]:
    """Return the type and the first line of the message."""
    return type(error).__name__, (str(error).strip().splitlines() or [""])[0]


def error_output(error: BaseException) -> Output:
    """Show the line of this cell, and of other cells whose functions it called."""
    reached = places(error)
    lines = ["Traceback (most recent call last):"]
    for name, line in reached.items():
        where = f"{name} " if len(reached) > 1 else ""
        shown = "".join(sources[name].splitlines()[line - 1 : line]).strip()
        lines.append(f"  {where}{line}행: {shown}")
    kind, text = describe_error(error)
    lines.append(f"{kind}: {text}" if text else kind)
    return {"output_type": "error", "ename": kind, "evalue": text, "traceback": lines}


def run_cell(step: Namespace, namespace: Namespace) -> Output:
    """Run one cell; the tag ``raises-exception`` asks for an error, ``warns`` for a warning."""
    tags = step.get("tags", [])
    try:
        outputs = run_code(step["source"], namespace, step["name"], "warns" in tags)
    except Exception as error:
        if "raises-exception" not in tags:
            raise
        return {"outputs": [*error.printed, error_output(error)]}
    if "raises-exception" in tags:
        raise StepError(1, "raises-exception", "오류가 나야 하는 셀에서 오류가 나지 않았습니다")
    return {"outputs": outputs}


def run_value(step: Namespace, namespace: Namespace) -> Output:
    """Evaluate the inside of an f-string replacement field: ``loss`` or ``loss:.3f``."""
    code = compile('f"""{' + step["source"] + '}"""', "<value>", "eval")
    return {"text": eval(code, namespace)}


def run_exercise(step: Namespace, namespace: Namespace) -> Output:
    """Run a solution against its checks, and prove that the bare starter fails them."""
    solved = dict(namespace)
    outputs = run_code(step["solution"], solved, step["name"])
    run_code(step["checks"], solved, "<checks>")
    started = dict(namespace)
    try:
        run_code(step["starter"] + "\n" + step["checks"], started, "<starter>")
    except Exception:
        return {"outputs": outputs}
    raise StepError(1, "checks", "시작 코드가 채점을 그대로 통과합니다")


RUNNERS = {"cell": run_cell, "value": run_value, "exercise": run_exercise}
NAMES = {"cell": "셀", "value": "값", "exercise": "연습"}  # as the page's live cells are called


def main() -> None:
    """Run the steps in order in one namespace and report each."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    namespace: Namespace = {"__name__": "__main__"}
    numbers: Counter[str] = Counter()
    for step in json.load(sys.stdin)["steps"]:
        kind = NAMES[step["kind"]]
        numbers[kind] += 1
        step["name"] = f"{kind} {numbers[kind]}"
        try:
            report = RUNNERS[step["kind"]](step, namespace)
        except StepError as error:
            report = error.report
        except BaseException as error:
            line = places(error).get(step["name"], 1)
            report = StepError(line, *describe_error(error)).report
        print(json.dumps(report, ensure_ascii=False), file=channel, flush=True)
        if "error" in report:
            return


if __name__ == "__main__":
    main()
