"""End the build if the tables of contents go in a circle: Sphinx would follow it without end."""

from graphlib import CycleError, TopologicalSorter

from failures import Failure, end_build
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def check(_app: Sphinx, env: BuildEnvironment) -> None:
    """Name the page and the line of a toctree that leads back to its own page."""
    try:
        TopologicalSorter(dict(sorted(env.toctree_includes.items()))).prepare()
    except CycleError as error:
        circle = error.args[1][::-1]
        toctrees = env.get_doctree(circle[0]).findall(addnodes.toctree)
        line = next(node.line for node in toctrees if circle[1] in node["includefiles"])
        failure = Failure(str(env.doc2path(circle[0])), line or 1, "toctree", " → ".join(circle))
        end_build("차례가 제자리로 돌아옵니다", [failure])


def setup(app: Sphinx) -> dict[str, bool]:
    """Look before everybody else who follows the tables."""
    app.connect("env-updated", check, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
