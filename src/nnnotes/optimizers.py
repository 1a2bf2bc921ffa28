r"""옵티마이저: 기울기를 보고 매개변수를 한 걸음 옮기는 규칙.

두 규칙 모두 매개변수 전체를 벡터 하나 :math:`\theta`\ 로 보고, 그 기울기 :math:`g`\ 를 받아
새 :math:`\theta`\ 를 냅니다.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnnotes._checks import Array, message, one_of, positive, real, scalar

__all__ = ["SGD", "Adam", "Optimizer"]


class Optimizer:
    r"""옵티마이저의 바탕. 새 규칙은 이 클래스를 물려받아 ``update``\ 만 씁니다.

    Parameters
    ----------
    learning_rate : float
        학습률. 0보다 큽니다.

    Raises
    ------
    TypeError
        실수가 아닌 값을 넣었을 때.
    ValueError
        0 이하인 값을 넣었을 때.

    See Also
    --------
    SGD, Adam : 갖추어진 규칙.

    Examples
    --------
    기울기의 부호만 보는 규칙도 몇 줄이면 됩니다.

    >>> import numpy as np
    >>> import nnnotes as nn
    >>> class SignDescent(nn.Optimizer):
    ...     def update(self, parameters, gradient):
    ...         parameters -= self.learning_rate * np.sign(gradient)
    >>> SignDescent(learning_rate=0.5).step([3.0, 3.0], [100.0, -0.1])
    array([2.5, 3.5])
    """

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = positive(learning_rate, "learning_rate")
        self.reset()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(learning_rate={self.learning_rate})"

    def reset(self) -> None:
        """지난 걸음에서 기억한 것을 모두 잊습니다."""
        self._shape: tuple[int, ...] | None = None

    def update(self, parameters: Array, gradient: Array) -> None:
        """검사 없이 ``parameters``\\ 의 값을 한 걸음 옮긴 값으로 바꿉니다.

        Parameters
        ----------
        parameters : ndarray of float
            바꿀 매개변수.
        gradient : ndarray of float, the same shape
            그곳의 기울기.

        Raises
        ------
        NotImplementedError
            규칙을 정하지 않았을 때.
        """
        raise NotImplementedError(f"{type(self).__name__}: update 메서드를 정해야 합니다")

    def step(self, parameters: ArrayLike, gradient: ArrayLike) -> Array:
        r"""한 걸음 옮긴 매개변수를 새 배열로 냅니다.

        Parameters
        ----------
        parameters : array_like of any shape
            지금의 매개변수 :math:`\theta`.
        gradient : array_like of the same shape
            그곳의 기울기 :math:`g`.

        Returns
        -------
        ndarray of the same shape
            새 매개변수.

        Raises
        ------
        TypeError
            실수가 아닌 값이 있을 때.
        ValueError
            모양이 서로 다르거나 지난 걸음과 다를 때, 유한하지 않거나 너무 큰 값이 있을 때.

        Examples
        --------
        가장 낮은 곳이 0인 포물선 :math:`\theta^2`\ 에서 한 걸음 내려갑니다.

        >>> import nnnotes as nn
        >>> nn.SGD(learning_rate=0.25).step([3.0], [6.0])
        array([1.5])
        """
        theta, g = real(parameters, "parameters").copy(), real(gradient, "gradient")
        if g.shape != theta.shape:
            expected = f"parameters와 같은 모양 {theta.shape}이어야 합니다"
            raise ValueError(message("gradient", expected, g.shape))
        if self._shape not in (None, theta.shape):
            expected = f"지난 걸음처럼 모양이 {self._shape}이어야 합니다 (새로 시작하려면 reset())"
            raise ValueError(message("parameters", expected, theta.shape))
        self._shape = theta.shape
        try:
            with np.errstate(over="raise", invalid="raise"):
                self.update(theta, g)
        except FloatingPointError:
            expected = "한 걸음을 float64로 계산할 수 있는 크기여야 합니다"
            raise ValueError(message("gradient", expected, np.abs(g).max())) from None
        return theta


class SGD(Optimizer):
    r"""확률적 경사 하강법(SGD): 기울기의 반대쪽으로 학습률만큼 갑니다.

    Parameters
    ----------
    learning_rate : float, default 0.1
        학습률. 0보다 큽니다.
    momentum : float, default 0.0
        모멘텀. 지난 걸음의 방향을 얼마나 이어 갈지 정하는 0 이상 1 미만의 수입니다.
        0이면 보통의 경사 하강법입니다.

    Raises
    ------
    TypeError
        실수가 아닌 값을 넣었을 때.
    ValueError
        범위를 벗어난 값을 넣었을 때.

    See Also
    --------
    Adam : 매개변수마다 걸음의 크기를 맞추는 규칙.

    Notes
    -----
    :math:`\mu`\ 가 모멘텀, :math:`\eta`\ 가 학습률입니다. 처음에 :math:`v = 0`\ 입니다.

    .. math::

       \begin{aligned}
       v &\leftarrow \mu v + g \\
       \theta &\leftarrow \theta - \eta v
       \end{aligned}

    References
    ----------
    B. T. Polyak, "Some methods of speeding up the convergence of iteration methods",
    *USSR Computational Mathematics and Mathematical Physics* 4(5), 1964.

    Examples
    --------
    기울기가 계속 같으면 모멘텀은 걸음을 점점 크게 합니다.

    >>> import nnnotes as nn
    >>> optimizer = nn.SGD(learning_rate=0.5, momentum=0.5)
    >>> theta = optimizer.step([0.0], [1.0])
    >>> theta, optimizer.step(theta, [1.0])
    (array([-0.5]), array([-1.25]))
    """

    def __init__(self, learning_rate: float = 0.1, momentum: float = 0.0) -> None:
        super().__init__(learning_rate)
        self.momentum = _fraction(momentum, "momentum")

    def __repr__(self) -> str:
        return f"SGD(learning_rate={self.learning_rate}, momentum={self.momentum})"

    def reset(self) -> None:
        """지난 걸음에서 기억한 것을 모두 잊습니다."""
        super().reset()
        self._velocity: Array | None = None

    def update(self, parameters: Array, gradient: Array) -> None:
        """매개변수를 한 걸음 옮깁니다."""
        if self.momentum == 0:
            parameters -= self.learning_rate * gradient
            return
        if self._velocity is None:
            self._velocity = np.zeros_like(parameters)
        velocity = self._velocity
        velocity *= self.momentum
        velocity += gradient
        parameters -= self.learning_rate * velocity


class Adam(Optimizer):
    r"""Adam: 기울기의 평균과 크기를 기억하여 매개변수마다 걸음의 크기를 맞춥니다.

    Parameters
    ----------
    learning_rate : float, default 0.001
        학습률. 한 걸음의 크기가 대략 이만합니다. 0보다 큽니다.
    beta1 : float, default 0.9
        기울기의 평균을 얼마나 천천히 바꿀지. 0 이상 1 미만입니다.
    beta2 : float, default 0.999
        기울기 제곱의 평균을 얼마나 천천히 바꿀지. 0 이상 1 미만입니다.
    epsilon : float, default 1e-8
        0으로 나누지 않게 하는 작은 수. 0보다 큽니다.

    Raises
    ------
    TypeError
        실수가 아닌 값을 넣었을 때.
    ValueError
        범위를 벗어난 값을 넣었을 때.

    See Also
    --------
    SGD : 기울기를 그대로 따르는 규칙.

    Notes
    -----
    :math:`t`\ 는 걸음의 번호(1부터)입니다. 처음에 :math:`m = v = 0`\ 이어서 평균이 0 쪽으로
    치우치므로 :math:`1 - \beta^t`\ 으로 나누어 바로잡습니다.

    .. math::

       \begin{aligned}
       m &\leftarrow \beta_1 m + (1 - \beta_1) g \\
       v &\leftarrow \beta_2 v + (1 - \beta_2) g^2 \\
       \theta &\leftarrow \theta
           - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon}
       \end{aligned}

    References
    ----------
    D. P. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015,
    arXiv:1412.6980.

    Examples
    --------
    첫걸음의 크기는 기울기의 크기와 상관없이 학습률만 합니다.

    >>> import nnnotes as nn
    >>> nn.Adam(learning_rate=0.1).step([0.0, 0.0], [5.0, -0.002]).round(4)
    array([-0.1,  0.1])
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
    ) -> None:
        super().__init__(learning_rate)
        self.beta1 = _fraction(beta1, "beta1")
        self.beta2 = _fraction(beta2, "beta2")
        self.epsilon = positive(epsilon, "epsilon")

    def __repr__(self) -> str:
        return (
            f"Adam(learning_rate={self.learning_rate}, beta1={self.beta1}, "
            f"beta2={self.beta2}, epsilon={self.epsilon})"
        )

    def reset(self) -> None:
        """지난 걸음에서 기억한 것을 모두 잊습니다."""
        super().reset()
        self._mean: Array | None = None
        self._square: Array | None = None
        self._t = 0

    def update(self, parameters: Array, gradient: Array) -> None:
        """매개변수를 한 걸음 옮깁니다."""
        if self._mean is None or self._square is None:
            self._mean, self._square = np.zeros_like(parameters), np.zeros_like(parameters)
        mean, square = self._mean, self._square
        self._t += 1
        mean *= self.beta1
        mean += (1 - self.beta1) * gradient
        square *= self.beta2
        square += (1 - self.beta2) * (gradient * gradient)
        # The two corrections are numbers: dividing the learning rate saves a pass over the data.
        rate = self.learning_rate / (1 - self.beta1**self._t)
        scale = np.sqrt(square / (1 - self.beta2**self._t)) + self.epsilon
        parameters -= rate * mean / scale


OPTIMIZERS: dict[str, type[SGD] | type[Adam]] = {"adam": Adam, "sgd": SGD}


def choose(optimizer: str | Optimizer, learning_rate: float | None) -> Optimizer:
    """Return the optimizer that ``fit`` was asked for, with nothing remembered."""
    if not isinstance(optimizer, Optimizer):
        rule = OPTIMIZERS[one_of(optimizer, "optimizer", OPTIMIZERS)]
        return rule() if learning_rate is None else rule(learning_rate)
    if learning_rate is not None:
        expected = "옵티마이저를 만들 때 정했으므로 따로 줄 수 없습니다"
        raise ValueError(message("learning_rate", expected, learning_rate))
    optimizer.reset()
    return optimizer


def _fraction(value: float, name: str) -> float:
    number = scalar(value, name)
    if not 0 <= number < 1:
        raise ValueError(message(name, "0 이상 1 미만이어야 합니다", number))
    return number
