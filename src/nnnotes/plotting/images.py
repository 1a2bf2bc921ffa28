r"""작은 흑백 그림들을 격자로 늘어놓습니다."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnnotes._checks import integer, message, real
from nnnotes.plotting._axes import axes

__all__ = ["plot_images"]

_MOST = 100
_GAP = 0.15
_TITLE = 0.5


def plot_images(
    images: ArrayLike,
    titles: Sequence[Any] | None = None,
    ax: Axes | None = None,
    *,
    columns: int = 10,
) -> Axes:
    r"""손글씨 숫자 같은 그림들을 격자로 늘어놓습니다.

    Parameters
    ----------
    images : array_like of shape (n, height, width) or (height, width)
        밝기들. 값이 클수록 진하게 그립니다. 모든 그림이 같은 눈금을 씁니다. n은 100 이하.
    titles : sequence, optional
        그림마다 위에 적을 것 n개. 정답이나 예측을 적기에 좋습니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.
    columns : int
        한 줄에 놓을 그림의 수.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳.

    Raises
    ------
    ValueError
        모양이 맞지 않거나, 그림이 100개를 넘거나, 제목의 수가 다를 때.

    Examples
    --------
    그림 세 개를 한 줄에 둘씩 놓습니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_images([[[0, 1], [1, 0]]] * 3, ["가", "나", "다"], columns=2)
    >>> len(ax.images), [text.get_text() for text in ax.texts]
    (3, ['가', '나', '다'])
    """
    stack = real(images, "images")
    if stack.ndim == 2:
        stack = stack[np.newaxis]
    if stack.ndim != 3:
        raise ValueError(message("images", "모양이 (n, 높이, 너비)여야 합니다", stack.shape))
    if len(stack) > _MOST:
        raise ValueError(message("images", f"그림이 {_MOST}개 이하여야 합니다", len(stack)))
    if titles is not None and len(titles) != len(stack):
        raise ValueError(message("titles", f"제목이 {len(stack)}개여야 합니다", len(titles)))
    across = min(integer(columns, "columns"), len(stack))
    rows = -(-len(stack) // across)
    tall = stack.shape[1] / stack.shape[2]
    top = _GAP if titles is None else _TITLE
    size = across * (1 + _GAP), rows * (tall + top)
    width = min(6.4, 1.6 * size[0])
    ax = axes(ax, (width, max(width * size[1] / size[0], 0.6)))
    for index, image in enumerate(stack):
        left, bottom = index % across * (1 + _GAP), (index // across + 1) * (tall + top)
        ax.imshow(
            image,
            cmap="gray_r",
            vmin=stack.min(),
            vmax=stack.max(),
            extent=(left, left + 1, bottom, bottom - tall),
        )
        if titles is not None:
            ax.text(
                left + 0.5,
                bottom - tall - 0.04,
                str(titles[index]),
                ha="center",
                va="bottom",
                fontsize=11,
            )
    ax.set(xlim=(-_GAP, size[0]), ylim=(size[1] + _GAP, 0))
    ax.set_axis_off()
    return ax
