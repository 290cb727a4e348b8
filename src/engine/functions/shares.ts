/** Shares of exponentials: what softmax and its kin are made of. Vectors of any length, shape [n]. */
import type { Arithmetic } from "../math/arithmetic.ts";
import { placesOf } from "../math/places.ts";
import { sumOf } from "../math/sum.ts";
import type { VectorPoint } from "./define.ts";

/** The largest entry; −∞ for none. */
export function largestOf(xs: readonly number[]): number {
  return xs.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** ln Σ_i e^(x_i); −∞ of none */
export function logOfSum(xs: readonly number[]): number {
  const largest = largestOf(xs);
  if (!Number.isFinite(largest)) return largest;
  return largest + Math.log(xs.reduce((sum, x) => sum + Math.exp(x - largest), 0));
}

/** A point at which nothing is defined. */
export function undefinedPoint<N>(m: Arithmetic<N>): VectorPoint<N> {
  const nothing = () => m.constant(NaN);
  return { value: nothing, slope: nothing, pullback: () => nothing };
}

/** p_i = e^(x_i − x_m) of the largest entry x_m, so that nothing overflows. */
export interface Powers<N> {
  readonly powers: readonly N[];
  /** Σ_i p_i less the first 1 in it */
  readonly rest: N;
  /** Σ_i p_i */
  readonly total: N;
  /** Σ_(j ≠ i) p_j, which does not cancel as total − p_i does when p_i is nearly all of it */
  readonly others: (i: number) => N;
}

/**
 * Entries +∞ have the power 1 and others beside them 0, which is the limit when they grow together; −∞ has 0, and if every
 * entry is −∞ they have 1, the limit again.
 * @param xs without NaN
 */
export function powersOf<N>(xs: readonly number[], m: Arithmetic<N>): Powers<N> {
  const largest = largestOf(xs);
  const first = xs.indexOf(largest);
  const [zero, one, top] = [0, 1, largest].map((value) => m.constant(value)) as [N, N, N];
  const powers = xs.map((x) =>
    x === largest
      ? one
      : x === -Infinity || largest === Infinity
        ? zero
        : m.expOfDifference(m.constant(x), top),
  );
  const others = (i: number): N =>
    sumOf(
      powers.filter((_, j) => j !== i),
      m,
    );
  const rest = others(first);
  return { powers, rest, total: m.add(one, rest), others };
}

/** y_i = e^(x_i) / Σ_j e^(x_j), ∂y_i/∂x_j = y_i (δ_ij − y_j). NaN anywhere makes every entry NaN. */
export function sharesAt<N>(xs: readonly number[], m: Arithmetic<N>): VectorPoint<N> {
  if (xs.some(Number.isNaN)) return undefinedPoint(m);
  const { powers, total, others } = powersOf(xs, m);
  const share = (i: number): N => m.div(powers[i]!, total);
  return {
    value: share,
    slope: (i, j) => m.mul(share(i), i === j ? m.div(others(i), total) : m.neg(share(j))),
    pullback: (v) => {
      const deviations = deviationsOf(xs, v, m);
      const mean = meanOf(xs, share, deviations, m);
      return (j) => m.mul(share(j), m.sub(deviations[j]!, mean));
    },
  };
}

/**
 * v_i − c: a number taken off all v changes no vᵀJ. As e^x of different x are linearly independent over the algebraic
 * numbers, y_i (v_i − Σ_j y_j v_j) is 0 only where v_i is the mean of v over the entries of every x, each for itself; with
 * that mean as c every sum that vanishes then vanishes exactly. It is one of the v, so the v nearest to it.
 * @source F. Lindemann, "Über die Zahl π", Mathematische Annalen 20 (1882) 213–225; K. Weierstrass (1885)
 */
function deviationsOf<N>(xs: readonly number[], v: readonly number[], m: Arithmetic<N>): readonly N[] {
  const largest = largestOf(xs);
  const ofLargest = v.filter((_, i) => xs[i] === largest);
  const mean = ofLargest.reduce((sum, weight) => sum + weight / ofLargest.length, 0);
  const nearest = v.reduce((a, b) => (Math.abs(b - mean) < Math.abs(a - mean) ? b : a), v[0] ?? 0);
  const centre = m.constant(nearest);
  return v.map((weight) => m.sub(m.constant(weight), centre));
}

/** Σ_i y_i d_i, the d of equal x together. */
function meanOf<N>(
  xs: readonly number[],
  share: (i: number) => N,
  deviations: readonly N[],
  m: Arithmetic<N>,
): N {
  const parts = [...placesOf(xs).values()].map((members) => {
    const deviation = sumOf(
      members.map((i) => deviations[i]!),
      m,
    );
    return m.mul(share(members[0]!), deviation);
  });
  return sumOf(parts, m);
}

/** The same function of −x. */
export function mirrored<N>(point: VectorPoint<N>, m: Arithmetic<N>): VectorPoint<N> {
  return {
    value: (i) => point.value(i),
    slope: (i, j) => m.neg(point.slope(i, j)),
    pullback: (v) => {
      const pulled = point.pullback(v);
      return (j) => m.neg(pulled(j));
    },
  };
}
