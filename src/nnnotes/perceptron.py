r"""퍼셉트론: 틀릴 때마다 가중치와 편향을 고쳐서 결정 경계를 찾는 선형 분류기."""

import warnings
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import (
    Array,
    all_finite,
    first,
    integer,
    matrix,
    message,
    positive,
    real,
    rectangular,
    scalar,
    vector,
)

__all__ = ["ConvergenceWarning", "Perceptron", "Update", "novikoff_bound"]

_TOO_LARGE = "가중합이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"


class ConvergenceWarning(UserWarning):
    """정해진 에포크 안에 학습이 끝나지 않았다는 경고."""


@dataclass(frozen=True)
class Update:
    """가중치를 한 번 고친 기록.

    Attributes
    ----------
    epoch : int
        몇 번째 에포크인지, 1부터.
    index : int
        틀린 샘플의 행 번호, 0부터.
    x : tuple of float
        틀린 샘플.
    target : int
        정답. -1은 ``classes_[0]``, 1은 ``classes_[1]``.
    value : float
        고치기 전의 가중합(편향까지 더한 값). 정답과 부호가 다르거나 0이어서 틀렸습니다.
    weights : tuple of float
        고친 뒤의 가중치.
    bias : float
        고친 뒤의 편향.

    Examples
    --------
    처음에는 가중치가 모두 0이어서 첫 샘플부터 틀립니다. 편향이 1 내려갑니다.

    >>> import nnnotes as nn
    >>> model = nn.Perceptron().fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> first = model.history_[0]
    >>> first.x, first.value, first.bias
    ((0.0, 0.0), 0.0, -1.0)
    """

    epoch: int
    index: int
    x: tuple[float, ...]
    target: int
    value: float
    weights: tuple[float, ...]
    bias: float


