import fractions

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nnnotes import _checks
from nnnotes._checks import message


def fails(error, text, check, *arguments):
    """The whole message is ``text``, in one line."""
    with pytest.raises(error) as caught:
        check(*arguments)
    assert str(caught.value) == text


class TestMessage:
    def test_has_three_parts(self):
        assert message("x", "실수여야 합니다", None) == "x: 실수여야 합니다. 받은 값: None"

    def test_is_one_line_however_large_the_value(self):
        assert message("x", "e", np.eye(2)) == "x: e. 받은 값: array([[1., 0.], [0., 1.]])"
        assert "\n" not in message("x", "e", "a\nb")

    def test_shows_sixty_characters_whole_and_no_more(self):
        assert message("x", "e", "a" * 58) == f"x: e. 받은 값: '{'a' * 58}'"
        assert message("x", "e", "a" * 59) == f"x: e. 받은 값: '{'a' * 56}..."

    def test_shows_numpy_scalars_as_python_numbers(self):
        assert message("x", "e", np.float64(2.5)) == "x: e. 받은 값: 2.5"
        assert message("x", "e", np.int8(-3)) == "x: e. 받은 값: -3"
        assert message("x", "e", np.bool_(True)) == "x: e. 받은 값: True"


class TestFunction:
    def test_returns_the_callable(self):
        assert _checks.function(len, "f") is len

    def test_rejects_the_rest(self):
        fails(TypeError, "f: 부를 수 있는 함수여야 합니다. 받은 값: 3", _checks.function, 3, "f")


class TestReal:
    @pytest.mark.parametrize(
        "value",
        [
            3,
            True,
            2.5,
            np.float32(0.5),
            np.float16(0.5),
            np.longdouble(0.5),
            np.array(7),
            [1, 2],
            (1.5, True),
            [[1], [2]],
            np.arange(6, dtype=np.uint8).reshape(1, 2, 3),
            np.array([True, False]),
            range(3),
        ],
    )
    def test_becomes_float64_of_the_same_shape(self, value):
        result = _checks.real(value, "x")
        assert type(result) is np.ndarray
        assert result.dtype == np.float64
        assert result.shape == np.shape(value)
        np.testing.assert_array_equal(result, value)

    def test_does_not_copy_float64(self):
        x = np.array([1.0, 2.0])
        assert _checks.real(x, "x") is x

    def test_takes_integers_beyond_64_bits(self):
        result = _checks.real([10**30, 0.5, -(2**70), True], "x")
        assert result.tolist() == [1e30, 0.5, -(2.0**70), 1.0]
        assert _checks.real(10**30, "x").shape == ()

    def test_rejects_integers_beyond_float64(self):
        text = "x: float64의 범위 안에 있어야 합니다. 받은 값: 1000000"
        with pytest.raises(ValueError, match=text):
            _checks.real(10**400, "x")

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("3", "'3'"),
            (b"3", "b'3'"),
            (None, "None"),
            (1j, "1j"),
            (["a", 1], "['a', 1]"),
            ([None, 1.0], "[None, 1.0]"),
            ([10**30, None], "[1000000000000000000000000000000, None]"),
            ({1}, "{1}"),
            (fractions.Fraction(1, 2), "Fraction(1, 2)"),
            (np.datetime64("2020-01-01"), "datetime.date(2020, 1, 1)"),
        ],
    )
    def test_rejects_what_is_no_real_number(self, value, shown):
        text = f"x: 실수나 실수 배열이어야 합니다. 받은 값: {shown}"
        fails(TypeError, text, _checks.real, value, "x")

    def test_rejects_ragged_rows(self):
        text = "x: 행의 길이가 모두 같아야 합니다. 받은 값: [[1, 2], [3]]"
        fails(ValueError, text, _checks.real, [[1, 2], [3]], "x")

    @pytest.mark.parametrize(("value", "shape"), [([], "(0,)"), (np.empty((2, 0)), "(2, 0)")])
    def test_rejects_the_empty(self, value, shape):
        text = f"x: 값이 하나 이상 있어야 합니다. 받은 값: {shape}"
        fails(ValueError, text, _checks.real, value, "x")

    @pytest.mark.parametrize(
        ("value", "ending"),
        [
            (np.nan, "nan"),
            (-np.inf, "-inf"),
            ([1.0, np.inf], "inf (위치 (1,))"),
            ([[0.0, 1.0], [np.nan, np.inf]], "nan (위치 (1, 0))"),
            ([np.inf, -np.inf], "inf (위치 (0,))"),
            ([10**30, np.nan], "nan (위치 (1,))"),
        ],
    )
    def test_names_the_first_entry_that_is_not_finite(self, value, ending):
        text = f"x: 유한한 실수여야 합니다. 받은 값: {ending}"
        fails(ValueError, text, _checks.real, value, "x")

    @pytest.mark.skipif(
        np.finfo(np.longdouble).maxexp == np.finfo(np.float64).maxexp,
        reason="longdouble is no wider than float64 here",
    )
    def test_rejects_long_doubles_that_do_not_fit(self):
        text = "x: 유한한 실수여야 합니다. 받은 값: inf"
        fails(ValueError, text, _checks.real, np.longdouble("1e4000"), "x")

    def test_takes_finite_entries_whose_sum_overflows(self):
        x = np.full(3, 1.7e308)
        with np.errstate(all="raise"):
            assert _checks.real(x, "x") is x
            assert _checks.real(-x, "x").tolist() == (-x).tolist()

    @given(hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_dims=3)))
    def test_agrees_with_isfinite(self, x):
        if np.isfinite(x).all():
            np.testing.assert_array_equal(_checks.real(x, "x"), x)
        else:
            with pytest.raises(ValueError, match="유한한"):
                _checks.real(x, "x")


