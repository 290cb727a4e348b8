import { defineGated } from "./compile.ts";
import { takesTwoMatrices } from "./gate-notes.ts";
import { sigmoid } from "./sigmoid.ts";
import { dauphin2016 } from "./sources.ts";

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
    weaknesses: [takesTwoMatrices],
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
