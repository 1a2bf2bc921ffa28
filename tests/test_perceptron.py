import warnings
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
import sklearn.linear_model
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

import nnnotes as nn

INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AND = np.array([0, 0, 0, 1])
OR = np.array([0, 1, 1, 1])
XOR = np.array([0, 1, 1, 0])


def said(error):
    text = str(error.value)
    assert "\n" not in text
    return text


def fit(X, y, **settings):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nn.ConvergenceWarning)
        return nn.Perceptron(**settings).fit(X, y)


@pytest.mark.parametrize(
    ("y", "weights", "bias", "errors"),
    [
        (AND, [3, 2], -4, (2, 3, 3, 2, 2, 3, 2, 1, 0)),
        (OR, [2, 2], -1, (3, 1, 2, 2, 1, 0)),
    ],
)
def test_gates_are_learned_as_worked_out_by_hand(y, weights, bias, errors):
    model = nn.Perceptron().fit(INPUTS, y)
    assert model.weights_.tolist() == weights
    assert model.bias_ == bias
    assert type(model.bias_) is float
    assert model.errors_ == errors
    assert model.n_updates_ == sum(errors)
    assert model.n_epochs_ == len(errors)
    assert model.converged_ is True
    assert model.classes_.tolist() == [0, 1]
    assert model.predict(INPUTS).tolist() == y.tolist()
    assert model.score(INPUTS, y) == 1.0


def test_published_counts():
    assert nn.Perceptron().fit(INPUTS, AND).n_updates_ == 18
    assert nn.Perceptron().fit(INPUTS, AND).n_epochs_ == 9
    assert nn.Perceptron().fit(INPUTS, OR).n_updates_ == 9
    assert nn.Perceptron().fit(INPUTS, OR).n_epochs_ == 6


def test_history_follows_the_learning_rule():
    model = nn.Perceptron(learning_rate=0.5).fit(INPUTS, AND)
    weights, bias = np.zeros(2), 0.0
    assert len(model.history_) == model.n_updates_
    for update in model.history_:
        assert update.x == tuple(INPUTS[update.index])
        assert update.target == 2 * AND[update.index] - 1
        assert update.value == weights @ update.x + bias
        assert update.target * update.value <= 0
        weights = weights + 0.5 * update.target * np.array(update.x)
        bias += 0.5 * update.target
        assert update.weights == tuple(weights)
        assert update.bias == bias
    assert model.weights_.tolist() == weights.tolist()
    assert model.bias_ == bias
    epochs = [update.epoch for update in model.history_]
    assert [epochs.count(epoch) for epoch in range(1, 10)] == list(model.errors_)
    rows = [(update.epoch, update.index) for update in model.history_]
    assert rows == sorted(rows)


def test_first_updates_of_and():
    first, second = nn.Perceptron().fit(INPUTS, AND).history_[:2]
    assert first == nn.Update(1, 0, (0.0, 0.0), -1, 0.0, (0.0, 0.0), -1.0)
    assert second == nn.Update(1, 3, (1.0, 1.0), 1, -1.0, (1.0, 1.0), 0.0)
    with pytest.raises(FrozenInstanceError):
        first.bias = 0


def test_a_power_of_two_as_learning_rate_only_scales():
    one, quarter = (nn.Perceptron(learning_rate=rate).fit(INPUTS, AND) for rate in (1, 0.25))
    assert quarter.errors_ == one.errors_
    np.testing.assert_array_equal(quarter.weights_, one.weights_ / 4)
    assert quarter.bias_ == one.bias_ / 4


def test_fit_returns_self_forgets_the_past_and_changes_nothing():
    X, y = INPUTS.astype(float), AND.copy()
    model = nn.Perceptron()
    assert model.fit(X, OR) is model
    model.fit(X, y)
    assert model.n_updates_ == 18
    np.testing.assert_array_equal(X, INPUTS)
    np.testing.assert_array_equal(y, AND)
    X += 1
    assert model.history_[1].x == (1.0, 1.0)


@pytest.mark.parametrize(
    "labels", [(0, 1), (-1, 1), (3, 7), (0.5, 2.5), (False, True), ("개", "고양이")]
)
def test_any_two_labels(labels):
    y = np.array(labels)[AND]
    model = nn.Perceptron().fit(INPUTS, y)
    assert model.classes_.tolist() == list(labels)
    assert model.predict(INPUTS).tolist() == y.tolist()
    assert model.predict(INPUTS).dtype == y.dtype
    assert model.n_updates_ == 18
    assert model.score(INPUTS, y) == 1.0


def test_lists_are_fine():
    model = nn.Perceptron().fit(INPUTS.tolist(), ["no", "no", "no", "yes"])
    assert model.predict([[1, 1]]).tolist() == ["yes"]


