/** Where a curve is flat, and where to look for what it does. */
import { bisect } from "../math/bisect.ts";
import type { Drawable } from "./drawable.ts";

/** f′ is below 5 % of its largest magnitude (of 1, where it has none) below / above these places. */
export interface FlatZones {
  readonly flatBelow?: number;
  readonly flatAbove?: number;
}

/** Below this share of the largest |f′| a curve counts as flat. */
export const flatShare = 0.05;

/** Distances from 10⁴ down to 10⁻³, each nine tenths of the one before. */
function distances(): number[] {
  return Array.from({ length: 154 }, (_, index) => 1e4 * 0.9 ** index);
}

/** Places from −10⁴ to 10⁴, closer together the nearer they are to 0. */
export function searchPlaces(): number[] {
  const far = distances();
  return [...far.map((distance) => -distance), 0, ...far.reverse()];
}

/** The flat ends of the sides on which the curve saturates; none for a curve that is flat everywhere. */
export function flatZones({ jet, claims }: Drawable): FlatZones {
  const { low, high } = claims.derivativeRange;
  if (low === high) return {};
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const bound = flatShare * (Number.isFinite(largest) ? largest : 1);
  const steep = (x: number) => Math.abs(jet(x).derivative) >= bound;
  const { saturates, kinks } = claims;
  return {
    ...(saturates === "left" || saturates === "both"
      ? { flatBelow: outermostSteep(steep, kinks[0] ?? 0, -1) }
      : {}),
    ...(saturates === "right" || saturates === "both"
      ? { flatAbove: outermostSteep(steep, kinks.at(-1) ?? 0, 1) }
      : {}),
  };
}

/** Coming from far out on one side, the border at which the curve gets steep; `start` if it does not before that. */
function outermostSteep(steep: (x: number) => boolean, start: number, side: -1 | 1): number {
  let flat = side * Infinity;
  for (const distance of distances()) {
    const x = start + side * distance;
    if (steep(x)) return Number.isFinite(flat) ? bisect((place) => !steep(place), flat, x) : x;
    flat = x;
  }
  return start;
}
