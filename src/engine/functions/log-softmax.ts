import type { Arithmetic } from "../math/arithmetic.ts";
import { sumOf } from "../math/sum.ts";
import { interval, level, lineLeft } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import { defineVector } from "./compile-vector.ts";
import type { Claims, Slice, VectorPoint } from "./define.ts";
import { largestOf, logOfSum, powersOf, undefinedPoint } from "./shares.ts";
import { singleLogShares } from "./single-shares.ts";
import { blanchard2019, goodfellow2016, pytorchCrossEntropy } from "./sources.ts";

/**
 * Relative to the largest entry x_m it is (x_i − x_m) − ln(1 + Σ_(j ≠ m) e^(x_j − x_m)): two terms of one sign, so that the
 * likeliest entry keeps its precision down to the smallest double.
 */
function logSharesAt<N>(xs: readonly number[], m: Arithmetic<N>): VectorPoint<N> {
  if (xs.some(Number.isNaN)) return undefinedPoint(m);
  const largest = largestOf(xs);
  const { powers, rest, total, others } = powersOf(xs, m);
  const log = m.log1p(rest);
  const distance = (x: number): N => m.sub(m.constant(x), m.constant(largest));
  return {
    value: (i) => {
      const x = xs[i]!;
      if (x === largest) return m.neg(log);
      return Number.isFinite(x - largest) ? m.sub(distance(x), log) : m.constant(-Infinity);
    },
    slope: (i, j) => m.div(i === j ? others(i) : m.neg(powers[j]!), total),
    pullback: (v) => {
      const sum = sumOf(
        v.map((weight) => m.constant(weight)),
        m,
      );
      return (j) => m.div(m.sub(m.mul(total, m.constant(v[j]!)), m.mul(powers[j]!, sum)), total);
    },
  };
}

/**
 * Log-softmax over one vector, y_i = x_i − ln Σ_j e^(x_j), shape [n] to [n]; ∂y_i/∂x_j = δ_ij − softmax(x)_j. Entries +∞
 * share, ln of their share; others beside them are −∞. Entries −∞ give −∞, −ln n if
 * every one is. NaN anywhere makes every entry NaN.
 */
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
  define: (xs, _params, m) => logSharesAt(xs, m),
  single: (xs) => singleLogShares(xs),
  slice: (others) => sliceBeside(others),
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

/** y₁ = −ln(1 + e^(−x₁) Σ e^(x_j)): a line on the left, 0 on the right; with no others always 0. */
function sliceBeside(others: readonly number[]): Slice {
  const claims = sliceClaims(others.length === 0);
  const total = logOfSum(others);
  const jet = jetAlong<never>(
    {
      define: (x, _params, m) => m.neg(m.softplus(m.sub(m.constant(total), x))),
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
