r"""텐서를 칸으로 그립니다."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from nnnotes._checks import message, real
from nnnotes.plotting._axes import GRAY, axes, tint
from nnnotes.plotting.font import COLORS

__all__ = ["draw_tensor"]

_MOST = 12
_RISE = 0.5
_BETWEEN = 0.6
_FONT_SIZE = 11.0
_DIGIT = 0.1
"""Width of a digit of that size in inches, with a little space."""


def draw_tensor(x: ArrayLike, ax: Axes | None = None) -> Axes:
    r"""스칼라, 벡터, 행렬, 3차원 텐서를 칸으로 그리고 축의 방향과 길이를 적습니다.

    Parameters
    ----------
    x : array_like
        0차원부터 3차원까지의 배열. 세로로도 가로로도(3차원이면 층을 모두 늘어놓았을 때) 12칸
        이하여야 합니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 칸의 수에 맞는 크기로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳.

    Raises
    ------
    ValueError
        4차원 이상이거나 칸이 너무 많을 때. 일부만 그리는 일은 없습니다.

    Notes
    -----
    3차원 텐서는 축 0을 따라 층을 뒤로 밀어 가며 그립니다. 실수는 유효숫자 세 자리까지 적습니다.

    Examples
    --------
    모양이 (2, 3)인 행렬은 여섯 칸입니다.

    >>> import nnnotes as nn
    >>> ax = nn.draw_tensor([[1, 2, 3], [4, 5, 6]])
    >>> len(ax.patches)
    6
    >>> [text.get_text() for text in ax.texts][-2:]
    ['축 0 (길이 2)', '축 1 (길이 3)']
    """
    real(x, "x")
    values = np.asarray(x)
    if values.ndim > 3:
        raise ValueError(message("x", "3차원 이하여야 합니다", f"{values.ndim}차원"))
    layers, rows, columns = (1,) * (3 - values.ndim) + values.shape
    if max(layers * columns, rows) > _MOST:
        raise ValueError(message("x", f"가로와 세로가 {_MOST}칸 이하여야 합니다", values.shape))
    texts = [f"{value:.3g}" if values.dtype.kind == "f" else str(value) for value in values.flat]
    longest = max(map(len, texts))
    width, height = layers * (columns + _BETWEEN), rows + (layers - 1) * _RISE
    side = max(0.6, longest * _DIGIT)
    given = ax is not None
    ax = axes(ax, (side * (width + 1.2) + 0.2, side * (height + 2.0) + 0.2))
    ax.set(xlim=(-1.1, width), ylim=(rows + 0.9, -(layers - 1) * _RISE - 1.0), aspect="equal")
    size = _fitting_size(ax, longest) if given else _FONT_SIZE
    places = np.ndindex(layers, rows, columns)
    for (layer, row, column), text in zip(places, texts, strict=True):
        left, top = layer * (columns + _BETWEEN) + column, row - layer * _RISE
        color = tint(COLORS[layer % len(COLORS)])
        ax.add_patch(Rectangle((left, top), 1, 1, facecolor=color, edgecolor=GRAY))
        ax.text(left + 0.5, top + 0.5, text, ha="center", va="center", fontsize=size)
    _draw_axes(ax, values.shape, rows, columns, layers)
    ax.set_axis_off()
    return ax


def _fitting_size(ax: Axes, characters: int) -> float:
    """The largest font size, but no larger than usual, at which so many digits fit in a cell."""
    box = ax.get_window_extent().transformed(ax.figure.dpi_scale_trans.inverted())
    side = min(box.width / np.ptp(ax.get_xlim()), box.height / np.ptp(ax.get_ylim()))
    return float(_FONT_SIZE * min(1.0, side / (characters * _DIGIT)))


def _draw_axes(ax: Axes, shape: tuple[int, ...], rows: int, columns: int, layers: int) -> None:
    """Draw an arrow along each axis, and beside it the number and the length of the axis."""
    down = (-0.3, 0), (-0.3, rows), (-0.65, rows / 2), 90
    right = (0, -0.3), (columns, -0.3), (columns / 2, -0.65), 0
    end = layers * (columns + _BETWEEN) - _BETWEEN
    back = (0, rows + 0.3), (end, rows + 0.3 - (layers - 1) * _RISE), (columns / 2, rows + 0.65), 0
    places = {0: (), 1: (right,), 2: (down, right), 3: (back, down, right)}[len(shape)]
    for start, stop, _, _ in places:
        ax.annotate("", stop, start, arrowprops={"arrowstyle": "->", "color": GRAY})
    for axis, (_, _, place, rotation) in enumerate(places):
        text = f"축 {axis} (길이 {shape[axis]})"
        ax.text(*place, text, ha="center", va="center", rotation=rotation, fontsize=_FONT_SIZE)
