import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { barron2017 } from "./sources.ts";

/** CELU: x above 0, α(e^(x/α) − 1) below. f′(0) = 1, as in PyTorch. */
export const celu = defineElementwise({
  kind: "elementwise",
  id: "celu",
  name: "CELU",
  params: {
    alpha: {
      default: 1,
      domain: { min: 0, open: true, why: "−alpha is the level that large negative inputs approach" },
      slider: { min: 0.2, max: 3, step: 0.05 },
      symbol: "\\alpha",
      meaning: "depth and width of the negative part",
      learnable: false,
    },
  },
  formula: {
    latex: "\\begin{cases} x & x \\ge 0 \\\\ \\alpha \\left(e^{x / \\alpha} - 1\\right) & x < 0 \\end{cases}",
    text: ({ alpha }) =>
      alpha === "1" ? "x if x > 0 else exp(x) - 1" : `x if x > 0 else ${alpha}*(exp(x/${alpha}) - 1)`,
  },
  define: (x, { alpha }, m) =>
    m.where(m.greater(x, m.constant(0)), x, m.mul(alpha, m.expm1(m.div(x, alpha)))),
  claims: ({ alpha }) => ({
    range: interval(-alpha, Infinity, "neither"),
    derivativeRange: interval(0, 1, "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C1",
    kinks: [],
    saturates: "left",
    left: level(-alpha),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "f′ is continuous and at most 1 for every α, unlike that of ELU.",
        condition: "any α above 0",
        source: barron2017,
      },
      {
        text: "Scaling inputs and α by one number scales the output by it; the linear function and ReLU are its limits.",
        condition: "α to ∞, and α to 0",
        source: barron2017,
      },
    ],
    weaknesses: [
      {
        text: "It saturates for negative inputs as ELU does: f′ = e^(x/α).",
        condition: "large negative inputs, the sooner the smaller α",
        source: barron2017,
      },
    ],
    whenToUse: [
      {
        text: "In place of ELU where α is not 1.",
        condition: "ELU with another α has a kink at 0",
        source: barron2017,
      },
    ],
  },
  origin: barron2017,
});
