import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** Hyperbolic tangent. */
export const tanh = defineElementwise({
  kind: "elementwise",
  id: "tanh",
  name: "Tanh",
  params: {},
  formula: { latex: String.raw`\tanh(x)`, text: () => "tanh(x)" },
  define: (x, _params, m) => m.tanh(x),
  claims: () => ({
    range: interval(-1, 1, "neither"),
    derivativeRange: interval(0, 1, "high"),
    monotone: true,
    zeroCentred: true,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(-1),
    right: level(1),
  }),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "LeCun et al.",
    year: 1998,
    title: "Efficient BackProp",
    id: "doi:10.1007/3-540-49430-8_2",
  },
});
