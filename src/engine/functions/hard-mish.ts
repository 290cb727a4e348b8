import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { timmActivations } from "./sources.ts";

/** Hard mish, x/2 · min(max(x + 2, 0), 2). f′(−2) = −1, the inner side, as in timm's backward pass; f″ jumps at 0, too. */
export const hardMish = defineElementwise({
  kind: "elementwise",
  id: "hard_mish",
  name: "Hard mish",
  params: {},
  formula: { latex: "\\frac{x}{2} \\min(\\max(x + 2, 0), 2)", text: () => "0.5*x*min(max(x + 2, 0), 2)" },
  define: (x, _params, m) => {
    const inner = m.mul(m.mul(m.constant(0.5), x), m.add(x, m.constant(2)));
    const below = m.where(m.greaterOrEqual(x, m.constant(-2)), inner, m.constant(0));
    return m.where(m.greater(x, m.constant(0)), x, below);
  },
  claims: () => ({
    range: interval(-0.5, Infinity, "low"),
    derivativeRange: interval(-1, 1, "both"),
    monotone: false,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [-2],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Mish's shape without an exponential.",
        condition: "where the cost of Mish counts",
        source: timmActivations,
      },
    ],
    weaknesses: [
      {
        text: "f′ jumps from 0 to −1 at −2, and there is no gradient below.",
        condition: "negative inputs",
        source: timmActivations,
      },
    ],
    whenToUse: [
      {
        text: "In place of Mish, to be tried: its authors call it experimental.",
        condition: "image models in timm",
        source: timmActivations,
      },
    ],
  },
});
