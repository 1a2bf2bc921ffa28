r"""
기울기는 층을 거슬러 오르며 사라집니다
======================================

열 층짜리 신경망에 역전파를 한 번 하고, 층마다 가중치의 기울기가 얼마나 큰지 잽니다. 시그모이드에서는
출력에서 멀수록 기울기가 몇 자릿수씩 작아집니다.
"""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 손글씨 숫자를 넣고 은닉층 열 개의 활성화 함수만 바꿉니다. 처음 가중치는 ``nn.Dense``\ 가 활성화
# 함수에 맞추어 고른 것입니다.

data = nn.digits()


def gradient_sizes(activation):
    widths = [64] + [32] * 10
    layers = [nn.Dense(n, m, activation, seed=k) for k, (n, m) in enumerate(pairwise(widths))]
    network = nn.Network([*layers, nn.Dense(32, 10, "softmax", seed=99)])
    network.forward(data.X_train)
    gradients = network.backward(data.y_train, "cross_entropy")
    return [np.sqrt(np.mean(weights**2)) for weights, _ in gradients[:-1]]


# %%
# 왼쪽이 입력에 가까운 층입니다. 로그 눈금이므로 한 눈금이 열 배입니다.

# sphinx_gallery_alt = "가로축은 층의 번호 1부터 10까지, 세로축은 로그 눈금의 기울기. 렐루와 쌍곡탄젠트는 거의 평평하고, 시그모이드는 왼쪽으로 갈수록 곧게 떨어져 첫 층에서 백만 배쯤 작다."
fig, ax = plt.subplots()
for name, activation, style in [
    ("렐루", "relu", "-^"),
    ("쌍곡탄젠트", "tanh", "--s"),
    ("시그모이드", "sigmoid", ":o"),
]:
    ax.plot(range(1, 11), gradient_sizes(activation), style, label=name)
ax.set(yscale="log", xlabel="은닉층의 번호", ylabel="기울기의 크기", xticks=range(1, 11))
ax.legend(loc="lower right")
plt.show()
