"""
가라앉지 않는 틀린 횟수
=======================

두 무리가 겹치면 퍼셉트론의 학습은 끝나지 않습니다. 에포크마다 틀린 횟수를 세면, 나눌 수 있는
데이터만 0에 닿고 나머지는 끝없이 오르내립니다.
"""

import warnings

import matplotlib.pyplot as plt

import nnnotes as nn

nn.use_korean_font()

# %%
# 흩어진 정도만 다른 데이터 셋을 배웁니다. 끝나지 않으면 ``ConvergenceWarning`` 이 알려 줍니다.
# 여기서는 끝나지 않을 것을 알고 하므로 경고를 끕니다.

models = {}
for noise in (0.6, 1.3, 2.0):
    X, y = nn.blobs(100, noise=noise, seed=0, centers=[(1, 1), (4, 3)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nn.ConvergenceWarning)
        models[noise] = nn.Perceptron(max_epochs=50).fit(X, y)
    print(f"흩어진 정도 {noise}: converged_ = {models[noise].converged_}")

# %%
# 가장 아래의 선만 0에서 끝납니다.

# sphinx_gallery_alt = "세 줄의 톱니 모양 선. 흩어진 정도 2.0은 위에서, 1.3은 가운데에서 50에포크까지 오르내리고, 0.6은 몇 에포크 만에 0에 닿아 끝난다."
fig, ax = plt.subplots()
for (noise, model), style in zip(models.items(), ("o-", "--", "-"), strict=True):
    epochs = range(1, model.n_epochs_ + 1)
    ax.plot(epochs, model.errors_, style, markersize=6, label=f"흩어진 정도 {noise}")
ax.set(xlabel="에포크", ylabel="틀린 횟수", ylim=(-1, None))
ax.legend(loc="upper right", ncols=3, bbox_to_anchor=(1, 1.15), frameon=False)
plt.show()
