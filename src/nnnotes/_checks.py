"""입력 검사: 잘못된 값은 계산하기 전에 한 줄로 알립니다.

모든 메시지는 ``이름: 기대한 것. 받은 값: 실제로 온 것`` 모양입니다.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, cast, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = float | Array
"""스칼라를 넣으면 파이썬 실수, 배열을 넣으면 배열이 나온다는 뜻의 형."""


def message(name: str, expected: str, got: object) -> str:
    """Compose the one-line message that every error of the package uses."""
    text = " ".join(repr(got.item() if isinstance(got, np.generic) else got).split())
    return f"{name}: {expected}. 받은 값: {shortened(text)}"


def shortened(text: str) -> str:
    """Return ``text`` itself or, if it is long, its beginning."""
    return text if len(text) <= 60 else text[:57] + "..."


def function(value: Any, name: str) -> Callable[..., Any]:
    """Return ``value``, which must be callable."""
    if not callable(value):
        raise TypeError(message(name, "부를 수 있는 함수여야 합니다", value))
    return cast(Callable[..., Any], value)


def rectangular(value: ArrayLike, name: str) -> NDArray[Any]:
    """Return ``value`` as an array of any dtype; rows must not differ in length."""
    try:
        return np.asarray(value)
    except ValueError:
        raise ValueError(message(name, "행의 길이가 모두 같아야 합니다", value)) from None


def numeric(value: ArrayLike, name: str) -> Array:
    """Return ``value`` as a float64 array of any shape without looking at its entries.

    The result may share memory with ``value``: never write to it.
    """
    with np.errstate(all="ignore"):
        return _as_given(value, name).astype(np.float64, copy=False)


def bits(value: ArrayLike, name: str) -> NDArray[Any]:
    """Return ``value`` as an array of nothing but 0 and 1, its dtype unchanged.

    The result may share memory with ``value``: never write to it.
    """
    array = _as_given(value, name)
    if array.dtype.kind == "f":
        wrong = bool(((array != 0) & (array != 1)).any())
    else:
        # The "or" of integers is 0 or 1 only if every one of them is.
        wrong = int(np.bitwise_or.reduce(array, axis=None)) not in (0, 1)
    if wrong:
        where = first((array != 0) & (array != 1))
        raise ValueError(message(name, "0 또는 1이어야 합니다", array[where]) + position(where))
    return array


def _as_given(value: ArrayLike, name: str) -> NDArray[Any]:
    """Return ``value`` as an array of numbers in the dtype it came with."""
    array = rectangular(value, name)
    # Integers beyond 64 bits come as objects.
    if array.dtype.kind == "O" and all(isinstance(entry, int | float) for entry in array.flat):
        try:
            array = array.astype(np.float64)
        except OverflowError:
            raise ValueError(message(name, "float64의 범위 안에 있어야 합니다", value)) from None
    if array.dtype.kind not in "biuf":
        raise TypeError(message(name, "실수나 실수 배열이어야 합니다", value))
    if array.size == 0:
        raise ValueError(message(name, "값이 하나 이상 있어야 합니다", array.shape))
    return array


def finite(numbers: Array, name: str) -> Array:
    """Return ``numbers``, or say which entry is NaN or infinite."""
    if not all_finite(numbers):
        where = first(~np.isfinite(numbers))
        expected = "유한한 실수여야 합니다"
        raise ValueError(message(name, expected, numbers[where]) + position(where))
    return numbers


def real(value: ArrayLike, name: str) -> Array:
    """Return ``value`` as a float64 array of any shape, or say why it isn't one.

    The result may share memory with ``value``: never write to it.
    """
    return finite(numeric(value, name), name)


def between(value: ArrayLike, name: str, expected: str, low: float, high: float) -> Array:
    """Return ``value`` as an array whose entries all lie in the open interval (low, high)."""
    numbers = numeric(value, name)
    if not (low < numbers.min() and numbers.max() < high):
        where = first((finite(numbers, name) <= low) | (numbers >= high))
        raise ValueError(message(name, expected, numbers[where]) + position(where))
    return numbers


def in_range(result: Array, numbers: Array, name: str) -> Array:
    """Return ``result``, or say which entry of ``numbers`` made it overflow."""
    if not all_finite(result):
        where = first(~np.isfinite(result))
        expected = "계산한 값이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"
        raise ValueError(message(name, expected, numbers[where]) + position(where))
    return result


def all_finite(numbers: Array) -> bool:
    """Say whether no entry is NaN or infinite."""
    return bool(np.isfinite(numbers).all())


def first(mask: NDArray[np.bool_]) -> tuple[int, ...]:
    """Return the index of the first true entry of ``mask``."""
    return tuple(np.argwhere(mask)[0].tolist())


def position(where: tuple[int, ...]) -> str:
    """Name an index at the end of a message; a scalar has none."""
    return f" (위치 {where})" if where else ""


def scalar(value: ArrayLike, name: str) -> float:
    """Return ``value`` as one finite float."""
    number = real(value, name)
    if number.ndim != 0:
        raise ValueError(message(name, "실수 하나여야 합니다", number.shape))
    return float(number)


def positive(value: ArrayLike, name: str) -> float:
    """Return ``value`` as one finite float greater than zero."""
    number = scalar(value, name)
    if number <= 0:
        raise ValueError(message(name, "0보다 커야 합니다", number))
    return number


def not_negative(value: ArrayLike, name: str) -> float:
    """Return ``value`` as one finite float of at least zero."""
    number = scalar(value, name)
    if number < 0:
        raise ValueError(message(name, "0 이상이어야 합니다", number))
    return number


def vector(value: ArrayLike, name: str) -> Array:
    """Return ``value`` as an array of shape (n,)."""
    array = real(value, name)
    if array.ndim != 1:
        raise ValueError(message(name, "모양이 (n,)인 벡터여야 합니다", array.shape))
    return array


def matrix(value: ArrayLike, name: str) -> Array:
    """Return ``value`` as an array of shape (n, m)."""
    array = real(value, name)
    if array.ndim != 2:
        raise ValueError(message(name, "모양이 (행, 열)인 행렬이어야 합니다", array.shape))
    return array


def one_of(value: Any, name: str, choices: Iterable[str]) -> str:
    """Return ``value``, which must be one of ``choices``."""
    names = list(choices)
    if not isinstance(value, str) or value not in names:
        raise ValueError(message(name, f"{', '.join(names)} 가운데 하나여야 합니다", value))
    return value


def generator(seed: Any) -> np.random.Generator:
    """Return a generator of random numbers; the same ``seed`` gives the same numbers."""
    return np.random.default_rng(None if seed is None else integer(seed, "seed", minimum=0))


def integer(value: Any, name: str, minimum: int = 1, maximum: int | None = None) -> int:
    """Return ``value`` as an int of at least ``minimum``; a bool is no integer."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | np.integer):
        raise TypeError(message(name, "정수여야 합니다", value))
    if value < minimum:
        raise ValueError(message(name, f"{minimum} 이상이어야 합니다", value))
    if maximum is not None and value > maximum:
        raise ValueError(message(name, f"{maximum} 이하여야 합니다", value))
    return int(value)


@overload
def plain(result: Array) -> Numbers: ...
@overload
def plain(result: Any) -> Any: ...
def plain(result: Any) -> Any:
    """Turn a 0-dimensional result into a Python scalar; leave arrays as they are."""
    return np.asarray(result).item() if np.ndim(result) == 0 else result
