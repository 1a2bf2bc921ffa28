r"""
학습률마다 몇 걸음이 걸릴까요?
==============================

:math:`x^2 - x - 2`\ 의 바닥을 3에서 출발해 찾습니다. 학습률을 촘촘히 바꾸며 걸음을 세면, 가장 빠른
자리와 넘을 수 없는 벽이 보입니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 기울기의 식 :math:`2x - 1`\ 을 함께 넣어 수치 미분의 오차를 없앱니다. 500걸음 안에 닿지 못하면
# NaN으로 둡니다.


def slope(x):
    return 2 * x - 1


rates = np.linspace(0.02, 1.1, 55)
steps = []
for rate in rates:
    descent = nn.gradient_descent(nn.quadratic, 3, rate, max_steps=500, gradient=slope)
    steps.append(descent.n_steps if descent.converged else np.nan)
steps = np.array(steps)
print(f"가장 빠른 학습률 {rates[np.nanargmin(steps)]:.2f}: {np.nanmin(steps):.0f}걸음")

# %%
# 이론도 같은 말을 합니다. 한 걸음마다 바닥까지의 거리에 :math:`1 - 2\eta`\ 를 곱하므로 0.5에서 가장
# 빠르고, 1부터는 영영 닿지 못합니다. 왼쪽과 오른쪽이 대칭인 것도 이 식 때문입니다.

# sphinx_gallery_alt = "U자 모양으로 늘어선 점. 학습률 0.5에서 한 걸음으로 가장 낮고 양쪽으로 가파르게 올라간다. 1의 오른쪽은 회색으로 칠해져 있고 점이 없다."
fig, ax = plt.subplots(figsize=(6.4, 3.8))
ax.semilogy(rates, steps, "o", markersize=5)
ax.axvspan(1, 1.12, color="lightgray")
ax.text(1.06, 12, "닿지 못함", ha="center", va="center", rotation=90)
ax.annotate("한 걸음", (0.5, 1), (0.5, 2.6), ha="center", arrowprops={"arrowstyle": "->"})
ax.set(xlabel="학습률 η", ylabel="걸음의 수", xlim=(0, 1.12))
plt.show()
