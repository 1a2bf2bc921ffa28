import fractions
import math

import numpy as np
import pytest
import scipy.special
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import nnnotes as nn

ELEMENTWISE = [
    nn.identity,
    nn.identity_derivative,
    nn.relu,
    nn.relu_derivative,
    nn.sigmoid,
    nn.sigmoid_derivative,
    nn.step,
    nn.step_derivative,
    nn.tanh,
    nn.tanh_derivative,
]
ON_PROBABILITIES = [nn.logit, nn.logit_derivative]
PAIRS = [
    (nn.identity, nn.identity_derivative),
    (nn.logit, nn.logit_derivative),
    (nn.relu, nn.relu_derivative),
    (nn.sigmoid, nn.sigmoid_derivative),
    (nn.step, nn.step_derivative),
    (nn.tanh, nn.tanh_derivative),
]
EXTREMES = [0.0, -0.0, 5e-324, 1e-308, 1.0, 19.0, 37.0, 355.0, 709.0, 745.0, 746.0, 1e16, 1e308]
EXTREMES = np.array([*EXTREMES, *(-x for x in EXTREMES), np.finfo(float).max, np.finfo(float).min])
finite = st.floats(allow_nan=False, allow_infinity=False)
probabilities = st.floats(0, 1, exclude_min=True, exclude_max=True)


def fails(error, text, f, *arguments):
    with pytest.raises(error) as caught:
        f(*arguments)
    assert str(caught.value) == text


def close(result, expected, ulps):
    """``result`` is within so many units in the last place of ``expected``."""
    np.testing.assert_array_less(np.abs(result - expected), (ulps + 0.5) * np.spacing(expected))


class TestStep:
    def test_values(self):
        assert nn.step([-1, -5e-324, 0, -0.0, 5e-324, 1]).tolist() == [0, 0, 0, 0, 1, 1]

    def test_derivative_is_zero_everywhere(self):
        assert nn.step_derivative([-1, 0, 1]).tolist() == [0, 0, 0]


class TestIdentity:
    @given(finite)
    def test_returns_the_value(self, x):
        assert nn.identity(x) == x
        assert nn.identity_derivative(x) == 1.0


class TestRelu:
    @given(finite)
    def test_is_the_larger_of_zero_and_x(self, x):
        assert nn.relu(x) == max(0.0, x)
        assert nn.relu_derivative(x) == (1.0 if x > 0 else 0.0)

    def test_derivative_at_zero_is_zero_by_convention(self):
        assert nn.relu_derivative([0.0, -0.0, 5e-324]).tolist() == [0, 0, 1]


class TestSigmoid:
    @given(finite)
    @example(-745.0)
    @example(-709.9)
    @example(0.0)
    @example(1e308)
    @example(-1e308)
    def test_has_the_precision_of_scipy(self, x):
        # Below -700 the function is e^x to the last place; SciPy gives 0 for subnormal results.
        expected = math.exp(x) if x < -700 else scipy.special.expit(x)
        close(nn.sigmoid(x), expected, ulps=4)

    @given(st.floats(-40, 40))
    def test_is_precise_at_moderate_x(self, x):
        close(nn.sigmoid(x), scipy.special.expit(x), ulps=4)

    def test_known_values(self):
        assert nn.sigmoid(0) == 0.5
        assert nn.sigmoid(math.log(3)) == pytest.approx(0.75, rel=1e-15)
        assert nn.sigmoid([-1e308, 1e308]).tolist() == [0.0, 1.0]

    @given(st.floats(-700, 700))
    def test_opposite_inputs_sum_to_one(self, x):
        assert nn.sigmoid(x) + nn.sigmoid(-x) == pytest.approx(1, rel=1e-15)

    @given(st.floats(-700, 700))
    def test_derivative_keeps_its_precision_far_out(self, x):
        expected = scipy.special.expit(x) * scipy.special.expit(-x)
        assert nn.sigmoid_derivative(x) == pytest.approx(expected, rel=2e-15)

    @given(finite)
    @example(1.7052951883050858e-16)
    @example(3.4105903766101716e-16)
    def test_derivative_is_even_and_at_most_a_quarter(self, x):
        result = nn.sigmoid_derivative(x)
        assert 0 <= result <= nn.sigmoid_derivative(0) == 0.25
        assert result == nn.sigmoid_derivative(-x)


