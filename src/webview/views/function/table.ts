/** A curve's table of values: what the picture shows, for reading. Pure. */
import type { Drawable } from "../../../engine/curve/drawable.ts";
import { roundStep, roundTo } from "../../format.ts";

export interface ValueRow {
  readonly x: number;
  readonly value: number;
  readonly derivative: number;
  readonly secondDerivative: number;
}

/** f, f′ and f″ at round numbers of the interval and at the kinks in it, ascending. */
export function valueTable(
  { jet, claims }: Pick<Drawable, "jet" | "claims">,
  [low, high]: readonly [low: number, high: number],
): readonly ValueRow[] {
  const step = roundStep((high - low) / 8);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const round = Array.from({ length: last - first + 1 }, (_, i) => roundTo((first + i) * step, step));
  const kinks = claims.kinks.filter((kink) => kink >= low && kink <= high);
  const xs = [...new Set([...round, ...kinks])].sort((a, b) => a - b);
  return xs.map((x) => ({ x, ...jet(x) }));
}
