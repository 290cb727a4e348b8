import { defineElementwise } from "./compile.ts";
import { rectifierClaims } from "./rectifier.ts";

/** PReLU: x above 0, a · x below, with a learned. f′(0) = a, as in PyTorch. */
export const prelu = defineElementwise({
  kind: "elementwise",
  id: "prelu",
  name: "PReLU",
  params: {
    a: {
      default: 0.25,
      domain: { why: "it is learned and may take any value; below 0 the function is no longer monotone" },
      slider: { min: -0.5, max: 1.5, step: 0.01 },
      symbol: "a",
      meaning: "learned slope for x < 0, one value or one per channel",
      learnable: true,
    },
  },
  formula: {
    latex: String.raw`\begin{cases} x & x \ge 0 \\ a x & x < 0 \end{cases}`,
    text: ({ a }) => `x if x >= 0 else ${a}*x`,
  },
  define: (x, { a }, m) => m.where(m.greater(x, m.constant(0)), x, m.mul(a, x)),
  claims: ({ a }) => rectifierClaims(a),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "He et al.",
    year: 2015,
    title: "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
    id: "arXiv:1502.01852",
  },
});
