r"""
접을 때마다 두 배: 깊이의 힘
============================

렐루 두 개로 0과 1 사이를 반으로 접는 층을 만듭니다. 같은 층을 여러 번 지나면 봉우리가 두 배씩 늡니다.
은닉층 하나로 이만큼 꺾으려면 렐루가 꺾이는 곳만큼 있어야 합니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 접는 함수는 :math:`m(x) = 2\max(0, x) - 4\max(0, x - 1/2)`\ 입니다. 밀집층 두 개로 적고, 원하는
# 횟수만큼 늘어놓습니다.


def folding_network(times):
    layers = []
    for _ in range(times):
        bend = nn.Dense(1, 2, "relu")
        bend.weights, bend.bias = [[1.0, 1.0]], [0.0, -0.5]
        add = nn.Dense(2, 1, "identity")
        add.weights = [[2.0], [-4.0]]
        layers += [bend, add]
    return nn.Network(layers)


# %%
# 네 번 접으면 렐루는 여덟 개인데 봉우리도 여덟 개입니다. 그다음부터는 봉우리가 앞질러 갑니다.

x = np.linspace(0, 1, 1025)[:, np.newaxis]

# sphinx_gallery_alt = "톱니 그래프 넷이 위에서 아래로 놓여 있다. 봉우리가 하나, 둘, 넷, 여덟 개로 두 배씩 는다."
fig, axes = plt.subplots(2, 2, sharex=True, sharey=True)
for times, ax in zip((1, 2, 3, 4), axes.flat, strict=True):
    y = folding_network(times).predict(x)
    ax.fill_between(x[:, 0], y, alpha=0.25)
    ax.plot(x, y)
    ax.set(title=f"{times}번 접기: 봉우리 {2 ** (times - 1)}개", xticks=(0, 1), yticks=(0, 1))
plt.show()

# %%
# 횟수를 더 늘려 세어 봅니다.

for times in (5, 6, 7, 8):
    rising = np.diff(folding_network(times).predict(x)) > 0
    peaks = np.sum(rising[:-1] & ~rising[1:])
    print(f"{times}번 접기: 렐루 {2 * times}개, 봉우리 {peaks}개")
