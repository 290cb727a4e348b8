/**
 * Sums of two doubles, about 106 bits, each with a bound of its error, which every operation carries on: roundings in
 * double-double arithmetic are some 2^−104 of the result, here bounded by 2^−100, and what underflows by 2^−1060.
 * What overflows is NaN, and so is everything computed of it.
 *
 * @source T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18 (1971)
 * 224–242; M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous error bounds for basic building blocks of double-word
 * arithmetic", ACM Transactions on Mathematical Software 44 (2017): algorithms 6, 11 and 17 and their bounds
 */
import { addExactly, type BigFloat, bigFloats, fromDouble, neg as negBig, toDouble } from "./big-float.ts";
import { millsCoefficients } from "./mills-coefficients.ts";
import { once } from "./once.ts";
import { type Scalar, Undecided } from "./scalar.ts";

/** high + low, and how far that may be from the truth. |low| is at most half a last place of high. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
  readonly error: number;
}

// Powers are written out: a bundler keeps `**` for its possible effects.

/** 2⁻¹⁰⁰, per operation and relative to its result */
const rounding = 7.888609052210118e-31;
/** 1 + 2⁻⁴⁸: bounds of errors are doubles too, and rounded. */
const slack = 1.0000000000000036;
/** 2⁻⁹⁰⁰; below this a product's rest may underflow, by no more than `lost`, 2⁻¹⁰⁶⁰. */
const small = 1.1830521861667747e-271;
const lost = 8.095e-320;

const make = (high: number, low: number, error: number): DoubleDouble => ({ high, low, error });
/* @__NO_SIDE_EFFECTS__ */
function of(value: number): DoubleDouble {
  return make(value, 0, 0);
}
const zero = of(0);
const one = of(1);
const unknown = of(NaN);

const isZero = (a: DoubleDouble): boolean => a.high === 0 && a.error === 0;
const neg = (a: DoubleDouble): DoubleDouble => make(-a.high, -a.low, a.error);

function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = a.high + b.high;
  const t = s - a.high;
  let rest = a.high - (s - t) + (b.high - t);
  const error = (a.error + b.error) * slack;
  if (a.low === 0 && b.low === 0) return make(s, rest, error);
  const u = a.low + b.low;
  const v = u - a.low;
  rest += u;
  const w = s + rest;
  rest = rest - (w - s) + (a.low - (u - v) + (b.low - v));
  const high = w + rest;
  return make(high, rest - (high - w), error + Math.abs(high) * rounding);
}

const sub = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => add(a, neg(b));

/** 2²⁷ + 1 times a double, less the excess, is its upper half. */
const splitter = 134217729;

