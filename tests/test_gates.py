from dataclasses import FrozenInstanceError
from functools import partial
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from scipy.optimize import linprog

import nnnotes as nn
from nnnotes.gates import _most_updates

X1 = np.array([0, 0, 1, 1])
X2 = np.array([0, 1, 0, 1])
TABLES = {
    "AND": [0, 0, 0, 1],
    "NAND": [1, 1, 1, 0],
    "OR": [0, 1, 1, 1],
    "NOR": [1, 0, 0, 0],
    "XOR": [0, 1, 1, 0],
    "XNOR": [1, 0, 0, 1],
}


def said(error):
    text = str(error.value)
    assert "\n" not in text
    return text


@pytest.mark.parametrize("name", TABLES)
def test_gates_compute_their_truth_tables(name):
    gate = getattr(nn, name)
    assert gate.name == name
    assert gate.n_inputs == 2
    assert gate(X1, X2).tolist() == TABLES[name]
    assert [gate(a, b) for a, b in product((0, 1), repeat=2)] == TABLES[name]


def test_not():
    assert nn.NOT.name == "NOT"
    assert nn.NOT.n_inputs == 1
    assert (nn.NOT(0), nn.NOT(1)) == (1, 0)


@pytest.mark.parametrize(
    ("gate", "weights", "bias"),
    [
        (nn.NOT, (-1.0,), 0.5),
        (nn.AND, (0.4, 0.4), -0.6),
        (nn.NAND, (-0.4, -0.4), 0.6),
        (nn.OR, (0.4, 0.4), -0.3),
        (nn.NOR, (-0.4, -0.4), 0.3),
    ],
)
def test_weights_and_bias(gate, weights, bias):
    assert gate.weights == weights
    assert gate.bias == bias


def test_values_before_the_step():
    np.testing.assert_allclose(nn.AND.value(X1, X2), [-0.6, -0.2, -0.2, 0.2])
    np.testing.assert_allclose(nn.OR.value(X1, X2), [-0.3, 0.1, 0.1, 0.5])
    assert type(nn.AND.value(0, 1)) is float
    assert nn.NOT.value(0.25) == 0.25


def test_value_broadcasts():
    values = nn.AND.value([[0.5], [2.0]], [0.0, 1.0, -1.0])
    np.testing.assert_allclose(values, [[-0.4, 0.0, -0.8], [0.2, 0.6, -0.2]], atol=1e-15)


def test_exactly_zero_does_not_fire():
    assert nn.Gate((1,), 0, "g")(0) == 0
    assert nn.Gate((1, 1), -1, "g")(X1, X2).tolist() == [0, 0, 0, 1]


@pytest.mark.parametrize("gate", [nn.AND, nn.XOR])
def test_scalars_give_int_and_arrays_give_int_arrays(gate):
    for one in (1, 1.0, True, np.True_, np.int8(1), np.array(1)):
        assert type(gate(0, one)) is int
    for x in (X1, X1.astype(bool), X1.astype(np.float32), X1.tolist()):
        result = gate(x, x)
        assert result.dtype == np.int_
        assert result.shape == (4,)


@pytest.mark.parametrize("gate", [nn.AND, nn.XNOR])
def test_gates_broadcast_as_numpy_does(gate):
    column = np.array([[0], [1]])
    table = np.reshape(TABLES[gate.name], (2, 2))
    np.testing.assert_array_equal(gate(column, np.array([0, 1])), table)
    np.testing.assert_array_equal(gate(column, 1), table[:, 1:])
    assert gate(np.zeros((2, 1, 3), int), np.ones((4, 1), int)).shape == (2, 4, 3)


@pytest.mark.parametrize("dtype", [np.int64, np.uint8, np.int8, np.bool_, np.float64, np.float32])
@pytest.mark.parametrize("n", [32_767, 32_768, 32_769, 100_000])
def test_many_rows_agree_with_the_bare_expression(dtype, n):
    x1, x2 = np.random.default_rng(0).integers(0, 2, size=(2, n)).astype(dtype)
    before = x1.copy(), x2.copy()
    np.testing.assert_array_equal(nn.AND(x1, x2), (0.4 * x1 + 0.4 * x2 - 0.6 > 0).astype(int))
    np.testing.assert_array_equal(nn.XOR(x1, x2), (x1 != x2).astype(int))
    np.testing.assert_array_equal(x1, before[0])
    np.testing.assert_array_equal(x2, before[1])


