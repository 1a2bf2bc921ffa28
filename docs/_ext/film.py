"""Turn the figures of a cell tagged ``film`` into one film that can be paused.

::

    ```{code-cell}
    :tags: [film]
    :alt: What moves, and how it begins and ends.
    for epoch in epochs:
        fig, ax = plt.subplots()
        …
    ```

The frames become one picture: a sheet of frames, row by row. That sheet is what a reader sees
without JavaScript; ``film.js`` shows it frame by frame, with a button and a slider.
"""

import base64
import io
from math import ceil
from pathlib import Path
from typing import Any

import page_runner
from executed_pages import pages, size_on_page
from failures import Failure
from kept import kept
from nbformat import NotebookNode
from PIL import Image
from sphinx.application import Sphinx

COLUMNS = 5
COLORS = 32
LARGEST = 60_000


def make_films(app: Sphinx, docname: str, notebook: NotebookNode, _values: object) -> None:
    """Replace the frames of every film by their sheet, before anybody renders them."""
    for cell, line in zip(notebook.cells, notebook.metadata["source_map"], strict=True):
        if "film" not in cell.metadata.get("tags", []) or not cell.get("outputs"):
            continue
        frames = [output for output in cell.outputs if "image/png" in output.get("data", {})]
        try:
            sheet = kept_film(app, [frame["data"]["image/png"] for frame in frames])
        except ValueError as error:
            failure = Failure(app.env.doc2path(docname), line, "필름", str(error))
            pages(app.env)[docname]["failures"].append(failure)
            cell.outputs = []
            continue
        frames[0]["data"]["image/png"] = base64.b64encode(sheet).decode()
        size, kind = shown(sheet, len(frames))
        frames[0]["metadata"]["image/png"].update(size)
        cell.outputs = [output for output in cell.outputs if output not in frames[1:]]
        cell.metadata["mystnb"]["image"]["classes"] = kind


def kept_film(app: Sphinx, frames: list[str]) -> bytes:
    """Return the sheet of some pictures in base64, made now or by an earlier build."""
    known = [Path(__file__), Path(page_runner.__file__), *frames]
    return kept(
        Path(app.doctreedir), "films/{}.png", known, lambda: film(list(map(picture, frames)))
    )


def picture(frame: str) -> Image.Image:
    """Return the figure that a cell has drawn."""
    return Image.open(io.BytesIO(base64.b64decode(frame))).convert("RGB")


def film(frames: list[Image.Image]) -> bytes:
    """Return the sheet as a PNG."""
    if len(frames) < 2:
        raise ValueError(f"그림이 둘 이상 있어야 합니다. 받은 값: {len(frames)}")
    if len(sizes := {frame.size for frame in frames}) > 1:
        raise ValueError(f"모든 장면의 크기가 같아야 합니다. 받은 값: {sorted(sizes)}")
    width, height = frames[0].size
    rows = ceil(len(frames) / COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * width, rows * height), "white")
    for number, frame in enumerate(frames):
        sheet.paste(frame, (number % COLUMNS * width, number // COLUMNS * height))
    png = page_runner.few_colors(sheet, COLORS)
    if (size := len(png)) > LARGEST:
        raise ValueError(f"{LARGEST:,}바이트를 넘지 않아야 합니다. 받은 값: {size:,}")
    return png


def shown(sheet: bytes, frames: int) -> tuple[dict[str, int], str]:
    """Return a sheet's size on the page and the classes of its image."""
    width, height = Image.open(io.BytesIO(sheet)).size
    size = size_on_page({"width": width, "height": height})
    return size, f"computed film film-{frames}-{COLUMNS}"


def add_player(
    app: Sphinx, _docname: str, _template: str, context: dict[str, Any], _doc: Any
) -> None:
    """Load script and style only where there is a film."""
    if 'class="computed film' in context.get("body", ""):
        app.add_js_file("film.js", loading_method="defer")
        app.add_css_file("film.css")


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the films when a page was executed, and add the player when it is written."""
    app.connect("page-executed", make_films)
    app.connect("html-page-context", add_player)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