def test_decision_function():
    model = nn.Perceptron().fit(INPUTS, AND)
    np.testing.assert_array_equal(model.decision_function(INPUTS), [-4, -2, -1, 1])
    # Exactly on the boundary: the first label, as the gates have it.
    assert model.decision_function([[0, 2]]).tolist() == [0]
    assert model.predict([[0, 2]]).tolist() == [0]


def test_score_is_the_share_of_right_answers():
    model = nn.Perceptron().fit(INPUTS, AND)
    assert model.score(INPUTS, OR) == 0.5
    assert model.score(INPUTS[:1], [0]) == 1.0
    assert type(model.score(INPUTS, AND)) is float


def test_xor_stops_with_a_warning():
    with pytest.warns(nn.ConvergenceWarning) as caught:
        model = nn.Perceptron(max_epochs=7).fit(INPUTS, XOR)
    assert [str(warning.message) for warning in caught] == [
        "Perceptron: 7에포크 동안 끝나지 않았습니다(마지막 에포크에서 4번 틀림). "
        "선형 분리 가능한 데이터인지 살펴보십시오"
    ]
    assert caught[0].filename == __file__
    assert issubclass(nn.ConvergenceWarning, UserWarning)
    assert model.converged_ is False
    assert model.n_epochs_ == len(model.errors_) == 7
    assert model.n_updates_ == len(model.history_)
    assert model.score(INPUTS, XOR) < 1


def test_the_last_allowed_epoch_can_be_the_clean_one():
    assert nn.Perceptron(max_epochs=9).fit(INPUTS, AND).converged_ is True
    with pytest.warns(nn.ConvergenceWarning, match=r"8에포크 동안 .* 1번 틀림"):
        assert nn.Perceptron(max_epochs=8).fit(INPUTS, AND).converged_ is False


def test_defaults():
    assert repr(nn.Perceptron()) == (
        "Perceptron(learning_rate=1.0, max_epochs=1000, max_history=10000)"
    )
    assert fit(INPUTS, XOR).n_epochs_ == 1000


def test_history_is_limited_but_counts_are_not():
    model = fit(INPUTS, XOR, max_epochs=50, max_history=5)
    whole = fit(INPUTS, XOR, max_epochs=50)
    assert model.history_ == whole.history_[:5]
    assert model.n_updates_ == whole.n_updates_ == len(whole.history_)
    assert model.errors_ == whole.errors_
    assert nn.Perceptron(max_history=0).fit(INPUTS, AND).history_ == ()


@settings(deadline=None)
@given(
    X=npst.arrays(
        np.float64,
        st.tuples(st.integers(2, 12), st.integers(1, 4)),
        elements=st.integers(-8, 8).map(float),
    ),
    data=st.data(),
)
def test_separable_data_converge_within_novikoff_bound(X, data):
    integers = st.integers(-4, 4)
    direction = data.draw(st.lists(integers, min_size=X.shape[1], max_size=X.shape[1]))
    bias = data.draw(integers) + 0.5
    y = X @ direction + bias > 0
    assume(0 < y.sum() < len(y))
    bound = nn.novikoff_bound(X, y, direction, bias)
    model = nn.Perceptron(max_epochs=int(bound) + 1).fit(X, y)
    assert model.converged_
    assert model.n_updates_ <= bound
    assert model.n_epochs_ <= model.n_updates_ + 1
    assert (model.predict(X) == y).all()


@settings(deadline=None)
@given(
    seed=st.integers(0, 10_000),
    rate=st.sampled_from([0.1, 0.3, 1.0]),
    order=st.sampled_from(["C", "F"]),
)
def test_converged_means_that_every_sample_is_right(seed, rate, order):
    # Tenths put many samples on the boundary but for rounding.
    rng = np.random.default_rng(seed)
    X = np.asarray(rng.integers(-10, 11, size=(12, 3)) / 10, order=order)
    y = X @ rng.integers(-3, 4, size=3) > 0.05
    assume(0 < y.sum() < len(y))
    model = fit(X, y, learning_rate=rate, max_epochs=200)
    assert model.score(X, y) == 1 or not model.converged_


@pytest.mark.parametrize("y", [AND, OR])
def test_same_weights_as_scikit_learn(y):
    theirs = sklearn.linear_model.Perceptron(shuffle=False, tol=None, max_iter=20).fit(INPUTS, y)
    ours = nn.Perceptron().fit(INPUTS, y)
    assert ours.weights_.tolist() == theirs.coef_[0].tolist()
    assert ours.bias_ == theirs.intercept_[0]


