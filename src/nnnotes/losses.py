r"""손실 함수: 예측이 정답에서 얼마나 먼지를 수 하나로 나타냅니다.

손실마다 값을 내는 함수와, 예측을 조금 움직였을 때 손실이 얼마나 변하는지를 내는
기울기 함수(``*_gradient``)가 짝을 이룹니다. 신경망은 이 기울기를 따라 배웁니다.

확률이 꼭 0이거나 1이어도 값을 몰래 잘라 내지 않습니다. 정답의 확률이 0이면 손실이
무한대이므로 오류를 냅니다. 신경망 안에서는 확률 대신 가중합(로짓)에서 바로 계산하므로
이런 일이 생기지 않습니다.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import Array, Numbers, bits, first, in_range, message, plain, position, real
from nnnotes._labels import one_hot

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_gradient",
    "cross_entropy",
    "cross_entropy_gradient",
    "mean_squared_error",
    "mean_squared_error_gradient",
]


def mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""평균 제곱 오차(MSE): 오차를 제곱하여 평균합니다.

    Parameters
    ----------
    y_true : array_like of any shape
        정답.
    y_pred : array_like of the same shape
        예측.

    Returns
    -------
    float
        0 이상인 손실. 단위는 정답의 단위의 제곱입니다.

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        두 모양이 다르거나 유한하지 않은 값이 있을 때, 오차의 제곱이 float64의 범위를 넘을 때.

    See Also
    --------
    mean_squared_error_gradient : 예측에 대한 기울기.

    Notes
    -----
    :math:`N`\ 은 원소의 개수입니다.

    .. math:: L = \frac{1}{N} \sum_{i=1}^{N} (p_i - y_i)^2

    Examples
    --------
    오차 2는 오차 1의 두 배가 아니라 네 배로 셉니다.

    >>> import nnnotes as nn
    >>> nn.mean_squared_error([3, 3], [3, 4]), nn.mean_squared_error([3, 3], [3, 5])
    (0.5, 2.0)
    """
    target, prediction = _pair(y_true, y_pred)
    with np.errstate(over="ignore"):
        squares = in_range(np.asarray((prediction - target) ** 2), prediction, "y_pred")
        return float((squares / squares.size).sum())


def mean_squared_error_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Numbers:
    r"""평균 제곱 오차를 예측으로 편미분한 기울기입니다.

    Parameters
    ----------
    y_true : array_like of any shape
        정답.
    y_pred : array_like of the same shape
        예측.

    Returns
    -------
    float or ndarray of float, the shape of y_pred
        예측마다 하나씩인 편미분 값.

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        :func:`mean_squared_error`\ 와 같을 때.

    See Also
    --------
    mean_squared_error : 손실의 값.

    Notes
    -----
    .. math:: \frac{\partial L}{\partial p_i} = \frac{2}{N} (p_i - y_i)

    Examples
    --------
    예측이 정답보다 크면 기울기가 양수이므로, 기울기의 반대쪽이 정답 쪽입니다.

    >>> import nnnotes as nn
    >>> nn.mean_squared_error_gradient([3.0, 3.0], [4.0, 1.0])
    array([ 1., -2.])
    """
    target, prediction = _pair(y_true, y_pred)
    with np.errstate(over="ignore"):
        slopes = np.asarray(2 * (prediction - target) / target.size)
    result: Numbers = plain(in_range(slopes, prediction, "y_pred"))
    return result


