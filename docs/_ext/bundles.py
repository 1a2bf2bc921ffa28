"""One style sheet and one script for every page; what a page doesn't use, it doesn't ask for.

Extensions add their files to all pages, some twenty requests each. Here the files that all pages
need are joined and minified by esbuild; those of ``bundles_only`` go where their mark is found,
and rules of style that mention a mark of ``bundles_unused`` go nowhere. Names that begin as one of
``bundles_apart`` are left as they are.
"""

import re
import subprocess
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from furo import get_pygments_stylesheet
from kept import keep, kept
from myst_nb.sphinx_ext import add_global_html_resources
from npm_assets import program
from sphinx.application import Sphinx
from sphinx.builders import Builder

ADDRESS = re.compile(r"""url\((["']?)(?![\"']|data:|#|/|https?:)""")
# Sphinx makes a function of the plural rule's text, which a strict Content-Security-Policy
# forbids. Korean has no plural: the rule is always 0.
PLURAL = re.compile(r"new Function\(\s*\"n\",[^;]*?\);")
# The theme measures where all headings are, which lays out the whole page at once, to mark in the
# page's contents what is being read: on a narrow screen these contents are not to be seen.
SPY = re.compile(r"(?=new\(\w+\(\)\)\(\"\.toc-tree a\")")
WIDE = 'matchMedia("(min-width: 82em)").matches&&'


def source(static: Path, name: str, unused: list[str]) -> str:
    """Return a file's text as it has to read in another folder, without rules nobody needs."""
    text = (static / name).read_text(encoding="utf-8")
    if name.endswith(".css"):
        for mark in unused:
            text = re.sub(rf"[^{{}};]*{re.escape(mark)}[^{{}}]*\{{[^{{}}]*\}}", "", text)
        folder = (PurePosixPath("..") / name).parent
        return ADDRESS.sub(rf"url(\g<1>{folder}/", text)
    return SPY.sub(WIDE, PLURAL.sub("() => 0;", text)) + ";"


def minify(text: str, kind: str, modules: Path) -> str:
    command = [program("node"), str(modules / "esbuild" / "bin" / "esbuild")]
    command += ["--minify", f"--loader={kind}", "--charset=utf8", "--log-level=error"]
    done = subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    if done.returncode:
        raise SystemExit(f"esbuild: {done.stderr.strip().splitlines()[0]}")
    return done.stdout


@cache
def write_bundle(app: Sphinx, name: str, files: tuple[str, ...]) -> str:
    """Write the joined files into the site; return where it is under ``_static``."""
    static = Path(app.outdir, "_static")
    if app.config.html_theme == "furo":  # which writes its colours of code after the last page
        keep(static / "pygments.css", get_pygments_stylesheet())
    kind = name.rpartition(".")[2]
    unused = app.config.bundles_unused

    def make() -> bytes:
        text = "\n".join(source(static, file, unused) for file in files)
        return minify(text, kind, Path(app.confdir, "node_modules")).encode()

    lock = Path(app.confdir, "package-lock.json")
    known = [Path(__file__), lock, f"{files} {unused}", *(static / file for file in files)]
    bundle = kept(Path(app.doctreedir), f"bundles/{{}}.{kind}", known, make)
    keep(static / "bundles" / name, bundle)
    return f"bundles/{name}"


def inside(file: Any) -> str:
    """Return an asset's name under ``_static``, or nothing for one from elsewhere."""
    name = str(getattr(file, "filename", None) or "")
    return name.removeprefix("_static/") if name.startswith("_static/") else ""


def bundle_page(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Leave a page one style sheet and one script of the common files, and what is its own."""
    if app.builder.name not in {"html", "dirhtml"}:
        return
    body, only = context.get("body", ""), app.config.bundles_only
    apart = tuple(app.config.bundles_apart)
    # Style sheets of some pages come before the common one, whose last rules are the site's own.
    for kind, add, priority in (("css", app.add_css_file, 900), ("js", app.add_js_file, 300)):
        files = context["css_files" if kind == "css" else "script_files"]
        files.sort(key=lambda file: getattr(file, "priority", 500))
        alone, own, common = [], [], []
        for file in files:
            name = inside(file)
            mark = only.get(name)
            if mark and not (mark in body or pagename.startswith(mark)):
                continue
            if mark and kind == "css":
                own.append(name)
            elif mark or name.startswith(apart) or not name.endswith("." + kind):
                alone.append(file)
            else:
                common.append(name)
        files[:] = alone
        for name in own:
            add(write_bundle(app, PurePosixPath(name).name, (name,)), priority=priority - 1)
        if common:
            add(write_bundle(app, f"site.{kind}", tuple(common)), priority=priority)


def bring_styles(app: Sphinx, builder: Builder) -> None:
    """Copy before the first page what myst-nb copies after the last."""
    if builder.name in {"html", "dirhtml"}:
        Path(app.outdir, "_static").mkdir(parents=True, exist_ok=True)
        add_global_html_resources(app, None)


def setup(app: Sphinx) -> dict[str, bool]:
    """Come last, when every extension has added its files."""
    app.add_config_value("bundles_only", {}, "html", dict)
    app.add_config_value("bundles_unused", [], "html", list)
    app.add_config_value("bundles_apart", [], "html", list)
    app.connect("write-started", bring_styles)
    app.connect("html-page-context", bundle_page, priority=950)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
