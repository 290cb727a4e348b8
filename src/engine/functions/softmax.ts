import { interval, level } from "./claims.ts";
import { defineVector } from "./compile.ts";
import type { Claims } from "./define.ts";
import { bridle1990, goodfellow2016, guo2017, yang2017 } from "./sources.ts";

/**
 * Softmax over one vector, y_i = e^(x_i) / Σ_j e^(x_j), shape [n] to [n].
 *
 * The largest entry is subtracted first, so nothing overflows. Entries +∞ share 1 equally and the others are 0, which is
 * the limit when they grow together; −∞ gives 0, and if every entry is −∞ they share equally, the limit again. NaN
 * anywhere makes every entry NaN. The empty vector gives the empty vector.
 */
function softmaxOf(xs: readonly number[]): number[] {
  if (xs.some(Number.isNaN)) return xs.map(() => NaN);
  const largest = xs.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = xs.map((x) => expOfDifference(x, largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/**
 * e^(a − b). The rounding error of a − b, which the exponential would magnify, is found exactly and put back.
 * Equal infinities differ by 0 here, not by NaN.
 * @source D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B (the error of a sum)
 */
function expOfDifference(a: number, b: number): number {
  if (a === b) return 1;
  const difference = a - b;
  const power = Math.exp(difference);
  if (power === 0) return 0;
  const taken = a - difference;
  const error = a - (difference + taken) - (b - taken);
  return power + power * error;
}

export const softmax = defineVector({
  kind: "vector",
  id: "softmax",
  name: "Softmax",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}",
    text: () => "exp(x_i) / sum(exp(x_j))",
  },
  value: softmaxOf,
  jacobian: (xs) => {
    const ys = softmaxOf(xs);
    // 1 − y_i as the sum of the others, which does not cancel when y_i is nearly 1.
    const others = (i: number) => ys.reduce((sum, y, j) => (i === j ? sum : sum + y), 0);
    return ys.map((yi, i) => ys.map((yj, j) => (i === j ? yi * others(i) : -yi * yj)));
  },
  vjp: (xs, v) => {
    const ys = softmaxOf(xs);
    const mean = ys.reduce((sum, y, i) => sum + y * v[i]!, 0);
    return ys.map((y, i) => y * (v[i]! - mean));
  },
  slice: (units) => ({
    define: (x, _params, m) => m.logistic(m.sub(x, m.constant(Math.log(units - 1)))),
    claims: () => sliceClaims(units),
  }),
  claims: { range: interval(0, 1, "neither"), sum: 1, shiftInvariant: true },
  notes: {
    strengths: [
      {
        text: "Turns n logits into n positive shares of 1 that can be read as probabilities of classes.",
        condition: "exactly one class is right, trained with cross-entropy",
        source: bridle1990,
      },
    ],
    weaknesses: [
      {
        text: "Confidence is often not accuracy; dividing the logits by one fitted temperature repairs much of it.",
        condition: "deep classifiers, before calibration",
        source: guo2017,
      },
      {
        text: "A separate log of its output loses precision: train on the logits.",
        condition: "any loss that takes a logarithm",
        source: goodfellow2016,
      },
      {
        text: "The rank of the logits is bounded by the hidden size, which limits what can be modelled.",
        condition: "language models with many more words than hidden units",
        source: yang2017,
      },
    ],
    whenToUse: [
      {
        text: "Output layer when exactly one of several classes is right; for several at once use a sigmoid each.",
        condition: "trained with cross-entropy on logits",
        source: goodfellow2016,
      },
    ],
  },
  origin: bridle1990,
});

/** y₁ = σ(x₁ − ln(n − 1)): with one unit it is always 1. */
function sliceClaims(units: number): Claims {
  const alone = units === 1;
  return {
    range: alone ? interval(1, 1, "both") : interval(0, 1, "neither"),
    derivativeRange: alone ? interval(0, 0, "both") : interval(0, 0.25, "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(alone ? 1 : 0),
    right: level(1),
  };
}
