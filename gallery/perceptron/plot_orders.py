"""
차례를 바꾸면 다른 직선
=======================

수렴 정리는 끝난다는 것을 약속할 뿐, 어느 직선에서 끝나는지는 말하지 않습니다. 같은 점을 차례만
바꾸어 열두 번 배우면 직선 열두 개가 나옵니다. 모두 두 무리를 가르지만, 한가운데를 지나는 것은
드뭅니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 두 무리 사이에 직선을 그을 틈을 둡니다. 이런 데이터를 선형 분리 가능하다고 합니다.

X, y = nn.blobs(80, noise=0.9, seed=3, centers=[(1, 1), (4, 3)], separation=0.6)
rng = np.random.default_rng(0)
models = []
for _ in range(12):
    order = rng.permutation(len(X))
    models.append(nn.Perceptron().fit(X[order], y[order]))
print("고친 횟수:", [model.n_updates_ for model in models])

# %%
# 직선은 모두 달라도 틀린 점은 하나도 없습니다.

# sphinx_gallery_alt = "왼쪽 아래 원 무리와 오른쪽 위 삼각형 무리 사이를 기울기가 저마다 다른 직선 열두 개가 부챗살처럼 지나간다."
fig, ax = plt.subplots()
x1 = np.array([-1.5, 6.5])
for model in models:
    w1, w2 = model.weights_
    ax.plot(x1, -(w1 * x1 + model.bias_) / w2, color="gray", linewidth=1.2)
ax.plot(*X[y == 0].T, "o", color="C0", markersize=6, label="0")
ax.plot(*X[y == 1].T, "^", color="C1", markersize=7, label="1")
ax.set(xlabel="x₁", ylabel="x₂", xlim=(-1.2, 6.2), ylim=(-1.2, 5.2))
ax.legend(title="클래스", loc="lower right")
plt.show()
