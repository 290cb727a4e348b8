import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { howard2019, krizhevsky2010, sandler2018 } from "./sources.ts";

/** ReLU6, min(max(0, x), 6). f′ = 0 at both kinks, as in PyTorch. */
export const relu6 = defineElementwise({
  kind: "elementwise",
  id: "relu6",
  name: "ReLU6",
  params: {},
  formula: { latex: "\\min(\\max(0, x), 6)", text: () => "min(max(0, x), 6)" },
  define: (x, _params, m) => {
    const zero = m.constant(0);
    const cap = m.constant(6);
    const rising = m.where(m.greater(x, zero), x, zero);
    return m.where(m.greaterOrEqual(x, cap), cap, rising);
  },
  claims: () => ({
    range: interval(0, 6, "both"),
    derivativeRange: interval(0, 1, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [0, 6],
    saturates: "both",
    left: level(0),
    right: level(6),
  }),
  notes: {
    strengths: [
      {
        text: "Its outputs fit a known range, which makes it robust in low-precision computation.",
        condition: "mobile networks, fixed-point inference",
        source: sandler2018,
      },
      {
        text: "Fast implementations exist in nearly all software and hardware frameworks.",
        condition: "deployment on devices",
        source: howard2019,
      },
    ],
    weaknesses: [
      {
        text: "No gradient above 6 either: a unit can be stuck on both sides.",
        condition: "inputs that are not kept near 0 … 6",
        source: krizhevsky2010,
      },
    ],
    whenToUse: [
      {
        text: "Networks that will run in low precision.",
        condition: "MobileNetV2 and its kin",
        source: sandler2018,
      },
    ],
  },
  origin: krizhevsky2010,
});
