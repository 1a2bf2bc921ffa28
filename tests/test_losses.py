import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import metrics

import nnnotes as nn

PROBABILITIES = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.25, 0.5, 0.25]]


def central(loss, prediction, h=1e-6):
    """The gradient by central differences, one entry at a time."""
    prediction = np.asarray(prediction, dtype=float)
    slopes = np.empty_like(prediction)
    for index in np.ndindex(prediction.shape):
        above, below = prediction.copy(), prediction.copy()
        above[index] += h
        below[index] -= h
        slopes[index] = (loss(above) - loss(below)) / (2 * h)
    return slopes


def test_values_agree_with_scikit_learn():
    y, p = [1.0, -2.0, 4.5], [0.5, 0.0, 4.0]
    assert nn.mean_squared_error(y, p) == pytest.approx(metrics.mean_squared_error(y, p))
    bits, chances = [1, 0, 1, 1], [0.9, 0.2, 0.6, 0.01]
    expected = metrics.log_loss(bits, chances)
    assert nn.binary_cross_entropy(bits, chances) == pytest.approx(expected, rel=1e-12)
    expected = metrics.log_loss([0, 2, 1], PROBABILITIES)
    assert nn.cross_entropy([0, 2, 1], PROBABILITIES) == pytest.approx(expected, rel=1e-12)


def test_a_mean_over_every_entry_of_any_shape():
    y = np.zeros((2, 3, 4))
    assert nn.mean_squared_error(y, np.full((2, 3, 4), 3.0)) == pytest.approx(9.0)
    assert nn.binary_cross_entropy(y, np.full((2, 3, 4), 0.5)) == pytest.approx(np.log(2))


def test_scalars_give_python_floats_and_arrays_give_arrays():
    assert type(nn.mean_squared_error(1, 2)) is float
    assert type(nn.mean_squared_error_gradient(1, 2)) is float
    assert nn.mean_squared_error_gradient(1, 3) == 4.0
    assert type(nn.binary_cross_entropy(1, 0.25)) is float
    assert nn.binary_cross_entropy_gradient(1, 0.25) == -4.0
    assert nn.binary_cross_entropy_gradient(0, 0.75) == 4.0
    assert nn.mean_squared_error_gradient([[1.0]], [[2.0]]).shape == (1, 1)


@given(
    arrays(float, (2, 3), elements=st.floats(-5, 5)),
    arrays(float, (2, 3), elements=st.floats(-5, 5)),
)
def test_gradient_of_the_squared_error(y, p):
    expected = central(lambda q: nn.mean_squared_error(y, q), p, h=1e-5)
    np.testing.assert_allclose(nn.mean_squared_error_gradient(y, p), expected, atol=1e-8)


@given(
    arrays(int, 5, elements=st.integers(0, 1)),
    arrays(float, 5, elements=st.floats(0.05, 0.95)),
)
def test_gradient_of_binary_cross_entropy(y, p):
    expected = central(lambda q: nn.binary_cross_entropy(y, q), p)
    np.testing.assert_allclose(nn.binary_cross_entropy_gradient(y, p), expected, rtol=1e-6)


@given(
    arrays(int, 3, elements=st.integers(0, 3)),
    arrays(float, (3, 4), elements=st.floats(0.2, 1)),
)
def test_gradient_of_cross_entropy(y, raw):
    p = raw / raw.sum(axis=1, keepdims=True)
    expected = central(lambda q: nn.cross_entropy(y, q), p)
    gradient = nn.cross_entropy_gradient(y, p)
    np.testing.assert_allclose(gradient, expected, rtol=1e-6, atol=1e-9)
    assert (gradient[np.eye(4)[y] == 0] == 0).all()


