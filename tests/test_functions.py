import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import nnnotes as nn

OVERFLOW = "계산한 값이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"
NAMED = [nn.linear, nn.quadratic, nn.cubic, nn.quartic, nn.quintic]
DEGREES = list(enumerate(NAMED, start=1))
moderate = st.floats(-100, 100)


def fails(error, text, f, /, *arguments, **keywords):
    with pytest.raises(error) as caught:
        f(*arguments, **keywords)
    assert str(caught.value) == text


class TestPolynomial:
    @given(
        hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_dims=3), elements=moderate),
        st.lists(moderate, min_size=1, max_size=8),
    )
    def test_agrees_with_numpy(self, x, coefficients):
        expected = np.polyval(coefficients, x)
        scale = np.polyval(np.abs(coefficients), np.abs(x))
        with np.errstate(all="raise"):
            result = nn.polynomial(x, coefficients)
        assert np.shape(result) == x.shape
        assert np.all(np.abs(result - expected) <= 1e-14 * scale)

    def test_a_constant_has_the_shape_of_x(self):
        assert nn.polynomial(5, [3]) == 3.0
        assert nn.polynomial([1, 2], [3]).tolist() == [3.0, 3.0]
        fails(
            ValueError,
            "x: 유한한 실수여야 합니다. 받은 값: nan",
            nn.polynomial,
            np.nan,
            [3],
        )

    def test_leading_zeros_change_nothing(self):
        assert nn.polynomial([1, 2], [0, 0, 2, 1]).tolist() == [3.0, 5.0]

    @pytest.mark.parametrize("coefficients", [[], 3.0, [[1.0, 2.0]]])
    def test_coefficients_are_a_vector(self, coefficients):
        with pytest.raises(ValueError, match=r"^coefficients: "):
            nn.polynomial(1.0, coefficients)

    def test_coefficients_are_finite(self):
        text = "coefficients: 유한한 실수여야 합니다. 받은 값: inf (위치 (1,))"
        fails(ValueError, text, nn.polynomial, 1.0, [1, np.inf])

    def test_overflow_is_an_error_and_names_the_input(self):
        text = f"x: {OVERFLOW}. 받은 값: 1e+300 (위치 (1,))"
        fails(ValueError, text, nn.polynomial, [2.0, 1e300, -1e300], [1, 0, 0, 0])
        fails(ValueError, f"x: {OVERFLOW}. 받은 값: -1e+300", nn.cubic, -1e300)

    def test_a_bad_input_is_blamed_before_an_overflow(self):
        text = "x: 유한한 실수여야 합니다. 받은 값: inf (위치 (1,))"
        fails(ValueError, text, nn.quadratic, [1e300, np.inf])

    def test_underflow_is_no_error(self):
        with np.errstate(all="raise"):
            assert nn.polynomial(1e-300, [1, 0, 0]) == 0.0

    def test_infinite_input_never_becomes_finite(self):
        text = "x: 유한한 실수여야 합니다. 받은 값: -inf"
        for coefficients in ([0, 0], [0, 5], [1, -1, 0], [0, 0, 0]):
            fails(ValueError, text, nn.polynomial, -np.inf, coefficients)


class TestNamedPolynomials:
    def test_values_of_the_notes(self):
        assert nn.linear(50) == 27.0
        assert nn.quadratic(20) == 378.0
        assert nn.cubic(0) == -38.0
        assert abs(nn.cubic(2.1573)) < 0.01

    def test_defaults_are_these_polynomials(self):
        x = np.linspace(-3, 3, 13)
        np.testing.assert_allclose(nn.linear(x), 0.5 * x + 2, rtol=1e-15)
        np.testing.assert_allclose(nn.quadratic(x), (x + 1) * (x - 2), rtol=1e-13, atol=1e-13)
        np.testing.assert_allclose(nn.cubic(x), 4 * x**3 - x - 38, rtol=1e-13)
        product = (x + 2) * (x + 1) * (x - 1) * (x - 2)
        np.testing.assert_allclose(nn.quartic(x), product, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(nn.quintic(x), x * product, rtol=1e-12, atol=1e-12)

    @pytest.mark.parametrize(("f", "turns"), [(nn.quadratic, 1), (nn.quartic, 3), (nn.quintic, 4)])
    def test_every_turning_point_shows(self, f, turns):
        rises = np.diff(f(np.linspace(-2.5, 2.5, 1000))) > 0
        assert np.count_nonzero(rises[1:] != rises[:-1]) == turns

    @pytest.mark.parametrize(("degree", "f"), DEGREES)
    def test_coefficients_go_from_the_highest_degree_down(self, degree, f):
        coefficients = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0][: degree + 1]
        assert f(10, *coefficients) == np.polyval(coefficients, 10)
        named = dict(zip("abcdef", coefficients, strict=False))
        assert f(10, **named) == np.polyval(coefficients, 10)

    @pytest.mark.parametrize(("degree", "f"), DEGREES)
    def test_each_coefficient_is_one_number_and_named(self, degree, f):
        for name in "abcdef"[: degree + 1]:
            text = f"{name}: 실수 하나여야 합니다. 받은 값: (2,)"
            fails(ValueError, text, f, 1.0, **{name: [1, 2]})


