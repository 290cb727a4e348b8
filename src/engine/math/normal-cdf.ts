/**
 * Standard normal density φ and distribution function Φ.
 *
 * For x ≥ 0 the factor (1 + x) e^(x²/2) Φ(−x) is smooth and bounded; it is expanded once over the whole half line in
 * Chebyshev polynomials of t = (x − 5) / (x + 5), so that there is no seam between a series and an asymptotic formula,
 * and the left tail keeps its relative precision down to the smallest double.
 *
 * The coefficients and their source: exact/mills-coefficients.ts.
 */
import { millsCoefficients } from "./exact/mills-coefficients.ts";

/** As many as a double can tell apart from their sum. */
const coefficients = 26;

const leading = /* @__PURE__ */ Float64Array.from(millsCoefficients, ([high]) => high);

/** 1 / √(2π) */
const densityAtZero = 0.3989422804014327;

/** Beyond this Φ(−x) and φ(x) are below half the smallest double. */
const underflow = 40;

/**
 * factor · e^(−x²/2) with |x| ≤ 40. x² is split into the square of a neighbour with few bits, which is exact, and a small
 * rest, so that its rounding is not magnified by the exponential; deep in the tail the last multiplication is the only
 * one that may round into the denormal numbers.
 */
function timesGaussian(factor: number, x: number): number {
  const near = Math.round(x * 16) / 16;
  const rest = Math.exp(-((x - near) * (x + near)) / 2);
  const shift = Math.abs(x) > 35 ? 300 : 0;
  return factor * rest * Math.exp(shift - (near * near) / 2) * Math.exp(-shift);
}

/** The first `terms` of the Chebyshev series of (1 + x) e^(x²/2) Φ(−x), by Clenshaw's recurrence. @param t in [−1, 1] */
export function chebyshevMills(t: number, terms: number): number {
  let last = 0;
  let beforeLast = 0;
  for (let index = terms - 1; index > 0; index--) {
    const next = leading[index]! + 2 * t * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  return leading[0]! + t * last - beforeLast;
}

/** Φ(−x) for x ≥ 0. */
function upperTail(x: number): number {
  if (x > underflow) return 0;
  return timesGaussian(chebyshevMills((x - 5) / (x + 5), coefficients) / (1 + x), x);
}

/**
 * Standard normal distribution function Φ(x) = erfc(−x / √2) / 2.
 * @param x any double, dimensionless
 * @returns in [0, 1]; 0 at −∞, 1 at +∞, NaN for NaN
 * Accuracy: within 3 ulps where the result is a normal number, measured by test/engine/math/normal-cdf.test.ts; the last
 * denormal place below that.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return x;
  return x <= 0 ? upperTail(-x) : 1 - upperTail(x);
}

/** Standard normal density φ(x) = e^(−x²/2) / √(2π). @returns in [0, 0.3989…]; 0 at ±∞, NaN for NaN */
export function normalDensity(x: number): number {
  return Math.abs(x) > underflow ? 0 : timesGaussian(densityAtZero, x);
}
