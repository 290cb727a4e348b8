/** Numbers of any precision with a bound of their error: a big float and the power of two that it is within. */
import {
  addExactly,
  type BigFloat,
  bigFloats,
  bitLength,
  fromDouble,
  largestLog,
  magnitude,
  mulExactly,
  neg,
  toDouble,
  zero,
} from "./big-float.ts";
import { type Scalar, Undecided } from "./scalar.ts";

export interface Ball {
  readonly middle: BigFloat;
  /** The number is within 2^error of the middle: −∞ where it is the middle, ∞ where nothing is known of it. */
  readonly error: number;
}

const unknown: Ball = { middle: zero, error: Infinity };

/** Stands for an infinite number, which can only be compared: farther out than any computed from doubles. */
const infinity: BigFloat = { mantissa: 1n, exponent: 1073741824 };

/** Exponent of a bound for the sum of two powers of two. */
function sum(a: number, b: number): number {
  return a === -Infinity ? b : b === -Infinity ? a : Math.max(a, b) + 1;
}

/** Balls of so many bits. @param bits at least 128 */
export function balls(bits: number): Scalar<Ball> {
  const big = bigFloats(bits);

  /** The result of an operation that rounds once, with the error that came with its operands. */
  const rounding = (middle: BigFloat, error: number): Ball => ({
    middle,
    error: bitLength(middle.mantissa) < bits ? error : sum(error, magnitude(middle) - bits + 1),
  });
  /** The result of an elementary function. */
  const elementary = (middle: BigFloat, error: number): Ball => ({
    middle,
    error: sum(error, magnitude(middle) - bits + 8),
  });
  const isExactly = (a: Ball, value: BigFloat): boolean =>
    a.error === -Infinity && a.middle.mantissa === value.mantissa && a.middle.exponent === value.exponent;
  /** Whether |a| is at least 2^3 times its error. */
  const isFarFromZero = (a: Ball): boolean => magnitude(a.middle) > a.error + 3;

  const of = (value: number): Ball => {
    if (Number.isFinite(value)) return { middle: fromDouble(value), error: -Infinity };
    return Number.isNaN(value) ? unknown : { middle: value > 0 ? infinity : neg(infinity), error: Infinity };
  };
  const one = fromDouble(1);
  const negBall = (a: Ball): Ball => ({ middle: neg(a.middle), error: a.error });
  const add = (a: Ball, b: Ball): Ball => {
    const error = sum(a.error, b.error);
    return error === Infinity ? unknown : rounding(big.add(a.middle, b.middle), error);
  };
  const isInfinite = ({ middle }: Ball): boolean => middle.exponent === infinity.exponent;

  return {
    bits,
    of,
    add,
    sub: (a, b) => add(a, negBall(b)),
    mul: (a, b) => {
      if (a.error === Infinity || b.error === Infinity) return unknown;
      const [fromA, fromB] = [a.error + magnitude(b.middle) + 1, b.error + magnitude(a.middle) + 1];
      const middle = big.mul(a.middle, b.middle);
      // 0 · error is −∞ + −∞ or −∞ + a number: −∞ either way.
      return rounding(middle, sum(sum(fromA, fromB), a.error + b.error));
    },
    div: (a, b) => {
      if (a.error === Infinity || !isFarFromZero(b)) return unknown;
      const middle = big.div(a.middle, b.middle);
      if (a.error === -Infinity && b.error === -Infinity && isProduct(a.middle, middle, b.middle)) {
        return { middle, error: -Infinity };
      }
      const size = magnitude(b.middle);
      // (error of a + |a / b| · error of b) / |b|, with |b| taken as half its least.
      const error = sum(a.error, magnitude(middle) + 1 + b.error) - size + 1;
      return isExactly(a, zero) ? a : elementary(middle, error);
    },
    neg: negBall,
    sqrt: (a) => {
      if (isExactly(a, zero)) return a;
      if (a.middle.mantissa < 0n || !isFarFromZero(a)) return unknown;
      const root = big.sqrt(a.middle);
      return elementary(root, a.error - magnitude(root));
    },
    exp: (a) => {
      if (a.error > -1) return [unknown, unknown];
      if (isExactly(a, zero)) return [of(1), a];
      const isSmall = magnitude(a.middle) < -1;
      const lessOne = isSmall ? big.expm1(a.middle) : undefined;
      const power = lessOne ? big.add(one, lessOne) : big.exp(a.middle);
      // Beyond the largest argument the power stands for all that are larger still, or smaller.
      const isBeyond = magnitude(a.middle) >= Math.log2(largestLog);
      const error = isBeyond ? magnitude(power) - 1 : magnitude(power) + 2 + a.error;
      return [elementary(power, error), elementary(lessOne ?? big.add(power, neg(one)), error)];
    },
    log1p: (a) => {
      if (isExactly(a, zero)) return a;
      if (a.error === Infinity) return unknown;
      const argument = addExactlyNear(one, a.middle);
      if (argument.mantissa <= 0n || magnitude(argument) <= a.error + 3) return unknown;
      return elementary(big.log1p(a.middle), a.error - magnitude(argument) + 1);
    },
    sin: (a) => swinging(a, (angle) => big.sin(angle)),
    cos: (a) => swinging(a, (angle) => big.cos(angle)),
    normal: (a) => {
      const size = Math.max(0, magnitude(a.middle));
      if (a.error + size > -3) return [unknown, unknown];
      const density = big.normalDensity(a.middle);
      const slope = magnitude(density) + 2 + a.error;
      return [elementary(big.normalCdf(a.middle), slope), elementary(density, slope + size + 1)];
    },
    compare: (a, b) => {
      if (isInfinite(a) || isInfinite(b)) {
        const [signA, signB] = [a, b].map((c) => (isInfinite(c) ? Math.sign(Number(c.middle.mantissa)) : 0));
        return Math.sign(signA! - signB!);
      }
      const error = sum(a.error, b.error);
      const [sizeA, sizeB] = [magnitude(a.middle), magnitude(b.middle)];
      const isApart = Math.abs(sizeA - sizeB) > 1;
      const larger = sizeA > sizeB ? a.middle : neg(b.middle);
      const difference = isApart ? larger : addExactly(a.middle, neg(b.middle));
      // Less than half of the larger one is taken off it.
      if (error > -Infinity && !(magnitude(difference) - 1 > error)) throw new Undecided();
      return difference.mantissa > 0n ? 1 : difference.mantissa < 0n ? -1 : 0;
    },
    rounded: ({ middle, error }) => {
      if (error === -Infinity) return toDouble(middle);
      if (error === Infinity) return undefined;
      const reach: BigFloat = { mantissa: 1n, exponent: error };
      const [low, high] = [toDouble(big.add(middle, neg(reach))), toDouble(big.add(middle, reach))];
      return low === high ? low : undefined;
    },
    near: ({ middle }) => toDouble(middle),
  };

  /** Sine or cosine, whose slope is at most 1. */
  function swinging(a: Ball, f: (a: BigFloat) => BigFloat): Ball {
    if (a.error > 0 || magnitude(a.middle) > 4096) return unknown;
    return isExactly(a, zero) ? of(toDouble(f(zero))) : elementary(f(a.middle), a.error);
  }

  /** Whether a = b c. */
  function isProduct(a: BigFloat, b: BigFloat, c: BigFloat): boolean {
    return addExactly(mulExactly(b, c), neg(a)).mantissa === 0n;
  }

  function addExactlyNear(a: BigFloat, b: BigFloat): BigFloat {
    return Math.abs(magnitude(b)) > 4096 ? big.add(a, b) : addExactly(a, b);
  }
}