def test_strided_inputs():
    rows = np.random.default_rng(1).integers(0, 2, size=(1000, 3))
    gate = nn.Gate((1, 2, -2), -0.5, "g")
    expected = (rows @ [1, 2, -2] - 0.5 > 0).astype(int)
    np.testing.assert_array_equal(gate(*rows.T), expected)


def test_half_precision_inputs_are_summed_in_double_precision():
    gate = nn.Gate((1,), -0.99999999, "g")
    assert gate(np.ones(2, dtype=np.float32)).tolist() == [1, 1]
    gate = nn.Gate((1, 1e-9), -1, "g")
    assert gate(np.ones(2, dtype=np.float32), np.ones(2, dtype=np.float32)).tolist() == [1, 1]


@settings(deadline=None)
@given(
    weights=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=4),
    bias=st.floats(-1e6, 1e6),
    data=st.data(),
)
def test_a_gate_fires_exactly_when_its_value_is_positive(weights, bias, data):
    gate = nn.Gate(weights, bias, "g")
    inputs = data.draw(st.lists(st.integers(0, 1), min_size=len(weights), max_size=len(weights)))
    assert gate(*inputs) == (1 if gate.value(*inputs) > 0 else 0)


@settings(deadline=None)
@given(x=npst.arrays(np.int64, npst.array_shapes(), elements=st.integers(0, 1)))
def test_de_morgan(x):
    y = x[::-1]
    np.testing.assert_array_equal(nn.NAND(x, y), nn.OR(nn.NOT(x), nn.NOT(y)))
    np.testing.assert_array_equal(nn.NOR(x, y), nn.AND(nn.NOT(x), nn.NOT(y)))


def test_nand_builds_every_gate():
    def not_(a):
        return nn.NAND(a, a)

    def and_(a, b):
        return not_(nn.NAND(a, b))

    def or_(a, b):
        return nn.NAND(not_(a), not_(b))

    def xor(a, b):
        m = nn.NAND(a, b)
        return nn.NAND(nn.NAND(a, m), nn.NAND(b, m))

    assert nn.truth_table(not_, 1).outputs.tolist() == [1, 0]
    for built in (and_, or_, xor):
        name = built.__name__.strip("_").upper()
        assert nn.truth_table(built).outputs.tolist() == TABLES[name]


def test_gate_is_a_frozen_record():
    gate = nn.Gate(np.array([1, 2]), np.float32(0.5), "g")
    assert gate == nn.Gate((1.0, 2.0), 0.5, "g")
    assert repr(gate) == "Gate(weights=(1.0, 2.0), bias=0.5, name='g')"
    assert isinstance(hash(gate), int)
    assert all(type(number) is float for number in (*gate.weights, gate.bias))
    with pytest.raises(FrozenInstanceError):
        gate.bias = 1


@pytest.mark.parametrize("gate", [nn.AND, nn.XOR])
@pytest.mark.parametrize(
    ("bad", "error", "expected"),
    [
        (2, ValueError, "의 x2: 0 또는 1이어야 합니다. 받은 값: 2"),
        (-1, ValueError, "의 x2: 0 또는 1이어야 합니다. 받은 값: -1"),
        (0.5, ValueError, "의 x2: 0 또는 1이어야 합니다. 받은 값: 0.5"),
        (float("nan"), ValueError, "의 x2: 0 또는 1이어야 합니다. 받은 값: nan"),
        ([0, 1, 3, 5], ValueError, "의 x2: 0 또는 1이어야 합니다. 받은 값: 3 (위치 (2,))"),
        ([[0.0], [0.1]], ValueError, "의 x2: 0 또는 1이어야 합니다. 받은 값: 0.1 (위치 (1, 0))"),
        ("1", TypeError, "의 x2: 실수나 실수 배열이어야 합니다. 받은 값: '1'"),
        (None, TypeError, "의 x2: 실수나 실수 배열이어야 합니다. 받은 값: None"),
        (1j, TypeError, "의 x2: 실수나 실수 배열이어야 합니다. 받은 값: 1j"),
        ([], ValueError, "의 x2: 값이 하나 이상 있어야 합니다. 받은 값: (0,)"),
        ([[0, 1], [0]], ValueError, "의 x2: 행의 길이가 모두 같아야 합니다."),
    ],
)
def test_inputs_that_are_not_bits(gate, bad, error, expected):
    with pytest.raises(error) as caught:
        gate(0, bad)
    assert said(caught).startswith(gate.name + expected)


