r"""
힌턴이 걸어온 길만 뽑은 연표
============================

:data:`nnnotes.history.TIMELINE`\ 에는 해와 일어난 일, 한 사람, 출처가 적혀 있습니다. 사람의 이름으로
골라 연표를 그립니다.
"""

import nnnotes as nn

nn.use_korean_font()

# %%
# 기록 하나는 이렇게 생겼습니다. 출처의 이름은 참고 문헌 목록의 이름입니다.

for event in nn.TIMELINE[:3]:
    print(event.year, event.event, event.people, event.sources)

# %%
# 힌턴이 함께한 일만 고릅니다. 왼쪽 점의 간격이 해의 간격이므로, 1986년과 2006년 사이의 긴 기다림이
# 눈에 보입니다.

import matplotlib.pyplot as plt

hinton = [(event.year, event.event) for event in nn.TIMELINE if "힌턴" in event.people]

# sphinx_gallery_alt = "1985년 볼츠만 기계, 1986년 역전파, 2006년 심층 믿음 신경망, 2012년 AlexNet, 2018년 튜링상, 2024년 노벨 물리학상의 세로 연표. 1986년과 2006년의 점 사이가 가장 멀다."
fig, ax = plt.subplots(figsize=(6.4, 3.4))
nn.plot_timeline(hinton, ax=ax)
plt.show()
