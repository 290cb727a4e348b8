import { defineElementwise } from "./compile.ts";
import { thresholdClaims } from "./thresholded.ts";
import { konda2014 } from "./sources.ts";

/** Thresholded ReLU: x above θ, 0 at or below it. f′(θ) = 0. */
export const thresholdedRelu = defineElementwise({
  kind: "elementwise",
  id: "thresholded_relu",
  name: "Thresholded ReLU",
  params: {
    theta: {
      default: 1,
      domain: { min: 0, why: "below 0 it would not be a rectifier" },
      slider: { min: 0, max: 3, step: 0.1 },
      symbol: "\\theta",
      meaning: "inputs at or below it give 0",
      learnable: false,
    },
  },
  formula: {
    latex: "\\begin{cases} x & x > \\theta \\\\ 0 & x \\le \\theta \\end{cases}",
    text: ({ theta }) => `x if x > ${theta} else 0`,
  },
  define: (x, { theta }, m) => m.where(m.greater(x, theta), x, m.constant(0)),
  claims: ({ theta }) => thresholdClaims(theta, 0),
  notes: {
    strengths: [
      {
        text: "Selects sparsely without a bias that distorts what is selected, so data of high intrinsic dimension can be represented.",
        condition: "autoencoders without biases",
        source: konda2014,
      },
    ],
    weaknesses: [
      {
        text: "It jumps by θ, and the gradient says nothing about the jump.",
        condition: "inputs near θ, θ above 0",
        source: konda2014,
      },
    ],
    whenToUse: [
      {
        text: "Hidden layers of zero-bias autoencoders.",
        condition: "data of high intrinsic dimension",
        source: konda2014,
      },
    ],
  },
  origin: konda2014,
});
