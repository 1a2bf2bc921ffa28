"""
마지막 점은 어디로 갔을까요?
============================

``np.arange`` 함수는 끝점을 빼고, ``np.linspace`` 함수는 끝점을 넣습니다. 간격을 여러 가지로
바꾸며 두 함수가 찍는 점을 위아래로 놓아 봅니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 0부터 3까지를 네 가지 간격으로 나눕니다. ``linspace`` 함수에는 간격이 아니라 점의 수를 줍니다.

steps = (1, 0.75, 0.5, 0.25)
for step in steps:
    without_end = np.arange(0, 3, step)
    with_end = np.linspace(0, 3, round(3 / step) + 1)
    print(f"간격 {step:4}: arange {len(without_end):2}개, linspace {len(with_end):2}개")

# %%
# 어느 간격에서나 ``arange`` 함수의 점이 하나 적습니다. 빠진 것은 언제나 오른쪽 끝입니다.

# sphinx_gallery_alt = "간격마다 한 줄씩 네 줄의 점. 줄마다 큰 동그라미가 0부터 3까지 놓이고 그 안에 작은 점이 들어 있는데, 오른쪽 끝 3의 동그라미만 네 줄 모두 비어 있다."
fig, ax = plt.subplots(figsize=(6.4, 3.4))
for row, step in enumerate(steps):
    with_end = np.linspace(0, 3, round(3 / step) + 1)
    without_end = np.arange(0, 3, step)
    ring = "linspace" if row == 0 else None
    dot = "arange" if row == 0 else None
    ax.plot(with_end, np.full(len(with_end), row), "o", color="C0", mfc="none", ms=15, label=ring)
    ax.plot(without_end, np.full(len(without_end), row), "o", color="C1", ms=6, label=dot)
ax.axvline(3, color="gray", linestyle=":", zorder=0)
ax.set(xlabel="x", ylabel="간격", ylim=(3.6, -0.6), xlim=(-0.2, 4.1), xticks=(0, 1, 2, 3))
ax.set_yticks(range(len(steps)), [str(step) for step in steps])
ax.grid(visible=False)
ax.legend(loc="center right")
plt.show()

# %%
# 간격이 이진수로 정확하지 않은 소수이면 ``arange`` 함수의 약속이 흔들립니다. 빠져야 할 1.3이
# 들어왔습니다. 소수 간격에는 ``linspace`` 함수를 쓰십시오.

print(np.arange(1, 1.3, 0.1))
