import { interval, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { goodfellow2016, jarrett2009 } from "./sources.ts";

/** Absolute value, |x|. f′(0) = 0, as in PyTorch. */
export const abs = defineElementwise({
  kind: "elementwise",
  id: "abs",
  name: "Absolute value",
  params: {},
  formula: { latex: "|x|", text: () => "abs(x)" },
  define: (x, _params, m) => {
    const zero = m.constant(0);
    return m.where(m.greater(x, zero), x, m.where(m.greater(zero, x), m.neg(x), zero));
  },
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(-1, 1, "both"),
    monotone: false,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [0],
    saturates: "none",
    left: lineLeft(-1),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Non-linearities that include a rectification, here the absolute value, mattered most for good accuracy.",
        condition: "object recognition, the paper's comparison of architectures",
        source: jarrett2009,
      },
    ],
    weaknesses: [
      {
        text: "The sign is lost: f(−x) = f(x).",
        condition: "wherever the sign means something",
        source: goodfellow2016,
      },
    ],
    whenToUse: [
      {
        text: "Features that should not change when dark and light are exchanged.",
        condition: "object recognition in images",
        source: goodfellow2016,
      },
    ],
  },
});
