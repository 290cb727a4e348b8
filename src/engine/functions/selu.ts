import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { klambauer2017 } from "./sources.ts";

/** SELU: scale · (x above 0, α(eˣ − 1) below). f′(0) = scale · α, as in PyTorch. */
export const selu = defineElementwise({
  kind: "elementwise",
  id: "selu",
  name: "SELU",
  params: {
    alpha: {
      default: 1.6732632423543772,
      domain: { min: 0, open: true, why: "−scale·alpha is the level that large negative inputs approach" },
      slider: { min: 0.05, max: 3, step: 0.05 },
      symbol: "\\alpha",
      meaning: "depth of the negative plateau before scaling",
      learnable: false,
    },
    scale: {
      default: 1.0507009873554805,
      domain: { min: 0, open: true, why: "it is the slope for positive inputs" },
      slider: { min: 0.5, max: 2, step: 0.05 },
      symbol: "\\lambda",
      meaning: "slope for x > 0",
      learnable: false,
    },
  },
  formula: {
    latex: "\\lambda \\begin{cases} x & x > 0 \\\\ \\alpha \\left(e^{x} - 1\\right) & x \\le 0 \\end{cases}",
    text: ({ alpha, scale }) => `${scale}*x if x > 0 else ${scale}*${alpha}*(exp(x) - 1)`,
  },
  define: (x, { alpha, scale }, m) =>
    m.mul(scale, m.where(m.greater(x, m.constant(0)), x, m.mul(alpha, m.expm1(x)))),
  claims: ({ alpha, scale }) => ({
    range: interval(-scale * alpha, Infinity, "neither"),
    derivativeRange: interval(0, scale * Math.max(alpha, 1), "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: alpha === 1 ? "C1" : "C0",
    kinks: alpha === 1 ? [] : [0],
    saturates: "left",
    left: level(-scale * alpha),
    right: lineRight(scale),
  }),
  notes: {
    strengths: [
      {
        text: "Activations are drawn towards mean 0 and variance 1 from layer to layer.",
        condition: "feed-forward nets, LeCun-normal initialisation, the two default constants",
        source: klambauer2017,
      },
    ],
    weaknesses: [
      {
        text: "Another initialisation, ordinary instead of alpha dropout, or other constants void the guarantee.",
        condition: "whenever self-normalisation is the reason to choose it",
        source: klambauer2017,
      },
    ],
    whenToUse: [
      {
        text: "Deep fully connected nets without normalisation layers.",
        condition: "feed-forward nets, LeCun-normal initialisation, alpha dropout",
        source: klambauer2017,
      },
    ],
  },
  origin: klambauer2017,
});
