r"""훈련의 과정과 결과를 그립니다: 손실, 혼동 행렬."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from numpy.typing import ArrayLike

from nnnotes._checks import matrix as check_matrix
from nnnotes._checks import message, vector
from nnnotes.plotting._axes import axes, name_axes, tint
from nnnotes.plotting.font import COLORS

__all__ = ["plot_confusion", "plot_loss"]

_KOREAN = {
    "loss": "손실",
    "accuracy": "정확도",
    "validation_loss": "검증 손실",
    "validation_accuracy": "검증 정확도",
}
_DASHES = ("-", "--", "-.", ":")
_MOST_CLASSES = 12


def plot_loss(history: Any, ax: Axes | None = None, *, log: bool = False) -> Axes:
    r"""에포크마다의 손실을 그립니다. 정확도가 있으면 오른쪽 축에 함께 그립니다.

    Parameters
    ----------
    history : mapping or record
        이름에서 에포크마다의 값으로 가는 사전이나, ``loss``\ (와 ``accuracy``)가 있는 기록.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.
    log : bool
        손실을 로그 눈금으로 그릴지. 손실이 모두 0보다 커야 합니다.

    Returns
    -------
    matplotlib.axes.Axes
        손실을 그린 축. 에포크는 1부터 셉니다.

    Raises
    ------
    ValueError
        값이 없거나, 로그 눈금인데 0 이하인 손실이 있을 때.
    TypeError
        사전도 아니고 ``loss``\ 가 있는 기록도 아닐 때.

    Examples
    --------
    손실은 내려가고 정확도는 올라갑니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_loss({"loss": [0.7, 0.4, 0.2], "accuracy": [0.5, 0.9, 1.0]})
    >>> ax.lines[0].get_xdata().tolist()
    [1, 2, 3]
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['손실', '정확도']
    """
    curves = {name: vector(values, str(name)) for name, values in _series(history).items()}
    rates = [name for name in curves if _is_accuracy(name)]
    if log:
        for name, values in curves.items():
            if name not in rates and values.min() <= 0:
                expected = "로그 눈금에서는 모두 0보다 커야 합니다"
                raise ValueError(message(str(name), expected, float(values.min())))
    ax = axes(ax)
    both = 0 < len(rates) < len(curves)
    right = ax.twinx() if both else ax
    lines = []
    for index, (name, values) in enumerate(curves.items()):
        target = right if name in rates else ax
        lines += target.plot(
            np.arange(1, len(values) + 1),
            values,
            color=COLORS[index % len(COLORS)],
            linestyle=_DASHES[index % len(_DASHES)],
            marker="o" if len(values) == 1 else None,
            label=_KOREAN.get(name, str(name)),
        )
    name_axes(ax, "에포크", "정확도" if len(rates) == len(curves) else "손실")
    if both:
        right.set_ylabel("정확도")
        right.grid(visible=False)
        right.spines["right"].set_visible(True)
    if rates:
        right.set_ylim(-0.02, 1.02)
    if log and len(rates) < len(curves):
        ax.set_yscale("log")
    if len(curves) > 1:
        ax.legend(handles=lines, loc="center right")
    return ax


def _series(history: Any) -> Mapping[str, Any]:
    if isinstance(history, Mapping):
        series = dict(history)
    else:
        series = {name: getattr(history, name) for name in _KOREAN if hasattr(history, name)}
        series = {name: values for name, values in series.items() if values is not None}
    if not series:
        raise TypeError(message("history", "사전이나 loss가 있는 기록이어야 합니다", history))
    return series


def _is_accuracy(name: Any) -> bool:
    return str(name).endswith(("accuracy", "정확도"))


def plot_confusion(
    matrix: ArrayLike, labels: Sequence[Any] | None = None, ax: Axes | None = None
) -> Axes:
    r"""혼동 행렬(confusion matrix)을 그립니다.

    Parameters
    ----------
    matrix : array_like of shape (k, k)
        행은 정답, 열은 예측. 각 칸은 그런 데이터의 개수입니다. k는 12 이하.
    labels : sequence, optional
        클래스의 이름 k개. 주지 않으면 0부터 센 번호입니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳. 개수가 많은 칸일수록 진합니다.

    Raises
    ------
    ValueError
        정사각형이 아니거나, 개수가 음수이거나 정수가 아니거나, 클래스가 12개를 넘거나, 이름의
        수가 다를 때.

    Examples
    --------
    대각선이 맞힌 개수입니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_confusion([[48, 2], [5, 45]], ["고양이", "강아지"])
    >>> [text.get_text() for text in ax.texts]
    ['48', '2', '5', '45']
    """
    counts = check_matrix(matrix, "matrix")
    k = len(counts)
    if counts.shape != (k, k):
        raise ValueError(message("matrix", "정사각 행렬이어야 합니다", counts.shape))
    if k > _MOST_CLASSES:
        raise ValueError(message("matrix", f"클래스가 {_MOST_CLASSES}개 이하여야 합니다", k))
    wrong = counts[(counts < 0) | (counts != np.floor(counts))]
    if wrong.size:
        raise ValueError(message("matrix", "0 이상의 정수여야 합니다", float(wrong[0])))
    names = range(k) if labels is None else labels
    if len(names) != k:
        raise ValueError(message("labels", f"이름이 {k}개여야 합니다", labels))
    ax = axes(ax, (6.4, 2.2 + 0.3 * k))
    # No darker, so that black text is read on it, and white text when a page turns it over.
    blue = to_hex(tint(COLORS[0], 0.6))
    ax.imshow(counts, cmap=LinearSegmentedColormap.from_list("white to blue", ["white", blue]))
    for row, column in np.ndindex(k, k):
        ax.text(column, row, f"{counts[row, column]:.0f}", ha="center", va="center")
    ticks = [str(name) for name in names]
    ax.set_xticks(range(k), ticks)
    ax.set_yticks(range(k), ticks)
    ax.grid(visible=False)
    name_axes(ax, "예측", "정답")
    return ax
