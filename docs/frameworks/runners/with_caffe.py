"""Caffe: 신경망을 prototxt 글로 적고, 가중치를 caffemodel에 담습니다."""

import caffe
import numpy as np
from caffe import layers as L
from exchange import computed, output, read, write

spec, dtype = read()
x = np.array(spec["inputs"], dtype)
targets_shape = {"dim": [len(x), 1]}


def describe(layers, training):
    """층을 차례로 이어 prototxt를 만듭니다. 학습할 때에는 끝에 손실이 붙습니다."""
    net = caffe.NetSpec()
    net.x = last = L.Input(shape={"dim": list(x.shape)})
    for i, p in enumerate(layers, start=1):
        last = L.InnerProduct(last, num_output=len(p["bias"]))
        net[f"dense{i}"] = last
        net[f"sigmoid{i}"] = last = L.Sigmoid(last)
    if training:
        net.targets = L.Input(shape=targets_shape)
        # EuclideanLoss는 오차 제곱의 평균의 절반이므로, 기울기를 두 배로 셉니다.
        net.loss = L.EuclideanLoss(last, net.targets, loss_weight=2)
    return str(net.to_proto())


networks = {}
for name, network in spec["networks"].items():
    layers = network["layers"]
    for training in (True, False):
        path = output(name + (".train" if training else "") + ".prototxt")
        with open(path, "w") as file:
            file.write(describe(layers, training))

    net = caffe.Net(output(name + ".train.prototxt"), caffe.TRAIN)
    for i, p in enumerate(layers, start=1):
        weights, bias = net.params[f"dense{i}"]
        weights.data[...] = np.transpose(p["weights"])  # Caffe는 (출력, 입력) 모양으로 둡니다
        bias.data[...] = p["bias"]
    net.save(output(name + ".caffemodel"))

    net.blobs["x"].data[...] = x
    net.blobs["targets"].data[...] = network["targets"]
    loss = 2 * net.forward()["loss"]
    net.backward()
    outputs = net.blobs[f"sigmoid{len(layers)}"].data
    gradients = [(weights.diff.T, bias.diff) for weights, bias in net.params.values()]
    networks[name] = computed(outputs, loss, gradients)

notes = [
    "버클리의 C++ 원본을, 다른 곳에서 빌드한 파일(kendryte-caffe)로 실행했습니다.",
    "float32로만 계산합니다.",
]
write("Caffe", caffe.__version__, dtype, networks, notes)
