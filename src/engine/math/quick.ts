/**
 * Elementary functions for results that will be rounded to float32: within 2⁻³⁸ of the true value, which is 2¹⁴ times what
 * that rounding loses, at a fraction of the time of those for doubles; measured by test/engine/math/quick.test.ts.
 */
import { chebyshevMills } from "./normal-cdf.ts";

/** Steps of the table in one doubling. */
const steps = 64;
/** 64 / ln 2 and ln 2 / 64, written out because a bundler keeps a quotient that nobody uses. */
const stepsOfE = 92.33248261689366;
const step = 0.010830424696249145;

/** 2^(j / 64) */
const powersWithin = /* @__PURE__ */ Float64Array.from({ length: steps }, (_, j) => 2 ** (j / steps));
/** More steps than there are below 0. */
const shift = 131072;

const leastExponent = -1075;
/** 2^n, from below the smallest double to above the largest. */
const powers = /* @__PURE__ */ Float64Array.from({ length: 2101 }, (_, n) => 2 ** (n + leastExponent));

/**
 * e^x: by a power of two, a root of two from a table, and a short series for the rest, which is at most ln 2 / 128.
 * @source P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic", ACM
 * Transactions on Mathematical Software 15 (1989) 144–157
 */
export function quickExp(x: number): number {
  if (!(x < 709.7)) return Math.exp(x);
  if (x < -745) return 0;
  // Rounded by cutting off a fraction, which is quick, above 0, where it is rounding down.
  const n = ((x * stepsOfE + (shift + 0.5)) | 0) - shift;
  const r = x - n * step;
  const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return series * powersWithin[n & (steps - 1)]! * powers[(n >> 6) - leastExponent]!;
}

/** Below this the series of e^x − 1 and of tanh x are short. */
const near = 0.0625;

/** e^x − 1 */
export function quickExpm1(x: number): number {
  if (Math.abs(x) > near) return quickExp(x) - 1;
  return x * (1 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x / 5040))))));
}

/** 1 / (1 + e^−x) */
export function quickLogistic(x: number): number {
  const power = quickExp(-Math.abs(x));
  const share = 1 / (1 + power);
  return x < 0 ? power * share : share;
}

export function quickTanh(x: number): number {
  const size = Math.abs(x);
  if (size > near) {
    const power = quickExp(-2 * size);
    const value = (1 - power) / (1 + power);
    return x < 0 ? -value : value;
  }
  const square = x * x;
  return x * (1 - square * (1 / 3 - square * (2 / 15 - square * (17 / 315 - square * (62 / 2835)))));
}

/** How many of the coefficients are above 2⁻⁴³. */
const coefficients = 18;
const underflow = 40;

/** Standard normal distribution function Φ(x); see `normalCdf`. */
export function quickNormalCdf(x: number): number {
  const size = Math.abs(x);
  if (!(size < underflow)) return x < 0 ? 0 : x > 0 ? 1 : x;
  const mills = chebyshevMills((size - 5) / (size + 5), coefficients) / (1 + size);
  const tail = mills * quickExp(-0.5 * size * size);
  return x > 0 ? 1 - tail : tail;
}
