import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { bengio2013, courbariaux2016 } from "./sources.ts";

/** Sign: −1, 0 or 1. f′ = 0 everywhere, also at 0, as in PyTorch. */
export const sign = defineElementwise({
  kind: "elementwise",
  id: "sign",
  name: "Sign",
  params: {},
  formula: { latex: "\\operatorname{sign}(x)", text: () => "1 if x > 0 else -1 if x < 0 else 0" },
  define: (x, _params, m) => {
    const zero = m.constant(0);
    const below = m.where(m.greater(zero, x), m.constant(-1), zero);
    return m.where(m.greater(x, zero), m.constant(1), below);
  },
  claims: () => ({
    range: interval(-1, 1, "both"),
    derivativeRange: interval(0, 0, "both"),
    monotone: true,
    zeroCentred: true,
    smoothness: "discontinuous",
    kinks: [0],
    saturates: "both",
    left: level(-1),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Activations of one bit: most arithmetic becomes operations on bits.",
        condition: "networks with binary weights and activations",
        source: courbariaux2016,
      },
    ],
    weaknesses: [
      {
        text: "Its gradient is 0 wherever it exists, so nothing is learned through it without an estimator.",
        condition: "training by backpropagation",
        source: bengio2013,
      },
    ],
    whenToUse: [
      {
        text: "Binarised networks, with the straight-through estimator in the backward pass.",
        condition: "its window is the slope of hard tanh",
        source: courbariaux2016,
      },
    ],
  },
});