def test_a_bad_bit_far_down_is_found():
    x = np.zeros(100_000, dtype=int)
    x[99_999] = 2
    with pytest.raises(ValueError, match="XOR의 x1") as caught:
        nn.XOR(x, 0)
    assert said(caught) == "XOR의 x1: 0 또는 1이어야 합니다. 받은 값: 2 (위치 (99999,))"


@pytest.mark.parametrize("call", [nn.AND, nn.XNOR, nn.AND.value])
@pytest.mark.parametrize("inputs", [(), (1,), (1, 0, 1)])
def test_wrong_number_of_inputs(call, inputs):
    with pytest.raises(TypeError) as caught:
        call(*inputs)
    assert said(caught).endswith(f": 입력이 2개여야 합니다. 받은 값: {len(inputs)}")


@pytest.mark.parametrize(
    ("call", "name"), [(nn.AND, "AND"), (nn.XOR, "XOR"), (nn.AND.value, "AND")]
)
def test_shapes_that_do_not_match(call, name):
    with pytest.raises(ValueError, match="브로드캐스팅") as caught:
        call([0, 1], [0, 1, 1])
    assert said(caught) == (
        f"{name}: 입력의 모양을 서로 브로드캐스팅할 수 있어야 합니다. 받은 값: [(2,), (3,)]"
    )


def test_value_needs_finite_numbers():
    with pytest.raises(ValueError, match="AND의 x1") as caught:
        nn.AND.value(np.inf, 0)
    assert said(caught) == "AND의 x1: 유한한 실수여야 합니다. 받은 값: inf"


def test_value_beyond_float64():
    gate = nn.Gate((10, -10), 0, "g")
    assert gate.value(1e307, 0) == 1e308
    with pytest.raises(ValueError, match="g의 값") as caught:
        gate.value([1, 1], [0, 1e308])
    assert said(caught) == "g의 값: 유한한 실수여야 합니다. 받은 값: -inf (위치 (1,))"
    with pytest.raises(ValueError, match="g의 값") as caught:
        gate.value(1e308, 1e308)
    assert said(caught) == "g의 값: 유한한 실수여야 합니다. 받은 값: nan"


@pytest.mark.parametrize(("weights", "bias"), [((1e308, -1e308), 0), ((1e308,), -1e308)])
def test_weights_whose_sum_could_overflow(weights, bias):
    with pytest.raises(ValueError, match="weights, bias") as caught:
        nn.Gate(weights, bias, "g")
    expected = "크기의 합이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"
    assert said(caught) == f"weights, bias: {expected}. 받은 값: {(weights, float(bias))}"


@pytest.mark.parametrize(
    ("weights", "bias", "expected"),
    [
        ((), 0, "weights: 값이 하나 이상 있어야 합니다. 받은 값: (0,)"),
        (0.4, 0, "weights: 모양이 (n,)인 벡터여야 합니다. 받은 값: ()"),
        ((0.4, np.nan), 0, "weights: 유한한 실수여야 합니다. 받은 값: nan (위치 (1,))"),
        ((0.4,), np.inf, "bias: 유한한 실수여야 합니다. 받은 값: inf"),
        ((0.4,), [1, 2], "bias: 실수 하나여야 합니다. 받은 값: (2,)"),
    ],
)
def test_gates_that_cannot_be(weights, bias, expected):
    with pytest.raises(ValueError, match=r"^(weights|bias): ") as caught:
        nn.Gate(weights, bias, "g")
    assert said(caught) == expected


