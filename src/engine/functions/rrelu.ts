import { defineElementwise } from "./compile.ts";
import { rectifierClaims } from "./rectifier.ts";
import { xu2015 } from "./sources.ts";

/** RReLU: x above 0, a · x below. In training a is drawn for every element from U(lower, upper); in evaluation it is their
 * mean, and that is what is computed unless `a` is given. f′(0) = a, as in PyTorch. */
export const rrelu = defineElementwise({
  kind: "elementwise",
  id: "rrelu",
  name: "RReLU",
  params: {
    lower: {
      default: 0.125,
      domain: { why: "it is one end of the slopes that are drawn" },
      slider: { min: 0, max: 0.33, step: 0.01 },
      symbol: "l",
      meaning: "lower end of the random slope",
      learnable: false,
    },
    upper: {
      default: 0.3333333333333333,
      domain: { why: "it is one end of the slopes that are drawn" },
      slider: { min: 0.13, max: 1, step: 0.01 },
      symbol: "u",
      meaning: "upper end of the random slope",
      learnable: false,
    },
    a: {
      default: 0.22916666666666666,
      derive: (ends) => (ends["lower"]! + ends["upper"]!) / 2,
      domain: { why: "it multiplies x" },
      slider: { min: 0, max: 1, step: 0.01 },
      symbol: "a",
      meaning: "slope for x < 0: the mean of the ends in evaluation, drawn between them in training",
      learnable: false,
    },
  },
  relation: { holds: ({ lower, upper }) => lower <= upper, says: "lower at most upper" },
  formula: {
    latex:
      "\\begin{cases} x & x \\ge 0 \\\\ a x & x < 0 \\end{cases} \\quad a \\sim U(l, u) \\text{ or } \\frac{l + u}{2}",
    text: ({ a }) => `x if x >= 0 else ${a}*x`,
  },
  define: (x, { a }, m) => m.where(m.greater(x, m.constant(0)), x, m.mul(a, x)),
  draws: ({ lower, upper }) => ({
    when: "training",
    share: 1,
    band: (x) => (x < 0 ? [upper * x, lower * x] : [x, x]),
  }),
  claims: ({ a }) => rectifierClaims(a),
  notes: {
    strengths: [
      {
        text: "Overfitted less than a fixed or a learned slope.",
        condition: "small image sets, the paper's own experiments",
        source: xu2015,
      },
    ],
    weaknesses: [
      {
        text: "In training every negative input gets its own random slope, so two passes differ.",
        condition: "training mode",
        source: xu2015,
      },
    ],
    whenToUse: [
      {
        text: "Small data sets, where a leaky or parametric ReLU overfits.",
        condition: "CNNs on CIFAR-100 and the NDSB competition",
        source: xu2015,
      },
    ],
  },
  origin: xu2015,
});
