import { interval, level, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { collobert2004, courbariaux2016 } from "./sources.ts";

/** Hard tanh, x clamped to [min_val, max_val]. f′ = 0 at both kinks, as in PyTorch. */
export const hardTanh = defineElementwise({
  kind: "elementwise",
  id: "hard_tanh",
  name: "Hard tanh",
  params: {
    min_val: {
      default: -1,
      domain: { min: -Infinity, why: "it is the least output" },
      slider: { min: -5, max: 0, step: 0.1 },
      symbol: "m",
      meaning: "least output",
      learnable: false,
    },
    max_val: {
      default: 1,
      domain: { max: Infinity, why: "it is the largest output" },
      slider: { min: 0, max: 10, step: 0.1 },
      symbol: "M",
      meaning: "largest output",
      learnable: false,
    },
  },
  relation: { holds: ({ min_val, max_val }) => min_val < max_val, says: "min_val below max_val" },
  formula: {
    latex: "\\min(\\max(x, m), M)",
    text: ({ min_val, max_val }) => {
      const capped = min_val === "-inf" ? "x" : `max(x, ${min_val})`;
      return max_val === "inf" ? capped : `min(${capped}, ${max_val})`;
    },
  },
  define: (x, { min_val, max_val }, m) =>
    m.where(m.greater(x, min_val), m.where(m.greater(max_val, x), x, max_val), min_val),
  claims: ({ min_val, max_val }) => claims(min_val, max_val),
  notes: {
    strengths: [
      {
        text: "Piecewise linear, and so cheaper than tanh.",
        condition: "the author's own networks",
        source: collobert2004,
      },
    ],
    weaknesses: [
      {
        text: "No gradient at all outside the two bounds.",
        condition: "inputs that are not kept between them",
        source: collobert2004,
      },
    ],
    whenToUse: [
      {
        text: "The identity near 0 with bounded outputs; its slope is the straight-through estimator's window.",
        condition: "networks with binary weights or outputs",
        source: courbariaux2016,
      },
    ],
  },
  origin: collobert2004,
});

function claims(low: number, high: number): Claims {
  const [capsLeft, capsRight] = [low > -Infinity, high < Infinity];
  const isCapped = capsLeft || capsRight;
  return {
    range: interval(low, high, "both"),
    derivativeRange: interval(isCapped ? 0 : 1, 1, "both"),
    monotone: true,
    zeroCentred: low === -high,
    smoothness: isCapped ? "C0" : "smooth",
    kinks: [low, high].filter(Number.isFinite),
    saturates: capsLeft && capsRight ? "both" : capsLeft ? "left" : capsRight ? "right" : "none",
    left: capsLeft ? level(low) : lineLeft(1),
    right: capsRight ? level(high) : lineRight(1),
  };
}