class TestNumeric:
    def test_lets_nan_and_infinity_through(self):
        assert _checks.numeric([np.inf, 1], "x").tolist() == [np.inf, 1.0]

    def test_rejects_strings(self):
        text = "x: 실수나 실수 배열이어야 합니다. 받은 값: 'a'"
        fails(TypeError, text, _checks.numeric, "a", "x")


class TestBits:
    @pytest.mark.parametrize(
        "value",
        [
            [0, 1],
            0,
            True,
            np.array([0, 1], dtype=np.uint8),
            np.array([[False, True]]),
            np.array([0.0, 1.0, -0.0], dtype=np.float32),
            np.zeros(3, dtype=int),
        ],
    )
    def test_keeps_the_dtype(self, value):
        result = _checks.bits(value, "x1")
        assert result.dtype == np.asarray(value).dtype
        np.testing.assert_array_equal(result, value)

    @pytest.mark.parametrize(
        ("value", "ending"),
        [
            (2, "2"),
            (-1, "-1"),
            (0.5, "0.5"),
            ([0, 1, 3], "3 (위치 (2,))"),
            ([[0.0, 1.0], [0.25, np.nan]], "0.25 (위치 (1, 0))"),
            ([1.0, np.nan], "nan (위치 (1,))"),
            (np.array([1, 254], dtype=np.uint8), "254 (위치 (1,))"),
        ],
    )
    def test_names_the_first_entry_that_is_no_bit(self, value, ending):
        text = f"x1: 0 또는 1이어야 합니다. 받은 값: {ending}"
        fails(ValueError, text, _checks.bits, value, "x1")

    def test_rejects_what_is_no_number(self):
        text = "x1: 실수나 실수 배열이어야 합니다. 받은 값: '1'"
        fails(TypeError, text, _checks.bits, "1", "x1")

    @given(hnp.arrays(np.int8, hnp.array_shapes(min_dims=0, max_dims=2)))
    def test_agrees_with_a_look_at_every_entry(self, x):
        for array in (x, x.astype(float)):
            if np.isin(x, [0, 1]).all():
                assert _checks.bits(array, "x1") is array
            else:
                with pytest.raises(ValueError, match="0 또는 1"):
                    _checks.bits(array, "x1")


class TestBetween:
    def test_returns_the_numbers(self):
        assert _checks.between([0.1, 0.9], "p", "e", 0.0, 1.0).tolist() == [0.1, 0.9]

    @pytest.mark.parametrize(
        ("value", "ending"),
        [
            (0, "0.0"),
            (1.0, "1.0"),
            ([0.5, 1.5, -1], "1.5 (위치 (1,))"),
            ([[0.5], [-1.0]], "-1.0 (위치 (1, 0))"),
        ],
    )
    def test_names_the_first_entry_outside(self, value, ending):
        text = f"p: 기대. 받은 값: {ending}"
        fails(ValueError, text, _checks.between, value, "p", "기대", 0.0, 1.0)

    def test_rejects_infinity_first(self):
        text = "p: 유한한 실수여야 합니다. 받은 값: inf"
        fails(ValueError, text, _checks.between, np.inf, "p", "기대", 0.0, np.inf)


class TestInRange:
    def test_returns_the_result(self):
        result = np.array([1.0])
        assert _checks.in_range(result, np.array([2.0]), "x") is result

    def test_names_the_input_that_overflowed(self):
        text = (
            "x: 계산한 값이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다. "
            "받은 값: 3.0 (위치 (1,))"
        )
        result, numbers = np.array([1.0, np.inf, np.nan]), np.array([2.0, 3.0, 4.0])
        fails(ValueError, text, _checks.in_range, result, numbers, "x")


class TestScalar:
    @pytest.mark.parametrize("value", [2, 2.0, np.float32(2), np.array(2), np.int64(2)])
    def test_becomes_a_python_float(self, value):
        result = _checks.scalar(value, "h")
        assert type(result) is float
        assert result == 2.0

    def test_rejects_arrays(self):
        fails(ValueError, "h: 실수 하나여야 합니다. 받은 값: (1,)", _checks.scalar, [1.0], "h")

    def test_rejects_nan(self):
        text = "h: 유한한 실수여야 합니다. 받은 값: nan"
        fails(ValueError, text, _checks.scalar, np.nan, "h")


