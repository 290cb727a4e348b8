import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { blondel2019, martins2016 } from "./sources.ts";

/** Sparse sigmoid, min(max((x + 1)/2, 0), 1): sparsemax of two classes. At both kinks f′ is that of the flat side. */
export const sparseSigmoid = defineElementwise({
  kind: "elementwise",
  id: "sparse_sigmoid",
  name: "Sparse sigmoid",
  params: {},
  formula: {
    latex: "\\begin{cases} 0 & x \\le -1 \\\\ \\frac{x + 1}{2} & -1 < x < 1 \\\\ 1 & x \\ge 1 \\end{cases}",
    text: () => "min(max(0.5*(x + 1), 0), 1)",
  },
  define: (x, _params, m) => {
    const one = m.constant(1);
    const line = m.mul(m.constant(0.5), m.add(x, one));
    return m.where(m.greater(x, m.constant(-1)), m.where(m.greater(one, x), line, one), m.constant(0));
  },
  claims: () => ({
    range: interval(0, 1, "both"),
    derivativeRange: interval(0, 0.5, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [-1, 1],
    saturates: "both",
    left: level(0),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Probabilities of exactly 0 and 1, where the sigmoid has none.",
        condition: "sparsemax with two classes",
        source: martins2016,
      },
    ],
    weaknesses: [
      { text: "No gradient outside [−1, 1].", condition: "inputs beyond the kinks", source: martins2016 },
    ],
    whenToUse: [
      {
        text: "Binary outputs trained with the loss whose slope it is, sparse plus.",
        condition: "Fenchel–Young losses",
        source: blondel2019,
      },
    ],
  },
  origin: blondel2019,
});
