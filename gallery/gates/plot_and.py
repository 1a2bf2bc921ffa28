"""
AND 게이트의 결정 직선
======================

네 점 가운데 (1, 1)만 선 너머에 있습니다.
"""

import nnnotes as nn

nn.use_korean_font()

# %%
# 선을 그립니다.

# sphinx_gallery_alt = "AND 게이트의 네 점과 결정 직선"
nn.plot_gate(nn.AND)
