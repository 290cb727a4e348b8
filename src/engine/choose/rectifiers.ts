/** ReLU and its kin in hidden layers. */
import {
  glorot2011,
  he2015,
  howard2019,
  liu2022,
  lu2019,
  maas2013,
  sandler2018,
  sitzmann2020,
} from "../functions/sources.ts";
import type { Advice } from "./define.ts";
import { jacob2017, radford2015, vaswani2017 } from "./sources.ts";

export const rectifiers: readonly Advice[] = [
  {
    layer: "hidden",
    function: "relu",
    initialisation: "he",
    code: { torch: "nn.ReLU()", keras: '"relu"', tensorflow: "tf.nn.relu(x)", flax: "jax.nn.relu(x)" },
    grounds: [
      {
        when: {},
        weight: 3,
        text: "The plain first choice: cheap, and its slope is 1 for every positive input.",
        condition: "hidden layers; about half of the units are exactly 0 at the start",
        source: glorot2011,
      },
      {
        when: { architectures: ["cnn", "mlp"] },
        weight: 2,
        text: "With a weight variance of 2 / fan_in the signal keeps its size from layer to layer.",
        condition: "at initialisation; fan_in counts the kernel's area",
        source: he2015,
      },
      {
        when: { architectures: ["cnn"] },
        weight: 0,
        text: "It hardly matters here: GELU in its place left the accuracy at 80.6 %.",
        condition: "a modernised ResNet-50 on ImageNet",
        source: liu2022,
      },
      {
        when: { architectures: ["transformer"] },
        weight: 1,
        text: "The first Transformer had it between the two linear maps of each feed-forward block.",
        condition: "machine translation, 2017",
        source: vaswani2017,
      },
      {
        when: { architectures: ["gan"] },
        weight: 2,
        text: "Used in every layer of the generator but the last.",
        condition: "convolutional GAN with batch normalisation",
        source: radford2015,
      },
      {
        when: { constraints: ["quantised"] },
        weight: 3,
        text: "A mere clamp: it becomes part of the rounding of the layer before and costs nothing.",
        condition: "integer-only inference",
        source: jacob2017,
      },
      {
        when: { constraints: ["unnormalised"] },
        weight: -2,
        text: "The deeper a net, the likelier it starts dead, giving one output for every input.",
        condition: "symmetric initialisation, deep and narrow nets",
        source: lu2019,
      },
      {
        when: { architectures: ["implicit"] },
        weight: -2,
        text: "Piecewise linear: its second derivative is 0 everywhere, and fine detail is lost.",
        condition: "coordinate networks, signals with derivatives",
        source: sitzmann2020,
      },
    ],
  },
  {
    layer: "hidden",
    function: "leaky_relu",
    params: { negative_slope: 0.2 },
    initialisation: "he",
    code: {
      torch: "nn.LeakyReLU(0.2)",
      keras: "layers.LeakyReLU(negative_slope=0.2)",
      tensorflow: "tf.nn.leaky_relu(x, alpha=0.2)",
      flax: "jax.nn.leaky_relu(x, negative_slope=0.2)",
    },
    grounds: [
      {
        when: { architectures: ["gan"] },
        weight: 7,
        text: "Used with slope 0.2 in all layers of the discriminator.",
        condition: "convolutional GAN with batch normalisation",
        source: radford2015,
      },
      {
        when: { architectures: ["cnn", "mlp"] },
        weight: 1,
        text: "Never quite without a gradient; in its first paper it did about as well as ReLU.",
        condition: "acoustic models, slope 0.01",
        source: maas2013,
      },
      {
        when: { architectures: ["cnn", "mlp"], constraints: ["unnormalised"] },
        weight: 2,
        text: "With slope a the variance that keeps the signal level is 2 / ((1 + a²) fan_in).",
        condition: "at initialisation",
        source: he2015,
      },
    ],
  },
  {
    layer: "hidden",
    function: "relu6",
    initialisation: "he",
    code: {
      torch: "nn.ReLU6()",
      keras: '"relu6"',
      tensorflow: "tf.nn.relu6(x)",
      flax: "jax.nn.relu6(x)",
    },
    grounds: [
      {
        when: { constraints: ["mobile"] },
        weight: 3,
        text: "The choice of MobileNetV2.",
        condition: "depthwise separable convolutions on phones",
        source: sandler2018,
      },
      {
        when: { constraints: ["quantised"] },
        weight: 3,
        text: "Chosen for its robustness with low-precision computation: the range is known, 0 to 6.",
        condition: "fixed-point inference",
        source: sandler2018,
      },
    ],
  },
  {
    layer: "hidden",
    function: "hard_swish",
    initialisation: "default",
    code: {
      torch: "nn.Hardswish()",
      keras: '"hard_swish"',
      tensorflow: "tf.keras.activations.hard_swish(x)",
      flax: "jax.nn.hard_swish(x)",
    },
    grounds: [
      {
        when: { constraints: ["mobile"] },
        weight: 6,
        text: "Swish without the sigmoid, which is costly on phones; most of the gain comes in the deeper layers.",
        condition: "MobileNetV3, second half of the network",
        source: howard2019,
      },
      {
        when: { constraints: ["mobile", "quantised"] },
        weight: 2,
        text: "In a quantised network it avoids the differences between approximations of the sigmoid.",
        condition: "fixed-point inference",
        source: howard2019,
      },
    ],
  },
];