def test_compositions_nest():
    half = nn.Composition(nn.AND, [nn.XOR, nn.OR], "half")
    assert half.inner == (nn.XOR, nn.OR)
    assert half(X1, X2).tolist() == TABLES["XOR"]
    three = nn.Gate((1, 1, 1), -1.5, "majority")
    minority = nn.Composition(nn.NOT, (three,), "minority")
    assert minority.n_inputs == 3
    assert nn.truth_table(minority).outputs.tolist() == [1, 1, 1, 0, 1, 0, 0, 0]
    assert repr(nn.XOR).startswith("Composition(outer=Gate(")
    with pytest.raises(FrozenInstanceError):
        half.name = "whole"


def test_compositions_that_cannot_be():
    with pytest.raises(ValueError, match="inner") as caught:
        nn.Composition(nn.AND, (nn.OR,), "g")
    assert said(caught) == "inner: 바깥 게이트의 입력 수만큼 2개여야 합니다. 받은 값: 1"
    with pytest.raises(ValueError, match="inner") as caught:
        nn.Composition(nn.AND, (nn.OR, nn.NOT), "g")
    assert said(caught) == "inner: 입력의 개수가 모두 같아야 합니다. 받은 값: [2, 1]"


def test_truth_table_prints_as_a_table():
    table = nn.truth_table(nn.AND)
    assert str(table) == ("AND의 진리표\nx1 x2 | y\n 0  0 | 0\n 0  1 | 0\n 1  0 | 0\n 1  1 | 1")
    assert repr(table) == str(table)
    assert str(nn.truth_table(nn.NOT)) == "NOT의 진리표\nx1 | y\n 0 | 1\n 1 | 0"


def test_truth_table_rows():
    table = nn.truth_table(nn.XOR)
    assert table.name == "XOR"
    assert table.rows.tolist() == [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]
    assert table.rows.dtype == np.int_
    assert table.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert table.outputs.tolist() == [0, 1, 1, 0]
    with pytest.raises(ValueError, match="read-only"):
        table.rows[0, 0] = 1
    with pytest.raises(FrozenInstanceError):
        table.name = "OR"
    assert table == table
    assert table != nn.truth_table(nn.XOR)


def test_truth_table_of_functions():
    def first(a, b):
        return a

    table = nn.truth_table(first)
    assert table.name == "first"
    assert table.outputs.tolist() == [0, 0, 1, 1]
    nameless = nn.truth_table(partial(first, 1), n_inputs=1)
    assert nameless.name == "게이트"
    assert nameless.outputs.tolist() == [1, 1]
    assert nn.truth_table(lambda a, b: a < b).outputs.tolist() == [0, 1, 0, 0]
    assert nn.truth_table(lambda *x: max(x), n_inputs=10).rows.shape == (1024, 11)


@pytest.mark.parametrize(
    ("gate", "n_inputs", "error", "expected"),
    [
        ("AND", None, TypeError, "gate: 게이트나 함수여야 합니다. 받은 값: 'AND'"),
        (max, 11, ValueError, "n_inputs: 10 이하여야 합니다. 받은 값: 11"),
        (max, 0, ValueError, "n_inputs: 1 이상이어야 합니다. 받은 값: 0"),
        (max, 2.0, TypeError, "n_inputs: 정수여야 합니다. 받은 값: 2.0"),
        (nn.AND, 3, TypeError, "AND: 입력이 2개여야 합니다. 받은 값: 3"),
        (complex, 2, TypeError, "complex의 출력: 실수나 실수 배열이어야 합니다. 받은 값: 0j"),
        (pow, 2, None, None),
        (divmod, 2, ZeroDivisionError, None),
    ],
)
def test_truth_tables_that_cannot_be(gate, n_inputs, error, expected):
    if error is None:
        assert nn.truth_table(gate, n_inputs).outputs.tolist() == [1, 0, 1, 1]
        return
    with pytest.raises(error) as caught:
        nn.truth_table(gate, n_inputs)
    assert expected is None or said(caught) == expected


def test_truth_table_needs_one_bit_a_row():
    with pytest.raises(ValueError, match="출력") as caught:
        nn.truth_table(lambda a, b: [a, b])
    assert said(caught) == "<lambda>의 출력: 비트 하나여야 합니다. 받은 값: (2,)"
    with pytest.raises(ValueError, match="출력") as caught:
        nn.truth_table(lambda a, b: a + b)
    assert said(caught) == "<lambda>의 출력: 0 또는 1이어야 합니다. 받은 값: 2"


