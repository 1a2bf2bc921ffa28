r"""
지수 함수는 언제 다항 함수를 앞지를까요?
========================================

:math:`e^x`\ 은 처음에는 :math:`x^5`\ 보다 작습니다. 그러나 어디에선가 앞지르고, 그 뒤로는 다시
따라잡히지 않습니다. 세로축을 로그 눈금으로 그리면 그 자리가 보입니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 로그를 씌우면 :math:`\ln e^x = x`\ 이고 :math:`\ln x^5 = 5 \ln x`\ 입니다. 두 값의 차이가 0이 되는
# 자리를 반씩 좁혀 찾습니다.

low, high = 5.0, 20.0
for _ in range(50):
    middle = (low + high) / 2
    if middle < 5 * nn.logarithm(middle):
        low = middle
    else:
        high = middle
print(f"x = {middle:.4f}에서 앞지릅니다.")

# %%
# 로그 눈금에서 지수 함수는 직선이고, 다항 함수는 점점 눕습니다. 눕는 선은 결국 직선에 집니다.

# sphinx_gallery_alt = "세로축이 로그 눈금인 그림. 지수 함수는 곧은 실선이고, x², x³, x⁵은 위로 갈수록 눕는 선이다. x⁵과 지수 함수가 만나는 12.7쯤에 별이 있고, 그 오른쪽에서는 실선이 가장 높다."
fig, ax = plt.subplots(figsize=(6.4, 4.0))
x = np.linspace(1, 25, 400)
ax.plot(x, nn.exponential(x), color="C1", linewidth=3, label="eˣ")
for name, n, style in (("x⁵", 5, "--"), ("x³", 3, "-."), ("x²", 2, ":")):
    ax.plot(x, x**n, style, color="C0", label=name)
ax.plot(middle, middle**5, "k*", markersize=16)
ax.annotate(f"x = {middle:.1f}", (middle, middle**5), (14.2, 3e4))
ax.set(yscale="log", xlabel="x", ylabel="값(로그 눈금)", title="지수 함수의 역전")
ax.legend()
plt.show()
