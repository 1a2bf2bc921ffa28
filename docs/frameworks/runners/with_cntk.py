"""CNTK: 층을 이은 함수를 만들고, grad()로 미분합니다. 파이썬 3.6에서 돕니다."""

import os
import sys

sys.setdlopenflags(os.RTLD_LAZY)  # 부르지 않을 MPI 함수는 찾지 않고 불러옵니다

import cntk as C
import numpy as np
from exchange import computed, model, output, read, write

spec, dtype = read()
x = np.array(spec["inputs"], dtype)


def dense(p):
    """층 하나의 가중치와 편향을 매개변수로 만듭니다."""
    return [C.parameter(init=np.array(p[key], dtype)) for key in ("weights", "bias")]


def run(net):
    return net.eval({net.arguments[0]: x})


networks, files = {}, {}
for name, network in spec["networks"].items():
    inputs = C.input_variable(2, dtype=x.dtype.type)
    wanted = C.input_variable(1, dtype=x.dtype.type)
    targets = np.array(network["targets"], dtype)
    layers = [dense(p) for p in network["layers"]]
    net = inputs
    for weights, bias in layers:
        net = C.sigmoid(C.times(net, weights) + bias)

    # CNTK는 기울기를 예제마다 구해 더하므로, 예제 수로 나누어 평균으로 바꿉니다.
    losses = C.squared_error(net, wanted)
    found, errors = losses.grad({inputs: x, wanted: targets}, net.parameters, [losses])
    gradients = [(found[weights] / len(x), found[bias] / len(x)) for weights, bias in layers]
    networks[name] = computed(run(net), np.mean(errors), gradients)

    if dtype == "float32":
        net.save(output(name + "-cntk.onnx"), format=C.ModelFormat.ONNX)
        again = C.Function.load(model(name + ".onnx"), format=C.ModelFormat.ONNX)
        files[name + ".onnx"] = run(again).tolist()

notes = [
    "MPI 라이브러리는 불러올 뿐 부르지 않으므로, 이름만 있는 빈 것으로 대신했습니다.",
]
write("CNTK", C.__version__, dtype, networks, notes, files)
