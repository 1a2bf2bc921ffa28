r"""
XOR로 다른 그림 찾기
====================

XOR는 두 비트가 다를 때만 1입니다. 그래서 그림 두 장을 통째로 넣으면 다른 곳만 남습니다.
게이트는 배열의 원소마다 계산하므로 반복문이 필요하지 않습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 얼굴을 하나 그리고, 몇 군데를 바꾼 그림을 하나 더 만듭니다.

row, column = np.mgrid[:40, :40]


def disc(r, c, radius):
    return (row - r) ** 2 + (column - c) ** 2 <= radius**2


head = disc(19, 19, 18) & ~disc(19, 19, 16)
smile = disc(20, 19, 11) & ~disc(18, 19, 11) & (row > 22)
first = head | smile | disc(14, 13, 2) | disc(14, 25, 2)
second = head | smile | disc(14, 13, 2) | disc(14, 25, 3) | disc(21, 19, 1) | disc(4, 35, 2)

# %%
# XOR가 1인 점이 서로 다른 점입니다. 무엇이 달라졌는지 맞혀 보고 오른쪽 그림을 보십시오.

difference = nn.XOR(first, second)
print(f"점 {difference.size}개 가운데 {difference.sum()}개가 다릅니다.")

# sphinx_gallery_alt = "웃는 얼굴 두 장과 XOR의 결과. 둘째 얼굴은 오른쪽 눈이 크고 코가 있으며 오른쪽 위에 점이 있다. XOR의 결과에는 눈의 테두리와 코와 점만 남아 있다."
nn.plot_images([first, second, difference], ["첫째", "둘째", "XOR"], columns=3)
plt.show()

# %%
# 다른 곳을 한 번 더 XOR하면 처음 그림으로 돌아옵니다. 같은 비트끼리 XOR하면 0이기 때문입니다.

restored = nn.XOR(second, difference)
print("처음 그림과 같습니까?", bool((restored == first).all()))
