"""신경망을 ONNX 파일로: 층마다 Gemm(행렬 곱과 편향) 하나와 활성화 함수 하나."""

from collections.abc import Sequence
from importlib.metadata import version
from os import PathLike, fspath
from pathlib import Path

import numpy as np

from nnnotes._checks import message, one_of
from nnnotes.layers import Dense

OPERATORS = {"relu": "Relu", "sigmoid": "Sigmoid", "softmax": "Softmax", "tanh": "Tanh"}

# Old enough for every runtime of the last years, new enough for Softmax along the last axis.
OPSET, IR_VERSION = 13, 8


def write_onnx(layers: Sequence[Dense], path: str | PathLike[str], dtype: str) -> None:
    """Write ``layers`` to ``path``; the same network always gives the same bytes."""
    one_of(dtype, "dtype", ("float64", "float32"))
    try:
        from onnx import helper, numpy_helper
    except ImportError:
        expected = 'onnx가 있어야 합니다 (pip install "nnnotes[onnx]")'
        raise ImportError(message("to_onnx", expected, path)) from None

    nodes, constants, value = [], [], "X"
    for number, layer in enumerate(layers, start=1):
        for name, array in (("W", layer.weights), ("b", layer.bias)):
            constants.append(numpy_helper.from_array(array.astype(dtype), f"{name}{number}"))
        nodes.append(helper.make_node("Gemm", [value, f"W{number}", f"b{number}"], [f"Z{number}"]))
        value = f"Z{number}"
        if layer.activation != "identity":
            operator = OPERATORS[layer.activation]
            nodes.append(helper.make_node(operator, [value], [f"A{number}"]))
            value = f"A{number}"

    kind = helper.np_dtype_to_tensor_dtype(np.dtype(dtype))
    inputs = [helper.make_tensor_value_info("X", kind, ["n", layers[0].n_inputs])]
    outputs = [helper.make_tensor_value_info(value, kind, ["n", layers[-1].n_outputs])]
    graph = helper.make_graph(nodes, "nnnotes", inputs, outputs, constants)
    model = helper.make_model(
        graph,
        producer_name="nnnotes",
        producer_version=version("nnnotes"),
        ir_version=IR_VERSION,
        opset_imports=[helper.make_opsetid("", OPSET)],
    )
    Path(fspath(path)).write_bytes(model.SerializeToString())
