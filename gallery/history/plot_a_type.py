r"""
A형 기계가 되풀이에 빠지는 순간
===============================

NAND 유닛 30개를 마구 이은 튜링의 A형 기계를 움직입니다. 한동안 헤매던 기계가 어느 순간부터
똑같은 무늬를 되풀이합니다. :func:`nnnotes.turing.find_cycle`\ 이 그 순간을 찾습니다.
"""

import nnnotes as nn

nn.use_korean_font()

# %%
# 배선과 처음 상태를 모두 시드로 고릅니다. 행이 순간, 열이 유닛입니다.

states = nn.AType(30, seed=28).run(60, seed=28)
cycle = nn.find_cycle(states)
print(f"{cycle.transient}순간을 헤맨 뒤 {cycle.period}순간마다 되풀이합니다.")

# %%
# 상태가 1인 칸을 칠합니다. 헤매는 동안은 회색, 되풀이에 들어서면 파란색과 주황색으로 한 바퀴씩 번갈아
# 칠하고, 바퀴가 시작하는 자리마다 세로 점선을 긋습니다.

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

moments = np.arange(len(states))
turn = (moments - cycle.transient) // cycle.period % 2 + 2
shade = np.where(moments < cycle.transient, 1, turn)
picture = states * shade[:, np.newaxis]

# sphinx_gallery_alt = "세로로 유닛 30개, 가로로 순간 0에서 60. 왼쪽 열다섯 순간은 회색의 제각각인 무늬이고, 그 오른쪽은 열 칸 너비의 같은 무늬가 파란색과 주황색으로 번갈아 되풀이된다. 바퀴마다 세로 점선이 있다."
fig, ax = plt.subplots()
colours = ListedColormap(["white", "#555555", "#0072B2", "#C25500"])
ax.imshow(picture.T, cmap=colours, vmin=0, vmax=3, aspect="auto", interpolation="nearest")
for start in range(cycle.transient, len(states), cycle.period):
    ax.axvline(start - 0.5, color="black", linestyle="--")
ax.set(xlabel="순간", ylabel="유닛")
ax.grid(visible=False)
plt.show()
