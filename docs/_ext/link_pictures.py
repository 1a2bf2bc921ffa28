"""The picture that stands beside a link to a page: its title, and how far into the book it is.

Knows nothing of Sphinx: words in, a small PNG out, the same bytes for the same words.
"""

import io
import textwrap

from matplotlib import style
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle
from page_runner import few_colors
from PIL import Image

from nnnotes.plotting._strict import missing_glyphs_are_errors
from nnnotes.plotting.font import FONT_FILE

WIDTH, HEIGHT = 1200, 630
INK, QUIET, FIRING, GROUND = "#14213d", "#5b6475", "#0057a3", "#ffffff"


@style.context("default")
def draw(title: str, site: str, number: int | None, chapters: int) -> bytes:
    """Return the picture; the neurons at its foot are the chapters, this one fires."""
    font = FontProperties(fname=FONT_FILE)
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100, facecolor=GROUND)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    ax.set_axis_off()
    ax.text(80, 540, site, color=QUIET, fontproperties=font, fontsize=30, va="center")
    if number is not None:
        place = f"{number}장"
        ax.text(
            1120,
            540,
            place,
            color=QUIET,
            fontproperties=font,
            fontsize=30,
            va="center",
            ha="right",
        )
    lines = textwrap.wrap(title, 16, break_long_words=False)
    ax.text(
        80, 330, "\n".join(lines), color=INK, fontproperties=font, fontsize=56, va="center",
        linespacing=1.35,
    )  # fmt: skip
    places = [100 + index * 1000 / max(chapters - 1, 1) for index in range(chapters)]
    ax.plot(places, [90] * chapters, color="#c9ced8", linewidth=3, zorder=1)
    for index, x in enumerate(places, 1):
        face = FIRING if number is None or index == number else GROUND
        ax.add_patch(Circle((x, 90), 20, facecolor=face, edgecolor=FIRING, linewidth=4, zorder=2))
    raw = io.BytesIO()
    with missing_glyphs_are_errors():
        figure.savefig(raw, format="png", facecolor=GROUND, metadata={"Software": None})
    return few_colors(Image.open(raw), 64)
