/** What a layer's next reader cares about in a set of numbers. Pure. */

export interface Statistics {
  readonly count: number;
  /** How many are exactly 0, as a share from 0 to 1. */
  readonly zeros: number;
  readonly mean: number;
  /** Mean squared distance from the mean, divided by the count. */
  readonly variance: number;
  readonly lowest: number;
  readonly highest: number;
}

/** @param values at least one; NaN makes all but the zeros NaN, infinities make mean and variance NaN or infinite */
export function statisticsOf(values: ArrayLike<number>): Statistics {
  const count = values.length;
  let [sum, zeros, lowest, highest] = [0, 0, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    sum += value;
    if (value === 0) zeros++;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - mean) ** 2;
  return { count, zeros: zeros / count, mean, variance: squares / count, lowest, highest };
}
