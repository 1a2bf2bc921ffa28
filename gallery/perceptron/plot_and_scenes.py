"""
AND를 배우는 열여덟 장면
========================

퍼셉트론은 틀린 점을 만날 때마다 가중치와 편향을 고칩니다. AND를 배우는 동안 고친 열여덟 번을
한 장면씩 늘어놓습니다. 마지막 장면에서야 (1, 1)만 따로 떨어집니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 배운 과정은 ``history_`` 에 모두 남습니다.

table = nn.truth_table(nn.AND)
X, y = table.inputs, table.outputs
model = nn.Perceptron().fit(X, y)
print(f"{model.n_updates_}번 고쳐 가중치 {model.weights_}, 편향 {model.bias_}")

# %%
# 주황 바탕은 그 순간의 퍼셉트론이 1이라고 답하는 곳입니다. 고리는 방금 틀린 점입니다. 고치고
# 나면 그 점이 제 쪽으로 가지만, 다른 점이 틀리게 되기도 합니다.

# sphinx_gallery_alt = "작은 그림 18개. 바탕의 경계선이 장면마다 움직이고, 틀린 점에 고리가 있다. 18번에서 (1, 1)만 주황 바탕에 남는다."
fig, axes = plt.subplots(3, 6, figsize=(6.4, 4.0), sharex=True, sharey=True)
x = np.linspace(-0.5, 1.5, 401)
for number, (ax, update) in enumerate(zip(axes.flat, model.history_, strict=True), start=1):
    w1, w2 = update.weights
    fires = w1 * x + w2 * x[:, np.newaxis] + update.bias > 0
    ax.contourf(x, x, fires, levels=[-1, 0.5, 2], colors=["white", "#f3cca5"])
    ax.plot(*X[y == 0].T, "o", color="C0", markersize=6)
    ax.plot(*X[y == 1].T, "^", color="C1", markersize=7)
    ax.plot(*update.x, "o", markersize=14, markerfacecolor="none", color="black")
    ax.set(title=number, aspect="equal", xticks=(0, 1), yticks=(0, 1))
plt.show()
