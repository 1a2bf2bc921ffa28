"""JAX: 함수를 받아 미분한 함수(value_and_grad)와 컴파일한 함수(jit)를 돌려줍니다."""

import jax
import jax.numpy as jnp
from exchange import computed, read, write

spec, dtype = read()
jax.config.update("jax_enable_x64", dtype == "float64")  # float64는 켜야 쓸 수 있습니다
x = jnp.array(spec["inputs"], dtype)


def predict(layers, x):
    for p in layers:
        x = jax.nn.sigmoid(x @ p["weights"] + p["bias"])
    return x


def loss(layers, x, targets):
    return jnp.mean((predict(layers, x) - targets) ** 2)


loss_and_gradients = jax.jit(jax.value_and_grad(loss))

networks = {}
for name, network in spec["networks"].items():
    layers = [
        {key: jnp.array(p[key], dtype) for key in ("weights", "bias")} for p in network["layers"]
    ]
    targets = jnp.array(network["targets"], dtype)
    value, gradients = loss_and_gradients(layers, x, targets)
    pairs = [(p["weights"], p["bias"]) for p in gradients]
    networks[name] = computed(predict(layers, x), value, pairs)

write("JAX", jax.__version__, dtype, networks)
