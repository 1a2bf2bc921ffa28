r"""
층이 늘면 오류율이 줄까요
=========================

ILSVRC에서 우승한 신경망의 층의 수를 가로에, top-5 오류율을 세로에 놓습니다. 점 다섯 개만으로도
"층이 늘어서 오류가 줄었다"가 이야기의 전부는 아니라는 것이 보입니다.
"""

import nnnotes as nn

nn.use_korean_font()

# %%
# 층의 수를 하나로 말할 수 있는 우승작만 고릅니다. 2010년과 2011년은 신경망이 아니고, 2016년은 여러
# 신경망의 묶음입니다.

networks = [winner for winner in nn.ILSVRC if winner.layers]
for winner in networks:
    print(f"{winner.year} {winner.team}: {winner.layers}층, {100 * winner.error:.2f} %")

# %%
# 2012년에서 2013년으로는 곧장 아래로 내려갑니다. 층의 수가 비슷한데 오류율이 줄었기 때문입니다.
# 2015년에서 2017년으로도 거의 곧장 내려갑니다.

from itertools import pairwise

import matplotlib.pyplot as plt

# sphinx_gallery_alt = "가로축은 로그 눈금의 층의 수, 세로축은 top-5 오류율. 8층에 16.4 퍼센트와 11.7 퍼센트의 두 점이 위아래로 있고, 22층에 6.7, 152층에 3.6, 154층에 2.3 퍼센트의 점이 화살표로 이어진다."
fig, ax = plt.subplots()
ax.plot([w.layers for w in networks], [100 * w.error for w in networks], "o")
for old, new in pairwise(networks):
    ax.annotate(
        "",
        xy=(new.layers, 100 * new.error),
        xytext=(old.layers, 100 * old.error),
        arrowprops={"arrowstyle": "->", "shrinkA": 5, "shrinkB": 5, "color": "#555555"},
    )
places = {2012: (10, 0), 2013: (9, 3), 2014: (8, 6), 2015: (10, 2), 2017: (10, -12)}
for winner in networks:
    ax.annotate(
        f"{winner.year} {winner.team}",
        xy=(winner.layers, 100 * winner.error),
        xytext=places[winner.year],
        textcoords="offset points",
    )
ax.set(xscale="log", xlim=(3, 800), ylim=(0, 18), xlabel="층의 수", ylabel="top-5 오류율 (%)")
ax.set_xticks([8, 22, 152], ["8", "22", "152"])
ax.minorticks_off()
plt.show()
