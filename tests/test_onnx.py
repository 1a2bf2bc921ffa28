import re
import sys
from itertools import pairwise

import numpy as np
import pytest

import nnnotes as nn

onnx = pytest.importorskip("onnx", reason="onnx가 없어 파일을 쓰지 못했습니다 (not run)")
onnxruntime = pytest.importorskip(
    "onnxruntime", reason="onnxruntime이 없어 파일을 실행하지 못했습니다 (not run)"
)


def network_with(activation):
    layers = [nn.Dense(3, 5, activation, seed=0), nn.Dense(5, 2, activation, seed=1)]
    for layer in layers:
        layer.bias = np.linspace(-1, 1, layer.n_outputs)
    return nn.Network(layers)


def shape(value):
    return [axis.dim_param or axis.dim_value for axis in value.type.tensor_type.shape.dim]


def run(path, X):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (outputs,) = session.run(None, {session.get_inputs()[0].name: X})
    return outputs


@pytest.mark.parametrize("activation", ["identity", "relu", "sigmoid", "softmax", "tanh"])
def test_onnxruntime_gives_the_same_outputs(activation, tmp_path):
    network, X = network_with(activation), np.random.default_rng(0).normal(size=(7, 3))
    path = tmp_path / "network.onnx"
    network.to_onnx(path)
    np.testing.assert_allclose(run(path, X), network.predict(X), rtol=1e-12)
    assert run(path, X[:2]).shape == (2, 2)
    network.to_onnx(str(path), dtype="float32")
    outputs = run(path, X.astype(np.float32))
    assert outputs.dtype == np.float32
    np.testing.assert_allclose(outputs, network.predict(X), atol=1e-6, rtol=1e-6)


@pytest.mark.parametrize("sizes", [(3, 2), (3, 5, 4, 2)])
def test_one_layer_and_three_layers(sizes, tmp_path):
    network = nn.Network([nn.Dense(n, m, "tanh", seed=n) for n, m in pairwise(sizes)])
    path, X = tmp_path / "network.onnx", np.random.default_rng(0).normal(size=(7, 3))
    network.to_onnx(path)
    np.testing.assert_allclose(run(path, X), network.predict(X), rtol=1e-12)
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    # One name for the number of rows, so that a viewer shows they are the same.
    assert shape(model.graph.input[0]) == ["n", 3]
    assert shape(model.graph.output[0]) == ["n", 2]


def test_a_trained_network_reads_digits_the_same(tmp_path):
    data = nn.digits()
    network = nn.Network([nn.Dense(64, 16, "relu", seed=0), nn.Dense(16, 10, "softmax", seed=1)])
    network.fit(data.X_train, data.y_train, "cross_entropy", epochs=3, batch_size=32, seed=0)
    network.to_onnx(tmp_path / "digits.onnx")
    outputs = run(tmp_path / "digits.onnx", data.X_test)
    np.testing.assert_allclose(outputs, network.predict(data.X_test), atol=1e-12)


def test_the_file_is_valid_small_and_always_the_same(tmp_path):
    network = network_with("tanh")
    for name in ("first.onnx", "second.onnx"):
        network.to_onnx(tmp_path / name)
    content = (tmp_path / "first.onnx").read_bytes()
    assert content == (tmp_path / "second.onnx").read_bytes()
    model = onnx.load(tmp_path / "first.onnx")
    onnx.checker.check_model(model, full_check=True)
    assert [node.op_type for node in model.graph.node] == ["Gemm", "Tanh", "Gemm", "Tanh"]
    assert (model.producer_name, model.producer_version) == ("nnnotes", nn.__version__)
    assert (model.ir_version, model.opset_import[0].version) == (8, 13)
    assert model.graph.name == "nnnotes"
    assert [value.name for value in (*model.graph.input, *model.graph.output)] == ["X", "A2"]
    assert len(content) < 1000


def test_an_unknown_dtype(tmp_path):
    expected = "dtype: float64, float32 가운데 하나여야 합니다. 받은 값: 'float16'"
    with pytest.raises(ValueError, match=re.escape(expected)):
        network_with("tanh").to_onnx(tmp_path / "network.onnx", dtype="float16")
    assert not list(tmp_path.iterdir())


def test_onnx_is_needed(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "onnx", None)
    expected = (
        "to_onnx: onnx가 있어야 합니다 (pip install \"nnnotes[onnx]\"). 받은 값: 'network.onnx'"
    )
    with pytest.raises(ImportError, match=re.escape(expected)):
        network_with("tanh").to_onnx("network.onnx")
