import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { courbariaux2015, howard2019 } from "./sources.ts";

/** Hard sigmoid, min(max(αx + β, 0), 1). f′ = 0 at both kinks, as in PyTorch. */
export const hardSigmoid = defineElementwise({
  kind: "elementwise",
  id: "hard_sigmoid",
  name: "Hard sigmoid",
  params: {
    alpha: {
      default: 0.16666666666666666,
      domain: { min: 0, open: true, why: "the line must rise from 0 to 1" },
      slider: { min: 0.05, max: 1, step: 0.05 },
      symbol: "\\alpha",
      meaning: "slope of the linear part",
      learnable: false,
    },
    beta: {
      default: 0.5,
      domain: { why: "it shifts the line" },
      slider: { min: 0, max: 1, step: 0.05 },
      symbol: "\\beta",
      meaning: "value of the line at 0",
      learnable: false,
    },
  },
  formula: {
    latex: "\\min(\\max(\\alpha x + \\beta, 0), 1)",
    text: ({ alpha, beta }) => `min(max(${alpha}*x + ${beta}, 0), 1)`,
  },
  define: (x, { alpha, beta }, m) => {
    const one = m.constant(1);
    const low = m.nearest(m.div(m.neg(beta), alpha));
    const high = m.nearest(m.div(m.sub(one, beta), alpha));
    const line = m.add(m.mul(alpha, x), beta);
    return m.where(m.greater(x, low), m.where(m.greater(high, x), line, one), m.constant(0));
  },
  claims: ({ alpha, beta }) => ({
    range: interval(0, 1, "both"),
    derivativeRange: interval(0, alpha, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [(0 - beta) / alpha, (1 - beta) / alpha],
    saturates: "both",
    left: level(0),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Far cheaper than the sigmoid, in software and in special hardware, with excellent results.",
        condition: "binarising weights, with slope 1/2",
        source: courbariaux2015,
      },
    ],
    weaknesses: [
      {
        text: "No gradient beyond the kinks, where the sigmoid's is only small.",
        condition: "inputs that are not kept near 0",
        source: courbariaux2015,
      },
      {
        text: "Slopes of 1/2, 1/5 and 1/6 all go by this name.",
        condition: "porting between frameworks",
        source: courbariaux2015,
      },
    ],
    whenToUse: [
      {
        text: "Gates of networks that will run in low precision.",
        condition: "squeeze-and-excite in MobileNetV3, slope 1/6",
        source: howard2019,
      },
    ],
  },
  origin: courbariaux2015,
});
