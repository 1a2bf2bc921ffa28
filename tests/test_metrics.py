import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import metrics

import nnnotes as nn

labels = arrays(int, 12, elements=st.integers(0, 3))


@given(labels, labels)
def test_agrees_with_scikit_learn(y_true, y_pred):
    ours = nn.confusion_matrix(y_true, y_pred, n_classes=4)
    expected = metrics.confusion_matrix(y_true, y_pred, labels=range(4))
    np.testing.assert_array_equal(ours, expected)
    assert ours.dtype.kind == "i"
    assert ours.sum() == 12


def test_the_number_of_classes_is_that_of_the_largest_label():
    assert nn.confusion_matrix([0], [0]).shape == (1, 1)
    assert nn.confusion_matrix([0, 0], [0, 2]).shape == (3, 3)
    assert nn.confusion_matrix([2, 0], [0, 0]).shape == (3, 3)
    assert nn.confusion_matrix([0, 1], [0, 1], n_classes=5).shape == (5, 5)


def test_rows_are_the_truth():
    matrix = nn.confusion_matrix([0.0, 0.0, 1.0], [1, 1, 1])
    np.testing.assert_array_equal(matrix, [[0, 2], [0, 1]])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (([0, 1], [0]), "y_pred: y_true와 같은 모양 (2,)이어야 합니다. 받은 값: (1,)"),
        (([[0, 1]], [0]), "y_true: 모양이 (n,)인 벡터여야 합니다. 받은 값: (1, 2)"),
        (([0], [[0]]), "y_pred: 모양이 (n,)인 벡터여야 합니다. 받은 값: (1, 1)"),
        (
            ([0, -1], [0, 0]),
            "y_true: 레이블은 0부터 0까지의 정수여야 합니다. 받은 값: -1.0 (위치 (1,))",
        ),
        (([-2], [-1]), "y_true: 레이블은 0부터 0까지의 정수여야 합니다. 받은 값: -2.0"),
        (([0, 1], [0, 0.5]), "y_pred: 레이블은 0부터 1까지의 정수여야 합니다. 받은 값: 0.5"),
        (([0, 1], [0, 2], 2), "y_pred: 레이블은 0부터 1까지의 정수여야 합니다. 받은 값: 2.0"),
        (([0, np.nan], [0, 0]), "y_true: 유한한 실수여야 합니다. 받은 값: nan"),
        (([0], [0], 0), "n_classes: 1 이상이어야 합니다. 받은 값: 0"),
    ],
)
def test_bad_values(arguments, expected):
    with pytest.raises(ValueError, match=re.escape(expected)):
        nn.confusion_matrix(*arguments)


def test_bad_types():
    with pytest.raises(TypeError, match="y_true: 실수나 실수 배열이어야 합니다"):
        nn.confusion_matrix(["a"], [0])
    with pytest.raises(TypeError, match=r"n_classes: 정수여야 합니다. 받은 값: 2.0"):
        nn.confusion_matrix([0], [0], 2.0)
