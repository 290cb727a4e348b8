import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { bengio2013, mcculloch1943, neftci2019 } from "./sources.ts";

/** Heaviside's step: 0 below the threshold, 1 above it, `value_at_threshold` at it. f′ = 0 everywhere. Frameworks agree on no value
 * at the threshold; the ½ here is the mean of both sides. */
export const heaviside = defineElementwise({
  kind: "elementwise",
  id: "heaviside",
  name: "Binary step",
  params: {
    threshold: {
      default: 0,
      domain: { why: "x is compared with it" },
      slider: { min: -3, max: 3, step: 0.1 },
      symbol: "\\theta",
      meaning: "where it jumps",
      learnable: false,
    },
    value_at_threshold: {
      default: 0.5,
      domain: { min: 0, max: 1, why: "it lies between the two levels" },
      slider: { min: 0, max: 1, step: 0.05 },
      symbol: "h_0",
      meaning: "value exactly at the jump",
      learnable: false,
    },
  },
  formula: {
    latex: "\\begin{cases} 0 & x < \\theta \\\\ h_0 & x = \\theta \\\\ 1 & x > \\theta \\end{cases}",
    text: ({ threshold, value_at_threshold }) =>
      `1 if x > ${threshold} else 0 if x < ${threshold} else ${value_at_threshold}`,
  },
  define: (x, { threshold, value_at_threshold }, m) => {
    const below = m.where(m.greater(threshold, x), m.constant(0), value_at_threshold);
    return m.where(m.greater(x, threshold), m.constant(1), below);
  },
  claims: ({ threshold }) => ({
    range: interval(0, 1, "both"),
    derivativeRange: interval(0, 0, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "discontinuous",
    kinks: [threshold],
    saturates: "both",
    left: level(0),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Nets of such units compute logical expressions.",
        condition: "weights and thresholds set by hand",
        source: mcculloch1943,
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
        text: "The spike of a neuron, with a surrogate gradient in the backward pass.",
        condition: "spiking networks",
        source: neftci2019,
      },
    ],
  },
  origin: mcculloch1943,
});
