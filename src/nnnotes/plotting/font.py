"""한글 글꼴과 그림의 모양을 정합니다."""

from importlib.resources import files
from typing import Any

from cycler import cycler
from matplotlib import font_manager, rcParams, rcParamsDefault

__all__ = ["use_korean_font"]

FAMILY = "nnnotes Sans KR"
FONT_FILE = str(files("nnnotes").joinpath("fonts", "NnnotesSansKR-Regular.otf"))

# Okabe-Ito, with its yellows and light blue left out or darkened: a thin line needs a
# contrast of 3:1 on white, and the first two, on which white digits lie, one of 4.5:1.
COLORS = ("#0072B2", "#C25500", "#009E73", "#CC79A7", "#000000", "#A86C00")

_STYLE: Any = {
    "font.family": [FAMILY, "DejaVu Sans"],
    "font.size": 12.0,
    "axes.titlesize": 13.0,
    "axes.labelsize": 12.0,
    "xtick.labelsize": 11.0,
    "ytick.labelsize": 11.0,
    "legend.fontsize": 11.0,
    "axes.unicode_minus": True,
    "figure.figsize": (6.4, 3.8),
    "figure.dpi": 100.0,
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
    "savefig.dpi": 150.0,
    "savefig.facecolor": "white",
    "svg.hashsalt": "nnnotes",
    "axes.facecolor": "white",
    "axes.edgecolor": "#555555",
    "axes.prop_cycle": cycler(color=COLORS),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.8,
    "lines.linewidth": 2.0,
    "lines.markersize": 8.0,
    "legend.framealpha": 0.9,
    "legend.edgecolor": "#DDDDDD",
}


def use_korean_font() -> str:
    """그림에 한글이 나오게 하고, 이 책의 그림 모양을 씁니다.

    패키지에 들어 있는 글꼴(Noto Sans CJK KR에서 뽑은 것)을 matplotlib에 등록하고
    ``matplotlib.rcParams``\\ 를 바꿉니다. 글꼴을 내려받거나 설치할 필요가 없습니다.
    여러 번 불러도 결과는 같습니다.

    Returns
    -------
    str
        등록한 글꼴의 이름.

    Notes
    -----
    이 글꼴에 없는 글자는 DejaVu Sans에서 찾습니다. 선의 색은 색각이 달라도 구별되는
    Okabe-Ito 배색을 따르되, 흰 바탕과의 명암비가 3:1이 되도록 몇 색을 어둡게 했습니다.

    References
    ----------
    M. Okabe, K. Ito, Color Universal Design, 2008. https://jfly.uni-koeln.de/color/

    Examples
    --------
    그림을 그리기 전에 한 번 부릅니다.

    >>> import nnnotes as nn
    >>> nn.use_korean_font()
    'nnnotes Sans KR'
    """
    if not any(entry.fname == FONT_FILE for entry in font_manager.fontManager.ttflist):
        font_manager.fontManager.addfont(FONT_FILE)
    rcParams.update(_STYLE)
    return FAMILY


def font_was_chosen() -> bool:
    """Tell whether somebody (the reader or this module) has set a font of their own."""
    return any(rcParams[key] != rcParamsDefault[key] for key in ("font.family", "font.sans-serif"))
