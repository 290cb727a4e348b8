/** A curve as numbers: f, f′ and f″ at evenly spaced points, and on both sides of every kink. */
import type { ElementwiseFunction, ParameterValues } from "../functions/define.ts";
import { type Drawable, drawableOf } from "./drawable.ts";
import { isApart, kinkAt } from "./kinks.ts";

/** Arrays of one length; x never decreases. */
export interface Samples {
  readonly x: Float64Array;
  readonly value: Float64Array;
  readonly derivative: Float64Array;
  readonly secondDerivative: Float64Array;
}

interface Row {
  x: number;
  value: number;
  derivative: number;
  secondDerivative: number;
}

/**
 * Samples an elementwise function.
 *
 * A kink inside the interval takes three places with the same x: the limits from the left, a gap, and the limits from
 * the right. In the gap an order that jumps there is NaN, so that a line drawn through the numbers breaks; an order that
 * is continuous has its value, so that the line goes on. One-sided limits are read at the neighbouring doubles.
 * @param interval [low, high], finite, low < high
 * @param count how many evenly spaced points, both ends included, at least 2; one that falls on a kink gives way to it
 * @throws RangeError for an interval or a count it cannot use
 */
export function sampleCurve(
  fn: ElementwiseFunction,
  params: ParameterValues,
  interval: readonly [low: number, high: number],
  count: number,
): Samples {
  return sampleDrawable(drawableOf(fn, params), interval, count);
}

/** The same for anything that can be drawn. */
export function sampleDrawable(
  { jet, claims }: Drawable,
  [low, high]: readonly [low: number, high: number],
  count: number,
): Samples {
  if (!(low < high && Number.isFinite(high - low))) {
    throw new RangeError(`sampling needs a finite interval, got [${low}, ${high}]`);
  }
  if (!(Number.isInteger(count) && count >= 2)) {
    throw new RangeError(`sampling needs a count of at least 2, got ${count}`);
  }
  const kinks = claims.kinks.filter((kink) => low <= kink && kink <= high);
  const rows: Row[] = [];
  let nextKink = 0;
  for (let index = 0; index < count; index++) {
    const x = index === count - 1 ? high : low + ((high - low) * index) / (count - 1);
    while (nextKink < kinks.length && kinks[nextKink]! <= x)
      rows.push(...around(jet, kinks[nextKink++]!, low, high));
    if (!kinks.includes(x)) rows.push({ x, ...jet(x) });
  }
  return {
    x: Float64Array.from(rows, (row) => row.x),
    value: Float64Array.from(rows, (row) => row.value),
    derivative: Float64Array.from(rows, (row) => row.derivative),
    secondDerivative: Float64Array.from(rows, (row) => row.secondDerivative),
  };
}

/** The rows of a kink; at an end of the interval only the side that belongs to it. */
function around(jet: Drawable["jet"], kink: number, low: number, high: number): Row[] {
  const { left, here, right } = kinkAt(jet, kink);
  const value = across(left.value, here.value, right.value);
  const derivative = across(left.derivative, here.derivative, right.derivative);
  const secondDerivative = across(left.secondDerivative, here.secondDerivative, right.secondDerivative);
  const rows = [0, 1, 2].map((side) => ({
    x: kink,
    value: value[side]!,
    derivative: derivative[side]!,
    secondDerivative: secondDerivative[side]!,
  }));
  if (kink === low) return rows.slice(2);
  if (kink === high) return rows.slice(0, 1);
  return rows;
}

/** One order across a kink: itself thrice, or a jump. */
function across(left: number, here: number, right: number): readonly [number, number, number] {
  return isApart(left, right) ? [left, NaN, right] : [here, here, here];
}
