"""ONNX Runtime: 누가 적었든, ONNX 파일이라면 같은 세 줄로 실행합니다."""

import os

import numpy as np
import onnxruntime
from exchange import computed, models, read, write

spec, dtype = read()
x = np.array(spec["inputs"], dtype)


def run(path):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (argument,) = session.get_inputs()
    rows = [session.run(None, {argument.name: row})[0] for row in x[:, np.newaxis]]
    return np.concatenate(rows)  # 한 줄씩만 받는 파일(CNTK)도 있어 한 줄씩 넣습니다


files = {os.path.basename(path): run(path).tolist() for path in models(".onnx")}
networks = {name: computed(files[name + ".onnx"]) for name in spec["networks"]}

write("ONNX Runtime", onnxruntime.__version__, dtype, networks, ["순전파만 합니다."], files)
