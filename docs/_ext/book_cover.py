"""The cover of the book: a small network has learned what it shows."""

from pathlib import Path

import matplotlib.pyplot as plt

import nnnotes as nn
from nnnotes.plotting.font import COLORS

WIDTH, HEIGHT = 6.0, 9.0  # inches; 200 dots each


def draw_cover(path: Path) -> None:
    """Train a network on two moons and draw the cover around its decision boundary."""
    X, y = nn.moons(200, noise=0.12, seed=0)
    network = nn.Network([nn.Dense(2, 16, "tanh", seed=0), nn.Dense(16, 1, "sigmoid", seed=1)])
    network.fit(X, y, "binary_cross_entropy", epochs=200, learning_rate=0.5, batch_size=20, seed=0)
    with plt.rc_context():
        nn.use_korean_font()
        figure = plt.figure(figsize=(WIDTH, HEIGHT), layout="none")
        ax = figure.add_axes((0, 0.12, 1, 0.5))
        nn.plot_decision_boundary(network, X, y, ax=ax, threshold=0.5)
        ax.get_legend().remove()
        ax.set_axis_off()
        figure.text(0.08, 0.86, "실행하며 배우는", size=26)
        figure.text(0.08, 0.775, "신경망", size=52, color=COLORS[0])
        figure.text(0.08, 0.70, "모든 숫자와 그림을 계산해서 보여 주는 책", size=14)
        figure.text(0.08, 0.05, "nnnotes", size=18)
        figure.savefig(path, dpi=200, metadata={"Software": None})
        plt.close(figure)
