r"""활성화 함수와 그 도함수.

뉴런은 가중합을 그대로 내보내지 않고 활성화 함수(activation function)를 거쳐 내보냅니다.
모든 함수는 원소별로 계산하며, 소프트맥스만 한 축을 통째로 봅니다. 아무리 크거나 작은 유한한 실수를
넣어도 경고나 NaN이 나오지 않도록, 지수 함수에는 늘 0 이하의 값만 넣습니다.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import (
    Array,
    Numbers,
    between,
    in_range,
    integer,
    message,
    plain,
    real,
)

__all__ = [
    "identity",
    "identity_derivative",
    "logit",
    "logit_derivative",
    "relu",
    "relu_derivative",
    "sigmoid",
    "sigmoid_derivative",
    "softmax",
    "softmax_derivative",
    "step",
    "step_derivative",
    "tanh",
    "tanh_derivative",
]


def step(x: ArrayLike) -> Numbers:
    r"""계단 함수: 0보다 크면 1, 아니면 0입니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0 또는 1입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    0에서의 값은 정하기 나름입니다. 여기서는 논리 게이트와 맞추어 0으로 정합니다.

    Examples
    --------
    조금이라도 0을 넘어야 켜집니다.

    >>> from nnnotes import step
    >>> step([-2, 0, 0.001, 3])
    array([0., 0., 1., 1.])
    """
    return plain((real(x, "x") > 0).astype(np.float64))


def step_derivative(x: ArrayLike) -> Numbers:
    r"""계단 함수의 도함수: 어디서나 0입니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    0에서는 값이 튀므로 도함수가 없지만, 관례로 0을 씁니다. 어디서나 기울기가 0이므로 계단 함수로는
    경사 하강법을 쓸 수 없습니다.

    Examples
    --------
    기울기가 0이면 어느 쪽으로 움직여야 할지 알 수 없습니다.

    >>> from nnnotes import step_derivative
    >>> step_derivative([-2, 0, 3])
    array([0., 0., 0.])
    """
    return plain(np.zeros_like(real(x, "x")))


def identity(x: ArrayLike) -> Numbers:
    r"""항등 함수: 들어온 값을 그대로 내보냅니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        ``x``\ 와 같은 값의 새 배열입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    회귀에서 출력층의 활성화 함수로 씁니다. 은닉층에 쓰면 층을 쌓아도 일차 함수 하나와 같아집니다.

    Examples
    --------
    아무것도 바꾸지 않습니다.

    >>> from nnnotes import identity
    >>> identity([-2, 0, 3])
    array([-2.,  0.,  3.])
    """
    return plain(real(x, "x").copy())


def identity_derivative(x: ArrayLike) -> Numbers:
    r"""항등 함수의 도함수: 어디서나 1입니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        1입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Examples
    --------
    입력이 1만큼 커지면 출력도 1만큼 커집니다.

    >>> from nnnotes import identity_derivative
    >>> identity_derivative([-2, 0, 3])
    array([1., 1., 1.])
    """
    return plain(np.ones_like(real(x, "x")))


def sigmoid(x: ArrayLike) -> Numbers:
    r"""시그모이드 함수(로지스틱 함수): 실수를 0과 1 사이로 옮깁니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0과 1 사이의 값입니다. ``x``\ 가 약 37보다 크면 1로, 약 -745보다 작으면 0으로 반올림됩니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    .. math::

        \sigma(x) = \frac{1}{1 + e^{-x}} = \frac{e^x}{1 + e^x}

    ``x``\ 가 0 이상이면 왼쪽 식으로, 음수이면 오른쪽 식으로 계산합니다.
    그러면 지수 함수가 넘치지 않습니다.

    Examples
    --------
    0에서 정확히 절반이고, 좌우의 값을 더하면 1입니다.

    >>> from nnnotes import sigmoid
    >>> sigmoid(0)
    0.5
    >>> sigmoid([-2, 2])
    array([0.11920292, 0.88079708])
    """
    numbers = real(x, "x")
    with np.errstate(all="ignore"):
        decay = _decay(numbers)
        total = decay + 1.0
        # decay <= 1, so the larger of it and the truth of x >= 0 is the right numerator.
        result = np.maximum(decay, numbers >= 0)
        result /= total
    return plain(result)


def sigmoid_derivative(x: ArrayLike) -> Numbers:
    r"""시그모이드 함수의 도함수입니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다. 시그모이드를 거친 값이 아니라 거치기 전의 값입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0과 1/4 사이의 값입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    .. math::

        \sigma'(x) = \sigma(x)\,(1 - \sigma(x)) = \frac{e^{-|x|}}{(1 + e^{-|x|})^2}

    가운데 식은 ``x``\ 가 크면 뺄셈에서 자릿수를 잃으므로 오른쪽 식으로 계산합니다.

    Examples
    --------
    가장 가파른 곳에서도 기울기는 1/4이고, 멀어지면 빠르게 0에 가까워집니다(기울기 소실).

    >>> from nnnotes import sigmoid_derivative
    >>> sigmoid_derivative(0)
    0.25
    >>> sigmoid_derivative([-10, 10])
    array([4.53958077e-05, 4.53958077e-05])
    """
    with np.errstate(all="ignore"):
        return plain(_bell(real(x, "x")))


def logit(p: ArrayLike) -> Numbers:
    r"""로짓: 시그모이드 함수의 역함수입니다.

    Parameters
    ----------
    p : float or ndarray of any shape
        확률입니다. 0보다 크고 1보다 작아야 합니다.

    Returns
    -------
    float or ndarray of the shape of ``p``
        시그모이드를 거치면 ``p``\ 가 되는 실수입니다.

    Raises
    ------
    TypeError
        실수로 바꿀 수 없는 값이 들어올 때입니다.
    ValueError
        0 이하이거나 1 이상인 값이 들어올 때입니다. 로짓은 열린구간 (0, 1)에서만 정의됩니다.

    Notes
    -----
    .. math::

        \operatorname{logit}(p) = \ln\frac{p}{1 - p}

    ``p``\ 가 1/2에 가까우면 이 식은 자릿수를 잃습니다. 그래서 절댓값을
    :math:`\ln(1 + |2p - 1| / \min(p, 1 - p))`\ 로 계산하고 부호를 붙입니다.

    Examples
    --------
    반반이면 0이고, 시그모이드를 거치면 제자리로 돌아옵니다.

    >>> from nnnotes import logit, sigmoid
    >>> logit(0.5)
    0.0
    >>> logit([0.1, 0.9])
    array([-2.19722458,  2.19722458])
    >>> sigmoid(logit(0.25))
    0.25
    """
    numbers = between(p, "p", "0보다 크고 1보다 작아야 합니다", low=0.0, high=1.0)
    with np.errstate(all="ignore"):
        smaller = np.minimum(numbers, 1.0 - numbers)
        size: Array = np.asarray(2.0 * numbers - 1.0)
        size /= smaller
        np.abs(size, out=size)
        np.log1p(size, out=size)
        if not np.isfinite(size.max()):  # 1 / p overflows for subnormal p
            size = np.where(np.isfinite(size), size, -np.log(smaller))
    return plain(np.copysign(size, numbers - 0.5))


def logit_derivative(p: ArrayLike) -> Numbers:
    r"""로짓의 도함수입니다.

    Parameters
    ----------
    p : float or ndarray of any shape
        확률입니다. 0보다 크고 1보다 작아야 합니다.

    Returns
    -------
    float or ndarray of the shape of ``p``
        4 이상의 값입니다.

    Raises
    ------
    TypeError
        실수로 바꿀 수 없는 값이 들어올 때입니다.
    ValueError
        0 이하이거나 1 이상인 값이 들어올 때, 또는 ``p``\ 가 0에 너무 가까워(약 5.6e-309 미만)
        결과가 float64의 범위를 넘을 때입니다.

    Notes
    -----
    .. math::

        \operatorname{logit}'(p) = \frac{1}{p\,(1 - p)}

    Examples
    --------
    시그모이드가 가장 가파른 곳의 기울기 1/4을 뒤집은 값입니다.

    >>> from nnnotes import logit_derivative
    >>> logit_derivative(0.5)
    4.0
    """
    numbers = between(p, "p", "0보다 크고 1보다 작아야 합니다", low=0.0, high=1.0)
    with np.errstate(all="ignore"):
        result = 1.0 - numbers
        result *= numbers
        result = np.divide(1.0, result)
    return plain(in_range(result, numbers, "p"))


def tanh(x: ArrayLike) -> Numbers:
    r"""쌍곡탄젠트(tanh): 실수를 -1과 1 사이로 옮깁니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        -1과 1 사이의 값입니다. 절댓값이 약 19보다 크면 -1이나 1로 반올림됩니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    .. math::

        \tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}} = 2\sigma(2x) - 1

    Examples
    --------
    0을 0으로 옮기고, 부호를 지킵니다.

    >>> from nnnotes import tanh
    >>> tanh([-1, 0, 1])
    array([-0.76159416,  0.        ,  0.76159416])
    """
    with np.errstate(all="ignore"):
        return plain(np.tanh(real(x, "x")))


def tanh_derivative(x: ArrayLike) -> Numbers:
    r"""쌍곡탄젠트의 도함수입니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다. 쌍곡탄젠트를 거친 값이 아니라 거치기 전의 값입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0과 1 사이의 값입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    .. math::

        \tanh' x = 1 - \tanh^2 x = 4\,\sigma'(2x)

    가운데 식은 절댓값이 크면 뺄셈에서 자릿수를 잃으므로 오른쪽 식으로 계산합니다.

    Examples
    --------
    가장 가파른 곳의 기울기가 1로, 시그모이드의 네 배입니다.

    >>> from nnnotes import tanh_derivative
    >>> tanh_derivative([-1, 0, 1])
    array([0.41997434, 1.        , 0.41997434])
    """
    numbers = real(x, "x")
    with np.errstate(all="ignore"):
        result = _bell(2.0 * numbers)
        result *= 4.0
    return plain(result)


def relu(x: ArrayLike) -> Numbers:
    r"""렐루(ReLU): 음수는 0으로 막고 나머지는 그대로 내보냅니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0 이상의 값입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    .. math::

        \operatorname{ReLU}(x) = \max(0, x)

    References
    ----------
    Nair, V. and Hinton, G. E. (2010). Rectified linear units improve restricted Boltzmann
    machines. ICML.

    Examples
    --------
    양수는 아무리 커도 줄어들지 않습니다.

    >>> from nnnotes import relu
    >>> relu([-2, 0, 3, 100])
    array([  0.,   0.,   3., 100.])
    """
    return plain(np.maximum(real(x, "x"), 0.0))


def relu_derivative(x: ArrayLike) -> Numbers:
    r"""렐루의 도함수: 0보다 크면 1, 아니면 0입니다.

    Parameters
    ----------
    x : float or ndarray of any shape
        가중합입니다.

    Returns
    -------
    float or ndarray of the shape of ``x``
        0 또는 1입니다.

    Raises
    ------
    TypeError, ValueError
        유한한 실수가 아닌 값이 들어올 때입니다.

    Notes
    -----
    0에서는 꺾이므로 도함수가 없지만, 관례로 0을 씁니다.

    Examples
    --------
    양수 쪽에서는 기울기가 늘 1이라 층을 거듭해도 작아지지 않습니다.

    >>> from nnnotes import relu_derivative
    >>> relu_derivative([-2, 0, 3, 100])
    array([0., 0., 1., 1.])
    """
    return step(x)


def softmax(x: ArrayLike, axis: int = -1) -> Array:
    r"""소프트맥스: 한 축의 값들을 합이 1인 확률로 바꿉니다.

    Parameters
    ----------
    x : ndarray of shape (..., n)
        클래스마다 하나씩인 점수입니다. 축이 하나 이상 있어야 합니다.
    axis : int, default -1
        합이 1이 될 축입니다. 기본값은 마지막 축입니다.

    Returns
    -------
    ndarray of the shape of ``x``
        0과 1 사이의 값이며, ``axis``\ 를 따라 더하면 1입니다.

    Raises
    ------
    TypeError
        실수로 바꿀 수 없는 값이 들어오거나 ``axis``\ 가 정수가 아닐 때입니다.
    ValueError
        유한하지 않은 값이 들어오거나, 축이 없거나, ``axis``\ 가 있는 축이 아닐 때입니다.

    Notes
    -----
    .. math::

        s_i = \frac{e^{x_i}}{\sum_j e^{x_j}} = \frac{e^{x_i - m}}{\sum_j e^{x_j - m}},
        \qquad m = \max_j x_j

    점수에서 같은 수를 빼도 값이 바뀌지 않으므로, 가장 큰 점수를 먼저 빼서
    지수 함수가 넘치지 않게 합니다.

    Examples
    --------
    점수가 1 커질 때마다 확률은 e배가 됩니다.

    >>> from nnnotes import softmax
    >>> softmax([1, 2, 3])
    array([0.09003057, 0.24472847, 0.66524096])

    점수가 아주 커도 중요한 것은 차이뿐입니다.

    >>> softmax([1001, 1002, 1003])
    array([0.09003057, 0.24472847, 0.66524096])
    """
    numbers = _with_axes(x)
    axis = integer(axis, "axis", minimum=-numbers.ndim, maximum=numbers.ndim - 1)
    with np.errstate(all="ignore"):
        result: Array = numbers - numbers.max(axis=axis, keepdims=True)
        np.exp(result, out=result)
        result /= result.sum(axis=axis, keepdims=True)
    return result


def softmax_derivative(x: ArrayLike, axis: int = -1) -> Array:
    r"""소프트맥스의 도함수, 곧 야코비 행렬(Jacobian)입니다.

    출력 하나하나가 점수 모두에 따라 달라지므로, 도함수는 수가 아니라 행렬입니다.

    Parameters
    ----------
    x : ndarray of shape (..., n)
        클래스마다 하나씩인 점수입니다. 소프트맥스를 거친 값이 아니라 거치기 전의 값입니다.
    axis : int, default -1
        클래스의 축입니다. 기본값은 마지막 축입니다.

    Returns
    -------
    ndarray of shape (..., n, n)
        마지막 두 축의 (i, j) 자리는 i번째 출력을 j번째 점수로 편미분한 값입니다. ``axis``\ 를 뺀
        나머지 축이 제 순서대로 앞에 옵니다.

    Raises
    ------
    TypeError, ValueError
        :func:`softmax`\ 와 같습니다.

    Notes
    -----
    .. math::

        \frac{\partial s_i}{\partial x_j} = s_i(\delta_{ij} - s_j)

    각 행의 합은 0입니다. 대각선은 :math:`1 - s_i`\ 를 곱하는 대신 같은 행의 나머지를 더해
    구하므로, 확률이 1에 가까워도 자릿수를 잃지 않습니다.

    Examples
    --------
    자기 점수가 오르면 확률이 오르고, 남의 점수가 오르면 내려갑니다.

    >>> from nnnotes import softmax_derivative
    >>> softmax_derivative([0, 0])
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    probabilities = np.moveaxis(softmax(x, axis), axis, -1)
    with np.errstate(all="ignore"):
        jacobian: Array = -probabilities[..., :, np.newaxis] * probabilities[..., np.newaxis, :]
        diagonal = np.einsum("...ii->...i", jacobian)
        diagonal[...] = 0.0
        diagonal[...] = 0.0 - jacobian.sum(axis=-1)
    return jacobian


def _decay(numbers: Array) -> Array:
    """Return exp(-abs(x)), which lies in [0, 1]."""
    result: Array = np.asarray(np.copysign(numbers, -1.0))
    return np.exp(result, out=result)


def _bell(numbers: Array) -> Array:
    """Return the derivative of the logistic function at ``numbers``."""
    result = _decay(numbers)
    total = result + 1.0
    total *= total
    result /= total
    # Rounding can carry a result near x = 0 just above the peak.
    return np.minimum(result, 0.25)


def _with_axes(x: ArrayLike) -> Array:
    numbers = real(x, "x")
    if numbers.ndim == 0:
        raise ValueError(message("x", "축이 하나 이상인 배열이어야 합니다", plain(numbers)))
    return numbers
