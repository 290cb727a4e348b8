/** Hidden layers whose outputs must be bounded or periodic: recurrent states, gates, coordinate networks. */
import { pytorchLstm, sitzmann2020 } from "../functions/sources.ts";
import type { Advice } from "./define.ts";
import { hochreiter1997, xiao2018 } from "./sources.ts";

export const states: readonly Advice[] = [
  {
    layer: "hidden",
    function: "tanh",
    initialisation: "orthogonal",
    code: { torch: "nn.Tanh()", keras: '"tanh"', tensorflow: "tf.nn.tanh(x)", flax: "jax.nn.tanh(x)" },
    grounds: [
      {
        when: { architectures: ["recurrent"] },
        weight: 7,
        text: "Keeps a state that is fed back within −1 … 1; the default of LSTM and GRU layers.",
        condition: "candidate state and output",
        source: pytorchLstm,
      },
      {
        when: { architectures: ["cnn"], constraints: ["unnormalised"] },
        weight: 2,
        text: "With delta-orthogonal weights, plain nets of 10,000 layers trained.",
        condition: "very deep CNNs without normalisation or residuals, at criticality",
        source: xiao2018,
      },
    ],
  },
  {
    layer: "hidden",
    function: "sigmoid",
    initialisation: "glorot",
    code: {
      torch: "nn.Sigmoid()",
      keras: '"sigmoid"',
      tensorflow: "tf.nn.sigmoid(x)",
      flax: "jax.nn.sigmoid(x)",
    },
    grounds: [
      {
        when: { architectures: ["recurrent"] },
        weight: 3,
        text: "For gates, which let through a share between 0 and 1; not for the state itself.",
        condition: "LSTM and its successors",
        source: hochreiter1997,
      },
    ],
  },
  {
    layer: "hidden",
    function: "sine",
    initialisation: "siren",
    code: {
      torch: "torch.sin(30 * x)",
      keras: "keras.ops.sin(30 * x)",
      tensorflow: "tf.sin(30 * x)",
      flax: "jnp.sin(30 * x)",
    },
    grounds: [
      {
        when: { architectures: ["implicit"] },
        weight: 9,
        text: "Represents images, sound and shapes with their derivatives; the frequency factor 30 and the initialisation belong to it.",
        condition: "coordinates in, signal out; weights uniform in ±√(6 / fan_in) / 30",
        source: sitzmann2020,
      },
    ],
  },
];
