import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** ReLU, max(0, x). f′(0) = 0, as in PyTorch, TensorFlow and JAX. */
export const relu = defineElementwise({
  kind: "elementwise",
  id: "relu",
  name: "ReLU",
  params: {},
  formula: { latex: String.raw`\max(0, x)`, text: () => "max(0, x)" },
  define: (x, _params, m) => {
    const zero = m.constant(0);
    return m.where(m.greater(x, zero), x, zero);
  },
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(0, 1, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [0],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "Nair & Hinton",
    year: 2010,
    title: "Rectified Linear Units Improve Restricted Boltzmann Machines",
  },
});
