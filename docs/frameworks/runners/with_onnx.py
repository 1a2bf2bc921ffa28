"""ONNX: 신경망을 파일로 적고, 그 파일을 onnx에 든 기준 구현으로 실행합니다."""

import numpy as np
import onnx
from exchange import computed, output, read, write
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

spec, dtype = read()
x = np.array(spec["inputs"], dtype)


def build(layers):
    """층마다 Gemm(행렬 곱 + 편향)과 Sigmoid, 두 노드를 이어 붙입니다."""
    nodes, constants, last = [], [], "x"
    for i, p in enumerate(layers, start=1):
        w, b, z, y = f"W{i}", f"b{i}", f"z{i}", f"y{i}"
        constants += [
            numpy_helper.from_array(np.array(p["weights"], dtype), w),
            numpy_helper.from_array(np.array(p["bias"], dtype), b),
        ]
        nodes += [
            helper.make_node("Gemm", [last, w, b], [z]),
            helper.make_node("Sigmoid", [z], [y]),
        ]
        last = y
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", 2])],
        [helper.make_tensor_value_info(last, TensorProto.FLOAT, ["N", 1])],
        constants,
    )
    # 2019년에 멈춘 CNTK도 읽을 수 있는 판 번호입니다.
    opset = [helper.make_opsetid("", 9)]
    return helper.make_model(graph, opset_imports=opset, ir_version=4)


networks = {}
for name, network in spec["networks"].items():
    model = build(network["layers"])
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, output(f"{name}.onnx"))
    (outputs,) = ReferenceEvaluator(model).run(None, {"x": x})
    networks[name] = computed(outputs)

notes = ["ONNX는 모델을 적는 형식이어서, onnx에 든 기준 구현으로 순전파만 합니다."]
write("ONNX", onnx.__version__, dtype, networks, notes)
