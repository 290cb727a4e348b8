/**
 * Binary floating point of any precision: mantissa · 2^exponent, over BigInt. Every operation rounds its result to `bits`
 * bits, the elementary functions up to 2⁸ times as coarsely; exponents do not end, so nothing overflows or underflows.
 * A result whose mantissa is shorter than `bits` is exact where all operands were.
 */

import { once } from "./once.ts";

/** mantissa · 2^exponent; 0 is 0 · 2^0. */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

export const zero: BigFloat = { mantissa: 0n, exponent: 0 };

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** Number of bits of |a|; one more where the leading 54 are all 1, which a double rounds up. */
export function bitLength(a: bigint): number {
  if (a === 0n) return 0;
  let beyond = 0;
  let size = Number(a);
  while (!Number.isFinite(size)) {
    beyond += 960;
    size = Number(a >> BigInt(beyond));
  }
  view.setFloat64(0, size);
  return beyond + ((view.getUint32(0) >>> 20) & 0x7ff) - 1022;
}

/** Exponent of the leading bit: |a| in [2^magnitude, 2^(magnitude + 1)); −∞ for 0. */
export function magnitude({ mantissa, exponent }: BigFloat): number {
  return mantissa === 0n ? -Infinity : exponent + bitLength(mantissa) - 1;
}

/** a / 2^count, rounded to the nearest, half away from 0; a · 2^−count where count is negative. */
function shifted(a: bigint, count: number): bigint {
  if (count <= 0) return a << BigInt(-count);
  const size = a < 0n ? -a : a;
  const rounded = (size + (1n << BigInt(count - 1))) >> BigInt(count);
  return a < 0n ? -rounded : rounded;
}

