import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { so2021, zhang2024 } from "./sources.ts";

/** Squared ReLU, max(0, x)². */
export const squaredRelu = defineElementwise({
  kind: "elementwise",
  id: "squared_relu",
  name: "Squared ReLU",
  params: {},
  formula: { latex: "\\max(0, x)^{2}", text: () => "max(0, x)^2" },
  define: (x, _params, m) => m.where(m.greater(x, m.constant(0)), m.mul(x, x), m.constant(0)),
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(0, Infinity, "low"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C1",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: { value: Infinity, derivative: Infinity, secondDerivative: 2 },
  }),
  notes: {
    strengths: [
      {
        text: "One of the two changes to which Primer owes most of its savings in training.",
        condition: "decoder-only language models, feed-forward layers",
        source: so2021,
      },
      {
        text: "As sparse as ReLU, and the best trade between sparsity and quality of those compared.",
        condition: "large language models, sparse inference",
        source: zhang2024,
      },
    ],
    weaknesses: [
      {
        text: "Its slope 2x grows without bound, and so do its outputs.",
        condition: "large positive inputs",
        source: so2021,
      },
      { text: "No gradient for x ≤ 0, as with ReLU.", condition: "negative inputs", source: so2021 },
    ],
    whenToUse: [
      {
        text: "Feed-forward layers of transformers, in place of ReLU or GELU.",
        condition: "language models",
        source: so2021,
      },
    ],
  },
  origin: so2021,
});
