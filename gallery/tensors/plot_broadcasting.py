r"""
벡터 둘로 그리는 무늬
=====================

모양이 (60, 1)인 열과 (1, 90)인 행을 곱하면 (60, 90)인 그림이 됩니다. 수 150개를 브로드캐스팅해
5,400개를 얻습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 축마다 어떻게 맞추어지는지 먼저 봅니다.

column = np.cos(np.linspace(0, 3 * np.pi, 60))[:, np.newaxis]
row = np.cos(np.linspace(0, 5 * np.pi, 90))[np.newaxis, :]
print(nn.broadcast_steps(column.shape, row.shape))

# %%
# 왼쪽의 열은 옆으로, 위의 행은 아래로 되풀이해 읽습니다. 그림의 칸 하나는 같은 줄에 있는 열의 수와
# 같은 줄에 있는 행의 수를 곱한 것입니다.

# sphinx_gallery_alt = "가운데에 남색과 노란색 얼룩이 바둑판처럼 번갈아 놓인 무늬가 있다. 왼쪽에는 그 열, 위에는 그 행이 가는 띠로 그려져 있다."
fig, axes = plt.subplots(2, 2, figsize=(6.4, 4.4), width_ratios=(1, 12), height_ratios=(1, 8))
axes[0, 0].set_axis_off()
panels = {"(60, 1)": (axes[1, 0], column), "(1, 90)": (axes[0, 1], row)}
panels["(60, 90)"] = (axes[1, 1], column * row)
for shape, (ax, tensor) in panels.items():
    ax.imshow(tensor, cmap="cividis", vmin=-1, vmax=1, aspect="auto")
    ax.set(xlabel=shape, xticks=[], yticks=[])
plt.show()
