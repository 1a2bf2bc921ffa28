r"""
모자람과 지나침
===============

점 20개를 은닉 뉴런 1개, 4개, 100개로 배웁니다. 뉴런이 모자라면 곡선을 따라가지 못하고, 남아돌면 잡음까지
외웁니다. 배우지 않은 점에서 잰 손실이 둘을 가려냅니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 같은 곡선에서 나온 다른 점 200개로 검증 손실을 잽니다.

X, y = nn.sine(20, noise=0.3, seed=2)
held = nn.sine(200, noise=0.3, seed=50)

fits = {}
for n_hidden in (1, 4, 100):
    network = nn.Network(
        [
            nn.Dense(1, n_hidden, "tanh", seed=0, initializer=2.0),
            nn.Dense(n_hidden, 1, "identity", seed=10),
        ]
    )
    history = network.fit(
        X, y, "mean_squared_error", epochs=1000, optimizer=nn.Adam(0.02), validation=held
    )
    fits[n_hidden] = network, history
    print(
        f"은닉 뉴런 {n_hidden:3}개: 훈련 손실 {history.loss[-1]:.3f}, "
        f"검증 손실 {history.validation_loss[-1]:.3f}"
    )

# %%
# 참 곡선은 점선입니다.

t = np.linspace(-np.pi, np.pi, 400)[:, np.newaxis]

# sphinx_gallery_alt = "사인 곡선 둘레의 점 20개. 뉴런 1개는 계단처럼 한 번 오르기만 하고, 4개는 참 곡선에 가깝고, 100개는 점마다 찾아가며 출렁인다."
fig, ax = plt.subplots()
ax.plot(X, y, "ko", label="데이터")
ax.plot(t, np.sin(t), "k:", linewidth=1.5, label="참 곡선")
for (n_hidden, (network, _)), line in zip(fits.items(), ("--", "-", "-."), strict=True):
    ax.plot(t, network.predict(t), line, label=f"뉴런 {n_hidden}개")
ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
plt.show()

# %%
# 뉴런 100개에서 검증 손실은 잠깐 내려갔다가 다시 오릅니다. 가장 낮은 곳에서 멈추는 것이 조기 종료입니다.

# sphinx_gallery_alt = "로그 눈금의 손실. 훈련 손실은 계속 내려가고, 검증 손실은 처음에 내려갔다가 세로 점선을 지나 다시 오른다."
history = fits[100][1]
best = int(history.validation_loss.argmin()) + 1
ax = nn.plot_loss(history, log=True)
ax.axvline(best, color="gray", linestyle=":")
ax.annotate(f"{best}번째 에포크", (best + 15, 0.5))
ax.legend(loc="upper right")
plt.show()
