import { defineGated } from "./compile.ts";
import { sigmoid } from "./sigmoid.ts";
import { dauphin2016, shazeer2020 } from "./sources.ts";

/** Gated linear unit, a σ(b). */
export const glu = defineGated({
  kind: "gated",
  id: "glu",
  name: "GLU",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "a \\, \\sigma(b)",
    text: () => "a/(1 + exp(-b))",
  },
  gate: sigmoid,
  notes: {
    strengths: [
      {
        text: "The half without a bend lets gradients through unreduced, unlike a gate on a tanh.",
        condition: "stacked convolutional layers",
        source: dauphin2016,
      },
    ],
    weaknesses: [
      {
        text: "Takes two matrices for what takes one without a gate; two thirds of the width keep the count of weights.",
        condition: "feed-forward blocks of Transformers",
        source: shazeer2020,
      },
    ],
    whenToUse: [
      {
        text: "Convolutional language models, where it reached lower perplexity than ReLU, tanh and a gated tanh.",
        condition: "WikiText-103 and Google Billion Word",
        source: dauphin2016,
      },
    ],
  },
  origin: dauphin2016,
});
