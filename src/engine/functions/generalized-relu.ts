import type { Claims, Limit } from "./define.ts";
import { interval, level, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { keras2018, lu2019, sandler2018 } from "./sources.ts";

/**
 * The ReLU of Keras: min(x, max_value) above the threshold, negative_slope · (x − threshold) at or below it. With a
 * threshold above 0 it jumps there. At each kink the derivative is that of the side below, which is what Keras reports
 * on PyTorch for a cap.
 */
export const generalizedRelu = defineElementwise({
  kind: "elementwise",
  id: "generalized_relu",
  name: "Generalised ReLU",
  params: {
    max_value: {
      default: Infinity,
      domain: { min: 0, max: Infinity, why: "it caps an output that is never negative above the threshold" },
      slider: { min: 0, max: 10, step: 0.1 },
      symbol: "m",
      meaning: "upper cap, infinite when there is none",
      learnable: false,
    },
    negative_slope: {
      default: 0,
      domain: { min: 0, why: "Keras refuses a negative one" },
      slider: { min: 0, max: 1, step: 0.01 },
      symbol: "\\alpha",
      meaning: "slope below the threshold",
      learnable: false,
    },
    threshold: {
      default: 0,
      domain: { min: 0, why: "Keras refuses a negative one" },
      slider: { min: 0, max: 3, step: 0.1 },
      symbol: "\\theta",
      meaning: "inputs at or below it follow the sloped branch",
      learnable: false,
    },
  },
  formula: {
    latex:
      "\\begin{cases} \\min(x, m) & x > \\theta \\\\ \\alpha (x - \\theta) & x \\le \\theta \\end{cases}",
    text: ({ max_value, negative_slope, threshold }) => {
      const above = ["inf", "∞"].includes(max_value) ? "x" : `min(x, ${max_value})`;
      const below = threshold === "0" ? `${negative_slope}*x` : `${negative_slope}*(x - ${threshold})`;
      return `${above} if x > ${threshold} else ${negative_slope === "0" ? "0" : below}`;
    },
  },
  define: (x, { max_value, negative_slope, threshold }, m) => {
    const above = m.where(m.greater(x, max_value), max_value, x);
    const below = m.mul(negative_slope, m.sub(x, threshold));
    return m.where(m.greater(x, threshold), above, below);
  },
  claims: ({ max_value, negative_slope, threshold }) => claims(max_value, negative_slope, threshold),
  notes: {
    strengths: [
      {
        text: "One layer is a plain, a capped, a leaky or a thresholded ReLU by its three numbers.",
        condition: "Keras",
        source: keras2018,
      },
    ],
    weaknesses: [
      {
        text: "With a threshold above 0 it jumps from 0 up to the threshold, and the slope says nothing about the jump.",
        condition: "threshold > 0",
        source: keras2018,
      },
      {
        text: "With a slope of 0 it can die like ReLU.",
        condition: "negative_slope = 0, deep and narrow nets",
        source: lu2019,
      },
    ],
    whenToUse: [
      {
        text: "With a cap, where low precision needs a known range.",
        condition: "mobile networks, fixed-point inference",
        source: sandler2018,
      },
    ],
  },
  origin: keras2018,
});

function claims(cap: number, slope: number, threshold: number): Claims {
  const rises = cap > threshold;
  const slopeAbove = rises ? 1 : 0;
  const capped = Number.isFinite(cap);
  const jumps = Math.min(threshold, cap) > 0;
  const slopes = [slope, ...(rises ? [1] : []), ...(capped ? [0] : [])];
  const kinks = [...(jumps || slope !== slopeAbove ? [threshold] : []), ...(rises && capped ? [cap] : [])];
  const right: Limit = capped ? level(cap) : lineRight(1);
  const flatLeft = slope === 0;
  return {
    range: interval(flatLeft ? 0 : -Infinity, cap, "both"),
    derivativeRange: interval(Math.min(...slopes), Math.max(...slopes), "both"),
    monotone: true,
    zeroCentred: !jumps && slope === slopeAbove && !(rises && capped),
    smoothness: jumps ? "discontinuous" : kinks.length > 0 ? "C0" : "smooth",
    kinks,
    saturates: flatLeft && capped ? "both" : flatLeft ? "left" : capped ? "right" : "none",
    left: flatLeft ? level(0) : lineLeft(slope),
    right,
  };
}
