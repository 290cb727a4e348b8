import { interval, lineLeft } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { apertus2025, huang2024 } from "./sources.ts";

/** xIELU: α_p x² + βx above 0, α_n (eˣ − 1 − x) + βx below: the integral of a gradient that is linear above 0 and ELU-like below.
 * f″ jumps at 0; there it is that of the left side. */
export const xielu = defineElementwise({
  kind: "elementwise",
  id: "xielu",
  name: "xIELU",
  params: {
    alpha_p: {
      default: 0.8,
      domain: { min: 0, open: true, why: "it bends the positive side up" },
      slider: { min: 0.1, max: 3, step: 0.05 },
      symbol: "\\alpha_p",
      meaning: "curvature for x > 0",
      learnable: true,
    },
    alpha_n: {
      default: 0.8,
      domain: { why: "it scales the exponential" },
      slider: { min: 0.6, max: 3, step: 0.05 },
      symbol: "\\alpha_n",
      meaning: "scale of the exponential for x < 0",
      learnable: true,
    },
    beta: {
      default: 0.5,
      domain: { why: "it is the slope at 0" },
      slider: { min: 0.05, max: 0.75, step: 0.05 },
      symbol: "\\beta",
      meaning: "slope at 0",
      learnable: false,
    },
  },
  relation: { holds: ({ alpha_n, beta }) => alpha_n > beta, says: "alpha_n above beta" },
  formula: {
    latex:
      "\\begin{cases} \\alpha_p x^{2} + \\beta x & x > 0 \\\\ \\alpha_n \\left(e^{x} - 1 - x\\right) + \\beta x & x \\le 0 \\end{cases}",
    text: ({ alpha_p, alpha_n, beta }) =>
      `${alpha_p}*x^2 + ${beta}*x if x > 0 else ${alpha_n}*(exp(x) - 1 - x) + ${beta}*x`,
  },
  define: (x, { alpha_p, alpha_n, beta }, m) => {
    const line = m.mul(beta, x);
    const below = m.mul(alpha_n, m.sub(m.expm1(x), x));
    return m.add(m.where(m.greater(x, m.constant(0)), m.mul(alpha_p, m.mul(x, x)), below), line);
  },
  claims: ({ alpha_p, alpha_n, beta }) => claims(alpha_p, alpha_n, beta),
  notes: {
    strengths: [
      {
        text: "Lower perplexity than squared ReLU and SwiGLU of the same cost and size.",
        condition: "Llama models of 1.1 and 3 billion parameters, 125 billion tokens",
        source: huang2024,
      },
    ],
    weaknesses: [
      {
        text: "Its slope grows without bound to the right, and to the left f rises again.",
        condition: "large inputs",
        source: huang2024,
      },
    ],
    whenToUse: [
      { text: "Feed-forward layers of large language models.", condition: "Apertus", source: apertus2025 },
    ],
  },
  origin: huang2024,
});

/** f′ rises everywhere, so there is one minimum: left of 0 for β > 0, right of it for β < 0. */
function claims(alphaP: number, alphaN: number, beta: number): Claims {
  const bottom = Math.log1p(-beta / alphaN);
  const least = beta > 0 ? -beta - (alphaN - beta) * bottom : -(beta * beta) / (4 * alphaP);
  return {
    range: interval(least, Infinity, "low"),
    derivativeRange: interval(beta - alphaN, Infinity, "neither"),
    monotone: false,
    zeroCentred: false,
    smoothness: alphaN === 2 * alphaP ? "C2" : "C1",
    kinks: [],
    saturates: "none",
    left: lineLeft(beta - alphaN),
    right: { value: Infinity, derivative: Infinity, secondDerivative: 2 * alphaP },
  };
}
