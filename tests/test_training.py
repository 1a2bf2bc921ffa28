import re
import subprocess
import sys
import tracemalloc

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

import nnnotes as nn

XOR_X, XOR_Y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])


def xor_network(seed=0):
    return nn.Network([nn.Dense(2, 4, "tanh", seed), nn.Dense(4, 1, "sigmoid", seed + 1000)])


def small_problem(n_samples=10, seed=0):
    """Three classes, a 2-5-3 network."""
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(n_samples, 2)), rng.integers(0, 3, size=n_samples)
    return nn.Network([nn.Dense(2, 5, "relu", seed=1), nn.Dense(5, 3, "softmax", seed=2)]), X, y


def parameters(network):
    return np.concatenate([[*layer.weights.ravel(), *layer.bias] for layer in network.layers])


def test_fit_does_what_a_plain_loop_does():
    network, X, y = small_problem()
    (W1, b1), (W2, b2) = [(layer.weights.copy(), layer.bias.copy()) for layer in network.layers]
    history = network.fit(X, y, "cross_entropy", epochs=3, learning_rate=0.5, batch_size=4, seed=7)
    rng, one_hot = np.random.default_rng(7), np.eye(3)[y]
    for epoch in range(3):
        order = rng.permutation(10)
        losses, hits = [], []
        for rows in (order[:4], order[4:8], order[8:]):
            h = np.maximum(X[rows] @ W1 + b1, 0)
            e = np.exp(h @ W2 + b2)
            p = e / e.sum(axis=1, keepdims=True)
            losses += list(-np.log(p[np.arange(len(rows)), y[rows]]))
            hits += list(p.argmax(axis=1) == y[rows])
            dz = (p - one_hot[rows]) / len(rows)
            dh = dz @ W2.T * (h > 0)
            W2, b2 = W2 - 0.5 * h.T @ dz, b2 - 0.5 * dz.sum(axis=0)
            W1, b1 = W1 - 0.5 * X[rows].T @ dh, b1 - 0.5 * dh.sum(axis=0)
        assert history.loss[epoch] == pytest.approx(np.mean(losses), rel=1e-12)
        assert history.accuracy[epoch] == np.mean(hits)
    for layer, (W, b) in zip(network.layers, [(W1, b1), (W2, b2)], strict=True):
        np.testing.assert_allclose(layer.weights, W, rtol=1e-12)
        np.testing.assert_allclose(layer.bias, b, rtol=1e-11)


@pytest.mark.parametrize(
    ("activation", "loss", "y"),
    [
        ("identity", "mean_squared_error", [[0.5, 2.0], [1.0, 0.0], [0.0, -1.0]]),
        ("tanh", "mean_squared_error", [[0.5, 2.0], [1.0, 0.0], [0.0, -1.0]]),
        ("sigmoid", "binary_cross_entropy", [[0, 1], [1, 1], [0, 0]]),
        ("softmax", "cross_entropy", [0, 1, 1]),
    ],
)
def test_the_first_loss_is_the_public_loss_of_the_first_prediction(activation, loss, y):
    network = nn.Network([nn.Dense(2, 2, activation, seed=3)])
    X = [[1.0, 2.0], [-1.0, 0.5], [0.0, -3.0]]
    expected = getattr(nn, loss)(y, network.predict(X))
    labels = None if loss == "mean_squared_error" else network.classify(X)
    history = network.fit(X, y, loss, epochs=2, learning_rate=0.01, validation=(X, y))
    assert history.loss[0] == pytest.approx(expected, rel=1e-12)
    # Nothing moves between the end of an epoch and the start of the next.
    assert history.validation_loss[0] == pytest.approx(history.loss[1], rel=1e-12)
    if labels is None:
        assert history.accuracy is None
        assert history.validation_accuracy is None
    else:
        assert history.accuracy[0] == np.mean(labels == np.array(y))
        assert history.validation_accuracy[0] == history.accuracy[1]


