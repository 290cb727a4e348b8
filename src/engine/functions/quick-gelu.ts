import { defineElementwise } from "./compile.ts";
import { swishClaims, swishText } from "./swish.ts";
import { clip2021, hendrycks2016 } from "./sources.ts";

/** Quick GELU: x σ(βx) with β = 1.702, an approximation of GELU. */
export const quickGelu = defineElementwise({
  kind: "elementwise",
  id: "quick_gelu",
  name: "Quick GELU",
  params: {
    beta: {
      default: 1.702,
      domain: { why: "it scales x inside the gate; at 0 the function is x/2, below 0 it is mirrored" },
      slider: { min: 0, max: 5, step: 0.1 },
      symbol: "\\beta",
      meaning: "sharpness of the gate",
      learnable: false,
    },
  },
  formula: { latex: "x \\, \\sigma(\\beta x)", text: ({ beta }) => swishText(beta) },
  define: (x, { beta }, m) => m.mul(x, m.logistic(m.mul(beta, x))),
  claims: ({ beta }) => swishClaims(beta),
  notes: {
    strengths: [
      {
        text: "A GELU with one logistic function and nothing else.",
        condition: "where speed is worth the cost of exactness",
        source: hendrycks2016,
      },
    ],
    weaknesses: [
      {
        text: "Differs from exact GELU by up to 0.02: keep the form that the weights were trained with.",
        condition: "porting trained weights",
        source: hendrycks2016,
      },
    ],
    whenToUse: [
      {
        text: "Where the trained model used it.",
        condition: "CLIP and models that start from it",
        source: clip2021,
      },
    ],
  },
  origin: hendrycks2016,
});
