import re
from itertools import pairwise

import numpy as np
import pytest

import nnnotes as nn

ACTIVATIONS = ["identity", "relu", "sigmoid", "softmax", "tanh"]
OUTPUTS = [(activation, "mean_squared_error") for activation in ACTIVATIONS] + [
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
]
XOR_X, XOR_Y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]


def example(hidden, output, loss, seed=0):
    """A 3-5-4 network with every kind of parameter away from zero, data and targets."""
    rng = np.random.default_rng(seed)
    network = nn.Network([nn.Dense(3, 5, hidden, seed=1), nn.Dense(5, 4, output, seed=2)])
    for layer in network.layers:
        layer.bias = rng.normal(size=layer.n_outputs)
    X = rng.normal(size=(6, 3))
    y = {
        "mean_squared_error": rng.normal(size=(6, 4)),
        "binary_cross_entropy": rng.integers(0, 2, size=(6, 4)),
        "cross_entropy": rng.integers(0, 4, size=6),
    }[loss]
    return network, X, y


@pytest.mark.parametrize("hidden", ACTIVATIONS)
@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
def test_gradients_agree_with_central_differences(hidden, output, loss):
    network, X, y = example(hidden, output, loss)
    function = getattr(nn, loss)
    network.forward(X)
    gradients = network.backward(y, loss)
    h = 1e-5
    for layer, pair in zip(network.layers, gradients, strict=True):
        for parameters, gradient in zip((layer.weights, layer.bias), pair, strict=True):
            numerical = np.empty_like(parameters)
            for index in np.ndindex(parameters.shape):
                value = parameters[index]
                parameters[index] = value + h
                above = function(y, network.predict(X))
                parameters[index] = value - h
                below = function(y, network.predict(X))
                parameters[index] = value
                numerical[index] = (above - below) / (2 * h)
            error = np.linalg.norm(gradient - numerical)
            assert error <= 1e-6 * np.linalg.norm(numerical)


def test_three_layers_and_one_layer_go_back_too():
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(4, 2)), rng.normal(size=4)
    for sizes in ((2, 1), (2, 3, 4, 1)):
        layers = [nn.Dense(n, m, "tanh", seed=n) for n, m in pairwise(sizes)]
        network = nn.Network(layers)
        network.forward(X)
        gradient = network.backward(y, "mean_squared_error")[0][0][0, 0]
        value, losses = layers[0].weights[0, 0], []
        for shift in (1e-5, -1e-5):
            layers[0].weights[0, 0] = value + shift
            losses.append(nn.mean_squared_error(y, network.predict(X)))
        assert gradient == pytest.approx((losses[0] - losses[1]) / 2e-5, rel=1e-6)


def test_backward_leaves_the_gradients_in_the_layers_and_hands_out_copies():
    network, X, y = example("tanh", "softmax", "cross_entropy")
    network.forward(X)
    gradients = network.backward(y, "cross_entropy")
    for layer, (weights, bias) in zip(network.layers, gradients, strict=True):
        np.testing.assert_array_equal(layer.weights_gradient, weights)
        np.testing.assert_array_equal(layer.bias_gradient, bias)
        weights[:] = bias[:] = 0
        assert layer.weights_gradient.any()
        assert layer.bias_gradient.any()


def test_the_fused_forms_are_p_minus_y():
    layer = nn.Dense(1, 3, "softmax", seed=0)
    network = nn.Network([layer])
    p = network.forward([[1.0], [1.0]])
    _, bias = network.backward([2, 0], "cross_entropy")[0]
    np.testing.assert_allclose(bias, (p - [[0, 0, 1], [1, 0, 0]]).mean(axis=0))


def test_saturated_outputs_still_learn():
    for activation, loss, y in (
        ("sigmoid", "binary_cross_entropy", [0.0]),
        ("softmax", "cross_entropy", [[0, 1]]),
    ):
        layer = nn.Dense(1, 1 if activation == "sigmoid" else 2, activation)
        layer.weights = [[1000.0] + [0.0] * (layer.n_outputs - 1)]
        network = nn.Network([layer])
        assert network.forward([[1.0]])[0, 0] == 1.0
        weights, _ = network.backward(y, loss)[0]
        assert weights[0, 0] == 1.0
        history = network.fit([[1.0]], y, loss, epochs=1, learning_rate=1e-9)
        assert history.loss[0] == pytest.approx(1000.0)


def test_forward_and_predict_agree_and_predict_remembers_nothing():
    network, X, y = example("relu", "sigmoid", "binary_cross_entropy")
    outputs = network.forward(X)
    np.testing.assert_array_equal(network.predict(X), outputs)
    before = network.backward(y, "binary_cross_entropy")
    outputs[:] = 7.0
    network.predict(X + 100)
    network.classify(X + 100)
    network.layers[0](X + 100)
    X[:] = 7.0
    after = network.backward(y, "binary_cross_entropy")
    for one, other in zip(before, after, strict=True):
        np.testing.assert_array_equal(one[0], other[0])
        np.testing.assert_array_equal(one[1], other[1])


def test_the_cache_is_not_the_callers_array():
    network = nn.Network([nn.Dense(1, 1, "identity", initializer="zeros")])
    outputs = network.forward([[2.0]])
    outputs[:] = 100.0
    assert network.backward([1.0], "mean_squared_error")[0][1] == -2.0


def test_predict_works_on_the_first_weights_before_fit():
    network = nn.Network([nn.Dense(2, 3, "tanh", seed=0), nn.Dense(3, 2, "identity", seed=1)])
    first, second = network.layers
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    expected = np.tanh(X @ first.weights) @ second.weights
    np.testing.assert_allclose(network.predict(X), expected, rtol=1e-14)


