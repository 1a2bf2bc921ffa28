"""Tell the search what the glossary knows: spellings of a term, and where it is taught."""

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder

GLOSSARY = "reference/glossary"
OTHERS = re.compile(r"다른 표기: (.+?)\. ")
BRACKETS = re.compile(r"\([^)]*\)")


def entries(doctree: nodes.document) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the spellings of each term and the pages that teach it."""
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            terms = [BRACKETS.sub("", term.astext()) for term in item.findall(nodes.term)]
            others = OTHERS.search(f"{item.children[-1].astext()} ".replace("\n", " "))
            if others:
                terms += BRACKETS.sub("", others[1]).split(",")
            links = item.findall(addnodes.pending_xref)
            pages = [
                link["reftarget"].lstrip("/") for link in links if link.get("reftype") == "doc"
            ]
            yield [term.strip() for term in terms], pages


def read_glossary(app: Sphinx, builder: Builder) -> None:
    options, env = app.config.html_search_options, builder.env
    found = list(entries(env.get_doctree(GLOSSARY))) if GLOSSARY in env.found_docs else []
    options.setdefault("synonyms", []).extend(", ".join(terms) for terms, _ in found)
    options["places"] = {terms[0]: pages for terms, pages in found} | options.get("places", {})


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("write-started", read_glossary)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
