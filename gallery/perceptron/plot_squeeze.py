r"""
수렴 정리: 두 곡선 사이에 갇히다
================================

고칠 때마다 가중치 벡터는 정답 쪽으로 적어도 :math:`\gamma`\ 씩 나아갑니다. 그런데 길이는
:math:`\sqrt{k}\,R`\ 보다 빨리 자랄 수 없습니다. 그래서 언젠가는 더 고칠 자리가 없습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 입력 앞에 상수 1을 붙여 편향도 가중치로 다룹니다. OR를 나누는 벡터로 :math:`(-1, 2, 2)`\ 를
# 씁니다. 길이가 3이므로 3으로 나눕니다.

table = nn.truth_table(nn.OR)
targets = 2 * table.outputs - 1
samples = np.column_stack([np.ones(4), table.inputs])
direction = np.array([-1, 2, 2]) / 3
gamma = (targets * (samples @ direction)).min()
radius = np.linalg.norm(samples, axis=1).max()
print(f"γ = {gamma:.3f}, R² = {radius**2:.0f}, 한계 {(radius / gamma) ** 2:.0f}번")

# %%
# 고칠 때마다 벡터의 길이를 재면 언제나 두 곡선 사이에 있습니다. 두 곡선은 27에서 만나고, OR는
# 그보다 훨씬 앞인 9번에서 끝납니다. 마지막 점이 아래 직선에 닿은 것은, 배운 벡터
# :math:`(-1, 2, 2)`\ 가 마침 위에서 고른 벡터와 방향이 같기 때문입니다.

model = nn.Perceptron().fit(table.inputs, table.outputs)
lengths = [np.linalg.norm([update.bias, *update.weights]) for update in model.history_]
k = np.linspace(0, 32, 400)

# sphinx_gallery_alt = "제곱근 곡선과 직선 사이의 초록 영역이 27에서 닫힌다. 검은 점 9개가 그 영역 안을 따라 올라가다 멈춘다."
fig, ax = plt.subplots()
inside = k <= (radius / gamma) ** 2
ax.fill_between(k[inside], gamma * k[inside], radius * np.sqrt(k[inside]), color="C2", alpha=0.2)
ax.plot(k, radius * np.sqrt(k), "-", label=r"$\sqrt{k}\,R$")
ax.plot(k, gamma * k, "--", label=r"$k\,\gamma$")
ax.plot(range(1, len(lengths) + 1), lengths, "ko-", linewidth=1, label="OR의 벡터 길이")
ax.annotate("27번", (27, 9), (27, 5), ha="center", arrowprops={"arrowstyle": "->"})
ax.set(xlabel="고친 횟수", ylabel="길이", xlim=(0, 32), ylim=(0, 11))
ax.legend(loc="upper left")
plt.show()