def test_cross_entropy_is_exact_when_rows_differ_in_size():
    network = nn.Network([nn.Dense(1, 2, "softmax")])
    network.layers[0].weights = [[2000.0, 0.0]]
    # The first row is certain and costs nothing, the second is a coin: ln 2.
    history = network.fit([[1.0], [0.0]], [0, 1], "cross_entropy", epochs=1)
    assert history.loss[0] == pytest.approx(np.log(2) / 2, rel=1e-15)


def test_a_probability_of_a_half_counts_as_one():
    network = nn.Network([nn.Dense(1, 1, "sigmoid", initializer="zeros")])
    assert network.fit([[1.0]], [1], "binary_cross_entropy", epochs=1).accuracy[0] == 1


def test_the_record_has_one_entry_an_epoch():
    network, X, y = small_problem()
    history = network.fit(X, y, "cross_entropy", epochs=7, batch_size=3, seed=0)
    assert history.loss.shape == history.accuracy.shape == (7,)
    assert history.validation_loss is None
    assert history.validation_accuracy is None
    assert nn.Network([nn.Dense(2, 3, "softmax")]).fit(X, y, "cross_entropy").loss.shape == (100,)


def test_validation_data_is_measured_and_not_learned():
    network, X, y = small_problem(20)
    twin, _, _ = small_problem(20)
    history = network.fit(X, y, "cross_entropy", epochs=5, validation=(X[:6], y[:6]))
    twin.fit(X, y, "cross_entropy", epochs=5)
    assert parameters(network).tobytes() == parameters(twin).tobytes()
    expected = nn.cross_entropy(y[:6], network.predict(X[:6]))
    assert history.validation_loss[-1] == pytest.approx(expected, rel=1e-12)
    assert history.validation_accuracy[-1] == np.mean(network.classify(X[:6]) == y[:6])


def test_ways_to_write_the_targets():
    for loss, activation, size, ways in (
        ("cross_entropy", "softmax", 3, ([0, 2, 1], [[1, 0, 0], [0, 0, 1], [0, 1, 0]])),
        ("binary_cross_entropy", "sigmoid", 1, ([0, 1, 1], [[False], [True], [True]])),
        ("mean_squared_error", "identity", 1, ([0.5, 1.0, 2.0], [[0.5], [1.0], [2.0]])),
    ):
        results = []
        for y in ways:
            network = nn.Network([nn.Dense(2, size, activation, seed=0)])
            network.fit(XOR_X[:3], y, loss, epochs=3)
            results.append(parameters(network))
        np.testing.assert_array_equal(*results)


def test_a_linear_network_finds_the_least_squares():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(30, 2))
    y = X @ [2.0, -1.0] + 0.5 + rng.normal(0, 0.1, 30)
    network = nn.Network([nn.Dense(2, 1, "identity", seed=0)])
    network.fit(X, y, "mean_squared_error", epochs=500, learning_rate=0.1)
    solution, *_ = np.linalg.lstsq(np.column_stack([X, np.ones(30)]), y, rcond=None)
    np.testing.assert_allclose(parameters(network), solution, rtol=1e-6)


def test_one_sigmoid_neuron_is_logistic_regression():
    X, y = nn.blobs(100, centers=[[0, 0], [1, 1]], seed=0)[:2]
    network = nn.Network([nn.Dense(2, 1, "sigmoid", seed=0)])
    network.fit(X, y, "binary_cross_entropy", epochs=3000, learning_rate=1.0)
    model = LogisticRegression(C=1e10, tol=1e-10, max_iter=10_000).fit(X, y)
    expected = [*model.coef_[0], *model.intercept_]
    np.testing.assert_allclose(parameters(network), expected, rtol=1e-3)


def test_the_gradient_vanishes_at_the_end_and_stays_readable():
    X, y = XOR_X, [1.0, 2.0, 3.0, 4.0]
    network = nn.Network([nn.Dense(2, 1, "identity", seed=0)])
    weights = network.layers[0].weights
    network.fit(X, y, "mean_squared_error", epochs=400, learning_rate=0.3)
    np.testing.assert_array_equal(weights, network.layers[0].weights)
    assert np.abs(network.layers[0].weights_gradient).max() < 1e-6


