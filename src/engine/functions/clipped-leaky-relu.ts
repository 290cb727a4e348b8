import { interval, level, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { hannun2014, krizhevsky2010, sandler2018 } from "./sources.ts";

/** Clipped leaky ReLU: x between 0 and β, β above, αx below. f′(0) = α and f′(β) = 0, the sides ReLU6 takes. */
export const clippedLeakyRelu = defineElementwise({
  kind: "elementwise",
  id: "clipped_leaky_relu",
  name: "Clipped leaky ReLU",
  params: {
    alpha: {
      default: 0,
      domain: { min: 0, why: "below 0 the function is no longer monotone" },
      slider: { min: 0, max: 0.99, step: 0.01 },
      symbol: "\\alpha",
      meaning: "slope for x < 0",
      learnable: false,
    },
    beta: {
      default: 6,
      domain: { min: 0, open: true, max: Infinity, why: "it caps outputs that are positive" },
      slider: { min: 0.1, max: 20, step: 0.1 },
      symbol: "\\beta",
      meaning: "upper cap",
      learnable: false,
    },
  },
  formula: {
    latex: "\\min\\left(\\beta, \\begin{cases} x & x \\ge 0 \\\\ \\alpha x & x < 0 \\end{cases}\\right)",
    text: ({ alpha, beta }) => {
      const above = ["inf", "∞"].includes(beta) ? "x" : `min(x, ${beta})`;
      return `${above} if x > 0 else ${alpha === "0" ? "0" : `${alpha}*x`}`;
    },
  },
  define: (x, { alpha, beta }, m) =>
    m.where(m.greater(x, m.constant(0)), m.where(m.greater(beta, x), x, beta), m.mul(alpha, x)),
  claims: ({ alpha, beta }) => claims(alpha, beta),
  notes: {
    strengths: [
      {
        text: "Bounded above, and still piecewise linear.",
        condition: "recurrent nets for speech, cap 20",
        source: hannun2014,
      },
    ],
    weaknesses: [
      {
        text: "No gradient above the cap: a unit can be stuck there.",
        condition: "inputs that are not kept below the cap",
        source: krizhevsky2010,
      },
    ],
    whenToUse: [
      {
        text: "Where low precision needs a known range.",
        condition: "mobile networks, cap 6",
        source: sandler2018,
      },
    ],
  },
});

function claims(slope: number, cap: number): Claims {
  const [flatLeft, isCapped] = [slope === 0, cap < Infinity];
  const kinks = [...(slope === 1 ? [] : [0]), ...(isCapped ? [cap] : [])];
  return {
    range: interval(flatLeft ? 0 : -Infinity, cap, "both"),
    derivativeRange: interval(isCapped ? 0 : Math.min(slope, 1), Math.max(slope, 1), "both"),
    monotone: true,
    zeroCentred: slope === 1 && !isCapped,
    smoothness: kinks.length > 0 ? "C0" : "smooth",
    kinks,
    saturates: flatLeft && isCapped ? "both" : flatLeft ? "left" : isCapped ? "right" : "none",
    left: lineLeft(slope),
    right: isCapped ? level(cap) : lineRight(1),
  };
}
