/** Shares of exponentials: what softmax and its kin are made of. Vectors of any length, shape [n]. */
import { interval, level } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import type { Claims, Slice } from "./define.ts";

/** The largest entry; −∞ for none. */
export function largestOf(xs: readonly number[]): number {
  return xs.reduce((a, b) => Math.max(a, b), -Infinity);
}

/**
 * y_i = e^(x_i) / Σ_j e^(x_j).
 *
 * The largest entry is subtracted first, so nothing overflows. Entries +∞ share 1 equally and the others are 0, which is
 * the limit when they grow together; −∞ gives 0, and if every entry is −∞ they share equally, the limit again. NaN
 * anywhere makes every entry NaN. The empty vector gives the empty vector.
 */
export function sharesOf(xs: readonly number[]): number[] {
  if (xs.some(Number.isNaN)) return xs.map(() => NaN);
  const largest = largestOf(xs);
  const shares = xs.map((x) => expOfDifference(x, largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/**
 * e^(a − b). The rounding error of a − b, which the exponential would magnify, is found exactly and put back.
 * Equal infinities differ by 0 here, not by NaN.
 * @source D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B (the error of a sum)
 */
export function expOfDifference(a: number, b: number): number {
  if (a === b) return 1;
  const difference = a - b;
  const power = Math.exp(difference);
  if (power === 0) return 0;
  const taken = a - difference;
  const error = a - (difference + taken) - (b - taken);
  return power + power * error;
}

/**
 * 1 − y_i as the sum of all other shares, which does not cancel when y_i is nearly 1.
 * @param rest the share of what is no entry
 */
export function othersOf(ys: readonly number[], i: number, rest = 0): number {
  return ys.reduce((sum, y, j) => (i === j ? sum : sum + y), rest);
}

/** ∂y_i/∂x_j = y_i (δ_ij − y_j). */
export function jacobianOfShares(ys: readonly number[], rest = 0): number[][] {
  return ys.map((yi, i) => ys.map((yj, j) => (i === j ? yi * othersOf(ys, i, rest) : -yi * yj)));
}

/** vᵀJ of the same J. */
export function vjpOfShares(ys: readonly number[], v: readonly number[]): number[] {
  const mean = ys.reduce((sum, y, i) => sum + y * v[i]!, 0);
  return ys.map((y, i) => y * (v[i]! - mean));
}

/**
 * The share of one entry beside others that are 0: y₁ = σ(x₁ · slope − ln others), 1 if there are none.
 * @param others how many 0 there are; @param slope other than 0
 */
export function sliceOfShares(others: number, slope = 1): Slice {
  const claims = shareClaims(others === 0, slope);
  const share = jetAlong<never>(
    {
      define: (x, _params, m) => m.logistic(m.sub(m.mul(x, m.constant(slope)), m.constant(Math.log(others)))),
      claims: () => claims,
    },
    {},
  );
  return { jet: share, claims };
}

function shareClaims(isAlone: boolean, slope: number): Claims {
  const steepest = slope / 4;
  const ends = [level(0), level(1)] as const;
  const [left, right] = isAlone ? [level(1), level(1)] : slope > 0 ? ends : [ends[1], ends[0]];
  return {
    range: isAlone ? interval(1, 1, "both") : interval(0, 1, "neither"),
    derivativeRange: isAlone
      ? interval(0, 0, "both")
      : slope > 0
        ? interval(0, steepest, "high")
        : interval(steepest, 0, "low"),
    monotone: isAlone || slope > 0,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left,
    right,
  };
}
