r"""분류한 결과를 재는 것."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import Array, first, integer, message, position, vector

__all__ = ["confusion_matrix"]


def confusion_matrix(
    y_true: ArrayLike, y_pred: ArrayLike, n_classes: int | None = None
) -> NDArray[np.int_]:
    r"""혼동 행렬: 어떤 클래스를 어떤 클래스로 읽었는지 셉니다.

    Parameters
    ----------
    y_true : array_like of int, shape (n,)
        정답 레이블, 0 이상.
    y_pred : array_like of int, shape (n,)
        예측한 레이블, 0 이상.
    n_classes : int or None, default None
        클래스의 개수. ``None``\ 이면 가장 큰 레이블까지입니다.

    Returns
    -------
    ndarray of int, shape (n_classes, n_classes)
        행이 정답, 열이 예측입니다. 대각선이 맞힌 것, 나머지가 틀린 것입니다.

    Raises
    ------
    TypeError
        실수가 아닌 값이 있을 때.
    ValueError
        길이가 다를 때, 레이블이 범위 안의 정수가 아닐 때.

    Examples
    --------
    정답이 1인 셋 가운데 하나를 0으로 잘못 읽었습니다.

    >>> import nnnotes as nn
    >>> matrix = nn.confusion_matrix([0, 0, 1, 1, 1], [0, 0, 0, 1, 1])
    >>> matrix
    array([[2, 0],
           [1, 2]])

    정확도는 대각선의 합을 전체로 나눈 것입니다.

    >>> float(matrix.trace() / matrix.sum())
    0.8
    """
    truth, prediction = vector(y_true, "y_true"), vector(y_pred, "y_pred")
    if truth.shape != prediction.shape:
        expected = f"y_true와 같은 모양 {truth.shape}이어야 합니다"
        raise ValueError(message("y_pred", expected, prediction.shape))
    if n_classes is None:
        size = int(max(truth.max(), prediction.max(), 0)) + 1
    else:
        size = integer(n_classes, "n_classes")
    cells = _labels(truth, size, "y_true") * size + _labels(prediction, size, "y_pred")
    return np.bincount(cells, minlength=size * size).reshape(size, size)


def _labels(numbers: Array, n_classes: int, name: str) -> NDArray[np.intp]:
    wrong = (numbers < 0) | (numbers >= n_classes) | (numbers != np.floor(numbers))
    if wrong.any():
        where = first(wrong)
        expected = f"레이블은 0부터 {n_classes - 1}까지의 정수여야 합니다"
        raise ValueError(message(name, expected, numbers[where]) + position(where))
    return numbers.astype(np.intp)
