import numpy as np
import torch

import nnnotes as nn

ours = nn.Network(
    [
        nn.Dense(64, 16, "relu", seed=0),
        nn.Dense(16, 10, "softmax", seed=1),
    ]
)
theirs = torch.nn.Sequential(
    torch.nn.Linear(64, 16),
    torch.nn.ReLU(),
    torch.nn.Linear(16, 10),
    torch.nn.Softmax(dim=1),
).double()  # nnnotes처럼 float64로 계산합니다
print(sum(p.numel() for p in theirs.parameters()), ours.n_parameters)

for layer, linear in zip(ours.layers, (theirs[0], theirs[2]), strict=True):
    linear.weight.data = torch.tensor(layer.weights.T)  # Linear의 가중치는 (출력, 입력)
    linear.bias.data = torch.tensor(layer.bias)

X = nn.digits().X_test
with torch.no_grad():
    outputs = theirs(torch.tensor(X)).numpy()
print(outputs.shape, np.allclose(outputs, ours.predict(X)))
