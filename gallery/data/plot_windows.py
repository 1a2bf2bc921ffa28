r"""
시계열을 창으로 자르면
======================

긴 시계열 하나를 창으로 잘라 샘플을 만듭니다. 창을 하루씩 옮기면 같은 날이 여러 창에 들어갑니다.
창들을 행으로 쌓으면 그 모습이 비스듬한 줄무늬로 보입니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 두 주마다 되풀이되는 물결에 잡음을 섞은 60일입니다. 지어낸 값입니다.

rng = np.random.default_rng(seed=3)
days = np.arange(60)
series = np.sin(2 * np.pi * days / 14) + 0.2 * rng.normal(size=60)

# %%
# 길이 20인 창은 41개 나옵니다. 자르는 데 메모리를 더 쓰지 않습니다. 모든 창이 원래 시계열을
# 나누어 읽습니다.

windows = np.lib.stride_tricks.sliding_window_view(series, 20)
print("창:", windows.shape, "같은 메모리:", np.shares_memory(series, windows))

# %%
# 줄무늬가 왼쪽 아래로 기운 것은, 다음 창에서는 같은 날이 한 칸 앞으로 오기 때문입니다.
# 굵은 선은 30일째 날이 있는 자리를 이은 것입니다.

# sphinx_gallery_alt = "위는 물결치는 꺾은선이고 30일째에 세로선이 있다. 아래는 창을 행으로 쌓은 그림으로, 색 줄무늬가 오른쪽 위에서 왼쪽 아래로 기울고 검은 선 하나가 그 방향으로 지난다."
fig, (top, bottom) = plt.subplots(2, 1, figsize=(6.4, 5.0), height_ratios=(1, 2))
top.plot(days, series)
top.axvline(30, color="black", linewidth=2)
top.set(xlabel="날", ylabel="값", xlim=(0, 59))
shown = bottom.imshow(windows, cmap="cividis", vmin=-1.5, vmax=1.5, aspect="auto")
bottom.plot([19, 0], [11, 30], color="black", linewidth=2)
bottom.set(xlabel="창 안의 시점 (축 1)", ylabel="창의 번호 (축 0)", xticks=(0, 5, 10, 15, 19))
bottom.grid(False)
fig.colorbar(shown, ax=bottom, label="값")
plt.show()
