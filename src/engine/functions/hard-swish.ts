import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** Hard swish, x · min(max(x + 3, 0), 6) / 6. f′(−3) = 0 and f′(3) = 1, as in PyTorch. */
export const hardSwish = defineElementwise({
  kind: "elementwise",
  id: "hard_swish",
  name: "Hard swish",
  params: {},
  formula: {
    latex: String.raw`x \, \frac{\min(\max(x + 3, 0), 6)}{6}`,
    text: () => "x*min(max(x + 3, 0), 6)/6",
  },
  define: (x, _params, m) => {
    const three = m.constant(3);
    const middle = m.div(m.mul(x, m.add(x, three)), m.constant(6));
    const belowCap = m.where(m.greater(x, m.constant(-3)), middle, m.constant(0));
    return m.where(m.greaterOrEqual(x, three), x, belowCap);
  },
  claims: () => ({
    range: interval(-0.375, Infinity, "low"),
    derivativeRange: interval(-0.5, 1.5, "neither"),
    monotone: false,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [-3, 3],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "Howard et al.",
    year: 2019,
    title: "Searching for MobileNetV3",
    id: "arXiv:1905.02244",
  },
});
