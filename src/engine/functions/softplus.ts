import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { dugas2001, glorot2011, pytorchSoftplus } from "./sources.ts";

/** Softplus, ln(1 + e^(βx)) / β. Where βx is above `threshold` it is x itself, a shortcut of some frameworks. There f jumps by
 * ln(1 + e^−threshold) / β, 2·10⁻⁹ for PyTorch's 20, and a jump that small is not claimed as one. */
export const softplus = defineElementwise({
  kind: "elementwise",
  id: "softplus",
  name: "Softplus",
  params: {
    beta: {
      default: 1,
      domain: { min: 0, open: true, why: "it divides; the larger, the nearer to ReLU" },
      slider: { min: 0.1, max: 5, step: 0.1 },
      symbol: "\\beta",
      meaning: "sharpness of the bend",
      learnable: false,
    },
    threshold: {
      default: Infinity,
      domain: { min: 0, max: Infinity, why: "beyond it ln(1 + e^(beta x)) is to be beta x already" },
      slider: { min: 1, max: 40, step: 1 },
      symbol: "\\tau",
      meaning: "above it, beta x is taken as it is",
      learnable: false,
    },
  },
  formula: {
    latex:
      "\\begin{cases} \\frac{1}{\\beta} \\ln\\left(1 + e^{\\beta x}\\right) & \\beta x \\le \\tau \\\\ x & \\beta x > \\tau \\end{cases}",
    text: ({ beta, threshold }) => {
      const scaled = beta === "1" ? "x" : `${beta}*x`;
      const soft = beta === "1" ? "log(1 + exp(x))" : `log(1 + exp(${scaled}))/${beta}`;
      return ["inf", "∞"].includes(threshold) ? soft : `${soft} if ${scaled} <= ${threshold} else x`;
    },
  },
  define: (x, { beta, threshold }, m) => {
    const scaled = m.mul(beta, x);
    // For x > 0 as x + softplus(−βx) / β, in which βx may overflow.
    const above = m.add(x, m.div(m.softplus(m.neg(scaled)), beta));
    const soft = m.where(m.greater(x, m.constant(0)), above, m.div(m.softplus(scaled), beta));
    return m.where(m.greater(scaled, threshold), x, soft);
  },
  claims: ({ beta, threshold }) => claims(beta, threshold),
  notes: {
    strengths: [
      {
        text: "Positive everywhere, with a positive slope and positive curvature.",
        condition: "models that are to be monotone and convex, such as option prices",
        source: dugas2001,
      },
      {
        text: "A smooth form of ReLU, and its derivative is the sigmoid.",
        condition: "β = 1",
        source: glorot2011,
      },
    ],
    weaknesses: [
      {
        text: "ReLU did better: hard zeros seem to help supervised training.",
        condition: "the paper's image experiments",
        source: glorot2011,
      },
    ],
    whenToUse: [
      {
        text: "Outputs that must be positive.",
        condition: "scales, rates, variances",
        source: pytorchSoftplus,
      },
    ],
  },
  origin: dugas2001,
});

/** A smaller jump where the shortcut begins is rounding's business. */
const visible = 1e-8;

function claims(beta: number, threshold: number): Claims {
  const jumps = Math.log1p(Math.exp(-threshold)) > visible;
  return {
    range: interval(0, Infinity, "neither"),
    derivativeRange: interval(0, 1, threshold === Infinity ? "neither" : "high"),
    monotone: !jumps,
    zeroCentred: false,
    smoothness: jumps ? "discontinuous" : "smooth",
    kinks: jumps ? [threshold / beta] : [],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  };
}
