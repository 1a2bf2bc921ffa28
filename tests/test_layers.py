import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import nnnotes as nn
from nnnotes.layers import _ACTIVATE, _DIFFERENTIATE

ACTIVATIONS = ["identity", "relu", "sigmoid", "softmax", "tanh"]


def layer_with(activation, weights, bias):
    weights = np.asarray(weights)
    layer = nn.Dense(*weights.shape, activation)
    layer.weights, layer.bias = weights, bias
    return layer


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_layer_is_product_bias_and_activation(activation):
    rng = np.random.default_rng(0)
    W, b, X = rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=(5, 3))
    expected = getattr(nn, activation)(X @ W + b)
    np.testing.assert_allclose(layer_with(activation, W, b)(X), expected, rtol=1e-13)


@pytest.mark.parametrize("activation", ["identity", "relu", "sigmoid", "tanh"])
@given(arrays(float, (3, 2), elements=st.floats(-30, 30)))
def test_derivatives_from_the_output_agree_with_the_public_ones(activation, Z):
    A = _ACTIVATE[activation](Z)
    derivative = getattr(nn, f"{activation}_derivative")(Z)
    ours = _DIFFERENTIATE[activation](np.full_like(A, 2.0), A)
    np.testing.assert_allclose(ours, 2.0 * derivative, rtol=1e-7, atol=1e-14)


@given(
    arrays(float, (3, 4), elements=st.floats(-5, 5)),
    arrays(float, (3, 4), elements=st.floats(-5, 5)),
)
def test_softmax_goes_back_through_its_whole_jacobian(Z, dA):
    A = _ACTIVATE["softmax"](Z)
    rows = [(np.diag(a) - np.outer(a, a)) @ d for a, d in zip(A, dA, strict=True)]
    np.testing.assert_allclose(_DIFFERENTIATE["softmax"](dA, A), rows, atol=1e-12)


@pytest.mark.parametrize("size", [1.0, 800.0, 1e300])
def test_outputs_far_out_are_exact_limits_without_warnings(size):
    X = [[size], [-size]]
    np.testing.assert_allclose(
        layer_with("sigmoid", [[1.0]], [0.0])(X)[:, 0],
        nn.sigmoid(np.array([size, -size])),
        rtol=1e-12,
    )
    softmax = layer_with("softmax", [[1.0, 0.0]], [0.0, 0.0])(X)
    np.testing.assert_allclose(softmax, nn.softmax(np.array([[size, 0], [-size, 0]])), rtol=1e-12)


def test_the_same_seed_draws_the_same_weights():
    first, again, other = (nn.Dense(5, 6, "tanh", seed=seed) for seed in (3, 3, 4))
    assert first.weights.tobytes() == again.weights.tobytes()
    assert first.weights.tobytes() != other.weights.tobytes()
    unseeded = nn.Dense(5, 6, "tanh"), nn.Dense(5, 6, "tanh")
    assert unseeded[0].weights.tobytes() != unseeded[1].weights.tobytes()


def test_initial_weights_have_the_spread_of_their_name():
    def draw(**options):
        layer = nn.Dense(200, 300, options.pop("activation", "tanh"), seed=1, **options)
        assert (layer.bias == 0).all()
        return layer.weights

    he = draw(initializer="he")
    assert he.std() == pytest.approx(np.sqrt(2 / 200), rel=0.01)
    assert np.abs(he).max() > 3 * he.std()
    xavier, limit = draw(initializer="xavier"), np.sqrt(6 / 500)
    assert np.abs(xavier).max() == pytest.approx(limit, rel=0.001)
    assert np.abs(xavier).max() <= limit
    assert xavier.std() == pytest.approx(limit / np.sqrt(3), rel=0.01)
    assert (draw(initializer="zeros") == 0).all()
    assert (draw(initializer=0) == 0).all()
    assert draw(initializer=0.3).std() == pytest.approx(0.3, rel=0.01)
    for weights in (he, xavier, draw(initializer=0.3)):
        assert abs(weights.mean()) < 0.02 * weights.std() + 1e-3


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_initial_weights_fit_the_activation_unless_told_otherwise(activation):
    name = "he" if activation == "relu" else "xavier"
    default = nn.Dense(4, 5, activation, seed=0)
    named = nn.Dense(4, 5, activation, seed=0, initializer=name)
    np.testing.assert_array_equal(default.weights, named.weights)


def test_size_and_name():
    layer = nn.Dense(784, 512, "relu")
    assert layer.n_parameters == 784 * 512 + 512
    assert (layer.n_inputs, layer.n_outputs, layer.activation) == (784, 512, "relu")
    assert layer.weights.shape == layer.weights_gradient.shape == (784, 512)
    assert layer.bias.shape == layer.bias_gradient.shape == (512,)
    assert repr(layer) == "Dense(784, 512, 'relu')"


