/** Which stretch of the line shows what a function does. */
import type { Drawable } from "./drawable.ts";

/** Where the search for the settled ends starts; what lies beyond is not shown. */
const farthest = 100;

/** f′ counts as settled when it is this near to its limit, relative to its largest magnitude. */
const settled = 0.02;

/**
 * An interval with whole ends that covers −4 … 4, every kink, and everything up to where f′ has nearly reached its limits.
 */
export function usualInterval({ jet, claims }: Drawable): [low: number, high: number] {
  const { kinks, derivativeRange, left, right } = claims;
  const tolerance = settled * Math.max(Math.abs(derivativeRange.low), Math.abs(derivativeRange.high));
  const shown = kinks.filter((kink) => Math.abs(kink) <= farthest);
  const unsettled = (limit: number) => (x: number) => Math.abs(jet(x).derivative - limit) > tolerance;
  const low = Math.min(firstFrom(-1, unsettled(left.derivative)), ...shown);
  const high = Math.max(firstFrom(1, unsettled(right.derivative)), ...shown);
  return [Math.min(-4, Math.round(low - 1)), Math.max(4, Math.round(high + 1))];
}

/** The first place, coming from far out on one side in steps of a twentieth, where something holds; else 0. */
function firstFrom(side: -1 | 1, holds: (x: number) => boolean): number {
  for (let distance = farthest; distance > 0.5; distance *= 0.95) {
    if (holds(side * distance)) return side * distance;
  }
  return 0;
}
