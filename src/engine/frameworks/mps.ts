/** Metal Performance Shaders: types of CNN neurons. */
import type { Framework } from "./define.ts";
import { arg, required, section } from "./rows.ts";

const neuron = section(
  "module",
  "MPSCNNNeuronType",
  "MetalPerformanceShaders MPSNNNeuronDescriptor",
  "plain case",
);

const a = arg("a", 1, { to: "alpha" });
const b = arg("b", 1, { to: "beta" });

export const mps = {
  id: "mps",
  name: "Metal Performance Shaders",
  language: "swift",
  version: "iOS 11",
  docs: () => undefined,
  roots: ["MetalPerformanceShaders"],
  aliases: [["MetalPerformanceShaders.MPSCNNNeuronType", "MPSCNNNeuronType"]],
  spellings: [
    neuron("none", "identity"),
    neuron("linear", "affine", [a, arg("b", 0, { to: "beta" })]),
    neuron("absolute", "abs"),
    neuron("reLUN", "clipped_leaky_relu", [required("a", "alpha"), required("b", "beta")], {
      note: "min(x >= 0 ? x : a*x, b).",
    }),
    neuron("reLU", "leaky_relu", [arg("a", 0, { to: "negative_slope" })], {
      note: "Named reLU but it is a leaky ReLU with slope a.",
    }),
    neuron("pReLU", "prelu", [required("aArray", "a")]),
    neuron("eLU", "elu", [a]),
    neuron("sigmoid", "sigmoid"),
    neuron("hardSigmoid", "hard_sigmoid", [arg("a", 0.2, { to: "alpha" }), arg("b", 0.5, { to: "beta" })]),
    neuron("tanH", "scaled_tanh", [a, b]),
    neuron("softPlus", "parametric_softplus", [a, b]),
    neuron("softSign", "softsign"),
  ],
  slots: [],
} as const satisfies Framework;
