"""Time functions, activations and differentiation against the bare NumPy expression.

    python tests/benchmarks/bench_ground.py [name ...]

Both sides are timed in turns (processor time) and the ratio is the median over the pairs, so
that a busy machine slows both alike. ``ratio`` is against the shortest expression that gives the
right answer for any finite number; ``checked`` is against the same with the check that nnnotes
always makes, that every number is finite (``np.asarray_chkfinite``). A function should cost at
most 1.3 times as much as the latter: where there is next to nothing to compute, as in the
identity, the check alone costs more than that.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

import numpy as np

import nnnotes as nn

ROWS = 1_000_000
CLASSES = 5
REPEATS = 41

Case = tuple[Callable[[Any], Any], Callable[[Any], Any], Any]


def bare_sigmoid(x: Any) -> Any:
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0 / (1.0 + e), e / (1.0 + e))


def bare_sigmoid_derivative(x: Any) -> Any:
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2


def bare_tanh_derivative(x: Any) -> Any:
    e = np.exp(-2.0 * np.abs(x))
    return 4.0 * e / (1.0 + e) ** 2


def bare_softmax(x: Any) -> Any:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def bare_softmax_derivative(x: Any) -> Any:
    s = bare_softmax(x)
    return s[..., :, None] * (np.eye(x.shape[-1]) - s[..., None, :])


def bare_derivative(x: Any) -> Any:
    h = np.finfo(float).eps ** (1 / 3) * np.maximum(np.abs(x), 1.0)
    return (np.sin(x + h) - np.sin(x - h)) / (2.0 * h)


def cases() -> dict[str, Case]:
    rng = np.random.default_rng(0)
    x = rng.normal(scale=3.0, size=ROWS)
    p = rng.uniform(0.001, 0.999, size=ROWS)
    scores = rng.normal(size=(ROWS, CLASSES))
    return {
        "linear": (nn.linear, lambda x: 0.5 * x + 2.0, x),
        "quadratic": (nn.quadratic, lambda x: (1.0 * x - 1.0) * x - 2.0, x),
        "cubic": (nn.cubic, lambda x: ((4.0 * x + 0.0) * x - 1.0) * x - 38.0, x),
        "quintic": (
            nn.quintic,
            lambda x: ((((1.0 * x + 0.0) * x - 5.0) * x + 0.0) * x + 4.0) * x + 0.0,
            x,
        ),
        "exponential": (nn.exponential, np.exp, x),
        "exponential 2": (lambda x: nn.exponential(x, 2), lambda x: np.power(2.0, x), x),
        "logarithm": (nn.logarithm, np.log, p),
        "logarithm 3": (lambda p: nn.logarithm(p, 3), lambda p: np.log(p) / np.log(3), p),
        "step": (nn.step, lambda x: np.where(x > 0, 1.0, 0.0), x),
        "step_derivative": (nn.step_derivative, np.zeros_like, x),
        "identity": (nn.identity, np.copy, x),
        "identity_derivative": (nn.identity_derivative, np.ones_like, x),
        "sigmoid": (nn.sigmoid, bare_sigmoid, x),
        "sigmoid_derivative": (nn.sigmoid_derivative, bare_sigmoid_derivative, x),
        "logit": (nn.logit, lambda p: np.log(p) - np.log1p(-p), p),
        "logit_derivative": (nn.logit_derivative, lambda p: 1.0 / (p * (1.0 - p)), p),
        "tanh": (nn.tanh, np.tanh, x),
        "tanh_derivative": (nn.tanh_derivative, bare_tanh_derivative, x),
        "relu": (nn.relu, lambda x: np.maximum(x, 0.0), x),
        "relu_derivative": (nn.relu_derivative, lambda x: np.where(x > 0, 1.0, 0.0), x),
        "softmax": (nn.softmax, bare_softmax, scores),
        "softmax_derivative": (nn.softmax_derivative, bare_softmax_derivative, scores),
        "derivative": (lambda x: nn.derivative(np.sin, x), bare_derivative, x),
    }


def seconds(function: Callable[[Any], Any], argument: Any) -> float:
    start = process_time()
    function(argument)
    return process_time() - start


def ratio(ours: Callable[[Any], Any], other: Callable[[Any], Any], x: Any) -> tuple[float, float]:
    """Return the milliseconds of ``other`` and how many times as long ``ours`` takes."""
    pairs = [(seconds(other, x), seconds(ours, x)) for _ in range(REPEATS)]
    return median(pair[0] for pair in pairs) * 1e3, median(pair[1] / pair[0] for pair in pairs)


def main(wanted: list[str]) -> None:
    print(f"{'function':22}{'bare ms':>10}{'ratio':>8}{'checked':>9}")
    for name, (ours, bare, x) in cases().items():
        if wanted and name not in wanted:
            continue
        milliseconds, to_bare = ratio(ours, bare, x)
        _, to_checked = ratio(ours, lambda x, bare=bare: bare(np.asarray_chkfinite(x)), x)
        print(f"{name:22}{milliseconds:10.2f}{to_bare:8.2f}{to_checked:9.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
