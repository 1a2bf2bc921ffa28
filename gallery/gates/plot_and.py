r"""
AND의 결정 경계와 가중치 화살표
===============================

뉴런 하나는 평면에 직선을 긋습니다. 가중치 :math:`(w_1, w_2)`\ 를 화살표로 그리면 언제나 그
직선과 수직이고, 답이 1인 쪽을 가리킵니다.
"""

import matplotlib.pyplot as plt

import nnnotes as nn

nn.use_korean_font()

# %%
# AND의 가중치와 편향입니다. 직선 위에서는 가중합 :math:`w_1 x_1 + w_2 x_2 + b`\ 가 0입니다.

w1, w2 = nn.AND.weights
b = nn.AND.bias
print(f"가중치 ({w1}, {w2}), 편향 {b}")

# %%
# 직선을 따라 움직이면 :math:`x_1`\ 이 늘어난 만큼 :math:`x_2`\ 가 줄어듭니다. 그 방향 (1, -1)과
# 가중치를 내적하면 0이므로 둘은 수직입니다.

print(f"내적: {w1 * 1 + w2 * (-1):.1f}")

# %%
# 직선 위의 한 점에서 가중치 방향으로 화살표를 그립니다.

x1 = 0.55
x2 = (-w1 * x1 - b) / w2

# sphinx_gallery_alt = "AND의 네 점과 파선으로 그은 결정 경계. 직선 위의 한 점에서 굵은 화살표가 직선과 수직으로 뻗어 1의 쪽을 가리킨다."
ax = nn.plot_gate(nn.AND)
arrow = {"arrowstyle": "-|>", "lw": 3, "color": "black", "shrinkA": 0}
ax.annotate("", xy=(x1 + w1, x2 + w2), xytext=(x1, x2), arrowprops=arrow)
ax.text(x1 + w1 + 0.04, x2 + w2, "(w₁, w₂)", va="center")
plt.show()
