from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

import nnnotes as nn


def said(error):
    text = str(error.value)
    assert "\n" not in text
    return text


@pytest.mark.parametrize(
    ("x", "kind", "shape", "size"),
    [
        (3, "스칼라", (), 1),
        ([3], "벡터", (1,), 1),
        ([1, 2, 3, 4], "벡터", (4,), 4),
        ([[1, 2, 3], [4, 5, 6]], "행렬", (2, 3), 6),
        (np.zeros((3, 3, 4)), "3차원 텐서", (3, 3, 4), 36),
        (np.zeros((10, 28, 28, 1)), "4차원 텐서", (10, 28, 28, 1), 7840),
        (np.zeros((2, 5, 8, 8, 3)), "5차원 텐서", (2, 5, 8, 8, 3), 1920),
        (np.zeros((0, 3)), "행렬", (0, 3), 0),
    ],
)
def test_describe(x, kind, shape, size):
    found = nn.describe(x)
    assert (found.kind, found.shape, found.size) == (kind, shape, size)
    assert found.ndim == len(shape)


@pytest.mark.parametrize(
    ("x", "dtype"),
    [
        (True, "bool"),
        (np.int8(1), "int8"),
        (np.uint16(1), "uint16"),
        (1.0, "float64"),
        (np.float32(1), "float32"),
        (1j, "complex128"),
        (np.nan, "float64"),
    ],
)
def test_describe_keeps_the_dtype(x, dtype):
    assert nn.describe(x).dtype == dtype


@settings(deadline=None)
@given(x=npst.arrays(npst.floating_dtypes(), npst.array_shapes(min_dims=0, min_side=0)))
def test_describe_agrees_with_numpy(x):
    found = nn.describe(x)
    assert (found.ndim, found.shape, found.size) == (x.ndim, x.shape, x.size)
    assert found.dtype == str(x.dtype)


def test_a_description_reads_well():
    matrix = nn.describe(np.ones((2, 3)))
    assert str(matrix) == "행렬: 축 2개, 모양 (2, 3), 원소 6개, 자료형 float64"
    assert repr(matrix) == str(matrix)
    long = nn.describe(np.ones((1,) * 40))
    assert str((1,) * 40) in str(long)
    with pytest.raises(FrozenInstanceError):
        matrix.ndim = 3


@pytest.mark.parametrize(
    ("x", "error", "expected"),
    [
        ("3", TypeError, "x: 수나 수의 배열이어야 합니다. 받은 값: '3'"),
        (None, TypeError, "x: 수나 수의 배열이어야 합니다. 받은 값: None"),
        (["a", 1], TypeError, "x: 수나 수의 배열이어야 합니다. 받은 값: ['a', 1]"),
        ([[1], [2, 3]], ValueError, "x: 행의 길이가 모두 같아야 합니다. 받은 값: [[1], [2, 3]]"),
    ],
)
def test_what_is_no_tensor(x, error, expected):
    with pytest.raises(error) as caught:
        nn.describe(x)
    assert said(caught) == expected


@pytest.mark.parametrize(
    ("shapes", "result"),
    [
        (((256, 256, 3), (3,)), (256, 256, 3)),
        (((8, 1, 6, 1), (7, 1, 5)), (8, 7, 6, 5)),
        (((2, 3), (3,)), (2, 3)),
        (((2, 3), (2, 1)), (2, 3)),
        (((4,), ()), (4,)),
        (((), ()), ()),
        (((0, 3), (1, 3)), (0, 3)),
        (((1,), (0,)), (0,)),
        (((5, 1), (1, 6), (1,)), (5, 6)),
        (((2, 3),), (2, 3)),
    ],
)
def test_shapes_that_match(shapes, result):
    found = nn.broadcast_steps(*shapes)
    assert found.shapes == shapes
    assert found.result == result
    with pytest.raises(FrozenInstanceError):
        found.shapes = ()
    assert found.fails_at is None
    assert [step.axis for step in found.steps] == list(range(-1, -len(result) - 1, -1))


