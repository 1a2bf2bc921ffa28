"""신경망이 쓰는 손실: 정답을 검사하고, 마지막 층에서 손실과 기울기를 계산합니다.

시그모이드와 이진 교차 엔트로피, 소프트맥스와 교차 엔트로피는 한 덩어리로 미분합니다.
확률을 거치지 않고 가중합에서 바로 계산하므로 확률이 0이나 1로 반올림되어도 정확합니다.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import Array, bits, message, one_of, real
from nnnotes._labels import one_hot
from nnnotes.layers import Dense


@dataclass(frozen=True)
class Criterion:
    """A loss as training needs it.

    ``scores`` are the weighted sums Z of the last layer where ``activation`` names the one
    it must have, and its outputs A where any will do. ``gradient`` is with respect to the
    same scores, computed from A.
    """

    activation: str | None
    targets: Callable[[ArrayLike, tuple[int, ...], str], Array]
    value: Callable[[Array, Array], float]
    gradient: Callable[[Array, Array], Array]
    accuracy: Callable[[Array, Array], float] | None

    def scores(self, last: Dense) -> Array:
        """Return what the last layer has just computed: Z, or A if any activation will do."""
        return last._A if self.activation is None else last._Z

    def measure(self, scores: Array, Y: Array) -> tuple[float, float]:
        """Return loss and accuracy; there is no accuracy in regression."""
        accuracy = np.nan if self.accuracy is None else self.accuracy(scores, Y)
        return self.value(scores, Y), accuracy


def choose_criterion(loss: str, last: Dense) -> Criterion:
    """Return the criterion of that name, which must go with the ``last`` layer."""
    criterion = CRITERIA[one_of(loss, "loss", CRITERIA)]
    if criterion.activation not in (None, last.activation):
        expected = f"{loss}이면 마지막 층의 활성화 함수가 {criterion.activation}여야 합니다"
        raise ValueError(message("loss", expected, last))
    return criterion


def _columns(y: ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    targets = real(y, name)
    if targets.shape == shape[:1] and shape[1] == 1:
        targets = targets.reshape(shape)
    if targets.shape != shape:
        expected = f"모양이 {shape}이어야 합니다 (샘플 수, 마지막 층의 출력 수)"
        raise ValueError(message(name, expected, targets.shape))
    return np.ascontiguousarray(targets)


def _binary(y: ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    bits(y, name)
    return _columns(y, shape, name)


def _classes(y: ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    return one_hot(y, shape, name)


def _squared_error(A: Array, Y: Array) -> float:
    errors = A - Y
    return float((errors * errors).sum()) / errors.size


def _binary_cross_entropy(Z: Array, Y: Array) -> float:
    # -ln sigmoid(z) = ln(1 + e^-z), and for the label 0 the same with z turned round.
    return float(np.logaddexp(0.0, Z - 2.0 * Y * Z).sum()) / Z.size


def _cross_entropy(Z: Array, Y: Array) -> float:
    # -ln softmax(z)_k = ln sum_j e^(z_j - z_k)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = np.log(np.exp(shifted).sum(axis=1))
    return float(logs.sum() - (shifted * Y).sum()) / len(Z)


def _share_of_bits(Z: Array, Y: Array) -> float:
    return float(np.count_nonzero((Z >= 0) == Y)) / Z.size


def _share_of_rows(Z: Array, Y: Array) -> float:
    return float(np.count_nonzero(Z.argmax(axis=1) == Y.argmax(axis=1))) / len(Z)


CRITERIA = {
    "mean_squared_error": Criterion(
        activation=None,
        targets=_columns,
        value=_squared_error,
        gradient=lambda A, Y: (A - Y) * (2.0 / A.size),
        accuracy=None,
    ),
    "binary_cross_entropy": Criterion(
        activation="sigmoid",
        targets=_binary,
        value=_binary_cross_entropy,
        gradient=lambda A, Y: (A - Y) / A.size,
        accuracy=_share_of_bits,
    ),
    "cross_entropy": Criterion(
        activation="softmax",
        targets=_classes,
        value=_cross_entropy,
        gradient=lambda A, Y: (A - Y) / len(A),
        accuracy=_share_of_rows,
    ),
}
