r"""실제 데이터: 사람이 쓴 숫자와 남극의 펭귄.

패키지 안에 들어 있어 인터넷 없이도 열립니다. 훈련 세트와 테스트 세트는 늘 같게 나눕니다.
"""

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from nnnotes._checks import Array, one_of

__all__ = ["Split", "digits", "penguins"]

# The rows where the sequence of digits that every writer copied starts again (data/README.md).
_LAST_THREE_FORMS = 1415


@dataclass(frozen=True)
class Split:
    """훈련 세트와 테스트 세트로 나눈 데이터.

    Attributes
    ----------
    X_train, X_test : ndarray of float, shape (n, n_features)
        행마다 샘플 하나.
    y_train, y_test : ndarray, shape (n,)
        정답.

    Examples
    --------
    특성을 정규화할 때도 테스트 세트는 보지 않고, 훈련 세트의 평균과 표준편차를 씁니다.

    >>> import nnnotes as nn
    >>> data = nn.penguins()
    >>> mean, std = data.X_train.mean(axis=0), data.X_train.std(axis=0)
    >>> ((data.X_test - mean) / std).shape
    (67, 3)
    """

    X_train: Array
    y_train: NDArray[np.int_] | Array
    X_test: Array
    y_test: NDArray[np.int_] | Array


def digits(split: str = "random") -> Split:
    r"""사람이 쓴 숫자 1797장을 엽니다. 8 × 8 화소이고 0부터 9까지입니다.

    Parameters
    ----------
    split : {"random", "writers"}, default "random"
        테스트 세트를 고르는 법.

        - ``"random"``: 숫자마다 다섯 장에 한 장씩 고릅니다(훈련 1442장, 테스트 355장). 흔히 쓰는
          방법처럼 한 사람의 글씨가 두 세트에 모두 들어갑니다.
        - ``"writers"``: 마지막 세 서식을 고릅니다(훈련 1415장, 테스트 382장). 처음 보는 사람의
          글씨로 시험하는 셈이어서 더 어렵고, 실제로 쓸 때의 정확도에 가깝습니다.

    Returns
    -------
    Split
        ``X``\ 는 0(흰색)에서 1(검은색)까지인 화소 64개, ``y``\ 는 숫자입니다. 그림으로 그리려면
        ``X.reshape(-1, 8, 8)``\ 로 모양을 바꿉니다.

    Raises
    ------
    ValueError
        나누는 법의 이름을 모를 때.

    Notes
    -----
    UCI 데이터의 테스트 세트로, 13명이 썼습니다. 누가 썼는지는 나와 있지 않지만, 모두 같은 차례로
    숫자를 썼기 때문에 레이블에서 서식이 바뀌는 곳을 알 수 있습니다.

    References
    ----------
    E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine
    Learning Repository, 1998, doi:10.24432/C50P49. CC BY 4.0.

    Examples
    --------
    줄마다 한 장입니다.

    >>> import nnnotes as nn
    >>> data = nn.digits()
    >>> data.X_train.shape, data.X_test.shape
    ((1442, 64), (355, 64))

    첫 그림은 0입니다.

    >>> int(data.y_train[0])
    0
    >>> for row in data.X_train[0].reshape(8, 8):
    ...     print("".join("·" if pixel < 0.5 else "#" for pixel in row))
    ···##···
    ··####··
    ··#··##·
    ··#··##·
    ··#··##·
    ··#··#··
    ··#·##··
    ···##···
    """
    one_of(split, "split", ("random", "writers"))
    with (files("nnnotes") / "data" / "digits.npz").open("rb") as file, np.load(file) as archive:
        X = archive["images"].reshape(-1, 64) / 16
        y = archive["labels"].astype(np.int_)
    by_writer = np.arange(len(y)) >= _LAST_THREE_FORMS
    test = by_writer if split == "writers" else _every_fifth(y)
    return Split(X[~test], y[~test], X[test], y[test])


def penguins() -> Split:
    r"""펭귄 342마리의 크기와 몸무게를 엽니다. 크기로 몸무게를 맞히는 회귀 데이터입니다.

    Returns
    -------
    Split
        ``X``\ 는 부리의 길이, 부리의 높이, 날개의 길이(모두 mm), ``y``\ 는 몸무게(g)입니다. 종마다
        다섯 마리에 한 마리씩이 테스트 세트입니다(훈련 275마리, 테스트 67마리).

    Notes
    -----
    아델리펭귄, 턱끈펭귄, 젠투펭귄이 섞여 있고, 무거운 젠투펭귄은 부리의 높이가 낮습니다. 그래서 한
    평면으로는 다 맞힐 수 없고, 은닉층이 있는 신경망이 더 잘 맞힙니다.

    References
    ----------
    A. M. Horst, A. P. Hill and K. B. Gorman, "palmerpenguins: Palmer Archipelago
    (Antarctica) penguin data", 2020, doi:10.5281/zenodo.3960218. CC0 1.0.

    K. B. Gorman, T. D. Williams and W. R. Fraser, "Ecological Sexual Dimorphism and
    Environmental Variability within a Community of Antarctic Penguins (Genus
    Pygoscelis)", *PLoS ONE* 9(3): e90081, 2014.

    Examples
    --------
    첫 펭귄은 부리 39.1 mm, 날개 181 mm에 3.75 kg입니다.

    >>> import nnnotes as nn
    >>> data = nn.penguins()
    >>> data.X_train[0], float(data.y_train[0])
    (array([ 39.1,  18.7, 181. ]), 3750.0)
    """
    text = (files("nnnotes") / "data" / "penguins.csv").read_text(encoding="utf-8")
    rows = [line.split(",") for line in text.splitlines()[1:]]
    species = np.array([row[0] for row in rows])
    numbers = np.array([row[1:] for row in rows], dtype=np.float64)
    X, y = numbers[:, :3], numbers[:, 3]
    test = _every_fifth(species)
    return Split(X[~test], y[~test], X[test], y[test])


def _every_fifth(groups: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Mark every fifth member of each group, in the order of the file."""
    chosen = np.zeros(len(groups), dtype=np.bool_)
    for group in np.unique(groups):
        chosen[np.flatnonzero(groups == group)[4::5]] = True
    return chosen
