"""Execute the code of MyST pages during the build; myst-nb renders what comes out.

Every page runs in a process of its own (``page_runner``), as a reader would run it. Results are
kept on disk under a key made of the page's code, the parts of the package that it can depend on
(``package_parts``) and the versions in use: editing prose executes nothing, editing a function
executes the pages that use it.
A page that fails ends the build, after all pages were read, with three lines a failure.
"""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections import defaultdict, deque
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
from docutils import nodes
from failures import Failure, end_build
from kept import keep, kept
from myst_nb.core.read import read_myst_markdown_notebook
from package_parts import parts, state
from page_steps import ExerciseError, Step, page_steps
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole

RUNNER = Path(__file__).with_name("page_runner.py")
PACKAGE_PARTS = Path(__file__).with_name("package_parts.py")
READABLE_TEXT = Path(__file__).with_name("readable_text.py")
SHARPNESS = 1.5  # pixels of a figure for one of the page
SINGLE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

Report = dict[str, Any]
app: Sphinx  # set by setup(): a myst-nb reader is called with the text alone


def pages(env: BuildEnvironment) -> dict[str, Report]:
    """Return what is known of each page, kept with the environment between builds."""
    if not hasattr(env, "executed_pages"):
        env.executed_pages = {}
    return env.executed_pages


def code_hash(names: list[str] | None) -> Any:
    """Begin a hash with the code that runs and draws: ours, and those parts of the package."""
    ours = RUNNER.read_bytes() + READABLE_TEXT.read_bytes()
    return hashlib.sha256(ours + state(names).encode())


def page_hash(docname: str, names: list[str] | None) -> str:
    """Hash all that a page's results depend on, beside its own code."""
    digest = code_hash(names)
    for pattern in app.config.executed_pages_reads.get(docname, ()):
        for path in sorted(Path(app.srcdir).glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def page_parts(docname: str, steps: list[Step]) -> list[str] | None:
    """Return the modules that a page can depend on; None if it runs files that it reads."""
    if docname in app.config.executed_pages_reads:
        return None
    program = "\n".join(step.program() for step in steps)
    known = [PACKAGE_PARTS, state(None), program]
    folder = Path(app.doctreedir)
    return json.loads(
        kept(folder, "parts/{}.json", known, lambda: json.dumps(parts(program)).encode())
    )


def as_notebook(text: str, path: Path) -> nbformat.NotebookNode:
    return read_myst_markdown_notebook(
        text, config=app.env.myst_config, add_source_map=True, path=str(path)
    )


def read_page(text: str) -> nbformat.NotebookNode:
    """Read a page as a notebook with its outputs filled in (the reader of myst-nb)."""
    docname = app.env.current_document.docname
    path = app.env.doc2path(docname)
    notebook = as_notebook(text, path)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "python"}
    page = pages(app.env)[docname] = {"failures": [], "values": {}, "solutions": []}
    try:
        steps = page_steps(notebook, text)
    except ExerciseError as error:
        page["failures"].append(Failure(path, 1, "연습 문제", str(error)))
        steps = []
    if not steps:
        return notebook
    page["parts"] = page_parts(docname, steps)
    page["hash"] = page_hash(docname, page["parts"])
    reports = execute(steps, Path(path), page["hash"])
    page["cells"] = sum(step.kind == "cell" for step in steps)
    page["n_values"] = sum(step.kind == "value" for step in steps)
    page["exercises"] = sum(step.kind == "exercise" for step in steps)
    values: dict[str, deque[str]] = defaultdict(deque)
    cells = iter([cell for cell in notebook.cells if cell.cell_type == "code"])
    number = 0
    for step, report in zip(steps, reports, strict=False):
        number += step.kind == "cell"
        if error := report.get("error"):
            where = f"셀 {number}" if step.kind != "exercise" else "연습 문제"
            line = step.line + error["line"] - 1
            text = f"{error['type']}: {error['text']}"
            page["failures"].append(Failure(path, line, where, text))
        elif step.kind == "cell":
            fill_outputs(next(cells), report["outputs"], page, path, step, number)
        elif step.kind == "value":
            values[step.source].append(report["text"])
        else:
            page["solutions"].append(report["outputs"])
    page["values"] = dict(values)
    app.emit("page-executed", docname, notebook, page["values"])
    return notebook


def fill_outputs(
    cell: nbformat.NotebookNode,
    outputs: list[Report],
    page: Report,
    path: str,
    step: Step,
    number: int,
) -> None:
    """Put the outputs into the cell, and its short options where myst-nb looks for them."""
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    for output in outputs:
        if output["output_type"] == "execute_result":
            output["execution_count"] = number
    for output in pictures:
        size = output["metadata"]["image/png"]
        size.update(size_on_page(size))
    cell.outputs = nbformat.from_dict(outputs)
    cell.execution_count = number
    options = {key: cell.metadata.pop(key) for key in ("caption", "name") if key in cell.metadata}
    alt = cell.metadata.pop("alt", "")
    if not pictures:
        return
    if not alt:
        text = "그림에 :alt: 글이 없습니다"
        page["failures"].append(Failure(path, step.line, f"셀 {number}", text))
    kind = "computed photo" if "photo" in step.tags else "computed"
    image = {"alt": alt, "classes": kind}
    cell.metadata["mystnb"] = nbformat.from_dict({"image": image, "figure": options})


