/** Beyond this e^−2|x| is nothing beside 1. */
const far = 20;

/**
 * ln cosh x, as ln(1 + 2 sinh²(x/2)): near 0, where it is x²/2, nothing cancels.
 * @param x any double, dimensionless
 * @returns in [0, ∞]; ∞ at ±∞, NaN for NaN
 * Accuracy: within 3 ulps, measured by test/engine/math/log-cosh.test.ts
 */
export function logCosh(x: number): number {
  if (Math.abs(x) > far) return Math.abs(x) - Math.LN2;
  const half = Math.sinh(x / 2);
  return Math.log1p(2 * half * half);
}
