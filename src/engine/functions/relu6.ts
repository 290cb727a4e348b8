import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** ReLU6, min(max(0, x), 6). f′ = 0 at both kinks, as in PyTorch. */
export const relu6 = defineElementwise({
  kind: "elementwise",
  id: "relu6",
  name: "ReLU6",
  params: {},
  formula: { latex: String.raw`\min(\max(0, x), 6)`, text: () => "min(max(0, x), 6)" },
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
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: { authors: "Krizhevsky", year: 2010, title: "Convolutional Deep Belief Networks on CIFAR-10" },
});
