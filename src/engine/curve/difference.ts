/** How far two curves are apart. */
import { nextDown, nextUp } from "../math/neighbours.ts";
import type { Drawable } from "./drawable.ts";
import { type Order, ofOrder } from "./frame.ts";

export interface LargestDifference {
  readonly x: number;
  /** First minus second there. */
  readonly value: number;
  /** At an end of the interval: beyond it the curves may be further apart. */
  readonly isAtEnd: boolean;
  /** Whether they are as far apart at −x. */
  readonly isMirrored: boolean;
}

const gridPoints = 2001;

/**
 * Where two curves are furthest apart on an interval: the best of an even grid and both sides of every kink, refined by
 * golden sections between its neighbours. A peak narrower than a two-thousandth of the interval can be missed.
 * @returns undefined where the curves have no finite difference
 */
export function largestDifference(
  first: Pick<Drawable, "jet" | "claims">,
  second: Pick<Drawable, "jet" | "claims">,
  order: Order,
  [low, high]: readonly [low: number, high: number],
): LargestDifference | undefined {
  const gap = (x: number) => ofOrder(first.jet(x), order) - ofOrder(second.jet(x), order);
  const size = (x: number) => {
    const value = Math.abs(gap(x));
    return Number.isFinite(value) ? value : -Infinity;
  };
  const kinks = [...first.claims.kinks, ...second.claims.kinks].filter((kink) => kink > low && kink < high);
  const grid = Array.from({ length: gridPoints }, (_, i) => low + ((high - low) * i) / (gridPoints - 1));
  const xs = [...grid, ...kinks.flatMap((kink) => [nextDown(kink), kink, nextUp(kink)])].sort(
    (a, b) => a - b,
  );
  const best = xs.reduce((top, x, i) => (size(x) > size(xs[top]!) ? i : top), 0);
  if (size(xs[best]!) === -Infinity) return undefined;
  const refined = goldenMaximum(size, xs[Math.max(0, best - 1)]!, xs[Math.min(xs.length - 1, best + 1)]!);
  const x = size(refined) > size(xs[best]!) ? refined : xs[best]!;
  const isMirrored = x !== 0 && -x >= low && -x <= high && Math.abs(size(-x) - size(x)) <= 1e-9 * size(x);
  const width = high - low;
  return { x, value: gap(x), isAtEnd: x - low < 1e-6 * width || high - x < 1e-6 * width, isMirrored };
}

/** A maximum of a function with one peak between `low` and `high`. */
function goldenMaximum(size: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [low, high];
  let [left, right] = [to - ratio * (to - from), from + ratio * (to - from)];
  for (let step = 0; step < 60; step++) {
    if (size(left) >= size(right)) [to, right, left] = [right, left, right - ratio * (right - from)];
    else [from, left, right] = [left, right, left + ratio * (to - left)];
  }
  return (from + to) / 2;
}