def test_one_output_is_predicted_as_a_vector():
    network = nn.Network([nn.Dense(2, 1, "identity", seed=0)])
    assert network.predict(XOR_X).shape == (4,)
    assert network.forward(XOR_X).shape == (4, 1)
    assert nn.Network([nn.Dense(2, 2, "identity")]).predict(XOR_X).shape == (4, 2)


def test_labels():
    layer = nn.Dense(1, 1, "sigmoid", initializer=0)
    layer.weights = [[1.0]]
    labels = nn.Network([layer]).classify([[-1.0], [0.0], [1.0]])
    np.testing.assert_array_equal(labels, [0, 1, 1])
    assert labels.dtype.kind == "i"

    layer = nn.Dense(1, 2, "sigmoid")
    layer.weights = [[1.0, -1.0]]
    np.testing.assert_array_equal(nn.Network([layer]).classify([[2.0]]), [[1, 0]])

    layer = nn.Dense(1, 3, "softmax")
    layer.weights = [[0.0, 1.0, -1.0]]
    labels = nn.Network([layer]).classify([[2.0], [-2.0]])
    np.testing.assert_array_equal(labels, [1, 2])
    assert labels.dtype.kind == "i"


def test_size_and_name():
    network = nn.Network([nn.Dense(2, 4, "tanh"), nn.Dense(4, 1, "sigmoid")])
    assert network.n_parameters == 17
    assert repr(network) == "Network([Dense(2, 4, 'tanh'), Dense(4, 1, 'sigmoid')])"
    assert nn.Network(iter(network.layers)).layers == network.layers


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: nn.Network([]), "layers: 층이 하나 이상 있어야 합니다. 받은 값: ()"),
        (
            lambda: nn.Network([nn.Dense(2, 4, "tanh"), nn.Dense(3, 1, "sigmoid")]),
            "2번째 층: 입력이 4개여야 합니다 (1번째 층 Dense(2, 4, 'tanh')의 출력 수). "
            "받은 값: Dense(3, 1, 'sigmoid')",
        ),
        (
            lambda: nn.Network([nn.Dense(2, 2, "tanh"), *[nn.Dense(2, 1, "tanh")] * 2]),
            "3번째 층: 앞의 층과 달라야 합니다. 받은 값: Dense(2, 1, 'tanh')",
        ),
        (
            lambda: nn.Network([nn.Dense(2, 1, "tanh")]).predict([[1.0]]),
            "X: 모양이 (n, 2)이어야 합니다 (Dense(2, 1, 'tanh')의 입력 수). 받은 값: (1, 1)",
        ),
        (
            lambda: nn.Network([nn.Dense(2, 1, "tanh")]).forward([1.0, 2.0]),
            "X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (2,)",
        ),
        (
            lambda: nn.Network([nn.Dense(2, 1, "tanh")]).forward([[np.nan, 2.0]]),
            "X: 유한한 실수여야 합니다. 받은 값: nan (위치 (0, 0))",
        ),
        (
            lambda: nn.Network([nn.Dense(1, 1, "tanh")]).classify([[1.0]]),
            "classify: 마지막 층의 활성화 함수가 sigmoid나 softmax여야 합니다. 받은 값: 'tanh'",
        ),
        (
            lambda: nn.Network([nn.Dense(1, 1, "tanh")]).backward([1.0], "mean_squared_error"),
            "backward: forward를 먼저 불러야 합니다. 받은 값: None",
        ),
    ],
)
def test_bad_values(make, expected):
    with pytest.raises(ValueError, match=re.escape(expected)) as caught:
        make()
    assert "\n" not in str(caught.value)


def test_bad_types():
    with pytest.raises(TypeError, match=r"layers: Dense의 목록이어야 합니다. 받은 값: Dense\("):
        nn.Network(nn.Dense(1, 1, "tanh"))
    with pytest.raises(TypeError, match=r"2번째 층: Dense여야 합니다. 받은 값: 'tanh'"):
        nn.Network([nn.Dense(1, 1, "tanh"), "tanh"])


def test_numbers_out_of_range_are_an_error_that_names_the_layer():
    first, second = nn.Dense(1, 1, "identity"), nn.Dense(1, 1, "identity")
    first.weights = second.weights = [[1e200]]
    network = nn.Network([first, second])
    expected = "X: Dense(1, 1, 'identity')의 출력이 float64의 범위를 넘지 않아야 합니다"
    for function in (network.forward, network.predict):
        with pytest.raises(ValueError, match=re.escape(expected)):
            function([[1.0]])


def test_infinities_that_cancel_are_an_error_and_no_warning():
    layer = nn.Dense(1, 2, "softmax")
    layer.weights = [[1e200, 0.0]]
    network = nn.Network([layer])
    for function in (network.forward, network.predict):
        with pytest.raises(ValueError, match=r"^X: .*의 출력이 float64의 범위를 넘지"):
            function([[1e200]])


def test_a_failed_forward_leaves_nothing_to_go_back_from():
    layer = nn.Dense(1, 1, "identity")
    layer.weights = [[1e200]]
    network = nn.Network([layer])
    network.forward([[1.0]])
    with pytest.raises(ValueError, match="float64의 범위"):
        network.forward([[1e200]])
    with pytest.raises(ValueError, match="backward: forward를 먼저 불러야 합니다"):
        network.backward([1.0], "mean_squared_error")
