"""NumPy만으로 만든 nnnotes: 순전파는 행렬 곱, 역전파는 연쇄 법칙을 손으로 적은 것입니다."""

import nnnotes as nn
import numpy as np
from exchange import computed, output, read, write

spec, dtype = read("float64")
x = np.array(spec["inputs"], dtype)


def build(parameters):
    layers = []
    for p in parameters:
        weights = np.array(p["weights"], dtype)
        layer = nn.Dense(*weights.shape, "sigmoid")
        layer.weights, layer.bias = weights, p["bias"]
        layers.append(layer)
    return nn.Network(layers)


networks = {}
for name, network in spec["networks"].items():
    net = build(network["layers"])
    targets = np.array(network["targets"], dtype)
    outputs = net.forward(x)
    loss = nn.mean_squared_error(targets, outputs)
    gradients = net.backward(targets, "mean_squared_error")
    networks[name] = computed(outputs, loss, gradients)
    net.to_onnx(output(name + "-nnnotes.onnx"), dtype="float32")

notes = ["자동 미분이 아니라, 층마다 손으로 적은 연쇄 법칙으로 기울기를 구합니다."]
write("NumPy (nnnotes)", np.__version__, dtype, networks, notes)
