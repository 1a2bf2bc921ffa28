r"""논리 게이트: 가중합을 0과 견주어 0이나 1을 내는 가장 작은 뉴런.

게이트 하나는 평면에 직선 하나를 긋습니다. 직선 하나로 나뉘지 않는 XOR는
게이트 여러 개를 이어서 만듭니다.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from math import isfinite
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import (
    Numbers,
    bits,
    finite,
    integer,
    message,
    plain,
    real,
    scalar,
    vector,
)

__all__ = [
    "AND",
    "NAND",
    "NOR",
    "NOT",
    "OR",
    "XNOR",
    "XOR",
    "Composition",
    "Gate",
    "TruthTable",
    "linearly_separable",
    "truth_table",
]

Bits: TypeAlias = int | NDArray[np.int_]
"""비트를 넣으면 파이썬 정수, 배열을 넣으면 정수 배열이 나온다는 뜻의 형."""

_BLOCK = 32_768


@dataclass(frozen=True)
class Gate:
    r"""가중치와 편향으로 정해지는 게이트 하나.

    Parameters
    ----------
    weights : sequence of float
        입력마다 하나씩인 가중치.
    bias : float
        편향.
    name : str
        게이트의 이름.

    Raises
    ------
    ValueError
        가중치가 벡터가 아니거나 가중합이 유한하지 않을 수 있을 때.

    See Also
    --------
    truth_table : 게이트의 진리표.

    Notes
    -----
    가중합(편향까지 더한 값)이 0보다 클 때만 1입니다. 꼭 0이면 0입니다.

    .. math::

       y = \begin{cases}
           1 & w_1 x_1 + \dots + w_n x_n + b > 0 \\
           0 & w_1 x_1 + \dots + w_n x_n + b \le 0
           \end{cases}

    Examples
    --------
    두 입력이 모두 1이어야 편향 -0.6을 넘는 게이트가 AND입니다.

    >>> import nnnotes as nn
    >>> gate = nn.Gate(weights=(0.4, 0.4), bias=-0.6, name="AND")
    >>> gate(0, 1), gate(1, 1)
    (0, 1)

    배열을 넣으면 원소마다 계산합니다.

    >>> gate([0, 0, 1, 1], [0, 1, 0, 1])
    array([0, 0, 0, 1])
    """

    weights: tuple[float, ...]
    bias: float
    name: str

    def __post_init__(self) -> None:
        weights = vector(self.weights, "weights")
        object.__setattr__(self, "weights", tuple(weights.tolist()))
        object.__setattr__(self, "bias", scalar(self.bias, "bias"))
        if not isfinite(sum(map(abs, self.weights)) + abs(self.bias)):
            expected = "크기의 합이 float64의 범위(약 1.8e308)를 넘지 않아야 합니다"
            raise ValueError(message("weights, bias", expected, (self.weights, self.bias)))

    @property
    def n_inputs(self) -> int:
        """입력의 개수."""
        return len(self.weights)

    def __call__(self, *inputs: ArrayLike) -> Bits:
        r"""비트에서 비트를 계산합니다.

        Parameters
        ----------
        *inputs : array_like of 0 and 1
            입력마다 하나씩. 모양은 서로 브로드캐스팅할 수 있어야 합니다.

        Returns
        -------
        int or ndarray of int
            0 또는 1.

        Raises
        ------
        TypeError
            입력의 개수가 다르거나 수가 아닐 때.
        ValueError
            0과 1이 아닌 값이 있거나 모양이 맞지 않을 때.
        """
        return _evaluate(self, inputs)

    def value(self, *inputs: ArrayLike) -> Numbers:
        r"""0과 견주기 전의 값, 곧 가중합(편향까지 더한 값)을 계산합니다.

        이 값이 0인 곳이 게이트의 결정 경계입니다.

        Parameters
        ----------
        *inputs : array_like
            입력마다 하나씩. 비트 사이의 값도 되므로 평면 전체를 살필 수 있습니다.

        Returns
        -------
        float or ndarray of float
            :math:`w_1 x_1 + \dots + w_n x_n + b`.

        Raises
        ------
        TypeError
            입력의 개수가 다르거나 수가 아닐 때.
        ValueError
            유한하지 않은 값이 있거나 모양이 맞지 않을 때.

        Examples
        --------
        AND의 결정 경계는 두 입력의 합이 1.5인 직선입니다.

        >>> import nnnotes as nn
        >>> round(nn.AND.value(0.5, 1.0), 12) == 0
        True
        """
        arrays = _inputs(self, inputs, real)
        with np.errstate(over="ignore", invalid="ignore"):
            values = self._weighted_sum(arrays) + self.bias
        result: Numbers = plain(finite(values, f"{self.name}의 값"))
        return result

    def _weighted_sum(self, inputs: Sequence[NDArray[Any]]) -> Any:
        # dtype: neither bools nor float32 may lower the precision of the sum.
        total = np.multiply(self.weights[0], inputs[0], dtype=np.float64)
        for weight, x in zip(self.weights[1:], inputs[1:], strict=True):
            total += np.multiply(weight, x, dtype=np.float64)
        return total

    def _fires(self, inputs: Sequence[NDArray[Any]]) -> NDArray[np.bool_]:
        # s + b > 0 and s > -b are the same, also when s + b is rounded.
        fires: NDArray[np.bool_] = self._weighted_sum(inputs) > -self.bias
        return fires


@dataclass(frozen=True)
class Composition:
    """안쪽 게이트들의 출력을 바깥 게이트에 넣은 것: 두 층짜리 신경망.

    Parameters
    ----------
    outer : Gate or Composition
        마지막 게이트.
    inner : sequence of Gate or Composition
        모두 같은 입력을 받는 게이트들. 바깥 게이트의 입력마다 하나씩입니다.
    name : str
        이름.

    Raises
    ------
    ValueError
        안쪽 게이트의 개수나 입력의 개수가 맞지 않을 때.

    Examples
    --------
    XOR는 「둘 다 1은 아니고(NAND), 하나라도 1(OR)」입니다.

    >>> import nnnotes as nn
    >>> xor = nn.Composition(nn.AND, (nn.NAND, nn.OR), "XOR")
    >>> xor([0, 0, 1, 1], [0, 1, 0, 1])
    array([0, 1, 1, 0])
    """

    outer: "Gate | Composition"
    inner: "tuple[Gate | Composition, ...]"
    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "inner", tuple(self.inner))
        if len(self.inner) != self.outer.n_inputs:
            expected = f"바깥 게이트의 입력 수만큼 {self.outer.n_inputs}개여야 합니다"
            raise ValueError(message("inner", expected, len(self.inner)))
        counts = [gate.n_inputs for gate in self.inner]
        if len(set(counts)) > 1:
            raise ValueError(message("inner", "입력의 개수가 모두 같아야 합니다", counts))

    @property
    def n_inputs(self) -> int:
        """입력의 개수."""
        return self.inner[0].n_inputs

    def __call__(self, *inputs: ArrayLike) -> Bits:
        """비트에서 비트를 계산합니다.

        Parameters
        ----------
        *inputs : array_like of 0 and 1
            입력마다 하나씩. 모양은 서로 브로드캐스팅할 수 있어야 합니다.

        Returns
        -------
        int or ndarray of int
            0 또는 1.

        Raises
        ------
        TypeError
            입력의 개수가 다르거나 수가 아닐 때.
        ValueError
            0과 1이 아닌 값이 있거나 모양이 맞지 않을 때.
        """
        return _evaluate(self, inputs)

    def _fires(self, inputs: Sequence[NDArray[Any]]) -> NDArray[np.bool_]:
        return self.outer._fires([gate._fires(inputs) for gate in self.inner])


def _evaluate(gate: Gate | Composition, inputs: tuple[ArrayLike, ...]) -> Bits:
    arrays = _inputs(gate, inputs, bits)
    columns = [x.reshape(-1) for x in arrays]
    outputs = np.empty(arrays[0].size, dtype=np.int_)
    # In blocks that stay in the processor's cache: what that saves pays for the checks.
    for start in range(0, outputs.size, _BLOCK):
        block = slice(start, start + _BLOCK)
        outputs[block] = gate._fires([x[block] for x in columns])
    result: Bits = plain(outputs.reshape(arrays[0].shape))
    return result


def _inputs(
    gate: Gate | Composition,
    inputs: tuple[ArrayLike, ...],
    check: Callable[[ArrayLike, str], NDArray[Any]],
) -> list[NDArray[Any]]:
    """Check the inputs one by one and bring them to one shape."""
    if len(inputs) != gate.n_inputs:
        raise TypeError(message(gate.name, f"입력이 {gate.n_inputs}개여야 합니다", len(inputs)))
    arrays = [check(x, f"{gate.name}의 x{i}") for i, x in enumerate(inputs, start=1)]
    try:
        return list(np.broadcast_arrays(*arrays))
    except ValueError:
        shapes = [array.shape for array in arrays]
        expected = "입력의 모양을 서로 브로드캐스팅할 수 있어야 합니다"
        raise ValueError(message(gate.name, expected, shapes)) from None


NOT = Gate(weights=(-1.0,), bias=0.5, name="NOT")
"""뒤집기: 0이면 1, 1이면 0."""

AND = Gate(weights=(0.4, 0.4), bias=-0.6, name="AND")
"""논리곱: 둘 다 1일 때만 1."""

NAND = Gate(weights=(-0.4, -0.4), bias=0.6, name="NAND")
"""AND의 반대: 둘 다 1일 때만 0."""

OR = Gate(weights=(0.4, 0.4), bias=-0.3, name="OR")
"""논리합: 하나라도 1이면 1."""

NOR = Gate(weights=(-0.4, -0.4), bias=0.3, name="NOR")
"""OR의 반대: 하나라도 1이면 0."""

XOR = Composition(AND, (NAND, OR), name="XOR")
"""배타적 논리합: 둘이 다를 때만 1. NAND와 OR를 AND로 잇습니다.

