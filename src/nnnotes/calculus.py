r"""수치 미분과 경사 하강법.

한 점의 앞뒤 값을 견주면 함수가 오르는지 내리는지 알 수 있습니다. 그 간격을 좁힌 것이 미분이고,
내리막을 따라 한 걸음씩 움직이는 것이 경사 하강법(gradient descent)입니다.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import (
    Array,
    Numbers,
    finite,
    first,
    function,
    in_range,
    integer,
    message,
    not_negative,
    numeric,
    plain,
    positive,
    real,
    scalar,
    shortened,
    vector,
)
from nnnotes.functions import linear

__all__ = [
    "Descent",
    "Line",
    "derivative",
    "gradient",
    "gradient_descent",
    "partial_derivative",
    "tangent_line",
]

Function = Callable[[Any], Any]

# The step at which the error of the formula and the error of rounding are about equal.
_STEP = float(np.finfo(np.float64).eps ** (1 / 3))

# Beyond this a descent has diverged, though float64 could go on.
_HUGE = 1e100


def derivative(f: Function, x: ArrayLike, h: float | None = None) -> Numbers:
    r"""중심 차분(central difference)으로 미분계수를 구합니다.

    Parameters
    ----------
    f : callable
        미분할 함수입니다. ``x``\ 가 배열이면 배열을 받아 같은 모양의 배열을 돌려주어야 합니다.
    x : float or ndarray of any shape
        미분할 점입니다.
    h : float, optional
        앞뒤로 벌리는 간격입니다. 생략하면 점마다
        :math:`\sqrt[3]{\varepsilon} \max(1, |x|)`\ 를 씁니다. :math:`\varepsilon`\ 은 float64의
        기계 엡실론(약 2.2e-16)이고, 세제곱근은 약 6.1e-6입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        각 점에서의 기울기입니다.

    Raises
    ------
    TypeError
        ``f``\ 가 함수가 아니거나, 실수가 아닌 값을 돌려줄 때입니다.
    ValueError
        ``h``\ 가 0 이하이거나 너무 작아 ``x + h``\ 가 ``x``\ 와 구별되지 않을 때, ``f``\ 가
        유한하지 않은 값이나 모양이 다른 값을 돌려줄 때입니다.

    Notes
    -----
    .. math::

        f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x - h)}{2h}
              \approx \frac{f(x + h) - f(x - h)}{(x + h) - (x - h)}

    식의 오차는 :math:`h^2`\ 에 비례해 줄지만, ``h``\ 가 너무 작으면 두 값이 거의 같아져 뺄셈에서
    자릿수를 잃습니다. 분모를 ``2h`` 대신 실제로 만들어진 두 점의 차이로 두어, ``h``\ 를 더할 때
    생기는 반올림 오차를 없앱니다. ``x`` 가까이에서 아주 급하게 변하는 함수라면 ``h``\ 를 직접
    정하는 것이 좋습니다.

    Examples
    --------
    :math:`x^2 - x - 2`\ 의 기울기는 :math:`2x - 1`\ 입니다. 최솟값을 지나며 부호가 바뀝니다.

    >>> import numpy as np
    >>> from nnnotes import derivative, exponential, quadratic
    >>> derivative(quadratic, [0, 0.5, 1]).round(6)
    array([-1.,  0.,  1.])

    지수 함수의 기울기는 자기 자신입니다. 간격이 너무 커도, 너무 작아도 오차가 커집니다.

    >>> errors = [abs(derivative(exponential, 1, h) - np.e) for h in [0.1, 1e-5, 1e-13]]
    >>> bool(errors[0] > 1e-3), bool(errors[1] < 1e-9), bool(errors[2] > 1e-6)
    (True, True, True)
    """
    function(f, "f")
    points = real(x, "x")
    before, after, gap = _around(points, h)
    low, high = _call(f, before, points.shape), _call(f, after, points.shape)
    return plain(_slope(low, high, gap, points))


def partial_derivative(f: Function, x: ArrayLike, index: int, h: float | None = None) -> float:
    r"""변수 하나만 움직여 편미분계수를 구합니다.

    Parameters
    ----------
    f : callable
        모양이 (n,)인 배열을 받아 실수 하나를 돌려주는 함수입니다.
    x : array_like of shape (n,)
        미분할 점입니다.
    index : int
        움직일 변수의 번호입니다. 0부터 n - 1까지입니다.
    h : float, optional
        앞뒤로 벌리는 간격입니다. 생략하면 :func:`derivative`\ 처럼 정합니다.

    Returns
    -------
    float
        나머지 변수를 그대로 두고 ``index``\ 번째 변수만 움직일 때의 기울기입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`derivative`\ 와 같습니다. 그리고 ``index``\ 가 0부터 n - 1까지의 정수가 아닐
        때입니다.

    Notes
    -----
    :math:`e_i`\ 가 i번째 자리만 1인 벡터일 때 다음과 같습니다.

    .. math::

        \frac{\partial f}{\partial x_i} \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h}

    Examples
    --------
    :math:`x_0^2 + 3 x_1`\ 은 :math:`x_1`\ 쪽으로 어디서나 기울기가 3입니다.

    >>> from nnnotes import partial_derivative
    >>> round(partial_derivative(lambda x: x[0] ** 2 + 3 * x[1], [5, 7], 1), 6)
    3.0
    """
    function(f, "f")
    point = vector(x, "x")
    return _partial(f, point, integer(index, "index", 0, point.size - 1), h)


def gradient(f: Function, x: ArrayLike, h: float | None = None) -> Array:
    r"""모든 편미분계수를 모은 기울기(gradient) 벡터를 구합니다.

    Parameters
    ----------
    f : callable
        모양이 (n,)인 배열을 받아 실수 하나를 돌려주는 함수입니다.
    x : array_like of shape (n,)
        미분할 점입니다.
    h : float, optional
        앞뒤로 벌리는 간격입니다. 생략하면 변수마다 :func:`derivative`\ 처럼 정합니다.

    Returns
    -------
    ndarray of shape (n,)
        함수가 가장 빠르게 커지는 쪽을 가리키는 벡터입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`derivative`\ 와 같습니다.

    Notes
    -----
    변수가 n개이면 함수를 2n번 부릅니다. 매개변수가 수백만 개인 신경망에서 이 방법 대신 역전파를
    쓰는 까닭입니다.

    .. math::

        \nabla f = \left( \frac{\partial f}{\partial x_0}, \dots,
                          \frac{\partial f}{\partial x_{n-1}} \right)

    Examples
    --------
    그릇 모양의 함수에서 기울기는 바닥의 반대쪽, 곧 바깥쪽을 가리킵니다.

    >>> from nnnotes import gradient
    >>> gradient(lambda x: (x**2).sum(), [3, -4]).round(6)
    array([ 6., -8.])
    """
    function(f, "f")
    point = vector(x, "x")
    return np.array([_partial(f, point, index, h) for index in range(point.size)])


@dataclass(frozen=True)
class Line:
    r"""직선 :math:`y = ax + b`\ 입니다. 함수처럼 부르면 높이를 돌려줍니다.

    Parameters
    ----------
    slope : float
        기울기 a입니다.
    intercept : float
        절편 b입니다.

    Examples
    --------
    기울기가 2이고 절편이 1인 직선입니다.

    >>> from nnnotes import Line
    >>> line = Line(slope=2.0, intercept=1.0)
    >>> line([0, 1, 2])
    array([1., 3., 5.])
    """

    slope: float
    intercept: float

    def __call__(self, x: ArrayLike) -> Numbers:
        """직선 위에서 ``x`` 자리의 높이를 돌려줍니다."""
        return linear(x, self.slope, self.intercept)


def tangent_line(f: Function, x0: float) -> Line:
    r"""한 점에서 함수에 닿는 접선을 구합니다.

    Parameters
    ----------
    f : callable
        실수 하나를 받아 실수 하나를 돌려주는 함수입니다.
    x0 : float
        접점의 자리입니다.

    Returns
    -------
    Line
        ``slope``\ 와 ``intercept``\ 를 가진 직선입니다. ``line(x)``\ 처럼 부르면 높이를
        돌려줍니다.

    Raises
    ------
    TypeError, ValueError
        :func:`derivative`\ 와 같습니다.

    Notes
    -----
    .. math::

        y = f'(x_0)(x - x_0) + f(x_0)

    Examples
    --------
    :math:`x^2 - x - 2`\ 는 3에서 높이가 4이고 기울기가 5입니다.

    >>> from nnnotes import quadratic, tangent_line
    >>> line = tangent_line(quadratic, 3)
    >>> round(line.slope, 6), round(line(3), 6)
    (5.0, 4.0)
    """
    point = np.asarray(scalar(x0, "x0"))
    slope = float(derivative(f, point))
    height = _call(f, point, ())
    with np.errstate(all="ignore"):
        intercept = np.asarray(height - slope * point)
    return Line(slope, float(in_range(intercept, point, "x0")))


@dataclass(frozen=True, eq=False)
class Descent:
    """경사 하강법이 지나온 길입니다.

    Parameters
    ----------
    path : ndarray of shape (steps + 1,) or (steps + 1, n)
        출발점부터 차례로 지나온 점입니다. 출발점이 실수 하나이면 1차원입니다.
    values : ndarray of shape (steps + 1,)
        각 점에서의 함숫값입니다.
    converged : bool
        기울기가 ``tolerance`` 안으로 줄어 멈추었으면 True입니다.

    Examples
    --------
    출발점은 걸음으로 세지 않습니다.

    >>> import numpy as np
    >>> from nnnotes import Descent
    >>> Descent(path=np.array([3.0, 0.5]), values=np.array([4.0, -2.25]), converged=True).n_steps
    1
    """

    path: Array
    values: Array
    converged: bool

    @property
    def n_steps(self) -> int:
        """움직인 걸음의 수입니다."""
        return len(self.values) - 1


def gradient_descent(
    f: Function,
    start: ArrayLike,
    learning_rate: float = 0.1,
    max_steps: int = 100,
    tolerance: float = 1e-8,
    gradient: Function | None = None,
) -> Descent:
    r"""기울기의 반대쪽으로 한 걸음씩 내려가며 최솟값을 찾습니다.

    Parameters
    ----------
    f : callable
        가장 작게 만들 함수입니다. ``start``\ 와 모양이 같은 점을 받아 실수 하나를 돌려주어야
        합니다.
    start : float or array_like of shape (n,)
        출발점입니다.
    learning_rate : float, default 0.1
        학습률입니다. 기울기에 곱해 걸음의 크기를 정합니다.
    max_steps : int, default 100
        걸음 수의 상한입니다.
    tolerance : float, default 1e-8
        기울기 성분의 절댓값이 모두 이 값 이하이면 멈춥니다.
    gradient : callable, optional
        점에서의 기울기를 돌려주는 함수입니다. 생략하면 중심 차분으로 구합니다.

    Returns
    -------
    Descent
        지나온 점 ``path``, 함숫값 ``values``, 수렴했는지를 알리는 ``converged``, 걸음 수
        ``n_steps``\ 를 담은 기록입니다.

    Raises
    ------
    TypeError
        ``f``\ 나 ``gradient``\ 가 함수가 아니거나, 실수가 아닌 값을 돌려줄 때입니다.
    ValueError
        출발점에서 값이나 기울기를 계산할 수 없을 때, ``learning_rate``\ 가 0 이하일 때,
        ``max_steps``\ 가 1 미만이거나 ``tolerance``\ 가 음수일 때입니다.

    Notes
    -----
    학습률이 :math:`\eta`\ 이면 한 걸음은 다음과 같습니다.

    .. math::

        x \leftarrow x - \eta\, \nabla f(x)

    학습률이 너무 크면 최솟값을 지나쳐 점점 멀어집니다(발산). 값을 계산할 수 없거나 점이나 값의
    크기가 1e100을 넘으면, 그 직전까지의 길만 남기고 멈춥니다.

    Examples
    --------
    :math:`x^2 - x - 2`\ 의 바닥 0.5를 3에서 출발해 찾습니다.

    >>> from nnnotes import gradient_descent, quadratic
    >>> descent = gradient_descent(quadratic, start=3, learning_rate=0.1)
    >>> round(float(descent.path[-1]), 6), descent.converged
    (0.5, True)

    학습률이 1이면 3과 -2를 끝없이 오갑니다.

    >>> descent = gradient_descent(quadratic, start=3, learning_rate=1.0, max_steps=4)
    >>> descent.path.round(6)
    array([ 3., -2.,  3., -2.,  3.])
    >>> descent.converged
    False
    """
    function(f, "f")
    if gradient is not None:
        function(gradient, "gradient")
    x = real(start, "start").copy()
    if x.ndim > 1:
        expected = "실수 하나이거나 모양이 (n,)인 벡터여야 합니다"
        raise ValueError(message("start", expected, x.shape))
    learning_rate = positive(learning_rate, "learning_rate")
    max_steps = integer(max_steps, "max_steps")
    tolerance = not_negative(tolerance, "tolerance")

    value, slope = _look(f, gradient, x)
    path, values = [x], [float(value)]
    flat = _largest(slope) <= tolerance
    while not flat and len(path) <= max_steps:
        with np.errstate(all="ignore"):
            x = np.asarray(x - learning_rate * slope)
        try:
            value, slope = _look(f, gradient, finite(x, "x"))
        except (ArithmeticError, ValueError):
            break
        if max(_largest(x), _largest(value)) > _HUGE:
            break
        path.append(x)
        values.append(float(value))
        flat = _largest(slope) <= tolerance
    return Descent(np.array(path), np.array(values), flat)


def _look(f: Function, slope_of: Function | None, x: Array) -> tuple[Array, Array]:
    """Return the value and the slope of ``f`` at ``x``."""
    value = _call(f, x, ())
    if slope_of is not None:
        return value, _call(slope_of, x, x.shape, "gradient(x)")
    return value, np.asarray(derivative(f, x) if x.ndim == 0 else gradient(f, x))


def _largest(numbers: Array) -> float:
    return float(np.abs(numbers).max())


def _partial(f: Function, point: Array, index: int, h: float | None) -> float:
    coordinate = np.asarray(point[index])
    before, after, gap = _around(coordinate, h)
    low, high = point.copy(), point.copy()
    low[index], high[index] = before, after
    return float(_slope(_call(f, low, ()), _call(f, high, ()), gap, coordinate))


def _around(points: Array, h: float | None) -> tuple[Array, Array, Array]:
    """Return x - h, x + h and the distance that rounding has left between them."""
    step = _STEP * np.maximum(np.abs(points), 1.0) if h is None else positive(h, "h")
    with np.errstate(all="ignore"):
        before = np.asarray(points - step)
        after = np.asarray(points + step)
        gap = np.asarray(after - before)
    lost = (before == points) | (after == points)
    if lost.any():
        expected = f"x = {points[first(lost)]}에서 x + h와 x - h가 x와 달라야 합니다"
        raise ValueError(message("h", expected, h))
    return before, after, in_range(gap, points, "x")


def _slope(low: Array, high: Array, gap: Array, points: Array) -> Array:
    with np.errstate(all="ignore"):
        slope = np.asarray((high - low) / gap)
    return in_range(slope, points, "x")


def _call(f: Function, x: Array, shape: tuple[int, ...], name: str = "f(x)") -> Array:
    """Return ``f(x)``, which must be finite and of ``shape``, or say at which x it isn't."""
    with np.errstate(all="ignore"):
        result = f(x.copy() if x.ndim else x[()])
    try:
        values = finite(numeric(result, name), name)
        if values.shape != shape:
            raise ValueError(message(name, f"모양이 {shape}여야 합니다", values.shape))
    except (TypeError, ValueError) as error:
        point = x if x.size <= 20 else x.ravel()[:20]
        raise type(error)(f"x = {shortened(str(point.tolist()))}에서 {error}") from None
    return values