@pytest.mark.parametrize("optimizer", ["sgd", "adam", nn.SGD(0.1, 0.5), nn.Adam(0.01)])
def test_the_same_seeds_give_the_same_bytes(optimizer):
    results = []
    for _ in range(2):
        network, X, y = small_problem(50)
        history = network.fit(
            X, y, "cross_entropy", epochs=5, batch_size=8, seed=1, optimizer=optimizer
        )
        results.append((parameters(network).tobytes(), history.loss.tobytes()))
    assert results[0] == results[1]
    network, X, y = small_problem(50)
    network.fit(X, y, "cross_entropy", epochs=5, batch_size=8, seed=2, optimizer=optimizer)
    assert parameters(network).tobytes() != results[0][0]


def test_another_process_gives_the_same_bytes():
    program = (
        "import nnnotes as nn\n"
        "X, y = nn.moons(60, seed=0)\n"
        "n = nn.Network([nn.Dense(2, 8, 'relu', seed=0), nn.Dense(8, 1, 'sigmoid', seed=1)])\n"
        "h = n.fit(X, y, 'binary_cross_entropy', epochs=5, batch_size=16, seed=3)\n"
        "print(n.layers[0].weights.tobytes().hex(), h.loss.tobytes().hex())\n"
    )
    runs = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


def test_the_whole_data_at_once_is_not_shuffled():
    results = []
    for options in ({}, {"seed": 5}, {"batch_size": 4}):
        network = xor_network()
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=4, **options)
        results.append(parameters(network).tobytes())
    assert len(set(results)) == 1


def test_two_batches_are_shuffled_too():
    results = []
    for seed in (0, 1, 2):
        network = xor_network()
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=4, batch_size=2, seed=seed)
        results.append(parameters(network).tobytes())
    assert len(set(results)) == 3


def test_fit_again_goes_on_from_where_it_was():
    whole, parts = xor_network(), xor_network()
    whole.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=10)
    for _ in range(2):
        parts.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=5)
    assert parameters(whole).tobytes() == parameters(parts).tobytes()


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({}, nn.SGD(0.1)),
        ({"learning_rate": 0.25}, nn.SGD(0.25)),
        ({"optimizer": "adam"}, nn.Adam(0.001)),
        ({"optimizer": "adam", "learning_rate": 0.25}, nn.Adam(0.25)),
    ],
)
def test_names_of_optimizers_stand_for_the_objects(options, rule):
    named, given = xor_network(), xor_network()
    named.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=5, **options)
    given.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=5, optimizer=rule)
    assert parameters(named).tobytes() == parameters(given).tobytes()


def test_training_steps_are_the_steps_of_the_optimizer():
    for make in (lambda: nn.SGD(0.5, 0.9), lambda: nn.Adam(0.1)):
        network, rule = xor_network(), make()
        theta = parameters(network)
        twin = xor_network()
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=4, optimizer=make())
        for _ in range(4):
            twin.forward(XOR_X)
            gradient = np.concatenate(
                [a.ravel() for pair in twin.backward(XOR_Y, "binary_cross_entropy") for a in pair]
            )
            theta = rule.step(theta, gradient)
            first, second = twin.layers
            first.weights, first.bias = theta[:8].reshape(2, 4), theta[8:12]
            second.weights, second.bias = theta[12:16].reshape(4, 1), theta[16:]
        np.testing.assert_allclose(parameters(network), theta, rtol=1e-12)


def test_xor_is_learned_from_at_least_95_of_100_random_starts():
    losses = []
    for seed in range(100):
        network = xor_network(seed)
        history = network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=500, learning_rate=1.0)
        losses.append(history.loss[-1])
        learned = (network.classify(XOR_X) == XOR_Y).all()
        assert learned == (losses[-1] < 0.05)
    assert sum(loss < 0.05 for loss in losses) >= 95