class Perceptron:
    r"""퍼셉트론의 학습 규칙으로 두 클래스를 나눕니다.

    가중치와 편향은 0에서 시작합니다. 샘플은 주어진 차례대로 보고, 섞지 않습니다.

    Parameters
    ----------
    learning_rate : float, default 1.0
        학습률 :math:`\eta`, 0보다 큰 수.
    max_epochs : int, default 1000
        데이터 전체를 최대 몇 번 볼지.
    max_history : int, default 10000
        ``history_``\ 에 남길 기록의 최대 개수. 분리할 수 없는 데이터에서는 고치는 횟수가
        ``max_epochs``\ 와 샘플 수의 곱까지 늘 수 있어서, 앞의 기록만 이만큼 남깁니다.
        ``n_updates_``\ 와 ``errors_``\ 는 언제나 빠짐없이 셉니다.

    Attributes
    ----------
    classes_ : ndarray of shape (2,)
        크기순(문자열은 사전순)으로 늘어놓은 두 레이블. 결정 함수가 0보다 크면 둘째 레이블입니다.
    weights_ : ndarray of shape (n_features,)
        가중치.
    bias_ : float
        편향.
    n_updates_ : int
        고친 횟수.
    n_epochs_ : int
        데이터 전체를 본 횟수. 틀린 것이 없는 마지막 에포크도 셉니다.
    errors_ : tuple of int
        에포크마다 틀린 횟수.
    history_ : tuple of Update
        고친 기록, 앞에서부터 최대 ``max_history``\ 개.
    converged_ : bool
        모든 샘플을 맞힌 에포크가 있어서 학습이 끝났으면 True.

    Raises
    ------
    TypeError
        ``max_epochs``\ 나 ``max_history``\ 가 정수가 아닐 때.
    ValueError
        매개변수가 범위를 벗어날 때.

    See Also
    --------
    novikoff_bound : 고치는 횟수의 한계.

    Notes
    -----
    두 레이블을 :math:`t = -1`\ 과 :math:`t = 1`\ 로 바꾸고, 틀린 샘플에서만 고칩니다.

    .. math::

       t (w \cdot x + b) \le 0 \quad \text{이면} \quad
       w \leftarrow w + \eta t x, \quad b \leftarrow b + \eta t

    결정 경계 위에 놓인 샘플도 틀린 것으로 봅니다. 그래서 학습이 끝나면 경계 위에 샘플이 없습니다.
    0에서 시작하므로 학습률은 가중치와 편향을 같은 비율로 늘이거나 줄일 뿐입니다.

    선형 분리 가능한 데이터에서는 유한한 횟수 안에 끝납니다(수렴 정리). 분리할 수 없으면 끝나지
    않으므로 ``max_epochs``\ 에서 멈추고 :class:`ConvergenceWarning`\ 으로 알립니다.

    References
    ----------
    F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization
    in the brain", Psychological Review, 1958.

    Examples
    --------
    손으로 정하던 AND의 가중치를 퍼셉트론이 스스로 찾습니다.

    >>> import nnnotes as nn
    >>> table = nn.truth_table(nn.AND)
    >>> model = nn.Perceptron().fit(table.inputs, table.outputs)
    >>> model.weights_, model.bias_
    (array([3., 2.]), -4.0)
    >>> model.predict(table.inputs)
    array([0, 0, 0, 1])

    가중치를 18번 고쳤고, 아홉째 에포크에서 하나도 틀리지 않았습니다.

    >>> model.n_updates_, model.errors_
    (18, (2, 3, 3, 2, 2, 3, 2, 1, 0))
    """

    classes_: NDArray[Any]
    weights_: Array
    bias_: float
    n_updates_: int
    n_epochs_: int
    errors_: tuple[int, ...]
    history_: tuple[Update, ...]
    converged_: bool

    def __init__(
        self, learning_rate: float = 1.0, max_epochs: int = 1000, max_history: int = 10_000
    ) -> None:
        self.learning_rate = positive(learning_rate, "learning_rate")
        self.max_epochs = integer(max_epochs, "max_epochs")
        self.max_history = integer(max_history, "max_history", minimum=0)

    def __repr__(self) -> str:
        return (
            f"Perceptron(learning_rate={self.learning_rate}, max_epochs={self.max_epochs}, "
            f"max_history={self.max_history})"
        )

    def fit(self, X: ArrayLike, y: ArrayLike) -> "Perceptron":
        r"""학습 규칙으로 가중치와 편향을 찾습니다.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            샘플.
        y : array_like of shape (n_samples,)
            레이블. 꼭 두 가지여야 합니다.

        Returns
        -------
        Perceptron
            자기 자신.

        Raises
        ------
        TypeError
            수가 아닌 샘플이나 다룰 수 없는 레이블이 있을 때.
        ValueError
            모양이나 길이가 맞지 않거나, 유한하지 않은 값이 있거나, 레이블이 두 가지가 아닐 때.

        Warns
        -----
        ConvergenceWarning
            ``max_epochs``\ 번을 보아도 틀린 샘플이 남을 때.
        """
        samples, classes, targets = _two_classes(X, y)
        with np.errstate(over="ignore", invalid="ignore"):
            weights, bias, errors, history = self._learn(samples, targets)
        self.classes_, self.weights_, self.bias_ = classes, weights, bias
        self.n_updates_, self.n_epochs_ = sum(errors), len(errors)
        self.errors_, self.history_ = tuple(errors), tuple(history)
        self.converged_ = errors[-1] == 0
        if not self.converged_:
            text = (
                f"Perceptron: {self.n_epochs_}에포크 동안 끝나지 않았습니다(마지막 에포크에서 "
                f"{errors[-1]}번 틀림). 선형 분리 가능한 데이터인지 살펴보십시오"
            )
            warnings.warn(text, ConvergenceWarning, stacklevel=2)
        return self

    def _learn(
        self, samples: Array, targets: list[int]
    ) -> tuple[Array, float, list[int], list[Update]]:
        weights, bias = np.zeros(samples.shape[1]), 0.0
        errors: list[int] = []
        history: list[Update] = []
        # Each value depends on the update before it: this loop can't be vectorised.
        for epoch in range(1, self.max_epochs + 1):
            errors.append(0)
            for index, (x, target) in enumerate(zip(samples, targets, strict=True)):
                value = float(_values(x, weights, bias))
                if not isfinite(value):
                    raise ValueError(message("X", _TOO_LARGE, x.tolist()))
                if target * value > 0:
                    continue
                errors[-1] += 1
                weights = weights + self.learning_rate * target * x
                bias += self.learning_rate * target
                if len(history) < self.max_history:
                    sample, after = tuple(x.tolist()), tuple(weights.tolist())
                    history.append(Update(epoch, index, sample, target, value, after, bias))
            if errors[-1] == 0:
                break
        return weights, bias, errors, history

    def decision_function(self, X: ArrayLike) -> Array:
        r"""샘플마다 :math:`w \cdot x + b`\ 를 계산합니다.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            샘플.

        Returns
        -------
        ndarray of float, shape (n_samples,)
            0보다 크면 ``classes_[1]`` 쪽, 아니면 ``classes_[0]`` 쪽입니다.

        Raises
        ------
        TypeError
            수가 아닌 값이 있을 때.
        ValueError
            ``fit``\ 을 먼저 부르지 않았거나 열의 개수가 다를 때.
        """
        if not hasattr(self, "weights_"):
            raise ValueError("Perceptron: 아직 학습하지 않았습니다. fit(X, y)를 먼저 부르십시오")
        samples = matrix(X, "X")
        if samples.shape[1] != self.weights_.size:
            expected = f"열이 {self.weights_.size}개여야 합니다"
            raise ValueError(message("X", expected, samples.shape))
        with np.errstate(over="ignore", invalid="ignore"):
            values = _values(samples, self.weights_, self.bias_)
        if not all_finite(values):
            where = first(~np.isfinite(values))
            raise ValueError(message("X", _TOO_LARGE, samples[where].tolist()))
        return values

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        r"""샘플마다 레이블을 예측합니다.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            샘플.

        Returns
        -------
        ndarray of shape (n_samples,)
            ``classes_``\ 의 두 레이블 가운데 하나씩.

        Raises
        ------
        TypeError
            수가 아닌 값이 있을 때.
        ValueError
            ``fit``\ 을 먼저 부르지 않았거나 열의 개수가 다를 때.
        """
        positive_side = self.decision_function(X) > 0
        labels: NDArray[Any] = self.classes_[positive_side.astype(int)]
        return labels

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        r"""정확도, 곧 맞힌 샘플의 비율을 계산합니다.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            샘플.
        y : array_like of shape (n_samples,)
            정답 레이블.

        Returns
        -------
        float
            0부터 1까지.

        Raises
        ------
        TypeError
            수가 아닌 샘플이나 다룰 수 없는 레이블이 있을 때.
        ValueError
            ``fit``\ 을 먼저 부르지 않았거나 모양이나 길이가 맞지 않을 때.
        """
        predicted = self.predict(X)
        return float(np.mean(predicted == _labels(y, len(predicted))))


