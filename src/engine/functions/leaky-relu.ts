import { defineElementwise } from "./compile.ts";
import { rectifierClaims } from "./rectifier.ts";

/** Leaky ReLU: x above 0, negative_slope · x below. f′(0) = negative_slope, as in PyTorch. */
export const leakyRelu = defineElementwise({
  kind: "elementwise",
  id: "leaky_relu",
  name: "Leaky ReLU",
  params: {
    negative_slope: {
      default: 0.01,
      domain: { why: "it multiplies x; below 0 the function is no longer monotone" },
      slider: { min: 0, max: 1, step: 0.01 },
      symbol: String.raw`\alpha`,
      meaning: "slope for x < 0",
      learnable: false,
    },
  },
  formula: {
    latex: String.raw`\begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}`,
    text: ({ negative_slope }) => `x if x >= 0 else ${negative_slope}*x`,
  },
  define: (x, { negative_slope }, m) => m.where(m.greater(x, m.constant(0)), x, m.mul(negative_slope, x)),
  claims: ({ negative_slope }) => rectifierClaims(negative_slope),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "Maas, Hannun & Ng",
    year: 2013,
    title: "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
  },
});
