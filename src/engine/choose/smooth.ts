/** Smooth functions, and those that keep a deep net without normalisation alive, in hidden layers. */
import {
  bhalgat2020,
  clevert2015,
  devlin2018,
  hendrycks2016,
  howard2019,
  klambauer2017,
  liu2022,
  ramachandran2017,
  shazeer2020,
} from "../functions/sources.ts";
import type { Advice } from "./define.ts";
import { kim2021 } from "./sources.ts";

export const smooth: readonly Advice[] = [
  {
    layer: "hidden",
    function: "gelu",
    initialisation: "default",
    code: {
      torch: "nn.GELU()",
      keras: '"gelu"',
      tensorflow: "tf.nn.gelu(x)",
      flax: "jax.nn.gelu(x, approximate=False)",
    },
    grounds: [
      {
        when: { architectures: ["transformer"] },
        weight: 7,
        text: "What the feed-forward blocks of GPT and BERT use.",
        condition: "language models; a checkpoint needs the form it was trained with, exact or tanh",
        source: devlin2018,
      },
      {
        when: { architectures: ["cnn", "mlp"] },
        weight: 1,
        text: "Did better than ReLU and ELU in all the experiments of its paper.",
        condition: "vision, language and speech tasks of 2016",
        source: hendrycks2016,
      },
      {
        when: { architectures: ["cnn"] },
        weight: 2,
        text: "It hardly matters here: instead of ReLU it left the accuracy at 80.6 %.",
        condition: "a modernised ResNet-50 on ImageNet",
        source: liu2022,
      },
      {
        when: { constraints: ["quantised"] },
        weight: -3,
        text: "Integer arithmetic has no erf: it must be replaced by a polynomial.",
        condition: "integer-only inference",
        source: kim2021,
      },
    ],
  },
  {
    layer: "hidden",
    function: "silu",
    initialisation: "default",
    code: { torch: "nn.SiLU()", keras: '"silu"', tensorflow: "tf.nn.silu(x)", flax: "jax.nn.silu(x)" },
    grounds: [
      {
        when: { architectures: ["cnn", "mlp"] },
        weight: 2,
        text: "In the place of ReLU it gained 0.6 to 0.9 % top-1 accuracy.",
        condition: "Inception-ResNet-v2 and Mobile NASNet-A on ImageNet",
        source: ramachandran2017,
      },
      {
        when: { architectures: ["transformer"] },
        weight: 5,
        text: "As the gate of a second linear map (SwiGLU) it gave a lower perplexity than ReLU or GELU alone.",
        condition: "T5 pre-training, equal parameters and computation",
        source: shazeer2020,
      },
      {
        when: { constraints: ["mobile"] },
        weight: -2,
        text: "The sigmoid in it is costly on phones: hard swish stands in for it.",
        condition: "MobileNetV3",
        source: howard2019,
      },
      {
        when: { constraints: ["quantised"] },
        weight: -2,
        text: "A few small negative values need an offset of their own, or bits are wasted on them.",
        condition: "quantisation to 4 bits and fewer",
        source: bhalgat2020,
      },
    ],
  },
  {
    layer: "hidden",
    function: "elu",
    initialisation: "he",
    code: { torch: "nn.ELU()", keras: '"elu"', tensorflow: "tf.nn.elu(x)", flax: "jax.nn.elu(x)" },
    grounds: [
      {
        when: { architectures: ["cnn", "mlp"], constraints: ["unnormalised"] },
        weight: 6,
        text: "Its negative outputs keep the mean activation near 0; batch normalisation did not improve it further.",
        condition: "the paper's CIFAR-100 experiments",
        source: clevert2015,
      },
    ],
  },
  {
    layer: "hidden",
    function: "selu",
    initialisation: "lecun",
    code: { torch: "nn.SELU()", keras: '"selu"', tensorflow: "tf.nn.selu(x)", flax: "jax.nn.selu(x)" },
    grounds: [
      {
        when: { architectures: ["mlp"], constraints: ["unnormalised"] },
        weight: 8,
        text: "Brings the activations to mean 0 and variance 1 by itself, layer after layer.",
        condition: "feed-forward nets, LeCun normal weights, inputs standardised, AlphaDropout if any",
        source: klambauer2017,
      },
      {
        when: { architectures: ["mlp"], constraints: ["unnormalised"] },
        weight: 0,
        text: "The guarantee is for plain stacks: residual connections and other initialisations are outside it.",
        condition: "the paper's theorem",
        source: klambauer2017,
      },
    ],
  },
];
