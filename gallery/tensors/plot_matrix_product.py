r"""
행렬 곱은 차례를 바꾸면 다릅니다
================================

2 × 2 행렬을 곱하면 평면의 점들이 옮겨 갑니다. 돌린 다음 늘이는 것과 늘인 다음 돌리는 것은
다른 그림이 됩니다. 그래서 행렬 곱은 앞뒤를 바꿀 수 없습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 행 하나가 점 하나입니다. 집 모양의 꼭짓점에 행렬을 곱하면 모든 점이 한 번에 옮겨 갑니다.

house = np.array([[-1, -1], [1, -1], [1, 0.5], [0, 1.5], [-1, 0.5], [-1, -1]], dtype=float)
angle = np.radians(30)
turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
stretch = np.array([[2.0, 0.0], [0.0, 0.7]])

# %%
# 두 번 옮기는 것은 행렬 두 개의 곱을 한 번 곱하는 것과 같습니다.

print("두 번에 나누어:", np.allclose((house @ turn) @ stretch, house @ (turn @ stretch)))
print("차례를 바꾸어:", np.allclose(house @ turn @ stretch, house @ stretch @ turn))

# %%
# 돌린 다음 늘이면 직각이 무너집니다. 늘인 다음 돌리면 벽과 바닥이 여전히 직각입니다.

# sphinx_gallery_alt = "집 모양 네 개. 첫째는 바른 집, 둘째는 30도 돌아간 집, 셋째는 돌린 다음 옆으로 늘어나 비스듬히 일그러진 집, 넷째는 납작하게 늘어난 다음 돌아간 집이다."
fig, axes = plt.subplots(2, 2, figsize=(6.4, 4.6), sharex=True, sharey=True)
pictures = {
    "원래": house,
    "돌리기": house @ turn,
    "돌리고 늘이기": house @ turn @ stretch,
    "늘이고 돌리기": house @ stretch @ turn,
}
for ax, (name, points) in zip(axes.flat, pictures.items(), strict=True):
    ax.plot(*house.T, color="gray", linestyle=":")
    ax.fill(*points.T, color="C0", alpha=0.3)
    ax.plot(*points.T, color="C0")
    ax.set(title=name, aspect="equal", xticks=(-2, 0, 2), yticks=(-2, 0, 2))
plt.show()
