import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** SiLU, also called Swish: x σ(βx). */
export const silu = defineElementwise({
  kind: "elementwise",
  id: "silu",
  name: "SiLU",
  params: {
    beta: {
      default: 1,
      domain: { why: "it scales x inside the gate; at 0 the function is x/2, below 0 it is mirrored" },
      slider: { min: 0, max: 5, step: 0.1 },
      symbol: String.raw`\beta`,
      meaning: "sharpness of the gate",
      learnable: false,
    },
  },
  formula: {
    latex: String.raw`x \, \sigma(\beta x)`,
    text: ({ beta }) => (beta === "1" ? "x/(1 + exp(-x))" : `x/(1 + exp(-${beta}*x))`),
  },
  define: (x, { beta }, m) => m.mul(x, m.logistic(m.mul(beta, x))),
  claims: () => ({
    range: interval(-0.27846, Infinity, "low"),
    derivativeRange: interval(-0.1, 1.1, "both"),
    monotone: false,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "Elfwing, Uchibe & Doya",
    year: 2017,
    title:
      "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning",
    id: "arXiv:1702.03118",
  },
});
