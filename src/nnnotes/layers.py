r"""밀집층: 입력에 가중치를 곱하고 편향을 더한 뒤 활성화 함수를 거칩니다.

층 하나가 하는 계산은 순전파 :math:`A = \varphi(XW + b)`\ 와, 그것을 거꾸로 미분한
역전파뿐입니다. 식마다 한 줄씩이고, 이름은 식에 쓰는 글자 그대로입니다.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import (
    Array,
    all_finite,
    generator,
    integer,
    matrix,
    message,
    not_negative,
    one_of,
    real,
)

__all__ = ["Dense"]


def _softmax(Z: Array) -> Array:
    E: Array = np.exp(Z - Z.max(axis=1, keepdims=True))
    E /= E.sum(axis=1, keepdims=True)
    return E


_ACTIVATE: dict[str, Callable[[Array], Array]] = {
    "identity": lambda Z: Z,
    "sigmoid": lambda Z: 1 / (1 + np.exp(-Z)),
    "tanh": np.tanh,
    "relu": lambda Z: np.maximum(Z, 0.0),
    "softmax": _softmax,
}

# dL/dZ from dL/dA. Every derivative is known from the output A alone.
_DIFFERENTIATE: dict[str, Callable[[Array, Array], Array]] = {
    "identity": lambda dA, A: dA,
    "sigmoid": lambda dA, A: dA * (A * (1 - A)),
    "tanh": lambda dA, A: dA * (1 - A * A),
    "relu": lambda dA, A: dA * (A > 0),
    "softmax": lambda dA, A: A * (dA - (dA * A).sum(axis=1, keepdims=True)),
}


class Dense:
    r"""밀집층: 모든 입력을 모든 뉴런에 잇는 층.

    Parameters
    ----------
    n_inputs : int
        입력의 개수.
    n_outputs : int
        뉴런의 개수, 곧 출력의 개수.
    activation : {"identity", "relu", "sigmoid", "softmax", "tanh"}
        활성화 함수.
    seed : int or None, default None
        처음 가중치를 뽑는 난수의 시드. 같은 시드이면 늘 같은 가중치입니다.
    initializer : {"he", "xavier", "zeros"}, float or None, default None
        처음 가중치를 뽑는 법. ``None``\ 이면 렐루에는 ``"he"``, 나머지에는 ``"xavier"``\ 입니다.
        수를 주면 표준편차가 그 수인 정규분포에서 뽑습니다. 편향은 늘 0에서 시작합니다.

    Attributes
    ----------
    weights, bias : ndarray of shape (n_inputs, n_outputs) and (n_outputs,)
        매개변수. 모양이 같은 배열을 새로 넣을 수 있습니다.
    weights_gradient, bias_gradient : ndarray of the same shapes
        마지막 역전파에서 계산한 손실의 기울기.

    Raises
    ------
    TypeError
        개수나 시드가 정수가 아닐 때.
    ValueError
        개수가 1보다 작을 때, 활성화 함수나 초기화의 이름을 모를 때.

    Notes
    -----
    ``"he"``\ 는 표준편차 :math:`\sqrt{2 / n_\text{in}}`\ 인 정규분포, ``"xavier"``\ 는
    :math:`\pm\sqrt{6 / (n_\text{in} + n_\text{out})}` 사이의 고른 분포입니다.

    References
    ----------
    X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward
    neural networks", AISTATS 2010. K. He et al., "Delving deep into rectifiers",
    ICCV 2015, arXiv:1502.01852.

    Examples
    --------
    입력 784개를 뉴런 512개에 이으면 매개변수는 784 × 512 + 512개입니다.

    >>> import nnnotes as nn
    >>> nn.Dense(784, 512, "relu").n_parameters
    401920
    """

    def __init__(
        self,
        n_inputs: int,
        n_outputs: int,
        activation: str,
        seed: int | None = None,
        *,
        initializer: str | float | None = None,
    ) -> None:
        self.n_inputs = integer(n_inputs, "n_inputs")
        self.n_outputs = integer(n_outputs, "n_outputs")
        self.activation = one_of(activation, "activation", _ACTIVATE)
        if self.activation == "softmax" and self.n_outputs == 1:
            expected = "softmax이면 2 이상이어야 합니다 (하나뿐이면 확률이 늘 1입니다)"
            raise ValueError(message("n_outputs", expected, n_outputs))
        size = self.n_inputs * self.n_outputs + self.n_outputs
        self._place(np.zeros(size), np.zeros(size))
        self.weights = self._initial_weights(initializer, generator(seed))
        self._forget()

    def __repr__(self) -> str:
        return f"Dense({self.n_inputs}, {self.n_outputs}, {self.activation!r})"

    def __call__(self, X: ArrayLike) -> Array:
        r"""층의 출력을 계산합니다. 역전파에 쓸 값은 기억하지 않습니다.

        Parameters
        ----------
        X : array_like of shape (n, n_inputs)
            행마다 샘플 하나.

        Returns
        -------
        ndarray of shape (n, n_outputs)
            :math:`\varphi(XW + b)`.

        Raises
        ------
        TypeError
            실수가 아닌 값이 있을 때.
        ValueError
            모양이 다르거나 유한하지 않은 값이 있을 때.

        Examples
        --------
        행렬 곱, 편향, 활성화 함수를 차례로 적은 것과 같습니다.

        >>> import numpy as np
        >>> import nnnotes as nn
        >>> layer = nn.Dense(2, 3, "tanh", seed=0)
        >>> X = np.array([[1.0, 2.0]])
        >>> np.array_equal(layer(X), np.tanh(X @ layer.weights + layer.bias))
        True
        """
        inputs = self._inputs(X)
        with np.errstate(over="ignore", invalid="ignore"):
            return self._in_range(self._activate(self._sums(inputs)))

    @property
    def weights(self) -> Array:
        """가중치 W, 모양 (n_inputs, n_outputs)."""
        return self._W

    @weights.setter
    def weights(self, value: ArrayLike) -> None:
        self._W[...] = _same_shape(value, self._W, "weights")

    @property
    def bias(self) -> Array:
        """편향 b, 모양 (n_outputs,)."""
        return self._b

    @bias.setter
    def bias(self, value: ArrayLike) -> None:
        self._b[...] = _same_shape(value, self._b, "bias")

    @property
    def weights_gradient(self) -> Array:
        """마지막 역전파가 계산한 W에 대한 손실의 기울기, 모양 (n_inputs, n_outputs)."""
        return self._dW

    @property
    def bias_gradient(self) -> Array:
        """마지막 역전파가 계산한 b에 대한 손실의 기울기, 모양 (n_outputs,)."""
        return self._db

    @property
    def n_parameters(self) -> int:
        """매개변수의 개수: 가중치와 편향을 모두 셉니다."""
        return self._parameters.size

    def _sums(self, X: Array) -> Array:
        """가중합: Z = XW + b."""
        Z: Array = np.dot(X, self._W)
        Z += self._b
        return Z

    def _activate(self, Z: Array) -> Array:
        """출력: A = φ(Z)."""
        return _ACTIVATE[self.activation](Z)

    def _forward(self, X: Array) -> Array:
        """순전파. 역전파에 쓰려고 X, Z, A를 기억합니다."""
        self._X = X
        self._Z = self._sums(X)
        self._A = self._activate(self._Z)
        return self._A

    def _backward_through_activation(self, dA: Array) -> Array:
        """출력의 기울기에서 가중합의 기울기: dZ = dA ⊙ φ'(Z)."""
        return _DIFFERENTIATE[self.activation](dA, self._A)

    def _backward_to_parameters(self, dZ: Array) -> None:
        """매개변수의 기울기: dW = Xᵀ dZ, db = dZ의 열마다 합."""
        np.dot(self._X.T, dZ, out=self._dW)
        dZ.sum(axis=0, out=self._db)

    def _backward_to_inputs(self, dZ: Array) -> Array:
        """입력의 기울기, 곧 앞 층의 출력의 기울기: dX = dZ Wᵀ."""
        dX: Array = np.dot(dZ, self._W.T)
        return dX

    def _place(self, parameters: Array, gradient: Array) -> None:
        """W와 b를 벡터 하나에 이어 둡니다. 그러면 옵티마이저가 벡터 하나만 보면 됩니다."""
        n_weights = self.n_inputs * self.n_outputs
        self._parameters, self._gradient = parameters, gradient
        self._W = parameters[:n_weights].reshape(self.n_inputs, self.n_outputs)
        self._b = parameters[n_weights:]
        self._dW = gradient[:n_weights].reshape(self.n_inputs, self.n_outputs)
        self._db = gradient[n_weights:]

    def _forget(self) -> None:
        """순전파에서 기억한 것을 버립니다."""
        self._X = self._Z = self._A = np.empty((0, 0))

    def _in_range(self, A: Array) -> Array:
        if not all_finite(A):
            self._forget()
            expected = f"{self!r}의 출력이 float64의 범위를 넘지 않아야 합니다"
            raise ValueError(message("X", expected, np.abs(A).max()))
        return A

    def _inputs(self, X: ArrayLike, name: str = "X") -> Array:
        inputs = matrix(X, name)
        if inputs.shape[1] != self.n_inputs:
            expected = f"모양이 (n, {self.n_inputs})이어야 합니다 ({self!r}의 입력 수)"
            raise ValueError(message(name, expected, inputs.shape))
        return inputs

    def _initial_weights(self, initializer: str | float | None, rng: np.random.Generator) -> Array:
        shape = (self.n_inputs, self.n_outputs)
        if initializer is None:
            initializer = "he" if self.activation == "relu" else "xavier"
        if not isinstance(initializer, str):
            return rng.normal(0.0, not_negative(initializer, "initializer"), shape)
        if one_of(initializer, "initializer", ("he", "xavier", "zeros")) == "he":
            return rng.normal(0.0, np.sqrt(2 / self.n_inputs), shape)
        if initializer == "xavier":
            limit = np.sqrt(6 / (self.n_inputs + self.n_outputs))
            return rng.uniform(-limit, limit, shape)
        return np.zeros(shape)


