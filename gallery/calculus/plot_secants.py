r"""
할선이 접선으로 눕습니다
========================

곡선 위의 한 점을 박아 두고 다른 점을 당기면, 두 점을 잇는 할선이 접선에 다가갑니다. 오른쪽에서
당겨도 왼쪽에서 당겨도 닿는 곳은 같습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# :math:`e^x`\ 의 0에서 기울기를 잽니다. 답은 1입니다. 왼쪽에서 재면 모자라고 오른쪽에서 재면
# 넘칩니다. 둘의 평균이 중심 차분이고, 훨씬 가깝습니다.

for h in (1, 0.5, 0.1, 0.01):
    right = (nn.exponential(h) - 1) / h
    left = (1 - nn.exponential(-h)) / h
    print(f"h = {h:4}: 왼쪽 {left:.4f}, 오른쪽 {right:.4f}, 평균 {(left + right) / 2:.6f}")

# %%
# 할선을 부챗살처럼 펼쳐 그립니다. 가까운 점과 이은 것일수록 짙습니다.

# sphinx_gallery_alt = "왼쪽이 낮고 오른쪽이 높은 곡선. x = 0인 점에서 부챗살처럼 뻗은 파란 할선과 초록 할선이 짙어질수록 접선인 굵은 주황 파선에 모인다."
fig, ax = plt.subplots(figsize=(6.4, 4.0))
x = np.linspace(-2.2, 2.2, 300)
ax.plot(x, nn.exponential(x), color="black", label="eˣ")
distances = (2, 1.5, 1, 0.6, 0.3)
for index, h in enumerate(distances):
    for sign, color in ((1, "C0"), (-1, "C2")):
        slope = (nn.exponential(sign * h) - 1) / (sign * h)
        ax.plot(x, 1 + slope * x, color=color, linewidth=1.2, alpha=0.3 + 0.17 * index)
        ax.plot(sign * h, nn.exponential(sign * h), "o", color=color, markersize=5)
tangent = nn.tangent_line(nn.exponential, 0)
ax.plot(x, tangent(x), "--", color="C1", linewidth=3, label=f"접선 (기울기 {tangent.slope:.3f})")
ax.plot(0, 1, "ko")
ax.set(xlabel="x", ylabel="y", ylim=(-1.5, 6), title="오른쪽 할선과 왼쪽 할선")
ax.legend(loc="upper left")
plt.show()
