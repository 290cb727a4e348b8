/** Metal Performance Shaders: types of CNN neurons. */
import type { Framework } from "./define.ts";
import { arg, required, section } from "./rows.ts";

const neuron = section("module", "MPSCNNNeuronType", "MetalPerformanceShaders MPSNNNeuronDescriptor");

export const mps = {
  id: "mps",
  name: "Metal Performance Shaders",
  language: "swift",
  version: "iOS 11",
  docs: () => undefined,
  roots: ["MetalPerformanceShaders"],
  aliases: [],
  spellings: [
    neuron("none", "identity"),
    neuron("reLU", "leaky_relu", [arg("a", 0, { to: "negative_slope" })], {
      note: "Named reLU but it is a leaky ReLU with slope a.",
    }),
    neuron("pReLU", "prelu", [required("aArray", "a")]),
    neuron("eLU", "elu", [arg("a", 1, { to: "alpha" })]),
    neuron("sigmoid", "sigmoid"),
    neuron("hardSigmoid", "hard_sigmoid", [arg("a", 0.2, { to: "alpha" }), arg("b", 0.5, { to: "beta" })]),
    neuron("softSign", "softsign"),
  ],
  slots: [],
} as const satisfies Framework;
