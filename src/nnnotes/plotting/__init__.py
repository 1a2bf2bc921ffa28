r"""그림: 이 책의 그림을 그리는 함수들.

모두 ``ax``\ 를 받고 ``matplotlib.axes.Axes``\ 를 돌려줍니다. ``ax``\ 를 주지 않으면
``matplotlib.pyplot.subplots``\ 로 새 그림을 만듭니다. 글꼴을 따로 고르지 않았다면 처음 그릴
때 :func:`use_korean_font`\ 를 부르므로, 한글이 깨지지 않습니다.
"""

from nnnotes.plotting.boundaries import plot_decision_boundary
from nnnotes.plotting.curves import plot_function, plot_tangent
from nnnotes.plotting.descent import plot_descent
from nnnotes.plotting.font import use_korean_font
from nnnotes.plotting.gates import plot_gate
from nnnotes.plotting.images import plot_images
from nnnotes.plotting.networks import draw_network
from nnnotes.plotting.results import plot_confusion, plot_loss
from nnnotes.plotting.tensors import draw_tensor
from nnnotes.plotting.timeline import plot_timeline
from nnnotes.plotting.updates import plot_lines

__all__ = [
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
]
