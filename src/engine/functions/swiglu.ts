import { defineGated } from "./compile.ts";
import { takesTwoMatrices } from "./gate-notes.ts";
import { silu } from "./silu.ts";
import { fishman2024, shazeer2020, touvron2023 } from "./sources.ts";
import { swishText } from "./swish.ts";

/** SwiGLU, a · b σ(αb): a value a, a gate b through SiLU. */
export const swiglu = defineGated({
  kind: "gated",
  id: "swiglu",
  name: "SwiGLU",
  params: {
    alpha: {
      default: 1,
      domain: { why: "it scales b inside the gate; at 0 the gate is b/2, below 0 it is mirrored" },
      slider: { min: 0, max: 5, step: 0.1 },
      symbol: "\\alpha",
      meaning: "sharpness of the gate",
      learnable: false,
    },
  },

  formula: {
    latex: "a \\, b \\, \\sigma(\\alpha b)",
    text: ({ alpha }) => `a*${swishText(alpha, "b")}`,
  },
  gate: {
    name: "SiLU",
    define: (b, { alpha }, m) => silu.define(b, { beta: alpha }, m),
    claims: ({ alpha }) => silu.claims({ beta: alpha }),
  },
  notes: {
    strengths: [
      {
        text: "Instead of ReLU it brought the held-out log-perplexity from 1.677 to 1.636.",
        condition: "T5-base pre-trained for 524,288 steps with as many weights",
        source: shazeer2020,
      },
    ],
    weaknesses: [
      {
        text: "Magnifies outliers once the weights of its halves have aligned, which made training in FP8 diverge.",
        condition: "a model like LLaMA after some 200 billion tokens",
        source: fishman2024,
      },
      takesTwoMatrices,
    ],
    whenToUse: [
      {
        text: "Feed-forward blocks of large language models.",
        condition: "the LLaMA family, at two thirds of four times the width",
        source: touvron2023,
      },
    ],
  },
  origin: shazeer2020,
});