:meta hide-value:
"""

XNOR = Composition(NOT, (XOR,), name="XNOR")
"""XOR의 반대: 둘이 같을 때만 1. XOR를 NOT으로 뒤집습니다.

:meta hide-value:
"""


@dataclass(frozen=True, eq=False)
class TruthTable:
    """진리표. 화면에 찍으면 표가 됩니다.

    Attributes
    ----------
    name : str
        게이트의 이름.
    rows : ndarray of int, shape (2**n, n + 1)
        한 행에 입력 n개와 출력 하나. 입력은 이진수의 차례입니다. 읽기 전용입니다.

    Examples
    --------
    출력만 모으면 게이트를 견줄 수 있습니다.

    >>> import nnnotes as nn
    >>> nn.truth_table(nn.XOR).outputs
    array([0, 1, 1, 0])
    """

    name: str
    rows: NDArray[np.int_]

    @property
    def inputs(self) -> NDArray[np.int_]:
        """입력, 모양 (2**n, n)."""
        return self.rows[:, :-1]

    @property
    def outputs(self) -> NDArray[np.int_]:
        """출력, 모양 (2**n,)."""
        return self.rows[:, -1]

    def __repr__(self) -> str:
        names = [f"x{i}" for i in range(1, self.rows.shape[1])]
        lines = [f"{self.name}의 진리표", f"{' '.join(names)} | y"]
        for *inputs, output in self.rows.tolist():
            cells = [str(bit).rjust(len(name)) for bit, name in zip(inputs, names, strict=True)]
            lines.append(f"{' '.join(cells)} | {output}")
        return "\n".join(lines)


def truth_table(gate: Callable[..., Any], n_inputs: int | None = None) -> TruthTable:
    r"""게이트나 함수의 진리표를 만듭니다.

    Parameters
    ----------
    gate : callable
        비트를 받아 비트를 내는 게이트나 함수.
    n_inputs : int, optional
        입력의 개수, 1부터 10까지. 생략하면 게이트가 아는 수를 쓰고, 보통의 함수라면 2입니다.

    Returns
    -------
    TruthTable
        ``rows``\ 의 모양이 (2**n, n + 1)인 표.

    Raises
    ------
    TypeError
        부를 수 없는 것을 넣었을 때.
    ValueError
        출력이 비트가 아니거나 입력의 개수가 범위를 벗어날 때.

    Examples
    --------
    XOR는 두 입력이 다를 때만 1입니다.

    >>> import nnnotes as nn
    >>> nn.truth_table(nn.XOR)
    XOR의 진리표
    x1 x2 | y
     0  0 | 0
     0  1 | 1
     1  0 | 1
     1  1 | 0

    직접 만든 함수도 살펴볼 수 있습니다.

    >>> def implies(a, b):
    ...     return nn.OR(nn.NOT(a), b)
    >>> nn.truth_table(implies).outputs
    array([1, 1, 0, 1])
    """
    if not callable(gate):
        raise TypeError(message("gate", "게이트나 함수여야 합니다", gate))
    n = integer(getattr(gate, "n_inputs", 2) if n_inputs is None else n_inputs, "n_inputs")
    if n > 10:
        raise ValueError(message("n_inputs", "10 이하여야 합니다", n))
    name = str(getattr(gate, "name", getattr(gate, "__name__", "게이트")))
    rows = np.array([[*row, _output(gate, row, name)] for row in product((0, 1), repeat=n)])
    rows.flags.writeable = False
    return TruthTable(name, rows)


def _output(gate: Callable[..., Any], row: tuple[int, ...], name: str) -> int:
    output = bits(gate(*row), f"{name}의 출력")
    if output.ndim != 0:
        raise ValueError(message(f"{name}의 출력", "비트 하나여야 합니다", output.shape))
    return int(output)


def linearly_separable(outputs: ArrayLike) -> bool:
    r"""진리표의 출력이 선형 분리 가능한지, 곧 게이트 하나로 만들 수 있는지 정확히 가립니다.

    Parameters
    ----------
    outputs : array_like of 0 and 1, shape (2**n,)
        입력을 이진수의 차례로 늘어놓았을 때의 출력. 입력이 둘이면 00, 01, 10, 11의 차례입니다.
        n은 1부터 6까지입니다.

    Returns
    -------
    bool
        가중치와 편향을 알맞게 골라 출력을 모두 맞힐 수 있으면 True.

    Raises
    ------
    TypeError
        수가 아닌 것을 넣었을 때.
    ValueError
        비트가 아닌 값이 있거나 길이가 2, 4, 8, 16, 32, 64가 아닐 때.

    Notes
    -----
    입력의 0을 -1로 바꾸고 상수 1을 붙여 :math:`z`\ 라 하고, 정답을 :math:`t = \pm 1`\ 로 둡니다.
    퍼셉트론의 학습 규칙을 정수로만 돌립니다. 분리할 수 있다면 고치는 횟수가 정해진 한계를
    넘지 못합니다. 그러므로 한계를 넘으면 분리할 수 없는 것입니다.

    한계는 이렇게 얻습니다. 분리할 수 있으면 모든 :math:`i`\ 에서
    :math:`t_i (w \cdot z_i) \ge 1`\ 인 :math:`w`\ 가 있고, 그 가운데 꼭짓점이 있습니다.
    꼭짓점에서는 일차 독립인 식 :math:`n+1`\ 개에서 등호가 섭니다. 크라메르 공식에 따라
    :math:`w_j`\ 는 성분이 모두 :math:`\pm 1`\ 인 두 행렬식의 몫입니다. 분자는 아다마르 부등식으로
    :math:`(n+1)^{(n+1)/2}` 이하이고 분모는 :math:`2^n`\ 의 배수이므로

    .. math:: \lVert w \rVert^2 \le (n+1) \frac{(n+1)^{n+1}}{4^n}

    입니다. :math:`\lVert z \rVert^2 = n+1`\ 이므로 노비코프의 정리에 따라 고치는 횟수는
    :math:`(n+1)^{n+3} / 4^n`\ 을 넘지 않습니다.

    References
    ----------
    A. B. J. Novikoff, "On convergence proofs on perceptrons", 1962.

    OEIS A000609: 선형 분리 가능한 n입력 함수는 4, 14, 104, 1882, … 개입니다.

    Examples
    --------
    XOR는 직선 하나로 나눌 수 없습니다.

    >>> import nnnotes as nn
    >>> nn.linearly_separable(nn.truth_table(nn.AND).outputs)
    True
    >>> nn.linearly_separable([0, 1, 1, 0])
    False

    입력이 둘인 함수 16개 가운데 14개는 게이트 하나로 됩니다.

    >>> from itertools import product
    >>> sum(nn.linearly_separable(outputs) for outputs in product([0, 1], repeat=4))
    14
    """
    array = bits(outputs, "outputs")
    sizes = [2**n for n in range(1, 7)]
    if array.ndim != 1 or array.size not in sizes:
        expected = f"길이가 {', '.join(map(str, sizes))} 가운데 하나인 벡터여야 합니다"
        raise ValueError(message("outputs", expected, array.shape))
    n = sizes.index(array.size) + 1
    targets = 2 * array.astype(np.int64) - 1
    signs = 2 * np.array(list(product((0, 1), repeat=n))) - 1
    rows = targets[:, np.newaxis] * np.column_stack([np.ones_like(targets), signs])
    weights = np.zeros(n + 1, dtype=np.int64)
    for _ in range(_most_updates(n) + 1):
        margins = rows @ weights
        worst = margins.argmin()
        if margins[worst] > 0:
            return True
        weights += rows[worst]
    return False


def _most_updates(n: int) -> int:
    bound: int = (n + 1) ** (n + 3) // 4**n
    return bound
