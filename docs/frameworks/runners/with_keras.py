"""Keras 3: 같은 코드가 KERAS_BACKEND로 고른 뒷단(TensorFlow, JAX, PyTorch)에서 돕니다."""

import keras
import numpy as np
from exchange import computed, read, write
from keras import layers

spec, dtype = read()
keras.config.set_floatx(dtype)
keras.config.set_dtype_policy(dtype)
x = np.array(spec["inputs"], dtype)


def build(parameters):
    model = keras.Sequential([keras.Input((2,))])
    for p in parameters:
        weights, bias = np.array(p["weights"], dtype), np.array(p["bias"], dtype)
        dense = layers.Dense(bias.size, activation="sigmoid")
        model.add(dense)
        dense.set_weights([weights, bias])
    return model


def gradients(model, targets):
    """학습률이 1이면, 경사 하강법 한 걸음에 줄어든 만큼이 기울기입니다."""
    before = model.get_weights()
    model.compile(keras.optimizers.SGD(learning_rate=1.0), loss="mean_squared_error")
    model.train_on_batch(x, targets)
    steps = [old - new for old, new in zip(before, model.get_weights())]
    return list(zip(steps[::2], steps[1::2]))


networks = {}
for name, network in spec["networks"].items():
    model = build(network["layers"])
    targets = np.array(network["targets"], dtype)
    outputs = keras.ops.convert_to_numpy(model(x))
    loss = keras.losses.MeanSquaredError()(targets, outputs)
    networks[name] = computed(outputs, loss, gradients(model, targets))

notes = [
    "기울기는 학습률이 1인 경사 하강법 한 걸음의 변화량입니다.",
    "float64를 끝까지 지키는 뒷단은 TensorFlow뿐이고, 나머지는 도중에 float32로 계산합니다.",
]
name = "Keras ({})".format(keras.backend.backend())
write(name, keras.__version__, dtype, networks, notes)