class TestLogit:
    @given(probabilities)
    @example(5e-324)
    @example(1e-310)
    @example(2.2e-308)
    @example(1 - 2**-53)
    @example(0.5)
    @example(math.nextafter(0.5, 1))
    @example(math.nextafter(0.5, 0))
    def test_has_the_precision_of_scipy(self, p):
        assert nn.logit(p) == pytest.approx(scipy.special.logit(p), rel=2e-15, abs=0)

    @given(st.floats(0.49, 0.51))
    def test_is_precise_near_one_half(self, p):
        # The series of 2 artanh(t), exact to the last place for such a small t.
        t = 2 * fractions.Fraction(p) - 1
        exact = float(2 * sum(t**k / k for k in range(1, 16, 2)))
        assert nn.logit(p) == pytest.approx(exact, rel=5e-16, abs=0)

    def test_mixes_subnormal_and_ordinary_probabilities(self):
        p = np.array([5e-324, 0.25, 1e-309, 0.75])
        np.testing.assert_allclose(nn.logit(p), scipy.special.logit(p), rtol=2e-15)

    def test_known_values(self):
        assert nn.logit(0.5) == 0.0
        assert nn.logit([0.25, 0.75]) == pytest.approx([-math.log(3), math.log(3)], rel=1e-15)

    @given(st.floats(-700, 30))
    def test_undoes_the_sigmoid(self, x):
        # Near 1 the probability itself is coarse: its spacing there is 1e-16.
        slack = 1e-14 + 2e-16 * math.exp(x)
        assert nn.logit(nn.sigmoid(x)) == pytest.approx(x, rel=1e-14, abs=slack)

    @given(probabilities)
    def test_is_undone_by_the_sigmoid(self, p):
        assert nn.sigmoid(nn.logit(p)) == pytest.approx(p, rel=1e-12, abs=0)

    @pytest.mark.parametrize("f", ON_PROBABILITIES)
    @pytest.mark.parametrize(
        ("p", "ending"),
        [(0, "0.0"), (1, "1.0"), (-0.1, "-0.1"), ([0.5, 1.5], "1.5 (위치 (1,))")],
    )
    def test_needs_the_open_interval(self, f, p, ending):
        fails(ValueError, f"p: 0보다 크고 1보다 작아야 합니다. 받은 값: {ending}", f, p)

    @given(st.floats(1e-308, 1 - 2**-53))
    def test_derivative(self, p):
        expected = float(1 / (fractions.Fraction(p) * (1 - fractions.Fraction(p))))
        assert nn.logit_derivative(p) == pytest.approx(expected, rel=1e-15)
        assert nn.logit_derivative(p) >= nn.logit_derivative(0.5) == 4.0

    def test_derivative_that_overflows_is_an_error(self):
        assert nn.logit_derivative(5.6e-309) > 1.7e308
        text = (
            "p: 계산한 값이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다. "
            "받은 값: 5e-324 (위치 (1,))"
        )
        fails(ValueError, text, nn.logit_derivative, [0.5, 5e-324])


class TestTanh:
    @given(finite)
    def test_agrees_with_math(self, x):
        assert nn.tanh(x) == pytest.approx(math.tanh(x), rel=1e-15, abs=0)

    @given(st.floats(-300, 300))
    def test_derivative_keeps_its_precision_far_out(self, x):
        assert nn.tanh_derivative(x) == pytest.approx(1 / math.cosh(x) ** 2, rel=5e-15)

    @given(finite)
    @example(1.7052951883050858e-16)
    @example(3.4105903766101716e-16)
    def test_derivative_is_even_and_at_most_one(self, x):
        assert 0 <= nn.tanh_derivative(x) <= nn.tanh_derivative(0) == 1.0
        assert nn.tanh_derivative(x) == nn.tanh_derivative(-x)