def chain(layers: Iterable[Dense]) -> tuple[Dense, ...]:
    """Return ``layers`` as a tuple, or say which one doesn't fit the one before it."""
    if not isinstance(layers, Iterable):
        raise TypeError(message("layers", "Dense의 목록이어야 합니다", layers))
    chained = tuple(layers)
    if not chained:
        raise ValueError(message("layers", "층이 하나 이상 있어야 합니다", chained))
    for number, layer in enumerate(chained, start=1):
        if not isinstance(layer, Dense):
            raise TypeError(message(f"{number}번째 층", "Dense여야 합니다", layer))
        if layer in chained[: number - 1]:
            raise ValueError(message(f"{number}번째 층", "앞의 층과 달라야 합니다", layer))
    for number, (before, layer) in enumerate(pairwise(chained), start=1):
        if layer.n_inputs != before.n_outputs:
            needed = f"입력이 {before.n_outputs}개여야 합니다"
            expected = f"{needed} ({number}번째 층 {before!r}의 출력 수)"
            raise ValueError(message(f"{number + 1}번째 층", expected, layer))
    return chained


def _same_shape(value: ArrayLike, old: Array, name: str) -> Array:
    new = real(value, name)
    if new.shape != old.shape:
        raise ValueError(message(name, f"모양이 {old.shape}이어야 합니다", new.shape))
    return new
