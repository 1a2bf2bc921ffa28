"""Text in a figure must be readable: a contrast of 4.5:1 in light and in dark mode.

Figures are drawn once, on white; ``nnnotes.css`` turns their lightness over in dark mode. What
lies behind a text is measured by drawing the figure again without its texts.
"""

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.text import Text
from numpy.typing import NDArray

LEAST = 4.5  # WCAG 2, 1.4.3
CROSSED = 0.3  # a curve or a grid line may cross this part of the ground
DARK_PAGE = np.array([0x13, 0x14, 0x16]) / 255  # the theme's dark background
HALF_TURN = np.array(  # hue-rotate(180deg), as CSS defines it
    [[-0.574, 1.430, 0.144], [0.426, 0.430, 0.144], [0.426, 1.430, -0.856]]
)

Colors = NDArray[np.float64]  # red, green and blue in 0…1 along the last axis


class UnreadableTextError(ValueError):
    """A text that lies on a ground too much like itself."""

    def __init__(self, text: str, mode: str, found: float) -> None:
        super().__init__(
            f"읽기 어려운 글자입니다: {text!r}, {mode} 화면에서 명암비가 {LEAST} 이상이어야 "
            f"합니다. 받은 값: {found:.2f}"
        )


def in_dark_mode(colors: Colors) -> Colors:
    """Return what ``invert(1) hue-rotate(180deg)``, screened onto the dark page, makes of them."""
    turned = np.clip((1 - colors) @ HALF_TURN.T, 0, 1)
    return 1 - (1 - turned) * (1 - DARK_PAGE)


def contrast(a: Colors, b: Colors) -> Colors:
    """Return the contrast ratio of WCAG 2."""
    darker, lighter = np.sort(np.broadcast_arrays(luminance(a), luminance(b)), axis=0)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colors: Colors) -> Colors:
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def check_text(figure: Figure) -> None:
    """Raise UnreadableTextError for the worst text; for a figure that was drawn, and is done."""
    figure.set_layout_engine("none")
    figure.set_dpi(60)
    texts = shown_texts(figure)
    inks = [to_rgba(text.get_color(), text.get_alpha()) for text in texts]
    for text in texts:
        text.set_alpha(0)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[..., :3] / 255
    worst = [
        (found, text.get_text(), mode)
        for text, ink in zip(texts, inks, strict=True)
        for mode, found in contrasts(np.array(ink), ground(text, picture)).items()
    ]
    if worst and min(worst)[0] < LEAST:
        found, text, mode = min(worst)
        raise UnreadableTextError(text, mode, found)


def shown_texts(figure: Figure) -> list[Text]:
    """Return the texts that are drawn: not those of invisible Axes, nor the ticks they lack."""
    hidden: set[object] = set()
    for ax in figure.axes:
        if not ax.get_visible():
            hidden |= set(ax.findobj(Text))
        elif not ax.axison:
            hidden |= {*ax.xaxis.findobj(Text), *ax.yaxis.findobj(Text)}
    return [
        text
        for text in figure.findobj(Text)
        if text not in hidden and text.get_visible() and text.get_text().strip()
    ]


def ground(text: Text, picture: Colors) -> Colors:
    """Return the pixels behind a text; white where it reaches over the edge of the figure."""
    height = len(picture)
    box = text.get_window_extent()
    left, right = max(int(box.x0), 0), int(np.ceil(box.x1))
    top, bottom = max(int(height - box.y1), 0), int(np.ceil(height - box.y0))
    pixels = picture[top:bottom, left:right].reshape(-1, 3)
    return pixels if len(pixels) else np.ones((1, 3))


def contrasts(ink: Colors, pixels: Colors) -> dict[str, float]:
    """Return the contrast in each mode that all but the crossed pixels reach."""
    seen = ink[3] * ink[:3] + (1 - ink[3]) * pixels
    light = contrast(seen, pixels)
    dark = contrast(in_dark_mode(seen), in_dark_mode(pixels))
    return {
        "밝은": float(np.quantile(light, CROSSED)),
        "어두운": float(np.quantile(dark, CROSSED)),
    }
