import re

import numpy as np
import pytest

import nnnotes as nn


def test_plain_descent_steps_against_the_gradient():
    theta = nn.SGD(learning_rate=0.5).step([1.0, 2.0], [4.0, -2.0])
    np.testing.assert_array_equal(theta, [-1.0, 3.0])


def test_defaults():
    assert repr(nn.SGD()) == "SGD(learning_rate=0.1, momentum=0.0)"
    expected = "Adam(learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-08)"
    assert repr(nn.Adam()) == expected
    assert repr(nn.Optimizer(2)) == "Optimizer(learning_rate=2.0)"


def test_momentum_follows_its_formula():
    optimizer = nn.SGD(learning_rate=0.1, momentum=0.75)
    theta, velocity = np.array([1.0, -2.0]), np.zeros(2)
    expected = theta.copy()
    for t in range(6):
        g = np.array([t + 1.0, np.cos(t)])
        theta = optimizer.step(theta, g)
        velocity = 0.75 * velocity + g
        expected = expected - 0.1 * velocity
        np.testing.assert_allclose(theta, expected, rtol=1e-14)


def test_adam_follows_its_formula():
    optimizer = nn.Adam(learning_rate=0.1, beta1=0.75, beta2=0.5, epsilon=0.25)
    theta, m, v = 3.0, 0.0, 0.0
    ours = np.array([3.0])
    for t in range(1, 8):
        g = 2 * theta - 1.5 * t
        ours = optimizer.step(ours, [2 * ours[0] - 1.5 * t])
        m = 0.75 * m + 0.25 * g
        v = 0.5 * v + 0.5 * g**2
        theta -= 0.1 * (m / (1 - 0.75**t)) / (np.sqrt(v / (1 - 0.5**t)) + 0.25)
        assert ours[0] == pytest.approx(theta, rel=1e-12)


def test_adam_starts_with_steps_as_long_as_the_learning_rate():
    step = nn.Adam(learning_rate=0.01).step([0.0, 0.0, 0.0], [1e-3, -50.0, 0.0])
    np.testing.assert_allclose(step, [-0.01, 0.01, 0.0], rtol=1e-4)


@pytest.mark.parametrize("optimizer", [nn.SGD(0.1, 0.9), nn.Adam(0.1)])
def test_reset_forgets(optimizer):
    first = optimizer.step([1.0], [2.0])
    optimizer.step([1.0], [-300.0])
    optimizer.reset()
    np.testing.assert_array_equal(optimizer.step([1.0], [2.0]), first)
    optimizer.reset()
    assert optimizer.step(np.ones((2, 3)), np.ones((2, 3))).shape == (2, 3)


@pytest.mark.parametrize("optimizer", [nn.SGD(0.1), nn.SGD(0.1, 0.9), nn.Adam(0.1)])
def test_a_step_changes_neither_argument(optimizer):
    theta, gradient = np.array([1.0, 2.0]), np.array([3.0, -4.0])
    optimizer.step(theta, gradient)
    np.testing.assert_array_equal(theta, [1.0, 2.0])
    np.testing.assert_array_equal(gradient, [3.0, -4.0])


@pytest.mark.parametrize("optimizer", [nn.SGD(0.1), nn.SGD(0.1, 0.9), nn.Adam(0.2)])
def test_a_parabola_is_descended(optimizer):
    theta = np.array([3.0, -4.0])
    for _ in range(300):
        theta = optimizer.step(theta, 2 * theta)
    np.testing.assert_allclose(theta, 0, atol=1e-3)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: nn.SGD(0), "learning_rate: 0보다 커야 합니다. 받은 값: 0.0"),
        (lambda: nn.SGD(-0.1), "learning_rate: 0보다 커야 합니다. 받은 값: -0.1"),
        (lambda: nn.SGD(np.nan), "learning_rate: 유한한 실수여야 합니다. 받은 값: nan"),
        (lambda: nn.SGD(0.1, 1), "momentum: 0 이상 1 미만이어야 합니다. 받은 값: 1.0"),
        (lambda: nn.SGD(0.1, -0.1), "momentum: 0 이상 1 미만이어야 합니다. 받은 값: -0.1"),
        (lambda: nn.Adam(0), "learning_rate: 0보다 커야 합니다. 받은 값: 0.0"),
        (lambda: nn.Adam(beta1=1), "beta1: 0 이상 1 미만이어야 합니다. 받은 값: 1.0"),
        (lambda: nn.Adam(beta2=1.5), "beta2: 0 이상 1 미만이어야 합니다. 받은 값: 1.5"),
        (lambda: nn.Adam(epsilon=0), "epsilon: 0보다 커야 합니다. 받은 값: 0.0"),
        (
            lambda: nn.SGD().step([1.0], [1.0, 2.0]),
            "gradient: parameters와 같은 모양 (1,)이어야 합니다. 받은 값: (2,)",
        ),
        (
            lambda: nn.SGD().step([1.0], [np.inf]),
            "gradient: 유한한 실수여야 합니다. 받은 값: inf",
        ),
        (
            lambda: nn.SGD().step([np.nan], [1.0]),
            "parameters: 유한한 실수여야 합니다. 받은 값: nan",
        ),
        (
            lambda: nn.Adam().step([1.0, 1.0], [-1e200, 1.0]),
            "gradient: 한 걸음을 float64로 계산할 수 있는 크기여야 합니다. 받은 값: 1e+200",
        ),
    ],
)
def test_bad_values(make, expected):
    with pytest.raises(ValueError, match=re.escape(expected)):
        make()


def test_bad_types():
    with pytest.raises(TypeError, match="learning_rate: 실수나 실수 배열이어야 합니다"):
        nn.SGD("0.1")
    with pytest.raises(TypeError, match="momentum: 실수나 실수 배열이어야 합니다"):
        nn.SGD(0.1, None)


def test_another_shape_than_in_the_last_step():
    optimizer = nn.Adam()
    optimizer.step([1.0], [1.0])
    expected = "parameters: 지난 걸음처럼 모양이 (1,)이어야 합니다 (새로 시작하려면 reset())"
    with pytest.raises(ValueError, match=re.escape(expected + ". 받은 값: (2,)")):
        optimizer.step([1.0, 1.0], [1.0, 1.0])


def test_zero_momentum_and_zero_betas_are_allowed():
    assert nn.SGD(0.5, 0).step([1.0], [1.0]) == 0.5
    assert nn.Adam(0.5, 0, 0).step([1.0], [1.0]) == pytest.approx(0.5)


def test_a_rule_of_ones_own_needs_an_update():
    with pytest.raises(NotImplementedError, match="Optimizer: update 메서드를 정해야 합니다"):
        nn.Optimizer(0.1).step([1.0], [1.0])