class TestSoftmax:
    @given(
        hnp.arrays(np.float64, hnp.array_shapes(max_dims=3), elements=st.floats(-800, 800)),
        st.data(),
    )
    def test_agrees_with_scipy(self, x, data):
        axis = data.draw(st.integers(-x.ndim, x.ndim - 1))
        expected = scipy.special.softmax(x, axis=axis)
        np.testing.assert_allclose(nn.softmax(x, axis), expected, rtol=1e-13, atol=1e-320)

    def test_two_classes_are_the_sigmoid_of_the_difference(self):
        x = np.linspace(-30, 30, 25)
        pair = nn.softmax(np.column_stack([x, np.zeros(25)]))
        np.testing.assert_allclose(pair[:, 0], nn.sigmoid(x), rtol=1e-14)

    def test_known_values(self):
        np.testing.assert_allclose(nn.softmax(np.log([1, 2, 5])), [1 / 8, 2 / 8, 5 / 8])
        assert nn.softmax([7.0]).tolist() == [1.0]

    def test_default_axis_is_the_last(self):
        x = np.arange(6.0).reshape(2, 3) ** 2
        np.testing.assert_array_equal(nn.softmax(x), nn.softmax(x, axis=1))
        np.testing.assert_allclose(nn.softmax(x).sum(axis=1), 1)
        np.testing.assert_array_equal(nn.softmax_derivative(x), nn.softmax_derivative(x, axis=1))

    @given(
        hnp.arrays(np.float64, st.tuples(st.integers(1, 3), st.integers(1, 4)), elements=finite)
    )
    def test_any_finite_scores_give_probabilities(self, x):
        with np.errstate(all="raise"):
            result = nn.softmax(x)
            jacobian = nn.softmax_derivative(x)
        assert np.all((result >= 0) & (result <= 1))
        np.testing.assert_allclose(result.sum(axis=-1), 1, rtol=1e-15)
        assert np.isfinite(jacobian).all()
        assert np.all(np.abs(jacobian) <= 0.25)

    def test_products_of_tiny_probabilities_are_zero_without_warning(self):
        with np.errstate(all="raise"):
            jacobian = nn.softmax_derivative([0.0, -700.0, -700.0])
        assert jacobian[1, 2] == jacobian[2, 1] == 0.0

    @pytest.mark.parametrize("f", [nn.softmax, nn.softmax_derivative])
    def test_needs_an_axis(self, f):
        text = "x: 축이 하나 이상인 배열이어야 합니다. 받은 값: 3.0"
        fails(ValueError, text, f, 3)

    @pytest.mark.parametrize("f", [nn.softmax, nn.softmax_derivative])
    def test_axis_is_one_of_the_axes(self, f):
        x = np.ones((2, 3))
        fails(ValueError, "axis: 1 이하여야 합니다. 받은 값: 2", f, x, 2)
        fails(ValueError, "axis: -2 이상이어야 합니다. 받은 값: -3", f, x, -3)
        fails(TypeError, "axis: 정수여야 합니다. 받은 값: 0.5", f, x, 0.5)


class TestSoftmaxDerivative:
    def test_is_the_textbook_matrix(self):
        x = np.random.default_rng(0).normal(size=(4, 5))
        s = scipy.special.softmax(x, axis=-1)
        expected = s[:, :, None] * (np.eye(5) - s[:, None, :])
        np.testing.assert_allclose(nn.softmax_derivative(x), expected, rtol=1e-13)

    def test_agrees_with_central_differences(self):
        x = np.array([0.3, -1.2, 2.0])
        columns = [(nn.softmax(x + d) - nn.softmax(x - d)) / 2e-6 for d in 1e-6 * np.eye(3)]
        np.testing.assert_allclose(nn.softmax_derivative(x), np.transpose(columns), atol=1e-9)

    @pytest.mark.parametrize(
        ("axis", "shape"),
        [(0, (3, 4, 2, 2)), (1, (2, 4, 3, 3)), (2, (2, 3, 4, 4)), (-3, (3, 4, 2, 2))],
    )
    def test_the_axis_goes_last_and_is_doubled(self, axis, shape):
        x = np.random.default_rng(0).normal(size=(2, 3, 4))
        result = nn.softmax_derivative(x, axis)
        assert result.shape == shape
        expected = nn.softmax_derivative(np.moveaxis(x, axis, -1))
        np.testing.assert_allclose(result, expected, rtol=1e-14)

    def test_the_diagonal_keeps_its_precision_near_one(self):
        jacobian = nn.softmax_derivative([0.0, 100.0])
        tail = math.exp(-100)
        np.testing.assert_allclose(jacobian, [[tail, -tail], [-tail, tail]], rtol=1e-14)

    def test_one_class_never_changes(self):
        assert nn.softmax_derivative([5.0]).tolist() == [[0.0]]
        assert not np.signbit(nn.softmax_derivative([5.0])).any()


