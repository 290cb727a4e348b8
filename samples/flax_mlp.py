"""A multilayer perceptron on a noisy spiral, in Flax NNX with Optax."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, features: int, hidden: int, classes: int, act: Callable = nnx.gelu, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(features, hidden, rngs=rngs)
        self.second = nnx.Linear(hidden, hidden, rngs=rngs)
        self.last = nnx.Linear(hidden, classes, rngs=rngs)
        self.prelu = nnx.PReLU(0.1)
        self.act = act

    def __call__(self, x: jax.Array) -> jax.Array:
        x = self.act(self.first(x))
        x = self.prelu(self.second(x))
        return self.last(x)


def gated(x: jax.Array) -> jax.Array:
    """A gated linear unit with SiLU: one half opens the other."""
    value, gate = jnp.split(x, 2, axis=-1)
    return value * jax.nn.silu(gate)


def spiral(key: jax.Array, points: int = 200, classes: int = 3):
    angle = jnp.linspace(0.0, 4.0, points)
    label = jnp.repeat(jnp.arange(classes), points)
    turn = jnp.tile(angle, classes) + label * 2 * jnp.pi / classes
    radius = jnp.tile(jnp.linspace(0.1, 1.0, points), classes)
    xy = jnp.stack([radius * jnp.cos(turn), radius * jnp.sin(turn)], axis=-1)
    return xy + 0.02 * jax.random.normal(key, xy.shape), label


def loss_fn(model: MLP, x: jax.Array, y: jax.Array) -> jax.Array:
    logits = model(x)
    return optax.softmax_cross_entropy_with_integer_labels(logits, y).mean()


@nnx.jit
def train_step(model: MLP, optimizer: nnx.Optimizer, x: jax.Array, y: jax.Array) -> jax.Array:
    loss, grads = nnx.value_and_grad(loss_fn)(model, x, y)
    optimizer.update(model, grads)
    return loss


def main() -> None:
    x, y = spiral(jax.random.key(0))
    model = MLP(2, 64, 3, act=nnx.leaky_relu, rngs=nnx.Rngs(0))
    optimizer = nnx.Optimizer(model, optax.adam(3e-3), wrt=nnx.Param)
    for step in range(500):
        loss = train_step(model, optimizer, x, y)
        if step % 100 == 0:
            print(step, float(loss))
    probabilities = jax.nn.softmax(model(x), axis=-1)
    print("accuracy", float((probabilities.argmax(-1) == y).mean()))


if __name__ == "__main__":
    main()
