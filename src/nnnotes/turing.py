r"""튜링의 비조직 기계: NAND 유닛을 마구 이어 만든 1948년의 신경망.

A형 기계는 입력이 둘인 NAND 유닛을 아무렇게나 이은 것입니다. B형 기계는 연결마다 문이 하나씩
있어서, 문을 여닫아 기계를 고칠 수 있습니다. 두 기계 모두 시계에 맞춰 모든 유닛이 한꺼번에
움직입니다.
"""

from copy import copy
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import bits, first, generator, integer, matrix, message, position, rectangular

__all__ = ["AType", "BType", "Cycle", "find_cycle"]


class AType:
    r"""A형 비조직 기계: 무작위로 이은 NAND 유닛들.

    유닛마다 입력 둘을 모든 유닛(자기 자신도 포함) 가운데에서 고릅니다. 배선을 손수 정하려면
    :meth:`from_wiring`\ 을 씁니다.

    Parameters
    ----------
    n_units : int
        유닛의 수.
    seed : int, optional
        배선을 고를 난수의 시드. 같은 시드는 같은 배선입니다.

    Attributes
    ----------
    inputs : ndarray of int, shape (n_units, 2)
        유닛마다 두 입력이 오는 유닛의 번호. 번호는 0부터 셉니다. 바꿀 수 없습니다.

    Raises
    ------
    TypeError
        ``n_units``\ 나 ``seed``\ 가 정수가 아닐 때.
    ValueError
        ``n_units``\ 가 1보다 작을 때.

    See Also
    --------
    BType : 연결마다 문이 있는 기계.
    find_cycle : 상태가 언제부터 되풀이되는지 찾습니다.

    Notes
    -----
    유닛 :math:`r`\ 의 입력이 유닛 :math:`i(r)`\ 와 :math:`j(r)`\ 에서 온다면, 다음 상태는 두
    상태를 곱해 1에서 뺀 것입니다. 상태가 0과 1뿐이므로 이것은 NAND입니다.

    .. math::

       s_r(t + 1) = 1 - s_{i(r)}(t) \, s_{j(r)}(t)

    References
    ----------
    A. M. Turing, "Intelligent Machinery", National Physical Laboratory, 1948.

    Examples
    --------
    튜링이 보고서에 실은 유닛 다섯 개짜리 기계입니다. 그는 유닛에 1부터 번호를 매겼습니다.

    >>> import numpy as np
    >>> import nnnotes as nn
    >>> wiring = np.array([[3, 2], [3, 5], [4, 5], [3, 4], [2, 5]]) - 1
    >>> machine = nn.AType.from_wiring(wiring)
    >>> machine.run(5, initial=[1, 1, 0, 0, 1])
    array([[1, 1, 0, 0, 1],
           [1, 1, 1, 1, 0],
           [0, 1, 1, 0, 1],
           [0, 0, 1, 1, 0],
           [1, 1, 1, 0, 1],
           [0, 0, 1, 1, 0]])
    """

    inputs: NDArray[np.int_]

    def __init__(self, n_units: int, seed: int | None = None) -> None:
        size = integer(n_units, "n_units")
        self._wire(generator(seed).integers(size, size=(size, 2)))

    @classmethod
    def from_wiring(cls, inputs: ArrayLike, **options: Any) -> Self:
        r"""배선을 손수 정한 기계를 만듭니다.

        Parameters
        ----------
        inputs : array_like of int, shape (n_units, 2)
            유닛마다 두 입력이 오는 유닛의 번호. 번호는 0부터 셉니다.
        **options
            기계를 만들 때의 다른 매개변수. :class:`BType`\ 의 ``interchange``\ 가 있습니다.

        Returns
        -------
        AType or BType
            부른 클래스의 기계. B형이라면 문이 모두 열려 있습니다.

        Raises
        ------
        TypeError
            번호가 정수가 아닐 때.
        ValueError
            모양이 다르거나 없는 번호가 있을 때.

        Examples
        --------
        두 입력이 모두 자기 자신이면 NOT이므로, 상태가 계속 뒤집힙니다.

        >>> import nnnotes as nn
        >>> nn.AType.from_wiring([[0, 0]]).run(3, initial=[1]).ravel()
        array([1, 0, 1, 0])
        """
        wiring = rectangular(inputs, "inputs")
        if wiring.ndim != 2 or wiring.shape[1] != 2 or len(wiring) == 0:
            raise ValueError(message("inputs", "모양이 (n, 2)여야 합니다", wiring.shape))
        if wiring.dtype.kind not in "iu":
            raise TypeError(message("inputs", "유닛의 번호(정수)여야 합니다", inputs))
        wrong = (wiring < 0) | (wiring >= len(wiring))
        if wrong.any():
            where = first(wrong)
            expected = f"0 이상 {len(wiring) - 1} 이하여야 합니다"
            raise ValueError(message("inputs", expected, wiring[where]) + position(where))
        machine = cls(len(wiring), seed=0, **options)
        machine._wire(wiring.astype(np.int_))
        return machine

    def _wire(self, inputs: NDArray[np.int_]) -> None:
        inputs.flags.writeable = False
        self.inputs = inputs

    @property
    def n_units(self) -> int:
        """유닛의 수."""
        return len(self.inputs)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(n_units={self.n_units})"

    def _signals(self, state: NDArray[np.int_]) -> NDArray[np.int_]:
        """Return what arrives at both inputs of every unit, of shape (n_units, 2)."""
        return state[self.inputs]

    def run(
        self, steps: int, initial: ArrayLike | None = None, seed: int | None = None
    ) -> NDArray[np.int_]:
        r"""기계를 움직이고, 지나온 상태를 모두 돌려줍니다.

        Parameters
        ----------
        steps : int
            움직일 횟수. 0 이상.
        initial : array_like of 0 and 1, shape (n_units,), optional
            처음 상태. 주지 않으면 ``seed``\ 로 고릅니다.
        seed : int, optional
            처음 상태를 고를 난수의 시드. ``initial``\ 을 주면 쓰지 않습니다.

        Returns
        -------
        ndarray of int, shape (steps + 1, n_units)
            0번 행은 처음 상태이고, t번 행은 t번 움직인 뒤의 상태입니다.

        Raises
        ------
        TypeError
            ``steps``\ 나 ``seed``\ 가 정수가 아니거나, ``initial``\ 이 수가 아닐 때.
        ValueError
            ``steps``\ 가 음수이거나, ``initial``\ 의 모양이 다르거나 0과 1이 아닌 값이 있을 때.
        """
        count = integer(steps, "steps", minimum=0)
        if initial is None:
            start = generator(seed).integers(2, size=self.n_units)
        else:
            start = bits(initial, "initial")
            if start.shape != (self.n_units,):
                expected = f"모양이 ({self.n_units},)여야 합니다"
                raise ValueError(message("initial", expected, start.shape))
        states = np.empty((count + 1, self.n_units), dtype=np.int_)
        states[0] = start
        for moment in range(count):
            states[moment + 1] = 1 - self._signals(states[moment]).prod(axis=1)
        return states


