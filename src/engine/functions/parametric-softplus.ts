import { interval, level, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { coremlProto } from "./sources.ts";

/** Parametric softplus, α ln(1 + e^(βx)). */
export const parametricSoftplus = defineElementwise({
  kind: "elementwise",
  id: "parametric_softplus",
  name: "Parametric softplus",
  params: {
    alpha: {
      default: 1,
      domain: { why: "it scales the output" },
      slider: { min: 0.1, max: 3, step: 0.1 },
      symbol: "\\alpha",
      meaning: "output scale",
      learnable: false,
    },
    beta: {
      default: 1,
      domain: { why: "it scales the input" },
      slider: { min: 0.1, max: 5, step: 0.1 },
      symbol: "\\beta",
      meaning: "sharpness of the bend",
      learnable: false,
    },
  },
  formula: {
    latex: "\\alpha \\ln\\left(1 + e^{\\beta x}\\right)",
    text: ({ alpha, beta }) => `${alpha}*log(1 + exp(${beta}*x))`,
  },
  define: (x, { alpha, beta }, m) => {
    const scaled = m.mul(beta, x);
    // Where βx > 0, as αβx + α softplus(−βx), in which βx may overflow.
    const above = m.add(m.mul(m.mul(alpha, beta), x), m.mul(alpha, m.softplus(m.neg(scaled))));
    return m.where(m.greater(scaled, m.constant(0)), above, m.mul(alpha, m.softplus(scaled)));
  },
  claims: ({ alpha, beta }) => claims(alpha, beta),
  notes: {
    strengths: [
      {
        text: "Height and sharpness of the bend are free of each other, where softplus has only its sharpness.",
        condition: "any two numbers",
        source: coremlProto,
      },
    ],
    weaknesses: [
      {
        text: "Its slope for large inputs is αβ, so a sharper bend is a steeper line.",
        condition: "β other than 1/α",
        source: coremlProto,
      },
    ],
    whenToUse: [],
  },
});

function claims(alpha: number, beta: number): Claims {
  const slope = alpha * beta;
  const isFlat = slope === 0;
  const constant = alpha * Math.LN2;
  const risesRight = beta > 0;
  const range = alpha > 0 ? interval(0, Infinity, "neither") : interval(-Infinity, 0, "neither");
  return {
    range: isFlat ? interval(constant, constant, "both") : range,
    derivativeRange: interval(Math.min(slope, 0), Math.max(slope, 0), isFlat ? "both" : "neither"),
    monotone: slope >= 0,
    zeroCentred: alpha === 0,
    smoothness: "smooth",
    kinks: [],
    saturates: isFlat ? "both" : risesRight ? "left" : "right",
    left: isFlat ? level(constant) : risesRight ? level(0) : lineLeft(slope),
    right: isFlat ? level(constant) : risesRight ? lineRight(slope) : level(0),
  };
}
