"""Labs: figures that a reader moves, with a question beside them.

::

    :::{lab} gate
    가중치 하나만 바꾸어 OR를 만들 수 있습니까?
    :::

The module ``_static/labs/gate-lab.js`` draws the figure. Node runs it during the build for the
lab's first state, so that the page shows that figure, and the sentence that describes it, before
any script has run and where none ever will. Only pages with a lab load the script.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

SCRIPT = Path(__file__).with_name("render_lab.mjs")


class lab(nodes.General, nodes.Element):
    """A lab: its question as children; ``tag``, ``title`` and ``figure`` for the page."""


class LabDirective(SphinxDirective):
    """``{lab} name`` with the question as content."""

    has_content = True
    required_arguments = 1
    option_spec: ClassVar = {"name": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        self.assert_has_content()
        folder, name = Path(self.env.app.confdir, "_static", "labs"), self.arguments[0]
        for module in folder.glob("*.js"):
            self.env.note_dependency(str(module))
        command = [shutil.which("node") or "node", str(SCRIPT), str(folder), name]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            reason = next((line for line in done.stderr.splitlines() if "Error" in line), "")
            raise self.error(f"{name}: 실험의 첫 그림을 그리지 못했습니다. {reason}")
        box = lab(tag=f"{name}-lab", **json.loads(done.stdout))
        box["classes"].append("lab")
        self.add_name(box)
        box += self.parse_content_to_nodes()
        return [box]


def visit_lab(translator: Any, node: lab) -> None:
    """Open the box with its title; the question follows."""
    label = f"실험: {node['title']}"
    translator.body.append(translator.starttag(node, "section", **{"aria-label": label}))
    translator.body.append(f'<p class="lab-title">{label}</p>\n')


def depart_lab(translator: Any, node: lab) -> None:
    """Write the figure; only on the site is there a script that moves it."""
    figure = node["figure"]
    if translator.builder.name == "html":
        figure = f"<{node['tag']} data-lab>{figure}</{node['tag']}>"
    translator.body.append(f"{figure}\n</section>\n")


def nothing(_translator: Any, _node: nodes.Node) -> None:
    """Leave the question to speak for itself where nothing can be moved."""


def load_script(
    app: Sphinx, _page: str, _template: str, _context: Any, doctree: nodes.document | None
) -> None:
    """Load the script and the style sheet only on pages with a lab."""
    if doctree and next(doctree.findall(lab), None):
        app.add_css_file("labs/labs.css")
        app.add_js_file("labs/load.js", type="module")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and how its node is written."""
    bare = dict.fromkeys(("latex", "text", "man", "texinfo"), (nothing, nothing))
    app.add_node(lab, html=(visit_lab, depart_lab), **bare)
    app.add_directive("lab", LabDirective)
    app.connect("html-page-context", load_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
