r"""
여덟 도구는 언제 나와 지금은 어떤가
===================================

:data:`nnnotes.frameworks.FRAMEWORKS`\ 에는 프레임워크 일곱과 ONNX의 기록이 있습니다. 처음 공개된 해에 점을 찍고,
2026년 11월에도 개발이 이어지는지로 점의 모양을 나눕니다.
"""

import nnnotes as nn

nn.use_korean_font()

# %%
# 기록 하나에는 만든 곳, 공개된 때, 이용 허락, 상태, 출처가 적혀 있습니다.

for framework in nn.FRAMEWORKS[:3]:
    print(framework.year, framework.name, framework.licence, framework.state)

# %%
# 2015년 한 해에 네 가지가 나왔습니다. 그 가운데 둘은 은퇴했습니다.

import matplotlib.pyplot as plt

# sphinx_gallery_alt = "가로가 해인 점 그림. 2013년 Caffe, 2015년 CNTK와 MXNet은 엑스 표이고, 2015년 Keras와 TensorFlow, 2017년 PyTorch와 ONNX, 2018년 JAX는 채운 원이다. 2015년에 네 점이 쌓여 있다."
fig, ax = plt.subplots(figsize=(6.4, 3.2))
height = dict.fromkeys(range(2013, 2019), 0)
for framework in sorted(nn.FRAMEWORKS, key=lambda f: f.active):
    year = framework.year
    marker, color = ("o", "C0") if framework.active else ("X", "C1")
    ax.plot(year, height[year], marker, color=color, markersize=13)
    name = framework.name.replace("Microsoft Cognitive Toolkit", "CNTK").replace("Apache ", "")
    ax.text(year + 0.13, height[year], name, va="center")
    height[year] += 1

for marker, color, text in (("o", "C0", "개발이 이어짐"), ("X", "C1", "은퇴함")):
    ax.plot([], [], marker, color=color, markersize=10, label=text)
ax.legend(loc="upper right")
ax.set(xlim=(2012.6, 2019), ylim=(-0.6, 3.6), yticks=[], xlabel="처음 공개된 해")
plt.show()