@pytest.mark.parametrize(("f", "slope"), PAIRS)
def test_derivatives_agree_with_central_differences(f, slope):
    x = np.array([0.05, 0.2, 0.5, 0.8, 0.95])
    if f is not nn.logit:
        x = np.concatenate([x - 0.98, 3 * x])
    np.testing.assert_allclose(slope(x), nn.derivative(f, x), rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize("f", ELEMENTWISE)
class TestAnyFiniteNumber:
    @given(finite)
    def test_gives_a_number_without_warning(self, f, x):
        with np.errstate(all="raise"):
            assert math.isfinite(f(x))

    def test_extremes_in_one_array(self, f):
        with np.errstate(all="raise"):
            result = f(EXTREMES)
        assert np.isfinite(result).all()
        assert result.tolist() == [f(x) for x in EXTREMES]


@pytest.mark.parametrize("f", ON_PROBABILITIES)
@given(st.floats(5.6e-309, 1, exclude_max=True))
def test_any_probability_gives_a_number_without_warning(f, p):
    with np.errstate(all="raise"):
        assert math.isfinite(f(p))


def test_the_smallest_probabilities_give_a_logit_without_warning():
    with np.errstate(all="raise"):
        assert nn.logit(5e-324) == pytest.approx(-744.4400719213812, rel=1e-15)


@pytest.mark.parametrize("f", [*ELEMENTWISE, *ON_PROBABILITIES])
class TestEveryFunction:
    @pytest.mark.parametrize(
        "x", [0.25, np.float32(0.25), np.float64(0.25), np.array(0.25, dtype=np.float16)]
    )
    def test_scalars_give_python_floats(self, f, x):
        assert type(f(x)) is float
        assert f(x) == f(np.array([0.25]))[0]

    def test_float32_gives_float64(self, f):
        x = np.array([[0.25, 0.5, 0.75]], dtype=np.float32)
        result = f(x)
        assert result.dtype == np.float64
        np.testing.assert_array_equal(result, f(x.astype(np.float64)))

    def test_memory_order_does_not_matter(self, f):
        x = np.linspace(0.05, 0.95, 24).reshape(4, 6)
        for view in (x.T, x[::2, ::-1], np.asfortranarray(x)):
            result = f(view)
            assert result.shape == view.shape
            np.testing.assert_array_equal(result, f(view.copy()))

    def test_the_input_is_left_alone(self, f):
        x = np.linspace(0.05, 0.95, 7)
        x.flags.writeable = False
        before = x.copy()
        result = f(x)
        np.testing.assert_array_equal(x, before)
        assert not np.shares_memory(result, x)

    @pytest.mark.parametrize("x", ["2", None, 2j])
    def test_what_is_no_number_is_an_error(self, f, x):
        with pytest.raises(TypeError, match=r"^[xp]: 실수나 실수 배열이어야 합니다. 받은 값: "):
            f(x)

    @pytest.mark.parametrize("x", [np.nan, np.inf, -np.inf, [0.5, np.nan]])
    def test_what_is_not_finite_is_an_error(self, f, x):
        with pytest.raises(ValueError, match=r"^[xp]: 유한한 실수여야 합니다. 받은 값: "):
            f(x)

    def test_the_empty_is_an_error(self, f):
        with pytest.raises(ValueError, match=r"^[xp]: 값이 하나 이상 있어야 합니다. 받은 값: "):
            f([])


@pytest.mark.parametrize("f", ELEMENTWISE)
@pytest.mark.parametrize("dtype", [np.int64, np.int8, bool])
def test_integers_and_bools_are_numbers(f, dtype):
    x = np.array([[0, 1], [1, 0]], dtype=dtype)
    result = f(x)
    assert result.dtype == np.float64
    np.testing.assert_array_equal(result, f(x.astype(np.float64)))


@pytest.mark.parametrize("f", [nn.softmax, nn.softmax_derivative])
class TestSoftmaxInputs:
    @pytest.mark.parametrize("dtype", [np.float32, np.int64, bool])
    def test_other_dtypes(self, f, dtype):
        x = np.array([[0, 1, 1], [1, 0, 1]], dtype=dtype)
        assert f(x).dtype == np.float64
        np.testing.assert_array_equal(f(x), f(x.astype(np.float64)))

    def test_memory_order_does_not_matter(self, f):
        x = np.linspace(-1, 1, 24).reshape(4, 6)
        for view in (x.T, x[::2, ::-1], np.asfortranarray(x)):
            np.testing.assert_allclose(f(view), f(view.copy()), rtol=1e-15)

    def test_the_input_is_left_alone(self, f):
        x = np.linspace(-1, 1, 6).reshape(2, 3)
        x.flags.writeable = False
        before = x.copy()
        for axis in (0, 1):
            assert not np.shares_memory(f(x, axis), x)
        np.testing.assert_array_equal(x, before)

    def test_bad_values_are_errors(self, f):
        fails(ValueError, "x: 유한한 실수여야 합니다. 받은 값: nan (위치 (1,))", f, [0, np.nan])
        fails(TypeError, "x: 실수나 실수 배열이어야 합니다. 받은 값: 'a'", f, "a")
        fails(ValueError, "x: 값이 하나 이상 있어야 합니다. 받은 값: (0,)", f, [])
