"""Render the formulas of a page with KaTeX while it is read: a wrong one ends the build.

One short Node process a page renders all its formulas to HTML (with MathML beside it, for screen
readers); what was rendered once is kept on disk. sphinxcontrib-katex keeps a server for this,
which outlives the workers of a parallel build, and shows errors in red on the page instead.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import math_fonts
from docutils import nodes
from failures import Failure, end_build
from kept import keep, kept
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.math import get_node_equation_number

SCRIPT = Path(__file__).with_name("render_formulas.cjs")
MATHML = re.compile("<math.*</math>", re.DOTALL)


def wrong_formulas(env: BuildEnvironment) -> dict[str, list[Failure]]:
    """Return the failed formulas of each page."""
    if not hasattr(env, "wrong_formulas"):
        env.wrong_formulas = {}
    return env.wrong_formulas


class NodeStopped(Exception):
    """Node did not come to its end; the message says how it ended."""


def render(app: Sphinx, formulas: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Render all formulas of a page in one process, or take them from the last build."""
    request = json.dumps(formulas)
    katex = Path(app.confdir, "node_modules", "katex")
    version = json.loads((katex / "package.json").read_text())["version"]
    command = [shutil.which("node") or "node", str(SCRIPT), str(katex)]

    def run() -> bytes:
        try:
            done = subprocess.run(
                command, input=request.encode(), capture_output=True, check=True, timeout=60
            )
        except (OSError, subprocess.SubprocessError) as problem:
            what = f"exit {getattr(problem, 'returncode', type(problem).__name__)}"
            said = (getattr(problem, "stderr", None) or b"").decode(errors="replace").split("\n")
            raise NodeStopped(" ".join([what, said[0]]).strip()) from None
        return done.stdout

    known = [SCRIPT, version, request]
    return json.loads(kept(Path(app.doctreedir), "formulas/{}.json", known, run))


def math_nodes(doctree: nodes.document) -> list[nodes.Element]:
    """Return the formulas of a page."""
    return list(doctree.findall(lambda node: isinstance(node, nodes.math | nodes.math_block)))


def render_page(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the rendered HTML on each formula's node; note those that KaTeX can't read."""
    found = math_nodes(doctree)
    if not found:
        return
    formulas = [
        {"tex": node.astext(), "display": isinstance(node, nodes.math_block)} for node in found
    ]
    docname = app.env.current_document.docname
    shown = math_fonts.used(app.env)[docname] = set()
    try:
        results = render(app, formulas)
    except NodeStopped as stopped:
        results = [{}] * len(found)
        results[0] = {"error": f"Node가 수식을 바꾸다 멈추었습니다: {stopped}"}
    for node, result in zip(found, results, strict=True):
        node["katex"] = result.get("html", "")
        shown |= math_fonts.characters(node["katex"])
        if "error" in result:
            place = next((up for up in [node, *parents(node)] if up.line), doctree)
            source = place.source or str(app.env.doc2path(docname))
            tex = " ".join(node.astext().split())
            failure = Failure(source, place.line or 1, tex, result["error"].splitlines()[0])
            wrong_formulas(app.env).setdefault(docname, []).append(failure)


def parents(node: nodes.Node) -> list[nodes.Element]:
    """Return the nodes that enclose a node, the nearest first."""
    return [] if node.parent is None else [node.parent, *parents(node.parent)]


def written(translator: Any, node: nodes.Element) -> str:
    """Return the formula for a browser or, in an EPUB, its MathML alone."""
    html: str = node["katex"]
    if translator.builder.name == "html":
        return math_fonts.with_classes(html)
    return MATHML.search(html)[0]


def visit_inline(translator: Any, node: nodes.math) -> None:
    translator.body.append(f'<span class="math">{written(translator, node)}</span>')
    raise nodes.SkipNode


def visit_block(translator: Any, node: nodes.math_block) -> None:
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="eqno">({number})')
        translator.add_permalink_ref(node, "이 수식의 링크")
        translator.body.append("</span>")
    translator.body.append(f"{written(translator, node)}</div>\n")
    raise nodes.SkipNode


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    wrong_formulas(env).pop(docname, None)
    math_fonts.used(env).pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, _docnames: set[str], other: Any) -> None:
    wrong_formulas(env).update(wrong_formulas(other))
    math_fonts.used(env).update(math_fonts.used(other))


def report(_app: Sphinx, env: BuildEnvironment) -> None:
    """End the build if any formula is wrong."""
    if found := [failure for page in wrong_formulas(env).values() for failure in page]:
        end_build("KaTeX가 읽지 못한 수식이 있습니다", found)


def add_style_sheet(
    app: Sphinx, page: str, _template: str, _context: Any, doctree: nodes.document | None
) -> None:
    """Ask for KaTeX's style sheet, and write the page's own, only on pages with a formula."""
    if doctree and app.builder.name == "html" and (found := math_nodes(doctree)):
        own = f"katex/pages/{page}.css"
        keep(Path(app.outdir, "_static", own), math_fonts.rules(node["katex"] for node in found))
        app.add_css_file("katex/katex.min.css")
        app.add_css_file(own)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the renderer and its bookkeeping."""
    app.add_html_math_renderer(
        "prerendered", inline_renderers=(visit_inline, None), block_renderers=(visit_block, None)
    )
    app.connect("doctree-read", render_page)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", report)
    app.connect("html-page-context", add_style_sheet)
    app.setup_extension("math_fonts")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
