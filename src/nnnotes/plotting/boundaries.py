r"""분류기의 결정 경계를 그립니다."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import Array, integer, message, scalar
from nnnotes.plotting._axes import (
    GRAY,
    axes,
    labelled_points,
    name_axes,
    scatter_classes,
    shade,
)

__all__ = ["plot_decision_boundary"]

_MOST = 200


def plot_decision_boundary(
    predict: Any,
    X: ArrayLike,
    y: ArrayLike,
    ax: Axes | None = None,
    *,
    threshold: float | None = None,
    n: int = _MOST,
    names: Sequence[str] | None = None,
) -> Axes:
    r"""평면을 잘게 나누어 예측하고, 클래스마다 영역을 칠하고, 데이터를 그 위에 그립니다.

    Parameters
    ----------
    predict : callable or object
        모양이 (m, 2)인 배열을 받는 함수나, 그런 ``predict`` 또는 ``decision_function`` 메서드가
        있는 모형. 결과는 다음 가운데 하나입니다. 레이블 (m,), 점수 (m,) 또는 (m, 1),
        클래스마다 점수 하나 (m, k). 마지막 경우에는 점수가 가장 큰 클래스를 고릅니다.
    X : array_like of shape (n, 2)
        데이터.
    y : array_like of shape (n,)
        레이블. 클래스는 여섯 개까지 그립니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.
    threshold : float, optional
        점수가 이 값보다 크면 둘째 클래스입니다. 확률이면 0.5, 가중합이면 0이 알맞습니다.
        모형에 ``decision_function``\ 만 있으면 0을 씁니다.
    n : int
        한 축을 몇 칸으로 나눌지. 2 이상 200 이하.
    names : sequence of str, optional
        범례에 쓸 클래스의 이름. 레이블이 작은 것부터.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳.

    Raises
    ------
    ValueError
        모양이 맞지 않거나, 예측이 ``y``\ 에 없는 레이블일 때.

    Notes
    -----
    색맹이어도 알아볼 수 있도록 클래스는 색뿐 아니라 점의 모양(원, 삼각형, 사각형 …)도 다릅니다.

    Examples
    --------
    가중합 :math:`x_1 + x_2 - 1.5`\ 의 부호로 나눈 AND입니다. 점 네 개가 두 클래스로 나뉩니다.

    >>> import nnnotes as nn
    >>> X = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> ax = nn.plot_decision_boundary(lambda p: p @ [1, 1] - 1.5, X, [0, 0, 0, 1], threshold=0)
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['0', '1']
    """
    points, labels, classes = labelled_points(X, y)
    cells = integer(n, "n", minimum=2, maximum=_MOST)
    if names is not None and len(names) != len(classes):
        raise ValueError(message("names", f"이름이 {len(classes)}개여야 합니다", names))
    function, level = _callable(predict, threshold)
    x1, x2 = (_span(column, cells) for column in points.T)
    grid = np.stack(np.meshgrid(x1, x2), axis=-1)
    region = _regions(function(grid.reshape(-1, 2)), cells**2, classes, level)
    ax = axes(ax)
    region = region.reshape(cells, cells)
    shade(ax, x1, x2, region)
    for index in np.unique(region)[1:]:
        inside = (region == index).astype(np.float64)
        ax.contour(x1, x2, inside, levels=[0.5], colors=GRAY, linewidths=1.5, zorder=1)
    scatter_classes(ax, points, labels, classes, names)
    name_axes(ax, "x₁", "x₂")
    ax.legend(title="클래스", loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return ax


def _callable(predict: Any, threshold: float | None) -> tuple[Any, float | None]:
    """Return a function of points, and the threshold of its scores."""
    level = None if threshold is None else scalar(threshold, "threshold")
    if hasattr(predict, "predict"):
        return predict.predict, level
    if hasattr(predict, "decision_function"):
        return predict.decision_function, 0.0 if level is None else level
    if not callable(predict):
        raise TypeError(
            message("predict", "함수이거나 predict 메서드가 있는 모형이어야 합니다", predict)
        )
    return predict, level


def _regions(
    result: Any, count: int, classes: list[Any], threshold: float | None
) -> NDArray[np.intp]:
    """Turn labels or scores into indices of ``classes``."""
    values = np.asarray(result)
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.shape == (count, len(classes)):
        return np.asarray(values.argmax(axis=1))
    if values.shape != (count,):
        raise ValueError(
            message("predict", f"결과의 모양이 ({count},)이어야 합니다", values.shape)
        )
    if threshold is not None:
        if len(classes) != 2:
            raise ValueError(
                message("threshold", "y에 클래스가 두 개일 때만 쓸 수 있습니다", len(classes))
            )
        return (values > threshold).astype(np.intp)
    unknown = values[~np.isin(values, classes)]
    if unknown.size:
        raise ValueError(
            message(
                "predict",
                "y에 있는 레이블을 돌려주어야 합니다(점수라면 threshold를 정합니다)",
                unknown[0].item(),
            )
        )
    return np.asarray(np.searchsorted(classes, values))


def _span(column: Array, cells: int) -> Array:
    """Cover the data and a margin of a tenth on both sides (or 1 if the data has no width)."""
    margin = np.ptp(column) / 10 or 1.0
    return np.linspace(column.min() - margin, column.max() + margin, cells)
