"""Mark where the original lecture notes are dealt with, and draw tables that link there.

``{covers}`N44 N46``` marks the place it stands in; the target ``(erratum-e33)=`` marks the box
that puts a fault right. A table holds one item a line and finds its places by itself::

    ```{note-items}
    N44 | what the notes have | what the site makes of it
    ```
    ```{note-errata}
    E33 | what was wrong | what is right
    ```

A mark that no table knows ends the build; so does, with ``note_items_complete = True``, an item
without a place.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from docutils import nodes
from failures import Failure, end_build
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import NoUri
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

ITEM = re.compile(r"N\d\d")
ANCHOR = re.compile(r"note-(n\d\d)-\d+|erratum-(e\d+)")


@dataclass(frozen=True)
class Row:
    """An item of a table and the line it stands in."""

    key: str
    line: int


@dataclass(frozen=True)
class Mark:
    """A place that deals with an item; ``title`` heads the section or the box around it."""

    key: str
    anchor: str
    title: str
    line: int


@dataclass
class Notes:
    """The tables and the marks of all pages, by docname; kept with the environment."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    linked: object = None

    def known(self) -> Iterator[tuple[str, Row]]:
        return ((docname, row) for docname, rows in self.rows.items() for row in rows)

    def places(self) -> Iterator[tuple[str, Mark]]:
        return ((docname, mark) for docname, marks in self.marks.items() for mark in marks)


def lecture_notes(env: BuildEnvironment) -> Notes:
    """Return what the pages read so far hold."""
    if not hasattr(env, "lecture_notes"):
        env.lecture_notes = Notes()
    return env.lecture_notes


class CoversRole(SphinxRole):
    """An invisible anchor that says which items the text around it covers."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        items, document = self.text.split(), self.inliner.document
        if wrong := [item for item in items if not ITEM.fullmatch(item)]:
            message = self.inliner.reporter.error(
                f"강의 노트의 항목이 아닙니다: {' '.join(wrong)}"
            )
            return [nodes.problematic(self.rawtext, self.rawtext)], [message]
        anchors = [free_anchor(document, f"note-{item.lower()}") for item in items]
        mark = nodes.inline(ids=anchors, classes=["note-item"])
        mark.source, mark.line = self.get_source_info()
        document.note_explicit_target(mark, mark)
        return [mark], []


def free_anchor(document: nodes.document, stem: str) -> str:
    """Return the first of ``stem-1``, ``stem-2`` … that the page does not have yet."""
    return next(name for n in count(1) if (name := f"{stem}-{n}") not in document.ids)


class places(nodes.General, nodes.Element):
    """Stands for the links to the places of the item ``key``."""


class TableDirective(SphinxDirective):
    """A table with one item a line: ``key | cell | cell``."""

    has_content = True
    key: re.Pattern[str]
    headings: tuple[str, str]

    def run(self) -> list[nodes.Node]:
        known = lecture_notes(self.env).rows.setdefault(self.env.current_document.docname, [])
        body = nodes.tbody()
        for offset, text in enumerate(self.content, self.content_offset):
            if not text.strip():
                continue
            key, *cells = [cell.strip() for cell in text.split("|")]
            if not self.key.fullmatch(key) or len(cells) != 2:
                raise self.error(f"'번호 | 글 | 글'이 아닌 줄입니다: {text}")
            known.append(Row(key, self.lineno + offset + 1))
            parsed = [self.parse_text_to_nodes(cell, offset=offset) for cell in cells]
            parsed[1].append(places(key=key))
            parsed[0].insert(0, nodes.paragraph("", "", nodes.strong(key, key)))
            body += row(parsed, ids=[f"item-{key.lower()}"])
        head = nodes.thead("", row([[nodes.paragraph(text, text)] for text in self.headings]))
        widths = [nodes.colspec(colwidth=width) for width in (42, 58)]
        return [nodes.table("", nodes.tgroup("", *widths, head, body, cols=2), classes=["notes"])]


class NoteItems(TableDirective):
    """``{note-items}``: what the notes hold."""

    key = ITEM
    headings = ("노트에 있는 것", "이 사이트에서")


class NoteErrata(TableDirective):
    """``{note-errata}``: what the notes have wrong."""

    key = re.compile(r"E\d+")
    headings = ("노트의 말", "바로잡은 말")


def row(cells: Iterable[list[nodes.Node]], **attributes: Any) -> nodes.row:
    """Return a row of a table."""
    return nodes.row("", *[nodes.entry("", *cell) for cell in cells], **attributes)


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Note every mark of a page that has been read."""
    marks = [
        Mark("".join(filter(None, found.groups())).upper(), anchor, heading(node), node.line or 1)
        for node in doctree.findall(nodes.Element)
        for anchor in node.get("ids", [])
        if (found := ANCHOR.fullmatch(anchor)) and "refid" not in node
    ]
    if marks:
        lecture_notes(app.env).marks[app.env.current_document.docname] = marks


