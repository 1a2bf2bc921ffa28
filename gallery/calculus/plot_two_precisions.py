r"""
가장 좋은 간격은 자료형에 따라 다릅니다
=======================================

중심 차분의 간격 :math:`h`\ 는 기계 엡실론의 세제곱근쯤이 좋습니다. float32의 엡실론은 float64보다
훨씬 커서, 가장 좋은 간격도 수백 배 커집니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 두 자료형의 엡실론과 그 세제곱근입니다.

for dtype in (np.float64, np.float32):
    eps = float(np.finfo(dtype).eps)
    print(f"{dtype.__name__}: 엡실론 {eps:.1e}, 세제곱근 {eps ** (1 / 3):.1e}")

# %%
# :math:`\sin x`\ 의 1에서 기울기를 재고 참값 :math:`\cos 1`\ 과 견줍니다. 계산은 처음부터 끝까지 그
# 자료형으로 합니다.

# sphinx_gallery_alt = "두 축이 로그 눈금인 V 모양 두 개. 파란 동그라미 float64는 h가 6e-6일 때 바닥이 1e-11쯤이고, 주황 세모 float32는 h가 5e-3일 때 바닥이 1e-6쯤이다. 세로 점선이 두 바닥 가까이를 지난다."
fig, ax = plt.subplots(figsize=(6.4, 4.0))
for dtype, marker, color in ((np.float64, "o", "C0"), (np.float32, "^", "C1")):
    eps = float(np.finfo(dtype).eps)
    h = np.geomspace(20 * eps, 1, 50).astype(dtype)
    one, two = dtype(1), dtype(2)
    slope = (np.sin(one + h) - np.sin(one - h)) / (two * h)
    error = abs(slope.astype(float) - np.cos(1.0))
    ax.loglog(h, error, marker, markersize=5, color=color, label=dtype.__name__)
    ax.axvline(eps ** (1 / 3), color=color, linestyle=":")
ax.set(xlabel="간격 h", ylabel="오차", title="중심 차분의 오차")
ax.legend(loc="lower left")
plt.show()
