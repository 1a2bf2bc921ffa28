"""Links from ``nn.name`` in a page's code to the API page that describes the name."""

import re
from typing import Any

from api_examples import public
from docutils import nodes
from sphinx.application import Sphinx

USE = re.compile(r'<span class="n">nn</span><span class="o">\.</span><span class="n">(\w+)</span>')


def link_code(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document
) -> None:
    """Wrap each use of a described name, as Pygments marked it up, in a link."""

    def link(use: re.Match[str]) -> str:
        target = targets.get(use[1])
        return f'<a class="code-link" href="{target}">{use[0]}</a>' if target else use[0]

    if not USE.search(context.get("body", "")):
        return
    targets = {}
    for name, entry in app.env.domains.python_domain.objects.items():
        module, _, last = name.rpartition(".")
        if module.count(".") == 1 and public(name) != name and entry.docname != pagename:
            uri = app.builder.get_relative_uri(pagename, entry.docname)
            targets[last] = f"{uri}#{entry.node_id}"
    context["body"] = USE.sub(link, context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to the moment when a page is written."""
    app.connect("html-page-context", link_code)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