def test_a_sine_is_learned():
    X, y = nn.sine(200, noise=0.1, seed=0)
    network = nn.Network([nn.Dense(1, 16, "tanh", seed=0), nn.Dense(16, 1, "identity", seed=1)])
    network.fit(X, y, "mean_squared_error", epochs=500, batch_size=32, seed=0,
                optimizer=nn.Adam(0.01))  # fmt: skip
    error = network.predict(X) - np.sin(X[:, 0])
    assert np.sqrt(np.mean(error**2)) < 0.06


def test_moons_are_learned():
    X, y = nn.moons(400, noise=0.1, seed=0)
    network = nn.Network([nn.Dense(2, 16, "relu", seed=0), nn.Dense(16, 1, "sigmoid", seed=1)])
    history = network.fit(
        X[:200],
        y[:200],
        "binary_cross_entropy",
        epochs=150,
        batch_size=20,
        seed=0,
        optimizer=nn.Adam(0.01),
        validation=(X[200:], y[200:]),
    )
    assert history.validation_accuracy[-1] >= 0.98


def test_the_callback_sees_every_epoch_and_the_weights_of_that_moment():
    network, seen = xor_network(), []

    def watch(epoch, given):
        assert given is network
        seen.append((epoch, parameters(given), given.predict(XOR_X)))

    network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=3, callback=watch)
    assert [epoch for epoch, _, _ in seen] == [1, 2, 3]
    twin = xor_network()
    for _, theta, outputs in seen:
        twin.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=1)
        np.testing.assert_array_equal(parameters(twin), theta)
        np.testing.assert_array_equal(twin.predict(XOR_X), outputs)


def test_the_callback_keeps_the_callers_floating_point_warnings():
    seen = []
    with np.errstate(over="call", invalid="print"):
        inside = np.geterr()
        xor_network().fit(
            XOR_X, XOR_Y, "binary_cross_entropy", epochs=1,
            callback=lambda epoch, network: seen.append(np.geterr()),
        )  # fmt: skip
    assert seen == [inside]


def test_an_error_leaves_the_network_as_it_was():
    network = xor_network()
    network.forward(XOR_X)
    before = parameters(network)

    def fail(epoch, given):
        assert parameters(given).tobytes() != before.tobytes()
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy", callback=fail)
    assert parameters(network).tobytes() == before.tobytes()
    with pytest.raises(ValueError, match="forward를 먼저"):
        network.backward(XOR_Y, "binary_cross_entropy")


def test_an_interrupt_keeps_what_was_learned():
    network, twin = xor_network(), xor_network()

    def interrupt(epoch, given):
        if epoch == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy", callback=interrupt)
    twin.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=2)
    assert parameters(network).tobytes() == parameters(twin).tobytes()


def test_data_is_never_changed():
    network, X, y = small_problem(20)
    before = X.copy(), y.copy()
    network.fit(X, y, "cross_entropy", epochs=3, batch_size=6, validation=(X, y))
    network.forward(X)
    network.backward(y, "cross_entropy")
    np.testing.assert_array_equal(X, before[0])
    np.testing.assert_array_equal(y, before[1])


def test_a_network_may_share_a_layer_with_another():
    network, X, y = small_problem()
    inner = nn.Network(network.layers[:1])
    network.fit(X, y, "cross_entropy", epochs=2)
    np.testing.assert_array_equal(inner.predict(X), network.layers[0](X))
    network.fit(X, y, "cross_entropy", epochs=2)
    np.testing.assert_array_equal(inner.predict(X), network.layers[0](X))


def test_memory_stays_flat():
    network, X, y = small_problem(200)
    held = []

    def watch(*_):
        held.append(tracemalloc.get_traced_memory()[0])

    def fit(epochs):
        network.fit(
            X, y, "cross_entropy", epochs=epochs, batch_size=32, seed=0, optimizer="adam",
            validation=(X, y), callback=watch,
        )  # fmt: skip

    fit(2)
    held.clear()
    tracemalloc.start()
    try:
        fit(200)
    finally:
        tracemalloc.stop()
    # Only the list of this test grows: 32 bytes an entry for the number and 8 for its place.
    assert held[-1] - held[20] < 180 * 60 + 2000


