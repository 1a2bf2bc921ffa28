r"""
튜링의 기계가 갈 수 있는 모든 길
================================

유닛이 다섯이면 상태는 32가지뿐이므로 모두 그릴 수 있습니다. 튜링이 1948년의 보고서에 실은 기계는
어디서 출발해도 두 고리 가운데 하나로 흘러듭니다.
"""

from itertools import product

import numpy as np

import nnnotes as nn

nn.use_korean_font()

# %%
# 32가지 상태마다 다음 상태를 구합니다. 튜링은 유닛의 번호를 1부터 매겼으므로 1을 뺍니다.

machine = nn.AType.from_wiring(np.array([[3, 2], [3, 5], [4, 5], [3, 4], [2, 5]]) - 1)
after = {s: tuple(machine.run(1, initial=s)[1].tolist()) for s in product((0, 1), repeat=5)}
steps = {s: nn.find_cycle(machine.run(32, initial=s)).transient for s in after}
print("되풀이에 들어서기까지의 순간 수와 상태의 수:")
print({n: list(steps.values()).count(n) for n in range(4)})

# %%
# 고리까지 남은 순간 수를 가로에 놓고 화살표로 다음 상태를 잇습니다. 고리 위의 네 상태가 맨 오른쪽에
# 있습니다. 튜링이 출발한 상태는 빈 네모입니다.

import matplotlib.pyplot as plt

rings = {}
for s in after:
    ring = frozenset(map(tuple, machine.run(33, initial=s)[-2:].tolist()))
    rings.setdefault(ring, []).append(s)

# sphinx_gallery_alt = "왼쪽에서 오른쪽으로 모이는 화살표들의 그림. 상태 32개의 점이 고리까지 남은 순간 수 3, 2, 1, 0에 늘어서 있고, 위의 파란 점 24개는 한 고리로, 아래의 주황 점 8개는 다른 고리로 흘러든다. 고리의 두 상태는 서로를 오간다."
fig, ax = plt.subplots(figsize=(6.4, 4.2))
place, bottom = {}, 0.0
for members in sorted(rings.values(), key=len):
    height = len(members) / 2
    for n in range(4):
        column = [s for s in members if steps[s] == n]
        column.sort(key=lambda s: place.get(after[s], (0, 0))[::-1])
        for index, s in enumerate(column):
            place[s] = (-n, bottom + height * (index + 0.5) / len(column))
    bottom += height + 1
for members, colour, marker in zip(rings.values(), ("C0", "C1"), "o^", strict=True):
    for s in members:
        curve = {"connectionstyle": "arc3,rad=0.4"} if steps[s] == 0 else {}
        ends = {"xy": place[after[s]], "xytext": place[s]}
        ax.annotate("", **ends, arrowprops={"arrowstyle": "->", "color": "#888888", **curve})
    ax.plot(*zip(*[place[s] for s in members], strict=True), marker, color=colour)
ax.plot(*place[1, 1, 0, 0, 1], "s", ms=16, mfc="none", mec="black")
ax.set(xlabel="고리까지 남은 순간 수", xlim=(-3.3, 0.5), yticks=[])
ax.set_xticks([-3, -2, -1, 0], ["3", "2", "1", "0"])
ax.grid(visible=False)
plt.show()
