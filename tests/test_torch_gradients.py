import numpy as np
import pytest

import nnnotes as nn

torch = pytest.importorskip(
    "torch", reason="PyTorch가 없어 자동 미분과 견주지 않았습니다 (not run)"
)

ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": lambda z: torch.relu(z),
    "sigmoid": lambda z: torch.sigmoid(z),
    "softmax": lambda z: torch.softmax(z, dim=1),
    "tanh": lambda z: torch.tanh(z),
}
OUTPUTS = [(activation, "mean_squared_error") for activation in ACTIVATIONS] + [
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
]


def example(hidden, output, loss):
    rng = np.random.default_rng(0)
    network = nn.Network([nn.Dense(3, 5, hidden, seed=1), nn.Dense(5, 4, output, seed=2)])
    for layer in network.layers:
        layer.bias = rng.normal(size=layer.n_outputs)
    y = {
        "mean_squared_error": rng.normal(size=(6, 4)),
        "binary_cross_entropy": rng.integers(0, 2, size=(6, 4)).astype(float),
        "cross_entropy": rng.integers(0, 4, size=6),
    }[loss]
    return network, rng.normal(size=(6, 3)), y


def forward(parameters, network, X):
    """Return the last weighted sums and outputs as PyTorch computes them."""
    value = sums = torch.tensor(X)
    pairs = zip(parameters[::2], parameters[1::2], network.layers, strict=True)
    for weights, bias, layer in pairs:
        sums = value @ weights + bias
        value = ACTIVATIONS[layer.activation](sums)
    return sums, value


def torch_loss(loss, sums, outputs, y):
    target = torch.tensor(y)
    if loss == "mean_squared_error":
        return torch.nn.functional.mse_loss(outputs, target)
    if loss == "binary_cross_entropy":
        return torch.nn.functional.binary_cross_entropy_with_logits(sums, target)
    return torch.nn.functional.cross_entropy(sums, target)


def tensors(network):
    arrays = [array for layer in network.layers for array in (layer.weights, layer.bias)]
    return [torch.tensor(array, requires_grad=True) for array in arrays]


@pytest.mark.parametrize("hidden", ACTIVATIONS)
@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
def test_backward_agrees_with_autograd(hidden, output, loss):
    network, X, y = example(hidden, output, loss)
    network.forward(X)
    gradients = [array for pair in network.backward(y, loss) for array in pair]
    parameters = tensors(network)
    torch_loss(loss, *forward(parameters, network, X), y).backward()
    for ours, theirs in zip(gradients, parameters, strict=True):
        expected = theirs.grad.numpy()
        assert np.linalg.norm(ours - expected) <= 1e-10 * np.linalg.norm(expected)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (nn.SGD(0.3), lambda p: torch.optim.SGD(p, lr=0.3)),
        (nn.SGD(0.1, momentum=0.9), lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)),
        (nn.Adam(0.01), lambda p: torch.optim.Adam(p, lr=0.01)),
        (
            nn.Adam(0.1, beta1=0.7, beta2=0.8, epsilon=1e-3),
            lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.7, 0.8), eps=1e-3),
        ),
    ],
)
def test_optimizers_take_the_same_steps(ours, theirs):
    network, X, y = example("tanh", "softmax", "cross_entropy")
    parameters = tensors(network)
    optimizer = theirs(parameters)
    losses = []
    for _ in range(20):
        optimizer.zero_grad()
        loss = torch_loss("cross_entropy", *forward(parameters, network, X), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    history = network.fit(X, y, "cross_entropy", epochs=20, optimizer=ours)
    np.testing.assert_allclose(history.loss, losses, rtol=1e-10)
    for theirs_, layer in zip(parameters[::2], network.layers, strict=True):
        np.testing.assert_allclose(layer.weights, theirs_.detach().numpy(), rtol=1e-9, atol=1e-12)
