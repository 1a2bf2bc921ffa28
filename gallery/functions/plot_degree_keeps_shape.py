r"""
차수는 값을 바꾸고 모양은 바꾸지 않습니다
=========================================

흑백 그림은 축이 2개인 배열입니다. 여기에 일차, 이차, 삼차 함수를 씌우면 밝기는 달라지지만 축은
그대로 2개입니다. 다항식의 차수와 배열의 축의 개수는 서로 관계가 없습니다.
"""

import matplotlib.pyplot as plt
import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 한가운데가 0이고 바깥으로 갈수록 커지는 물결무늬를 만듭니다.

row, column = np.mgrid[-1:1:96j, -1:1:96j]
picture = np.sin(6 * np.hypot(row, column)) * column
print(nn.describe(picture))

# %%
# 차수를 올려도 모양 (96, 96)과 축의 개수 2는 변하지 않습니다.

functions = {
    "원래 그림": lambda x: x,
    "차수 1": lambda x: nn.linear(x, a=-1, b=0),
    "차수 2": lambda x: nn.quadratic(x, a=1, b=0, c=0),
    "차수 3": lambda x: nn.cubic(x, a=1, b=0, c=0, d=0),
}
pictures = {name: f(picture) for name, f in functions.items()}
for name, result in pictures.items():
    low, high = result.min(), result.max()
    print(f"{name}: 축 {result.ndim}개, 모양 {result.shape}, 값은 {low:.2f}부터 {high:.2f}까지")

# %%
# 음수를 곱하면 밝기가 뒤집히고, 제곱하면 음수가 사라지며, 세제곱하면 부호는 그대로이고 흐린 곳이
# 더 흐려집니다.

# sphinx_gallery_alt = "크기가 같은 정사각형 그림 네 장. 원래 그림은 둥근 띠의 왼쪽과 오른쪽 밝기가 반대이고, 차수 1은 그 밝기를 뒤집은 것, 차수 2는 왼쪽과 오른쪽이 똑같은 것, 차수 3은 가장자리만 뚜렷하고 나머지는 흐린 것이다."
fig, axes = plt.subplots(1, 4, figsize=(6.4, 2.1))
for ax, (name, result) in zip(axes, pictures.items(), strict=True):
    ax.imshow(result, cmap="gray", vmin=-1, vmax=1)
    ax.set_title(f"{name}\n축 {result.ndim}개", fontsize=11)
    ax.set_axis_off()
plt.show()
