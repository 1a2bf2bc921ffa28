"""
렐루 두 개로 접은 XOR
=====================

직선 하나로는 XOR를 나눌 수 없습니다. 은닉층의 렐루(ReLU) 두 개가 평면을 접으면, 접힌
평면에서는 직선 하나로 나뉩니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 은닉 유닛은 입력의 합을 그대로, 그리고 1을 뺀 다음 렐루에 넣은 것입니다.


def hidden(x1, x2):
    """은닉 유닛 두 개의 출력."""
    return nn.relu(x1 + x2), nn.relu(x1 + x2 - 1)


table = nn.truth_table(nn.XOR)
h1, h2 = hidden(*table.inputs.T)
print(h1 - 2 * h2)

# %%
# 왼쪽은 출력을 높이로 그린 것입니다. 1인 두 점이 산등성이에, 0인 두 점이 기슭에 있습니다.
# 오른쪽은 은닉층의 출력입니다. (0, 1)과 (1, 0)은 접혀서 한 점이 되었습니다.

x = np.linspace(-0.5, 1.5, 201)
h1_grid, h2_grid = hidden(*np.meshgrid(x, x))
y = table.outputs

# sphinx_gallery_alt = "왼쪽은 대각선을 따라 밝은 산등성이가 지나가는 등고선 그림으로, 삼각형 두 개가 산등성이에 있다. 오른쪽은 은닉층의 평면으로, 직선 하나가 삼각형과 원 두 개를 가른다."
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.3))
left.contourf(x, x, h1_grid - 2 * h2_grid, levels=np.arange(-1.125, 1.2, 0.25), cmap="cividis")
left.plot(*table.inputs[y == 0].T, "o", color="white", markersize=12, markeredgecolor="black")
left.plot(*table.inputs[y == 1].T, "^", color="C1", markersize=13, markeredgecolor="black")
left.set(title="출력", xlabel="x₁", ylabel="x₂", aspect="equal", xticks=(0, 1), yticks=(0, 1))
right.plot(h1[y == 0], h2[y == 0], "o", color="white", markersize=12, markeredgecolor="black")
right.plot(h1[y == 1], h2[y == 1], "^", color="C1", markersize=13, markeredgecolor="black")
right.plot([0.0, 2.5], [-0.25, 1.0], "--", color="#555555")
right.annotate("두 점이 겹침", (1, 0), (1.3, -0.3), va="center")
right.set(title="은닉층", xlabel="h₁", ylabel="h₂", xlim=(-0.5, 2.5), ylim=(-0.6, 1.5))
plt.show()