@pytest.mark.parametrize(("n_layers", "what"), [(1, "기울기가"), (2, "매개변수가")])
def test_divergence_names_the_layer_and_the_likely_cause(n_layers, what):
    layers = [nn.Dense(1, 3, "tanh", seed=0), nn.Dense(3, 1, "identity", seed=0)]
    network = nn.Network(layers if n_layers == 2 else [nn.Dense(1, 1, "identity", seed=0)])
    before = parameters(network)
    with pytest.raises(FloatingPointError, match=r"^loss: \d+번째 에포크에 ") as caught:
        network.fit(
            [[1.0], [-20.0]], [1.0, 2.0], "mean_squared_error", epochs=10_000, learning_rate=1e4
        )
    text = str(caught.value)
    where = f"{n_layers}번째 층 {network.layers[-1]!r}의 {what} 너무 커져(무한대나 NaN)"
    assert f"{where} 멈췄습니다. 학습률이나 입력의 크기를 줄여야 합니다" in text
    assert text.endswith("받은 값: 학습률 10000, 입력의 가장 큰 절댓값 20")
    assert "\n" not in text
    assert parameters(network).tobytes() == before.tobytes()


def diverging(weights, X, y, where, learning_rate=1e-300):
    layers = [nn.Dense(1, 1, "relu") for _ in weights[:-1]] + [nn.Dense(1, 1, "identity")]
    for layer, weight in zip(layers, weights, strict=True):
        layer.weights = [[weight]]
    with pytest.raises(FloatingPointError, match=re.escape(f"loss: 1번째 에포크에 {where} ")):
        nn.Network(layers).fit(X, y, "mean_squared_error", epochs=1, learning_rate=learning_rate)


def test_divergence_names_what_ran_away_first():
    one, relu = "1번째 층 Dense(1, 1, 'identity')의", "1번째 층 Dense(1, 1, 'relu')의"
    two = "2번째 층 Dense(1, 1, 'identity')의"
    diverging([1e200], [[1e200]], [0.0], f"{one} 가중합이")
    diverging([1.0, 1e200], [[1e200]], [0.0], f"{relu} 가중합이")
    diverging([1.0, 1e100], [[1e100]], [0.0], f"{two} 가중합이")
    diverging([1e-300, 1e300], [[1e10]], [-1e10], f"{relu} 기울기가")
    diverging([1.0, 1e-10], [[1e150]], [-1e150], f"{two} 기울기가", learning_rate=1.0)
    diverging([0.0], [[1.0]], [1e10], f"{one} 매개변수가", learning_rate=1e300)
    y = np.zeros(1000)
    y[0] = 2e154
    diverging([0.0], np.ones((1000, 1)), y, f"{one} 오차가")


def test_infinities_that_cancel_end_the_training_without_a_warning():
    network = nn.Network([nn.Dense(1, 2, "softmax")])
    network.layers[0].weights = [[1e200, 0.0]]
    with pytest.raises(FloatingPointError, match=r"1번째 에포크에 1번째 층 .*의 가중합이"):
        network.fit([[1e200]], [0], "cross_entropy", epochs=1)


