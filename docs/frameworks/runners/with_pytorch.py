"""PyTorch: nn.Linear를 쌓고, loss.backward()가 기울기를 채웁니다."""

import torch
from exchange import computed, read, write
from torch import nn

spec, dtype = read()
torch.set_default_dtype(getattr(torch, dtype))
x = torch.tensor(spec["inputs"], dtype=torch.get_default_dtype())


def build(layers):
    net = nn.Sequential()
    for p in layers:
        weights, bias = torch.tensor(p["weights"]), torch.tensor(p["bias"])
        linear = nn.Linear(*weights.shape)
        linear.weight.data = weights.T  # nn.Linear는 (출력, 입력) 모양으로 둡니다
        linear.bias.data = bias
        net.append(linear).append(nn.Sigmoid())
    return net


networks = {}
for name, network in spec["networks"].items():
    net = build(network["layers"])
    targets = torch.tensor(network["targets"], dtype=x.dtype)
    outputs = net(x)
    loss = nn.functional.mse_loss(outputs, targets)
    loss.backward()
    gradients = [(linear.weight.grad.T, linear.bias.grad) for linear in net[::2]]
    networks[name] = computed(outputs.detach(), loss, gradients)

write("PyTorch", torch.__version__.split("+")[0], dtype, networks)
