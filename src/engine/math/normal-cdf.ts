/**
 * Standard normal density φ and distribution function Φ.
 *
 * For x ≥ 0 the factor (1 + x) e^(x²/2) Φ(−x) is smooth and bounded; it is expanded once over the whole half line in
 * Chebyshev polynomials of t = (x − 5) / (x + 5), so that there is no seam between a series and an asymptotic formula,
 * and the left tail keeps its relative precision down to the smallest double.
 *
 * @source M. M. Shepherd, J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x < ∞",
 * Mathematics of Computation 36 (1981) 249–253: the method. The coefficients are computed by
 * test/fixtures/functions/normal-cdf.py.
 */

/** Chebyshev coefficients of (1 + x) e^(x²/2) Φ(−x) in t = (x − 5) / (x + 5). */
const coefficients: readonly number[] = [
  0.4619742120721857, -0.06516520239491264, -0.005458781501136567, 0.01229619904556344, -0.006470872915703688,
  0.0022407355224168305, -0.0005638623774651974, 9.984031082925812e-5, -9.849514843168493e-6,
  -4.032494233045217e-7, 2.99023962013034e-7, -3.032070748442814e-8, -4.617665713929027e-9,
  1.3298288008382692e-9, 3.007242719019045e-11, -4.4299537255328156e-11, 1.3999857147018152e-12,
  1.4718957028912571e-12, -9.325953119165372e-14, -5.294681169067695e-14, 3.958188414414517e-15,
  2.1048214642963194e-15, -1.345671286136144e-16, -9.097614914495833e-17, 2.9906032105666557e-18,
  4.120292578607833e-18,
];

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

/** Sum of the Chebyshev series by Clenshaw's recurrence. @param t in [−1, 1] */
function chebyshev(t: number): number {
  let last = 0;
  let beforeLast = 0;
  for (let index = coefficients.length - 1; index > 0; index--) {
    const next = coefficients[index]! + 2 * t * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  return coefficients[0]! + t * last - beforeLast;
}

/** Φ(−x) for x ≥ 0. */
function upperTail(x: number): number {
  if (x > underflow) return 0;
  return timesGaussian(chebyshev((x - 5) / (x + 5)) / (1 + x), x);
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
