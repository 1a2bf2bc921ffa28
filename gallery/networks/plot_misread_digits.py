r"""
잘못 읽은 숫자는 얼마나 확신했을까
==================================

손글씨 숫자를 배운 신경망이 틀린 것들을 골라, 그때 어떤 확률을 내었는지 함께 봅니다. 틀리고도 자신만만한
것이 있고, 망설인 것이 있습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 훈련 세트 1442장으로 배우고 테스트 세트 355장으로 시험합니다.

data = nn.digits()
network = nn.Network([nn.Dense(64, 64, "relu", seed=0), nn.Dense(64, 10, "softmax", seed=1)])
network.fit(
    data.X_train,
    data.y_train,
    "cross_entropy",
    epochs=40,
    learning_rate=0.5,
    batch_size=32,
    seed=0,
)
probabilities = network.predict(data.X_test)
answers = probabilities.argmax(axis=1)
wrong = np.flatnonzero(answers != data.y_test)
print(f"정확도 {np.mean(answers == data.y_test):.1%}, 틀린 것 {len(wrong)}장")

# %%
# 틀린 것 가운데 자신 있던 것부터 넷을 놓습니다. 막대는 숫자마다의 확률이고, 빗금 친 막대가 정답입니다.

order = wrong[np.argsort(-probabilities[wrong].max(axis=1))][:4]

# sphinx_gallery_alt = "윗줄에 잘못 읽은 손글씨 네 장, 아랫줄에 숫자마다의 확률 막대. 왼쪽 그림들은 막대 하나가 1에 가깝고 정답의 막대는 보이지 않을 만큼 작다. 오른쪽으로 갈수록 둘로 나뉜다."
fig, axes = plt.subplots(2, 4, sharey="row")
for i, (image, bars) in zip(order, axes.T, strict=True):
    image.imshow(data.X_test[i].reshape(8, 8), cmap="gray_r")
    image.set_title(f"{data.y_test[i]} → {answers[i]}")
    image.set_axis_off()
    drawn = bars.bar(range(10), probabilities[i])
    drawn[data.y_test[i]].set(hatch="///", facecolor="C1")
    bars.set(ylim=(0, 1), xticks=range(0, 10, 3))
axes[1, 0].set_ylabel("확률")
fig.supxlabel("숫자")
plt.show()
