r"""
차수가 하나 늘면 굽이도 하나 늘 수 있습니다
===========================================

차수가 :math:`n`\ 인 다항 함수는 많아야 :math:`n - 1`\ 번 오르내림을 바꿉니다. 근을 고르게 놓아
이 한도를 꼭 채우는 함수를 1차부터 5차까지 만들어 봅니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 근을 알면 계수를 구할 수 있습니다. :math:`(x - r_1)(x - r_2)\cdots`\ 를 펼치면 됩니다.

colors = ("C0", "C1", "C2", "C3", "C5")
polynomials = {}
for degree in range(1, 6):
    roots = np.linspace(-1, 1, degree) if degree > 1 else [0]
    polynomials[degree] = np.poly(roots)
    print(f"{degree}차: 계수 {polynomials[degree].round(3)}")

# %%
# 굽이는 도함수의 부호가 바뀌는 곳입니다. 그 자리를 점으로 표시합니다. 높이는 보기 좋게 맞추었습니다.

# sphinx_gallery_alt = "위에서 아래로 늘어선 곡선 다섯 개. 1차는 굽이가 없는 직선이고, 2차부터 5차까지는 굽이를 나타내는 검은 점이 1개, 2개, 3개, 4개로 하나씩 는다."
fig, ax = plt.subplots(figsize=(6.4, 4.4))
x = np.linspace(-1.15, 1.15, 601)
for degree, coefficients in polynomials.items():
    y = nn.polynomial(x, coefficients)
    y = 0.8 * y / abs(y).max() - 2 * degree
    ax.plot(x, y, color=colors[degree - 1])
    slopes = np.sign(np.diff(y))
    turns = np.flatnonzero(slopes[:-1] != slopes[1:]) + 1
    ax.plot(x[turns], y[turns], "ko", markersize=6)
    ax.text(1.22, -2 * degree, f"{degree}차, 굽이 {len(turns)}개", va="center")
ax.set(xlabel="x", xlim=(-1.2, 1.85), xticks=(-1, 0, 1), yticks=[])
ax.spines["left"].set_visible(False)
plt.show()
