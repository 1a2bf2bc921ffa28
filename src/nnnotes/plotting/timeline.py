r"""연표를 그립니다."""

from collections.abc import Sequence
from textwrap import wrap

from matplotlib.axes import Axes

from nnnotes._checks import integer, message
from nnnotes.plotting._axes import GRAY, axes
from nnnotes.plotting.font import COLORS

__all__ = ["plot_timeline"]

_WIDTH = 30


def plot_timeline(records: Sequence[tuple[int, str]], ax: Axes | None = None) -> Axes:
    r"""해와 일어난 일을 세로 연표로 그립니다.

    왼쪽 점은 해의 간격을 그대로 따르고, 오른쪽 글은 겹치지 않게 고르게 놓습니다. 둘은 가는 선으로
    이어집니다.

    Parameters
    ----------
    records : sequence of (year, label)
        해와 일어난 일. 순서는 상관없습니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 글의 줄 수에 맞는 높이로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳. 위에서 아래로 시간이 흐릅니다.

    Raises
    ------
    ValueError
        기록이 없거나 (해, 글)의 쌍이 아닐 때.
    TypeError
        해가 정수가 아닐 때.

    Examples
    --------
    순서를 섞어 넣어도 해를 따라 늘어섭니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_timeline([(1957, "퍼셉트론"), (1943, "매컬러와 피츠의 뉴런")])
    >>> [text.get_text() for text in ax.texts]
    ['1943  매컬러와 피츠의 뉴런', '1957  퍼셉트론']
    """
    if not records or any(len(record) != 2 for record in records):
        raise ValueError(message("records", "(해, 글)의 쌍이 하나 이상 있어야 합니다", records))
    events = sorted((integer(year, "year"), str(label)) for year, label in records)
    years = [year for year, _ in events]
    blocks = [wrap(label, _WIDTH) or [""] for _, label in events]
    lines = sum(map(len, blocks)) + 0.6 * len(blocks)
    ax = axes(ax, (6.4, max(1.2, 0.24 * lines + 0.3)))
    first, last = years[0], years[-1]
    row = 0.0
    for year, block in zip(years, blocks, strict=True):
        # Place of the dot and of the label, both from 0 (top) to 1 (bottom).
        dot = (year - first) / (last - first) if last > first else 0.5
        middle = (row + (len(block) + 0.6) / 2) / lines
        row += len(block) + 0.6
        ax.plot([0, 0.12, 0.15], [dot, middle, middle], color=GRAY, linewidth=0.8)
        ax.plot(0, dot, "o", color=COLORS[0])
        text = f"{year}  " + "\n          ".join(block)
        ax.text(0.16, middle, text, va="center")
    ax.plot([0, 0], [0, 1], color=COLORS[0], linewidth=3, zorder=0)
    ax.set(xlim=(-0.03, 1), ylim=(1.02, -0.02))
    ax.set_axis_off()
    return ax
