r"""역사: 신경망과 딥러닝의 연표, 그리고 그림 맞히기 대회 ILSVRC의 우승 기록.

기록마다 출처가 있습니다. 출처의 이름은 참고 문헌 목록의 이름입니다.
"""

from dataclasses import dataclass

__all__ = ["ILSVRC", "TIMELINE", "Event", "ILSVRCWinner"]


@dataclass(frozen=True)
class ILSVRCWinner:
    r"""ILSVRC 분류 과제의 한 해 우승 기록.

    오류율은 top-5입니다. 답을 다섯 개까지 내도 그 안에 정답이 없는 그림의 비율입니다.

    Attributes
    ----------
    year : int
        대회가 열린 해.
    team : str
        우승한 팀이나 신경망의 이름.
    error : float
        대회가 준 데이터만으로 훈련한 기록의 오류율, 0과 1 사이.
    error_extra : float or None
        다른 데이터도 써서 훈련한 기록의 오류율. 그런 기록이 없으면 None.
    layers : int or None
        학습하는 층의 수. 신경망이 아니거나 하나로 말할 수 없으면 None.
    note : str
        숫자를 읽을 때 알아야 할 것.
    sources : tuple of str
        출처. 참고 문헌 목록의 이름입니다.

    See Also
    --------
    ILSVRC : 이 기록의 묶음.

    Examples
    --------
    처음으로 신경망이 우승한 해는 2012년입니다.

    >>> import nnnotes as nn
    >>> winner = next(w for w in nn.ILSVRC if w.layers is not None)
    >>> winner.year, winner.layers, f"{winner.error:.1%}"
    (2012, 8, '16.4%')

    다른 데이터까지 쓴 기록은 따로 적혀 있습니다.

    >>> [(w.year, w.error_extra) for w in nn.ILSVRC if w.error_extra]
    [(2012, 0.15315), (2013, 0.11197)]
    """

    year: int
    team: str
    error: float
    error_extra: float | None
    layers: int | None
    note: str
    sources: tuple[str, ...]


ILSVRC = (
    ILSVRCWinner(
        year=2010,
        team="NEC-UIUC",
        error=0.28191,
        error_extra=None,
        layers=None,
        note="신경망이 아닙니다. 사람이 설계한 특성과 서포트 벡터 머신입니다.",
        sources=("ilsvrc_pages", "russakovsky2015"),
    ),
    ILSVRCWinner(
        year=2011,
        team="XRCE",
        error=0.25770,
        error_extra=None,
        layers=None,
        note="신경망이 아닙니다. 피셔 벡터와 선형 분류기입니다.",
        sources=("ilsvrc_pages", "russakovsky2015"),
    ),
    ILSVRCWinner(
        year=2012,
        team="AlexNet",
        error=0.16422,
        error_extra=0.15315,
        layers=8,
        note="팀 이름은 SuperVision. 16.4 %는 신경망 다섯, 15.3 %는 일곱의 앙상블입니다.",
        sources=("ilsvrc_pages", "krizhevsky2012"),
    ),
    ILSVRCWinner(
        year=2013,
        team="Clarifai",
        error=0.11743,
        error_extra=0.11197,
        layers=8,
        note="층의 수는 관련 논문(ZFNet)의 것입니다. 출품작은 그 논문의 신경망과 같지 않습니다.",
        sources=("ilsvrc_pages", "zeiler2014"),
    ),
    ILSVRCWinner(
        year=2014,
        team="GoogLeNet",
        error=0.06656,
        error_extra=None,
        layers=22,
        note="신경망 일곱의 앙상블입니다.",
        sources=("ilsvrc_pages", "szegedy2015"),
    ),
    ILSVRCWinner(
        year=2015,
        team="ResNet",
        error=0.03567,
        error_extra=None,
        layers=152,
        note="신경망 여섯의 앙상블이고, 층의 수는 가장 깊은 것의 수입니다.",
        sources=("ilsvrc_pages", "he2016"),
    ),
    ILSVRCWinner(
        year=2016,
        team="Trimps-Soushen",
        error=0.02991,
        error_extra=None,
        layers=None,
        note="이미 알려진 여러 신경망의 앙상블이라, 층의 수를 하나로 말할 수 없습니다.",
        sources=("ilsvrc_pages",),
    ),
    ILSVRCWinner(
        year=2017,
        team="SENet",
        error=0.02251,
        error_extra=None,
        layers=154,
        note="마지막 대회. 여러 신경망의 앙상블이고, 층의 수는 그 가운데 SENet-154의 것입니다.",
        sources=("ilsvrc_pages", "hu2018"),
    ),
)
"""ILSVRC 분류 과제의 우승 기록, 2010년부터 2017년까지."""


