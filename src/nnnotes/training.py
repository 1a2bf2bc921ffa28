r"""훈련: 순전파, 역전파, 한 걸음을 미니배치마다 되풀이합니다.

:meth:`~nnnotes.networks.Network.fit`\ 이 입력을 모두 검사한 다음 여기로 옵니다.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import Array, finite, function, generator, integer, message
from nnnotes._criteria import Criterion, choose_criterion
from nnnotes.layers import Dense
from nnnotes.optimizers import Optimizer

__all__ = ["TrainingHistory"]


class Trainable(Protocol):
    """What the loop asks of a network; it need not know more of it."""

    layers: tuple[Dense, ...]

    def _forward(self, X: Array) -> Array: ...

    def _backward(self, Y: Array, criterion: Criterion) -> None: ...


@dataclass(frozen=True)
class TrainingHistory:
    r"""훈련하는 동안의 기록. 배열의 모양은 모두 (epochs,)입니다.

    훈련 쪽 값은 미니배치를 배우기 바로 전에 재어 에포크마다 평균한 것이고, 검증 쪽 값은 에포크가
    끝난 다음에 잰 것입니다. 그래서 첫 에포크에는 검증 손실이 더 작기도 합니다.

    Attributes
    ----------
    loss : ndarray of float
        에포크마다의 손실.
    accuracy : ndarray of float or None
        에포크마다의 정확도(0에서 1까지). 손실이 평균 제곱 오차, 곧 회귀이면 ``None``\ 입니다.
    validation_loss, validation_accuracy : ndarray of float or None
        검증 데이터의 손실과 정확도. 검증 데이터를 주지 않으면 ``None``\ 입니다.

    Examples
    --------
    첫 손실은 배우기 전의 손실입니다. 늘 0.5라고 답하면 이진 교차 엔트로피는 ln 2입니다.

    >>> import nnnotes as nn
    >>> neuron = nn.Network([nn.Dense(1, 1, "sigmoid", initializer="zeros")])
    >>> history = neuron.fit([[-1.0], [1.0]], [0, 1], "binary_cross_entropy", epochs=2)
    >>> history.loss.round(4)
    array([0.6931, 0.6685])
    >>> history.accuracy
    array([0.5, 1. ])
    """

    loss: Array
    accuracy: Array | None
    validation_loss: Array | None
    validation_accuracy: Array | None


@dataclass(frozen=True)
class Plan:
    """Everything that ``fit`` has checked before the first step."""

    X: Array
    Y: Array
    criterion: Criterion
    optimizer: Optimizer
    epochs: int
    batch_size: int
    generator: np.random.Generator
    validation: tuple[Array, Array] | None
    callback: Callable[[int, Any], Any] | None
    progress: bool


def make_plan(
    network: Trainable,
    data: tuple[ArrayLike, ArrayLike],
    loss: str,
    epochs: int,
    batch_size: int | None,
    optimizer: Optimizer,
    seed: int | None,
    validation: Any,
    callback: Callable[[int, Any], Any] | None,
    progress: bool,
) -> Plan:
    """Check everything that was given to ``fit``."""
    first, last = network.layers[0], network.layers[-1]
    criterion = choose_criterion(loss, last)

    def checked(pair: Sequence[Any], prefix: str) -> tuple[Array, Array]:
        X, y = pair
        inputs = np.ascontiguousarray(first._inputs(X, f"{prefix}X"))
        return inputs, criterion.targets(y, (len(inputs), last.n_outputs), f"{prefix}y")

    X, Y = checked(data, "")
    if validation is not None:
        if not isinstance(validation, tuple | list) or len(validation) != 2:
            raise TypeError(message("validation", "(X, y) 한 쌍이어야 합니다", validation))
        validation = checked(validation, "validation ")
    if batch_size is not None and integer(batch_size, "batch_size") > len(X):
        expected = f"데이터의 개수 {len(X)} 이하여야 합니다"
        raise ValueError(message("batch_size", expected, batch_size))
    for layer in network.layers:
        finite(layer._parameters, f"{layer!r}의 매개변수")
    return Plan(
        X=X,
        Y=Y,
        criterion=criterion,
        optimizer=optimizer,
        epochs=integer(epochs, "epochs"),
        batch_size=batch_size or len(X),
        generator=generator(seed),
        validation=validation,
        callback=None if callback is None else function(callback, "callback"),
        progress=progress,
    )


def train(network: Trainable, plan: Plan) -> TrainingHistory:
    """Train ``network`` as ``plan`` says."""
    X, Y, criterion, last = plan.X, plan.Y, plan.criterion, network.layers[-1]
    batches = [slice(i, i + plan.batch_size) for i in range(0, len(X), plan.batch_size)]
    shuffled = len(batches) > 1
    if shuffled:
        X, Y = np.empty_like(X), np.empty_like(Y)
    scores = np.empty_like(Y)
    records = np.full((plan.epochs, 4), np.nan)
    bar = _bar(plan)
    callers_errstate = np.geterr()

    # Overflow is no warning here: it ends the training with an error that names the layer.
    with np.errstate(over="ignore", invalid="ignore"), _one_vector(network) as (theta, gradient):
        for epoch in bar:
            if shuffled:
                order = plan.generator.permutation(len(X))
                # mode="clip" lets NumPy write straight into the buffer.
                np.take(plan.X, order, axis=0, out=X, mode="clip")
                np.take(plan.Y, order, axis=0, out=Y, mode="clip")

            for batch in batches:
                network._forward(X[batch])
                scores[batch] = criterion.scores(last)
                network._backward(Y[batch], criterion)
                plan.optimizer.update(theta, gradient)
                # One dot product sees every NaN: a bad gradient spoils a parameter.
                if not isfinite(np.dot(theta, theta)):
                    raise _diverged(network, epoch, plan)

            loss, _ = records[epoch - 1, :2] = criterion.measure(scores, Y)
            held_loss = 0.0
            if plan.validation is not None:
                X_held, Y_held = plan.validation
                network._forward(X_held)
                scores_held = criterion.scores(last)
                held_loss, _ = records[epoch - 1, 2:] = criterion.measure(scores_held, Y_held)
            if not (isfinite(loss) and isfinite(held_loss)):
                raise _diverged(network, epoch, plan)
            if plan.progress:
                bar.set_postfix_str(f"손실 {loss:.4g}", refresh=False)
            if plan.callback is not None:
                with np.errstate(**callers_errstate):
                    plan.callback(epoch, network)
    return _history(records, plan)


@contextmanager
def _one_vector(network: Trainable) -> Iterator[tuple[Array, Array]]:
    """Lend the parameters of all layers as one vector, so that one step moves them all.

    The layers work on the vector meanwhile. Their own arrays are written only at the end,
    and not after an error: a training that fails leaves the network as it was.
    """
    own = [(layer._parameters, layer._gradient) for layer in network.layers]
    theta = np.concatenate([parameters for parameters, _ in own])
    gradient = np.zeros_like(theta)
    start = 0
    for layer in network.layers:
        stop = start + layer.n_parameters
        layer._place(theta[start:stop], gradient[start:stop])
        start = stop
    keep = True
    try:
        yield theta, gradient
    except Exception:
        keep = False
        raise
    finally:
        for layer, (parameters, slopes) in zip(network.layers, own, strict=True):
            if keep:
                parameters[:], slopes[:] = layer._parameters, layer._gradient
            layer._place(parameters, slopes)
            layer._forget()


def _diverged(network: Trainable, epoch: int, plan: Plan) -> FloatingPointError:
    """Name the first number that ran away, in the order in which they were computed."""
    layers = list(enumerate(network.layers, start=1))
    computed = [
        *(("가중합이", number, layer._Z) for number, layer in layers),
        *(("기울기가", number, layer._gradient) for number, layer in reversed(layers)),
        *(("매개변수가", number, layer._parameters) for number, layer in layers),
    ]
    runaways = [
        (what, number)
        for what, number, numbers in computed
        if not isfinite(np.vdot(numbers, numbers))
    ]
    what, number = [*runaways, ("오차가", len(layers))][0]
    expected = (
        f"{epoch}번째 에포크에 {number}번째 층 {network.layers[number - 1]!r}의 {what} 너무 커져"
        "(무한대나 NaN) 멈췄습니다. 학습률이나 입력의 크기를 줄여야 합니다"
    )
    largest = float(np.abs(plan.X).max())
    got = f"학습률 {plan.optimizer.learning_rate:g}, 입력의 가장 큰 절댓값 {largest:g}"
    return FloatingPointError(f"loss: {expected}. 받은 값: {got}")


def _history(records: Array, plan: Plan) -> TrainingHistory:
    loss, accuracy, validation_loss, validation_accuracy = records.T.copy()
    classifies, validates = plan.criterion.accuracy is not None, plan.validation is not None
    return TrainingHistory(
        loss=loss,
        accuracy=accuracy if classifies else None,
        validation_loss=validation_loss if validates else None,
        validation_accuracy=validation_accuracy if classifies and validates else None,
    )


def _bar(plan: Plan) -> Any:
    """Count the epochs, with a progress bar if one was asked for."""
    epochs = range(1, plan.epochs + 1)
    if not plan.progress:
        return epochs
    try:
        from tqdm import tqdm
    except ImportError:
        expected = 'tqdm이 있어야 합니다 (pip install "nnnotes[progress]")'
        raise ImportError(message("progress", expected, True)) from None
    return tqdm(epochs, desc="훈련", unit="에포크")
