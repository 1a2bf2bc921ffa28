"""Find what a page executes: code cells, inline values and exercises, in reading order.

Knows MyST but not Sphinx: text in, steps out.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin
from nbformat import NotebookNode

VALUE = re.compile(r"\{value\}`([^`]+)`")
EXERCISE_PARTS = ("hint", "starter", "solution", "checks")


@dataclass
class Step:
    """One thing to execute; ``line`` is that of its first source line in the page."""

    kind: str
    line: int
    source: str = ""
    tags: list[str] = field(default_factory=list)
    starter: str = ""
    solution: str = ""
    checks: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return what the runner needs: the line is no part of it, so prose may move."""
        return {key: value for key, value in asdict(self).items() if key != "line"}

    def program(self) -> str:
        """Return all that the step runs as one piece of Python."""
        if self.kind == "value":
            return 'f"""{' + self.source + '}"""'
        return "\n".join([self.source, self.starter, self.solution, self.checks])


@dataclass
class Exercise:
    """The parts of an exercise directive: the question's lines, hints and three programs."""

    question: str
    hints: list[str]
    starter: str
    solution: str
    checks: str


class ExerciseError(ValueError):
    """An exercise that lacks a part, or has one twice."""


def fences(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, content, first content line and end line of every top-level fence."""
    parser = MarkdownIt("commonmark").use(colon_fence_plugin)
    for token in parser.parse(text):
        if token.type in {"fence", "colon_fence"} and token.map and token.level == 0:
            yield token.info.strip(), token.content, token.map[0] + 1, token.map[1]


def read_exercise(content: str) -> Exercise:
    """Split the content of an exercise directive into its parts."""
    parts: dict[str, list[str]] = {name: [] for name in EXERCISE_PARTS}
    question = content.splitlines()
    for info, body, start, end in fences(content):
        name = info.strip("{}")
        if name in parts:
            parts[name].append(body.rstrip("\n"))
            question[start - 1 : end] = [""] * (end - start + 1)
    for name in EXERCISE_PARTS[1:]:
        if len(parts[name]) != 1:
            raise ExerciseError(f"연습 문제에는 {{{name}}}가 하나 있어야 합니다")
    return Exercise(
        "\n".join(question),
        parts["hint"],
        *(parts[name][0] for name in EXERCISE_PARTS[1:]),
    )


def outside_fences(text: str) -> str:
    """Blank out literal code, so that no example of a role is taken for one."""
    lines = text.splitlines()
    literal = False
    for number, line in enumerate(lines):
        if re.match(r"\s*(`{3,}|~{3,})", line):
            name = re.match(r"\s*[`~]{3,}\s*\{(\w+)\}", line)
            literal = not literal and not (name and name[1] in {"note", "tip", "hint"})
            lines[number] = ""
        elif literal:
            lines[number] = ""
    return "\n".join(lines)


def markdown_steps(text: str, first_line: int) -> list[Step]:
    """Return the values and exercises in a stretch of Markdown, in order."""
    prose = outside_fences(text)
    steps = [
        Step("value", first_line + prose.count("\n", 0, found.start()), found[1])
        for found in VALUE.finditer(prose)
    ]
    for info, body, start, _ in fences(text):
        if info.startswith("{exercise}"):
            exercise = read_exercise(body)
            offset = body[: body.index(exercise.solution)].count("\n") if exercise.solution else 0
            steps.append(
                Step(
                    "exercise",
                    first_line + start + offset,
                    starter=exercise.starter,
                    solution=exercise.solution,
                    checks=exercise.checks,
                )
            )
    return sorted(steps, key=lambda step: step.line)


def page_steps(notebook: NotebookNode, text: str) -> list[Step]:
    """Return every step of a page, in reading order, with its line (from 1)."""
    lines = text.splitlines()
    steps = []
    for cell, start in zip(notebook.cells, notebook.metadata["source_map"], strict=True):
        if cell.cell_type == "markdown":
            while start < len(lines) and not lines[start].strip():
                start += 1
            steps += markdown_steps(cell.source, start + 1)
        elif cell.cell_type == "code":
            first = cell.source.splitlines()[:1]
            while first and start < len(lines) and lines[start] != first[0]:
                start += 1
            steps.append(Step("cell", start + 1, cell.source, cell.metadata.get("tags", [])))
    return steps