def test_labels_and_one_hot_rows_are_the_same():
    one_hot = [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
    assert nn.cross_entropy(one_hot, PROBABILITIES) == nn.cross_entropy([0, 2, 1], PROBABILITIES)
    np.testing.assert_array_equal(
        nn.cross_entropy_gradient(one_hot, PROBABILITIES),
        nn.cross_entropy_gradient([0.0, 2.0, 1.0], PROBABILITIES),
    )


def test_one_sample_without_a_batch_axis():
    assert nn.cross_entropy(1, [0.75, 0.25]) == pytest.approx(np.log(4))
    assert nn.cross_entropy([0, 1], [0.75, 0.25]) == pytest.approx(np.log(4))
    np.testing.assert_array_equal(nn.cross_entropy_gradient(1, [0.75, 0.25]), [0, -4])


def test_certain_and_right_costs_exactly_nothing():
    for loss in (
        nn.binary_cross_entropy([0, 1], [0.0, 1.0]),
        nn.cross_entropy([1, 0], [[0.0, 1.0], [1.0, 0.0]]),
        nn.mean_squared_error([3.0], [3.0]),
    ):
        assert repr(loss) == "0.0"
    np.testing.assert_array_equal(
        nn.binary_cross_entropy_gradient([0, 1], [0.0, 1.0]), [0.5, -0.5]
    )


def test_tiny_probabilities_are_not_rounded_away():
    assert nn.binary_cross_entropy(0, 1e-20) == pytest.approx(1e-20)
    assert nn.binary_cross_entropy(1, 1e-300) == pytest.approx(300 * np.log(10))
    assert nn.cross_entropy(0, [1e-300, 1.0]) == pytest.approx(300 * np.log(10))
    assert nn.binary_cross_entropy_gradient(1, 1e-300) == pytest.approx(-1e300)


@pytest.mark.parametrize(("y", "p"), [(1, 0.0), (0, 1.0), (1, 5e-324)])
def test_certain_and_wrong_is_an_error(y, p):
    expected = "y_pred: 정답의 확률이 0이면 손실이 무한대이므로 0보다 커야 합니다. 받은 값: "
    for function in (nn.binary_cross_entropy, nn.binary_cross_entropy_gradient):
        with pytest.raises(ValueError, match=re.escape(expected)):
            function(y, p)
    for function in (nn.cross_entropy, nn.cross_entropy_gradient):
        with pytest.raises(ValueError, match=re.escape(expected + "0.0")):
            function([1], [[1.0, 0.0]])


def test_the_smallest_normal_probability_still_counts():
    tiny = np.finfo(float).tiny
    assert nn.binary_cross_entropy(1, tiny) == pytest.approx(-np.log(tiny))
    assert np.isfinite(nn.binary_cross_entropy_gradient(1, tiny))


def test_squared_error_at_the_edge_of_the_range():
    expected = "y_pred: 계산한 값이 float64의 범위"
    with pytest.raises(ValueError, match=re.escape(expected)):
        nn.mean_squared_error([0.0, 0.0], [1.0, 1e200])
    with pytest.raises(ValueError, match=re.escape(expected)):
        nn.mean_squared_error_gradient(-1.7e308, 1.7e308)
    assert nn.mean_squared_error([0.0, 0.0], [1e154, 1e154]) == pytest.approx(1e308)


@pytest.mark.parametrize(
    ("function", "y", "p", "expected"),
    [
        (
            "mean_squared_error",
            [1.0, 2.0],
            [1.0],
            "y_pred: y_true와 같은 모양 (2,)이어야 합니다. 받은 값: (1,)",
        ),
        (
            "mean_squared_error",
            [1.0],
            [[1.0]],
            "y_pred: y_true와 같은 모양 (1,)이어야 합니다. 받은 값: (1, 1)",
        ),
        ("mean_squared_error", [np.nan], [1.0], "y_true: 유한한 실수여야 합니다. 받은 값: nan"),
        ("mean_squared_error", [1.0], [np.inf], "y_pred: 유한한 실수여야 합니다. 받은 값: inf"),
        ("binary_cross_entropy", [1, 2], [0.5, 0.5], "y_true: 0 또는 1이어야 합니다. 받은 값: 2"),
        ("binary_cross_entropy", [0.5], [0.5], "y_true: 0 또는 1이어야 합니다. 받은 값: 0.5"),
        (
            "binary_cross_entropy",
            [1, 0],
            [0.5, 1.5],
            "y_pred: 확률은 0 이상 1 이하여야 합니다. 받은 값: 1.5 (위치 (1,))",
        ),
        (
            "binary_cross_entropy",
            1,
            -0.5,
            "y_pred: 확률은 0 이상 1 이하여야 합니다. 받은 값: -0.5",
        ),
        (
            "binary_cross_entropy",
            [1, 0],
            [0.5],
            "y_pred: y_true와 같은 모양 (2,)이어야 합니다. 받은 값: (1,)",
        ),
        ("cross_entropy", 0, 0.5, "y_pred: 모양이 (n, k)이어야 합니다. 받은 값: ()"),
        (
            "cross_entropy",
            [0],
            [[[1.0]]],
            "y_pred: 모양이 (n, k)이어야 합니다. 받은 값: (1, 1, 1)",
        ),
        (
            "cross_entropy",
            [0],
            [[1.5, -0.5]],
            "y_pred: 확률은 0 이상 1 이하여야 합니다. 받은 값: 1.5 (위치 (0, 0))",
        ),
        (
            "cross_entropy",
            [0, 0],
            [[0.5, 0.5], [0.5, 0.25]],
            "y_pred: 행마다 확률의 합이 1이어야 합니다. 받은 값: 0.75",
        ),
        (
            "cross_entropy",
            0,
            [0.5, 0.25],
            "y_pred: 행마다 확률의 합이 1이어야 합니다. 받은 값: 0.75",
        ),
        (
            "cross_entropy",
            [0, 3],
            [[0.5, 0.5, 0]] * 2,
            "y_true: 클래스 번호는 0부터 2까지의 정수여야 합니다. 받은 값: 3.0 (위치 (1,))",
        ),
        (
            "cross_entropy",
            [-1],
            [[0.5, 0.5]],
            "y_true: 클래스 번호는 0부터 1까지의 정수여야 합니다. 받은 값: -1.0",
        ),
        (
            "cross_entropy",
            [0.5],
            [[0.5, 0.5]],
            "y_true: 클래스 번호는 0부터 1까지의 정수여야 합니다. 받은 값: 0.5",
        ),
        (
            "cross_entropy",
            [0, 1],
            [[0.5, 0.5]],
            "y_true: 모양이 (1,)인 클래스 번호이거나 (1, 2)인 원-핫이어야 합니다. 받은 값: (2,)",
        ),
        (
            "cross_entropy",
            2,
            [0.25, 0.75],
            "y_true: 클래스 번호는 0부터 1까지의 정수여야 합니다. 받은 값: 2.0",
        ),
        (
            "cross_entropy",
            [0, 1, 0],
            [0.25, 0.75],
            "y_true: 모양이 ()인 클래스 번호이거나 (2,)인 원-핫이어야 합니다. 받은 값: (3,)",
        ),
        (
            "cross_entropy",
            [[1, 1]],
            [[0.5, 0.5]],
            "y_true: 원-핫 행에는 1이 꼭 하나 있어야 합니다. 받은 값: [1.0, 1.0]",
        ),
        (
            "cross_entropy",
            [[1, 0], [0, 0]],
            [[0.5, 0.5]] * 2,
            "y_true: 원-핫 행에는 1이 꼭 하나 있어야 합니다. 받은 값: [0.0, 0.0]",
        ),
        (
            "cross_entropy",
            [1, 1],
            [0.5, 0.5],
            "y_true: 원-핫 행에는 1이 꼭 하나 있어야 합니다. 받은 값: [1.0, 1.0]",
        ),
        (
            "cross_entropy",
            [[0.5, 0.5]],
            [[0.5, 0.5]],
            "y_true: 0 또는 1이어야 합니다. 받은 값: 0.5",
        ),
    ],
)
def test_bad_input(function, y, p, expected):
    for name in (function, f"{function}_gradient"):
        with pytest.raises(ValueError, match=re.escape(expected)) as caught:
            getattr(nn, name)(y, p)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["mean_squared_error", "binary_cross_entropy", "cross_entropy"])