@pytest.mark.parametrize(
    ("shapes", "axis"),
    [
        (((2, 3), (2,)), -1),
        (((3,), (4,)), -1),
        (((2, 1), (8, 4, 3)), -2),
        (((0,), (2,)), -1),
        (((2, 1, 5), (3, 7, 5)), -3),
        (((1, 5), (1, 5), (4,)), -1),
    ],
)
def test_shapes_that_do_not_match(shapes, axis):
    found = nn.broadcast_steps(*shapes)
    assert found.result is None
    assert found.fails_at == axis
    assert found.steps[-1].axis == axis
    assert found.steps[-1].result is None
    assert all(step.result is not None for step in found.steps[:-1])


def test_each_step():
    first, second, third = nn.broadcast_steps((7, 1, 5), (6, 1)).steps
    assert first == nn.BroadcastStep(-1, (5, 1), (False, False), 5)
    assert second == nn.BroadcastStep(-2, (1, 6), (False, False), 6)
    assert third == nn.BroadcastStep(-3, (7, 1), (False, True), 7)
    with pytest.raises(FrozenInstanceError):
        first.axis = 0


shapes = st.lists(
    st.lists(st.sampled_from([0, 1, 1, 2, 3]), max_size=5).map(tuple), min_size=1, max_size=4
)


@settings(deadline=None, max_examples=300)
@given(shapes=shapes)
def test_agrees_with_numpy_on_any_shapes(shapes):
    found = nn.broadcast_steps(*shapes)
    try:
        expected = np.broadcast_shapes(*shapes)
    except ValueError:
        expected = None
    assert found.result == expected
    assert (found.fails_at is None) == (expected is not None)


@settings(deadline=None)
@given(made=npst.mutually_broadcastable_shapes(num_shapes=3, min_side=0))
def test_agrees_with_hypothesis_on_shapes_that_match(made):
    assert nn.broadcast_steps(*made.input_shapes).result == made.result_shape


def test_numbers_and_lists_stand_for_shapes():
    found = nn.broadcast_steps(3, [2, 1], np.int64(1), (np.int8(2), 3))
    assert found.shapes == ((3,), (2, 1), (1,), (2, 3))
    assert found.result == (2, 3)
    assert all(type(length) is int for shape in found.shapes for length in shape)


def test_the_steps_read_well():
    assert str(nn.broadcast_steps((2, 1), (3,))) == (
        "브로드캐스팅: (2, 1), (3,)\n축 -1: 1, 3 → 3\n축 -2: 2, 1(없는 축) → 2\n결과: 모양 (2, 3)"
    )
    failing = nn.broadcast_steps((2, 3), (2,))
    assert repr(failing) == str(failing)
    assert str(failing) == (
        "브로드캐스팅: (2, 3), (2,)\n"
        "축 -1: 3, 2 → 맞출 수 없음\n"
        "결과: 축 -1의 길이가 같지도 않고 1도 아니어서 맞출 수 없음"
    )
    assert str(nn.broadcast_steps(())) == "브로드캐스팅: ()\n결과: 모양 ()"


@pytest.mark.parametrize(
    ("shapes", "error", "expected"),
    [
        ((), TypeError, "shapes: 모양이 하나 이상 있어야 합니다. 받은 값: ()"),
        (((2, -1),), ValueError, "1번째 모양: 0 이상이어야 합니다. 받은 값: -1"),
        (((2,), -3), ValueError, "2번째 모양: 0 이상이어야 합니다. 받은 값: -3"),
        (((2.0,),), TypeError, "1번째 모양: 정수여야 합니다. 받은 값: 2.0"),
        (((True,),), TypeError, "1번째 모양: 정수여야 합니다. 받은 값: True"),
        ((True,), TypeError, "1번째 모양: 정수여야 합니다. 받은 값: True"),
        (
            ((2,), "23"),
            TypeError,
            "2번째 모양: (2, 3)처럼 길이를 늘어놓은 튜플이어야 합니다. 받은 값: '23'",
        ),
        (
            (np.ones(2),),
            TypeError,
            "1번째 모양: (2, 3)처럼 길이를 늘어놓은 튜플이어야 합니다. 받은 값: array([1., 1.])",
        ),
    ],
)
def test_what_is_no_shape(shapes, error, expected):
    with pytest.raises(error) as caught:
        nn.broadcast_steps(*shapes)
    assert said(caught) == expected
