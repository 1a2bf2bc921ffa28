r"""텐서: 수를 늘어놓은 상자의 종류와 모양, 그리고 모양이 다른 텐서를 맞추는 브로드캐스팅 규칙."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import integer, message, rectangular

__all__ = ["Broadcast", "BroadcastStep", "Description", "broadcast_steps", "describe"]


@dataclass(frozen=True)
class Description:
    """텐서 하나의 설명.

    Attributes
    ----------
    kind : str
        스칼라, 벡터, 행렬, 3차원 텐서, 4차원 텐서, ….
    ndim : int
        축의 개수.
    shape : tuple of int
        축마다의 길이.
    size : int
        원소의 개수. 축의 길이를 모두 곱한 값입니다.
    dtype : str
        원소의 자료형.

    Examples
    --------
    축이 둘이고 원소가 여섯인 행렬입니다.

    >>> import nnnotes as nn
    >>> description = nn.describe([[10, 20, 30], [40, 50, 60]])
    >>> description.kind, description.ndim, description.shape, description.size
    ('행렬', 2, (2, 3), 6)
    """

    kind: str
    ndim: int
    shape: tuple[int, ...]
    size: int
    dtype: str

    def __repr__(self) -> str:
        return (
            f"{self.kind}: 축 {self.ndim}개, 모양 {self.shape}, "
            f"원소 {self.size}개, 자료형 {self.dtype}"
        )


def describe(x: ArrayLike) -> Description:
    r"""텐서의 종류와 모양을 알려 줍니다.

    Parameters
    ----------
    x : array_like
        수나 수의 배열. 빈 배열도 됩니다.

    Returns
    -------
    Description
        종류(``kind``), 축의 개수(``ndim``), 모양(``shape``), 원소 수(``size``), 자료형(``dtype``).

    Raises
    ------
    TypeError
        수가 아닌 것이 들어 있을 때.
    ValueError
        행의 길이가 서로 다를 때.

    Notes
    -----
    종류는 축의 개수만으로 정해집니다. 원소가 하나뿐이어도 축이 하나 있으면 스칼라가 아니라
    벡터입니다.

    Examples
    --------
    축이 없으면 스칼라, 하나면 벡터, 둘이면 행렬입니다.

    >>> import nnnotes as nn
    >>> nn.describe(3.0)
    스칼라: 축 0개, 모양 (), 원소 1개, 자료형 float64
    >>> nn.describe([3.0])
    벡터: 축 1개, 모양 (1,), 원소 1개, 자료형 float64

    컬러 이미지 하나는 세로, 가로, 채널을 축으로 하는 3차원 텐서입니다.

    >>> import numpy as np
    >>> nn.describe(np.zeros((32, 32, 3))).kind
    '3차원 텐서'
    """
    array = rectangular(x, "x")
    if array.dtype.kind not in "biufc":
        raise TypeError(message("x", "수나 수의 배열이어야 합니다", x))
    kinds = ("스칼라", "벡터", "행렬")
    kind = kinds[array.ndim] if array.ndim < len(kinds) else f"{array.ndim}차원 텐서"
    return Description(kind, array.ndim, array.shape, array.size, str(array.dtype))


@dataclass(frozen=True)
class BroadcastStep:
    """축 하나에 브로드캐스팅 규칙을 적용한 것.

    Attributes
    ----------
    axis : int
        뒤에서부터 센 축의 번호. 마지막 축이 -1입니다.
    lengths : tuple of int
        모양마다 그 축의 길이. 없는 축은 1로 셉니다.
    missing : tuple of bool
        모양마다 그 축이 없으면 True.
    result : int or None
        맞춘 길이. 맞출 수 없으면 None.

    Examples
    --------
    마지막 축에서는 길이 3과 1이 만나 3이 됩니다.

    >>> import nnnotes as nn
    >>> step = nn.broadcast_steps((2, 3), (2, 1)).steps[0]
    >>> step.axis, step.lengths, step.result
    (-1, (3, 1), 3)
    """

    axis: int
    lengths: tuple[int, ...]
    missing: tuple[bool, ...]
    result: int | None

    def __repr__(self) -> str:
        pairs = zip(self.lengths, self.missing, strict=True)
        lengths = ", ".join(
            f"{length}(없는 축)" if none else f"{length}" for length, none in pairs
        )
        result = "맞출 수 없음" if self.result is None else self.result
        return f"축 {self.axis}: {lengths} → {result}"


@dataclass(frozen=True)
class Broadcast:
    """브로드캐스팅의 과정과 결과.

    Attributes
    ----------
    shapes : tuple of tuple of int
        맞추려는 모양들.
    steps : tuple of BroadcastStep
        마지막 축에서 앞으로 가며 한 축씩. 맞출 수 없는 축을 만나면 거기서 끝납니다.

    Examples
    --------
    마지막 축의 길이 3과 2는 맞출 수 없습니다.

    >>> import nnnotes as nn
    >>> broadcast = nn.broadcast_steps((2, 3), (2,))
    >>> broadcast.result is None, broadcast.fails_at
    (True, -1)
    """

    shapes: tuple[tuple[int, ...], ...]
    steps: tuple[BroadcastStep, ...]

    @property
    def fails_at(self) -> int | None:
        """맞출 수 없는 축의 번호, 모두 맞으면 None."""
        return next((step.axis for step in self.steps if step.result is None), None)

    @property
    def result(self) -> tuple[int, ...] | None:
        """결과의 모양, 맞출 수 없으면 None."""
        lengths = tuple(step.result for step in reversed(self.steps) if step.result is not None)
        return lengths if self.fails_at is None else None

    def __repr__(self) -> str:
        if self.fails_at is None:
            conclusion = f"결과: 모양 {self.result}"
        else:
            conclusion = f"결과: 축 {self.fails_at}의 길이가 같지도 않고 1도 아니어서 맞출 수 없음"
        title = "브로드캐스팅: " + ", ".join(map(str, self.shapes))
        return "\n".join([title, *map(repr, self.steps), conclusion])


def broadcast_steps(*shapes: int | Sequence[int]) -> Broadcast:
    r"""여러 모양을 브로드캐스팅 규칙에 따라 한 축씩 맞춰 봅니다.

    Parameters
    ----------
    *shapes : tuple of int
        맞추려는 모양들, 하나 이상. 정수 하나는 벡터의 길이로 봅니다.

    Returns
    -------
    Broadcast
        단계(``steps``), 결과의 모양(``result``), 맞출 수 없는 축(``fails_at``).

    Raises
    ------
    TypeError
        모양이 하나도 없거나 정수가 아닌 길이가 있을 때.
    ValueError
        음수인 길이가 있을 때.

    Notes
    -----
    마지막 축끼리 줄을 맞추고 앞으로 갑니다. 없는 축은 길이를 1로 셉니다. 길이가 서로 같거나 1이면
    맞출 수 있고, 길이가 1인 축은 다른 쪽의 길이만큼 되풀이해 읽습니다. 복사하거나 0으로 채우지
    않습니다.

    References
    ----------
    NumPy User Guide, "Broadcasting".

    Examples
    --------
    모양이 (2, 3)인 행렬과 길이가 3인 벡터는 맞습니다.

    >>> import nnnotes as nn
    >>> nn.broadcast_steps((2, 3), (3,))
    브로드캐스팅: (2, 3), (3,)
    축 -1: 3, 3 → 3
    축 -2: 2, 1(없는 축) → 2
    결과: 모양 (2, 3)

    길이가 2인 벡터는 마지막 축부터 맞지 않습니다.

    >>> nn.broadcast_steps((2, 3), (2,))
    브로드캐스팅: (2, 3), (2,)
    축 -1: 3, 2 → 맞출 수 없음
    결과: 축 -1의 길이가 같지도 않고 1도 아니어서 맞출 수 없음
    """
    if not shapes:
        raise TypeError(message("shapes", "모양이 하나 이상 있어야 합니다", shapes))
    checked = tuple(_shape(shape, f"{i}번째 모양") for i, shape in enumerate(shapes, start=1))
    steps: list[BroadcastStep] = []
    for axis in range(-1, -max(map(len, checked)) - 1, -1):
        missing = tuple(len(shape) < -axis for shape in checked)
        lengths = tuple(
            1 if none else shape[axis] for shape, none in zip(checked, missing, strict=True)
        )
        stretched = set(lengths) - {1}
        result = None if len(stretched) > 1 else stretched.pop() if stretched else 1
        steps.append(BroadcastStep(axis, lengths, missing, result))
        if result is None:
            break
    return Broadcast(checked, tuple(steps))


def _shape(shape: Any, name: str) -> tuple[int, ...]:
    if isinstance(shape, int | np.integer):
        shape = (shape,)
    if not isinstance(shape, tuple | list):
        raise TypeError(message(name, "(2, 3)처럼 길이를 늘어놓은 튜플이어야 합니다", shape))
    return tuple(integer(length, name, minimum=0) for length in shape)
