/**
 * e^(a − b). The rounding error of a − b, which the exponential would magnify, is found exactly and put back.
 * @param a, b doubles, dimensionless
 * @returns in [0, ∞]; 1 where a = b, also of infinities; NaN for NaN
 * Accuracy: that of Math.exp, and one rounding
 * @source D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B (the error of a sum)
 */
export function expOfDifference(a: number, b: number): number {
  if (a === b) return 1;
  const difference = a - b;
  const power = Math.exp(difference);
  if (power === 0 || power === Infinity) return power;
  const taken = a - difference;
  const error = a - (difference + taken) - (b - taken);
  return power + power * error;
}
