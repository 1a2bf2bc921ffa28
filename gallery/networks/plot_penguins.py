r"""
펭귄의 몸무게를 크기로 맞히기
=============================

부리의 길이와 높이, 날개의 길이로 몸무게를 맞힙니다. 은닉층이 없는 신경망(일차 함수)과 은닉 뉴런 8개짜리를
견줍니다. 처음 보는 펭귄 67마리가 시험관입니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 단위가 다른 특성을 훈련 세트의 평균과 표준 편차로 표준화합니다. 몸무게도 그렇게 하고, 답을 낼 때
# 그램으로 되돌립니다.

data = nn.penguins()
mean, scale = data.X_train.mean(axis=0), data.X_train.std(axis=0)
grams, spread = data.y_train.mean(), data.y_train.std()


def guess(layers):
    network = nn.Network(layers)
    network.fit(
        (data.X_train - mean) / scale,
        (data.y_train - grams) / spread,
        "mean_squared_error",
        epochs=200,
        learning_rate=0.1,
        batch_size=32,
        seed=0,
    )
    return network.predict((data.X_test - mean) / scale) * spread + grams


guesses = {
    "은닉층 없음": guess([nn.Dense(3, 1, "identity", seed=0)]),
    "은닉 뉴런 8개": guess([nn.Dense(3, 8, "tanh", seed=0), nn.Dense(8, 1, "identity", seed=1)]),
}

# %%
# 대각선에 가까울수록 잘 맞힌 것입니다. 제목의 수는 평균해서 몇 그램 틀리는지입니다.

# sphinx_gallery_alt = "가로축은 실제 몸무게, 세로축은 예측. 점이 대각선을 따라 퍼져 있고, 오른쪽 그림의 점이 대각선에 조금 더 모여 있다."
fig, axes = plt.subplots(1, 2, sharex=True, sharey=True)
for (name, prediction), ax in zip(guesses.items(), axes, strict=True):
    error = np.abs(prediction - data.y_test).mean()
    ax.plot([2.7, 6.3], [2.7, 6.3], color="gray", linestyle="--")
    ax.plot(data.y_test / 1000, prediction / 1000, "o", markersize=5, alpha=0.7)
    ax.set(title=f"{name}: {error:.0f} g", xlabel="실제 (kg)", aspect="equal")
axes[0].set_ylabel("예측 (kg)")
plt.show()
