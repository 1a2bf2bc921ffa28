from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

import nnnotes as nn

CLASSIFIED = [nn.blobs, nn.moons, nn.circles]
ALL = [*CLASSIFIED, nn.sine]


def said(error):
    text = str(error.value)
    assert "\n" not in text
    return text


def linearly_separable(X, y):
    signs = np.where(y == y.min(), -1, 1)
    rows = signs[:, np.newaxis] * np.column_stack([np.ones(len(X)), X])
    program = linprog(np.zeros(3), A_ub=-rows, b_ub=-np.ones(len(X)), bounds=(None, None))
    return program.status == 0


@pytest.mark.parametrize("make", CLASSIFIED)
@pytest.mark.parametrize("n", [2, 3, 50, 51])
def test_shapes_types_and_balance(make, n):
    X, y = make(n)
    assert X.shape == (n, 2)
    assert X.dtype == np.float64
    assert y.shape == (n,)
    assert y.dtype == np.int_
    # The first class gets the odd one.
    assert np.bincount(y).tolist() == [(n + 1) // 2, n // 2]


@pytest.mark.parametrize("make", ALL)
def test_defaults(make):
    spread = {nn.blobs: 1.0, nn.moons: 0.1, nn.circles: 0.05, nn.sine: 0.1}[make]
    for one, other in zip(make(), make(200, spread, 0), strict=True):
        np.testing.assert_array_equal(one, other)
    assert len(make()[0]) == 200


@pytest.mark.parametrize("make", ALL)
def test_same_seed_same_bytes(make):
    once, again, other = make(seed=7), make(seed=7), make(seed=8)
    assert [part.tobytes() for part in once] == [part.tobytes() for part in again]
    assert once[1].tobytes() != other[1].tobytes()


@pytest.mark.parametrize("make", CLASSIFIED)
def test_classes_are_mixed(make):
    _, y = make(200)
    # A slice of the rows works as a sample of the whole.
    assert 30 < y[:100].sum() < 70


def test_blobs_sit_around_their_centers():
    centers = np.array([[0, 0], [10, 0], [0, 20]])
    X, y = nn.blobs(6000, noise=0.5, seed=1, centers=centers)
    for label, center in enumerate(centers):
        np.testing.assert_allclose(X[y == label].mean(axis=0), center, atol=0.05)
        np.testing.assert_allclose(X[y == label].std(axis=0), 0.5, atol=0.03)
    X, y = nn.blobs(10, noise=0, centers=centers)
    np.testing.assert_array_equal(X, centers[y])
    assert np.bincount(y).tolist() == [4, 3, 3]


def test_default_centers_of_blobs():
    X, y = nn.blobs(20, noise=0)
    np.testing.assert_array_equal(X, np.where(y == 0, -2.0, 2.0)[:, np.newaxis] * np.ones(2))


@settings(deadline=None, max_examples=40)
@given(
    seed=st.integers(0, 1000),
    noise=st.floats(0, 100),
    separation=st.floats(0.01, 2.9),
    centers=st.sampled_from([[[0, 0], [3, 0]], [[0, 0], [3, 0], [-7, 5], [0, -4]]]),
)
def test_separation_is_guaranteed(seed, noise, separation, centers):
    X, y = nn.blobs(60, noise, seed, centers, separation)
    reach = (3 - separation) / 2
    assert (np.linalg.norm(X - np.array(centers)[y], axis=1) <= reach * (1 + 1e-12)).all()
    for one, other in combinations(range(len(centers)), 2):
        distance = np.linalg.norm(X[y == one][:, np.newaxis] - X[y == other], axis=2).min()
        assert distance >= separation * (1 - 1e-12)
        pair = (y == one) | (y == other)
        assert linearly_separable(X[pair], y[pair])


def test_separation_pulls_each_point_along_its_ray():
    loose, y = nn.blobs(50, noise=1.0, seed=3)
    tight, _ = nn.blobs(50, noise=1.0, seed=3, separation=2.0)
    center = np.where(y == 0, -2.0, 2.0)[:, np.newaxis]
    before, after = loose - center, tight - center
    r = np.linalg.norm(before, axis=1, keepdims=True)
    reach = (32**0.5 - 2.0) / 2
    np.testing.assert_allclose(after, before / r * reach * np.tanh(r / reach))
    X, y = nn.blobs(10, noise=0, separation=1.0)
    np.testing.assert_array_equal(np.abs(X), 2.0)


def test_points_on_their_centers_stay_there_whatever_the_memory_held():
    for n in range(100, 300):
        # The memory that NumPy hands out next is full of NaN.
        freed = [np.full((n, columns), np.nan) for columns in (1, 2) for _ in range(12)]
        del freed
        X, _ = nn.blobs(n, noise=0, separation=1.0)
        np.testing.assert_array_equal(np.abs(X), 2.0)


def test_a_perceptron_learns_separated_blobs():
    X, y = nn.blobs(200, noise=5.0, seed=2, separation=0.5)
    assert nn.Perceptron().fit(X, y).score(X, y) == 1.0
    X, y = nn.blobs(200, noise=5.0, seed=2)
    assert not linearly_separable(X, y)


def test_moons_are_half_circles():
    X, y = nn.moons(101, noise=0)
    upper, lower = X[y == 0], X[y == 1]
    np.testing.assert_allclose(np.linalg.norm(upper, axis=1), 1)
    np.testing.assert_allclose(np.linalg.norm(lower - [1, 0.5], axis=1), 1)
    assert upper[:, 1].min() >= 0
    assert lower[:, 1].max() <= 0.5
    # Evenly spaced from tip to tip.
    angles = np.sort(np.arccos(np.clip(upper[:, 0], -1, 1)))
    np.testing.assert_allclose(angles, np.linspace(0, np.pi, 51), atol=1e-7)
    angles = np.sort(np.arccos(np.clip(1 - lower[:, 0], -1, 1)))
    np.testing.assert_allclose(angles, np.linspace(0, np.pi, 50), atol=1e-7)
    assert not linearly_separable(X, y)


def test_circles_are_whole_circles():
    X, y = nn.circles(81, noise=0, factor=0.3)
    for label, radius, n in ((0, 1, 41), (1, 0.3, 40)):
        ring = X[y == label]
        np.testing.assert_allclose(np.linalg.norm(ring, axis=1), radius)
        angles = np.sort(np.arctan2(ring[:, 1], ring[:, 0]) % (2 * np.pi))
        np.testing.assert_allclose(angles, 2 * np.pi * np.arange(n) / n, atol=1e-12)
    X, y = nn.circles(noise=0)
    np.testing.assert_allclose(np.linalg.norm(X[y == 1], axis=1), 0.5)


@pytest.mark.parametrize("make", [nn.moons, nn.circles])
def test_noise_is_normal_with_the_given_spread(make):
    exact, y = make(20_000, noise=0, seed=4)
    noisy, again = make(20_000, noise=0.2, seed=4)
    np.testing.assert_array_equal(y, again)
    difference = noisy - exact
    np.testing.assert_allclose(difference.mean(axis=0), 0, atol=0.01)
    np.testing.assert_allclose(difference.std(axis=0), 0.2, rtol=0.03)


# The first normal numbers of NumPy's generator with seed 0, in the order the points are shuffled.
NORMAL = [
    [0.12573022, -0.13210486],
    [-0.53566937, 0.36159505],
    [0.64042265, 0.10490012],
    [1.30400005, 0.94708096],
]


@pytest.mark.parametrize(
    ("make", "spread", "exact"),
    [
        (nn.blobs, 1.0, [[-2, -2], [2, 2], [-2, -2], [2, 2]]),
        (nn.moons, 0.1, [[1, 0], [0, 0.5], [-1, 0], [2, 0.5]]),
        (nn.circles, 0.05, [[1, 0], [0.5, 0], [-1, 0], [-0.5, 0]]),
    ],
)
def test_four_points_of_seed_0_by_hand(make, spread, exact):
    X, y = make(4)
    assert y.tolist() == [0, 1, 0, 1]
    np.testing.assert_allclose(X, np.array(exact) + spread * np.array(NORMAL), atol=1e-8)


def test_four_points_of_sine_by_hand():
    _, y = nn.sine(4)
    exact = [0, -(0.75**0.5), 0.75**0.5, 0]
    normal = [0.12573022, -0.13210486, 0.64042265, 0.10490012]
    np.testing.assert_allclose(y, np.array(exact) + 0.1 * np.array(normal), atol=1e-8)


def test_sine():
    X, y = nn.sine(41, noise=0)
    assert X.shape == (41, 1)
    assert y.shape == (41,)
    assert X.dtype == y.dtype == np.float64
    np.testing.assert_allclose(X[:, 0], np.linspace(-np.pi, np.pi, 41))
    np.testing.assert_allclose(y, np.sin(X[:, 0]))
    X, y = nn.sine(20_000, noise=0.3, seed=5)
    error = y - np.sin(X[:, 0])
    assert abs(error.mean()) < 0.01
    assert error.std() == pytest.approx(0.3, rel=0.03)


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize(
    ("settings", "error", "expected"),
    [
        ({"n_samples": 1}, ValueError, "n_samples: 2 이상이어야 합니다. 받은 값: 1"),
        ({"n_samples": 20.0}, TypeError, "n_samples: 정수여야 합니다. 받은 값: 20.0"),
        ({"n_samples": True}, TypeError, "n_samples: 정수여야 합니다. 받은 값: True"),
        ({"noise": -0.1}, ValueError, "noise: 0 이상이어야 합니다. 받은 값: -0.1"),
        ({"noise": np.nan}, ValueError, "noise: 유한한 실수여야 합니다. 받은 값: nan"),
        ({"noise": "많이"}, TypeError, "noise: 실수나 실수 배열이어야 합니다. 받은 값: '많이'"),
        ({"seed": -1}, ValueError, "seed: 0 이상이어야 합니다. 받은 값: -1"),
        ({"seed": None}, TypeError, "seed: 정수여야 합니다. 받은 값: None"),
    ],
)
def test_wrong_settings(make, settings, error, expected):
    with pytest.raises(error) as caught:
        make(**settings)
    assert said(caught) == expected


CENTERS = "centers: 중심이 둘 이상이고 모양이 (n, 2)여야 합니다. 받은 값: "


@pytest.mark.parametrize(
    ("make", "settings", "expected"),
    [
        (nn.circles, {"factor": 1}, "factor: 1보다 작아야 합니다. 받은 값: 1.0"),
        (nn.circles, {"factor": 0}, "factor: 0보다 커야 합니다. 받은 값: 0.0"),
        (nn.blobs, {"centers": [[0, 0]]}, CENTERS + "(1, 2)"),
        (nn.blobs, {"centers": [[0, 0, 0], [1, 1, 1]]}, CENTERS + "(2, 3)"),
        (
            nn.blobs,
            {"centers": [0, 1]},
            "centers: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (2,)",
        ),
        (
            nn.blobs,
            {"n_samples": 2, "centers": [[0, 0], [1, 1], [2, 2]]},
            "n_samples: 3 이상이어야 합니다. 받은 값: 2",
        ),
        (nn.blobs, {"separation": 0}, "separation: 0보다 커야 합니다. 받은 값: 0.0"),
        (
            nn.blobs,
            {"separation": 3, "centers": [[0, 0], [9, 9], [0, 3]]},
            "separation: 중심 사이의 가장 짧은 거리 3보다 작아야 합니다. 받은 값: 3.0",
        ),
        (
            nn.blobs,
            {"separation": 6},
            "separation: 중심 사이의 가장 짧은 거리 5.657보다 작아야 합니다. 받은 값: 6.0",
        ),
    ],
)
def test_wrong_settings_of_one(make, settings, expected):
    with pytest.raises(ValueError, match=r"^(factor|centers|n_samples|separation): ") as caught:
        make(**settings)
    assert said(caught) == expected