/** a · b − rounded, exactly where nothing underflows. */
function restOfProduct(a: number, b: number, rounded: number): number {
  const a1 = splitter * a;
  const aHigh = a1 - (a1 - a);
  const aLow = a - aHigh;
  const b1 = splitter * b;
  const bHigh = b1 - (b1 - b);
  const bLow = b - bHigh;
  return aLow * bLow - (rounded - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function mul(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  if (isZero(a) || isZero(b)) return zero;
  const p = a.high * b.high;
  let rest = restOfProduct(a.high, b.high, p);
  let error = (Math.abs(a.high) * b.error + Math.abs(b.high) * a.error + a.error * b.error) * slack;
  const size = Math.abs(p);
  if (a.low !== 0 || b.low !== 0) {
    rest += a.high * b.low + a.low * b.high;
    error += size * rounding;
  }
  if (size < small) error += lost;
  const high = p + rest;
  return make(high, rest - (high - p), error);
}

function div(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const size = Math.abs(b.high);
  if (!(b.error < size / 2) || size < small) return unknown;
  if (isZero(a)) return zero;
  const q = a.high / b.high;
  const p = q * b.high;
  const rest = (a.high - p - restOfProduct(q, b.high, p) - q * b.low + a.low) / b.high;
  const high = q + rest;
  const fromOperands = ((a.error + Math.abs(q) * b.error) / (size - b.error)) * slack;
  const underflow = Math.abs(a.high) < small || Math.abs(q) < small ? lost + lost / size : 0;
  return make(high, rest - (high - q), fromOperands + Math.abs(q) * rounding + underflow);
}

function sqrt(a: DoubleDouble): DoubleDouble {
  if (isZero(a)) return zero;
  if (!(a.high > small && a.error < a.high / 2)) return unknown;
  const s = Math.sqrt(a.high);
  const p = s * s;
  const rest = (a.high - p - restOfProduct(s, s, p) + a.low) / (2 * s);
  const high = s + rest;
  return make(high, rest - (high - s), (a.error / s) * slack + s * rounding);
}

/** Of a big float that is a constant. */
function ofBig(value: BigFloat): DoubleDouble {
  const high = toDouble(value);
  const low = toDouble(addExactly(value, negBig(fromDouble(high))));
  return make(high, low, Math.abs(high) * rounding);
}

const big = bigFloats(192);

/** ln 2 in three parts, of which the product with an integer below 2¹¹ is exact for the first two. */
const ln2Parts = once(() => {
  const [first, rest] = leading(big.ln2(), 42);
  const [second, last] = leading(rest, 84);
  return [first, second, toDouble(last)] as const;
});

/** A number below 1 to so many places, and what is left. */
function leading(value: BigFloat, places: number): readonly [number, BigFloat] {
  const part = Math.round(toDouble(value) * 2 ** places) / 2 ** places;
  return [part, addExactly(value, negBig(fromDouble(part)))];
}

/** e^(j/128), each computed when first needed. */
const powers = new Map<number, DoubleDouble>();

function powerOf(j: number): DoubleDouble {
  let power = powers.get(j);
  if (power === undefined) {
    power = j === 0 ? one : ofBig(big.exp(fromDouble(j / 128)));
    powers.set(j, power);
  }
  return power;
}

/** 1/5!, 1/4!, 1/3!, 1/2!, 1 */
const factors = once(() => [120, 24, 6, 2, 1].map((factorial) => div(one, of(factorial))));

/** e^s − 1 for |s| ≤ 1/256, by Taylor's series; the terms from the sixth on are below 2^−49 of the first. */
function expm1Small(s: DoubleDouble): DoubleDouble {
  const x = s.high;
  const tail =
    1 / 720 + x * (1 / 5040 + x * (1 / 40320 + x * (1 / 362880 + x * (1 / 3628800 + x / 39916800))));
  let sum = make(tail, 0, 2 ** -61 + s.error);
  for (const factor of factors()) sum = add(mul(sum, s), factor);
  return mul(sum, s);
}

function exp(a: DoubleDouble): readonly [power: DoubleDouble, lessOne: DoubleDouble] {
  if (isZero(a)) return [one, zero];
  if (!(a.high < 709 && a.error < 2 ** -20)) return [unknown, unknown];
  // Then it is below 2^−1036.
  if (a.high < -720) return [make(0, 0, 2 ** -1036), make(-1, 0, 2 ** -1036)];
  const k = Math.round(a.high / Math.LN2);
  let rest = a;
  if (k !== 0) {
    const [first, second, third] = ln2Parts();
    rest = add(add(add(a, of(-k * first)), of(-k * second)), make(-k * third, 0, 2 ** -120));
  }
  const j = Math.round(rest.high * 128);
  const small = expm1Small(add(rest, of(-j / 128)));
  if (k === 0 && j === 0) return [add(one, small), small];
  const factor = powerOf(j);
  const power = scaled(add(factor, mul(factor, small)), k);
  return [power, sub(power, one)];
}

/** a · 2^k for |k| < 1075 */
function scaled(a: DoubleDouble, k: number): DoubleDouble {
  // In two steps, as 2^k may be no normal number.
  const half = 2 ** Math.trunc(k / 2);
  const other = 2 ** (k - Math.trunc(k / 2));
  return make(a.high * half * other, a.low * half * other, a.error * half * other + (k < -800 ? lost : 0));
}

/** By one step of Newton's method from the double's own: y + t − t²/2 with t = (1 + a) e^−y − 1. */
function log1p(a: DoubleDouble): DoubleDouble {
  if (isZero(a)) return zero;
  const y = Math.log1p(a.high);
  const [power, lessOne] = exp(of(y));
  const t = div(sub(a, lessOne), power);
  const size = Math.abs(t.high);
  const { high, low, error } = add(of(y), sub(t, mul(of(0.5), mul(t, t))));
  return make(high, low, error + size * size * size);
}

/** 2²⁰; beyond this multiples of π/2 are not exact enough. */
const largestAngle = 1048576;

/** π/2 in four parts, of which the product with an integer below 2²⁰ is exact for the first three. */
const quarterTurn = once(() => {
  const [first, rest] = leading(big.quarterTurn(), 31);
  const [second, rest2] = leading(rest, 63);
  const [third, last] = leading(rest2, 95);
  return [first, second, third, toDouble(last)] as const;
});

/** sin(j/32) and cos(j/32), each computed when first needed. */
const turns = new Map<number, readonly [sine: DoubleDouble, cosine: DoubleDouble]>();

function turnOf(j: number): readonly [sine: DoubleDouble, cosine: DoubleDouble] {
  let turn = turns.get(j);
  if (turn === undefined) {
    const angle = fromDouble(j / 32);
    turn = [ofBig(big.sin(angle)), ofBig(big.cos(angle))];
    turns.set(j, turn);
  }
  return turn;
}

/** The sine of a and so many quarter turns. */
function circular(a: DoubleDouble, ahead: number): DoubleDouble {
  if (!(Math.abs(a.high) < largestAngle && a.error < 2 ** -20)) return unknown;
  const k = Math.round(a.high / (Math.PI / 2));
  let rest = a;
  if (k !== 0) {
    const [first, second, third, fourth] = quarterTurn();
    for (const part of [first, second, third]) rest = add(rest, of(-k * part));
    rest = add(rest, make(-k * fourth, 0, 2 ** -125));
  }
  const quarters = (k + ahead) & 3;
  const size = nearZero(rest, quarters % 2 === 1);
  return quarters < 2 ? size : neg(size);
}

/** sin or cos of |a| ≤ π/4 */
function nearZero(a: DoubleDouble, isCosine: boolean): DoubleDouble {
  const j = Math.round(a.high * 32);
  const s = add(a, of(-j / 32));
  if (j === 0) return isCosine ? cosSmall(s) : sinSmall(s);
  const [sine, cosine] = turnOf(j);
  const [u, v] = [sinSmall(s), cosSmall(s)];
  return isCosine ? sub(mul(cosine, v), mul(sine, u)) : add(mul(sine, v), mul(cosine, u));
}

const sineFactors = once(() => [120, -6, 1].map((factorial) => div(one, of(factorial))));
const cosineFactors = once(() => [-720, 24, -2, 1].map((factorial) => div(one, of(factorial))));

/** For |s| ≤ 1/64, by Taylor's series, as that of `expm1Small`. */
function sinSmall(s: DoubleDouble): DoubleDouble {
  if (isZero(s)) return zero;
  const square = mul(s, s);
  const x = square.high;
  const tail = -1 / 5040 + x * (1 / 362880 + x * (-1 / 39916800 + x * (1 / 6227020800 - x / 1307674368000)));
  let sum = make(tail, 0, 2 ** -62 + s.error);
  for (const factor of sineFactors()) sum = add(mul(sum, square), factor);
  return mul(sum, s);
}

function cosSmall(s: DoubleDouble): DoubleDouble {
  const square = mul(s, s);
  const x = square.high;
  const tail = 1 / 40320 + x * (-1 / 3628800 + x * (1 / 479001600 - x / 87178291200));
  let sum = make(tail, 0, 2 ** -62 + s.error);
  for (const factor of cosineFactors()) sum = add(mul(sum, square), factor);
  return sum;
}

const densityAtZero = once(() => ofBig(big.normalDensity(fromDouble(0))));

/**
 * Φ and φ: (1 + x) e^(x²/2) Φ(−x) for x ≥ 0 by its Chebyshev series in (x − 5) / (x + 5), see `mills-coefficients.ts`.
 */
function normal(a: DoubleDouble): readonly [cdf: DoubleDouble, density: DoubleDouble] {
  const x = a.high < 0 ? neg(a) : a;
  const [power] = exp(mul(of(-0.5), mul(x, x)));
  const density = mul(densityAtZero(), power);
  const series = chebyshev(div(sub(x, of(5)), add(x, of(5))));
  const tail = mul(div(series, add(one, x)), power);
  return [a.high < 0 ? tail : sub(one, tail), density];
}

/**
 * Sum of the Chebyshev series by Clenshaw's recurrence. An error made in it at coefficient k reaches the sum at most k + 1
 * times: some thousand times 2^−102 together. The coefficients that are below 2^−50 are summed in doubles.
 * The series' slope is below 1.
 */
function chebyshev(t: DoubleDouble): DoubleDouble {
  const twice = 2 * t.high;
  let [last, beforeLast] = [0, 0];
  let index = millsCoefficients.length - 1;
  for (; Math.abs(millsCoefficients[index]![0]) < 2 ** -50; index--) {
    [last, beforeLast] = [millsCoefficients[index]![0] + twice * last - beforeLast, last];
  }
  const exactly = make(2 * t.high, 2 * t.low, 0);
  let [sum, before] = [of(last), of(beforeLast)];
  for (; index > 0; index--) {
    [sum, before] = [add(sub(coefficient(index), before), mul(exactly, sum)), sum];
  }
  const { high, low } = add(sub(coefficient(0), before), mul(make(t.high, t.low, 0), sum));
  return make(high, low, 2 ** -90 + t.error);
}

function coefficient(index: number): DoubleDouble {
  const [high, low] = millsCoefficients[index]!;
  return make(high, low, 0);
}

function compare(a: DoubleDouble, b: DoubleDouble): number {
  // An infinite number has no difference from another.
  if (Math.abs(a.high) === Infinity || Math.abs(b.high) === Infinity) {
    if (a.high === b.high) return 0;
    if (a.high < b.high) return -1;
    if (a.high > b.high) return 1;
  }
  const { high, error } = sub(a, b);
  if (high === 0 && error === 0) return 0;
  if (!(Math.abs(high) > error)) throw new Undecided();
  return Math.sign(high);
}

export const doubleDoubles: Scalar<DoubleDouble> = {
  bits: 100,
  of,
  add,
  sub,
  mul,
  div,
  neg,
  sqrt,
  exp,
  log1p,
  sin: (a) => circular(a, 0),
  cos: (a) => circular(a, 1),
  normal,
  compare,
  rounded: ({ high, low, error }) =>
    high + (low + error) === high && high + (low - error) === high ? high : undefined,
  near: ({ high }) => high,
};
