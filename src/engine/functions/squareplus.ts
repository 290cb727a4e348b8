import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { barron2021 } from "./sources.ts";

/** Squareplus, (x + √(x² + b)) / 2; left of 0 as (b/4) / ((√(x² + b) − x)/2), which does not cancel. For b = 0 it is ReLU, with
 * f′(0) = ½. */
export const squareplus = defineElementwise({
  kind: "elementwise",
  id: "squareplus",
  name: "Squareplus",
  params: {
    b: {
      default: 4,
      domain: { min: 0, why: "it is added under a square root" },
      slider: { min: 0.1, max: 10, step: 0.1 },
      symbol: "b",
      meaning: "width of the bend; 0 gives ReLU",
      learnable: false,
    },
  },
  formula: { latex: "\\frac{x + \\sqrt{x^{2} + b}}{2}", text: ({ b }) => `0.5*(x + sqrt(x^2 + ${b}))` },
  define: (x, { b }, m) => {
    const half = m.constant(0.5);
    const root = m.mul(half, m.hypot(x, m.sqrt(b)));
    const left = m.div(m.mul(m.constant(0.25), b), m.sub(root, m.mul(half, x)));
    return m.where(m.greaterOrEqual(x, m.constant(0)), m.add(m.mul(half, x), root), left);
  },
  claims: ({ b }) => claims(b),
  notes: {
    strengths: [
      {
        text: "About 6 times as fast as softplus, of which it has the shape, by algebraic operations alone.",
        condition: "the paper's timing on a CPU",
        source: barron2021,
      },
    ],
    weaknesses: [
      {
        text: "Approaches 0 only as b / 4|x|, where softplus does so exponentially.",
        condition: "large negative inputs",
        source: barron2021,
      },
    ],
    whenToUse: [
      {
        text: "In place of softplus, where exponentials and logarithms are dear.",
        condition: "devices of few resources",
        source: barron2021,
      },
    ],
  },
  origin: barron2021,
});

function claims(b: number): Claims {
  const isSmooth = b > 0;
  return {
    range: interval(0, Infinity, isSmooth ? "neither" : "low"),
    derivativeRange: interval(0, 1, isSmooth ? "neither" : "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: isSmooth ? "smooth" : "C0",
    kinks: isSmooth ? [] : [0],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  };
}
