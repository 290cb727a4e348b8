/** What a layer's next reader cares about in a set of numbers. Pure. */

export interface Statistics {
  readonly count: number;
  /** How many are exactly 0, as a share from 0 to 1. */
  readonly zeros: number;
  readonly mean: number;
  /** Mean squared distance from the mean, divided by the count. */
  readonly variance: number;
}

/** @param values at least one; NaN and infinities make mean and variance NaN or infinite */
export function statisticsOf(values: readonly number[]): Statistics {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { count, zeros: values.filter((value) => value === 0).length / count, mean, variance };
}
