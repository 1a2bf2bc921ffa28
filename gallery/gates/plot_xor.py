r"""
XOR는 두 직선 사이의 띠입니다
=============================

XOR는 직선 하나로 나눌 수 없습니다. NAND와 OR가 직선을 하나씩 긋고, AND가 "둘 다 1인 곳"만
남기면 두 직선 사이의 띠가 됩니다.
"""

import matplotlib.pyplot as plt

import nnnotes as nn

nn.use_korean_font()

# %%
# 뉴런 하나로 되는지 먼저 물어봅니다.

for gate in (nn.NAND, nn.OR, nn.XOR):
    print(f"{gate.name:>4}: {nn.linearly_separable(nn.truth_table(gate).outputs)}")

# %%
# 왼쪽 두 그림에서 함께 1로 칠해진 곳이 오른쪽 그림의 띠입니다.

# sphinx_gallery_alt = "그림 세 개가 나란하다. NAND는 위쪽 직선 아래를, OR는 아래쪽 직선 위를 칠하고, XOR는 두 직선 사이의 띠만 칠한다. 띠 안에 (0, 1)과 (1, 0)이 있다."
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.5), sharey=True)
for ax, gate in zip(axes, (nn.NAND, nn.OR, nn.XOR), strict=True):
    nn.plot_gate(gate, ax=ax)
    ax.label_outer()
for ax, title in zip(axes, ("NAND이면서", "OR인 곳이", "XOR"), strict=True):
    ax.set_title(title)
plt.show()
