"""Offer each executed page as a Jupyter notebook, in Markdown that Jupyter can show.

Roles become text, boxes become quotations, an exercise becomes its question, a cell with the
starter and a folded solution; the outputs of the build stay in the cells.
"""

import re
import shutil
from collections import deque
from pathlib import Path
from typing import Any

import nbformat
from executed_pages import pages
from kept import keep
from nbformat import NotebookNode
from page_steps import read_exercise
from sphinx.application import Sphinx

INTRODUCTION = (
    "이 노트북은 nnnotes 책의 한 장입니다. 셀을 실행하려면 먼저 터미널에서 "
    "`pip install nnnotes`를 실행하십시오."
)
ROLE = re.compile(r"\{([\w:.-]+)\}`([^`]+)`")
TARGET = re.compile(r"^\([\w-]+\)=\n", re.MULTILINE)
OPTION = re.compile(r"^:[\w-]+:.*$")
EXERCISE = re.compile(r"^(:{3,})\{exercise\} (.*)\n((?:.*\n)*?)\1(?!:)[ ]*$", re.MULTILINE)
BOX = re.compile(r"^(:{3,}|`{3,})\{([\w-]+)\} ?(.*)\n((?:.*\n)*?)\1(?![:`])[ ]*$", re.MULTILINE)


def role_text(name: str, content: str, values: dict[str, deque[str]]) -> str:
    """Return what a reader of the page sees in place of a role."""
    if name == "covers":
        return ""
    if name == "value":
        return values[content].popleft() if values.get(content) else content
    shown = re.fullmatch(r"(.*?)\s*<[^<>]+>", content, re.DOTALL)
    text = shown[1] if shown else content.lstrip("~!").removeprefix("/")
    if name.startswith("cite"):
        return f"({text})"
    return f"`{text}`" if name in {"func", "class", "mod", "meth", "data", "attr"} else text


def split_options(body: str) -> str:
    """Drop the option lines at the top of a directive."""
    lines = body.splitlines()
    while lines and (OPTION.match(lines[0]) or not lines[0].strip()):
        del lines[0]
    return "\n".join(lines)


def box_text(found: re.Match[str]) -> str:
    """Rewrite a directive for Jupyter."""
    _, name, title, body = found.groups()
    body = plain_boxes(split_options(body) + "\n").strip()
    if name == "fold":
        return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"
    if name in {"toctree", "bibliography"}:
        return ""
    if name in {"literalinclude", "code-block", "code"}:
        return f"```{title}\n{body}\n```"
    if name == "lab":
        title = "실험: 이 장의 웹 페이지에서 움직여 볼 수 있습니다"
    lines = [f"**{title}**", "", *body.splitlines()] if title else body.splitlines()
    return "\n".join(f"> {line}".rstrip() for line in lines)


def plain_boxes(text: str) -> str:
    return BOX.sub(box_text, text)


def exercise_cells(title: str, body: str, number: int) -> list[NotebookNode]:
    """Return the question, the starter to work on and the folded answer."""
    parts = read_exercise(body)
    hints = [f"<details><summary>힌트</summary>\n\n{hint}\n\n</details>" for hint in parts.hints]
    question = split_options(parts.question).strip()
    answer = f"```python\n{parts.solution}\n```\n\n채점:\n\n```python\n{parts.checks}\n```"
    return [
        nbformat.v4.new_markdown_cell(
            "\n\n".join([f"### 연습 {number}. {title}", question, *hints])
        ),
        nbformat.v4.new_code_cell(parts.starter),
        nbformat.v4.new_markdown_cell(
            f"<details><summary>풀이</summary>\n\n{answer}\n\n</details>"
        ),
    ]


def markdown_cells(text: str, exercises: int) -> tuple[list[NotebookNode], int]:
    """Cut a stretch of MyST into notebook cells; also count the exercises."""
    cells, rest, text = [], 0, text + "\n"
    for found in EXERCISE.finditer(text):
        exercises += 1
        cells.append(nbformat.v4.new_markdown_cell(text[rest : found.start()]))
        cells += exercise_cells(found[2], found[3], exercises)
        rest = found.end()
    cells.append(nbformat.v4.new_markdown_cell(text[rest:]))
    for cell in cells:
        if cell.cell_type == "markdown":
            cell.source = TARGET.sub("", plain_boxes(cell.source)).strip()
    return [cell for cell in cells if cell.source], exercises


def convert(notebook: NotebookNode, values: dict[str, Any]) -> NotebookNode:
    """Return the notebook that a reader downloads."""
    waiting = {key: deque(texts) for key, texts in values.items()}
    cells, exercises = [nbformat.v4.new_markdown_cell(INTRODUCTION)], 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            outputs = [NotebookNode(output) for output in cell.outputs]
            cells.append(nbformat.v4.new_code_cell(cell.source, outputs=outputs))
            continue
        text = ROLE.sub(lambda found: role_text(found[1], found[2], waiting), cell.source)
        found, exercises = markdown_cells(text, exercises)
        cells += found
    for number, cell in enumerate(cells, 1):
        cell.id = f"cell-{number}"
    metadata = {key: notebook.metadata[key] for key in ("kernelspec", "language_info")}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def folder(app: Sphinx) -> Path:
    return Path(app.doctreedir, "notebooks")


def write(app: Sphinx, docname: str, notebook: NotebookNode, values: dict[str, Any]) -> None:
    """Convert a page while it is read; a page that isn't read again keeps its notebook."""
    text = nbformat.writes(convert(notebook, values)) + "\n"
    keep(folder(app) / f"{docname}.ipynb", text)


def offer(app: Sphinx, docname: str, _template: str, context: dict[str, Any], _doc: Any) -> None:
    """Tell the template where the page's notebook will be."""
    if app.builder.name != "html":
        return
    if docname.startswith("chapters/") and (folder(app) / f"{docname}.ipynb").exists():
        context["notebook"] = f"_downloads/notebooks/{docname}.ipynb"


def copy(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.name != "html":
        return
    for docname in pages(app.env):
        notebook = folder(app) / f"{docname}.ipynb"
        if notebook.exists():
            target = Path(app.outdir, "_downloads", "notebooks", f"{docname}.ipynb")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(notebook, target)


def setup(app: Sphinx) -> dict[str, bool]:
    """Convert when a page was executed; copy when the site is done."""
    app.connect("page-executed", write)
    app.connect("html-page-context", offer)
    app.connect("build-finished", copy)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
