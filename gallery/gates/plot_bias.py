r"""
편향만 바꾸면 AND가 OR가 됩니다
===============================

가중치를 0.4로 두고 편향만 바꾸어 봅니다. 직선은 기울지 않고 나란히 옮겨 갑니다. 어디까지
옮겼느냐에 따라 같은 뉴런이 OR도 되고 AND도 됩니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 편향마다 진리표의 출력을 (0, 0), (0, 1), (1, 0), (1, 1)의 차례로 적습니다.

names = {
    (0, 1, 1, 1): "OR",
    (0, 0, 0, 1): "AND",
    (0, 0, 0, 0): "언제나 0",
    (1, 1, 1, 1): "언제나 1",
}
biases = (0.2, -0.15, -0.3, -0.5, -0.7, -1.0)
for bias in biases:
    gate = nn.Gate(weights=(0.4, 0.4), bias=bias, name="뉴런")
    outputs = tuple(nn.truth_table(gate).outputs.tolist())
    print(f"편향 {bias:5.2f}: {outputs} {names[outputs]}")

# %%
# 직선은 :math:`x_1 + x_2 = -b / 0.4`\ 입니다. 네 점 가운데 하나도 지나지 않고 옮기는 동안에는 답이
# 바뀌지 않습니다.

# sphinx_gallery_alt = "정사각형의 꼭짓점에 놓인 네 점과 나란한 직선 여섯 개. 왼쪽 아래부터 차례로 언제나 1, OR 두 개, AND 두 개, 언제나 0인 직선이고 게이트마다 선의 모양이 다르다."
fig, ax = plt.subplots()
x1 = np.array([-1.0, 3.0])
styles = {
    "언제나 1": ("C2", ":"),
    "OR": ("C1", "-"),
    "AND": ("C0", "--"),
    "언제나 0": ("C3", "-."),
}
labelled = set()
for bias in biases:
    gate = nn.Gate(weights=(0.4, 0.4), bias=bias, name="뉴런")
    name = names[tuple(nn.truth_table(gate).outputs.tolist())]
    color, line = styles[name]
    label = None if name in labelled else name
    ax.plot(x1, -bias / 0.4 - x1, color=color, linestyle=line, label=label)
    labelled.add(name)
ax.plot([0, 0, 1, 1], [0, 1, 0, 1], "ko", markersize=12)
ax.set(xlim=(-0.7, 2.2), ylim=(-0.6, 1.6), xticks=(0, 1), yticks=(0, 1), xlabel="x₁", ylabel="x₂")
ax.set_aspect("equal")
ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
plt.show()
