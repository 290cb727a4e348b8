import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { clevert2015 } from "./sources.ts";

/** ELU: x above 0, α(eˣ − 1) below. f′(0) = α, as in PyTorch. */
export const elu = defineElementwise({
  kind: "elementwise",
  id: "elu",
  name: "ELU",
  params: {
    alpha: {
      default: 1,
      domain: { min: 0, open: true, why: "−alpha is the level that large negative inputs approach" },
      slider: { min: 0.05, max: 3, step: 0.05 },
      symbol: "\\alpha",
      meaning: "depth of the negative plateau",
      learnable: false,
    },
  },
  formula: {
    latex: "\\begin{cases} x & x > 0 \\\\ \\alpha \\left(e^{x} - 1\\right) & x \\le 0 \\end{cases}",
    text: ({ alpha }) =>
      alpha === "1" ? "x if x > 0 else exp(x) - 1" : `x if x > 0 else ${alpha}*(exp(x) - 1)`,
  },
  define: (x, { alpha }, m) => m.where(m.greater(x, m.constant(0)), x, m.mul(alpha, m.expm1(x))),
  claims: ({ alpha }) => ({
    range: interval(-alpha, Infinity, "neither"),
    derivativeRange: interval(0, Math.max(alpha, 1), "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: alpha === 1 ? "C1" : "C0",
    kinks: alpha === 1 ? [] : [0],
    saturates: "left",
    left: level(-alpha),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Learned faster and generalised better than ReLU and leaky ReLU.",
        condition: "the paper's own CIFAR experiments, nets of more than 5 layers",
        source: clevert2015,
      },
      {
        text: "Negative outputs bring the mean activation nearer to 0.",
        condition: "compared with ReLU",
        source: clevert2015,
      },
    ],
    weaknesses: [
      {
        text: "It saturates: f′(−20) = 2·10⁻⁹ for α = 1, so dying is mitigated, not excluded.",
        condition: "large negative inputs",
        source: clevert2015,
      },
      {
        text: "f′ is continuous only for α = 1.",
        condition: "other α",
        source: clevert2015,
      },
    ],
    whenToUse: [
      {
        text: "Deep nets without batch normalisation, which did not improve ELU networks.",
        condition: "the paper's CIFAR-100 experiments",
        source: clevert2015,
      },
    ],
  },
  origin: clevert2015,
});
