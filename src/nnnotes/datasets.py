r"""연습용 데이터: 시드가 같으면 언제나 같은 점이 나오는 작은 데이터셋."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes._checks import Array, integer, matrix, message, not_negative, positive
from nnnotes.real_datasets import digits, penguins

__all__ = ["blobs", "circles", "digits", "moons", "penguins", "sine"]

Labels: TypeAlias = NDArray[np.int_]


def blobs(
    n_samples: int = 200,
    noise: float = 1.0,
    seed: int = 0,
    centers: ArrayLike = ((-2.0, -2.0), (2.0, 2.0)),
    separation: float | None = None,
) -> tuple[Array, Labels]:
    r"""중심마다 정규 분포로 흩어진 점의 무리를 만듭니다.

    Parameters
    ----------
    n_samples : int, default 200
        점의 수. 클래스마다 고르게 나눕니다.
    noise : float, default 1.0
        흩어진 정도(표준편차), 0 이상.
    seed : int, default 0
        난수의 시드.
    centers : array_like of shape (n_classes, 2), optional
        클래스의 중심. 생략하면 (-2, -2)와 (2, 2)입니다.
    separation : float, optional
        서로 다른 클래스 사이에 반드시 두는 간격, 0보다 큰 수. 주면 어느 두 클래스든 선형 분리
        가능합니다. 생략하면 무리가 겹칠 수 있습니다.

    Returns
    -------
    X : ndarray of float, shape (n_samples, 2)
        점.
    y : ndarray of int, shape (n_samples,)
        클래스의 번호, 0부터. 점의 차례는 섞여 있습니다.

    Raises
    ------
    TypeError
        ``n_samples``\ 나 ``seed``\ 가 정수가 아닐 때.
    ValueError
        점이 클래스보다 적거나, 값이 범위를 벗어나거나, 중심 사이가 ``separation``\ 보다 가까울 때.

    Notes
    -----
    ``separation``\ 을 주면 점을 중심 쪽으로 당겨 반지름 :math:`\rho`\ 인 원 안에 모읍니다.
    중심 사이의 가장 짧은 거리가 :math:`d`, 간격이 :math:`s`\ 이면
    :math:`\rho = (d - s) / 2`\ 입니다.
    중심에서 :math:`r`\ 만큼 떨어진 점은 거리 :math:`\rho \tanh(r / \rho)`\ 인 곳으로 옮깁니다.
    두 원이 :math:`s` 이상 떨어져 있으므로 그 사이에 직선을 그을 수 있습니다.

    Examples
    --------
    클래스마다 점의 수가 같습니다.

    >>> import nnnotes as nn
    >>> import numpy as np
    >>> X, y = nn.blobs(100)
    >>> X.shape, np.bincount(y).tolist()
    ((100, 2), [50, 50])

    간격을 두면 퍼셉트론이 반드시 나눌 수 있습니다.

    >>> X, y = nn.blobs(100, noise=3.0, separation=1.0)
    >>> nn.Perceptron().fit(X, y).score(X, y)
    1.0
    """
    middles = matrix(centers, "centers")
    if middles.shape[1] != 2 or len(middles) < 2:
        expected = "중심이 둘 이상이고 모양이 (n, 2)여야 합니다"
        raise ValueError(message("centers", expected, middles.shape))
    n, spread = integer(n_samples, "n_samples", len(middles)), not_negative(noise, "noise")
    rng = _generator(seed)
    y = np.repeat(np.arange(len(middles)), _shares(n, len(middles)))
    offsets = rng.normal(0.0, spread, size=(n, 2))
    if separation is not None:
        offsets = _pull(offsets, _reach(middles, positive(separation, "separation")))
    return _shuffled(middles[y] + offsets, y, rng)


def _reach(centers: Array, separation: float) -> float:
    rows, columns = np.triu_indices(len(centers), k=1)
    nearest = float(np.linalg.norm(centers[rows] - centers[columns], axis=1).min())
    if separation >= nearest:
        expected = f"중심 사이의 가장 짧은 거리 {nearest:.4g}보다 작아야 합니다"
        raise ValueError(message("separation", expected, separation))
    return (nearest - separation) / 2


def _pull(offsets: Array, reach: float) -> Array:
    radius = np.linalg.norm(offsets, axis=1, keepdims=True)
    pulled: Array = offsets * np.divide(
        reach * np.tanh(radius / reach), radius, out=np.ones_like(radius), where=radius > 0
    )
    return pulled


def moons(n_samples: int = 200, noise: float = 0.1, seed: int = 0) -> tuple[Array, Labels]:
    r"""서로 맞물린 반달 두 개를 만듭니다.

    Parameters
    ----------
    n_samples : int, default 200
        점의 수. 두 클래스에 고르게 나눕니다.
    noise : float, default 0.1
        좌표에 더하는 정규 분포 잡음의 표준편차, 0 이상.
    seed : int, default 0
        난수의 시드.

    Returns
    -------
    X : ndarray of float, shape (n_samples, 2)
        점.
    y : ndarray of int, shape (n_samples,)
        0은 위쪽 반달, 1은 아래쪽 반달. 점의 차례는 섞여 있습니다.

    Raises
    ------
    TypeError
        ``n_samples``\ 나 ``seed``\ 가 정수가 아닐 때.
    ValueError
        점이 2개보다 적거나 값이 범위를 벗어날 때.

    Notes
    -----
    :math:`0 \le t \le \pi`\ 에서 위쪽은 :math:`(\cos t, \sin t)`, 아래쪽은
    :math:`(1 - \cos t, \tfrac12 - \sin t)`\ 입니다. 직선 하나로는 나눌 수 없습니다.

    Examples
    --------
    잡음이 없으면 위쪽 반달의 점은 원점에서 거리가 1입니다.

    >>> import nnnotes as nn
    >>> import numpy as np
    >>> X, y = nn.moons(100, noise=0)
    >>> bool(np.allclose(np.linalg.norm(X[y == 0], axis=1), 1))
    True
    """
    upper, lower = (
        np.linspace(0.0, np.pi, share)
        for share in _shares(integer(n_samples, "n_samples", minimum=2), 2)
    )
    curves = [
        np.column_stack([np.cos(upper), np.sin(upper)]),
        np.column_stack([1 - np.cos(lower), 0.5 - np.sin(lower)]),
    ]
    return _scattered(curves, noise, seed)


def circles(
    n_samples: int = 200, noise: float = 0.05, seed: int = 0, factor: float = 0.5
) -> tuple[Array, Labels]:
    r"""중심이 같은 원 두 개를 만듭니다.

    Parameters
    ----------
    n_samples : int, default 200
        점의 수. 두 클래스에 고르게 나눕니다.
    noise : float, default 0.05
        좌표에 더하는 정규 분포 잡음의 표준편차, 0 이상.
    seed : int, default 0
        난수의 시드.
    factor : float, default 0.5
        안쪽 원의 반지름, 0보다 크고 1보다 작은 수. 바깥 원의 반지름은 1입니다.

    Returns
    -------
    X : ndarray of float, shape (n_samples, 2)
        점.
    y : ndarray of int, shape (n_samples,)
        0은 바깥 원, 1은 안쪽 원. 점의 차례는 섞여 있습니다.

    Raises
    ------
    TypeError
        ``n_samples``\ 나 ``seed``\ 가 정수가 아닐 때.
    ValueError
        점이 2개보다 적거나 값이 범위를 벗어날 때.

    Examples
    --------
    잡음이 없으면 클래스는 원점에서의 거리로 나뉩니다.

    >>> import nnnotes as nn
    >>> import numpy as np
    >>> X, y = nn.circles(100, noise=0)
    >>> radius = np.linalg.norm(X, axis=1)
    >>> bool((radius[y == 0] > 0.75).all()), bool((radius[y == 1] < 0.75).all())
    (True, True)
    """
    inside = positive(factor, "factor")
    if inside >= 1:
        raise ValueError(message("factor", "1보다 작아야 합니다", inside))
    shares = _shares(integer(n_samples, "n_samples", minimum=2), 2)
    curves = []
    for radius, share in zip((1.0, inside), shares, strict=True):
        angle = np.linspace(0.0, 2 * np.pi, share, endpoint=False)
        curves.append(radius * np.column_stack([np.cos(angle), np.sin(angle)]))
    return _scattered(curves, noise, seed)


def sine(n_samples: int = 200, noise: float = 0.1, seed: int = 0) -> tuple[Array, Array]:
    r"""사인 곡선 둘레의 점을 만듭니다. 회귀를 연습하는 데이터입니다.

    Parameters
    ----------
    n_samples : int, default 200
        점의 수.
    noise : float, default 0.1
        y에 더하는 정규 분포 잡음의 표준편차, 0 이상.
    seed : int, default 0
        난수의 시드.

    Returns
    -------
    X : ndarray of float, shape (n_samples, 1)
        :math:`-\pi`\ 부터 :math:`\pi`\ 까지 고르게 나눈 입력, 작은 것부터.
    y : ndarray of float, shape (n_samples,)
        :math:`\sin x`\ 에 잡음을 더한 실수.

    Raises
    ------
    TypeError
        ``n_samples``\ 나 ``seed``\ 가 정수가 아닐 때.
    ValueError
        점이 2개보다 적거나 값이 범위를 벗어날 때.

    Examples
    --------
    분류와 달리 y가 실수입니다.

    >>> import nnnotes as nn
    >>> X, y = nn.sine(5, noise=0)
    >>> X.shape, y.round(12) + 0.0
    ((5, 1), array([ 0., -1.,  0.,  1.,  0.]))
    """
    n, spread = integer(n_samples, "n_samples", minimum=2), not_negative(noise, "noise")
    x = np.linspace(-np.pi, np.pi, n)
    y = np.sin(x) + _generator(seed).normal(0.0, spread, size=n)
    return x[:, np.newaxis], y


def _generator(seed: int) -> np.random.Generator:
    return np.random.default_rng(integer(seed, "seed", minimum=0))


def _shares(n_samples: int, n_classes: int) -> list[int]:
    """Split ``n_samples`` so that no two classes differ by more than one."""
    return [(n_samples + n_classes - 1 - k) // n_classes for k in range(n_classes)]


def _scattered(curves: Sequence[Array], noise: float, seed: int) -> tuple[Array, Labels]:
    spread = not_negative(noise, "noise")
    rng = _generator(seed)
    points = np.concatenate(curves)
    y = np.repeat(np.arange(len(curves)), [len(curve) for curve in curves])
    return _shuffled(points + rng.normal(0.0, spread, size=points.shape), y, rng)


def _shuffled(X: Array, y: Labels, rng: np.random.Generator) -> tuple[Array, Labels]:
    order = rng.permutation(len(y))
    return X[order], y[order]
