"""OpenCV의 dnn 모듈: 학습은 못 하지만, 다른 프레임워크가 적은 파일을 읽어 순전파를 합니다."""

import os

import cv2
import numpy as np
from exchange import computed, models, read, write

spec, dtype = read()
x = np.array(spec["inputs"], dtype)


def run(net):
    net.setInput(x)
    return net.forward()


files = {}
for path in models(".onnx"):
    files[os.path.basename(path)] = run(cv2.dnn.readNetFromONNX(path)).tolist()
for path in models(".caffemodel"):
    description = path.replace(".caffemodel", ".prototxt")
    files[os.path.basename(path)] = run(cv2.dnn.readNetFromCaffe(description, path)).tolist()
networks = {name: computed(files[name + ".onnx"]) for name in spec["networks"]}

write("OpenCV dnn", cv2.__version__, dtype, networks, ["순전파만 합니다."], files)
