import { interval, level, lineLeft } from "./claims.ts";
import { defineVector, jetAlong } from "./compile.ts";
import type { Claims, Slice } from "./define.ts";
import { expOfDifference, largestOf, othersOf, sharesOf } from "./shares.ts";
import { blanchard2019, goodfellow2016, pytorchCrossEntropy } from "./sources.ts";

/**
 * Log-softmax over one vector, y_i = x_i − ln Σ_j e^(x_j), shape [n] to [n].
 *
 * Relative to the largest entry x_m it is (x_i − x_m) − ln(1 + Σ_(j ≠ m) e^(x_j − x_m)): two terms of one sign, so that the
 * likeliest entry keeps its precision down to the smallest double. Entries +∞ share, ln of their share; others beside
 * them are −∞. NaN anywhere makes every entry NaN.
 */
function logSharesOf(xs: readonly number[]): number[] {
  if (xs.some(Number.isNaN)) return xs.map(() => NaN);
  const largest = largestOf(xs);
  const first = xs.indexOf(largest);
  const others = xs.map((x, i) => (i === first ? 0 : expOfDifference(x, largest)));
  const log = Math.log1p(others.reduce((sum, power) => sum + power, 0));
  return xs.map((x) => (x === largest ? 0 : x - largest) - log);
}

export const logSoftmax = defineVector({
  kind: "vector",
  id: "log_softmax",
  name: "Log-softmax",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = x_i - \\ln \\sum_j e^{x_j}",
    text: () => "x_i - log(sum(exp(x_j)))",
  },
  value: logSharesOf,
  jacobian: (xs) => {
    const ps = sharesOf(xs);
    return ps.map((_, i) => ps.map((pj, j) => (i === j ? othersOf(ps, i) : -pj)));
  },
  vjp: (xs, v) => {
    const total = v.reduce((sum, entry) => sum + entry, 0);
    return sharesOf(xs).map((p, j) => v[j]! - p * total);
  },
  slice: (units) => sliceOver(units - 1),
  claims: { range: interval(-Infinity, 0, "neither"), shiftInvariant: true },
  notes: {
    strengths: [
      {
        text: "Stays finite and accurate where a probability is too small for its logarithm to be taken afterwards.",
        condition: "computed from the logits in one step",
        source: blanchard2019,
      },
    ],
    weaknesses: [
      {
        text: "Cross-entropy on logits takes it already: give this output to the negative log-likelihood instead.",
        condition: "PyTorch's CrossEntropyLoss",
        source: pytorchCrossEntropy,
      },
    ],
    whenToUse: [
      {
        text: "Output layer when exactly one of several classes is right and the loss takes log-probabilities.",
        condition: "trained with the negative log-likelihood",
        source: goodfellow2016,
      },
    ],
  },
});

/** y₁ = −ln(1 + others · e^(−x₁)): a line on the left, 0 on the right; with no others always 0. */
function sliceOver(others: number): Slice {
  const claims = sliceClaims(others === 0);
  const jet = jetAlong<never>(
    {
      define: (x, _params, m) => m.neg(m.softplus(m.sub(m.constant(Math.log(others)), x))),
      claims: () => claims,
    },
    {},
  );
  return { jet, claims };
}

function sliceClaims(isAlone: boolean): Claims {
  return {
    range: isAlone ? interval(0, 0, "both") : interval(-Infinity, 0, "neither"),
    derivativeRange: isAlone ? interval(0, 0, "both") : interval(0, 1, "neither"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: isAlone ? "both" : "right",
    left: isAlone ? level(0) : lineLeft(1),
    right: level(0),
  };
}
