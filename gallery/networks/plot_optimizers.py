r"""
골짜기를 내려가는 세 가지 걸음
==============================

길쭉한 골짜기에서 보통의 경사 하강법, 모멘텀, Adam이 지나는 길을 견줍니다. 기울기만 따르면 가파른 벽
사이를 왔다 갔다 하고, 모멘텀은 지난 걸음을 이어 가며, Adam은 방향마다 걸음의 크기를 맞춥니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 손실은 :math:`L(\theta) = \tfrac12(\theta_1^2 + 20\,\theta_2^2)`\ 입니다. 가로로는 완만하고 세로로는
# 스무 배 가파릅니다.

STEEPNESS = np.array([1.0, 20.0])


def walk(optimizer, n_steps=40):
    path = [np.array([-4.0, 1.2])]
    for _ in range(n_steps):
        path.append(optimizer.step(path[-1], STEEPNESS * path[-1]))
    return np.array(path)


paths = {
    "경사 하강법": walk(nn.SGD(0.09)),
    "모멘텀": walk(nn.SGD(0.02, momentum=0.8)),
    "Adam": walk(nn.Adam(0.3)),
}
for name, path in paths.items():
    print(f"{name}: 40걸음 뒤 손실 {0.5 * (STEEPNESS * path[-1] ** 2).sum():.1e}")

# %%
# 등고선은 손실이 같은 곳입니다.

x = np.linspace(-4.5, 2.5, 200)
y = np.linspace(-1.5, 1.5, 200)

# sphinx_gallery_alt = "가로로 길쭉한 등고선 위의 경로 셋. 경사 하강법은 위아래로 뾰족하게 지그재그하고, 모멘텀은 물결치며 나아가고, Adam은 크게 휘어 내려가 바닥을 지나쳤다가 고리를 그리며 돌아온다."
fig, ax = plt.subplots()
loss = 0.5 * (x**2 + 20 * y[:, np.newaxis] ** 2)
ax.contour(x, y, loss, levels=12, colors="lightgray", linewidths=1)
for (name, path), style in zip(paths.items(), ("-o", "--^", ":s"), strict=True):
    ax.plot(*path.T, style, markersize=4, label=name)
ax.plot(0, 0, "k*", markersize=14)
ax.set(xlabel="θ₁", ylabel="θ₂", xlim=(-4.5, 2.5), ylim=(-1.5, 1.5))
ax.legend(loc="lower left", ncols=3)
plt.show()
