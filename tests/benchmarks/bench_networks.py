"""Time training against PyTorch, scikit-learn and a bare NumPy loop; run it by hand.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python tests/benchmarks/bench_networks.py [--profile]

Same architecture, batch size, learning rate, epochs, float64, one thread. The bare loop and
nnnotes start from the same weights, see the data in the same order and must end with the same
weights. nnnotes and the bare loop also measure the accuracy of every epoch; PyTorch's loop
doesn't. The contenders are timed in turns and each keeps its best round, so that a busy machine
slows all of them alike. Goals: digits at most 0.4 times PyTorch and scikit-learn; XOR at least
6 times faster than PyTorch; both at most 1.5 times the bare loop.
"""

import cProfile
import pstats
import sys
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from time import perf_counter
from typing import Any

import numpy as np

import nnnotes as nn

ROUNDS = 7
Array = np.ndarray[Any, np.dtype[np.float64]]
Trainer = Callable[[], None]


def seconds(train: Trainer) -> float:
    start = perf_counter()
    train()
    return perf_counter() - start


def copies(network: nn.Network) -> list[Array]:
    return [array.copy() for layer in network.layers for array in (layer.weights, layer.bias)]


class Digits:
    """64-64-10, batch 32, SGD, one epoch over all 1797 images."""

    title = "digits 64-64-10, batch 32, SGD: ms per epoch"
    epochs, unit = 10, 1e3
    goals = {"PyTorch": 0.4, "scikit-learn": 0.4, "bare NumPy": 1.5}  # noqa: RUF012

    def __init__(self) -> None:
        data = nn.digits()
        self.X = np.concatenate([data.X_train, data.X_test])
        self.labels = np.concatenate([data.y_train, data.y_test])
        self.Y = np.eye(10)[self.labels]

    def network(self) -> nn.Network:
        return nn.Network([nn.Dense(64, 64, "relu", seed=0), nn.Dense(64, 10, "softmax", seed=1)])

    def nnnotes(self, network: nn.Network) -> None:
        network.fit(
            self.X, self.Y, "cross_entropy", epochs=self.epochs, batch_size=32, seed=0,
            learning_rate=0.1,
        )  # fmt: skip

    def bare(self, parameters: list[Array]) -> None:
        W1, b1, W2, b2 = parameters
        rng = np.random.default_rng(0)
        for _ in range(self.epochs):
            order = rng.permutation(len(self.X))
            X, Y = self.X[order], self.Y[order]
            loss, right = 0.0, 0
            for i in range(0, len(X), 32):
                x, y = X[i : i + 32], Y[i : i + 32]
                h = np.maximum(x @ W1 + b1, 0)
                z = h @ W2 + b2
                e = np.exp(z - z.max(axis=1, keepdims=True))
                p = e / e.sum(axis=1, keepdims=True)
                loss -= np.log((p * y).sum(axis=1)).sum()
                right += int(np.count_nonzero(p.argmax(axis=1) == y.argmax(axis=1)))
                dz = (p - y) / len(x)
                dh = dz @ W2.T * (h > 0)
                W2 -= 0.1 * (h.T @ dz)
                b2 -= 0.1 * dz.sum(axis=0)
                W1 -= 0.1 * (x.T @ dh)
                b1 -= 0.1 * dh.sum(axis=0)

    def pytorch(self) -> Trainer:
        import torch

        X, labels = torch.tensor(self.X), torch.tensor(self.labels)
        model = torch.nn.Sequential(
            torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10)
        ).double()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

        def train() -> None:
            for _ in range(self.epochs):
                order = torch.randperm(len(X))
                X_epoch, labels_epoch = X[order], labels[order]
                for i in range(0, len(X), 32):
                    optimizer.zero_grad()
                    scores = model(X_epoch[i : i + 32])
                    torch.nn.functional.cross_entropy(scores, labels_epoch[i : i + 32]).backward()
                    optimizer.step()

        return train

    def scikit_learn(self) -> Trainer:
        from sklearn.neural_network import MLPClassifier

        model = MLPClassifier(
            (64,), solver="sgd", alpha=0, batch_size=32, learning_rate_init=0.1, momentum=0,
            nesterovs_momentum=False, max_iter=self.epochs, tol=0, n_iter_no_change=10**9,
            random_state=0,
        )  # fmt: skip

        def train() -> None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                model.fit(self.X, self.labels)

        return train