def test_weights_may_be_set_whole_or_in_part():
    layer = nn.Dense(2, 1, "identity", seed=0)
    given = np.array([[1.0], [2.0]])
    layer.weights, layer.bias = given, [3.0]
    layer.weights[0, 0] = 10.0
    np.testing.assert_array_equal(given, [[1.0], [2.0]])
    np.testing.assert_array_equal(layer([[1.0, 1.0]]), [[15.0]])


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: nn.Dense(0, 1, "tanh"), "n_inputs: 1 이상이어야 합니다. 받은 값: 0"),
        (lambda: nn.Dense(1, -2, "tanh"), "n_outputs: 1 이상이어야 합니다. 받은 값: -2"),
        (
            lambda: nn.Dense(1, 1, "ReLU"),
            "activation: identity, sigmoid, tanh, relu, softmax 가운데 하나여야 합니다. "
            "받은 값: 'ReLU'",
        ),
        (
            lambda: nn.Dense(1, 1, "softmax"),
            "n_outputs: softmax이면 2 이상이어야 합니다 (하나뿐이면 확률이 늘 1입니다). "
            "받은 값: 1",
        ),
        (lambda: nn.Dense(1, 1, "step"), "activation: identity, sigmoid, tanh, relu, softmax"),
        (lambda: nn.Dense(1, 1, ["tanh"]), "activation: identity, sigmoid, tanh, relu, softmax"),
        (
            lambda: nn.Dense(1, 1, "tanh", initializer="glorot"),
            "initializer: he, xavier, zeros 가운데 하나여야 합니다. 받은 값: 'glorot'",
        ),
        (
            lambda: nn.Dense(1, 1, "tanh", initializer=-1),
            "initializer: 0 이상이어야 합니다. 받은 값: -1.0",
        ),
        (lambda: nn.Dense(1, 1, "tanh", seed=-1), "seed: 0 이상이어야 합니다. 받은 값: -1"),
        (
            lambda: layer_with("tanh", [[1.0]], [1.0, 2.0]),
            "bias: 모양이 (1,)이어야 합니다. 받은 값: (2,)",
        ),
        (
            lambda: setattr(nn.Dense(2, 3, "tanh"), "weights", np.ones((3, 2))),
            "weights: 모양이 (2, 3)이어야 합니다. 받은 값: (3, 2)",
        ),
        (
            lambda: setattr(nn.Dense(1, 1, "tanh"), "weights", [[np.nan]]),
            "weights: 유한한 실수여야 합니다. 받은 값: nan",
        ),
        (
            lambda: nn.Dense(3, 1, "tanh")([[1.0, 2.0]]),
            "X: 모양이 (n, 3)이어야 합니다 (Dense(3, 1, 'tanh')의 입력 수). 받은 값: (1, 2)",
        ),
        (
            lambda: nn.Dense(2, 1, "tanh")([1.0, 2.0]),
            "X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (2,)",
        ),
        (lambda: nn.Dense(1, 1, "tanh")([[np.inf]]), "X: 유한한 실수여야 합니다. 받은 값: inf"),
        (
            lambda: layer_with("identity", [[1e200]], [0.0])([[1.0], [-1e200]]),
            "X: Dense(1, 1, 'identity')의 출력이 float64의 범위를 넘지 않아야 합니다. "
            "받은 값: inf",
        ),
    ],
)
def test_bad_values(make, expected):
    with pytest.raises(ValueError, match=re.escape(expected)) as caught:
        make()
    assert "\n" not in str(caught.value)


def test_a_call_names_its_argument():
    layer = layer_with("identity", [[1e200]], [0.0])
    for X in ([1.0], [[np.nan]], [[1.0, 2.0]], [[1e200]]):
        with pytest.raises(ValueError, match=r"^X: "):
            layer(X)


def test_infinities_that_cancel_are_an_error_and_no_warning():
    with pytest.raises(ValueError, match=r"^X: .*의 출력이 float64의 범위를 넘지 않아야 합니다"):
        layer_with("softmax", [[1e200, 0.0]], [0.0, 0.0])([[1e200]])


def test_bad_types():
    with pytest.raises(TypeError, match=r"n_inputs: 정수여야 합니다. 받은 값: 2.0"):
        nn.Dense(2.0, 1, "tanh")
    with pytest.raises(TypeError, match=r"n_outputs: 정수여야 합니다. 받은 값: True"):
        nn.Dense(2, True, "tanh")
    with pytest.raises(TypeError, match=r"seed: 정수여야 합니다. 받은 값: '0'"):
        nn.Dense(2, 1, "tanh", seed="0")
    with pytest.raises(TypeError, match="initializer: 실수나 실수 배열이어야 합니다"):
        nn.Dense(2, 1, "tanh", initializer=[None])
    with pytest.raises(TypeError, match="X: 실수나 실수 배열이어야 합니다"):
        nn.Dense(1, 1, "tanh")([["a"]])