class TestExponential:
    @given(st.floats(-700, 700))
    def test_base_e_agrees_with_math(self, x):
        assert nn.exponential(x) == pytest.approx(math.exp(x), rel=1e-15)

    @given(st.floats(1e-3, 1e3).filter(lambda base: base != 1), st.floats(-50, 50))
    def test_other_bases_agree_with_powers(self, base, x):
        assert nn.exponential(x, base) == pytest.approx(base**x, rel=1e-14)

    def test_integer_powers_are_exact(self):
        assert nn.exponential([0, 3, 10], base=2).tolist() == [1.0, 8.0, 1024.0]
        assert nn.exponential(3, base=10) == 1000.0
        assert nn.exponential(1) == math.e

    def test_overflow_is_an_error_and_names_the_input(self):
        assert nn.exponential(709.78) < np.inf
        fails(ValueError, f"x: {OVERFLOW}. 받은 값: 710.0", nn.exponential, 710)
        text = f"x: {OVERFLOW}. 받은 값: -1e+308 (위치 (1,))"
        fails(ValueError, text, nn.exponential, [0, -1e308], base=0.5)

    def test_underflow_is_zero(self):
        with np.errstate(all="raise"):
            assert nn.exponential(-1e308) == 0.0
            assert nn.exponential(1e308, base=0.5) == 0.0

    def test_minus_infinity_is_an_error(self):
        text = "x: 유한한 실수여야 합니다. 받은 값: -inf"
        fails(ValueError, text, nn.exponential, -np.inf)


class TestLogarithm:
    @given(st.floats(5e-324, 1.7e308))
    def test_base_e_agrees_with_math(self, x):
        assert nn.logarithm(x) == pytest.approx(math.log(x), rel=1e-15, abs=1e-300)

    @given(st.floats(1e-3, 1e3).filter(lambda base: base != 1), st.floats(1e-50, 1e50))
    def test_other_bases_agree_with_math(self, base, x):
        assert nn.logarithm(x, base) == pytest.approx(math.log(x, base), rel=1e-13, abs=1e-300)

    def test_powers_of_two_and_ten_are_exact(self):
        exponents = np.arange(-300, 301)
        np.testing.assert_array_equal(nn.logarithm(2.0**exponents, base=2), exponents)
        powers = [float(f"1e{n}") for n in exponents]
        np.testing.assert_array_equal(nn.logarithm(powers, base=10), exponents)

    @given(st.floats(-300, 300))
    def test_undoes_the_exponential(self, x):
        assert nn.logarithm(nn.exponential(x)) == pytest.approx(x, rel=1e-14, abs=1e-15)
        assert nn.logarithm(nn.exponential(x, 3), 3) == pytest.approx(x, rel=1e-14, abs=1e-15)

    def test_base_below_one_falls(self):
        assert nn.logarithm(8, base=0.5) == pytest.approx(-3)

    @pytest.mark.parametrize(
        ("x", "ending"), [(0, "0.0"), (-1, "-1.0"), ([1, 2, -3], "-3.0 (위치 (2,))")]
    )
    def test_zero_and_less_are_errors(self, x, ending):
        fails(ValueError, f"x: 0보다 커야 합니다. 받은 값: {ending}", nn.logarithm, x)


@pytest.mark.parametrize("f", [nn.exponential, nn.logarithm])
class TestBase:
    def test_one_is_an_error(self, f):
        fails(ValueError, "base: 1이 아니어야 합니다. 받은 값: 1.0", f, 2.0, base=1)

    @pytest.mark.parametrize(("base", "shown"), [(0, "0.0"), (-2, "-2.0")])
    def test_zero_and_less_are_errors(self, f, base, shown):
        fails(ValueError, f"base: 0보다 커야 합니다. 받은 값: {shown}", f, 2.0, base=base)

    def test_is_one_number(self, f):
        fails(ValueError, "base: 실수 하나여야 합니다. 받은 값: (2,)", f, 2.0, base=[2, 3])


@pytest.mark.parametrize("f", [*NAMED, nn.exponential, nn.logarithm])
class TestEveryFunction:
    @pytest.mark.parametrize("x", [2, 2.0, np.float32(2), np.int64(2), np.array(2), True + True])
    def test_scalars_give_python_floats(self, f, x):
        assert type(f(x)) is float

    @pytest.mark.parametrize("dtype", [np.float32, np.float16, np.int64, np.uint8, bool])
    def test_other_dtypes_give_the_same_values(self, f, dtype):
        x = np.ones((2, 3), dtype=dtype)
        result = f(x)
        assert result.dtype == np.float64
        np.testing.assert_array_equal(result, f(np.ones((2, 3))))

    def test_memory_order_does_not_matter(self, f):
        x = np.linspace(0.5, 3, 24).reshape(4, 6)
        for view in (x.T, x[::2, ::-1], np.asfortranarray(x)):
            np.testing.assert_array_equal(f(view), f(view.copy()))

    def test_the_input_is_left_alone(self, f):
        x = np.linspace(0.5, 3, 7)
        x.flags.writeable = False
        before = x.copy()
        result = f(x)
        np.testing.assert_array_equal(x, before)
        assert not np.shares_memory(result, x)

    @pytest.mark.parametrize("x", ["2", None, 2j, [1, "a"]])
    def test_what_is_no_number_is_an_error(self, f, x):
        with pytest.raises(TypeError, match=r"^x: 실수나 실수 배열이어야 합니다. 받은 값: "):
            f(x)

    @pytest.mark.parametrize("x", [np.nan, np.inf, -np.inf, [1.0, np.nan]])
    def test_what_is_not_finite_is_an_error(self, f, x):
        with pytest.raises(ValueError, match=r"^x: 유한한 실수여야 합니다. 받은 값: "):
            f(x)

    def test_the_empty_is_an_error(self, f):
        fails(ValueError, "x: 값이 하나 이상 있어야 합니다. 받은 값: (0,)", f, [])
