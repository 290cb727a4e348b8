/** How far results are from the truth, in units of the last place of their format. */
import { float32, lastPlaceOf, round } from "../../src/engine/formats/format.ts";
import { nextUp } from "../../src/engine/math/neighbours.ts";
import type { Subject } from "./subject.ts";

/** The largest error and where it is. Infinite where a result is NaN, or infinite, or finite, and ought not to be. */
export interface Worst {
  readonly error: number;
  readonly x: number;
}

/** Until here is near. */
const nearby = 5;

export interface Score {
  readonly near: Worst;
  readonly everywhere: Worst;
}

export function scoreOf(
  format: Subject["format"],
  xs: readonly number[],
  truth: readonly number[],
  got: ArrayLike<number>,
): Score {
  const errors = xs.map((x, i) => ({ x, error: errorOf(format, truth[i]!, got[i]!) }));
  const worst = (list: readonly Worst[]) =>
    list.reduce((a, b) => (b.error > a.error ? b : a), { error: 0, x: 0 });
  return { near: worst(errors.filter(({ x }) => Math.abs(x) <= nearby)), everywhere: worst(errors) };
}

/** Of a double from the nearest double, so half a unit less or more than from the truth itself. */
function errorOf(format: Subject["format"], truth: number, got: number): number {
  const wanted = format === "float32" ? round(truth, float32) : truth;
  if (!Number.isFinite(wanted) || !Number.isFinite(got)) return wanted === got ? 0 : Infinity;
  const size = Math.abs(truth);
  return Math.abs(got - truth) / (format === "float32" ? lastPlaceOf(size, float32) : nextUp(size) - size);
}