def binary_cross_entropy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""이진 교차 엔트로피: 정답이 0이나 1일 때, 1일 확률을 예측한 손실입니다.

    Parameters
    ----------
    y_true : array_like of 0 and 1, any shape
        정답.
    y_pred : array_like of float in [0, 1], the same shape
        정답이 1일 확률.

    Returns
    -------
    float
        0 이상인 손실(자연로그이므로 단위는 nat).

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        두 모양이 다를 때, 정답이 0이나 1이 아닐 때, 확률이 0과 1 사이가 아닐 때, 정답의
        확률이 꼭 0이어서 손실이 무한대일 때.

    See Also
    --------
    cross_entropy : 셋 이상으로 나눌 때의 손실.

    Notes
    -----
    .. math::

       L = -\frac{1}{N} \sum_{i=1}^{N} \bigl[ y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \bigr]

    확률을 잘라 내지(clipping) 않습니다. 맞는 쪽의 확률이 1이면 손실은 꼭 0입니다.

    Examples
    --------
    반반이라고 답하면 :math:`\ln 2`\ 이고, 자신 있게 틀릴수록 손실이 빠르게 커집니다.

    >>> import nnnotes as nn
    >>> round(nn.binary_cross_entropy(1, 0.5), 4)
    0.6931
    >>> round(nn.binary_cross_entropy(1, 0.99), 4), round(nn.binary_cross_entropy(1, 0.01), 4)
    (0.0101, 4.6052)
    """
    target, probability = _binary(y_true, y_pred)
    with np.errstate(divide="ignore"):
        losses = np.where(target == 1, -np.log(probability), -np.log1p(-probability))
    return float(losses.mean()) + 0.0  # -0.0 reads oddly


def binary_cross_entropy_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Numbers:
    r"""이진 교차 엔트로피를 확률로 편미분한 기울기입니다.

    Parameters
    ----------
    y_true : array_like of 0 and 1, any shape
        정답.
    y_pred : array_like of float in [0, 1], the same shape
        정답이 1일 확률.

    Returns
    -------
    float or ndarray of float, the shape of y_pred
        확률마다 하나씩인 편미분 값.

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        :func:`binary_cross_entropy`\ 와 같을 때.

    See Also
    --------
    binary_cross_entropy : 손실의 값.

    Notes
    -----
    .. math::

       \frac{\partial L}{\partial p_i}
       = \frac{1}{N} \left( -\frac{y_i}{p_i} + \frac{1 - y_i}{1 - p_i} \right)

    확률이 시그모이드의 출력 :math:`p = \sigma(z)`\ 이면 :math:`z`\ 에 대한 기울기는
    :math:`(p_i - y_i) / N`\ 으로 간단해집니다. 신경망은 이쪽을 씁니다.

    Examples
    --------
    정답이 1이면 확률을 올려야 손실이 줄어드므로 기울기가 음수입니다.

    >>> import nnnotes as nn
    >>> nn.binary_cross_entropy_gradient([1, 0], [0.5, 0.5])
    array([-1.,  1.])
    """
    target, probability = _binary(y_true, y_pred)
    with np.errstate(divide="ignore"):
        slopes = np.where(target == 1, -1 / probability, 1 / (1 - probability))
    result: Numbers = plain(slopes / target.size)
    return result


def cross_entropy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    r"""교차 엔트로피: 여러 클래스 가운데 하나를 고를 때의 손실입니다.

    Parameters
    ----------
    y_true : array_like of int, shape (n,), or one-hot of shape (n, k)
        정답. 클래스 번호 0부터 k-1까지이거나, 정답 자리만 1인 원-핫 행입니다.
    y_pred : array_like of float in [0, 1], shape (n, k)
        클래스마다의 확률. 행의 합은 1이어야 하고, 0.001까지는 봐줍니다.
        샘플이 하나면 모양이 (k,)여도 됩니다. 그때 정답은 번호 하나이거나 (k,)입니다.

    Returns
    -------
    float
        샘플마다의 손실을 평균한 값. 0 이상이며 단위는 nat입니다.

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        모양이 맞지 않을 때, 정답이 클래스 번호도 원-핫도 아닐 때, 행이 확률이 아닐 때,
        정답의 확률이 꼭 0이어서 손실이 무한대일 때.

    See Also
    --------
    binary_cross_entropy : 둘로 나눌 때의 손실.

    Notes
    -----
    정답 클래스의 확률에만 벌을 줍니다.

    .. math:: L = -\frac{1}{n} \sum_{i=1}^{n} \sum_{j=1}^{k} y_{ij} \ln p_{ij}

    Examples
    --------
    클래스 번호로 주어도, 원-핫으로 주어도 값은 같습니다.

    >>> import nnnotes as nn
    >>> probabilities = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8]]
    >>> round(nn.cross_entropy([0, 2], probabilities), 4)
    0.2899
    >>> round(nn.cross_entropy([[1, 0, 0], [0, 0, 1]], probabilities), 4)
    0.2899
    """
    target, probability = _multiclass(y_true, y_pred)
    return float(-np.log(probability[target == 1]).mean()) + 0.0  # -0.0 reads oddly


def cross_entropy_gradient(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    r"""교차 엔트로피를 확률로 편미분한 기울기입니다.

    Parameters
    ----------
    y_true : array_like of int, shape (n,), or one-hot of shape (n, k)
        정답.
    y_pred : array_like of float in [0, 1], shape (n, k)
        클래스마다의 확률.

    Returns
    -------
    ndarray of float, the shape of y_pred
        확률마다 하나씩인 편미분 값. 정답이 아닌 자리는 0입니다.

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        :func:`cross_entropy`\ 와 같을 때.

    See Also
    --------
    cross_entropy : 손실의 값.

    Notes
    -----
    .. math:: \frac{\partial L}{\partial p_{ij}} = -\frac{1}{n} \frac{y_{ij}}{p_{ij}}

    확률이 소프트맥스의 출력이면 가중합에 대한 기울기는 :math:`(p_{ij} - y_{ij}) / n`\ 입니다.

    Examples
    --------
    정답의 확률이 낮을수록 기울기가 가파릅니다.

    >>> import nnnotes as nn
    >>> nn.cross_entropy_gradient([0, 0], [[0.5, 0.5], [0.25, 0.75]])
    array([[-1., 0.],
           [-2., 0.]])
    """
    target, probability = _multiclass(y_true, y_pred)
    slopes = np.zeros_like(probability)
    slopes[target == 1] = -1 / probability[target == 1] / len(target)
    return slopes.reshape(np.shape(y_pred))


def _pair(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    target, prediction = real(y_true, "y_true"), real(y_pred, "y_pred")
    if target.shape != prediction.shape:
        expected = f"y_true와 같은 모양 {target.shape}이어야 합니다"
        raise ValueError(message("y_pred", expected, prediction.shape))
    return target, prediction


def _binary(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    target, probability = _pair(y_true, y_pred)
    bits(target, "y_true")
    _probabilities(probability)
    _possible(np.where(target == 1, probability, 1 - probability))
    return target, probability


def _multiclass(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    probability = real(y_pred, "y_pred")
    if probability.ndim not in (1, 2):
        raise ValueError(message("y_pred", "모양이 (n, k)이어야 합니다", probability.shape))
    _probabilities(probability)
    sums = np.atleast_1d(probability.sum(axis=-1))
    errors = np.abs(sums - 1)
    if errors.max() > 1e-3:
        worst = sums[errors.argmax()]
        raise ValueError(message("y_pred", "행마다 확률의 합이 1이어야 합니다", worst))
    target = one_hot(y_true, probability.shape, "y_true")
    _possible(probability[target == 1])
    return target.reshape(sums.size, -1), probability.reshape(sums.size, -1)


def _probabilities(numbers: Array) -> None:
    wrong = (numbers < 0) | (numbers > 1)
    if wrong.any():
        where = first(wrong)
        expected = "확률은 0 이상 1 이하여야 합니다"
        raise ValueError(message("y_pred", expected, numbers[where]) + position(where))


def _possible(truth: Array) -> None:
    # Below the smallest normal number 1 / p overflows as well.
    if truth.min() < np.finfo(np.float64).tiny:
        expected = "정답의 확률이 0이면 손실이 무한대이므로 0보다 커야 합니다"
        raise ValueError(message("y_pred", expected, truth.min()))
