import type { Arithmetic } from "../math/arithmetic.ts";
import { interval, level } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import { defineVector } from "./compile-vector.ts";
import type { Claims, Curve, Slice, VectorPoint } from "./define.ts";
import { identity } from "./identity.ts";
import { relu } from "./relu.ts";
import { largestOf } from "./shares.ts";
import { goodfellow2013 } from "./sources.ts";

/**
 * Maxout, the largest of every `groups` entries that stand together: y_i = max x[i·groups … (i + 1)·groups − 1], shape [n] to
 * [n/groups]. ∂y_i/∂x_j is 1 at the first of the largest in group i, else 0. Infinite entries count as the numbers they are;
 * NaN makes its group NaN. Exact.
 */
export const maxout = defineVector({
  kind: "vector",
  id: "maxout",
  name: "Maxout",
  params: {
    groups: {
      default: 2,
      domain: { min: 1, why: "so many pieces are compared" },
      slider: { min: 1, max: 8, step: 1 },
      symbol: "k",
      meaning: "how many entries one output is the largest of",
      learnable: false,
    },
  },
  relation: { holds: ({ groups }) => Number.isInteger(groups), says: "a whole number of groups" },
  lengths: {
    text: "[n] to [n/groups]",
    fits: "a multiple of groups",
    outputs: (inputs, { groups }) => (inputs % groups === 0 ? inputs / groups : undefined),
  },
  formula: {
    latex: "y_i = \\max_{0 \\le j < k} x_{k i + j}",
    text: ({ groups }) => `max(x[${groups}*i:${groups}*i + ${groups}])`,
  },
  define: (xs, { groups }, m) => largestAt(xs, groups, m),
  slice: (others, { groups }) => sliceBeside(others.slice(0, groups - 1)),
  claims: { range: interval(-Infinity, Infinity, "neither"), shiftInvariant: false },
  notes: {
    strengths: [
      {
        text: "Learns its own convex function of pieces, has no flat side, and works well with dropout.",
        condition: "state of the art of 2013 on MNIST, CIFAR-10, CIFAR-100 and SVHN",
        source: goodfellow2013,
      },
    ],
    weaknesses: [
      {
        text: "Every output takes groups times as many weights.",
        condition: "compared with a rectifier of as many outputs",
        source: goodfellow2013,
      },
    ],
    whenToUse: [
      {
        text: "Hidden layers trained with dropout, where weights are to spare.",
        condition: "the paper's own experiments, image classification",
        source: goodfellow2013,
      },
    ],
  },
  origin: goodfellow2013,
});

function largestAt<N>(xs: readonly number[], groups: number, m: Arithmetic<N>): VectorPoint<N> {
  /** Place of the largest of a group: the first of several, or of a NaN. */
  const winner = (i: number): number => {
    const group = xs.slice(i * groups, (i + 1) * groups);
    const undefinedEntry = group.findIndex(Number.isNaN);
    return i * groups + (undefinedEntry >= 0 ? undefinedEntry : group.indexOf(largestOf(group)));
  };
  /** 1 at the winner; NaN in a group that has one. */
  const slope = (i: number, j: number): number => {
    if (Math.floor(j / groups) !== i) return 0;
    const place = winner(i);
    return Number.isNaN(xs[place]) ? NaN : Number(j === place);
  };
  return {
    value: (i) => m.constant(xs[winner(i)]!),
    slope: (i, j) => m.constant(slope(i, j)),
    pullback: (v) => (j) => {
      const group = Math.floor(j / groups);
      return m.mul(m.constant(slope(group, j)), m.constant(v[group]!));
    },
  };
}

/** Beside the others of its group max(x₁, top), with the slope of the first of equals; x₁ itself without others. */
function sliceBeside(others: readonly number[]): Slice {
  if (others.length === 0) return { jet: jetAlong(identity, {}), claims: identity.claims({}) };
  const top = largestOf(others);
  const claims: Claims = {
    ...relu.claims({}),
    range: interval(top, Infinity, "low"),
    kinks: [top],
    left: level(top),
  };
  const curve: Curve<never> = {
    define: (x, _params, m) => m.where(m.greaterOrEqual(x, m.constant(top)), x, m.constant(top)),
    claims: () => claims,
  };
  return { jet: jetAlong(curve, {}), claims };
}