def novikoff_bound(X: ArrayLike, y: ArrayLike, direction: ArrayLike, bias: float) -> float:
    r"""퍼셉트론이 고치는 횟수의 한계를 계산합니다.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
        샘플.
    y : array_like of shape (n_samples,)
        레이블. 꼭 두 가지여야 합니다.
    direction : array_like of shape (n_features,)
        두 클래스를 나누는 초평면의 가중치. 둘째 레이블 쪽을 향합니다. 길이는 상관없습니다.
    bias : float
        그 초평면의 편향.

    Returns
    -------
    float
        :math:`(R / \gamma)^2`.

    Raises
    ------
    TypeError
        수가 아닌 값이 있을 때.
    ValueError
        초평면이 두 클래스를 나누지 못하거나 모양이 맞지 않을 때.

    See Also
    --------
    Perceptron : 이 한계를 지키는 학습 규칙.

    Notes
    -----
    샘플에 상수 1을 붙여 :math:`z = (1, x)`, 초평면을 단위 벡터 :math:`u`\ 로 둡니다. 정답이
    :math:`t = \pm 1`\ 일 때

    .. math:: R = \max_i \lVert z_i \rVert, \qquad \gamma = \min_i t_i (u \cdot z_i) > 0

    이면 0에서 시작한 퍼셉트론은 샘플의 차례와 상관없이 :math:`(R / \gamma)^2`\ 번까지만 고칩니다.
    고친 횟수의 한계이지 에포크 수의 한계가 아닙니다.

    References
    ----------
    A. B. J. Novikoff, "On convergence proofs on perceptrons", 1962.

    Examples
    --------
    AND는 51번 안에 끝난다는 것을 미리 알 수 있습니다. 실제로는 18번입니다.

    >>> import nnnotes as nn
    >>> table = nn.truth_table(nn.AND)
    >>> nn.novikoff_bound(table.inputs, table.outputs, direction=[2, 2], bias=-3)
    51.0
    """
    samples, _, targets = _two_classes(X, y)
    normal = vector(direction, "direction")
    if normal.size != samples.shape[1]:
        expected = f"성분이 {samples.shape[1]}개여야 합니다"
        raise ValueError(message("direction", expected, normal.shape))
    offset = scalar(bias, "bias")
    with np.errstate(over="ignore", invalid="ignore"):
        margin = float((np.array(targets) * _values(samples, normal, offset)).min())
        radius_squared = 1 + float((samples**2).sum(axis=1).max())
        length_squared = float(np.vecdot(normal, normal)) + offset * offset
    if margin <= 0:
        expected = "두 클래스를 나누는 초평면이어야 합니다"
        raise ValueError(message("direction, bias", expected, (normal.tolist(), offset)))
    bound = radius_squared * (length_squared / margin) / margin
    if not isfinite(bound):
        expected = "한계가 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"
        raise ValueError(message("X, direction, bias", expected, bound))
    return bound


def _two_classes(X: ArrayLike, y: ArrayLike) -> tuple[Array, NDArray[Any], list[int]]:
    samples = matrix(X, "X")
    classes, targets = np.unique(_labels(y, len(samples)), return_inverse=True)
    if classes.size != 2:
        raise ValueError(message("y", "레이블이 꼭 두 가지여야 합니다", classes.tolist()))
    return samples, classes, (2 * targets - 1).tolist()


def _values(samples: Array, weights: Array, bias: float) -> Array:
    # vecdot adds up each row on its own, so that a row gives the same value alone and among
    # others, and what fit has seen on the right side is there for predict too.
    values: Array = np.vecdot(np.ascontiguousarray(samples), weights) + bias
    return values


def _labels(y: ArrayLike, n_samples: int) -> NDArray[Any]:
    labels = rectangular(y, "y")
    if labels.dtype.kind != "U":
        real(y, "y")
    if labels.shape != (n_samples,):
        expected = f"X의 행마다 하나씩, 모양이 ({n_samples},)인 레이블이어야 합니다"
        raise ValueError(message("y", expected, labels.shape))
    return labels
