import dataclasses
import functools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn

EPSILON = np.finfo(np.float64).eps
OVERFLOW = "계산한 값이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"


def fails(error, text, f, /, *arguments, **keywords):
    with pytest.raises(error) as caught:
        f(*arguments, **keywords)
    assert str(caught.value) == text


def bowl(x):
    return (x**2).sum()


class TestDerivative:
    @given(st.floats(-20, 20))
    def test_of_the_exponential(self, x):
        assert nn.derivative(np.exp, x) == pytest.approx(math.exp(x), rel=1e-8)

    @given(st.floats(-10, 10))
    def test_of_the_sine(self, x):
        assert nn.derivative(np.sin, x) == pytest.approx(math.cos(x), rel=1e-8, abs=1e-9)

    @given(st.floats(0.1, 10), st.lists(st.floats(0, 10), min_size=1, max_size=5))
    def test_of_polynomials(self, x, coefficients):
        expected = np.polyval(np.polyder([1.0, *coefficients]), x)
        result = nn.derivative(lambda x: nn.polynomial(x, [1.0, *coefficients]), x)
        scale = np.polyval([1.0, *coefficients], x)
        assert result == pytest.approx(expected, rel=1e-8, abs=1e-10 * scale)

    @pytest.mark.parametrize("x", [1e3, -1e6, 1e12, 1e100, -1e300])
    def test_of_powers_at_large_x(self, x):
        assert nn.derivative(lambda x: x, x) == pytest.approx(1, rel=1e-12)
        assert nn.derivative(lambda x: x / x**2, x) == pytest.approx(-1 / x / x, rel=1e-8)

    def test_of_a_function_that_remembers_its_numbers(self):
        assert nn.derivative(functools.cache(math.exp), 0) == pytest.approx(1, rel=1e-10)

    def test_at_zero(self):
        assert nn.derivative(np.sin, 0) == pytest.approx(1, rel=1e-10)
        assert nn.derivative(np.exp, 0.0) == pytest.approx(1, rel=1e-10)

    @given(st.floats(-1e300, 1e300), st.floats(-100, 100))
    def test_of_a_line_is_its_slope(self, x, slope):
        expected = pytest.approx(slope, rel=1e-10, abs=1e-300)
        assert nn.derivative(lambda x: slope * x, x) == expected

    @pytest.mark.parametrize("x", [0.0, 0.3, -0.999, 1.0, 7.3, -1e6])
    def test_default_step_grows_with_x_beyond_one(self, x):
        seen = []
        nn.derivative(lambda x: seen.append(x) or x, x)
        step = EPSILON ** (1 / 3) * max(1, abs(x))
        assert sorted(seen) == pytest.approx([x - step, x + step], rel=1e-15)

    def test_given_step_is_used(self):
        seen = []
        nn.derivative(lambda x: seen.append(x) or x, 3, h=0.25)
        assert sorted(seen) == [2.75, 3.25]
        # A cubic shows the error h^2 of the formula itself.
        assert nn.derivative(lambda x: x**3, 3, 0.25) == 27.0625

    def test_the_error_falls_with_the_square_of_the_step(self):
        errors = [nn.derivative(np.exp, 1, h) - math.e for h in (1e-1, 1e-2, 1e-3)]
        np.testing.assert_allclose(errors, [4.5e-3, 4.5e-5, 4.5e-7], rtol=0.01)

    def test_the_distance_is_measured_after_rounding(self):
        # 0.1 can't be added to 1e15 exactly: the points come to lie 0.125 from it.
        assert nn.derivative(lambda x: 2 * x, 1e15, h=0.1) == 2.0
        assert nn.derivative(lambda x: x, 1.0, h=3e-16) == 1.0

    def test_is_vectorised(self):
        x = np.linspace(-2, 2, 24).reshape(2, 3, 4)
        result = nn.derivative(np.sin, x)
        np.testing.assert_allclose(result, np.cos(x), rtol=1e-8)
        assert result[1, 2, 0] == nn.derivative(np.sin, x[1, 2, 0])
        np.testing.assert_array_equal(nn.derivative(np.sin, x.T), result.T)

    @pytest.mark.parametrize("x", [1, 1.0, np.float32(1), np.array(1), True])
    def test_scalars_give_python_floats_and_reach_plain_functions(self, x):
        result = nn.derivative(math.exp, x)
        assert type(result) is float
        assert result == pytest.approx(math.e, rel=1e-9)

    @pytest.mark.parametrize("dtype", [np.float32, np.int64, bool])
    def test_other_dtypes(self, dtype):
        result = nn.derivative(np.exp, np.ones(3, dtype=dtype))
        np.testing.assert_array_equal(result, nn.derivative(np.exp, np.ones(3)))

    def test_functions_of_integers_and_lists_are_numbers_too(self):
        assert nn.derivative(lambda x: 7, 1.5) == 0.0
        assert nn.derivative(lambda x: x.tolist(), [1.0, 2.0]) == pytest.approx([1, 1])

    def test_the_input_is_left_alone_even_by_a_function_that_writes(self):
        def square(x):
            x *= x
            return x

        x = np.array([1.0, 2.0])
        assert nn.derivative(square, x) == pytest.approx([2.0, 4.0])
        assert x.tolist() == [1.0, 2.0]

    @pytest.mark.parametrize(("h", "shown"), [(0, "0.0"), (-1e-4, "-0.0001")])
    def test_step_must_be_positive(self, h, shown):
        text = f"h: 0보다 커야 합니다. 받은 값: {shown}"
        fails(ValueError, text, nn.derivative, np.exp, 1.0, h)
        fails(ValueError, text, nn.partial_derivative, bowl, [1.0], 0, h)
        fails(ValueError, text, nn.gradient, bowl, [1.0], h)

    def test_step_lost_in_rounding_is_an_error(self):
        text = "h: x = 1.0에서 x + h와 x - h가 x와 달라야 합니다. 받은 값: 1e-50"
        fails(ValueError, text, nn.derivative, np.exp, 1, 1e-50)
        text = "h: x = 1e+16에서 x + h와 x - h가 x와 달라야 합니다. 받은 값: 0.5"
        fails(ValueError, text, nn.derivative, np.sin, [0.0, 1e16], 0.5)
        assert nn.derivative(np.sin, 0.0, 1e-50) == 1.0

    def test_step_lost_on_one_side_is_an_error(self):
        # Below a power of two the numbers lie twice as close as above it.
        assert 1.0 + 1e-16 == 1.0 != 1.0 - 1e-16
        text = "h: x = {}에서 x + h와 x - h가 x와 달라야 합니다. 받은 값: 1e-16"
        fails(ValueError, text.format("1.0"), nn.derivative, np.sin, 1.0, 1e-16)
        fails(ValueError, text.format("-1.0"), nn.derivative, np.sin, -1.0, 1e-16)

    def test_points_beyond_float64_are_an_error(self):
        text = f"x: {OVERFLOW}. 받은 값: 1.7976931348623157e+308"
        fails(ValueError, text, nn.derivative, np.tanh, np.finfo(float).max)

    def test_slope_beyond_float64_is_an_error(self):
        text = f"x: {OVERFLOW}. 받은 값: 0.0 (위치 (1,))"
        fails(ValueError, text, nn.derivative, lambda x: np.sign(x) * 1e308, [1.0, 0.0])

    def test_value_that_is_not_finite_is_an_error(self):
        text = "x = 0.5에서 f(x): 유한한 실수여야 합니다. 받은 값: inf"
        fails(ValueError, text, nn.derivative, lambda x: 1 / (x - 0.5), 1.0, 0.5)
        text = "x = [-0.5, 0.5]에서 f(x): 유한한 실수여야 합니다. 받은 값: nan (위치 (0,))"
        fails(ValueError, text, nn.derivative, np.log, [0.0, 1.0], 0.5)

    def test_value_that_is_no_number_is_an_error(self):
        text = "x = 0.5에서 f(x): 실수나 실수 배열이어야 합니다. 받은 값: None"
        fails(TypeError, text, nn.derivative, lambda x: None, 1.0, 0.5)

    def test_value_of_the_wrong_shape_is_an_error(self):
        text = "x = [0.5, 1.5]에서 f(x): 모양이 (2,)여야 합니다. 받은 값: ()"
        fails(ValueError, text, nn.derivative, np.sum, [1.0, 2.0], 0.5)
        text = "x = 0.5에서 f(x): 모양이 ()여야 합니다. 받은 값: (1,)"
        fails(ValueError, text, nn.derivative, lambda x: [x], 1.0, 0.5)

    def test_a_long_point_is_shortened(self):
        text = f"x = [{'-1.0, ' * 9}-1...에서 f(x): 모양이 (3, 7)여야 합니다. 받은 값: ()"
        fails(ValueError, text, nn.derivative, np.sum, np.zeros((3, 7)), 1)
        text = "x = [[-1.0, 0.0], [1.0, 2.0]]에서 f(x): 모양이 (2, 2)여야 합니다. 받은 값: ()"
        fails(ValueError, text, nn.derivative, np.sum, [[0, 1], [2, 3]], 1)

    def test_twenty_entries_are_shown_as_they_stand(self):
        with pytest.raises(ValueError, match=r"^x = \[\[-1\.0, -1\.0"):
            nn.derivative(np.sum, np.zeros((4, 5)), 1)

    def test_errors_of_the_function_come_through(self):
        with pytest.raises(ZeroDivisionError):
            nn.derivative(lambda x: 1 // 0, 1.0)

    def test_other_bad_arguments(self):
        text = "f: 부를 수 있는 함수여야 합니다. 받은 값: 3"
        fails(TypeError, text, nn.derivative, 3, 1.0)
        fails(ValueError, "x: 유한한 실수여야 합니다. 받은 값: nan", nn.derivative, np.sin, np.nan)
        fails(
            TypeError, "x: 실수나 실수 배열이어야 합니다. 받은 값: 'a'", nn.derivative, np.sin, "a"
        )


class TestPartialDerivativeAndGradient:
    @given(st.lists(st.floats(-10, 10), min_size=1, max_size=5))
    def test_of_a_bowl(self, x):
        result = nn.gradient(bowl, x)
        assert result.shape == (len(x),)
        assert result == pytest.approx(2 * np.array(x), rel=1e-8, abs=1e-7)

    def test_moves_one_variable_and_holds_the_rest(self):
        seen = []
        result = nn.partial_derivative(lambda x: seen.append(x) or x[0] * x[1], [3, 5], 1, 0.5)
        assert result == 3.0
        assert type(result) is float
        assert sorted(x.tolist() for x in seen) == [[3.0, 4.5], [3.0, 5.5]]

    def test_the_step_follows_the_size_of_its_own_variable(self):
        seen = []
        nn.gradient(lambda x: seen.append(x) or 0.0, [1e6, 0.0])
        steps = np.ptp(seen, axis=0) / 2
        np.testing.assert_allclose(steps, EPSILON ** (1 / 3) * np.array([1e6, 1]), rtol=1e-9)

    def test_given_step_is_used(self):
        result = nn.gradient(lambda x: x[0] ** 3 + x[1], [3.0, 1.0], h=0.25)
        assert result.tolist() == [27.0625, 1.0]

    def test_the_gradient_collects_the_partial_derivatives(self):
        def f(x):
            return np.sin(x[0]) * np.exp(x[1]) + x[2]

        x = np.array([0.3, -0.7, 2.0])
        expected = [np.cos(0.3) * np.exp(-0.7), np.sin(0.3) * np.exp(-0.7), 1.0]
        np.testing.assert_allclose(nn.gradient(f, x), expected, rtol=1e-9)
        partials = [nn.partial_derivative(f, x, index) for index in range(3)]
        assert nn.gradient(f, x).tolist() == partials

    def test_the_input_is_left_alone_even_by_a_function_that_writes(self):
        def f(x):
            x *= 2
            return x.sum()

        x = np.array([1.0, 2.0])
        assert nn.gradient(f, x) == pytest.approx([2.0, 2.0])
        assert x.tolist() == [1.0, 2.0]

    @pytest.mark.parametrize("f", [nn.gradient, lambda f, x: nn.partial_derivative(f, x, 0)])
    def test_bad_arguments(self, f):
        fails(TypeError, "f: 부를 수 있는 함수여야 합니다. 받은 값: None", f, None, [1.0])
        text = "x: 모양이 (n,)인 벡터여야 합니다. 받은 값: ()"
        fails(ValueError, text, f, bowl, 1.0)
        with pytest.raises(
            ValueError, match=r"에서 f\(x\): 모양이 \(\)여야 합니다. 받은 값: \(2,\)$"
        ):
            f(np.sin, [0.0, 2.0])

    @pytest.mark.parametrize(("index", "expected"), [(-1, "0 이상이어야"), (2, "1 이하여야")])
    def test_index_is_one_of_the_variables(self, index, expected):
        text = f"index: {expected} 합니다. 받은 값: {index}"
        fails(ValueError, text, nn.partial_derivative, bowl, [1.0, 2.0], index)

    def test_index_is_an_integer(self):
        text = "index: 정수여야 합니다. 받은 값: 0.0"
        fails(TypeError, text, nn.partial_derivative, bowl, [1.0], 0.0)

    def test_step_lost_in_rounding_is_an_error(self):
        text = "h: x = 2.0에서 x + h와 x - h가 x와 달라야 합니다. 받은 값: 1e-50"
        fails(ValueError, text, nn.gradient, bowl, [2.0, 1.0], 1e-50)

    def test_slope_beyond_float64_is_an_error(self):
        text = f"x: {OVERFLOW}. 받은 값: 0.0"
        fails(ValueError, text, nn.gradient, lambda x: np.sign(x[0]) * 1e308, [0.0])


class TestTangentLine:
    def test_of_the_notes_parabola(self):
        line = nn.tangent_line(nn.quadratic, 3)
        assert line.slope == pytest.approx(5, rel=1e-9)
        assert line.intercept == pytest.approx(-11, rel=1e-9)
        assert line(3) == pytest.approx(4)
        assert type(line(3)) is float
        assert line([0, 1]) == pytest.approx([-11, -6])

    @given(st.floats(-5, 5))
    def test_touches_the_curve(self, x0):
        line = nn.tangent_line(np.exp, x0)
        assert line(x0) == pytest.approx(math.exp(x0), rel=1e-8, abs=1e-12)
        assert line.slope == pytest.approx(math.exp(x0), rel=1e-8)

    def test_is_a_frozen_record(self):
        line = nn.Line(2.0, 1.0)
        assert line == nn.Line(slope=2.0, intercept=1.0)
        with pytest.raises(dataclasses.FrozenInstanceError):
            line.slope = 3.0
        assert repr(line) == "Line(slope=2.0, intercept=1.0)"
        assert type(nn.tangent_line(nn.quadratic, 3).intercept) is float
        assert type(nn.tangent_line(nn.quadratic, 3).slope) is float

    def test_bad_arguments(self):
        text = "x0: 실수 하나여야 합니다. 받은 값: (2,)"
        fails(ValueError, text, nn.tangent_line, np.exp, [1.0, 2.0])
        text = "f: 부를 수 있는 함수여야 합니다. 받은 값: 3"
        fails(TypeError, text, nn.tangent_line, 3, 1.0)

    def test_intercept_beyond_float64_is_an_error(self):
        text = f"x0: {OVERFLOW}. 받은 값: 1e+154"
        fails(ValueError, text, nn.tangent_line, lambda x: -1.1 * x * x, 1e154)


class TestGradientDescent:
    @pytest.mark.parametrize(
        ("learning_rate", "end", "digits"), [(0.1, 0.5288, 4), (0.9, 0.5288, 4), (1.1, 96.3, 1)]
    )
    def test_the_notes_parabola_after_twenty_steps(self, learning_rate, end, digits):
        descent = nn.gradient_descent(nn.quadratic, 3, learning_rate, max_steps=20)
        assert round(float(descent.path[-1]), digits) == end
        assert descent.n_steps == 20
        assert descent.converged is False

    @pytest.mark.parametrize("learning_rate", [0.1, 0.5, 0.9, 1.0, 1.1])
    def test_the_notes_parabola_in_closed_form(self, learning_rate):
        descent = nn.gradient_descent(nn.quadratic, 3, learning_rate, 20)
        expected = 0.5 + 2.5 * (1 - 2 * learning_rate) ** np.arange(len(descent.path))
        np.testing.assert_allclose(descent.path, expected, atol=1e-7)
        np.testing.assert_array_equal(descent.values, nn.quadratic(descent.path))

    def test_one_step_can_be_enough(self):
        descent = nn.gradient_descent(nn.quadratic, 3, 0.5)
        assert descent.path == pytest.approx([3, 0.5], abs=1e-9)
        assert descent.n_steps == 1
        assert descent.converged is True

    def test_a_rate_of_one_bounces_for_ever(self):
        descent = nn.gradient_descent(nn.quadratic, 3, 1.0, max_steps=1000)
        assert descent.path == pytest.approx([3, -2] * 500 + [3], abs=1e-6)
        assert descent.converged is False

    @pytest.mark.parametrize("rate", [0.05, 0.3, 0.7, 0.95])
    def test_converges_below_two_over_the_curvature(self, rate):
        descent = nn.gradient_descent(nn.quadratic, -7, rate, max_steps=1000)
        assert descent.converged is True
        assert descent.path[-1] == pytest.approx(0.5, abs=1e-8)

    def test_defaults(self):
        named = nn.gradient_descent(
            nn.quadratic, 3, learning_rate=0.1, max_steps=100, tolerance=1e-8, gradient=None
        )
        descent = nn.gradient_descent(nn.quadratic, 3)
        np.testing.assert_array_equal(descent.path, named.path)
        assert nn.gradient_descent(nn.quadratic, 3, 1.0).n_steps == 100
        # The slope 5 shrinks by 0.8 a step: 91 steps to come below 1e-8.
        exact = nn.gradient_descent(nn.quadratic, 3, gradient=lambda x: 2 * x - 1)
        assert exact.n_steps == 90
        assert 5 * 0.8**90 <= 1e-8 < 5 * 0.8**89
        assert exact.converged is True

    def test_stops_as_soon_as_the_slope_is_within_the_tolerance(self):
        descent = nn.gradient_descent(
            lambda x: x**2, 8, 0.25, gradient=lambda x: 2 * x, tolerance=1
        )
        assert descent.path.tolist() == [8, 4, 2, 1, 0.5]
        assert descent.converged is True

    def test_the_last_step_may_bring_convergence(self):
        def run(max_steps):
            return nn.gradient_descent(
                nn.quadratic, 3, 0.5, max_steps, gradient=lambda x: 2 * x - 1
            )

        assert run(1).converged is True
        assert run(1).n_steps == run(2).n_steps == 1

    def test_a_flat_start_needs_no_step(self):
        descent = nn.gradient_descent(lambda x: 3.0, [1, 2], tolerance=0)
        assert descent.path.tolist() == [[1.0, 2.0]]
        assert descent.values.tolist() == [3.0]
        assert descent.n_steps == 0
        assert descent.converged is True

    def test_shapes(self):
        descent = nn.gradient_descent(nn.quadratic, 3, max_steps=7)
        assert descent.path.shape == descent.values.shape == (8,)
        descent = nn.gradient_descent(bowl, [3, 4, 5], max_steps=7)
        assert descent.path.shape == (8, 3)
        assert descent.values.shape == (8,)
        assert descent.path.dtype == descent.values.dtype == np.float64
        assert nn.gradient_descent(bowl, [3], max_steps=7).path.shape == (8, 1)

    def test_in_two_variables(self):
        def valley(x):
            return (x[0] - 1) ** 2 + 3 * (x[1] + 2) ** 2

        descent = nn.gradient_descent(valley, [4.0, 4.0], 0.2, 200)
        assert descent.converged is True
        assert descent.path[-1] == pytest.approx([1, -2], abs=1e-8)
        assert np.all(np.diff(descent.values) <= 1e-12)
        for point, value in zip(descent.path, descent.values, strict=True):
            assert value == valley(point)

    def test_every_component_must_be_within_the_tolerance(self):
        def slope(x):
            return np.array([0.0, -2 * x[1]]) * -1

        descent = nn.gradient_descent(bowl, [0.0, 1.0], gradient=slope, max_steps=3)
        assert descent.n_steps == 3

    def test_agrees_with_the_exact_gradient(self):
        numerical = nn.gradient_descent(bowl, [3.0, -4.0], max_steps=50)
        exact = nn.gradient_descent(bowl, [3.0, -4.0], max_steps=50, gradient=lambda x: 2 * x)
        np.testing.assert_allclose(numerical.path, exact.path, atol=1e-8)

    @pytest.mark.parametrize(
        ("f", "start", "rate"),
        [
            (nn.quadratic, 3, 1.5),
            (nn.quartic, 3, 1.0),
            (lambda x: x**4, 3.0, 1.0),
            (lambda x: math.exp(x), 5.0, -1.0),
            (lambda x: (x**4).sum(), [3.0, 1.0], 1.0),
            (lambda x: np.exp(x**2), 3.0, 10.0),
        ],
    )
    def test_divergence_keeps_what_is_finite(self, f, start, rate):
        def run():
            return nn.gradient_descent(f, start, abs(rate), max_steps=10_000)

        if rate < 0:
            descent = nn.gradient_descent(f, start, 1e3, gradient=lambda x: -np.exp(x))
        else:
            descent = run()
        assert descent.converged is False
        assert 0 <= descent.n_steps < 10_000
        assert np.isfinite(descent.path).all()
        assert np.isfinite(descent.values).all()

    def test_stops_at_the_edge_of_the_domain(self):
        descent = nn.gradient_descent(lambda x: np.log(x), 1.0, 0.5, gradient=lambda x: 1.0)
        assert descent.path.tolist() == [1.0, 0.5]
        descent = nn.gradient_descent(nn.logarithm, 1.0, 0.5, gradient=lambda x: 1.0)
        assert descent.path.tolist() == [1.0, 0.5]
        assert descent.converged is False

    def test_stops_where_the_slope_is_not_finite(self):
        def slope(x):
            return 1.0 if x > 0.75 else np.nan

        descent = nn.gradient_descent(lambda x: x, 1.0, 0.125, gradient=slope)
        assert descent.path.tolist() == [1.0, 0.875]
        assert descent.converged is False

    def test_huge_is_beyond_1e100(self):
        # Each step multiplies x by -1e10, and a huge x is left out though it is finite.
        descent = nn.gradient_descent(lambda x: x, 1.0, 1.0, gradient=lambda x: x + 1e10 * x)
        assert descent.path == pytest.approx([(-1e10) ** n for n in range(10)] + [1e100], rel=1e-9)
        assert descent.converged is False

    @pytest.mark.parametrize(("slope", "n_steps"), [(-5e99, 2), (-2e100, 0), (5e99, 2)])
    def test_a_huge_point_counts_though_the_value_is_small(self, slope, n_steps):
        descent = nn.gradient_descent(lambda x: 0.0, 0.0, 1.0, gradient=lambda x: slope)
        assert descent.path.tolist() == [-slope * n for n in range(n_steps + 1)]
        assert descent.converged is False

    def test_a_huge_value_counts_as_well_as_a_huge_point(self):
        for sign in (1, -1):
            descent = nn.gradient_descent(
                lambda x, sign=sign: sign * x**10, 1.0, 1.0, gradient=lambda x: -99 * x
            )
            assert descent.path == pytest.approx([100.0**n for n in range(6)])

    def test_the_step_itself_may_overflow(self):
        descent = nn.gradient_descent(lambda x: 0.0, 1.0, 1e200, gradient=lambda x: 1e200)
        assert descent.path.tolist() == [1.0]
        assert descent.converged is False

    def test_functions_that_write_do_no_harm(self):
        def f(x):
            x *= x
            return x.sum()

        start = np.array([3.0, -4.0])
        descent = nn.gradient_descent(f, start, max_steps=5)
        assert start.tolist() == [3.0, -4.0]
        assert descent.path[0].tolist() == [3.0, -4.0]
        np.testing.assert_allclose(descent.path[1], 0.8 * start)
        assert not np.shares_memory(descent.path, start)

    @pytest.mark.parametrize(
        ("keywords", "text"),
        [
            ({"learning_rate": 0}, "learning_rate: 0보다 커야 합니다. 받은 값: 0.0"),
            ({"learning_rate": -0.1}, "learning_rate: 0보다 커야 합니다. 받은 값: -0.1"),
            ({"max_steps": 0}, "max_steps: 1 이상이어야 합니다. 받은 값: 0"),
            ({"tolerance": -1e-9}, "tolerance: 0 이상이어야 합니다. 받은 값: -1e-09"),
            ({"start": np.inf}, "start: 유한한 실수여야 합니다. 받은 값: inf"),
            (
                {"start": [[1.0]]},
                "start: 실수 하나이거나 모양이 (n,)인 벡터여야 합니다. 받은 값: (1, 1)",
            ),
            (
                {"gradient": lambda x: [x]},
                "x = 3.0에서 gradient(x): 모양이 ()여야 합니다. 받은 값: (1,)",
            ),
            (
                {"gradient": lambda x: np.inf},
                "x = 3.0에서 gradient(x): 유한한 실수여야 합니다. 받은 값: inf",
            ),
            ({"f": lambda x: [x]}, "x = 3.0에서 f(x): 모양이 ()여야 합니다. 받은 값: (1,)"),
            ({"f": lambda x: np.nan}, "x = 3.0에서 f(x): 유한한 실수여야 합니다. 받은 값: nan"),
        ],
    )
    def test_bad_values(self, keywords, text):
        arguments = {"f": nn.quadratic, "start": 3.0, **keywords}
        fails(ValueError, text, nn.gradient_descent, **arguments)

    @pytest.mark.parametrize(
        ("keywords", "text"),
        [
            ({"f": 3}, "f: 부를 수 있는 함수여야 합니다. 받은 값: 3"),
            ({"gradient": 3}, "gradient: 부를 수 있는 함수여야 합니다. 받은 값: 3"),
            ({"max_steps": 2.5}, "max_steps: 정수여야 합니다. 받은 값: 2.5"),
            ({"start": "a"}, "start: 실수나 실수 배열이어야 합니다. 받은 값: 'a'"),
            (
                {"f": lambda x: "a"},
                "x = 3.0에서 f(x): 실수나 실수 배열이어야 합니다. 받은 값: 'a'",
            ),
        ],
    )
    def test_bad_types(self, keywords, text):
        arguments = {"f": nn.quadratic, "start": 3.0, **keywords}
        fails(TypeError, text, nn.gradient_descent, **arguments)

    def test_a_type_error_on_the_way_comes_through(self):
        with pytest.raises(TypeError, match="실수나 실수 배열이어야"):
            nn.gradient_descent(lambda x: x if x > 2.9 else None, 3.0, gradient=lambda x: 1.0)

    def test_the_record_is_frozen(self):
        descent = nn.gradient_descent(nn.quadratic, 3, max_steps=1)
        with pytest.raises(dataclasses.FrozenInstanceError):
            descent.converged = True
        assert descent == descent
        assert isinstance(descent, nn.Descent)
