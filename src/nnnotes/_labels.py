"""레이블 검사: 클래스 번호와 원-핫."""

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import Array, bits, first, message, position, real


def one_hot(y: ArrayLike, shape: tuple[int, ...], name: str) -> Array:
    """Return labels of shape (n,), or one-hot rows of shape (n, k), as rows of ``shape``."""
    labels = real(y, name)
    if labels.shape == shape:
        bits(labels, name)
        wrong = np.atleast_1d(labels.sum(axis=-1) != 1)
        if wrong.any():
            row = np.atleast_2d(labels)[first(wrong)[0]].tolist()
            raise ValueError(message(name, "원-핫 행에는 1이 꼭 하나 있어야 합니다", row))
        return labels
    if labels.shape != shape[:-1]:
        expected = f"모양이 {shape[:-1]}인 클래스 번호이거나 {shape}인 원-핫이어야 합니다"
        raise ValueError(message(name, expected, labels.shape))
    wrong = (labels < 0) | (labels >= shape[-1]) | (labels != np.floor(labels))
    if wrong.any():
        where = first(wrong)
        expected = f"클래스 번호는 0부터 {shape[-1] - 1}까지의 정수여야 합니다"
        raise ValueError(message(name, expected, labels[where]) + position(where))
    return np.eye(shape[-1])[labels.astype(np.intp)]
