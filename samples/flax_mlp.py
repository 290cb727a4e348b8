"""A multilayer perceptron in Flax, with its loss in JAX."""

from collections.abc import Callable, Sequence

import flax.linen as nn
import jax
import jax.numpy as jnp


class MLP(nn.Module):
    features: Sequence[int]
    activation: Callable = nn.gelu  # the tanh form, JAX's default

    @nn.compact
    def __call__(self, x):
        for width in self.features[:-1]:
            x = self.activation(nn.Dense(width)(x))
        return nn.Dense(self.features[-1])(x)


class Gate(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.leaky_relu(nn.Dense(64)(x), negative_slope=0.2)
        return nn.sigmoid(nn.Dense(1)(x))


def loss(params, model, images, labels):
    logits = model.apply(params, images)
    return -jnp.mean(jnp.sum(labels * jax.nn.log_softmax(logits), axis=-1))


def probabilities(params, model, images):
    return jax.nn.softmax(model.apply(params, images), axis=-1)
