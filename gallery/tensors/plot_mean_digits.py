r"""
축 0을 따라 평균 낸 숫자들
==========================

그림 여러 장을 쌓은 텐서를 샘플의 축(축 0)을 따라 평균 내면 그림 한 장이 남습니다. 숫자마다 평균을
내면 열 숫자의 평균 얼굴이 됩니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 축을 주면 그 축이 사라집니다. 어느 축을 주느냐에 따라 남는 것의 뜻이 달라집니다.

digits = nn.digits()
images = digits.X_train.reshape(-1, 8, 8)
print("그림들:", images.shape)
print("평균 그림:", images.mean(axis=0).shape)
print("장마다 칠해진 정도:", images.mean(axis=(1, 2)).shape)

# %%
# 진한 곳은 누구나 획을 긋는 곳이고, 번진 곳은 쓸 때마다 달라지는 곳입니다.

means = np.stack([images[digits.y_train == digit].mean(axis=0) for digit in range(10)])

# sphinx_gallery_alt = "0부터 9까지의 평균 그림이 두 줄로 놓여 있다. 모두 가장자리가 번져 있지만 어느 숫자인지 알아볼 수 있다."
nn.plot_images(means, range(10), columns=5)
plt.show()