/** The double itself, exactly. @param value finite */
export function fromDouble(value: number): BigFloat {
  if (value === 0) return zero;
  view.setFloat64(0, value);
  const top = view.getUint32(0);
  const biased = (top >>> 20) & 0x7ff;
  const fraction = (top & 0xfffff) * 2 ** 32 + view.getUint32(4);
  const size = BigInt(biased === 0 ? fraction : fraction + 2 ** 52);
  return { mantissa: value < 0 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

/** The nearest double, ties to even, denormals included; beyond the largest double ±∞. */
export function toDouble(a: BigFloat): number {
  const top = magnitude(a);
  if (top === -Infinity || top < -1076) return a.mantissa < 0n ? -0 : 0;
  if (top > 1024) return a.mantissa < 0n ? -Infinity : Infinity;
  // The last place: 53 bits below the leading one, but never below 2^−1074.
  const last = Math.max(top - 52, -1074);
  const places = nearestEven(a.mantissa, last - a.exponent);
  return Number(places) * 2 ** last;
}

/** a / 2^count to the nearest integer, ties to even. */
function nearestEven(a: bigint, count: number): bigint {
  if (count <= 0) return a << BigInt(-count);
  const size = a < 0n ? -a : a;
  const floor = size >> BigInt(count);
  const rest = size - (floor << BigInt(count));
  const half = 1n << BigInt(count - 1);
  const up = rest > half || (rest === half && (floor & 1n) === 1n);
  const rounded = up ? floor + 1n : floor;
  return a < 0n ? -rounded : rounded;
}

/** 2²⁰; an argument beyond ±this makes e^a exceed, or vanish beside, every power of doubles. */
export const largestLog = 1048576;

export interface BigFloats {
  add(a: BigFloat, b: BigFloat): BigFloat;
  mul(a: BigFloat, b: BigFloat): BigFloat;
  /** @param b other than 0 */
  div(a: BigFloat, b: BigFloat): BigFloat;
  /** @param a above 0 */
  sqrt(a: BigFloat): BigFloat;
  /** e^a; beyond ±2²⁰ as at ±2²⁰ */
  exp(a: BigFloat): BigFloat;
  /** e^a − 1, precise relative to itself near 0 too */
  expm1(a: BigFloat): BigFloat;
  /** ln(1 + a), precise relative to itself near 0 too. @param a above −1 */
  log1p(a: BigFloat): BigFloat;
  sin(a: BigFloat): BigFloat;
  cos(a: BigFloat): BigFloat;
  /** Φ(a), the left tail precise relative to itself; below −64 some number that no factor lifts into the doubles */
  normalCdf(a: BigFloat): BigFloat;
  /** φ(a) = e^(−a²/2) / √(2π) */
  normalDensity(a: BigFloat): BigFloat;
  ln2(): BigFloat;
  /** π/2 */
  quarterTurn(): BigFloat;
}

const arithmetics = new Map<number, BigFloats>();

/** The arithmetic of one precision. @param bits at least 128 */
/* @__NO_SIDE_EFFECTS__ */
export function bigFloats(bits: number): BigFloats {
  // Its constants are computed once.
  const arithmetic = arithmetics.get(bits) ?? bigFloatsOf(bits);
  arithmetics.set(bits, arithmetic);
  return arithmetic;
}

function bigFloatsOf(bits: number): BigFloats {
  const guarded = bits + 32;
  const make = (mantissa: bigint, exponent: number): BigFloat => {
    if (mantissa === 0n) return zero;
    const excess = bitLength(mantissa) - bits;
    return excess > 0
      ? { mantissa: shifted(mantissa, excess), exponent: exponent + excess }
      : { mantissa, exponent };
  };
  const add = (a: BigFloat, b: BigFloat): BigFloat => {
    if (a.mantissa === 0n) return b;
    if (b.mantissa === 0n) return a;
    const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
    const gap = high.exponent - low.exponent;
    // Too far apart to touch each other: the smaller one would only fill memory.
    if (magnitude(high) - magnitude(low) > guarded + 2) return filled(high);
    return make((high.mantissa << BigInt(gap)) + low.mantissa, low.exponent);
  };
  /** The same number with a mantissa of full length, as an inexact one has. */
  const filled = ({ mantissa, exponent }: BigFloat): BigFloat => {
    const lack = Math.max(0, bits - bitLength(mantissa));
    return { mantissa: mantissa << BigInt(lack), exponent: exponent - lack };
  };
  const sub = (a: BigFloat, b: BigFloat): BigFloat => add(a, neg(b));
  const mul = (a: BigFloat, b: BigFloat): BigFloat => make(a.mantissa * b.mantissa, a.exponent + b.exponent);
  const div = (a: BigFloat, b: BigFloat): BigFloat => {
    if (a.mantissa === 0n) return zero;
    const shift = Math.max(0, guarded + bitLength(b.mantissa) - bitLength(a.mantissa));
    return make((a.mantissa << BigInt(shift)) / b.mantissa, a.exponent - shift - b.exponent);
  };
  const scaled = (a: BigFloat, power: number): BigFloat =>
    a.mantissa === 0n ? zero : { mantissa: a.mantissa, exponent: a.exponent + power };

  const one = fromDouble(1);
  const two = fromDouble(2);
  /** a as an integer of 2^−places. */
  const fixed = (a: BigFloat, places: number): bigint => shifted(a.mantissa, -(a.exponent + places));

  const ln2 = once((): BigFloat => {
    // 2 artanh(1/3), in fixed point.
    const unit = 1n << BigInt(2 * guarded);
    return { mantissa: 2n * seriesOfInverse(3n, 1n, unit), exponent: -2 * guarded };
  });
  const densityAtZero = once(() =>
    div(one, squareRoot({ mantissa: pi(2 * guarded), exponent: 1 - 2 * guarded })),
  );

  /** Square root of a > 0. */
  function squareRoot(a: BigFloat): BigFloat {
    const odd = a.exponent & 1;
    const lift = 2 * guarded;
    return make(integerSquareRoot(a.mantissa << BigInt(lift + odd)), (a.exponent - odd - lift) / 2);
  }

  /** e^r − 1 for |r| < 1, precise relative to itself. */
  function expm1Small(r: BigFloat): BigFloat {
    // Then r itself is as near.
    if (magnitude(r) < -guarded) return r;
    // Halved until 16 bits are gained per term; fixed point relative to r's own size.
    const halvings = Math.max(0, magnitude(r) + 17);
    const s = scaled(r, -halvings);
    const places = guarded + 2 * halvings - Math.min(0, magnitude(s));
    const step = fixed(s, places);
    let [term, sum] = [step, step];
    for (let n = 2n; term !== 0n; n++) {
      term = (term * step) >> BigInt(places);
      term /= n;
      sum += term;
      if (term === -1n) break;
    }
    // (1 + e)² − 1 = e (2 + e) undoes a halving.
    const unit = 2n << BigInt(places);
    for (let i = 0; i < halvings; i++) sum = (sum * (unit + sum)) >> BigInt(places);
    return make(sum, -places);
  }

  function exp(a: BigFloat): BigFloat {
    if (a.mantissa === 0n) return one;
    const size = magnitude(a) >= 20 ? (a.mantissa < 0n ? -largestLog : largestLog) : undefined;
    const bounded = size === undefined ? a : fromDouble(size);
    const power = Math.round(toDouble(bounded) / Math.LN2);
    // k ln 2 with as many more bits as k has.
    const rest = addExactly(bounded, neg(mulExactly(fromDouble(power), ln2())));
    return scaled(add(one, expm1Small(rest)), power);
  }

  const expm1 = (a: BigFloat): BigFloat => (magnitude(a) < -1 ? expm1Small(a) : sub(exp(a), one));

  function log1p(a: BigFloat): BigFloat {
    if (a.mantissa === 0n) return zero;
    if (magnitude(a) < -1) {
      // 2 artanh(a / (2 + a)); the argument is below 1/3.
      const t = div(a, add(two, a));
      return scaled(artanh(t), 1);
    }
    return log(add(one, a));
  }

  /** ln a for a > 0, away from 1. */
  function log(a: BigFloat): BigFloat {
    const power = magnitude(a);
    // In [1, 2): 2 artanh((a − 1) / (a + 1)).
    const reduced = scaled(a, -power);
    const part = scaled(artanh(div(addExactly(reduced, neg(one)), addExactly(reduced, one))), 1);
    return add(part, mul(fromDouble(power), ln2()));
  }

  /** artanh t for |t| ≤ 1/3, precise relative to itself. */
  function artanh(t: BigFloat): BigFloat {
    if (2 * magnitude(t) < -guarded) return t;
    const places = guarded - Math.min(0, magnitude(t));
    const start = fixed(t, places);
    const square = (start * start) >> BigInt(places);
    let [term, sum] = [start, start];
    for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
      term = (term * square) >> BigInt(places);
      sum += term / n;
    }
    return make(sum, -places);
  }

  /** sin or cos: the function of a is that of the rest after `quarters` quarter turns. */
  function circular(a: BigFloat, ahead: number): BigFloat {
    if (magnitude(a) < -1) return ahead === 0 ? sineSmall(a) : cosineSmall(a);
    const places = 2 * guarded + Math.max(0, magnitude(a)) + 64;
    const quarter = pi(places) >> 1n;
    const angle = fixed(a, places);
    const quarters = nearestQuotient(angle, quarter);
    const rest = make(angle - quarters * quarter, -places);
    const turn = Number((quarters + BigInt(ahead)) & 3n);
    const size = turn % 2 === 0 ? sineSmall(rest) : cosineSmall(rest);
    return turn < 2 ? size : neg(size);
  }

  /** For |r| < 1 */
  function sineSmall(r: BigFloat): BigFloat {
    if (2 * magnitude(r) < -guarded) return r;
    const places = guarded - Math.min(0, magnitude(r));
    return make(alternating(fixed(r, places), fixed(r, places), 2n, places), -places);
  }

  function cosineSmall(r: BigFloat): BigFloat {
    return make(alternating(1n << BigInt(guarded), fixed(r, guarded), 1n, guarded), -guarded);
  }

  const sin = (a: BigFloat): BigFloat => (a.mantissa === 0n ? zero : circular(a, 0));
  const cos = (a: BigFloat): BigFloat => (a.mantissa === 0n ? one : circular(a, 1));

  const normalDensity = (a: BigFloat): BigFloat =>
    mul(densityAtZero(), exp(scaled(neg(mulExactly(a, a)), -1)));

  function normalCdf(a: BigFloat): BigFloat {
    const half = scaled(one, -1);
    if (a.mantissa === 0n) return half;
    const x = toDouble(a);
    // Less than 2^−2900, which no double factor lifts into the doubles; or 1 but for that.
    if (Math.abs(x) > 64) return x < 0 ? exp(fromDouble(-largestLog)) : one;
    if (x < 0 && (x * x) / 2 / Math.LN2 > guarded + 16) {
      return div(mul(normalDensity(a), make(asymptoticSeries(a), -guarded)), neg(a));
    }
    // Φ(a) = 1/2 + φ(a) (a + a³/3 + a⁵/(3·5) + …). On the left the sum cancels all but the tail, so that much more is kept.
    const lost = x < 0 ? (x * x) / 2 / Math.LN2 + 2 * Math.log2(1 - x) : 0;
    const finer = 256 * Math.ceil(lost / 256);
    const places = guarded + finer;
    const series = { mantissa: oddSeries(a, places), exponent: -places };
    const { mantissa, exponent } =
      finer === 0 ? add(half, mul(normalDensity(a), series)) : tail(bigFloats(bits + finer), a, series);
    return make(mantissa, exponent);
  }

  /**
   * 1 − 1/a² + 1·3/a⁴ − 1·3·5/a⁶ + …, as an integer of 2^−guarded. It is off by less than its least term, which is about
   * e^(−a²/2).
   */
  function asymptoticSeries(a: BigFloat): bigint {
    const unit = 1n << BigInt(guarded);
    const square = fixed(mul(a, a), guarded);
    let [term, sum] = [unit, unit];
    for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
      term = (-term * n * unit) / square;
      sum += term;
    }
    return sum;
  }

  /** a + a³/3 + a⁵/(3·5) + …, as an integer of 2^−places. */
  function oddSeries(a: BigFloat, places: number): bigint {
    const start = fixed(a, places);
    const square = (start * start) >> BigInt(places);
    let [term, sum] = [start, start];
    for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
      term = ((term * square) / n) >> BigInt(places);
      sum += term;
    }
    return sum;
  }

  return {
    add,
    mul,
    div,
    sqrt: squareRoot,
    exp,
    expm1,
    log1p,
    sin,
    cos,
    normalCdf,
    normalDensity,
    ln2,
    quarterTurn: () => ({ mantissa: pi(2 * guarded), exponent: -2 * guarded - 1 }),
  };
}

