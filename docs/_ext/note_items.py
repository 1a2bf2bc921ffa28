"""Mark where an item of the original lecture notes (N01 to N52) is covered.

``{covers}`N44 N46``` marks the place it stands in; ``{note-items}`` draws the table of all items
with links to the places. An item without a place ends the build where that table is asked for.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole

ITEM = re.compile(r"N\d\d")


def places(env: BuildEnvironment) -> dict[str, list[tuple[str, str]]]:
    """Return the places, as (docname, anchor), of every item."""
    if not hasattr(env, "note_items"):
        env.note_items = {}
    return env.note_items


class CoversRole(SphinxRole):
    """An invisible anchor that says which items the text around it covers."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        items, docname = self.text.split(), self.env.current_document.docname
        if wrong := [item for item in items if not ITEM.fullmatch(item)]:
            message = self.inliner.reporter.error(f"강의 노트의 항목이 아닙니다: {' '.join(wrong)}")
            return [nodes.problematic(self.rawtext, self.rawtext)], [message]
        anchors = []
        for item in items:
            found = places(self.env).setdefault(item, [])
            anchor = f"note-{item.lower()}-{sum(name == docname for name, _ in found) + 1}"
            found.append((docname, anchor))
            anchors.append(anchor)
        mark = nodes.inline(ids=anchors, classes=["note-item"])
        self.inliner.document.note_explicit_target(mark, mark)
        return [mark], []


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    for found in places(env).values():
        found[:] = [place for place in found if place[0] != docname]


def merge(_app: Sphinx, env: BuildEnvironment, docnames: set[str], other: Any) -> None:
    for item, found in places(other).items():
        mine = places(env).setdefault(item, [])
        mine += [place for place in found if place[0] in docnames and place not in mine]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the role and its bookkeeping."""
    app.add_role("covers", CoversRole())
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
