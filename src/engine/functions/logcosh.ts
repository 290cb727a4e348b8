import { interval, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { hyvarinen1999, saleh2022 } from "./sources.ts";

/** Log-cosh, ln cosh x. */
export const logcosh = defineElementwise({
  kind: "elementwise",
  id: "logcosh",
  name: "Log-cosh",
  params: {},
  formula: { latex: "\\ln\\left(\\cosh(x)\\right)", text: () => "log(0.5*(exp(x) + exp(-x)))" },
  define: (x, _params, m) => m.logCosh(x),
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(-1, 1, "neither"),
    monotone: false,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "none",
    left: lineLeft(-1),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Near 0 it is x²/2, far out |x| − ln 2, so large errors weigh no more than in proportion.",
        condition: "as a loss",
        source: saleh2022,
      },
    ],
    weaknesses: [
      {
        text: "The sign is lost: f(−x) = f(x).",
        condition: "as an activation between layers",
        source: saleh2022,
      },
    ],
    whenToUse: [
      {
        text: "A good contrast function for many purposes.",
        condition: "independent component analysis, FastICA",
        source: hyvarinen1999,
      },
    ],
  },
});
