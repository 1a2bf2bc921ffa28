"""Apache MXNet: Gluon으로 층을 쌓고, autograd.record()로 녹화합니다."""

import mxnet as mx
from exchange import computed, read, write
from mxnet import autograd, gluon, nd

spec, dtype = read()
x = nd.array(spec["inputs"], dtype=dtype)


def build(layers):
    net = gluon.nn.Sequential()
    for p in layers:
        weights, bias = nd.array(p["weights"], dtype=dtype), nd.array(p["bias"], dtype=dtype)
        dense = gluon.nn.Dense(bias.size, activation="sigmoid", in_units=len(weights), dtype=dtype)
        dense.initialize()
        dense.weight.set_data(weights.T)  # Gluon은 (출력, 입력) 모양으로 둡니다
        dense.bias.set_data(bias)
        net.add(dense)
    return net


networks = {}
for name, network in spec["networks"].items():
    net = build(network["layers"])
    targets = nd.array(network["targets"], dtype=dtype)
    with autograd.record():
        outputs = net(x)
        loss = ((outputs - targets) ** 2).mean()
    loss.backward()
    gradients = [(dense.weight.grad().T.asnumpy(), dense.bias.grad().asnumpy()) for dense in net]
    networks[name] = computed(outputs.asnumpy(), loss.asscalar(), gradients)

write("Apache MXNet", mx.__version__, dtype, networks)
