r"""신경망: 밀집층을 이어 값을 내고(순전파), 틀린 만큼 고칩니다(역전파).

배우는 일은 세 가지를 되풀이하는 것입니다. 앞에서 뒤로 출력을 계산하고, 뒤에서 앞으로 기울기를
계산하고, 기울기의 반대쪽으로 매개변수를 조금 옮깁니다.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise
from os import PathLike
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import Array, message
from nnnotes._criteria import Criterion, choose_criterion
from nnnotes._onnx import write_onnx
from nnnotes.layers import Dense, chain
from nnnotes.optimizers import Optimizer, choose
from nnnotes.training import TrainingHistory, make_plan, train

__all__ = ["Network"]


class Network:
    r"""밀집층을 차례로 이은 신경망.

    Parameters
    ----------
    layers : sequence of Dense
        앞에서 뒤로 이을 층들. 앞 층의 출력 수와 다음 층의 입력 수가 같아야 합니다.
        ``network.layers``\ 로 다시 꺼낼 수 있습니다.

    Raises
    ------
    TypeError, ValueError
        ``Dense``\ 가 아닌 것이 있을 때, 층이 없거나 이어지지 않을 때, 같은 층이 두 번 있을 때.

    Notes
    -----
    훈련하기 전에는 처음 뽑은 가중치로 계산합니다. ``fit``\ 을 다시 부르면 이어서 배웁니다.

    Examples
    --------
    은닉층 하나면 직선 하나로 나눌 수 없는 XOR도 배웁니다.

    >>> import nnnotes as nn
    >>> X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
    >>> network = nn.Network([nn.Dense(2, 4, "tanh", seed=0), nn.Dense(4, 1, "sigmoid", seed=1)])
    >>> history = network.fit(X, y, "binary_cross_entropy", epochs=500, learning_rate=1.0)
    >>> network.classify(X)
    array([0, 1, 1, 0])

    확률도 정답에 가깝습니다.

    >>> network.predict(X).round(1)
    array([0., 1., 1., 0.])
    """

    def __init__(self, layers: Iterable[Dense]) -> None:
        self.layers = chain(layers)

    def __repr__(self) -> str:
        return f"Network([{', '.join(map(repr, self.layers))}])"

    @property
    def n_parameters(self) -> int:
        """모든 층의 매개변수의 개수."""
        return sum(layer.n_parameters for layer in self.layers)

    def forward(self, X: ArrayLike) -> Array:
        """순전파: 출력을 계산하고, ``backward``\\ 에 쓸 층마다의 값을 기억합니다.

        Parameters
        ----------
        X : array_like of shape (n, n_inputs)
            행마다 샘플 하나.

        Returns
        -------
        ndarray of shape (n, n_outputs)
            마지막 층의 출력.

        Raises
        ------
        TypeError, ValueError
            실수가 아닌 값이 있을 때, 모양이 다르거나 유한하지 않은 값이 있을 때.
        """
        inputs = self.layers[0]._inputs(X).copy()
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = self._forward(inputs)
        return self.layers[-1]._in_range(outputs).copy()

    def backward(self, y: ArrayLike, loss: str) -> list[tuple[Array, Array]]:
        r"""역전파: 손실을 모든 매개변수로 편미분합니다. ``forward``\ 를 먼저 부릅니다.

        Parameters
        ----------
        y : array_like
            ``forward``\ 에 넣은 샘플의 정답. 모양은 ``fit``\ 에서와 같습니다.
        loss : str
            손실의 이름. ``fit``\ 에서와 같습니다.

        Returns
        -------
        list of (ndarray, ndarray)
            층마다 가중치의 기울기와 편향의 기울기.

        Raises
        ------
        TypeError, ValueError
            ``forward``\ 를 부르지 않았을 때, 정답이나 손실이 맞지 않을 때.

        Notes
        -----
        마지막 층에서 첫 층으로 가며 층마다 네 식을 계산합니다.

        .. math::

           dZ = dA \odot \varphi'(Z), \quad dW = X^\top dZ, \quad
           db = \sum_i dZ_i, \quad dX = dZ\, W^\top

        앞 층의 :math:`dA`\ 가 이 층의 :math:`dX`\ 입니다. 시그모이드와 이진 교차 엔트로피,
        소프트맥스와 교차 엔트로피에서는 마지막 층의 :math:`dZ`\ 가 (확률 - 정답) / n입니다.

        Examples
        --------
        예측이 정답보다 1 작으면, 가중치와 편향을 올려야 손실이 줄어듭니다.

        >>> import nnnotes as nn
        >>> layer = nn.Dense(1, 1, "identity", initializer="zeros")
        >>> network = nn.Network([layer])
        >>> network.forward([[3.0]])
        array([[0.]])
        >>> network.backward([1.0], "mean_squared_error")
        [(array([[-6.]]), array([-2.]))]
        """
        last = self.layers[-1]
        criterion = choose_criterion(loss, last)
        if not last._A.size:
            raise ValueError(message("backward", "forward를 먼저 불러야 합니다", None))
        self._backward(criterion.targets(y, last._A.shape, "y"), criterion)
        return [(layer._dW.copy(), layer._db.copy()) for layer in self.layers]

    def predict(self, X: ArrayLike) -> Array:
        r"""출력을 계산합니다. 훈련하기 전에는 처음 뽑은 가중치로 계산합니다.

        Parameters
        ----------
        X : array_like of shape (n, n_inputs)
            행마다 샘플 하나.

        Returns
        -------
        ndarray of shape (n, n_outputs), or (n,) if there is one output
            마지막 층이 시그모이드나 소프트맥스이면 확률, 아니면 예측한 값입니다.

        Raises
        ------
        TypeError, ValueError
            실수가 아닌 값이 있을 때, 모양이 다르거나 유한하지 않은 값이 있을 때.

        See Also
        --------
        classify : 확률 대신 레이블을 냅니다.
        """
        A = self.layers[0]._inputs(X)
        for layer in self.layers:
            A = layer(A)
        return A.ravel() if A.shape[1] == 1 else A

    def classify(self, X: ArrayLike) -> NDArray[np.intp]:
        r"""레이블을 고릅니다. 시그모이드이면 확률 0.5 이상이 1, 소프트맥스이면 가장 큰 자리입니다.

        Parameters
        ----------
        X : array_like of shape (n, n_inputs)
            행마다 샘플 하나.

        Returns
        -------
        ndarray of int, shape (n,)
            레이블. 시그모이드 출력이 여럿이면 모양이 (n, n_outputs)입니다.

        Raises
        ------
        TypeError, ValueError
            마지막 층이 확률을 내지 않을 때, 그리고 ``predict``\ 에서와 같은 때.
        """
        last = self.layers[-1]
        if last.activation not in ("sigmoid", "softmax"):
            expected = "마지막 층의 활성화 함수가 sigmoid나 softmax여야 합니다"
            raise ValueError(message("classify", expected, last.activation))
        probabilities = self.predict(X)
        if last.activation == "softmax":
            labels: NDArray[np.intp] = probabilities.argmax(axis=1)
            return labels
        return (probabilities >= 0.5).astype(np.intp)

    def fit(
        self,
        X: ArrayLike,
        y: ArrayLike,
        loss: str,
        *,
        epochs: int = 100,
        learning_rate: float | None = None,
        batch_size: int | None = None,
        optimizer: str | Optimizer = "sgd",
        seed: int | None = None,
        validation: tuple[ArrayLike, ArrayLike] | None = None,
        callback: Callable[[int, "Network"], Any] | None = None,
        progress: bool = False,
    ) -> TrainingHistory:
        r"""데이터에서 배웁니다. 이미 배운 신경망이면 이어서 배웁니다.

        Parameters
        ----------
        X : array_like of shape (n, n_inputs)
            행마다 샘플 하나.
        y : array_like of shape (n, n_outputs), or (n,)
            정답. 출력이 하나이면 (n,)이어도 됩니다. ``"cross_entropy"``\ 이면 모양이 (n,)인 클래스
            번호이거나 (n, n_outputs)인 원-핫입니다.
        loss : {"mean_squared_error", "binary_cross_entropy", "cross_entropy"}
            손실 함수. ``"binary_cross_entropy"``\ 이면 마지막 층이 시그모이드여야 하고,
            ``"cross_entropy"``\ 이면 소프트맥스여야 합니다.
        epochs : int, default 100
            데이터 전체를 몇 번 볼지.
        learning_rate : float or None, default None
            학습률. ``None``\ 이면 ``"sgd"``\ 는 0.1, ``"adam"``\ 은 0.001입니다.
        batch_size : int or None, default None
            미니배치의 샘플 수. 마지막 것은 더 작을 수 있습니다. ``None``\ 이면 전체입니다.
        optimizer : {"sgd", "adam"} or Optimizer, default "sgd"
            옵티마이저. 모멘텀은 ``nn.SGD(0.1, momentum=0.9)``\ 처럼 물체로 줍니다.
        seed : int or None, default None
            에포크마다 순서를 섞는 난수의 시드. 전체를 한 번에 보면 섞지 않습니다.
        validation : (X, y) or None, default None
            에포크마다 손실을 재기만 하고 배우지는 않는 데이터.
        callback : callable or None, default None
            에포크가 끝날 때마다 ``callback(epoch, network)``\ 로 부릅니다. 번호는 1부터입니다.
        progress : bool, default False
            진행 막대를 그립니다. tqdm이 있어야 합니다.

        Returns
        -------
        TrainingHistory
            에포크마다의 손실과 정확도.

        Raises
        ------
        TypeError, ValueError
            형, 모양, 레이블, 이름, 범위가 맞지 않을 때. 훈련을 시작하기 전에 알립니다.
        FloatingPointError
            손실이 무한대나 NaN이 될 때. 어느 층에서 그랬는지 알립니다.
        ImportError
            진행 막대를 그릴 tqdm이 없을 때.

        Notes
        -----
        오류가 나면 매개변수는 ``fit``\ 을 부르기 전 그대로입니다. 직접 멈추면(Ctrl+C) 그때까지
        배운 것이 남습니다.
        """
        rule = choose(optimizer, learning_rate)
        plan = make_plan(
            self, (X, y), loss, epochs, batch_size, rule, seed, validation, callback, progress
        )
        return train(self, plan)

    def to_onnx(self, path: str | PathLike[str], *, dtype: str = "float64") -> None:
        r"""신경망을 ONNX 파일로 저장합니다. onnx가 있어야 합니다.

        Parameters
        ----------
        path : str or path-like
            파일 이름. 이미 있으면 덮어씁니다.
        dtype : {"float64", "float32"}, default "float64"
            파일 안의 수의 형. 배정밀도를 읽지 못하는 프로그램에는 ``"float32"``\ 로 줍니다.

        Raises
        ------
        ImportError, ValueError
            onnx가 없을 때, ``dtype``\ 의 이름을 모를 때.
        """
        write_onnx(self.layers, path, dtype)

    def _forward(self, X: Array) -> Array:
        for layer in self.layers:
            X = layer._forward(X)
        return X

    def _backward(self, Y: Array, criterion: Criterion) -> None:
        last = self.layers[-1]
        dZ = criterion.gradient(last._A, Y)
        if criterion.activation is None:
            dZ = last._backward_through_activation(dZ)
        for layer, before in pairwise(reversed(self.layers)):
            layer._backward_to_parameters(dZ)
            dZ = before._backward_through_activation(layer._backward_to_inputs(dZ))
        self.layers[0]._backward_to_parameters(dZ)
