/** Output layers: what the loss asks for. */
import { bridle1990, goodfellow2016, guo2017, pytorchLogitsLoss, yang2017 } from "../functions/sources.ts";
import type { Advice } from "./define.ts";
import { micikevicius2017, radford2015 } from "./sources.ts";

export const outputs: readonly Advice[] = [
  {
    layer: "output",
    function: "softmax",
    initialisation: "default",
    code: {
      torch: "torch.softmax(logits, dim=-1)",
      keras: "keras.ops.softmax(logits)",
      tensorflow: "tf.nn.softmax(logits)",
      flax: "jax.nn.softmax(logits)",
    },
    grounds: [
      {
        when: { tasks: ["multiclass"] },
        weight: 8,
        text: "One probability for each of several exclusive classes. Train on the logits: the loss contains it.",
        condition: "cross-entropy",
        source: bridle1990,
      },
      {
        when: { tasks: ["binary"] },
        weight: 1,
        text: "Two units with softmax are one unit with sigmoid of their difference, and a unit more.",
        condition: "two exclusive classes",
        source: goodfellow2016,
      },
      {
        when: { tasks: ["multiclass"] },
        weight: 0,
        text: "The outputs are probabilities in form; modern nets are often too sure of themselves.",
        condition: "before calibration, such as temperature scaling",
        source: guo2017,
      },
      {
        when: { tasks: ["multiclass"], architectures: ["transformer", "recurrent"] },
        weight: 0,
        text: "With far more classes than features it limits which distributions can be expressed.",
        condition: "language models with a large vocabulary",
        source: yang2017,
      },
      {
        when: { tasks: ["multiclass"], constraints: ["mixed-precision"] },
        weight: 0,
        text: "Compute its sums in 32 bits.",
        condition: "float16 training",
        source: micikevicius2017,
      },
    ],
  },
  {
    layer: "output",
    function: "sigmoid",
    initialisation: "default",
    code: {
      torch: "torch.sigmoid(logits)",
      keras: "keras.ops.sigmoid(logits)",
      tensorflow: "tf.nn.sigmoid(logits)",
      flax: "jax.nn.sigmoid(logits)",
    },
    grounds: [
      {
        when: { tasks: ["binary"] },
        weight: 8,
        text: "One probability from one unit.",
        condition: "binary cross-entropy",
        source: goodfellow2016,
      },
      {
        when: { tasks: ["multilabel"] },
        weight: 8,
        text: "One probability for each label on its own: labels do not exclude one another.",
        condition: "binary cross-entropy for each label",
        source: goodfellow2016,
      },
      {
        when: { tasks: ["binary", "multilabel"] },
        weight: 0,
        text: "Train on the logits: sigmoid and loss in one are numerically more stable than one after the other.",
        condition: "BCEWithLogitsLoss and its like",
        source: pytorchLogitsLoss,
      },
      {
        when: { tasks: ["unit-interval"] },
        weight: 6,
        text: "Keeps the output between 0 and 1; with cross-entropy its gradient does not vanish where it is wrong.",
        condition: "targets between 0 and 1",
        source: goodfellow2016,
      },
    ],
  },
  {
    layer: "output",
    function: "identity",
    initialisation: "default",
    code: { torch: "", keras: '"linear"', tensorflow: "", flax: "" },
    grounds: [
      {
        when: { tasks: ["regression"] },
        weight: 8,
        text: "No activation: a linear unit gives the mean of a Gaussian, and squared error trains it.",
        condition: "targets of any sign and size, standardised",
        source: goodfellow2016,
      },
    ],
  },
  {
    layer: "output",
    function: "softplus",
    initialisation: "default",
    code: {
      torch: "torch.nn.functional.softplus(outputs)",
      keras: "keras.ops.softplus(outputs)",
      tensorflow: "tf.nn.softplus(outputs)",
      flax: "jax.nn.softplus(outputs)",
    },
    grounds: [
      {
        when: { tasks: ["positive"] },
        weight: 6,
        text: "Always above 0, and nowhere without a gradient.",
        condition: "variances, rates and other positive quantities",
        source: goodfellow2016,
      },
    ],
  },
  {
    layer: "output",
    function: "tanh",
    initialisation: "default",
    code: {
      torch: "torch.tanh(outputs)",
      keras: "keras.ops.tanh(outputs)",
      tensorflow: "tf.nn.tanh(outputs)",
      flax: "jax.nn.tanh(outputs)",
    },
    grounds: [
      {
        when: { tasks: ["symmetric"] },
        weight: 8,
        text: "The output of the generator, for pictures scaled to −1 … 1.",
        condition: "convolutional GAN; targets between −1 and 1",
        source: radford2015,
      },
    ],
  },
];
