import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { bergstra2009, glorot2010 } from "./sources.ts";

/** Softsign, x / (1 + |x|). f″ jumps at 0; there its left side is given. */
export const softsign = defineElementwise({
  kind: "elementwise",
  id: "softsign",
  name: "Softsign",
  params: {},
  formula: { latex: "\\frac{x}{1 + |x|}", text: () => "x/(1 + abs(x))" },
  define: (x, _params, m) => m.softsign(x),
  claims: () => ({
    range: interval(-1, 1, "neither"),
    derivativeRange: interval(0, 1, "high"),
    monotone: true,
    zeroCentred: true,
    smoothness: "C1",
    kinks: [],
    saturates: "both",
    left: level(-1),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Approaches its limits as slowly as 1/|x|, where tanh does so exponentially; networks with it were more robust to the initialisation.",
        condition: "compared with tanh, deep nets",
        source: glorot2010,
      },
    ],
    weaknesses: [
      { text: "It saturates all the same: f′(9) is 0.01.", condition: "large inputs", source: glorot2010 },
    ],
    whenToUse: [
      {
        text: "In place of tanh, where layers saturate one after the other.",
        condition: "deep nets without normalisation",
        source: glorot2010,
      },
    ],
  },
  origin: bergstra2009,
});
