import { defineElementwise } from "./compile.ts";
import { rectifierClaims } from "./rectifier.ts";
import { he2015, xu2015 } from "./sources.ts";

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
    latex: "\\begin{cases} x & x \\ge 0 \\\\ a x & x < 0 \\end{cases}",
    text: ({ a }) => `x if x >= 0 else ${a}*x`,
  },
  define: (x, { a }, m) => m.where(m.greater(x, m.constant(0)), x, m.mul(a, x)),
  claims: ({ a }) => rectifierClaims(a),
  notes: {
    strengths: [
      {
        text: "The slope is learned for one number more per channel, a negligible cost.",
        condition: "one slope per channel or per layer",
        source: he2015,
      },
    ],
    weaknesses: [
      {
        text: "Weight decay pulls the slope towards 0, that is towards ReLU: leave it out of the decay.",
        condition: "optimisers with weight decay on all parameters",
        source: he2015,
      },
      {
        text: "A learned slope was prone to overfit.",
        condition: "small data sets",
        source: xu2015,
      },
    ],
    whenToUse: [
      {
        text: "Large image classifiers trained from scratch; the slope starts at 0.25 in the paper.",
        condition: "large data sets",
        source: he2015,
      },
    ],
  },
  origin: he2015,
});