def test_what_is_no_number(name):
    for suffix in ("", "_gradient"):
        with pytest.raises(TypeError, match="실수나 실수 배열이어야 합니다"):
            getattr(nn, name + suffix)(["a"], [1.0])
        with pytest.raises(TypeError, match="실수나 실수 배열이어야 합니다"):
            getattr(nn, name + suffix)([1], None)


def test_sums_of_rows_are_forgiven_up_to_a_thousandth():
    assert nn.cross_entropy([0], [[0.5, 0.5009]]) == pytest.approx(np.log(2))
    with pytest.raises(ValueError, match="행마다 확률의 합이 1이어야 합니다"):
        nn.cross_entropy([0], [[0.5, 0.5011]])


def test_a_probability_that_is_no_number_is_named():
    for function in (nn.cross_entropy, nn.cross_entropy_gradient):
        with pytest.raises(ValueError, match=r"^y_pred: 유한한 실수여야 합니다. 받은 값: nan"):
            function([0], [[np.nan, 1.0]])


def test_inputs_stay_as_they_are():
    y, p = np.array([0, 1]), np.array([[0.5, 0.5], [0.25, 0.75]])
    before = p.copy()
    nn.cross_entropy_gradient(y, p)
    nn.binary_cross_entropy_gradient(y, p[:, 1])
    nn.mean_squared_error_gradient(y, p[:, 1])
    np.testing.assert_array_equal(p, before)
    np.testing.assert_array_equal(y, [0, 1])