class Xor:
    """2-4-1, tanh and sigmoid, all four rows at once."""

    title = "XOR 2-4-1, full batch, SGD: µs per step"
    epochs, unit = 2000, 1e6
    goals = {"PyTorch": 1 / 6, "bare NumPy": 1.5}  # noqa: RUF012

    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    Y = np.array([[0.0], [1.0], [1.0], [0.0]])

    def network(self) -> nn.Network:
        return nn.Network([nn.Dense(2, 4, "tanh", seed=0), nn.Dense(4, 1, "sigmoid", seed=1)])

    def nnnotes(self, network: nn.Network) -> None:
        network.fit(
            self.X, self.Y, "binary_cross_entropy", epochs=self.epochs, learning_rate=0.1
        )  # fmt: skip

    def bare(self, parameters: list[Array]) -> None:
        W1, b1, W2, b2 = parameters
        X, Y = self.X, self.Y
        losses, accuracies = np.empty(self.epochs), np.empty(self.epochs)
        for epoch in range(self.epochs):
            h = np.tanh(X @ W1 + b1)
            z = h @ W2 + b2
            p = 1 / (1 + np.exp(-z))
            losses[epoch] = np.logaddexp(0, z - 2 * Y * z).mean()
            accuracies[epoch] = ((z >= 0) == Y).mean()
            dz = (p - Y) / len(X)
            dh = dz @ W2.T * (1 - h * h)
            W2 -= 0.1 * (h.T @ dz)
            b2 -= 0.1 * dz.sum(axis=0)
            W1 -= 0.1 * (X.T @ dh)
            b1 -= 0.1 * dh.sum(axis=0)

    def pytorch(self) -> Trainer:
        import torch

        X, Y = torch.tensor(self.X), torch.tensor(self.Y)
        model = torch.nn.Sequential(
            torch.nn.Linear(2, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1)
        ).double()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

        def train() -> None:
            for _ in range(self.epochs):
                optimizer.zero_grad()
                torch.nn.functional.binary_cross_entropy_with_logits(model(X), Y).backward()
                optimizer.step()

        return train


def compare(task: Digits | Xor) -> None:
    """Print one table."""
    network, twin = task.network(), copies(task.network())
    trainers: dict[str, Trainer] = {
        "nnnotes": lambda: task.nnnotes(network),
        "bare NumPy": lambda: task.bare(twin),
    }
    absent = []
    if find_spec("torch"):
        import torch

        torch.set_num_threads(1)
        trainers["PyTorch"] = task.pytorch()
    else:
        absent.append("PyTorch")
    if isinstance(task, Digits):
        if find_spec("sklearn"):
            trainers["scikit-learn"] = task.scikit_learn()
        else:
            absent.append("scikit-learn")

    best = dict.fromkeys(trainers, float("inf"))
    for _ in range(ROUNDS):
        for name, train in trainers.items():
            best[name] = min(best[name], seconds(train))

    for ours, theirs in zip(copies(network), twin, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)
    print(f"\n{task.title}")
    print(f"{'':14}{'time':>10}{'nnnotes / it':>14}{'goal':>8}")
    for name, time in best.items():
        goal = f"{task.goals[name]:8.2f}" if name in task.goals else ""
        ratio = best["nnnotes"] / time
        met = "" if not goal else "  met" if ratio <= task.goals[name] else "  MISSED"
        print(f"{name:14}{time / task.epochs * task.unit:10.2f}{ratio:14.2f}{goal}{met}")
    for name in absent:
        print(f"{name:14}{'not run':>10}  (not installed)")


def profile(task: Digits | Xor) -> None:
    """Say where the time of nnnotes goes."""
    network = task.network()
    profiler = cProfile.Profile()
    profiler.runcall(task.nnnotes, network)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(15)


def main() -> None:
    print(f"NumPy {np.__version__}")
    for task in (Digits(), Xor()):
        compare(task)
        if "--profile" in sys.argv[1:]:
            profile(task)


if __name__ == "__main__":
    main()
