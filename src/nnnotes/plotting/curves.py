r"""함수의 그래프를 그립니다."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from matplotlib.axes import Axes

from nnnotes._checks import Array, integer, message
from nnnotes.plotting._axes import axes, interval, name_axes

__all__ = ["plot_function"]

Function: TypeAlias = Callable[[Any], Any]
_DASHES = ("-", "--", "-.", ":")


def plot_function(
    f: Function | Mapping[str, Function] | Sequence[Function],
    start: float,
    stop: float,
    n: int = 400,
    *,
    label: str | Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    r"""구간 [start, stop]에서 함수의 그래프를 그립니다.

    Parameters
    ----------
    f : callable, mapping or sequence
        배열 ``x``\ 를 받아 모양이 같은 배열(또는 숫자 하나)을 돌려주는 함수. 여러 함수를 겹쳐
        그리려면 ``{"이름": 함수}``\ 나 함수의 목록을 넣습니다.
    start, stop : float
        구간의 양 끝. 두 점 모두 그래프에 들어갑니다.
    n : int
        계산할 점의 수. 2 이상이어야 합니다.
    label : str or sequence of str, optional
        범례에 쓸 이름. 함수가 여럿이면 이름도 그 수만큼 넣습니다. 목록을 넣고 이름을 주지
        않으면 함수의 ``__name__``\ 을 씁니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그래프를 그린 곳.

    Raises
    ------
    ValueError
        ``start``\ 가 ``stop``\ 보다 작지 않거나, 함숫값의 모양이 ``x``\ 와 다를 때.
    TypeError
        ``f``\ 가 함수가 아닐 때.

    Notes
    -----
    값이 NaN이나 무한대인 점에서는 선이 끊어집니다. 함수가 여럿이면 색뿐 아니라 선의 모양(실선,
    파선 …)도 다릅니다.

    Examples
    --------
    한 함수를 그립니다. 양 끝점도 들어갑니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_function(lambda x: x**2, -5, 5, n=11)
    >>> ax.lines[0].get_xdata().tolist()
    [-5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0]

    이름을 붙여 두 함수를 겹쳐 그립니다.

    >>> ax = nn.plot_function({"제곱": lambda x: x**2, "세제곱": lambda x: x**3}, -2, 2)
    >>> [line.get_label() for line in ax.lines]
    ['제곱', '세제곱']
    """
    functions, labels = _named(f, label)
    left, right = interval(start, stop)
    x = np.linspace(left, right, integer(n, "n", minimum=2))
    curves = [evaluate(function, x) for function in functions]
    ax = axes(ax)
    for index, (y, name) in enumerate(zip(curves, labels, strict=True)):
        ax.plot(x, y, linestyle=_DASHES[index % len(_DASHES)], label=name)
    name_axes(ax, "x", "y")
    if any(name is not None for name in labels):
        ax.legend()
    return ax


def _named(
    f: Function | Mapping[str, Function] | Sequence[Function], label: str | Sequence[str] | None
) -> tuple[list[Function], list[str | None]]:
    """Return the functions and as many labels."""
    functions: list[Function]
    labels: list[str | None]
    if isinstance(f, Mapping):
        functions, labels = list(f.values()), list(f)
    elif isinstance(f, Sequence):
        functions, labels = list(f), [_name(function) for function in f]
    else:
        functions, labels = [f], [None]
    if not functions or not all(callable(function) for function in functions):
        raise TypeError(message("f", "함수이거나 함수를 하나 이상 모은 것이어야 합니다", f))
    if label is not None:
        labels = [label] if isinstance(label, str) else list(label)
    if len(labels) != len(functions):
        raise ValueError(
            message("label", f"함수의 수만큼({len(functions)}개) 있어야 합니다", label)
        )
    return functions, labels


def _name(function: Any) -> str | None:
    name = getattr(function, "__name__", None)
    return None if name == "<lambda>" else name


def evaluate(f: Function, x: Array) -> Array:
    """Return f(x), of the shape of x; a constant is spread over x."""
    y = np.asarray(f(x), dtype=np.float64)
    if y.shape not in {(), x.shape}:
        raise ValueError(message("f", f"f(x)의 모양이 {x.shape}이어야 합니다", y.shape))
    return np.where(np.isfinite(y), y, np.nan) + np.zeros_like(x)
