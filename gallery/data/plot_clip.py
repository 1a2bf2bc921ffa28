r"""
영상을 시간의 축으로 자르기
===========================

영상 한 편은 (시간, 세로, 가로)인 텐서입니다. 보통은 시간을 하나 골라 한 장면을 봅니다. 세로를 하나
골라 자르면, 공이 지나간 길이 한 장의 그림에 나타납니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 공 하나가 좌우의 벽에 튕기며 오가는 흑백 영상을 만듭니다. 시간의 축에서 축을 하나 더 만들어
# 브로드캐스팅하면 96장면이 한꺼번에 나옵니다.

time = np.arange(96)[:, np.newaxis, np.newaxis]
row, column = np.mgrid[:32, :48]
center = 4 + np.abs((1.2 * time) % 80 - 40)
clip = ((row - 16) ** 2 + (column - center) ** 2 < 16).astype(float)
print("영상:", clip.shape)

# %%
# 윗줄은 장면 네 개, 곧 ``clip[i]``\ 입니다. 아래는 한가운데 줄만 남긴 ``clip[:, 16]``\ 입니다. 가로는
# 그대로이고 세로가 시간이 되었습니다. 선의 기울기가 공의 빠르기이고, 꺾인 곳이 벽입니다.

# sphinx_gallery_alt = "윗줄의 네 장면에는 공이 서로 다른 자리에 있다. 아래 그림은 시간을 따라 내려가며 좌우로 꺾이는 굵은 지그재그 선이다."
fig = plt.figure(figsize=(6.4, 4.6))
grid = fig.add_gridspec(2, 4, height_ratios=(1, 2.2))
for place, frame in enumerate((0, 12, 24, 36)):
    ax = fig.add_subplot(grid[0, place])
    ax.imshow(clip[frame], cmap="gray_r")
    ax.axhline(16, color="C1", linestyle="--", linewidth=1)
    ax.set(title=f"clip[{frame}]", xticks=[], yticks=[])
ax = fig.add_subplot(grid[1, :])
ax.imshow(clip[:, 16], cmap="gray_r", aspect="auto")
ax.set(title="clip[:, 16]", xlabel="가로", ylabel="시간")
ax.grid(False)
plt.show()
