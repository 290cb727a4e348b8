/**
 * Elementary functions for results that will be rounded to float32: within 2⁻³⁴ of the true value, of which that rounding loses
 * 2⁻²⁵, at a fraction of the time of those for doubles; measured by test/engine/math/quick.test.ts. What is decided about
 * single numbers is decided without a jump where either outcome is likely: a processor guesses at those, and wrong guesses took
 * more time than all the arithmetic.
 */
import { chebyshevMills, normalCdf } from "./normal-cdf.ts";

export interface Quick {
  /** e^x */
  readonly exp: (x: number) => number;
  /** e^x − 1 */
  readonly expm1: (x: number) => number;
  /** 1 / (1 + e^−x), and 1e−282 where it is less */
  readonly logistic: (x: number) => number;
  readonly tanh: (x: number) => number;
  /** The same for |x| ≤ 300, wrong beyond. */
  readonly nearExp: (x: number) => number;
  readonly nearLogistic: (x: number) => number;
  readonly nearTanh: (x: number) => number;
  /** Standard normal distribution function Φ(x) */
  readonly normalCdf: (x: number) => number;
}

export const quick: Quick = /* @__PURE__ */ quickFunctions();

/** Constants stand inside, where they stay constants: a bundler makes variables of a module's, which a compiler does not trust. */
function quickFunctions(): Quick {
  /** Steps of the table in one doubling. */
  const steps = 256;
  const stepsOfE = steps / Math.LN2;
  const step = Math.LN2 / steps;
  /** 2^(j / 256) */
  const powersWithin = Float64Array.from({ length: steps }, (_, j) => 2 ** (j / steps));
  const exponents = 2048;
  const leastExponent = -1075;
  /** 2^n, from below the smallest double up to 2^972 */
  const powers = new Float64Array(exponents);
  powers[1] = Number.MIN_VALUE;
  for (let n = 2; n < exponents; n++) powers[n] = 2 * powers[n - 1]!;
  /** The place of 2^0 in both tables together. */
  const origin = -leastExponent * steps;
  const half = 0.5;
  /** Within this e^x is in the tables. Beyond, e^−x is nothing in float32, and e^x more than there is. */
  const reach = 650;

  /** 2^((n − origin) / 256). The masks change nothing, and tell a compiler that an index is in its table. */
  function scaleOf(n: number): number {
    return powersWithin[n & (steps - 1)]! * powers[(n >> 8) & (exponents - 1)]!;
  }

  /**
   * e^x for |x| ≤ 650, wrong beyond: by a power of two, a root of two, both from tables, and a short series for the rest, which
   * is at most ln 2 / 512. Cutting off a fraction is quicker than rounding.
   * @source P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic", ACM
   * Transactions on Mathematical Software 15 (1989) 144–157
   */
  function powerOf(x: number): number {
    const place = x * stepsOfE + (origin + half);
    const n = place | 0;
    const r = (place - n - half) * step;
    return (1 + r * (1 + r * (1 / 2 + r * (1 / 6)))) * scaleOf(n);
  }

  /** e^x − 1 for |x| ≤ 650, wrong beyond; of −0 it is −0 */
  function powerLessOne(x: number): number {
    const n = (x * stepsOfE + (origin + half)) | 0;
    const r = x - (n - origin) * step;
    const scale = scaleOf(n);
    return scale * (r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24))))) - (1 - scale);
  }

  /** The nearest number of [−size, size]; NaN stays. */
  function within(size: number, x: number): number {
    return x > size ? size : x < -size ? -size : x;
  }

  function nearLogistic(x: number): number {
    return 1 / (1 + powerOf(-x));
  }

  function nearTanh(x: number): number {
    const power = powerLessOne(2 * x);
    return power / (power + 2);
  }

  /** Places of the table below in 1. */
  const density = 32;
  const farthest = 16;
  /** m(s) = e^(s²/2) Φ(−s) in the middles of 512 parts of [0, 16], and four derivatives, each divided by its factorial */
  const mills = new Float64Array(5 * density * farthest);

  /** m′ = s m − 1/√(2π), and from there on m⁽ᵏ⁺¹⁾ = s m⁽ᵏ⁾ + k m⁽ᵏ⁻¹⁾. */
  function fillMills(): void {
    for (let part = 0; part < density * farthest; part++) {
      const s = (part + half) / density;
      const value = chebyshevMills((s - 5) / (s + 5), 26) / (1 + s);
      const first = s * value - 0.3989422804014327;
      const second = s * first + value;
      const third = s * second + 2 * first;
      mills.set([value, first, second / 2, third / 6, (s * third + 3 * second) / 24], 5 * part);
    }
  }

  return {
    exp: (x) => (Math.abs(x) < reach ? powerOf(x) : Math.exp(x)),
    expm1: (x) => (Math.abs(x) < reach ? powerLessOne(x) : Math.expm1(x)),
    logistic: (x) => nearLogistic(within(reach, x)),
    // From 20 on it is 1 in doubles, too.
    tanh: (x) => nearTanh(within(20, x)),
    nearExp: powerOf,
    nearLogistic,
    nearTanh,
    normalCdf: (x) => {
      const s = Math.abs(x);
      if (!(s < farthest)) return normalCdf(x);
      if (mills[0] === 0) fillMills();
      const part = (s * density) | 0;
      const u = s - (part + half) / density;
      const i = 5 * part;
      const ratio =
        mills[i]! + u * (mills[i + 1]! + u * (mills[i + 2]! + u * (mills[i + 3]! + u * mills[i + 4]!)));
      const tail = ratio * powerOf(-0.5 * s * s);
      const above = Number(x > 0);
      return above - (above + above - 1) * tail;
    },
  };
}
