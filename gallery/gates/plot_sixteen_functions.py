r"""
뉴런 하나로 되는 함수 열네 개
=============================

비트 두 개를 받아 비트 하나를 내는 함수는 열여섯 개뿐입니다. 모두 물어보면 열네 개는 직선
하나로 나뉘고, XOR와 XNOR 둘만 나뉘지 않습니다.
"""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 출력 네 개를 채우는 모든 방법이 곧 모든 함수입니다.

functions = list(product((0, 1), repeat=4))
separable = [nn.linearly_separable(outputs) for outputs in functions]
print(f"{len(functions)}개 가운데 {sum(separable)}개")

# %%
# 나뉘는 것에는 퍼셉트론이 찾은 직선을 긋습니다. 출력이 모두 같으면 나눌 것이 없어 직선도
# 없습니다. 나뉘지 않는 둘에는 직선 대신 회색을 칠했습니다.

points = np.array([(0, 0), (0, 1), (1, 0), (1, 1)])
x = np.linspace(-0.5, 1.5, 101)
plane = np.stack(np.meshgrid(x, x), axis=-1).reshape(-1, 2)

# sphinx_gallery_alt = "열여섯 칸에 네 점씩 놓여 있다. 열두 칸에는 원과 삼각형을 가르는 직선이 있고, 네 점이 모두 같은 두 칸에는 직선이 없으며, 0110과 1001 두 칸은 회색으로 칠해져 있다."
fig, axes = plt.subplots(2, 8, figsize=(6.4, 2.4))
for ax, outputs, yes in zip(axes.flat, functions, separable, strict=True):
    y = np.array(outputs)
    if not yes:
        ax.set_facecolor("lightgray")
    elif y.min() < y.max():
        score = nn.Perceptron().fit(points, y).decision_function(plane)
        ax.contour(x, x, score.reshape(len(x), len(x)), levels=[0], colors="black")
    for bit, marker in ((0, "o"), (1, "^")):
        ax.scatter(*points[y == bit].T, color=f"C{bit}", marker=marker, s=45, zorder=3)
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xticks=[], yticks=[], aspect="equal")
    ax.set_title("".join(map(str, outputs)), fontsize=11)
plt.show()
