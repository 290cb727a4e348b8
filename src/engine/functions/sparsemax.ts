import type { Arithmetic } from "../math/arithmetic.ts";
import { once } from "../math/exact/once.ts";
import { real } from "../math/real.ts";
import { sumOf } from "../math/sum.ts";
import { interval, level } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import { defineVector } from "./compile-vector.ts";
import type { Claims, Curve, Slice, VectorPoint } from "./define.ts";
import { sliceOfShares } from "./share-slice.ts";
import { largestOf, undefinedPoint } from "./shares.ts";
import { martins2016 } from "./sources.ts";

/**
 * Sparsemax over one vector, the nearest point of the simplex: y_i = max(x_i − τ, 0) with the τ at which they add up to 1,
 * shape [n] to [n]. ∂y_i/∂x_j = δ_ij − 1/k among the k entries above 0, which are the support, and 0 elsewhere; an entry
 * just at 0 counts as outside. Entries +∞ share 1 equally, as do all if every one is −∞; NaN anywhere makes every entry NaN.
 */
export const sparsemax = defineVector({
  kind: "vector",
  id: "sparsemax",
  name: "Sparsemax",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = \\max(x_i - \\tau, 0), \\quad \\tau \\text{ such that } \\sum_j y_j = 1",
    text: () => "max(x_i - t, 0) where sum(max(x_j - t, 0)) = 1",
  },
  define: (xs, _params, m) => projectionAt(xs, m),
  slice: (others) => sliceBeside(others),
  claims: { range: interval(0, 1, "both"), sum: interval(1, 1, "both"), shiftInvariant: true },
  notes: {
    strengths: [
      {
        text: "Gives exact zeros, so that only some entries take part, and a loss of its own to train it with.",
        condition: "multi-label classification and attention, the paper's experiments",
        source: martins2016,
      },
    ],
    weaknesses: [
      {
        text: "No gradient to the entries outside the support; a logarithm of its output can be −∞.",
        condition: "trained with cross-entropy instead of the sparsemax loss",
        source: martins2016,
      },
    ],
    whenToUse: [
      {
        text: "Attention that should pick few inputs: as accurate as softmax there, and more compact.",
        condition: "natural language inference",
        source: martins2016,
      },
    ],
  },
  origin: martins2016,
});

/**
 * With u_i = x_i − max x, an entry is in the support while 1 + r u_i > Σ u of the r largest, and y_i = (1 + Σ_j (u_i − u_j)) / k
 * over the support: a sum of doubles, divided once.
 */
function projectionAt<N>(xs: readonly number[], m: Arithmetic<N>): VectorPoint<N> {
  if (xs.some(Number.isNaN)) return undefinedPoint(m);
  const largest = largestOf(xs);
  const [zero, one, top] = [0, 1, largest].map((value) => m.constant(value)) as [N, N, N];
  const distance = (x: number): N => (x === largest ? zero : m.sub(m.constant(x), top));
  const support = once(() => {
    // τ is at least max x − 1, so that only entries above that can be in it.
    const near = [...xs.keys()].filter((i) => xs[i] === largest || xs[i]! - largest >= -1);
    near.sort((i, j) => (xs[i] === xs[j] ? i - j : xs[j]! - xs[i]!));
    const members = new Set<number>();
    let sum = zero;
    for (const i of near) {
      const next = m.add(sum, distance(xs[i]!));
      const scaled = m.mul(m.constant(members.size + 1), distance(xs[i]!));
      if (!m.greater(m.add(one, scaled), next)) break;
      members.add(i);
      sum = next;
    }
    return { members, count: m.constant(members.size), sum };
  });
  return {
    value: (i) => {
      const { members, count, sum } = support();
      if (!members.has(i)) return zero;
      return m.div(m.add(one, m.sub(m.mul(count, distance(xs[i]!)), sum)), count);
    },
    slope: (i, j) => {
      const { members, count } = support();
      if (!members.has(i) || !members.has(j)) return zero;
      return m.div(i === j ? m.sub(count, one) : m.neg(one), count);
    },
    pullback: (v) => {
      const { members, count } = support();
      const total = sumOf(
        [...members].map((i) => m.constant(v[i]!)),
        m,
      );
      return (j) => (members.has(j) ? m.div(m.sub(m.mul(count, m.constant(v[j]!)), total), count) : zero);
    },
  };
}

/**
 * Beside others: 0 up to their own τ, then a line that bends where the least of them drops out of the support, and so on up
 * to 1; always 1 without others.
 */
function sliceBeside(others: readonly number[]): Slice {
  if (others.length === 0) return sliceOfShares(others);
  const alone = projectionAt(others, real);
  const support = others.filter((_, i) => alone.value(i) > 0).sort((a, b) => a - b);
  const enters = (sumOf(support, real) - 1) / support.length;
  /** At τ = v those above v share what x₁ leaves of 1. */
  const leaves = [...new Set(support)].map((v) => ({
    x: support.reduce((rest, other) => rest - Math.max(0, other - v), 1 + v),
    beyond: support.filter((other) => other > v),
  }));
  const claims: Claims = {
    range: interval(0, 1, "both"),
    derivativeRange: interval(0, support.length / (support.length + 1), "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [enters, ...leaves.map(({ x }) => x)],
    saturates: "both",
    left: level(0),
    right: level(1),
  };
  const curve: Curve<never> = {
    define: (x, _params, m) => {
      const line = (members: readonly number[]) => {
        const differences = members.map((v) => m.sub(x, m.constant(v)));
        return m.div(m.add(m.constant(1), sumOf(differences, m)), m.constant(members.length + 1));
      };
      const first = m.where(m.greater(x, m.constant(enters)), line(support), m.constant(0));
      return leaves.reduce(
        (y, kink) => m.where(m.greaterOrEqual(x, m.constant(kink.x)), line(kink.beyond), y),
        first,
      );
    },
    claims: () => claims,
  };
  return { jet: jetAlong(curve, {}), claims };
}