@dataclass(frozen=True)
class Event:
    r"""연표의 한 줄.

    Attributes
    ----------
    year : int
        일어난 해.
    event : str
        일어난 일.
    people : tuple of str
        한 사람들. 여럿이 함께한 일이면 비어 있을 수 있습니다.
    sources : tuple of str
        출처. 참고 문헌 목록의 이름입니다.

    See Also
    --------
    TIMELINE : 이 기록의 묶음.

    Examples
    --------
    힌턴이 나오는 해를 모읍니다.

    >>> import nnnotes as nn
    >>> [event.year for event in nn.TIMELINE if "힌턴" in event.people]
    [1985, 1986, 2006, 2012, 2018, 2024]
    """

    year: int
    event: str
    people: tuple[str, ...]
    sources: tuple[str, ...]


TIMELINE = (
    Event(1943, "문턱이 있는 뉴런을 논리식과 잇다", ("매컬러", "피츠"), ("mcculloch1943",)),
    Event(
        1948,
        "NAND 유닛으로 된 A형과 B형 기계",
        ("튜링",),
        ("turing1948", "copeland2017guide"),
    ),
    Event(1949, "함께 일한 연결이 세진다는 가설", ("헵",), ("hebb1949",)),
    Event(1950, "이미테이션 게임을 담은 논문", ("튜링",), ("turing1950",)),
    Event(1957, "퍼셉트론 보고서", ("로젠블랫",), ("rosenblatt1957",)),
    Event(1960, "퍼셉트론 기계 마크 I 공개", ("로젠블랫",), ("cbi00048", "hay1960")),
    Event(1969, "책 『퍼셉트론』이 한계를 밝히다", ("민스키", "패퍼트"), ("minsky1969",)),
    Event(1970, "역방향 자동 미분", ("린나인마",), ("linnainmaa1970", "schmidhuber_bp")),
    Event(1985, "볼츠만 기계", ("힌턴",), ("nobel_hinton",)),
    Event(
        1986,
        "역전파가 널리 알려지다",
        ("러멜하트", "힌턴", "윌리엄스"),
        ("rumelhart1986", "schmidhuber_bp"),
    ),
    Event(1989, "우편번호를 읽는 합성곱 신경망", ("르쿤",), ("lecun1989",)),
    Event(1998, "손글씨를 읽는 LeNet-5", ("르쿤", "보투", "벤지오", "하프너"), ("lecun1998",)),
    Event(2006, "심층 믿음 신경망", ("힌턴", "오신데로", "테"), ("hinton2006",)),
    Event(2010, "그림 맞히기 대회 ILSVRC 시작", (), ("russakovsky2015", "ilsvrc_pages")),
    Event(
        2012,
        "AlexNet이 ILSVRC에서 우승하다",
        ("크리제브스키", "수츠케버", "힌턴"),
        ("krizhevsky2012",),
    ),
    Event(2015, "152층의 ResNet", ("허카이밍", "장샹위", "런사오칭", "쑨젠"), ("he2016",)),
    Event(2015, "TensorFlow 공개", (), ("abadi2016", "tf_wiki")),
    Event(2017, "PyTorch 공개, ILSVRC 끝", (), ("pytorch_year", "ilsvrc_pages")),
    Event(2018, "딥러닝 연구자 셋이 튜링상", ("벤지오", "힌턴", "르쿤"), ("acm2018",)),
    Event(2024, "신경망 연구로 노벨 물리학상", ("홉필드", "힌턴"), ("nobel2024",)),
)
"""신경망과 딥러닝의 연표."""
