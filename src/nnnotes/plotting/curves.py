r"""함수의 그래프와 접선을 그립니다."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from matplotlib.axes import Axes

from nnnotes._checks import Array, integer, message, scalar
from nnnotes.calculus import tangent_line
from nnnotes.plotting._axes import axes, interval, name_axes
from nnnotes.plotting.font import COLORS

__all__ = ["plot_function", "plot_tangent"]

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


def plot_tangent(
    f: Function,
    x0: float,
    start: float,
    stop: float,
    h: float | None = None,
    *,
    ax: Axes | None = None,
) -> Axes:
    r"""곡선과 접선을 그립니다. ``h``\ 를 주면 할선도 그려 둘을 견줍니다.

    Parameters
    ----------
    f : callable
        배열 ``x``\ 를 받아 모양이 같은 배열(또는 숫자 하나)을 돌려주는 함수.
    x0 : float
        접점의 자리. 구간 안에 있어야 합니다.
    start, stop : float
        그릴 구간의 양 끝.
    h : float, optional
        할선이 지나는 점과 접점의 거리. 0이 아니어야 하고, ``x0 + h``\ 도 구간 안에 있어야 합니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳. 범례에 접선과 할선의 기울기를 적습니다.

    Raises
    ------
    ValueError
        점이 구간 밖에 있거나 ``h``\ 가 0일 때.

    See Also
    --------
    nnnotes.calculus.tangent_line : 접선의 기울기와 절편.

    Notes
    -----
    할선의 기울기는 ``h``\ 가 0에 다가갈수록 접선의 기울기에 다가갑니다.

    .. math:: \frac{f(x_0 + h) - f(x_0)}{h} \to f'(x_0)

    Examples
    --------
    :math:`x^2`\ 의 1에서 접선의 기울기는 2이고, ``h = 1``\ 인 할선의 기울기는 3입니다.

    >>> import nnnotes as nn
    >>> ax = nn.plot_tangent(lambda x: x**2, 1, -1, 3, h=1)
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['f(x)', '접선 (기울기 2)', '할선 (h = 1, 기울기 3)']
    """
    left, right = interval(start, stop)
    point = _between(scalar(x0, "x0"), left, right, "x0")
    tangent = tangent_line(f, point)
    x = np.linspace(left, right, 400)
    curve = evaluate(f, x)
    slopes = {f"접선 (기울기 {tangent.slope:.4g})": tangent.slope}
    touched = [point]
    if h is not None:
        step = scalar(h, "h")
        if step == 0:
            raise ValueError(message("h", "0이 아니어야 합니다", h))
        touched.append(_between(point + step, left, right, "x0 + h"))
    heights = evaluate(f, np.array(touched))
    if h is not None:
        slope = (heights[1] - heights[0]) / step
        slopes[f"할선 (h = {step:.4g}, 기울기 {slope:.4g})"] = slope
    ax = axes(ax)
    ax.plot(x, curve, color=COLORS[0], label="f(x)")
    limits = ax.get_ylim()
    for index, (label, slope) in enumerate(slopes.items(), start=1):
        line = heights[0] + slope * (x - point)
        ax.plot(x, line, color=COLORS[index], linestyle=_DASHES[index], label=label)
    ax.plot(touched, heights, color="black", linestyle="none", marker="o")
    # A steep line must not flatten the curve.
    ax.set_ylim(limits)
    name_axes(ax, "x", "y")
    ax.legend()
    return ax


def _between(x: float, left: float, right: float, name: str) -> float:
    if not left <= x <= right:
        raise ValueError(message(name, f"구간 [{left:g}, {right:g}] 안에 있어야 합니다", x))
    return x


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
