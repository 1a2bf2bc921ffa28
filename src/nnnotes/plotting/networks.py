r"""신경망을 점과 선으로 그립니다."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from numpy.typing import ArrayLike

from nnnotes._checks import Array, integer, matrix, message
from nnnotes.plotting._axes import GRAY, axes, tint
from nnnotes.plotting.font import COLORS

__all__ = ["draw_network"]

_MOST = 10


def draw_network(
    layer_sizes: Sequence[int],
    ax: Axes | None = None,
    weights: Sequence[ArrayLike] | None = None,
) -> Axes:
    r"""층마다 유닛을 세로로 놓고 이웃한 층을 모두 잇습니다.

    Parameters
    ----------
    layer_sizes : sequence of int
        입력층부터 출력층까지 유닛의 수. 층은 둘 이상.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.
    weights : sequence of array_like, optional
        이웃한 두 층마다 모양이 (앞 층의 유닛 수, 뒤 층의 유닛 수)인 가중치. 주면 절댓값이 클수록
        선이 굵고, 음수는 파선입니다. 굵기는 모든 층에서 같은 눈금을 씁니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳. 층의 이름 아래에 유닛의 수를 적습니다.

    Raises
    ------
    ValueError
        층이 둘보다 적거나, 가중치의 개수나 모양이 맞지 않을 때.

    Notes
    -----
    유닛이 10개를 넘는 층은 처음 다섯 개와 마지막 네 개만 그리고, 사이에 ⋮를 넣고, 몇 개를
    생략했는지 적습니다. 편향은 그리지 않습니다.

    Examples
    --------
    입력 2개, 은닉 유닛 3개, 출력 1개인 신경망은 선이 2×3 + 3×1 = 9개입니다.

    >>> import nnnotes as nn
    >>> ax = nn.draw_network([2, 3, 1])
    >>> sum(len(lines.get_segments()) for lines in ax.collections)
    9

    큰 층에서는 생략한 유닛의 수를 말합니다.

    >>> [text.get_text() for text in nn.draw_network([64, 10]).texts]
    ['⋮', '입력층\n64개\n(55개 생략)', '출력층\n10개']
    """
    sizes = [integer(size, "layer_sizes") for size in layer_sizes]
    if len(sizes) < 2:
        raise ValueError(message("layer_sizes", "층이 둘 이상이어야 합니다", layer_sizes))
    strengths = None if weights is None else _check_weights(weights, sizes)
    ax = axes(ax)
    shown = [_shown(size) for size in sizes]
    places = [_heights(size) for size in sizes]
    for layer in range(len(sizes) - 1):
        part = None
        if strengths is not None:
            part = strengths[layer][np.ix_(shown[layer], shown[layer + 1])]
        _draw_edges(ax, layer, places[layer], places[layer + 1], part)
    names, colors = _names_and_colors(len(sizes))
    for layer, size in enumerate(sizes):
        _draw_layer(ax, layer, places[layer], size, names[layer], colors[layer])
    tallest = max(heights[0] for heights in places) + 0.4
    ax.set(xlim=(-0.5, len(sizes) - 0.5), ylim=(-tallest, tallest))
    ax.set_axis_off()
    return ax


def _check_weights(weights: Sequence[ArrayLike], sizes: list[int]) -> list[Array]:
    """Return the weights, divided by the largest of all."""
    if len(weights) != len(sizes) - 1:
        expected = f"가중치 행렬이 {len(sizes) - 1}개여야 합니다"
        raise ValueError(message("weights", expected, len(weights)))
    matrices = [matrix(part, f"weights[{layer}]") for layer, part in enumerate(weights)]
    for layer, (part, shape) in enumerate(zip(matrices, pairwise(sizes), strict=True)):
        if part.shape != shape:
            raise ValueError(
                message(f"weights[{layer}]", f"모양이 {shape}여야 합니다", part.shape)
            )
    largest = max(np.abs(part).max() for part in matrices)
    return [part / (largest or 1.0) for part in matrices]


def _shown(size: int) -> list[int]:
    """Indices of the units that are drawn."""
    return list(range(size)) if size <= _MOST else [0, 1, 2, 3, 4, *range(size - 4, size)]


def _heights(size: int) -> Array:
    """Heights of the units that are drawn, from the first (top) to the last, around 0."""
    if size <= _MOST:
        return (size - 1) / 2 - np.arange(size, dtype=np.float64)
    return (_MOST - 1) / 2 - np.array([0, 1, 2, 3, 4, 6, 7, 8, 9], dtype=np.float64)


def _names_and_colors(count: int) -> tuple[list[str], list[str]]:
    hidden = ["은닉층"] if count == 3 else [f"은닉층 {index}" for index in range(1, count - 1)]
    colors = [COLORS[0], *[COLORS[2]] * len(hidden), COLORS[1]]
    return ["입력층", *hidden, "출력층"], colors


def _draw_edges(ax: Axes, layer: int, left: Array, right: Array, part: Array | None) -> None:
    segments = [[(layer, a), (layer + 1, b)] for a in left for b in right]
    if part is None:
        ax.add_collection(LineCollection(segments, colors="#999999", linewidths=0.8, zorder=1))
        return
    strengths = part.ravel()
    ax.add_collection(
        LineCollection(
            segments,
            colors=[COLORS[0] if weight >= 0 else COLORS[1] for weight in strengths],
            linewidths=4 * np.abs(strengths),
            linestyles=["-" if weight >= 0 else "--" for weight in strengths],
            zorder=1,
        )
    )


def _draw_layer(ax: Axes, layer: int, heights: Array, size: int, name: str, color: str) -> None:
    ax.plot(
        np.full(len(heights), layer),
        heights,
        linestyle="none",
        marker="o",
        markersize=18,
        markerfacecolor=tint(color),
        markeredgecolor=GRAY,
        clip_on=False,
        zorder=2,
    )
    hidden = size - len(heights)
    if hidden:
        ax.text(layer, -0.5, "⋮", ha="center", va="center", fontsize=16)
    note = f"\n({hidden}개 생략)" if hidden else ""
    below = ax.get_xaxis_transform()
    ax.text(layer, 0, f"{name}\n{size}개{note}", ha="center", va="top", transform=below)
