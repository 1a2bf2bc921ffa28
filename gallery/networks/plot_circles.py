r"""
직선이 구부러져 원을 두를 때까지
================================

안쪽 원과 바깥쪽 원을 가르는 신경망입니다. 처음에는 직선을 긋고, 배울수록 경계가 구부러져 마침내 안쪽을
한 바퀴 두릅니다.
"""

import copy

import matplotlib.pyplot as plt

import nnnotes as nn

nn.use_korean_font()

# %%
# 에포크가 끝날 때마다 ``fit``\ 이 부르는 함수에서 신경망을 복사해 둡니다.

X, y = nn.circles(200, noise=0.1, seed=0)
scenes = {0: nn.Network([nn.Dense(2, 8, "tanh", seed=3), nn.Dense(8, 1, "sigmoid", seed=4)])}


def keep(epoch, network):
    scenes[epoch] = copy.deepcopy(network)


network = copy.deepcopy(scenes[0])
_ = network.fit(
    X,
    y,
    "binary_cross_entropy",
    epochs=60,
    learning_rate=0.5,
    batch_size=20,
    seed=0,
    callback=keep,
)

# %%
# 제목에 그때의 정확도를 적습니다.

# sphinx_gallery_alt = "그림 여섯 개. 0번 에포크에는 거의 곧은 선이 가로지르고, 차츰 U자로 구부러져 안쪽 원을 감싸다가, 25번부터는 닫힌 고리가 안쪽 원을 두른다."
fig, axes = plt.subplots(2, 3, sharex=True, sharey=True)
for epoch, ax in zip((0, 5, 10, 15, 25, 60), axes.flat, strict=True):
    nn.plot_decision_boundary(scenes[epoch], X, y, ax=ax, threshold=0.5, n=100)
    ax.get_legend().remove()
    accuracy = (scenes[epoch].classify(X) == y).mean()
    title = f"에포크 {epoch}: {accuracy:.0%}"
    ax.set(title=title, xlabel="", ylabel="", xticks=(), yticks=())
plt.show()
