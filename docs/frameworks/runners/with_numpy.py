"""NumPy와 nnnotes: 순전파는 행렬 곱으로, 기울기는 연쇄 법칙을 손으로 적어서 구합니다."""

import nnnotes as nn
import numpy as np
from exchange import computed, read, write

spec, dtype = read("float64")
x = np.array(spec["inputs"], dtype)


def forward(layers):
    """입력에서 출력까지, 각 층의 값을 차례로 모읍니다."""
    values = [x]
    for weights, bias in layers:
        values.append(nn.sigmoid(values[-1] @ weights + bias))
    return values


def backward(layers, values, targets):
    """출력에서 입력 쪽으로 거슬러 가며 연쇄 법칙을 적용합니다."""
    gradients = []
    upstream = 2 * (values[-1] - targets) / targets.size
    for (weights, _), before, after in zip(layers[::-1], values[-2::-1], values[:0:-1]):
        delta = upstream * after * (1 - after)
        gradients.insert(0, (before.T @ delta, delta.sum(axis=0)))
        upstream = delta @ weights.T
    return gradients


networks = {}
for name, network in spec["networks"].items():
    layers = [(np.array(p["weights"], dtype), np.array(p["bias"], dtype)) for p in network["layers"]]
    targets = np.array(network["targets"], dtype)
    values = forward(layers)
    loss = np.mean((values[-1] - targets) ** 2)
    networks[name] = computed(values[-1], loss, backward(layers, values, targets))

write("NumPy", np.__version__, dtype, networks, ["자동 미분이 없어 연쇄 법칙을 손으로 적었습니다."])
