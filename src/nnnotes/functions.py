r"""함수: 다항 함수와 지수 함수와 로그 함수.

신경망의 층 하나하나가 함수입니다. 가장 익숙한 함수들로 값과 그래프를 읽는 법을 익힙니다.
다항 함수의 **차수**\ 는 변수에 붙은 가장 큰 지수이며, 텐서의 축의 개수와는 관계가 없습니다.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import (
    Array,
    Numbers,
    all_finite,
    between,
    finite,
    in_range,
    message,
    numeric,
    plain,
    positive,
    real,
    scalar,
    vector,
)

__all__ = [
    "cubic",
    "exponential",
    "linear",
    "logarithm",
    "polynomial",
    "quadratic",
    "quartic",
    "quintic",
]


def polynomial(x: ArrayLike, coefficients: ArrayLike) -> Numbers:
    r"""다항 함수의 값을 호너의 방법으로 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        변수의 값입니다.
    coefficients : array_like of shape (n + 1,)
        n차 다항 함수의 계수입니다. 차수가 높은 항부터 차례로 적고, 상수항이 마지막입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        다항 함수의 값입니다.

    Raises
    ------
    TypeError
        실수로 바꿀 수 없는 값이 들어올 때입니다.
    ValueError
        유한하지 않은 값이 들어오거나 계산한 값이 float64의 범위를 넘을 때입니다.

    Notes
    -----
    계수가 :math:`c_0, c_1, \dots, c_n`\ 이면 값은 다음과 같습니다.

    .. math::

        c_0 x^n + c_1 x^{n-1} + \dots + c_n = (\cdots(c_0 x + c_1)x + \cdots)x + c_n

    오른쪽이 호너의 방법입니다. 거듭제곱 없이 곱셈 n번과 덧셈 n번이면 됩니다.

    Examples
    --------
    :math:`2x^2 - 3x + 1`\ 에 5를 넣습니다.

    >>> from nnnotes import polynomial
    >>> polynomial(5, [2, -3, 1])
    36.0

    빠진 차수의 계수는 0으로 적습니다. 다음은 :math:`x^3 - 1`\ 입니다.

    >>> polynomial([0, 1, 2], [1, 0, 0, -1])
    array([-1.,  0.,  7.])
    """
    numbers = numeric(x, "x")
    terms = vector(coefficients, "coefficients")
    if terms.size == 1:
        terms = np.append(0.0, terms)
    with np.errstate(all="ignore"):
        result: Array = np.asarray(numbers * terms[0])
        result += terms[1]
        for term in terms[2:]:
            result *= numbers
            result += term
    # A NaN or infinite x makes the result so too, hence one look at the result is enough.
    if not all_finite(result):
        in_range(result, finite(numbers, "x"), "x")
    return plain(result)


def linear(x: ArrayLike, a: float = 0.5, b: float = 2.0) -> Numbers:
    r"""일차 함수 :math:`ax + b`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        변수의 값입니다.
    a : float, default 0.5
        직선의 기울기입니다.
    b : float, default 2.0
        직선이 세로축과 만나는 높이, 곧 절편입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        일차 함수의 값입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`polynomial`\ 과 같습니다. 계수는 저마다 실수 하나여야 합니다.

    Examples
    --------
    기울기가 0.5이고 절편이 2인 직선 위에서, 50의 높이는 27입니다.

    >>> from nnnotes import linear
    >>> linear(50)
    27.0
    """
    return _polynomial(x, a=a, b=b)


def quadratic(x: ArrayLike, a: float = 1.0, b: float = -1.0, c: float = -2.0) -> Numbers:
    r"""이차 함수 :math:`ax^2 + bx + c`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        변수의 값입니다.
    a, b, c : float, default 1.0, -1.0, -2.0
        차수가 높은 항부터 적은 계수입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        이차 함수의 값입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`polynomial`\ 과 같습니다. 계수는 저마다 실수 하나여야 합니다.

    Notes
    -----
    ``a``\ 가 0보다 크면 :math:`x = -b / 2a`\ 에서 가장 작고, 0보다 작으면 그곳에서 가장 큽니다.

    Examples
    --------
    근은 -1과 2이고, 그 한가운데인 0.5에서 가장 작습니다.

    >>> from nnnotes import quadratic
    >>> quadratic([-1, 0.5, 2])
    array([ 0.  , -2.25,  0.  ])
    """
    return _polynomial(x, a=a, b=b, c=c)


def cubic(
    x: ArrayLike, a: float = 4.0, b: float = 0.0, c: float = -1.0, d: float = -38.0
) -> Numbers:
    r"""삼차 함수 :math:`ax^3 + bx^2 + cx + d`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        변수의 값입니다.
    a, b, c, d : float, default 4.0, 0.0, -1.0, -38.0
        차수가 높은 항부터 적은 계수입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        삼차 함수의 값입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`polynomial`\ 과 같습니다. 계수는 저마다 실수 하나여야 합니다.

    Examples
    --------
    부호가 2와 3 사이에서 바뀌므로 그 사이에 근이 있습니다.

    >>> from nnnotes import cubic
    >>> cubic([0, 2, 3])
    array([-38.,  -8.,  67.])
    """
    return _polynomial(x, a=a, b=b, c=c, d=d)


def quartic(
    x: ArrayLike,
    a: float = 1.0,
    b: float = 0.0,
    c: float = -5.0,
    d: float = 0.0,
    e: float = 4.0,
) -> Numbers:
    r"""사차 함수 :math:`ax^4 + bx^3 + cx^2 + dx + e`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        변수의 값입니다.
    a, b, c, d, e : float, default 1.0, 0.0, -5.0, 0.0, 4.0
        차수가 높은 항부터 적은 계수입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        사차 함수의 값입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`polynomial`\ 과 같습니다. 계수는 저마다 실수 하나여야 합니다.

    Notes
    -----
    기본값은 :math:`(x + 2)(x + 1)(x - 1)(x - 2)`\ 를 펼친 것입니다. 그래프가 가로축을 네 번
    만나고, 오르내림이 세 번 바뀌어 W 모양이 됩니다.

    Examples
    --------
    네 근에서 0이 되고, 한가운데에서 4까지 올라옵니다.

    >>> from nnnotes import quartic
    >>> quartic([-2, -1, 0, 1, 2])
    array([0., 0., 4., 0., 0.])
    """
    return _polynomial(x, a=a, b=b, c=c, d=d, e=e)


def quintic(
    x: ArrayLike,
    a: float = 1.0,
    b: float = 0.0,
    c: float = -5.0,
    d: float = 0.0,
    e: float = 4.0,
    f: float = 0.0,
) -> Numbers:
    r"""5차 함수 :math:`ax^5 + bx^4 + cx^3 + dx^2 + ex + f`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        변수의 값입니다.
    a, b, c, d, e, f : float, default 1.0, 0.0, -5.0, 0.0, 4.0, 0.0
        차수가 높은 항부터 적은 계수입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        5차 함수의 값입니다.

    Raises
    ------
    TypeError, ValueError
        :func:`polynomial`\ 과 같습니다. 계수는 저마다 실수 하나여야 합니다.

    Notes
    -----
    기본값은 :math:`(x + 2)(x + 1)x(x - 1)(x - 2)`\ 를 펼친 것입니다. 그래프가 가로축을 다섯 번
    만나고, 오르내림이 네 번 바뀝니다.

    Examples
    --------
    홀수 차수의 항만 있으면 원점에 대해 대칭입니다.

    >>> from nnnotes import quintic
    >>> quintic([-3, 0, 3])
    array([-120.,    0.,  120.])
    """
    return _polynomial(x, a=a, b=b, c=c, d=d, e=e, f=f)


def exponential(x: ArrayLike, base: float = np.e) -> Numbers:
    r"""지수 함수 :math:`b^x`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        지수입니다.
    base : float, default e
        밑 :math:`b`\ 입니다. 1이 아닌 양수여야 하며, 기본값은 자연상수
        :math:`e \approx 2.718`\ 입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        지수 함수의 값입니다. 0보다 크지만, 아주 작으면 0으로 반올림됩니다.

    Raises
    ------
    TypeError
        실수로 바꿀 수 없는 값이 들어올 때입니다.
    ValueError
        밑이 1이거나 양수가 아닐 때, 유한하지 않은 값이 들어오거나 계산한 값이 float64의 범위를
        넘을 때입니다. 밑이 e이면 지수가 약 709.78보다 클 때입니다.

    Notes
    -----
    :math:`e^x`\ 은 미분해도 자기 자신입니다: :math:`\frac{d}{dx} e^x = e^x`.

    Examples
    --------
    밑이 2이면 지수가 1 커질 때마다 두 배가 됩니다.

    >>> from nnnotes import exponential
    >>> exponential([0, 1, 2, 10], base=2)
    array([1.000e+00, 2.000e+00, 4.000e+00, 1.024e+03])

    무엇이든 0제곱은 1이고, e의 1제곱은 자연상수 그 자체입니다.

    >>> exponential(0), exponential(1)
    (1.0, 2.718281828459045)
    """
    numbers = real(x, "x")
    base = _base(base)
    with np.errstate(all="ignore"):
        result: Array = np.exp(numbers) if base == np.e else np.power(base, numbers)
    return plain(in_range(result, numbers, "x"))


def logarithm(x: ArrayLike, base: float = np.e) -> Numbers:
    r"""로그 함수 :math:`\log_b x`\ 의 값을 계산합니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        진수입니다. 0보다 커야 합니다.
    base : float, default e
        밑 :math:`b`\ 입니다. 1이 아닌 양수여야 하며, 기본값인 e이면 자연로그입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        ``base``\ 를 몇 제곱해야 ``x``\ 가 되는지를 나타내는 수입니다.

    Raises
    ------
    TypeError
        실수로 바꿀 수 없는 값이 들어올 때입니다.
    ValueError
        ``x``\ 에 0 이하이거나 유한하지 않은 값이 있을 때, 밑이 1이거나 양수가 아닐 때입니다.

    Notes
    -----
    로그는 지수 함수의 역함수입니다. 밑이 e, 2, 10이 아니면 밑을 바꾸어 계산합니다.

    .. math::

        \log_b x = \frac{\ln x}{\ln b}, \qquad \frac{d}{dx} \ln x = \frac{1}{x}

    Examples
    --------
    로그는 곱셈을 덧셈으로 바꿉니다.

    >>> from nnnotes import logarithm
    >>> logarithm(2) + logarithm(3) - logarithm(6)
    0.0

    밑이 10이면 자릿수를 셉니다.

    >>> logarithm([1, 10, 1000], base=10)
    array([0., 1., 3.])
    """
    numbers = between(x, "x", "0보다 커야 합니다", low=0.0, high=np.inf)
    base = _base(base)
    logarithms = {2.0: np.log2, np.e: np.log, 10.0: np.log10}
    if base in logarithms:
        result: Array = logarithms[base](numbers)
    else:
        result = np.log(numbers) / np.log(base)
    return plain(result)


def _polynomial(x: ArrayLike, **coefficients: ArrayLike) -> Numbers:
    return polynomial(x, [scalar(value, name) for name, value in coefficients.items()])


def _base(value: ArrayLike) -> float:
    base = positive(value, "base")
    if base == 1:
        raise ValueError(message("base", "1이 아니어야 합니다", base))
    return base