def test_a_validation_loss_out_of_range_ends_the_training_too():
    network = nn.Network([nn.Dense(1, 1, "identity", seed=0)])
    with pytest.raises(FloatingPointError, match=r"1번째 에포크에 1번째 층 .*의 가중합이"):
        network.fit([[1.0]], [1.0], "mean_squared_error", epochs=1, validation=([[1e200]], [0.0]))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"X": XOR_X[:, :1]},
            "X: 모양이 (n, 2)이어야 합니다 (Dense(2, 4, 'tanh')의 입력 수). 받은 값: (4, 1)",
        ),
        ({"X": XOR_X[0]}, "X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (2,)"),
        ({"X": XOR_X * np.nan}, "X: 유한한 실수여야 합니다. 받은 값: nan (위치 (0, 0))"),
        ({"X": np.zeros((0, 2))}, "X: 값이 하나 이상 있어야 합니다. 받은 값: (0, 2)"),
        ({"y": [0, 1, np.nan, 0]}, "y: 0 또는 1이어야 합니다. 받은 값: nan (위치 (2,))"),
        ({"y": [0, 1, 2, 0]}, "y: 0 또는 1이어야 합니다. 받은 값: 2 (위치 (2,))"),
        (
            {"y": [0, 1, 1]},
            "y: 모양이 (4, 1)이어야 합니다 (샘플 수, 마지막 층의 출력 수). 받은 값: (3,)",
        ),
        (
            {"y": [[0, 1]] * 4},
            "y: 모양이 (4, 1)이어야 합니다 (샘플 수, 마지막 층의 출력 수). 받은 값: (4, 2)",
        ),
        (
            {"loss": "mse"},
            "loss: mean_squared_error, binary_cross_entropy, cross_entropy 가운데 "
            "하나여야 합니다. 받은 값: 'mse'",
        ),
        (
            {"loss": "cross_entropy"},
            "loss: cross_entropy이면 마지막 층의 활성화 함수가 softmax여야 합니다. "
            "받은 값: Dense(4, 1, 'sigmoid')",
        ),
        ({"epochs": 0}, "epochs: 1 이상이어야 합니다. 받은 값: 0"),
        ({"batch_size": 0}, "batch_size: 1 이상이어야 합니다. 받은 값: 0"),
        ({"batch_size": 5}, "batch_size: 데이터의 개수 4 이하여야 합니다. 받은 값: 5"),
        ({"learning_rate": 0}, "learning_rate: 0보다 커야 합니다. 받은 값: 0.0"),
        ({"learning_rate": np.inf}, "learning_rate: 유한한 실수여야 합니다. 받은 값: inf"),
        (
            {"optimizer": "rmsprop"},
            "optimizer: adam, sgd 가운데 하나여야 합니다. 받은 값: 'rmsprop'",
        ),
        (
            {"optimizer": nn.SGD(), "learning_rate": 0.1},
            "learning_rate: 옵티마이저를 만들 때 정했으므로 따로 줄 수 없습니다. 받은 값: 0.1",
        ),
        ({"seed": -1}, "seed: 0 이상이어야 합니다. 받은 값: -1"),
        ({"validation": (XOR_X, [0, 1])}, "validation y: 모양이 (4, 1)이어야 합니다"),
        ({"validation": (XOR_X[:, :1], XOR_Y)}, "validation X: 모양이 (n, 2)이어야 합니다"),
        ({"validation": (XOR_X + np.inf, XOR_Y)}, "validation X: 유한한 실수여야 합니다"),
        ({"validation": (XOR_X, [0, 1, 2, 0])}, "validation y: 0 또는 1이어야 합니다"),
    ],
)
def test_bad_values_before_any_training(change, expected):
    network = xor_network()
    before = parameters(network)
    arguments = {"X": XOR_X, "y": XOR_Y, "loss": "binary_cross_entropy"} | change
    with pytest.raises(ValueError, match=re.escape(expected)) as caught:
        network.fit(**arguments)
    assert "\n" not in str(caught.value)
    assert parameters(network).tobytes() == before.tobytes()


@pytest.mark.parametrize(
    ("y", "expected"),
    [
        ([0, 1, 3, 0], "y: 클래스 번호는 0부터 2까지의 정수여야 합니다. 받은 값: 3.0 (위치 (2,))"),
        ([0, 1, 0.5, 0], "y: 클래스 번호는 0부터 2까지의 정수여야 합니다. 받은 값: 0.5"),
        ([[1, 1, 0]] * 4, "y: 원-핫 행에는 1이 꼭 하나 있어야 합니다. 받은 값: [1.0, 1.0, 0.0]"),
        (
            [0, 1, 2],
            "y: 모양이 (4,)인 클래스 번호이거나 (4, 3)인 원-핫이어야 합니다. 받은 값: (3,)",
        ),
        (
            [[0], [1], [2], [0]],
            "y: 모양이 (4,)인 클래스 번호이거나 (4, 3)인 원-핫이어야 합니다. 받은 값: (4, 1)",
        ),
        (2, "y: 모양이 (4,)인 클래스 번호이거나 (4, 3)인 원-핫이어야 합니다. 받은 값: ()"),
    ],
)
def test_bad_labels(y, expected):
    network = nn.Network([nn.Dense(2, 3, "softmax", seed=0)])
    with pytest.raises(ValueError, match=re.escape(expected)):
        network.fit(XOR_X, y, "cross_entropy")
    network.forward(XOR_X)
    with pytest.raises(ValueError, match=re.escape(expected)):
        network.backward(y, "cross_entropy")