@pytest.mark.parametrize("seed", range(5))
def test_same_accuracy_as_scikit_learn_on_separable_blobs(seed):
    X, y = nn.blobs(120, noise=2.0, seed=seed, separation=0.5)
    theirs = sklearn.linear_model.Perceptron(shuffle=False, tol=None, max_iter=1000).fit(X, y)
    ours = nn.Perceptron().fit(X, y)
    assert ours.score(X, y) == theirs.score(X, y) == 1.0
    np.testing.assert_allclose(ours.weights_, theirs.coef_[0])


def test_novikoff_bound_of_the_gates():
    assert nn.novikoff_bound(INPUTS, AND, [2, 2], -3) == 51
    assert nn.novikoff_bound(INPUTS, OR, [2, 2], -1) == 27
    assert type(nn.novikoff_bound(INPUTS, OR, [2, 2], -1)) is float
    # The length of the direction makes no difference.
    assert nn.novikoff_bound(INPUTS, AND, [0.5, 0.5], -0.75) == 51
    # R = 5 after the constant input, gamma = 1/2.
    bound = nn.novikoff_bound([[0.5, 0], [0, 24**0.5]], ["a", "b"], [0, 2], -1)
    assert bound == pytest.approx(25 * 5 / min(1, 2 * 24**0.5 - 1) ** 2)


@pytest.mark.parametrize(
    ("direction", "bias"), [([-2, -2], 3), ([1, 1], -1), ([0, 0], 0), ([2, 2], -1)]
)
def test_novikoff_bound_needs_a_separating_line(direction, bias):
    with pytest.raises(ValueError, match="direction") as caught:
        nn.novikoff_bound(INPUTS, AND, direction, bias)
    got = ([float(number) for number in direction], float(bias))
    expected = "두 클래스를 나누는 초평면이어야 합니다"
    assert said(caught) == f"direction, bias: {expected}. 받은 값: {got}"


@pytest.mark.parametrize(
    ("direction", "bias", "expected"),
    [
        ([1, 1, 1], 0, "direction: 성분이 2개여야 합니다. 받은 값: (3,)"),
        (1, 0, "direction: 모양이 (n,)인 벡터여야 합니다. 받은 값: ()"),
        ([1, np.nan], 0, "direction: 유한한 실수여야 합니다. 받은 값: nan (위치 (1,))"),
        ([1, 1], [0, 1], "bias: 실수 하나여야 합니다. 받은 값: (2,)"),
    ],
)
def test_novikoff_bound_of_wrong_lines(direction, bias, expected):
    with pytest.raises(ValueError, match=r"^(direction|bias): ") as caught:
        nn.novikoff_bound(INPUTS, AND, direction, bias)
    assert said(caught) == expected


SHAPE = "y: X의 행마다 하나씩, 모양이 (4,)인 레이블이어야 합니다. 받은 값: "
WRONG_DATA = [
    (INPUTS, [1, 1, 1, 1], ValueError, "y: 레이블이 꼭 두 가지여야 합니다. 받은 값: [1]"),
    (INPUTS, [0, 1, 2, 1], ValueError, "y: 레이블이 꼭 두 가지여야 합니다. 받은 값: [0, 1, 2]"),
    (INPUTS, [0, 1, 1], ValueError, SHAPE + "(3,)"),
    (INPUTS, [[0], [1], [1], [1]], ValueError, SHAPE + "(4, 1)"),
    (INPUTS, ["a", "b"], ValueError, SHAPE + "(2,)"),
    (INPUTS, [0, 1, np.nan, 1], ValueError, "y: 유한한 실수여야 합니다. 받은 값: nan (위치 (2,))"),
    (INPUTS, None, TypeError, "y: 실수나 실수 배열이어야 합니다. 받은 값: None"),
    (
        INPUTS,
        [[0], [1, 2]],
        ValueError,
        "y: 행의 길이가 모두 같아야 합니다. 받은 값: [[0], [1, 2]]",
    ),
    ([0, 1, 2, 3], AND, ValueError, "X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (4,)"),
    ([[0], [np.inf]], [0, 1], ValueError, "X: 유한한 실수여야 합니다. 받은 값: inf (위치 (1, 0))"),
    (
        [["a"], ["b"]],
        [0, 1],
        TypeError,
        "X: 실수나 실수 배열이어야 합니다. 받은 값: [['a'], ['b']]",
    ),
    (np.empty((0, 2)), [], ValueError, "X: 값이 하나 이상 있어야 합니다. 받은 값: (0, 2)"),
]