export function neg(a: BigFloat): BigFloat {
  return { mantissa: -a.mantissa, exponent: a.exponent };
}

/** first − first s²/(k (k + 1)) + …, where s is `step` in units of 2^−places. */
function alternating(first: bigint, step: bigint, k: bigint, places: number): bigint {
  const square = (step * step) >> BigInt(places);
  let [term, sum] = [first, first];
  for (let n = k; term !== 0n && term !== -1n; n += 2n) {
    term = -((term * square) >> BigInt(places)) / (n * (n + 1n));
    sum += term;
  }
  return sum;
}

/** a / b to a nearest integer. @param b above 0 */
function nearestQuotient(a: bigint, b: bigint): bigint {
  const half = b >> 1n;
  return a < 0n ? -((half - a) / b) : (a + half) / b;
}

/** Φ(a) of the sum of its series. */
function tail(finer: BigFloats, a: BigFloat, series: BigFloat): BigFloat {
  return finer.add({ mantissa: 1n, exponent: -1 }, finer.mul(finer.normalDensity(a), series));
}

/** Without rounding. The exponents must not be far apart. */
export function addExactly(a: BigFloat, b: BigFloat): BigFloat {
  const exponent = Math.min(a.exponent, b.exponent);
  return {
    mantissa: (a.mantissa << BigInt(a.exponent - exponent)) + (b.mantissa << BigInt(b.exponent - exponent)),
    exponent,
  };
}

/** Without rounding. */
export function mulExactly(a: BigFloat, b: BigFloat): BigFloat {
  return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent };
}

/** 1/n + s/(3n³) + s²/(5n⁵) + … in units of 1 / `unit`: artanh(1/n) for s = 1, arctan(1/n) for s = −1. */
function seriesOfInverse(n: bigint, sign: 1n | -1n, unit: bigint): bigint {
  let term = unit / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= sign * n * n;
    sum += term / k;
  }
  return sum;
}

const pis = new Map<number, bigint>();

/** π in units of 2^−places, by Machin's formula 16 arctan(1/5) − 4 arctan(1/239). */
function pi(places: number): bigint {
  const most = 512 * Math.ceil(places / 512) + 16;
  let known = pis.get(most);
  if (known === undefined) {
    const unit = 1n << BigInt(most);
    known = 16n * seriesOfInverse(5n, -1n, unit) - 4n * seriesOfInverse(239n, -1n, unit);
    pis.set(most, known);
  }
  return known >> BigInt(most - places);
}

/** ⌊√a⌋ by Newton's method. */
function integerSquareRoot(a: bigint): bigint {
  let root = 1n << BigInt((bitLength(a) >> 1) + 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
