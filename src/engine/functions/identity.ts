import { interval, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { goodfellow2016 } from "./sources.ts";

/** Identity, x: what a layer without activation, or a "linear" one, does. */
export const identity = defineElementwise({
  kind: "elementwise",
  id: "identity",
  name: "Identity",
  params: {},
  formula: { latex: "x", text: () => "x" },
  define: (x) => x,
  claims: () => ({
    range: interval(-Infinity, Infinity, "neither"),
    derivativeRange: interval(1, 1, "both"),
    monotone: true,
    zeroCentred: true,
    smoothness: "smooth",
    kinks: [],
    saturates: "none",
    left: lineLeft(1),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "It does not saturate, so it is no difficulty for gradient-based training.",
        condition: "output units",
        source: goodfellow2016,
      },
    ],
    weaknesses: [
      {
        text: "Layers with nothing but it between them compute together only a linear function.",
        condition: "hidden layers",
        source: goodfellow2016,
      },
    ],
    whenToUse: [
      {
        text: "Output units for real-valued targets: the mean of a Gaussian.",
        condition: "trained with squared error",
        source: goodfellow2016,
      },
    ],
  },
});
