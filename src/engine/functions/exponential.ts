import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { goodfellow2016, kingma2013, nelder1972 } from "./sources.ts";

/** Exponential, eˣ. */
export const exponential = defineElementwise({
  kind: "elementwise",
  id: "exponential",
  name: "Exponential",
  params: {},
  formula: { latex: "e^{x}", text: () => "exp(x)" },
  define: (x, _params, m) => m.exp(x),
  claims: () => ({
    range: interval(0, Infinity, "neither"),
    derivativeRange: interval(0, Infinity, "neither"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: { value: Infinity, derivative: Infinity, secondDerivative: Infinity },
  }),
  notes: {
    strengths: [
      {
        text: "Positive for every input, and sums become products.",
        condition: "rates and scales",
        source: nelder1972,
      },
    ],
    weaknesses: [
      {
        text: "It overflows: above 88.7 in float32, above 11.1 in float16.",
        condition: "large inputs, numerics in low precision",
        source: goodfellow2016,
      },
    ],
    whenToUse: [
      {
        text: "The rate of a Poisson target, whose usual link is the logarithm.",
        condition: "regression of counts",
        source: nelder1972,
      },
      {
        text: "The variance from an output that stands for its logarithm.",
        condition: "variational autoencoders",
        source: kingma2013,
      },
    ],
  },
});