class TestPositive:
    def test_returns_a_python_float(self):
        assert type(_checks.positive(np.float32(0.5), "h")) is float
        assert _checks.positive(5e-324, "h") == 5e-324

    @pytest.mark.parametrize(("value", "shown"), [(0, "0.0"), (-1, "-1.0"), (-0.0, "-0.0")])
    def test_rejects_zero_and_less(self, value, shown):
        text = f"h: 0보다 커야 합니다. 받은 값: {shown}"
        fails(ValueError, text, _checks.positive, value, "h")


class TestNotNegative:
    def test_takes_zero(self):
        assert type(_checks.not_negative(0, "t")) is float
        assert _checks.not_negative(0.5, "t") == 0.5

    def test_rejects_less(self):
        text = "t: 0 이상이어야 합니다. 받은 값: -0.5"
        fails(ValueError, text, _checks.not_negative, -0.5, "t")


class TestVectorAndMatrix:
    def test_return_arrays(self):
        assert _checks.vector([1, 2], "w").tolist() == [1.0, 2.0]
        assert _checks.matrix([[1, 2]], "X").tolist() == [[1.0, 2.0]]

    @pytest.mark.parametrize(("value", "shape"), [(1.0, "()"), ([[1.0]], "(1, 1)")])
    def test_vector_needs_one_axis(self, value, shape):
        text = f"w: 모양이 (n,)인 벡터여야 합니다. 받은 값: {shape}"
        fails(ValueError, text, _checks.vector, value, "w")

    @pytest.mark.parametrize(("value", "shape"), [([1.0], "(1,)"), ([[[1.0]]], "(1, 1, 1)")])
    def test_matrix_needs_two_axes(self, value, shape):
        text = f"X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: {shape}"
        fails(ValueError, text, _checks.matrix, value, "X")


class TestOneOf:
    def test_returns_the_choice(self):
        assert _checks.one_of("b", "loss", ["a", "b"]) == "b"
        assert _checks.one_of("b", "loss", {"a": 1, "b": 2}) == "b"

    @pytest.mark.parametrize(
        ("value", "shown"),
        [("c", "'c'"), (None, "None"), (["a"], "['a']"), (np.ones(2), "array([1., 1.])")],
    )
    def test_rejects_the_rest(self, value, shown):
        text = f"loss: a, b 가운데 하나여야 합니다. 받은 값: {shown}"
        fails(ValueError, text, _checks.one_of, value, "loss", ["a", "b"])


class TestGenerator:
    def test_the_same_seed_gives_the_same_numbers(self):
        assert _checks.generator(0).random() == np.random.default_rng(0).random()
        assert _checks.generator(7).random() == np.random.default_rng(7).random()

    def test_no_seed_gives_other_numbers_each_time(self):
        assert _checks.generator(None).random() != _checks.generator(None).random()

    def test_rejects_what_is_no_seed(self):
        fails(ValueError, "seed: 0 이상이어야 합니다. 받은 값: -1", _checks.generator, -1)
        fails(TypeError, "seed: 정수여야 합니다. 받은 값: 0.5", _checks.generator, 0.5)


class TestInteger:
    @pytest.mark.parametrize("value", [1, np.int8(1), np.uint64(1)])
    def test_becomes_a_python_int(self, value):
        assert type(_checks.integer(value, "n")) is int
        assert _checks.integer(value, "n") == 1

    @pytest.mark.parametrize(
        ("value", "shown"),
        [(1.0, "1.0"), (True, "True"), (np.True_, "True"), ("1", "'1'"), (None, "None")],
    )
    def test_rejects_what_is_no_integer(self, value, shown):
        fails(TypeError, f"n: 정수여야 합니다. 받은 값: {shown}", _checks.integer, value, "n")

    def test_has_a_minimum_of_one(self):
        fails(ValueError, "n: 1 이상이어야 합니다. 받은 값: 0", _checks.integer, 0, "n")

    def test_takes_other_bounds(self):
        assert _checks.integer(-2, "n", -2) == -2
        assert _checks.integer(3, "n", 0, 3) == 3
        text = "n: -2 이상이어야 합니다. 받은 값: -3"
        fails(ValueError, text, _checks.integer, -3, "n", -2)
        fails(ValueError, "n: 3 이하여야 합니다. 받은 값: 4", _checks.integer, 4, "n", 0, 3)

    def test_may_have_a_maximum_of_zero(self):
        fails(ValueError, "n: 0 이하여야 합니다. 받은 값: 1", _checks.integer, 1, "n", 0, 0)


class TestPlain:
    @pytest.mark.parametrize(
        ("value", "kind"),
        [
            (np.float64(27.0), float),
            (np.array(27.0), float),
            (np.int64(27), int),
            (np.bool_(True), bool),
            (27, int),
        ],
    )
    def test_turns_zero_dimensional_results_into_python_scalars(self, value, kind):
        assert type(_checks.plain(value)) is kind
        assert _checks.plain(value) == value

    @given(st.integers(1, 3))
    def test_leaves_arrays_alone(self, n_dimensions):
        x = np.ones((1,) * n_dimensions)
        assert _checks.plain(x) is x
