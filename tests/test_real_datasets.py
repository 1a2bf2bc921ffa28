import re
import time

import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.linear_model import LinearRegression

import nnnotes as nn
import nnnotes.datasets


def rows(X):
    return {row.tobytes() for row in X}


@pytest.mark.parametrize(("split", "n_test"), [("random", 355), ("writers", 382)])
def test_digits_are_those_of_uci(split, n_test):
    data = nn.digits(split)
    assert data.X_test.shape == (n_test, 64)
    assert data.X_train.shape == (1797 - n_test, 64)
    assert data.y_train.dtype.kind == data.y_test.dtype.kind == "i"
    original = load_digits()
    everything = np.column_stack(
        [np.vstack([data.X_train, data.X_test]) * 16, np.hstack([data.y_train, data.y_test])]
    )
    expected = np.column_stack([original.data, original.target])
    np.testing.assert_array_equal(
        everything[np.lexsort(everything.T)], expected[np.lexsort(expected.T)]
    )
    assert not rows(data.X_train) & rows(data.X_test)
    assert (data.X_train.min(), data.X_train.max()) == (0.0, 1.0)


def test_every_fifth_of_each_digit_is_kept_for_the_test():
    data, original = nn.digits(), load_digits()
    for digit in range(10):
        images = original.data[original.target == digit] / 16
        np.testing.assert_array_equal(data.X_test[data.y_test == digit], images[4::5])


def test_the_writers_split_cuts_where_the_form_starts_again():
    data, labels = nn.digits("writers"), load_digits().target
    np.testing.assert_array_equal(np.hstack([data.y_train, data.y_test]), labels)
    # Every form starts with 0 to 9, three times.
    np.testing.assert_array_equal(data.y_test[:30], np.tile(np.arange(10), 3))
    np.testing.assert_array_equal(data.y_test[:125], labels[:125])
    assert data.y_train[-1] == labels[129]


def test_an_unknown_split():
    expected = "split: random, writers 가운데 하나여야 합니다. 받은 값: 'person'"
    with pytest.raises(ValueError, match=re.escape(expected)):
        nn.digits("person")


def test_every_call_hands_out_fresh_arrays():
    for load in (nn.digits, nn.penguins):
        load().X_train[:] = -1
        assert load().X_train.min() >= 0
    assert nnnotes.datasets.digits is nn.digits
    assert nnnotes.datasets.penguins is nn.penguins


def test_penguins_are_those_of_palmer_station():
    data = nn.penguins()
    assert data.X_train.shape == (275, 3)
    assert data.X_test.shape == (67, 3)
    X, y = np.vstack([data.X_train, data.X_test]), np.hstack([data.y_train, data.y_test])
    # Means of the 342 birds as the data's own documentation prints them.
    np.testing.assert_allclose(X.mean(axis=0), [43.9219, 17.1512, 200.9152], atol=5e-5)
    assert y.mean() == pytest.approx(4201.754, abs=5e-4)
    assert (y.min(), y.max()) == (2700, 6300)
    assert not rows(data.X_train) & rows(data.X_test)
    # The first four birds are for training, the fifth for the test.
    np.testing.assert_array_equal(data.y_train[:5], [3750, 3800, 3250, 3450, 3625])
    assert data.y_test[0] == 3650


def test_digits_are_read_with_at_least_97_percent():
    data, accuracies = nn.digits(), []
    start = time.perf_counter()
    for seed in range(2):
        network = nn.Network(
            [nn.Dense(64, 128, "relu", seed), nn.Dense(128, 10, "softmax", seed + 1)]
        )
        network.fit(
            data.X_train, data.y_train, "cross_entropy", epochs=60, batch_size=32,
            optimizer="adam", seed=seed,
        )  # fmt: skip
        accuracies.append(np.mean(network.classify(data.X_test) == data.y_test))
    print(f"digits: {accuracies}, {(time.perf_counter() - start) / 2:.1f} s each")
    assert np.mean(accuracies) >= 0.97


def test_a_network_guesses_the_weight_of_penguins_better_than_a_plane():
    data = nn.penguins()
    centre, spread = data.X_train.mean(axis=0), data.X_train.std(axis=0)
    X_train, X_test = (data.X_train - centre) / spread, (data.X_test - centre) / spread
    middle, scale = data.y_train.mean(), data.y_train.std()
    network = nn.Network([nn.Dense(3, 16, "tanh", seed=0), nn.Dense(16, 1, "identity", seed=1)])
    network.fit(
        X_train, (data.y_train - middle) / scale, "mean_squared_error", epochs=200,
        batch_size=32, optimizer=nn.Adam(0.01), seed=0,
    )  # fmt: skip
    plane = LinearRegression().fit(X_train, data.y_train)
    ours = nn.mean_squared_error(data.y_test, network.predict(X_test) * scale + middle) ** 0.5
    theirs = nn.mean_squared_error(data.y_test, plane.predict(X_test)) ** 0.5
    assert ours < 0.9 * theirs
    assert ours < 0.5 * data.y_test.std()
