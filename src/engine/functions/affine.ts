import { interval, level, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { goodfellow2016 } from "./sources.ts";

/** Affine, αx + β. */
export const affine = defineElementwise({
  kind: "elementwise",
  id: "affine",
  name: "Affine",
  params: {
    alpha: {
      default: 1,
      domain: { why: "it multiplies x" },
      slider: { min: -3, max: 3, step: 0.1 },
      symbol: "\\alpha",
      meaning: "slope",
      learnable: false,
    },
    beta: {
      default: 0,
      domain: { why: "it is added" },
      slider: { min: -3, max: 3, step: 0.1 },
      symbol: "\\beta",
      meaning: "offset",
      learnable: false,
    },
  },
  formula: { latex: "\\alpha x + \\beta", text: ({ alpha, beta }) => `${alpha}*x + ${beta}` },
  define: (x, { alpha, beta }, m) => m.add(m.mul(alpha, x), beta),
  claims: ({ alpha, beta }) => claims(alpha, beta),
  notes: {
    strengths: [],
    weaknesses: [
      {
        text: "Layers with nothing but it between them compute together only an affine function.",
        condition: "hidden layers",
        source: goodfellow2016,
      },
    ],
    whenToUse: [],
  },
});

function claims(alpha: number, beta: number): Claims {
  const flat = alpha === 0;
  return {
    range: flat ? interval(beta, beta, "both") : interval(-Infinity, Infinity, "neither"),
    derivativeRange: interval(alpha, alpha, "both"),
    monotone: alpha >= 0,
    zeroCentred: beta === 0,
    smoothness: "smooth",
    kinks: [],
    saturates: flat ? "both" : "none",
    left: flat ? level(beta) : lineLeft(alpha),
    right: flat ? level(beta) : lineRight(alpha),
  };
}
