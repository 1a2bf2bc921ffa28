"""What search engines, messengers and language models are told of each page.

A description and Open Graph tags on every page; a picture for each numbered chapter, drawn with
the package's own font; ``robots.txt`` and ``llms.txt``. Where the address of the site is known
(``html_baseurl``) also full addresses in the tags and ``sitemap.xml``. All of it is the same for
the same sources: there are no dates in it.
"""

from html import escape
from pathlib import Path
from posixpath import join
from typing import Any

from docutils import nodes
from kept import keep, kept
from package_parts import state
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

LONGEST = 160
MADE = {"404", "genindex", "py-modindex", "search"}  # pages nobody wrote: not for an index
NO_INDEX = '<meta name="robots" content="noindex">'
PICTURES = "_static/pictures"


def chapter_number(env: BuildEnvironment, docname: str) -> int | None:
    """Return the number of a page that the table of contents counts."""
    number = env.toc_secnumbers.get(docname, {}).get("")
    return number[0] if number else None


def plain_title(env: BuildEnvironment, docname: str) -> str:
    return env.titles[docname].astext()


def goals(doctree: nodes.document) -> str:
    """Return what the box at the front of a chapter promises."""
    boxes = [box for box in doctree.findall(nodes.admonition) if "goals" in box["classes"]]
    return " ".join(item.astext() for box in boxes for item in box.findall(nodes.list_item))


def first_paragraph(doctree: nodes.document) -> str:
    """Return the first paragraph under the title: none of a box, a list or another section."""
    for paragraph in doctree.findall(nodes.paragraph):
        section = paragraph.parent
        if isinstance(section, nodes.section) and section.parent is doctree:
            return paragraph.astext()
    return ""


def description(doctree: nodes.document) -> str:
    """Return whole sentences of about 160 characters: the author's own words, if there are."""
    for meta in doctree.findall(nodes.meta):
        if meta.get("name") == "description":
            return meta["content"]
    text = " ".join((goals(doctree) or first_paragraph(doctree)).split())
    if len(text) <= LONGEST:
        return text
    end = text.rfind(". ", 0, LONGEST)
    return text[: end + 1] if end > 0 else text[:LONGEST].rsplit(" ", 1)[0] + "…"


def note_description(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the description with the page's metadata: ``llms.txt`` needs no page read for it."""
    app.env.metadata[app.env.current_document.docname]["description"] = description(doctree)


def picture(env: BuildEnvironment, docname: str) -> str:
    """Return where a page's picture is: that of the chapter, or the one of the book."""
    own = chapter_number(env, docname) is not None
    return f"{PICTURES}/{Path(docname).name if own else 'index'}.png"


def add_tags(
    app: Sphinx, docname: str, _template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add the tags of one page to its head."""
    if docname in MADE:
        if docname != "search":  # the theme has said it there
            context["metatags"] = context.get("metatags", "") + NO_INDEX
        context["pageurl"] = None
        return
    if doctree is None:
        return
    written = description(doctree) or f"{plain_title(app.env, docname)}. {app.config.html_title}."
    number = chapter_number(app.env, docname)
    tags = {
        "og:title": plain_title(app.env, docname),
        "og:description": written,
        "og:type": "website" if number is None else "article",
        "og:site_name": app.config.html_title,
        "og:locale": "ko_KR",
    }
    if app.config.html_baseurl:
        tags |= {
            "og:url": join(app.config.html_baseurl, app.builder.get_target_uri(docname)),
            "og:image": join(app.config.html_baseurl, picture(app.env, docname)),
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": app.env.titles[docname if number else "index"].astext(),
        }
    lines = [f'<meta property="{key}" content="{escape(text)}">' for key, text in tags.items()]
    lines.append('<meta name="twitter:card" content="summary_large_image">')
    metatags = context.get("metatags", "")
    if 'name="description"' not in metatags:
        lines.insert(0, f'<meta name="description" content="{escape(written)}">')
    context["metatags"] = metatags + "\n".join(lines)


def link_picture(app: Sphinx, *words: object) -> bytes:
    """Return a picture that an earlier build drew of the same words, or draw it."""

    def draw() -> bytes:
        import link_pictures  # matplotlib: only for new words

        return link_pictures.draw(*words)

    code = [Path(__file__).with_name(name) for name in ("link_pictures.py", "page_runner.py")]
    known = [*code, state([]), str(words)]
    return kept(Path(app.doctreedir), "pictures/{}.png", known, draw)


def draw_pictures(app: Sphinx) -> None:
    """Draw a picture for the book and one for each chapter."""
    env = app.env
    numbers = {name: chapter_number(env, name) for name in sorted(env.found_docs)}
    chapters = {name: number for name, number in numbers.items() if number is not None}
    folder = Path(app.outdir, PICTURES)
    site, _, subtitle = app.config.html_title.partition(": ")
    for name in [app.config.root_doc, *chapters]:
        title = plain_title(env, name) if name in chapters else subtitle or site
        png = link_picture(app, title, site, chapters.get(name), len(chapters))
        keep(folder / f"{Path(name).name}.png", png)


def sitemap(addresses: list[str]) -> str:
    lines = [f"<url><loc>{escape(address)}</loc></url>" for address in addresses]
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = ['<?xml version="1.0" encoding="utf-8"?>', f'<urlset xmlns="{namespace}">']
    return "\n".join([*head, *lines, "</urlset>", ""])


def summary(app: Sphinx, address: dict[str, str]) -> str:
    """Return ``llms.txt`` (llmstxt.org): the book in a few lines, its chapters, all else."""
    env = app.env
    numbered = {name: chapter_number(env, name) for name in address}
    chapters = sorted((number, name) for name, number in numbered.items() if number is not None)
    about = env.metadata[app.config.root_doc]["description"]
    lines = [f"# {app.config.html_title}", "", f"> {about}", "", "## 책", ""]
    for number, name in chapters:
        about = env.metadata[name]["description"]
        lines.append(f"- [{number}. {plain_title(env, name)}]({address[name]}): {about}")
    lines += ["", "## Optional", ""]
    rest = [name for name in address if numbered[name] is None]
    lines += [f"- [{plain_title(env, name)}]({address[name]})" for name in rest]
    return "\n".join([*lines, ""])


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write what belongs to the whole site."""
    if exception or app.builder.name not in {"html", "dirhtml"}:
        return
    draw_pictures(app)
    base, site = app.config.html_baseurl, Path(app.outdir)
    documents = sorted(name for name in app.env.found_docs if name not in MADE)
    address = {name: join(base, app.builder.get_target_uri(name)) for name in documents}
    robots = "User-agent: *\nAllow: /\n"
    if base:
        robots += f"Sitemap: {join(base, 'sitemap.xml')}\n"
        (site / "sitemap.xml").write_text(sitemap(list(address.values())), encoding="utf-8")
    else:
        (site / "sitemap.xml").unlink(missing_ok=True)
    (site / "robots.txt").write_text(robots, encoding="utf-8")
    (site / "llms.txt").write_text(summary(app, address), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Add tags to every page, and the files of the site at the end."""
    app.connect("doctree-read", note_description)
    app.connect("html-page-context", add_tags)
    app.connect("build-finished", write_files)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
