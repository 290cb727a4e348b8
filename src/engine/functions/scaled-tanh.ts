import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { lecun1998 } from "./sources.ts";

/** Scaled tanh, α tanh(βx). */
export const scaledTanh = defineElementwise({
  kind: "elementwise",
  id: "scaled_tanh",
  name: "Scaled tanh",
  params: {
    alpha: {
      default: 1.7159,
      domain: { why: "it scales the output" },
      slider: { min: 0.1, max: 3, step: 0.05 },
      symbol: "\\alpha",
      meaning: "output scale",
      learnable: false,
    },
    beta: {
      default: 0.6666666666666666,
      domain: { why: "it scales the input" },
      slider: { min: 0.1, max: 3, step: 0.05 },
      symbol: "\\beta",
      meaning: "input scale",
      learnable: false,
    },
  },
  formula: { latex: "\\alpha \\tanh(\\beta x)", text: ({ alpha, beta }) => `${alpha}*tanh(${beta}*x)` },
  define: (x, { alpha, beta }, m) => m.mul(alpha, m.tanh(m.mul(beta, x))),
  claims: ({ alpha, beta }) => claims(alpha, beta),
  notes: {
    strengths: [
      {
        text: "With the default constants f(±1) = ±1 and its gain is about 1, so inputs of variance 1 give outputs of about that.",
        condition: "targets of ±1, normalised inputs",
        source: lecun1998,
      },
    ],
    weaknesses: [
      {
        text: "Far from 0 it is as flat as tanh; a small linear term can help.",
        condition: "large inputs",
        source: lecun1998,
      },
    ],
    whenToUse: [
      {
        text: "Where a symmetric squashing function is wanted.",
        condition: "hidden layers, normalised inputs",
        source: lecun1998,
      },
    ],
  },
  origin: lecun1998,
});

function claims(alpha: number, beta: number): Claims {
  const steepest = alpha * beta;
  const isFlat = steepest === 0;
  const size = isFlat ? 0 : Math.abs(alpha);
  const end = size * Math.sign(steepest);
  return {
    range: interval(-size, size, isFlat ? "both" : "neither"),
    derivativeRange: isFlat
      ? interval(0, 0, "both")
      : interval(Math.min(steepest, 0), Math.max(steepest, 0), steepest > 0 ? "high" : "low"),
    monotone: steepest >= 0,
    zeroCentred: true,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(0 - end),
    right: level(end),
  };
}