class BType(AType):
    r"""B형 비조직 기계: 연결마다 문이 있어 고칠 수 있는 A형 기계.

    열린 문은 신호를 지나가게 하고, 막힌 문은 무엇이 오든 1을 내보냅니다. 문을 여닫아 기계를
    바꾸는 일을 튜링은 간섭이라고 불렀고, 교육에 견주었습니다.

    Parameters
    ----------
    n_units : int
        유닛의 수.
    seed : int, optional
        배선을 고를 난수의 시드. 같은 시드는 :class:`AType`\ 과 같은 배선입니다.
    interchange : bool
        참이면 열린 문이 0과 1을 맞바꿉니다. 튜링의 글에 적힌 연결이 이렇습니다. 뒷날의 설명은
        대개 맞바꾸지 않는 문이며, 이것이 기본값입니다.

    Attributes
    ----------
    inputs : ndarray of int, shape (n_units, 2)
        유닛마다 두 입력이 오는 유닛의 번호. 바꿀 수 없습니다.
    passing : ndarray of bool, shape (n_units, 2)
        연결마다 문이 열려 있는지. 처음에는 모두 열려 있습니다. 바꿀 수 없습니다.
    interchange : bool
        열린 문이 0과 1을 맞바꾸는지.

    Raises
    ------
    TypeError
        ``interchange``\ 가 참이나 거짓이 아닐 때. 나머지는 :class:`AType`\ 과 같습니다.

    See Also
    --------
    AType : 문이 없는 기계.

    Notes
    -----
    튜링의 문은 그 자체가 NAND 유닛으로 된 작은 A형 기계입니다. 그래서 지나는 데 시간이 걸리고,
    열림과 막힘을 한 순간마다 오가는 상태도 있습니다. 이 클래스는 그 둘을 뺀 간단한 모형입니다.

    References
    ----------
    A. M. Turing, "Intelligent Machinery", National Physical Laboratory, 1948.

    B. J. Copeland and D. Proudfoot, "Turing's Neural Networks of 1948", 2000.

    Examples
    --------
    문이 모두 열려 있으면 A형 기계와 똑같이 움직입니다.

    >>> import nnnotes as nn
    >>> a, b = nn.AType(6, seed=1), nn.BType(6, seed=1)
    >>> bool((a.run(20, seed=0) == b.run(20, seed=0)).all())
    True

    맞바꾸는 문을 지나면 NAND 유닛이 OR처럼 움직입니다. 유닛 0의 두 입력은 0과 1입니다.

    >>> machine = nn.BType.from_wiring([[1, 2], [1, 1], [2, 2]], interchange=True)
    >>> machine.run(1, initial=[0, 0, 1])
    array([[0, 0, 1],
           [1, 0, 1]])
    """

    passing: NDArray[np.bool_]

    def __init__(self, n_units: int, seed: int | None = None, interchange: bool = False) -> None:
        super().__init__(n_units, seed)
        if not isinstance(interchange, bool):
            raise TypeError(message("interchange", "참이나 거짓이어야 합니다", interchange))
        self.interchange = interchange
        self._set(np.ones_like(self.inputs, dtype=np.bool_))

    def _set(self, passing: NDArray[np.bool_]) -> None:
        passing.flags.writeable = False
        self.passing = passing

    def _signals(self, state: NDArray[np.int_]) -> NDArray[np.int_]:
        arriving = super()._signals(state)
        passed = 1 - arriving if self.interchange else arriving
        return np.where(self.passing, passed, 1)

    def interfere(self, unit: int, link: int, *, passing: bool) -> Self:
        r"""연결 하나의 문을 여닫은 새 기계를 만듭니다. 이 기계는 그대로 둡니다.

        Parameters
        ----------
        unit : int
            연결이 들어가는 유닛의 번호.
        link : {0, 1}
            그 유닛의 첫째 입력인지 둘째 입력인지.
        passing : bool
            참이면 열고, 거짓이면 막습니다.

        Returns
        -------
        BType
            배선은 같고 문 하나만 다른 기계.

        Raises
        ------
        TypeError
            번호가 정수가 아니거나, ``passing``\ 이 참이나 거짓이 아닐 때.
        ValueError
            그런 번호의 유닛이나 입력이 없을 때.

        Examples
        --------
        한쪽 문을 막으면 그쪽에는 늘 1이 오므로, NAND가 다른 쪽의 NOT이 됩니다.

        >>> import nnnotes as nn
        >>> machine = nn.BType.from_wiring([[1, 2], [1, 1], [2, 2]])
        >>> changed = machine.interfere(0, 1, passing=False)
        >>> machine.run(1, initial=[0, 1, 0])[1], machine.n_blocked
        (array([1, 0, 1]), 0)
        >>> changed.run(1, initial=[0, 1, 0])[1], changed.n_blocked
        (array([0, 0, 1]), 1)
        """
        row = integer(unit, "unit", minimum=0, maximum=self.n_units - 1)
        column = integer(link, "link", minimum=0, maximum=1)
        if not isinstance(passing, bool):
            raise TypeError(message("passing", "참이나 거짓이어야 합니다", passing))
        settings = self.passing.copy()
        settings[row, column] = passing
        machine = copy(self)
        machine._set(settings)
        return machine

    @property
    def n_blocked(self) -> int:
        """막힌 문의 수."""
        return int((~self.passing).sum())


