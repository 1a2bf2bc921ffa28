"""``{execution-table}``: the pages of this build, how many cells each ran, and their state."""

from docutils import nodes
from executed_pages import pages
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

COUNTS = ["cells", "n_values", "exercises"]
HEADINGS = ["쪽", "코드 셀", "본문 속의 값", "연습 문제", "상태"]


class execution_table(nodes.General, nodes.Element):
    """Stands where the table will be, once every page has been read."""


class ExecutionTable(SphinxDirective):
    """The directive: the table is filled in when the page is written."""

    def run(self) -> list[nodes.Node]:
        return [execution_table()]


def row(*cells: nodes.Node) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def records(env: BuildEnvironment) -> list[tuple[str, ...]]:
    """Return docname, title and counts of every page that ran something."""
    return [
        (name, env.titles[name].astext(), *(str(page[count]) for count in COUNTS))
        for name, page in sorted(pages(env).items())
        if page.get("cells")
    ]


def table(app: Sphinx, docname: str) -> nodes.table:
    """Build the table, with a link to each page; a page that failed has ended the build."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in HEADINGS), cols=len(HEADINGS))
    body = nodes.tbody()
    for name, title, *counts in records(app.env):
        uri = app.builder.get_relative_uri(docname, name)
        link = nodes.reference("", title, refuri=uri, internal=True)
        body += row(link, *map(nodes.Text, counts), nodes.Text("모두 실행됨"))
    group += nodes.thead("", row(*(nodes.Text(heading) for heading in HEADINGS)))
    group += body
    return nodes.table("", group)


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(execution_table)):
        node.replace_self(table(app, docname))


def rewrite(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the page with the table again when the table has changed."""
    if (new := records(env)) == getattr(env, "execution_records", None):
        return []
    env.execution_records = new
    return ["execution"] if "execution" in env.found_docs else []


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and fill the table at the end."""
    app.add_node(execution_table)
    app.add_directive("execution-table", ExecutionTable)
    app.connect("doctree-resolved", fill)
    app.connect("env-updated", rewrite)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
