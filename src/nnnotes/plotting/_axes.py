"""What every figure needs: an Axes to draw on, names of the axes, points of each class."""

from collections.abc import Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import Array, matrix, message, scalar
from nnnotes.plotting.font import COLORS, font_was_chosen, use_korean_font

MARKERS = ("o", "^", "s", "D", "v", "P")
GRAY = "#555555"


def axes(ax: Axes | None, figsize: tuple[float, float] | None = None) -> Axes:
    """Return ``ax``, or the Axes of a new figure; call it after every other check."""
    if not (ax is None or isinstance(ax, Axes)):
        raise TypeError(message("ax", "matplotlib의 Axes이거나 None이어야 합니다", ax))
    if not font_was_chosen():
        use_korean_font()
    return plt.subplots(figsize=figsize)[1] if ax is None else ax


def name_axes(ax: Axes, x: str, y: str) -> None:
    """Name both axes, but keep the names that somebody has given before."""
    ax.set_xlabel(ax.get_xlabel() or x)
    ax.set_ylabel(ax.get_ylabel() or y)


def tint(color: str, strength: float = 0.2) -> tuple[float, float, float]:
    """Mix ``color`` with white: the ground on which points of that colour lie."""
    red, green, blue = (1 - strength * (1 - part) for part in to_rgb(color))
    return red, green, blue


def interval(start: Any, stop: Any) -> tuple[float, float]:
    """Check that ``start`` lies left of ``stop``."""
    left, right = scalar(start, "start"), scalar(stop, "stop")
    if left >= right:
        raise ValueError(message("stop", f"start({left:g})보다 커야 합니다", right))
    return left, right


def labelled_points(X: ArrayLike, y: ArrayLike) -> tuple[Array, NDArray[Any], list[Any]]:
    """Check points in the plane and their labels; return both, and the classes that occur."""
    points = matrix(X, "X")
    if points.shape[1] != 2:
        raise ValueError(message("X", "모양이 (n, 2)여야 합니다", points.shape))
    labels = np.asarray(y)
    if labels.shape != (len(points),):
        raise ValueError(message("y", f"모양이 ({len(points)},)여야 합니다", labels.shape))
    classes = np.unique(labels).tolist()
    if len(classes) > len(MARKERS):
        raise ValueError(message("y", f"클래스가 {len(MARKERS)}개 이하여야 합니다", len(classes)))
    return points, labels, classes


def scatter_classes(
    ax: Axes,
    points: Array,
    labels: NDArray[Any],
    classes: Sequence[Any],
    names: Sequence[str] | None = None,
    size: float = 45.0,
) -> None:
    """Draw each class in a colour and with a marker of its own."""
    shown = [str(label) for label in classes] if names is None else names
    for label, name, color, marker in zip(classes, shown, COLORS, MARKERS, strict=False):
        ax.scatter(
            points[labels == label, 0],
            points[labels == label, 1],
            s=size,
            color=color,
            marker=marker,
            edgecolors="white",
            linewidths=0.8,
            label=name,
            zorder=3,
        )


def shade(ax: Axes, x1: Array, x2: Array, region: NDArray[np.intp]) -> None:
    """Colour a grid by class, from its first to its last point."""
    half1, half2 = (x1[1] - x1[0]) / 2, (x2[1] - x2[0]) / 2
    ax.imshow(
        np.array([tint(color) for color in COLORS])[region],
        origin="lower",
        extent=(x1[0] - half1, x1[-1] + half1, x2[0] - half2, x2[-1] + half2),
        aspect="auto",
        interpolation="nearest",
        zorder=0,
    )
    ax.set(xlim=(x1[0], x1[-1]), ylim=(x2[0], x2[-1]))
    ax.grid(visible=False)


def apart(place: Array, others: Sequence[Array], size: Array) -> bool:
    """Say whether a number fits at ``place``, 7 % of the picture away from all the others."""
    away = (np.reshape(others, (-1, 2)) - place) / size
    return bool((np.hypot(away[:, 0], away[:, 1]) > 0.07).all())


def line_ends(
    weights: Array, bias: float, xlim: tuple[float, float], ylim: tuple[float, float]
) -> tuple[Array, Array]:
    """Two points of the line w1 x1 + w2 x2 + b = 0 that span the box; not both weights are 0."""
    w1, w2 = weights
    if abs(w2) >= abs(w1):
        x1 = np.array(xlim)
        return x1, -(w1 * x1 + bias) / w2
    x2 = np.array(ylim)
    return -(w2 * x2 + bias) / w1, x2