@pytest.mark.parametrize(("X", "y", "error", "expected"), WRONG_DATA)
def test_data_that_cannot_be_fitted(X, y, error, expected):
    with pytest.raises(error) as caught:
        nn.Perceptron().fit(X, y)
    assert said(caught) == expected
    with pytest.raises(error) as caught:
        nn.novikoff_bound(X, y, [1, 1], 0)
    assert said(caught) == expected


TOO_LARGE = "X: 가중합이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다. 받은 값: "


@pytest.mark.parametrize(
    ("X", "settings", "got"),
    [
        ([[1e200], [-1e200]], {}, "[-1e+200]"),
        ([[1e308, 1.0], [1e307, 0.0]], {"learning_rate": 100}, "[1e+307, 0.0]"),
    ],
)
def test_sums_beyond_float64(X, settings, got):
    with pytest.raises(ValueError, match="X") as caught:
        nn.Perceptron(**settings).fit(X, [0, 1])
    assert said(caught) == TOO_LARGE + got


def test_sums_beyond_float64_in_new_data():
    model = nn.Perceptron().fit([[-1e100], [1e100]], [0, 1])
    assert model.predict([[-1e200], [1e200]]).tolist() == [0, 1]
    with pytest.raises(ValueError, match="X") as caught:
        model.predict([[1.0], [1e300], [1e301]])
    assert said(caught) == TOO_LARGE + "[1e+300]"


def test_infinite_weights_are_an_error_and_no_warning():
    # An infinite weight times 0 is no number.
    X, y = [[1e200, 0.0], [0.0, 1.0]], [0, 1]
    with pytest.raises(ValueError, match=r"^X: ") as caught:
        nn.Perceptron(learning_rate=1e200).fit(X, y)
    assert said(caught) == TOO_LARGE + "[0.0, 1.0]"
    # Here they become infinite in the last update of all.
    model = fit(X[::-1], y, learning_rate=1e200, max_epochs=1)
    with pytest.raises(ValueError, match=r"^X: ") as caught:
        model.predict([[0.0, 1.0]])
    assert said(caught) == TOO_LARGE + "[0.0, 1.0]"


def test_infinities_that_cancel_leave_no_bound_and_no_warning():
    signs = np.tile([1.0, -1.0], 32)
    with pytest.raises(ValueError, match="direction, bias: "):
        nn.novikoff_bound([[1e200] * 64, [-1e200] * 64], [0, 1], 1e200 * signs, 0)


@pytest.mark.parametrize(("X", "direction"), [(1e200, 1), (1, 1e200), (1e-300, 1)])
def test_novikoff_bound_beyond_float64(X, direction):
    with pytest.raises(ValueError, match="direction") as caught:
        nn.novikoff_bound([[-X], [X]], [0, 1], [direction], 0)
    expected = "한계가 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"
    assert said(caught) == f"X, direction, bias: {expected}. 받은 값: inf"


@pytest.mark.parametrize("method", ["predict", "decision_function", "score"])
def test_fit_comes_first(method):
    arguments = (INPUTS, AND) if method == "score" else (INPUTS,)
    with pytest.raises(ValueError, match="fit") as caught:
        getattr(nn.Perceptron(), method)(*arguments)
    assert said(caught) == "Perceptron: 아직 학습하지 않았습니다. fit(X, y)를 먼저 부르십시오"


def test_new_data_must_match():
    model = nn.Perceptron().fit(INPUTS, AND)
    with pytest.raises(ValueError, match="X") as caught:
        model.predict([[1, 2, 3]])
    assert said(caught) == "X: 열이 2개여야 합니다. 받은 값: (1, 3)"
    with pytest.raises(ValueError, match="X") as caught:
        model.predict([1, 1])
    assert said(caught) == "X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (2,)"
    with pytest.raises(ValueError, match="y") as caught:
        model.score(INPUTS, [0, 1])
    assert said(caught) == SHAPE + "(2,)"


@pytest.mark.parametrize(
    ("settings", "error", "expected"),
    [
        ({"learning_rate": 0}, ValueError, "learning_rate: 0보다 커야 합니다. 받은 값: 0.0"),
        (
            {"learning_rate": "1"},
            TypeError,
            "learning_rate: 실수나 실수 배열이어야 합니다. 받은 값: '1'",
        ),
        ({"max_epochs": 0}, ValueError, "max_epochs: 1 이상이어야 합니다. 받은 값: 0"),
        ({"max_epochs": 2.5}, TypeError, "max_epochs: 정수여야 합니다. 받은 값: 2.5"),
        ({"max_history": -1}, ValueError, "max_history: 0 이상이어야 합니다. 받은 값: -1"),
    ],
)
def test_settings_out_of_range(settings, error, expected):
    with pytest.raises(error) as caught:
        nn.Perceptron(**settings)
    assert said(caught) == expected
