import { interval } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { lee2022, ziyin2020 } from "./sources.ts";

/** Snake, x + sin²(ax)/a. Its slope 1 + sin(2ax) has no limit far out: it is NaN at ±∞. */
export const snake = defineElementwise({
  kind: "elementwise",
  id: "snake",
  name: "Snake",
  params: {
    a: {
      default: 1,
      domain: { min: 0, open: true, why: "it is a frequency, and divides" },
      slider: { min: 0.1, max: 10, step: 0.1 },
      symbol: "a",
      meaning: "frequency",
      learnable: true,
    },
  },
  formula: {
    latex: "x + \\frac{\\sin^{2}(a x)}{a}",
    text: ({ a }) => (a === "1" ? "x + sin(x)^2" : `x + sin(${a}*x)^2/${a}`),
  },
  define: (x, { a }, m) => {
    const sine = m.sinProduct(a, x);
    return m.add(x, m.div(m.mul(sine, sine), a));
  },
  claims: () => ({
    range: interval(-Infinity, Infinity, "neither"),
    derivativeRange: interval(0, 2, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "none",
    left: { value: -Infinity, derivative: NaN, secondDerivative: NaN },
    right: { value: Infinity, derivative: NaN, secondDerivative: NaN },
  }),
  notes: {
    strengths: [
      {
        text: "Learns periodic functions and extrapolates them, where ReLU and tanh do not, and is as easy to train as ReLU.",
        condition: "periodic or semi-periodic data",
        source: ziyin2020,
      },
    ],
    weaknesses: [
      {
        text: "Its slope swings between 0 and 2 for ever.",
        condition: "inputs of many periods",
        source: ziyin2020,
      },
    ],
    whenToUse: [
      {
        text: "Vocoders, whose signals are periodic.",
        condition: "BigVGAN, with filters against aliasing",
        source: lee2022,
      },
    ],
  },
  origin: ziyin2020,
});