def size_on_page(pixels: dict[str, int]) -> dict[str, int]:
    """Return how large a figure is shown that has so many pixels."""
    return {side: round(number / SHARPNESS) for side, number in pixels.items()}


def execute(steps: list[Step], page: Path, known: str) -> list[Report]:
    """Return the reports of all steps up to the first failure, from disk if they are known."""
    request = json.dumps({"steps": [step.as_json() for step in steps]}, ensure_ascii=False)
    key = hashlib.sha256((known + request).encode()).hexdigest()[:32]
    path = Path(app.doctreedir, "executed", f"{key}.json")
    if path.exists():
        return json.loads(path.read_text(encoding="utf-8"))
    reports = run_process(request, page, len(steps))
    if not any("error" in report for report in reports):
        keep(path, json.dumps(reports, ensure_ascii=False))
    return reports


def run_process(request: str, page: Path, n_steps: int) -> list[Report]:
    """Run the steps in a fresh Python process; a silent end becomes a report as well."""
    seconds = app.config.executed_pages_timeout
    environment = dict(os.environ, MPLBACKEND="agg", PYTHONUTF8="1", PYTHONHASHSEED="0")
    environment |= dict.fromkeys(SINGLE_THREAD, "1")
    with subprocess.Popen(
        [sys.executable, str(RUNNER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=page.parent,
        encoding="utf-8",
    ) as process:
        try:
            output, complaint = process.communicate(request, timeout=seconds)
            end = f"실행 프로세스가 갑자기 끝났습니다(종료 코드 {process.returncode})"
            last_words = complaint.strip().splitlines()[-1:] if process.returncode else []
            reason = ": ".join([end, *last_words])
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
            reason = f"{seconds}초 안에 끝나지 않았습니다"
    reports = [json.loads(line) for line in output.splitlines() if line.endswith("}")]
    if len(reports) < n_steps and not any("error" in report for report in reports):
        reports.append({"error": {"line": 1, "type": "중단", "text": reason}})
    return reports


def execute_ahead(_app: Sphinx) -> None:
    """Begin to execute the pages of a first build while sphinx-gallery runs the examples.

    Nothing but the kept results comes of it: what fails here is told when the page is read.
    """
    app.reading_begins, app.ahead = threading.Event(), None
    if app.parallel > 1 and not app.env.all_docs:
        app.env.project.discover(app.config.exclude_patterns, app.config.include_patterns)
        docnames = sorted(app.env.project.docnames)
        app.ahead = threading.Thread(target=execute_pages, args=[docnames], daemon=True)
        app.ahead.start()


def execute_pages(docnames: list[str]) -> None:
    """Execute one page after the other until reading begins."""
    for docname in docnames:
        path = Path(app.env.doc2path(docname))
        if app.reading_begins.is_set() or path.suffix != ".md":
            continue
        with suppress(Exception):
            text = path.read_text(encoding="utf-8")
            if steps := page_steps(as_notebook(text, path), text):
                execute(steps, path, page_hash(docname, page_parts(docname, steps)))


def stop_ahead(_app: Sphinx, _env: BuildEnvironment, _docnames: list[str]) -> None:
    app.reading_begins.set()
    if app.ahead:
        app.ahead.join()


class ValueRole(SphinxRole):
    """``{value}`expression:format```: a number in the prose, taken from the cells above it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        page = pages(self.env)[self.env.current_document.docname]
        known = page["values"].get(self.text)
        if known:
            return [nodes.inline(self.text, known.popleft(), classes=["computed-value"])], []
        if page["failures"]:
            return [nodes.inline(self.text, "?")], []
        message = self.inliner.reporter.error(f"계산되지 않은 값입니다: {self.text}")
        return [nodes.problematic(self.rawtext, self.rawtext)], [message]


def outdated_pages(_app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
    """Read pages again whose code ran with another state of the package."""
    return [
        docname
        for docname, page in pages(env).items()
        if "hash" in page and page["hash"] != page_hash(docname, page["parts"])
    ]


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what is known of a page that is read again or gone."""
    pages(env).pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, docnames: set[str], other: Any) -> None:
    """Collect what a parallel reader found."""
    found = pages(other)
    pages(env).update({name: found[name] for name in docnames if name in found})


def report_failures(_app: Sphinx, env: BuildEnvironment) -> None:
    """End the build if any page failed: file and line, cell, exception."""
    failures = [failure for page in pages(env).values() for failure in page["failures"]]
    if failures:
        end_build("실행하지 못한 쪽이 있습니다", failures)


def setup(sphinx: Sphinx) -> dict[str, Any]:
    """Connect the reader, the role and the bookkeeping."""
    global app
    app = sphinx
    sphinx.add_config_value("executed_pages_timeout", 120, "env", int)
    sphinx.add_config_value("executed_pages_reads", {}, "", dict)
    sphinx.add_event("page-executed")
    sphinx.add_role("value", ValueRole())
    sphinx.connect("builder-inited", execute_ahead)
    sphinx.connect("env-before-read-docs", stop_ahead)
    sphinx.connect("env-get-outdated", outdated_pages)
    sphinx.connect("env-purge-doc", forget)
    sphinx.connect("env-merge-info", merge)
    sphinx.connect("env-updated", report_failures)
    return {"env_version": 2, "parallel_read_safe": True, "parallel_write_safe": True}