@dataclass(frozen=True)
class Cycle:
    r"""상태가 되풀이되는 모양.

    Attributes
    ----------
    transient : int
        되풀이에 들어서기까지의 순간 수.
    period : int
        한 바퀴의 순간 수, 곧 주기.

    See Also
    --------
    find_cycle : 이 기록을 만듭니다.

    Examples
    --------
    상태가 한 번 바뀐 뒤 두 순간마다 되풀이됩니다.

    >>> import nnnotes as nn
    >>> nn.find_cycle([[0, 0], [0, 1], [1, 1], [0, 1]])
    Cycle(transient=1, period=2)
    """

    transient: int
    period: int


def find_cycle(states: ArrayLike) -> Cycle:
    r"""지나온 상태에서 처음으로 되풀이된 곳을 찾습니다.

    다음 상태가 지금 상태만으로 정해지는 기계라면, 같은 상태가 다시 나온 순간부터는 그 사이가
    영원히 되풀이됩니다.

    Parameters
    ----------
    states : array_like of shape (n_moments, n_units)
        순간마다의 상태. :meth:`AType.run`\ 의 결과를 그대로 넣으면 됩니다.

    Returns
    -------
    Cycle
        되풀이에 들어서기까지의 순간 수와 주기.

    Raises
    ------
    ValueError
        모양이 행렬이 아니거나, 같은 상태가 두 번 나오지 않았을 때.

    See Also
    --------
    AType.run : 상태를 만듭니다.

    Notes
    -----
    유닛이 :math:`N`\ 개이면 상태는 모두 :math:`2^N`\ 가지뿐입니다. 그래서 :math:`2^N`\ 번 움직이는
    동안 반드시 같은 상태가 두 번 나옵니다.

    Examples
    --------
    튜링이 실은 기계는 세 순간 뒤부터 두 상태를 오갑니다.

    >>> import numpy as np
    >>> import nnnotes as nn
    >>> wiring = np.array([[3, 2], [3, 5], [4, 5], [3, 4], [2, 5]]) - 1
    >>> states = nn.AType.from_wiring(wiring).run(2**5, initial=[1, 1, 0, 0, 1])
    >>> nn.find_cycle(states)
    Cycle(transient=3, period=2)
    """
    rows = matrix(states, "states")
    seen: dict[tuple[float, ...], int] = {}
    for moment, row in enumerate(rows.tolist()):
        earlier = seen.setdefault(tuple(row), moment)
        if earlier < moment:
            return Cycle(transient=earlier, period=moment - earlier)
    raise ValueError(message("states", "같은 상태가 두 번 나올 만큼 길어야 합니다", rows.shape))
