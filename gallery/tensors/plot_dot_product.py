r"""
내적은 같은 쪽을 보는 정도입니다
================================

길이가 1인 벡터를 한 바퀴 돌리며 고정된 벡터 u와 내적합니다. 같은 쪽이면 1, 직각이면 0, 반대쪽이면 −1이고,
그 사이는 코사인 곡선을 따릅니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 15도마다 벡터 하나씩, 24개를 행으로 쌓으면 내적 24개가 행렬 곱 하나입니다.

degrees = np.arange(0, 360, 15)
vectors = np.column_stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
u = vectors[2]
dots = vectors @ u
print(vectors.shape, "@", u.shape, "→", dots.shape)

# %%
# 왼쪽의 검은 화살표가 u입니다. 실선은 내적이 양수, 파선은 0이거나 음수인 벡터입니다. 오른쪽은 u와 벌어진 각에
# 따른 내적입니다.

# sphinx_gallery_alt = "왼쪽은 원점에서 사방으로 뻗은 선 24개와 검은 화살표 u. u 쪽의 선은 주황 실선, 반대쪽은 보라 파선이다. 오른쪽에는 점 24개가 코사인 곡선 위에 놓여 있다."
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.2))
colors = plt.get_cmap("PuOr_r")((dots + 1) / 2)
for (x, y), dot, color in zip(vectors, dots, colors, strict=True):
    left.plot([0, x], [0, y], color=color, linestyle="-" if dot > 1e-9 else "--")
    left.plot(x, y, "o", color=color)
left.annotate(
    "", 1.3 * u, (0, 0), arrowprops={"arrowstyle": "-|>", "linewidth": 2.5, "color": "k"}
)
left.text(*(1.45 * u), "u", ha="center", va="center")
left.set(xlim=(-1.4, 1.5), ylim=(-1.4, 1.4), aspect="equal")
left.set_axis_off()

angles = (degrees - 30 + 180) % 360 - 180
curve = np.linspace(-180, 180, 200)
right.plot(curve, np.cos(np.radians(curve)), color="gray", zorder=1)
right.scatter(angles, dots, c=colors, edgecolors="black", zorder=2)
right.set(xlabel="u와 벌어진 각(도)", ylabel="내적", xticks=(-180, -90, 0, 90, 180))
plt.show()
