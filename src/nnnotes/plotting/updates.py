r"""퍼셉트론이 직선을 어떻게 고쳐 가는지 그립니다."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnnotes._checks import message, scalar, vector
from nnnotes.plotting._axes import axes, labelled_points, line_ends, name_axes, scatter_classes
from nnnotes.plotting.font import COLORS

__all__ = ["plot_lines"]


def plot_lines(updates: Sequence[Any], X: ArrayLike, y: ArrayLike, ax: Axes | None = None) -> Axes:
    r"""가중치를 고칠 때마다 달라지는 결정 경계를 겹쳐 그립니다.

    Parameters
    ----------
    updates : sequence
        ``weights``\ (값 두 개)와 ``bias``\ 가 있는 기록들. ``Perceptron.history_``\ 가 그렇습니다.
    X : array_like of shape (n, 2)
        데이터.
    y : array_like of shape (n,)
        레이블.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳.

    Raises
    ------
    ValueError
        기록이 없거나 가중치가 두 개가 아닐 때.

    Notes
    -----
    먼저 그은 선일수록 흐리고, 마지막 선은 굵습니다. 가중치가 모두 0이면 직선이 없으므로 그리지
    않고, 그런 수정이 몇 번인지 제목에 적습니다.

    Examples
    --------
    두 번 고친 직선입니다.

    >>> import nnnotes as nn
    >>> from types import SimpleNamespace as Update
    >>> updates = [Update(weights=(1, 1), bias=0), Update(weights=(1, 1), bias=-1.5)]
    >>> ax = nn.plot_lines(updates, [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> [line.get_label() for line in ax.lines]
    ['1번째 수정', '2번째 수정']
    """
    points, labels, classes = labelled_points(X, y)
    if len(updates) == 0:
        raise ValueError(message("updates", "기록이 하나 이상 있어야 합니다", updates))
    lines = [(vector(u.weights, "weights"), scalar(u.bias, "bias")) for u in updates]
    for weights, _ in lines:
        if weights.shape != (2,):
            raise ValueError(message("weights", "모양이 (2,)여야 합니다", weights.shape))
    ax = axes(ax)
    margins = 0.3 * np.ptp(points, axis=0) + 0.2
    low, high = points.min(axis=0) - margins, points.max(axis=0) + margins
    xlim, ylim = (low[0], high[0]), (low[1], high[1])
    last = len(lines) - 1
    for step, (weights, bias) in enumerate(lines):
        if weights.any():
            ax.plot(
                *line_ends(weights, bias, xlim, ylim),
                color=COLORS[4],
                alpha=0.2 + 0.8 * step / max(last, 1),
                linestyle="-" if step == last else "--",
                linewidth=3.0 if step == last else 1.5,
                label=f"{step + 1}번째 수정",
            )
    scatter_classes(ax, points, labels, classes, size=80.0)
    without = sum(not weights.any() for weights, _ in lines)
    if without:
        ax.set_title(f"수정 {last + 1}번 가운데 {without}번은 가중치가 모두 0이라 직선이 없습니다")
    name_axes(ax, "x₁", "x₂")
    ax.set(xlim=xlim, ylim=ylim)
    return ax
