"""nnnotes: 신경망이 무엇인지 직접 실행하며 배우는 작은 NumPy 패키지.

모든 이름은 평평합니다. ``import nnnotes as nn`` 한 줄이면 충분합니다.

>>> import nnnotes as nn
>>> nn.AND(1, 1), nn.XOR(1, 1)
(1, 0)

그림을 그리는 이름(:mod:`nnnotes.plotting`)은 처음 부를 때에야 matplotlib을 불러옵니다.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from nnnotes.activations import (
    identity,
    identity_derivative,
    logit,
    logit_derivative,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    softmax_derivative,
    step,
    step_derivative,
    tanh,
    tanh_derivative,
)
from nnnotes.calculus import (
    Descent,
    Line,
    derivative,
    gradient,
    gradient_descent,
    partial_derivative,
    tangent_line,
)
from nnnotes.datasets import (
    blobs,
    circles,
    moons,
    sine,
)
from nnnotes.frameworks import FRAMEWORKS, Framework
from nnnotes.functions import (
    cubic,
    exponential,
    linear,
    logarithm,
    polynomial,
    quadratic,
    quartic,
    quintic,
)
from nnnotes.gates import (
    AND,
    NAND,
    NOR,
    NOT,
    OR,
    XNOR,
    XOR,
    Composition,
    Gate,
    TruthTable,
    linearly_separable,
    truth_table,
)
from nnnotes.history import ILSVRC, TIMELINE, Event, ILSVRCWinner
from nnnotes.layers import Dense
from nnnotes.losses import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    cross_entropy,
    cross_entropy_gradient,
    mean_squared_error,
    mean_squared_error_gradient,
)
from nnnotes.metrics import confusion_matrix
from nnnotes.networks import Network
from nnnotes.optimizers import (
    SGD,
    Adam,
    Optimizer,
)
from nnnotes.perceptron import (
    ConvergenceWarning,
    Perceptron,
    Update,
    novikoff_bound,
)
from nnnotes.real_datasets import Split, digits, penguins
from nnnotes.tensors import (
    Broadcast,
    BroadcastStep,
    Description,
    broadcast_steps,
    describe,
)
from nnnotes.training import TrainingHistory
from nnnotes.turing import AType, BType, Cycle, find_cycle

__version__ = version("nnnotes")

# Names of nnnotes.plotting, reached on first use so that importing nnnotes stays light.
_PLOTTING = frozenset(
    {
        "draw_network",
        "draw_tensor",
        "plot_confusion",
        "plot_decision_boundary",
        "plot_descent",
        "plot_function",
        "plot_gate",
        "plot_images",
        "plot_lines",
        "plot_loss",
        "plot_tangent",
        "plot_timeline",
        "use_korean_font",
    }
)

if TYPE_CHECKING:
    from nnnotes.plotting import draw_network as draw_network
    from nnnotes.plotting import draw_tensor as draw_tensor
    from nnnotes.plotting import plot_confusion as plot_confusion
    from nnnotes.plotting import plot_decision_boundary as plot_decision_boundary
    from nnnotes.plotting import plot_descent as plot_descent
    from nnnotes.plotting import plot_function as plot_function
    from nnnotes.plotting import plot_gate as plot_gate
    from nnnotes.plotting import plot_images as plot_images
    from nnnotes.plotting import plot_lines as plot_lines
    from nnnotes.plotting import plot_loss as plot_loss
    from nnnotes.plotting import plot_tangent as plot_tangent
    from nnnotes.plotting import plot_timeline as plot_timeline
    from nnnotes.plotting import use_korean_font as use_korean_font

__all__ = [
    "AND",
    "FRAMEWORKS",
    "ILSVRC",
    "NAND",
    "NOR",
    "NOT",
    "OR",
    "SGD",
    "TIMELINE",
    "XNOR",
    "XOR",
    "AType",
    "Adam",
    "BType",
    "Broadcast",
    "BroadcastStep",
    "Composition",
    "ConvergenceWarning",
    "Cycle",
    "Dense",
    "Descent",
    "Description",
    "Event",
    "Framework",
    "Gate",
    "ILSVRCWinner",
    "Line",
    "Network",
    "Optimizer",
    "Perceptron",
    "Split",
    "TrainingHistory",
    "TruthTable",
    "Update",
    "__version__",
    "binary_cross_entropy",
    "binary_cross_entropy_gradient",
    "blobs",
    "broadcast_steps",
    "circles",
    "confusion_matrix",
    "cross_entropy",
    "cross_entropy_gradient",
    "cubic",
    "derivative",
    "describe",
    "digits",
    "exponential",
    "find_cycle",
    "gradient",
    "gradient_descent",
    "identity",
    "identity_derivative",
    "linear",
    "linearly_separable",
    "logarithm",
    "logit",
    "logit_derivative",
    "mean_squared_error",
    "mean_squared_error_gradient",
    "moons",
    "novikoff_bound",
    "partial_derivative",
    "penguins",
    "polynomial",
    "quadratic",
    "quartic",
    "quintic",
    "relu",
    "relu_derivative",
    "sigmoid",
    "sigmoid_derivative",
    "sine",
    "softmax",
    "softmax_derivative",
    "step",
    "step_derivative",
    "tangent_line",
    "tanh",
    "tanh_derivative",
    "truth_table",
]


def __getattr__(name: str) -> Any:
    if name == "plotting" or name in _PLOTTING:
        module = import_module("nnnotes.plotting")
        return module if name == "plotting" else getattr(module, name)
    raise AttributeError(f"nnnotes에 {name!r}라는 이름이 없습니다")


def __dir__() -> list[str]:
    return sorted({*__all__, *_PLOTTING, "plotting"})
