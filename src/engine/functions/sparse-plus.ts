import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { blondel2019 } from "./sources.ts";

/** Sparse plus: 0 up to −1, (x + 1)²/4 up to 1, then x. f″ jumps at both joints; there it is that of the straight sides. */
export const sparsePlus = defineElementwise({
  kind: "elementwise",
  id: "sparse_plus",
  name: "Sparse plus",
  params: {},
  formula: {
    latex:
      "\\begin{cases} 0 & x \\le -1 \\\\ \\frac{(x + 1)^{2}}{4} & -1 < x < 1 \\\\ x & x \\ge 1 \\end{cases}",
    text: () => "x if x >= 1 else 0.25*(x + 1)^2 if x > -1 else 0",
  },
  define: (x, _params, m) => {
    const one = m.constant(1);
    const shifted = m.mul(m.constant(0.5), m.add(x, one));
    const below = m.where(m.greater(x, m.constant(-1)), m.mul(shifted, shifted), m.constant(0));
    return m.where(m.greaterOrEqual(x, one), x, below);
  },
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(0, 1, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C1",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "As softplus has the sigmoid, it has the sparse sigmoid as its slope: exact zeros left of −1, ReLU right of 1, no kink.",
        condition: "Fenchel–Young losses of sparse distributions",
        source: blondel2019,
      },
    ],
    weaknesses: [
      { text: "No gradient at all left of −1.", condition: "inputs below −1", source: blondel2019 },
    ],
    whenToUse: [
      {
        text: "The loss of a binary target whose probability may be exactly 0 or 1.",
        condition: "sparsemax of two classes",
        source: blondel2019,
      },
    ],
  },
  origin: blondel2019,
});
