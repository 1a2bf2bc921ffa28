r"""게이트가 평면을 어떻게 나누는지 그립니다."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from nnnotes._checks import Array, message
from nnnotes.gates import Composition, Gate, truth_table
from nnnotes.plotting._axes import GRAY, axes, line_ends, name_axes, scatter_classes, shade

__all__ = ["plot_gate"]

_LIMITS = (-0.5, 1.5)


def plot_gate(gate: Gate | Composition | Callable[..., Any], ax: Axes | None = None) -> Axes:
    r"""입력이 둘인 게이트의 출력과 결정 경계를 평면에 그립니다.

    네 입력에 출력을 적습니다. 0은 원, 1은 삼각형입니다. 바탕은 입력이 0과 1 사이의 실수일 때의
    출력이고, 파선은 입력을 바로 받는 게이트의 결정 경계입니다.

    Parameters
    ----------
    gate : Gate, Composition or callable
        입력이 둘인 게이트. 비트를 받는 보통의 함수도 되지만, 그때는 점만 그립니다.
    ax : matplotlib.axes.Axes, optional
        그릴 곳. 주지 않으면 ``plt.subplots()``\ 로 새 그림을 만듭니다.

    Returns
    -------
    matplotlib.axes.Axes
        그린 곳. 제목은 게이트의 이름입니다.

    Raises
    ------
    ValueError
        입력이 둘이 아닐 때.
    TypeError
        부를 수 없는 것을 넣었을 때.

    Notes
    -----
    결정 경계는 가중합이 0인 직선입니다.

    .. math:: w_1 x_1 + w_2 x_2 + b = 0

    가중치가 모두 0이면 이런 직선이 없으므로 그리지 않습니다.

    Examples
    --------
    AND는 직선 하나로, XOR는 직선 두 개로 나뉩니다.

    >>> import nnnotes as nn
    >>> len(nn.plot_gate(nn.AND).lines), len(nn.plot_gate(nn.XOR).lines)
    (1, 2)
    """
    n_inputs = getattr(gate, "n_inputs", 2)
    if n_inputs != 2:
        raise ValueError(message("gate", "입력이 두 개인 게이트여야 합니다", n_inputs))
    table = truth_table(gate)
    ax = axes(ax)
    if isinstance(gate, Gate | Composition):
        x = np.linspace(*_LIMITS, 201)
        shade(ax, x, x, _fires(gate, *np.meshgrid(x, x)).astype(np.intp))
        for unit in _first_layer(gate):
            if any(unit.weights):
                ends = line_ends(np.array(unit.weights), unit.bias, _LIMITS, _LIMITS)
                ax.plot(*ends, color=GRAY, linestyle="--", label=f"{unit.name}의 결정 경계")
    scatter_classes(ax, table.inputs.astype(np.float64), table.outputs, (0, 1), size=560.0)
    for x1, x2, output in table.rows.tolist():
        # The centre of a triangle lies below the middle of its height.
        place = (0, -2.5 * output)
        ax.annotate(
            str(output),
            (x1, x2),
            place,
            textcoords="offset points",
            ha="center",
            va="center_baseline",
            color="white",
            fontsize=12,
            zorder=4,
        )
    name_axes(ax, "x₁", "x₂")
    ax.set(xlim=_LIMITS, ylim=_LIMITS, xticks=(0, 1), yticks=(0, 1), aspect="equal")
    ax.set_title(table.name)
    return ax


def _fires(gate: Gate | Composition, x1: Array, x2: Array) -> NDArray[np.bool_]:
    """Evaluate a gate on real inputs: only the first layer sees them, the others see bits."""
    if isinstance(gate, Gate):
        return np.asarray(gate.value(x1, x2)) > 0
    bits = [_fires(unit, x1, x2).astype(np.int_) for unit in gate.inner]
    return np.asarray(gate.outer(*bits)) > 0


def _first_layer(gate: Gate | Composition) -> list[Gate]:
    if isinstance(gate, Gate):
        return [gate]
    return list(dict.fromkeys(unit for inner in gate.inner for unit in _first_layer(inner)))