def heading(node: nodes.Element | None) -> str:
    """Return the title of the box that the node is, or of the section around it."""
    while node is not None and not isinstance(node, nodes.section | nodes.admonition):
        node = node.parent
    return node[0].astext() if node is not None else ""


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what is known of a page that is read again or gone."""
    lecture_notes(env).rows.pop(docname, None)
    lecture_notes(env).marks.pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, docnames: set[str], other: Any) -> None:
    """Collect what a parallel reader found."""
    mine, found = lecture_notes(env), lecture_notes(other)
    mine.rows.update({name: found.rows[name] for name in docnames if name in found.rows})
    mine.marks.update({name: found.marks[name] for name in docnames if name in found.marks})


def check(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """End the build if marks and tables disagree; return the pages whose links are old."""
    notes = lecture_notes(env)
    if not notes.rows:
        return []
    if failures := list(disagreements(notes, env, app.config.note_items_complete)):
        end_build("강의 노트의 항목이 맞지 않습니다", failures)
    links = [(docname, env.titles[docname].astext(), mark) for docname, mark in notes.places()]
    if (links := sorted(links, key=repr)) == notes.linked:
        return []
    notes.linked = links
    return list(notes.rows)


def disagreements(notes: Notes, env: BuildEnvironment, complete: bool) -> Iterator[Failure]:
    """Find items listed twice, marks of unknown items and, if asked, items without a place."""
    keys = [row.key for _, row in notes.known()]
    marked = {mark.key for _, mark in notes.places()}
    for docname, row in notes.known():
        path = str(env.doc2path(docname))
        if keys.count(row.key) > 1:
            yield Failure(path, row.line, row.key, "두 번 적힌 항목입니다")
        if complete and row.key not in marked:
            yield Failure(
                path,
                row.line,
                row.key,
                f"다룬 곳이 없습니다: 글에 {sign(row.key)} 표시가 필요합니다",
            )
    for docname, mark in notes.places():
        if mark.key not in keys:
            path = str(env.doc2path(docname))
            yield Failure(path, mark.line, sign(mark.key), "어느 표에도 없는 항목입니다")


def sign(key: str) -> str:
    """Return how a page marks that it deals with the item."""
    return f"{{covers}}`{key}`" if key.startswith("N") else f"(erratum-{key.lower()})="


def link(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the links into the tables, in the order of the book, one a section."""
    waiting = list(doctree.findall(places))
    if not waiting:
        return
    order = {name: number for number, name in enumerate(app.env.collect_relations())}
    found = list(lecture_notes(app.env).places())
    found.sort(key=lambda place: (order.get(place[0], len(order)), place[0]))
    for node in waiting:
        mine: dict[tuple[str, str], Mark] = {}
        for name, mark in found:
            if mark.key == node["key"]:
                mine.setdefault((name, mark.title), mark)
        texts: list[nodes.Node] = []
        for (name, _), mark in mine.items():
            texts += [nodes.Text(", " if texts else "→ "), reference(app, docname, name, mark)]
        none = [nodes.Text("→ 아직 다룬 곳이 없습니다.")]
        node.replace_self(nodes.paragraph("", "", *(texts or none), classes=["note-places"]))


def reference(app: Sphinx, here: str, docname: str, mark: Mark) -> nodes.Node:
    """Return a link to the mark; plain text where the builder has no address for it."""
    page = app.env.titles[docname].astext()
    text = nodes.Text(page if mark.title in ("", page) else f"{page}: {mark.title}")
    try:
        return make_refnode(app.builder, here, docname, mark.anchor, text)
    except NoUri:
        return text


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the role, the tables and their bookkeeping."""
    app.add_config_value("note_items_complete", False, "", bool)
    app.add_node(places)
    app.add_role("covers", CoversRole())
    app.add_directive("note-items", NoteItems)
    app.add_directive("note-errata", NoteErrata)
    app.connect("doctree-read", collect)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", check)
    app.connect("doctree-resolved", link)
    return {"env_version": 2, "parallel_read_safe": True, "parallel_write_safe": True}
