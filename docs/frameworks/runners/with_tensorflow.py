"""TensorFlow: GradientTape가 계산을 녹화하고, 되감으며 기울기를 구합니다."""

import tensorflow as tf
from exchange import computed, read, write

spec, dtype = read()
x = tf.constant(spec["inputs"], dtype)


@tf.function  # 파이썬 함수를 데이터 흐름 그래프로 바꿉니다
def predict(layers, x):
    for weights, bias in layers:
        x = tf.sigmoid(x @ weights + bias)
    return x


networks = {}
for name, network in spec["networks"].items():
    layers = [
        [tf.Variable(p[key], dtype=dtype) for key in ("weights", "bias")]
        for p in network["layers"]
    ]
    targets = tf.constant(network["targets"], dtype)
    with tf.GradientTape() as tape:
        outputs = predict(layers, x)
        loss = tf.reduce_mean((outputs - targets) ** 2)
    networks[name] = computed(outputs, loss, tape.gradient(loss, layers))

write("TensorFlow", tf.__version__, dtype, networks)