@pytest.mark.parametrize(("n", "count"), [(1, 4), (2, 14), (3, 104)])
def test_number_of_separable_functions(n, count):
    # OEIS A000609: 2, 4, 14, 104, 1882, ...
    assert sum(nn.linearly_separable(f) for f in product((0, 1), repeat=2**n)) == count


def test_the_two_that_no_gate_computes():
    for outputs in product((0, 1), repeat=4):
        hopeless = list(outputs) in (TABLES["XOR"], TABLES["XNOR"])
        assert nn.linearly_separable(outputs) is not hopeless


def four_input_gates():
    """Every four-input function that small integer weights can compute, as rows of outputs."""
    inputs = np.array(list(product((0, 1), repeat=4)))
    weights = np.array(list(product(range(-3, 4), repeat=4)))
    sums = weights @ inputs.T
    return np.unique(
        np.concatenate([(sums > threshold) for threshold in np.arange(-12.5, 13)]), axis=0
    )


def test_four_inputs_have_the_published_1882():
    gates = four_input_gates()
    assert len(gates) == 1882
    assert all(nn.linearly_separable(outputs) for outputs in gates)
    known = {tuple(outputs) for outputs in gates.tolist()}
    for outputs in np.random.default_rng(0).integers(0, 2, size=(150, 16)).tolist():
        assert nn.linearly_separable(outputs) == (tuple(map(bool, outputs)) in known)


@settings(max_examples=60, deadline=None)
@given(n=st.integers(1, 6), data=st.data())
def test_separability_agrees_with_a_linear_program(n, data):
    weights = data.draw(st.lists(st.integers(-9, 9), min_size=n, max_size=n))
    flips = data.draw(st.sets(st.integers(0, 2**n - 1), max_size=2))
    inputs = np.array(list(product((0, 1), repeat=n)))
    outputs = (inputs @ weights > data.draw(st.integers(-9, 9))).astype(int)
    outputs[list(flips)] ^= 1
    signs = 2 * outputs - 1
    rows = signs[:, np.newaxis] * np.column_stack([np.ones(2**n), inputs])
    program = linprog(np.zeros(n + 1), A_ub=-rows, b_ub=-np.ones(2**n), bounds=(None, None))
    assert nn.linearly_separable(outputs) == (program.status == 0)


def test_parity_of_six_inputs_is_not_separable():
    parity = np.array([sum(row) % 2 for row in product((0, 1), repeat=6)])
    assert nn.linearly_separable(parity) is False
    assert nn.linearly_separable(np.arange(64) > 20) is True


def test_most_updates_is_the_bound_of_the_docstring():
    assert [_most_updates(n) for n in range(1, 7)] == [4, 15, 64, 305, 1640, 9851]


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ([0, 1, 1], "받은 값: (3,)"),
        ([1], "받은 값: (1,)"),
        ([[0, 1], [1, 1]], "받은 값: (2, 2)"),
        (0, "받은 값: ()"),
        (np.zeros(128), "받은 값: (128,)"),
    ],
)
def test_outputs_of_a_wrong_length(outputs, expected):
    with pytest.raises(ValueError, match="outputs") as caught:
        nn.linearly_separable(outputs)
    start = "outputs: 길이가 2, 4, 8, 16, 32, 64 가운데 하나인 벡터여야 합니다. "
    assert said(caught) == start + expected


def test_outputs_that_are_not_bits():
    with pytest.raises(ValueError, match="outputs") as caught:
        nn.linearly_separable([0, 1, 1, 2])
    assert said(caught) == "outputs: 0 또는 1이어야 합니다. 받은 값: 2 (위치 (3,))"


@pytest.mark.parametrize("weights", [(1.0 + 2**-30, 1.0), (1.0, 1.0 + 2**-30)])
def test_no_weight_loses_precision_to_the_type_of_the_inputs(weights):
    gate = nn.Gate(weights=weights, bias=-2.0, name="g")
    for dtype in (bool, np.int8, np.float16, np.float32, np.float64):
        ones = np.ones(3, dtype=dtype)
        assert gate(ones, ones).tolist() == [1, 1, 1]
