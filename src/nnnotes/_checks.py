"""입력 검사: 잘못된 값은 계산하기 전에 한 줄로 알립니다.

모든 메시지는 ``이름: 기대한 것. 받은 값: 실제로 온 것`` 모양입니다.
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = float | Array
"""스칼라를 넣으면 파이썬 실수, 배열을 넣으면 배열이 나온다는 뜻의 형."""


def message(name: str, expected: str, got: object) -> str:
    """Compose the one-line message that every error of the package uses."""
    text = repr(got).replace("\n", " ")
    return f"{name}: {expected}. 받은 값: {text if len(text) <= 60 else text[:57] + '...'}"


def real(value: ArrayLike, name: str) -> Array:
    """Return ``value`` as a float64 array of any shape, or say why it isn't one.

    The result may share memory with ``value``: never write to it.
    """
    numbers = _numeric(value, name).astype(np.float64, copy=False)
    if not _all_finite(numbers):
        found, place = _first(numbers, ~np.isfinite(numbers))
        raise ValueError(message(name, "유한한 실수여야 합니다", found) + place)
    return numbers


def bits(value: ArrayLike, name: str) -> NDArray[Any]:
    """Return ``value`` as an array that holds nothing but 0 and 1, its dtype unchanged.

    The result may share memory with ``value``: never write to it.
    """
    array = _numeric(value, name)
    if not _all_bits(array):
        found, place = _first(array, (array != 0) & (array != 1))
        raise ValueError(message(name, "0 또는 1이어야 합니다", found) + place)
    return array


def _numeric(value: ArrayLike, name: str) -> NDArray[Any]:
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(message(name, "행의 길이가 모두 같아야 합니다", value)) from None
    if array.dtype.kind not in "biuf":
        raise TypeError(message(name, "실수나 실수 배열이어야 합니다", value))
    if array.size == 0:
        raise ValueError(message(name, "값이 하나 이상 있어야 합니다", array.shape))
    return array


def _first(array: NDArray[Any], wrong: NDArray[np.bool_]) -> tuple[float, str]:
    # The first wrong entry, and where it stands for the end of the message.
    where = tuple(np.argwhere(wrong)[0].tolist())
    return array[where].item(), f" (위치 {where})" if where else ""


def _all_bits(array: NDArray[Any]) -> bool:
    # One pass of "or" over integers leaves 0 or 1 only if every entry is 0 or 1.
    if array.dtype.kind == "f":
        return bool(((array == 0) | (array == 1)).all())
    return int(np.bitwise_or.reduce(array, axis=None)) in (0, 1)


def _all_finite(numbers: Array) -> bool:
    # One sum is several times cheaper than isfinite over a million entries; a sum of
    # finite numbers can still overflow, and only then is every entry looked at.
    with np.errstate(over="ignore", invalid="ignore"):
        total = numbers.sum()
    return bool(np.isfinite(total)) or bool(np.isfinite(numbers).all())


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


def integer(value: Any, name: str, minimum: int = 1) -> int:
    """Return ``value`` as an int of at least ``minimum``; a bool is no integer."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | np.integer):
        raise TypeError(message(name, "정수여야 합니다", value))
    if value < minimum:
        raise ValueError(message(name, f"{minimum} 이상이어야 합니다", value))
    return int(value)


def plain(result: Any) -> Any:
    """Turn a 0-dimensional result into a Python scalar; leave arrays as they are."""
    return np.asarray(result).item() if np.ndim(result) == 0 else result
