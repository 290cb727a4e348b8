import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { ramasinghe2021, stanley2007 } from "./sources.ts";

/** Gaussian, e^(−αx²). */
export const gaussian = defineElementwise({
  kind: "elementwise",
  id: "gaussian",
  name: "Gaussian",
  params: {
    alpha: {
      default: 1,
      domain: { min: 0, open: true, why: "it makes the bell fall on both sides" },
      slider: { min: 0.1, max: 5, step: 0.1 },
      symbol: "\\alpha",
      meaning: "narrowness of the bell",
      learnable: false,
    },
  },
  formula: { latex: "e^{-\\alpha x^{2}}", text: ({ alpha }) => `exp(-${alpha}*x^2)` },
  define: (x, { alpha }, m) => m.exp(m.neg(m.mul(alpha, m.mul(x, x)))),
  claims: ({ alpha }) => {
    const steepest = Math.sqrt((2 * alpha) / Math.E);
    return {
      range: interval(0, 1, "high"),
      derivativeRange: interval(-steepest, steepest, "both"),
      monotone: false,
      zeroCentred: false,
      smoothness: "smooth",
      kinks: [],
      saturates: "both",
      left: level(0),
      right: level(0),
    };
  },
  notes: {
    strengths: [
      {
        text: "Represents signals without positional encoding, and is more robust to the initialisation than sine.",
        condition: "coordinate networks",
        source: ramasinghe2021,
      },
    ],
    weaknesses: [
      {
        text: "Flat on both sides: far inputs get no gradient, and f′(0) is 0, too.",
        condition: "inputs far from 0",
        source: ramasinghe2021,
      },
    ],
    whenToUse: [
      { text: "Coordinate networks.", condition: "images and radiance fields", source: ramasinghe2021 },
      {
        text: "Symmetry in generated patterns.",
        condition: "compositional pattern-producing networks",
        source: stanley2007,
      },
    ],
  },
});
