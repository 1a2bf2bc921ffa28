r"""
필터 네 개로 숫자 보기
======================

합성곱 신경망의 필터는 작은 그림입니다. 그림 위로 옮기며 자리마다 곱해 더하면, 필터와 닮은 곳에서
큰 수가 나옵니다. 여기서는 방향이 다른 필터 네 개를 손으로 적습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 가로획, 세로획, 두 대각선을 찾는 3 × 3 필터입니다. 수를 모두 더하면 0이라, 고른 바탕에서는 0이 나옵니다.

horizontal = np.array([[-1, -1, -1], [2, 2, 2], [-1, -1, -1]])
falling = 3 * np.eye(3) - 1
filters = {
    "가로": horizontal,
    "세로": horizontal.T,
    "내리막": falling,
    "오르막": falling[:, ::-1],
}

# %%
# 숫자 7 한 장의 둘레에 0을 한 줄 둘러 크기를 지키고, 3 × 3 조각을 모두 꺼냅니다.

digits = nn.digits()
seven = digits.X_train[digits.y_train == 7][0].reshape(8, 8)
patches = np.lib.stride_tricks.sliding_window_view(np.pad(seven, 1), (3, 3))
print("조각:", patches.shape)

# %%
# 윗줄은 필터, 아랫줄은 필터의 결과 가운데 양수만 남긴 것입니다. 7의 윗변과 허리의 획에는 가로
# 필터가, 비스듬한 다리에는 세로와 오르막 필터가 반응합니다.

# sphinx_gallery_alt = "왼쪽 끝은 숫자 7. 나머지 네 열은 위에 수를 적은 3 × 3 필터, 아래에 그 결과가 있다. 가로 필터는 7의 윗변과 허리에서, 세로와 오르막 필터는 다리에서 진하다."
fig, axes = plt.subplots(2, 5, figsize=(6.4, 2.9))
axes[0, 0].set_axis_off()
axes[1, 0].imshow(seven, cmap="gray_r")
axes[1, 0].set_title("입력")
for column, (name, kernel) in enumerate(filters.items(), start=1):
    response = np.maximum((patches * kernel).sum(axis=(2, 3)), 0)
    axes[0, column].imshow(kernel, cmap="PuOr_r", vmin=-5, vmax=5)
    for (i, j), weight in np.ndenumerate(kernel):
        axes[0, column].text(j, i, f"{weight:.0f}", ha="center", va="center")
    axes[0, column].set_title(name)
    axes[1, column].imshow(response, cmap="Oranges", vmin=0, vmax=5)
for ax in axes.flat:
    ax.set(xticks=[], yticks=[])
plt.show()
