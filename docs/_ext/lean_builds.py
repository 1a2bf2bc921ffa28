"""Take out of a build what it has no use for; listed before all other extensions.

- myst-nb imports a database to execute notebooks with, sphinx-gallery imports matplotlib to choose
  a back end: ``executed_pages`` and ``gallery_pages`` do both, in other processes or on demand.
- After reading, Sphinx goes through all pages to number the figures and sphinxcontrib-bibtex
  formats all entries. Both keep what came out with the environment, and it is still true if every
  page that was read has the same outline as before.
- For every citation pybtex looks through all installed packages for the same plugin.
- Sphinx writes the indices and the search in every build, also if it writes no page.
- Jinja compiles every template in every process.
- A second process for a single page costs more than it saves: all that is known travels to it.
"""

import gc
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pybtex.plugin
from docutils import nodes
from jinja2 import FileSystemBytecodeCache
from sphinx.addnodes import toctree
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx_gallery import gen_gallery
from sphinxcontrib.bibtex.domain import BibtexDomain

CLIENTS = {"cache": "Cache", "direct": "Direct", "inline": "Inline"}
assign_figure_numbers = TocTreeCollector.assign_figure_numbers
update_bibliography = BibtexDomain.env_updated


def skip_imports() -> None:
    """Put empty modules where slow ones would be imported."""
    for name, kind in CLIENTS.items():
        module = ModuleType(f"myst_nb.core.execute.{name}")
        setattr(module, f"NotebookClient{kind}", None)
        sys.modules.setdefault(module.__name__, module)
    gen_gallery._import_matplotlib = lambda: None


def outline(doctree: nodes.document) -> list[tuple[str, ...]]:
    """Return what numbers and citations depend on: targets, captions, citations, toctrees."""
    found = []
    for node in doctree.findall(nodes.Element):
        entries = node["entries"] if isinstance(node, toctree) else ""
        cited = node["reftarget"] if node.get("refdomain") == "cite" else ""
        titled = isinstance(node, nodes.caption | nodes.title)
        if node["ids"] or entries or cited or titled:
            found.append((node.tagname, *node["ids"], str(entries), cited))
    return found


def start(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Forget what the last build found."""
    if not hasattr(env, "outlines"):
        env.outlines = {}
    env.outlines_changed = bool(removed)
    return []


def stay_alone(app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """Read and write in this process if a single page has changed."""
    if len(docnames) == 1:
        app.parallel = 1


def compare(app: Sphinx, doctree: nodes.document) -> None:
    """Note if a page has another outline than in the last build, or holds a bibliography."""
    env, docname = app.env, app.env.current_document.docname
    new = outline(doctree)
    holds = any(node.tagname == "bibliography" for node in doctree.findall(nodes.Element))
    env.outlines_changed |= holds or env.outlines.get(docname) != new
    env.outlines[docname] = new


def merge(_app: Sphinx, env: BuildEnvironment, docnames: set[str], other: Any) -> None:
    env.outlines_changed |= other.outlines_changed
    env.outlines.update({name: other.outlines[name] for name in docnames})


def number_figures(collector: TocTreeCollector, env: BuildEnvironment) -> list[str]:
    """Number the figures, or give a page that was read again the numbers it had."""
    if not env.outlines_changed:
        env.toc_fignumbers = dict(env.figure_numbers)
        return []
    pages = assign_figure_numbers(collector, env)
    env.figure_numbers = dict(env.toc_fignumbers)
    return pages


def format_entries(domain: BibtexDomain) -> list[str]:
    """Format the entries, and write the bibliography again, if a citation may be new."""
    if not domain.env.outlines_changed:
        return []
    update_bibliography(domain)
    return sorted({key.docname for key in domain.bibliographies})


def leave_indices(_app: Sphinx, builder: Builder) -> None:
    """Leave the indices and the search as they are if no page will be written."""
    if builder.format != "html":
        return
    prepare = builder.prepare_writing

    def prepare_writing(docnames: set[str]) -> None:
        if not docnames:
            for step in ("gen_indices", "gen_additional_pages", "load_indexer", "handle_finish"):
                setattr(builder, step, lambda *_docnames: None)
        prepare(docnames)

    builder.prepare_writing = prepare_writing


def keep_templates(app: Sphinx) -> None:
    """Keep the compiled templates between builds."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        folder = Path(app.doctreedir, "templates")
        folder.mkdir(parents=True, exist_ok=True)
        app.builder.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def setup(app: Sphinx) -> dict[str, Any]:
    skip_imports()
    gc.set_threshold(100_000, 50, 50)  # doctrees are many small objects that stay
    pybtex.plugin.find_plugin = cache(pybtex.plugin.find_plugin)
    TocTreeCollector.assign_figure_numbers = number_figures
    BibtexDomain.env_updated = format_entries
    app.connect("builder-inited", keep_templates)
    app.connect("env-get-outdated", start)
    app.connect("env-before-read-docs", stay_alone)
    app.connect("doctree-read", compare)
    app.connect("env-merge-info", merge)
    app.connect("write-started", leave_indices)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
