"""Exercises written once: question, hints, starter, solution and checks in one directive.

::

    ::::{exercise} NAND만으로 OR 만들기
    :name: ex-or-from-nand

    질문 …

    ```{hint}
    …
    ```
    ```{starter}
    …
    ```
    ```{solution}
    …
    ```
    ```{checks}
    assert …, "…"
    ```
    ::::

``executed_pages`` has run the solution against the checks, and the starter to see it fail, in a
copy of the page's namespace. The starter and the checks stay in the page as data for a live cell.
"""

import json
from html import escape
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from executed_pages import pages
from myst_nb.core.render import MimeData
from page_steps import ExerciseError, read_exercise
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class exercise(nodes.General, nodes.Element):
    """A whole exercise; carries ``starter`` and ``checks`` for the page."""


class fold(nodes.General, nodes.Element):
    """A part that unfolds on request; ``title`` is always seen."""


class ExerciseDirective(SphinxDirective):
    """``{exercise} title`` with its parts as nested fences."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"name": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        try:
            parts = read_exercise("\n".join(self.content))
        except ExerciseError as error:
            raise self.error(str(error)) from None
        number = self.env.current_document.get("exercise", 0) + 1
        self.env.current_document["exercise"] = number
        box = exercise(starter=parts.starter, checks=parts.checks, number=number)
        box["classes"].append("exercise")
        self.add_name(box)
        title = f"연습 {number}. {self.arguments[0]}"
        box += nodes.rubric(title, "", *self.parse_inline(title)[0], classes=["exercise-title"])
        box += self.parse_text_to_nodes(parts.question)
        for count, hint in enumerate(parts.hints, 1):
            box += fold("", *self.parse_text_to_nodes(hint), title=f"힌트 {count}")
        box += self.code(parts.starter, "exercise-starter")
        answer = fold("", self.code(parts.solution, "exercise-solution"), title="풀이")
        answer += self.outputs()
        answer += nodes.paragraph("", "풀이가 맞는지는 이렇게 확인했습니다.")
        answer += self.code(parts.checks, "exercise-checks")
        box += answer
        return [box]

    def code(self, source: str, name: str) -> nodes.literal_block:
        return nodes.literal_block(source, source, language="python", classes=[name])

    def outputs(self) -> list[nodes.Node]:
        """Show what the solution printed and drew, the way myst-nb shows a cell's outputs."""
        solutions = pages(self.env)[self.env.current_document.docname]["solutions"]
        if not solutions:
            return []
        renderer, shown = self.state.document["nb_renderer"], []
        for output in solutions.pop(0):
            for kind, data in output.get("data", {"text/plain": output.get("text")}).items():
                options = {"mystnb": {"image": {"alt": "풀이가 그린 그림"}}}
                mime = MimeData(kind, data, options, line=self.lineno)
                shown += renderer.render_mime_type(mime)
        return shown


def visit_exercise(translator: Any, node: exercise) -> None:
    """Open the box; what a live cell needs lies in it as JSON."""
    translator.body.append(translator.starttag(node, "section", role="group"))
    if translator.builder.name != "html":
        return
    data = json.dumps({"starter": node["starter"], "checks": node["checks"]}, ensure_ascii=False)
    data = data.replace("<", "\\u003c")
    translator.body.append(
        f'<script type="application/json" class="exercise-data">{data}</script>\n'
    )


def depart_exercise(translator: Any, _node: exercise) -> None:
    translator.body.append("</section>\n")


def visit_fold(translator: Any, node: fold) -> None:
    title = escape(node["title"])
    translator.body.append(f'<details class="fold"><summary>{title}</summary>\n')


def depart_fold(translator: Any, _node: fold) -> None:
    translator.body.append("</details>\n")


def visit_plain_fold(translator: Any, node: fold) -> None:
    """Write the title as a paragraph where nothing folds (text, LaTeX)."""
    paragraph = nodes.paragraph(node["title"], node["title"])
    paragraph.walkabout(translator)


class FoldDirective(SphinxDirective):
    """``{fold} title``: a proof or an aside that only some readers want."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        box = fold(title=self.arguments[0])
        box += self.parse_content_to_nodes()
        return [box]


def nothing(_translator: Any, _node: nodes.Node) -> None:
    """Leave a node's children to speak for themselves."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives and how their nodes are written."""
    plain = dict.fromkeys(("latex", "text", "man", "texinfo"), (visit_plain_fold, nothing))
    bare = dict.fromkeys(("latex", "text", "man", "texinfo"), (nothing, nothing))
    app.add_node(exercise, html=(visit_exercise, depart_exercise), **bare)
    app.add_node(fold, html=(visit_fold, depart_fold), **plain)
    app.add_directive("exercise", ExerciseDirective)
    app.add_directive("fold", FoldDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
