"""Time the gates against the bare NumPy expression; run it by hand.

    python tests/benchmarks/bench_gates.py

Each ratio is the median over pairs measured in turns, so that a busy machine slows both sides
alike. A gate, its input checks included, should cost at most 1.3 times the expression.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

import nnnotes as nn

ROWS = 1_000_000
REPEATS = 31


def bare(gate: nn.Gate | nn.Composition, *inputs: Any) -> Any:
    """Compute what a reader would write without the package."""
    if isinstance(gate, nn.Composition):
        return bare(gate.outer, *(bare(inner, *inputs) for inner in gate.inner))
    if gate.n_inputs == 1:
        return (gate.weights[0] * inputs[0] + gate.bias > 0).astype(int)
    (w1, w2), (x1, x2) = gate.weights, inputs
    return (w1 * x1 + w2 * x2 + gate.bias > 0).astype(int)


def seconds(function: Callable[[], Any]) -> float:
    start = perf_counter()
    function()
    return perf_counter() - start


def main() -> None:
    rng = np.random.default_rng(0)
    bits = rng.integers(0, 2, size=(2, ROWS))
    print(f"{'gate':6}{'dtype':10}{'bare ms':>10}{'gate ms':>10}{'ratio':>8}")
    for gate in (nn.NOT, nn.AND, nn.NAND, nn.OR, nn.NOR, nn.XOR, nn.XNOR):
        for dtype in (np.int64, np.int8, np.bool_, np.float64, np.float32):
            inputs = list(bits[: gate.n_inputs].astype(dtype))
            pairs = [
                (seconds(lambda: bare(gate, *inputs)), seconds(lambda: gate(*inputs)))  # noqa: B023
                for _ in range(REPEATS)
            ]
            base = median(pair[0] for pair in pairs)
            ours = median(pair[1] for pair in pairs)
            ratio = median(pair[1] / pair[0] for pair in pairs)
            name = np.dtype(dtype).name
            print(f"{gate.name:6}{name:10}{base * 1e3:10.2f}{ours * 1e3:10.2f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
