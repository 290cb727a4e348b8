import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** Sigmoid, the logistic function 1 / (1 + e^−x). */
export const sigmoid = defineElementwise({
  kind: "elementwise",
  id: "sigmoid",
  name: "Sigmoid",
  params: {},
  formula: { latex: String.raw`\frac{1}{1 + e^{-x}}`, text: () => "1/(1 + exp(-x))" },
  define: (x, _params, m) => m.logistic(x),
  claims: () => ({
    range: interval(0, 1, "neither"),
    derivativeRange: interval(0, 0.25, "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(0),
    right: level(1),
  }),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "Rumelhart, Hinton & Williams",
    year: 1986,
    title: "Learning representations by back-propagating errors",
    id: "doi:10.1038/323533a0",
  },
});
