r"""경사 하강법이 지나간 길을 그립니다."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from nnnotes._checks import Array, message, real
from nnnotes.plotting._axes import apart, axes, name_axes
from nnnotes.plotting.curves import evaluate
from nnnotes.plotting.font import COLORS

__all__ = ["plot_descent"]


def plot_descent(f: Callable[[Any], Any], path: Any, ax: Axes | None = None) -> Axes:
    r"""함수 위에 경사 하강법의 경로를 그리고, 몇 번째 걸음인지 적습니다.

    변수가 하나면 그래프 위에, 둘이면 등고선 위에 그립니다.

    Parameters
    ----------
    f : callable
        최소로 만들려는 함수. 변수가 하나면 배열 ``x``\ 를 받아 같은 모양의 배열을 돌려주고,
        둘이면 모양이 (2,)인 벡터를 받아 숫자 하나를 돌려줍니다.
    path : array_like of shape (n,) or (n, 2), or record
        지나간 점들. :func:`~nnnotes.calculus.gradient_descent`\ 의 결과처럼 ``path``\ 가 있는
        기록도 됩니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳.

    Raises
    ------
    ValueError
        경로의 모양이 맞지 않을 때.

    Notes
    -----
    출발점은 사각형, 도착점은 별입니다. 앞의 번호와 겹치는 점에는 번호를 적지 않습니다.

    Examples
    --------
    :math:`x^2`\ 의 골짜기로 한 걸음에 절반씩 다가갑니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_descent(lambda x: x**2, [4, 2, 1, 0.5])
    >>> [text.get_text() for text in ax.texts]
    ['0', '1', '2', '3']
    """
    points = real(getattr(path, "path", path), "path")
    if points.ndim == 2 and points.shape[1] == 2:
        spans = [_span(column) for column in points.T]
        grid = np.stack(np.meshgrid(*(np.linspace(*span, 60) for span in spans)))
        heights = np.apply_along_axis(f, 0, grid)
        if heights.shape != grid.shape[1:]:
            raise ValueError(message("f", "f(x)가 숫자 하나여야 합니다", heights.shape[:-2]))
        ax = axes(ax)
        ax.contour(*grid, heights, levels=14, colors=COLORS[0], linewidths=1.0, alpha=0.6)
        name_axes(ax, "x₁", "x₂")
        x, y = points.T
    elif points.ndim == 1:
        span = _span(points)
        curve = np.linspace(*span, 400)
        heights, y = evaluate(f, curve), evaluate(f, points)
        ax = axes(ax)
        ax.plot(curve, heights, color=COLORS[0])
        name_axes(ax, "x", "f(x)")
        x = points
    else:
        raise ValueError(message("path", "모양이 (n,)이나 (n, 2)여야 합니다", points.shape))
    _draw_path(ax, x, y)
    return ax


def _draw_path(ax: Axes, x: Array, y: Array) -> None:
    ax.plot(x, y, color=COLORS[1], marker="o", markersize=6, linewidth=1.2, label="경로")
    ax.plot(x[0], y[0], color=COLORS[1], marker="s", linestyle="none", label="출발")
    ax.plot(
        x[-1], y[-1], color=COLORS[1], marker="*", markersize=15, linestyle="none", label="도착"
    )
    sizes = np.array([np.ptp(ax.get_xlim()), np.ptp(ax.get_ylim())])
    written: list[Array] = []
    for step, point in enumerate(np.column_stack([x, y])):
        if apart(point, written, sizes):
            written.append(point)
            ax.annotate(str(step), point, (6, 6), textcoords="offset points")
    ax.legend()


def _span(column: Array) -> tuple[float, float]:
    """Cover the path and a quarter more on both sides (or 1 if it stays where it is)."""
    margin = np.ptp(column) / 4 or 1.0
    return float(column.min() - margin), float(column.max() + margin)
