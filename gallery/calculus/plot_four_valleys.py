r"""
골짜기가 넷이면 출발점이 도착점을 정합니다
==========================================

경사 하강법은 발밑만 봅니다. 골짜기가 넷인 땅에 여러 곳에서 출발해 내려보내면, 저마다 제가 속한
골짜기의 바닥에서 멈춥니다. 가장 깊은 곳에 닿는 것은 그 가운데 일부입니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 골짜기가 둘인 사차 함수 두 개를 더하면 골짜기가 넷이 됩니다. 일차항으로 조금씩 기울여 깊이를
# 다르게 합니다.


def land(x):
    return nn.quartic(x[0], d=1.0) + nn.quartic(x[1], d=0.6)


starts = [(a, b) for a in (-2, -0.7, 0.9, 2.1) for b in (-2, -0.6, 0.8, 2)]
descents = [nn.gradient_descent(land, start, 0.02, max_steps=300) for start in starts]
ends = np.array([descent.path[-1] for descent in descents])
bottoms, kinds = np.unique(ends.round(3), axis=0, return_inverse=True)
for kind, bottom in enumerate(bottoms):
    print(f"바닥 {bottom}: 높이 {land(bottom):.2f}, 도착 {(kinds == kind).sum()}번")

# %%
# 같은 바닥에 닿은 길을 같은 색과 같은 무늬로 그립니다. 별이 바닥입니다.

# sphinx_gallery_alt = "등고선 위에 골짜기 네 개. 열여섯 곳에서 출발한 길이 네 색으로 나뉘어, 네 귀퉁이의 별로 네 개씩 모인다."
fig, ax = plt.subplots(figsize=(6.4, 4.6))
grid = np.stack(np.meshgrid(np.linspace(-2.5, 2.5, 120), np.linspace(-2.4, 2.4, 120)))
ax.contourf(*grid, land(grid), levels=16, cmap="Greys", alpha=0.6)
colors, markers = ("C0", "C1", "C2", "C3"), ("o", "^", "s", "D")
for descent, kind in zip(descents, kinds, strict=True):
    ax.plot(*descent.path.T, color=colors[kind], linewidth=2)
    ax.plot(*descent.path[0], markers[kind], color=colors[kind], markeredgecolor="white")
ax.plot(*bottoms.T, "k*", markersize=17)
ax.set(xlabel="x₁", ylabel="x₂", title="출발점 열여섯, 바닥 넷")
ax.grid(visible=False)
plt.show()
