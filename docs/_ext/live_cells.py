"""Let readers run the cells of a page in their own browser (see ``_static/live/start.js``).

The build adds to the site's ``_static/live``: the package as a wheel without its font, the font
beside it (fetched when a cell first draws), the two Python files that run cells, and the editor
as one bundled module. Each page with cells gets a JSON tag that says where these are.

``live_cells_pyodide`` is where Pyodide comes from: an address or a path in the site. If the
environment variable NNNOTES_PYODIDE names a folder, it is copied into the site and used instead.
"""

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from executed_pages import pages
from kept import kept
from npm_assets import program
from package_parts import PACKAGE
from sphinx.application import Sphinx

PYODIDE = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full/"  # the version that the tests run
OWN_PYODIDE = os.environ.get("NNNOTES_PYODIDE")
EXTENSIONS = Path(__file__).parent
STYLES = EXTENSIONS / "editor_styles.mjs"
FONT = "NnnotesSansKR-Regular.otf"
START = """<div class="live-start">
<button type="button">이 쪽의 코드를 직접 고치고 실행하기</button>
<span>누르면 파이썬을 내려받아(약 10 MB) 이 쪽 안에서 실행합니다.</span>
</div>"""
LONG_AGO = (2020, 1, 1, 0, 0, 0)  # the same wheel from the same source


def build_wheel(folder: Path) -> str:
    """Zip the package as it is imported here, without its font; return the file's name."""
    metadata = distribution("nnnotes")
    name = f"nnnotes-{metadata.version}-py3-none-any.whl"
    info = f"nnnotes-{metadata.version}.dist-info"
    content = {
        path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes()
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and path.suffix not in {".pyc", ".otf"}
    }
    content[f"{info}/METADATA"] = (metadata.read_text("METADATA") or "").encode()
    content[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    content[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in content).encode()
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in content.items():
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return name


def bundle(source: Path, modules: Path) -> bytes:
    """Return a module and all that it imports as one."""
    esbuild = str(modules / "esbuild" / "bin" / "esbuild")
    command = [program("node"), esbuild, str(source), "--bundle", "--minify", "--format=esm"]
    command += [f"--alias:style-mod={STYLES}", "--legal-comments=eof", "--log-level=error"]
    environment = dict(os.environ, NODE_PATH=str(modules))
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    if done.returncode:
        complaint = done.stderr.decode().strip().splitlines() or ["까닭을 모릅니다"]
        raise SystemExit(f"{source}: 묶지 못했습니다. {complaint[0]}")
    return done.stdout


def bundle_editor(docs: Path, folder: Path, target: Path) -> None:
    """Bundle CodeMirror, again only if the lock file or the editor's source changed."""
    source = EXTENSIONS / "live_editor.mjs"
    known = [Path(__file__), docs / "package-lock.json", source, STYLES]
    made = kept(folder, "live-editor-{}.js", known, lambda: bundle(source, docs / "node_modules"))
    target.write_bytes(made)


def address(asset: Path) -> str:
    """Return where an asset is in the site; a new content is a new address."""
    return f"_static/live/{asset.name}?v={hashlib.sha256(asset.read_bytes()).hexdigest()[:8]}"


def write_assets(app: Sphinx) -> None:
    """Write what the page fetches after the press, and remember where it is."""
    if app.builder.name != "html":
        return
    site = Path(app.outdir)
    folder = site / "_static" / "live"
    folder.mkdir(parents=True, exist_ok=True)
    wheel = build_wheel(folder)
    shutil.copyfile(PACKAGE / "fonts" / FONT, folder / FONT)
    for name in ("page_runner.py", "live_runner.py"):
        shutil.copyfile(EXTENSIONS / name, folder / name)
    bundle_editor(Path(app.confdir), Path(app.doctreedir), folder / "editor.js")
    names = {"wheel": wheel, "font": FONT}
    names |= {"pageRunner": "page_runner.py", "liveRunner": "live_runner.py"}
    app.live_assets = {kind: address(folder / name) for kind, name in names.items()}
    if OWN_PYODIDE:
        shutil.copytree(OWN_PYODIDE, site / "pyodide", dirs_exist_ok=True)


def choose_pyodide(_app: Sphinx, config: Any) -> None:
    """Let the environment variable win; all pages are written again when it comes or goes."""
    if OWN_PYODIDE:
        config.live_cells_pyodide = "pyodide/"


def exercises(app: Sphinx) -> dict[str, int]:
    """Count every page's exercises, for what stands beside the chapters' names."""
    known = sorted(pages(app.env).items())
    return {name: page["exercises"] for name, page in known if page.get("exercises")}


def add_tag(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Write the page's JSON tag, and a place for the start button below its title."""
    if app.builder.name != "html":
        return
    body = context.get("body", "")
    data: dict[str, Any] = {"page": pagename, "exercises": exercises(app)}
    if 'class="cell_input' in body or 'class="highlight-Python' in body:
        root = "../" * pagename.count("/")
        pyodide = app.config.live_cells_pyodide
        data["pyodide"] = pyodide if "://" in pyodide else root + pyodide
        data |= {kind: root + path for kind, path in app.live_assets.items()}
        body = body.replace("</h1>", "</h1>\n" + START, 1)
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    tag = f'<script type="application/json" id="live-cells">{text}</script>\n'
    context["body"] = body + tag


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the assets when the builder starts (after npm_assets), the tag on every page."""
    app.add_config_value("live_cells_pyodide", PYODIDE, "html", str)
    app.add_css_file("live/live.css")
    app.add_js_file("live/start.js", loading_method="defer")
    app.connect("config-inited", choose_pyodide)
    app.connect("builder-inited", write_assets, priority=600)
    app.connect("html-page-context", add_tag)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
