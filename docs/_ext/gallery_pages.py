"""What sphinx-gallery lacks for this site.

Its pages in Korean; the package's style for every figure, where a missing glyph is an error;
small PNGs with an alt text that the script gives (``# sphinx_gallery_alt = "…"`` beside the code
that draws); examples executed again when what they use of the package changed; three lines for
one that fails.
"""

import ast
import json
import os
import re
from html import unescape
from pathlib import Path
from typing import Any

from docutils import nodes
from executed_pages import code_hash, size_on_page
from failures import Failure, end_build
from kept import keep
from package_parts import parts
from page_runner import few_colors, small_png
from sphinx.application import Sphinx
from sphinx_gallery.gen_rst import get_md5sum

KOREAN = {
    r"Download Jupyter notebook: ": "주피터 노트북 내려받기: ",
    r"Download Python source code: ": "파이썬 파일 내려받기: ",
}
NOTE = re.compile(r"\n {4}\.\. note::\n {8}:class: sphx-glr-download-link-note\n\n(?: {8}.*\n)+")
ZIP = re.compile(r"\n {4}\.\. container:: sphx-glr-download sphx-glr-download-zip\n\n.*\n")
ALT = re.compile(r'^# sphinx_gallery_alt = (".*")$', re.MULTILINE)
TOOLTIP = re.compile(r'class="sphx-glr-thumbcontainer".*? tooltip="([^"]*)"')
SHAPING = ("capture_repr", "ignore_repr_types", "remove_config_comments", "thumbnail_size")
PHOTO = "# sphinx_gallery_photo = True"
undrawn: dict[str, int] = {}  # example and line of the block whose figure could not be saved
FRAME = re.compile(r'File "([^"]+)", line (\d+)')


def prepare_figures(_conf: dict[str, Any], _name: str) -> None:
    """Undo what the last example did to matplotlib."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    plt.close("all")
    mpl.rcdefaults()
    mpl.use("agg")


def _get_sg_image_scraper() -> Any:
    """Tell sphinx-gallery which scraper ``image_scrapers = ("gallery_pages",)`` means."""
    return save_figures


def save_figures(block: tuple[str, str, int], block_vars: dict[str, Any], conf: Any) -> str:
    """Save every open figure of a block as a small PNG with the alt text of the block."""
    import matplotlib.pyplot as plt

    undrawn[str(block_vars["src_file"])] = block[2]
    alts = [ast.literal_eval(text) for text in ALT.findall(block[1])]
    images = []
    for index, number in enumerate(plt.get_fignums()):
        if index >= len(alts):
            raise ValueError('그림에 "# sphinx_gallery_alt" 글이 없습니다')
        target = Path(next(block_vars["image_path_iterator"]))
        png, pixels = small_png(number, strict=True)
        size = size_on_page(pixels)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(png)
        kind = "computed photo" if PHOTO in block[1] else "computed"
        source = os.path.relpath(target, conf["src_dir"]).replace(os.sep, "/")
        images.append(
            f".. image:: /{source}\n   :alt: {alts[index]}\n"
            f"   :width: {size['width']}\n   :height: {size['height']}\n   :class: {kind}\n"
        )
    plt.close("all")
    del undrawn[str(block_vars["src_file"])]
    return "\n".join(images)


def translate(app: Sphinx, docname: str, content: list[str]) -> None:
    """Put sphinx-gallery's fixed sentences into Korean."""
    if docname.startswith("gallery/"):
        content[0] = NOTE.sub("", ZIP.sub("", content[0]))
        for english, korean in KOREAN.items():
            content[0] = re.sub(english, korean, content[0])


def name_thumbnails(app: Sphinx, doctree: nodes.document) -> None:
    """Give each thumbnail the size it has and the example's first sentence as alt text."""
    width, height = app.config.sphinx_gallery_conf["thumbnail_size"]
    alt = None
    for node in doctree.findall(lambda node: isinstance(node, nodes.raw | nodes.image)):
        if isinstance(node, nodes.raw) and (found := TOOLTIP.search(node.astext())):
            alt = re.sub(r"\\ ?", "", unescape(found[1]))
        elif isinstance(node, nodes.image) and alt is not None:
            node["alt"], alt = alt, None
            node["width"], node["height"] = str(width // 2), str(height // 2)


def shrink_thumbnail(folder: Path, stem: str) -> None:
    """Give a new thumbnail few colours: the gallery's front page shows all of them."""
    from PIL import Image

    path = folder / "images" / "thumb" / f"sphx_glr_{stem}_thumb.png"
    with Image.open(path) as picture:
        keep(path, few_colors(picture, 32))


def kept_states(app: Sphinx) -> Path:
    return Path(app.doctreedir, "gallery-states.json")


def state_of(app: Sphinx, names: list[str] | None) -> str:
    """Hash what an example's page and figures depend on, beside its own code."""
    digest = code_hash(names)
    digest.update(str([app.config.sphinx_gallery_conf.get(name) for name in SHAPING]).encode())
    return digest.hexdigest()[:16]


def example(path: Path, root: Path) -> str:
    """Return how an example is called: ``gallery/gates/plot_and.py``."""
    return path.resolve().relative_to(root.resolve()).as_posix()


def run_again(app: Sphinx) -> None:
    """Let sphinx-gallery execute an example that changed, or whose part of the package did.

    What will be executed is forgotten first: a build that is killed, or an example that fails,
    leaves figures and pages of another state than its last good one.
    """
    kept, docs = kept_states(app), Path(app.srcdir)
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    app.gallery_states = {}
    for md5 in docs.glob("gallery/**/plot_*.py.md5"):
        name = example(md5.with_suffix(""), docs)
        names, old = known.get(name, (None, ""))
        source = docs.parent / name
        same = source.exists() and md5.read_text() == get_md5sum(source, "t")
        if same and old == state_of(app, names):
            app.gallery_states[name] = known[name]
        else:
            md5.unlink()
    keep(kept, json.dumps(app.gallery_states))


def report_failures(app: Sphinx) -> None:
    """Remember which state of the package the examples saw; end the build if one failed."""
    failures = app.config.sphinx_gallery_conf.get("failing_examples", {})
    found = []
    for path, text in sorted(failures.items()):
        frames = [line for name, line in FRAME.findall(text) if Path(name).name == Path(path).name]
        line = int(frames[-1]) if frames else undrawn.get(str(path), 1)
        source = Path(path).read_text(encoding="utf-8").splitlines()[line - 1].strip()
        last = re.sub(r"^[\w.]+\.(?=\w+:)", "", text.strip().splitlines()[-1])
        found.append(Failure(path, line, source, last))
    for path in app.config.sphinx_gallery_conf.get("passing_examples", []):
        names = parts(Path(path).read_text(encoding="utf-8"))
        name = example(Path(path), Path(app.srcdir).parent)
        app.gallery_states[name] = names, state_of(app, names)
        shrink_thumbnail(Path(app.srcdir, name).parent, Path(path).stem)
    keep(kept_states(app), json.dumps(app.gallery_states))
    if found:
        end_build("실행하지 못한 예제가 있습니다", found)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect before (priority 5) and after (900) sphinx-gallery executes the examples."""
    app.connect("builder-inited", run_again, priority=5)
    app.connect("builder-inited", report_failures, priority=900)
    app.connect("source-read", translate)
    app.connect("doctree-read", name_thumbnails)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
