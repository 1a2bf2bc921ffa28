r"""퍼셉트론이 직선을 어떻게 고쳐 가는지 그립니다."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnnotes._checks import message, scalar, vector
from nnnotes.plotting._axes import (
    apart,
    axes,
    labelled_points,
    line_ends,
    name_axes,
    scatter_classes,
)

__all__ = ["plot_lines"]

_LABEL = {"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": "none"}


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
    선마다 몇 번째 수정인지 적습니다. 점이나 다른 번호와 겹치지 않는 자리가 없으면 적지 않습니다.
    먼저 그은 선일수록 흐리고, 마지막 선은 굵습니다. 가중치가 모두 0이면 직선이 없습니다. 그런
    수정이나 그림 밖을 지나는 직선이 있으면 몇 번인지 제목에 적습니다.

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
    absent = outside = 0
    taken = list(points)
    for number, (weights, bias) in enumerate(lines, start=1):
        if not weights.any():
            absent += 1
            continue
        x1, x2 = line_ends(weights, bias, (low[0], high[0]), (low[1], high[1]))
        last = number == len(lines)
        ax.plot(
            x1,
            x2,
            color="black",
            alpha=0.3 + 0.7 * number / len(lines),
            linestyle="-" if last else "--",
            linewidth=3.0 if last else 1.5,
            label=f"{number}번째 수정",
        )
        ends = np.column_stack([x1, x2])
        along = np.linspace(ends[0], ends[1], 201)
        seen = along[((along >= low) & (along <= high)).all(axis=1)]
        outside += len(seen) == 0
        # From an eighth of the way on, the first place where neither a number nor a point stands.
        for place in np.roll(seen, -(len(seen) // 8), axis=0):
            if apart(place, taken, high - low):
                taken.append(place)
                ax.annotate(str(number), place, ha="center", va="center", bbox=_LABEL)
                break
    scatter_classes(ax, points, labels, classes, size=80.0)
    if absent or outside:
        ax.set_title(f"수정 {len(lines)}번: 직선 없음 {absent}번, 그림 밖 {outside}번")
    name_axes(ax, "x₁", "x₂")
    ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
    ax.legend(handles=ax.collections, title="클래스", loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return ax