@pytest.mark.parametrize(
    ("activation", "loss"), [("identity", "mean_squared_error"), ("softmax", "cross_entropy")]
)
def test_a_target_that_is_no_number_is_named(activation, loss):
    network = nn.Network([nn.Dense(2, 3, activation, seed=0)])
    with pytest.raises(ValueError, match=r"^y: 유한한 실수여야 합니다. 받은 값: nan"):
        network.fit(XOR_X, [[0, 1, np.nan]] * 4, loss)
    with pytest.raises(TypeError, match=r"^y: 실수나 실수 배열이어야 합니다"):
        network.fit(XOR_X, None, loss)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"X": [["a", "b"]]}, "X: 실수나 실수 배열이어야 합니다"),
        ({"y": None}, "y: 실수나 실수 배열이어야 합니다"),
        ({"epochs": 1.5}, "epochs: 정수여야 합니다. 받은 값: 1.5"),
        ({"batch_size": 2.0}, "batch_size: 정수여야 합니다. 받은 값: 2.0"),
        ({"learning_rate": "fast"}, "learning_rate: 실수나 실수 배열이어야 합니다"),
        ({"seed": 0.5}, "seed: 정수여야 합니다. 받은 값: 0.5"),
        ({"validation": 3}, "validation: (X, y) 한 쌍이어야 합니다. 받은 값: 3"),
        ({"validation": XOR_X}, "validation: (X, y) 한 쌍이어야 합니다"),
        ({"validation": (XOR_X,)}, "validation: (X, y) 한 쌍이어야 합니다"),
        ({"callback": 3}, "callback: 부를 수 있는 함수여야 합니다. 받은 값: 3"),
    ],
)
def test_bad_types_before_any_training(change, expected):
    network = xor_network()
    before = parameters(network)
    arguments = {"X": XOR_X, "y": XOR_Y, "loss": "binary_cross_entropy"} | change
    with pytest.raises(TypeError, match=re.escape(expected)):
        network.fit(**arguments)
    assert parameters(network).tobytes() == before.tobytes()


def test_weights_spoiled_by_hand_are_found_before_training():
    network = xor_network()
    network.layers[1].weights[0, 0] = np.nan
    expected = "Dense(4, 1, 'sigmoid')의 매개변수: 유한한 실수여야 합니다. 받은 값: nan"
    with pytest.raises(ValueError, match=re.escape(expected)):
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy")


def test_the_progress_bar_shows_epochs_and_loss(capsys):
    network = xor_network()
    history = network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=3, progress=True)
    shown = capsys.readouterr().err
    assert "훈련: " in shown
    assert "?에포크/s" in shown
    assert "3/3" in shown
    assert f"손실 {history.loss[-1]:.4g}" in shown
    network.fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=3)
    assert capsys.readouterr().err == ""


def test_the_progress_bar_is_not_drawn_anew_every_epoch(capsys):
    xor_network().fit(XOR_X, XOR_Y, "binary_cross_entropy", epochs=300, progress=True)
    assert capsys.readouterr().err.count("\r") < 150


def test_a_progress_bar_needs_tqdm(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    network = xor_network()
    before = parameters(network)
    expected = 'progress: tqdm이 있어야 합니다 (pip install "nnnotes[progress]"). 받은 값: True'
    with pytest.raises(ImportError, match=re.escape(expected)):
        network.fit(XOR_X, XOR_Y, "binary_cross_entropy", progress=True)
    assert parameters(network).tobytes() == before.tobytes()
