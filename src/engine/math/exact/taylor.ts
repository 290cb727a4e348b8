/**
 * Value, first and second derivative together, over any kind of precise number: the chain and product rules to second
 * order, once for all of them, and each operation of the functions by the formula in which nothing cancels.
 */
import type { Arithmetic } from "../arithmetic.ts";
import { type Scalar, Undecided } from "./scalar.ts";

/** f(x), f′(x), f″(x); a derivative is undefined where it is exactly 0, which spares most of the work with constants. */
export interface Taylor<S> {
  readonly value: S;
  readonly first: S | undefined;
  readonly second: S | undefined;
}

export interface TaylorArithmetic<S> extends Arithmetic<Taylor<S>> {
  /** x itself: slope 1, no curvature. */
  variable(x: number): Taylor<S>;
}

/** Below this the continued fraction of tanh gains 8 bits with every step. */
const nearZero = 0.0625;

export function taylorOver<S>(s: Scalar<S>): TaylorArithmetic<S> {
  type Part = S | undefined;
  const [zero, one, two, four, half] = [s.of(0), s.of(1), s.of(2), s.of(4), s.of(0.5)];
  const add = (a: Part, b: Part): Part => (a === undefined ? b : b === undefined ? a : s.add(a, b));
  const sub = (a: Part, b: Part): Part => (b === undefined ? a : a === undefined ? s.neg(b) : s.sub(a, b));
  const mul = (a: Part, b: Part): Part => (a === undefined || b === undefined ? undefined : s.mul(a, b));
  const div = (a: Part, b: S): Part => (a === undefined ? undefined : s.div(a, b));
  const neg = (a: Part): Part => (a === undefined ? undefined : s.neg(a));
  const abs = (a: S): S => (s.near(a) < 0 ? s.neg(a) : a);
  const constant = (value: S): Taylor<S> => ({ value, first: undefined, second: undefined });

  /** g(a): `slopes` gives g′ and g″ at a, and is asked only where a depends on x. */
  const chain = (a: Taylor<S>, value: S, slopes: () => readonly [first: S, second: S]): Taylor<S> => {
    if (a.first === undefined && a.second === undefined) return constant(value);
    const [first, second] = slopes();
    return {
      value,
      first: mul(first, a.first),
      second: add(mul(second, mul(a.first, a.first)), mul(first, a.second)),
    };
  };

  const product = (a: Taylor<S>, b: Taylor<S>): Taylor<S> => ({
    value: s.mul(a.value, b.value),
    first: add(mul(a.first, b.value), mul(a.value, b.first)),
    second: add(add(mul(a.second, b.value), mul(a.value, b.second)), mul(two, mul(a.first, b.first))),
  });

  const difference = (a: Taylor<S>, b: Taylor<S>): Taylor<S> => ({
    value: s.sub(a.value, b.value),
    first: sub(a.first, b.first),
    second: sub(a.second, b.second),
  });

  const exponential = (a: Taylor<S>): Taylor<S> => {
    const [power] = s.exp(a.value);
    return chain(a, power, () => [power, power]);
  };

  /** σ(a) and σ′(a), by e^−|a|. */
  const logistic = (a: S): readonly [value: S, slope: S] => {
    const [power] = s.exp(s.neg(abs(a)));
    const total = s.add(one, power);
    const value = s.div(s.near(a) < 0 ? power : one, total);
    return [value, s.div(s.div(power, total), total)];
  };

  /** tanh a, by e^−2|a| − 1. */
  const tanh = (a: S): S => {
    const [, lessOne] = s.exp(s.mul(two, s.neg(abs(a))));
    const size = s.div(s.neg(lessOne), s.add(two, lessOne));
    return s.near(a) < 0 ? s.neg(size) : size;
  };

  /** tanh′ = 1 − tanh², as tanh a = 2 σ(2a) − 1. */
  const tanhSlope = (a: S): S => s.mul(four, logistic(s.mul(two, a))[1]);

  const softplus = (a: S): S => {
    const log = s.log1p(s.exp(s.neg(abs(a)))[0]);
    return s.near(a) > 0 ? s.add(a, log) : log;
  };

  /** ln cosh a = ln(1 + 2 sinh²(a/2)), with sinh b = (m + m / (1 + m)) / 2 of m = e^b − 1. */
  const logCosh = (a: S): S => {
    const size = abs(a);
    if (s.near(size) < 1) {
      const [power, lessOne] = s.exp(s.mul(half, size));
      const twiceSinh = s.add(lessOne, s.div(lessOne, power));
      return s.log1p(s.mul(half, s.mul(twiceSinh, twiceSinh)));
    }
    return s.add(size, s.log1p(s.mul(half, s.exp(s.mul(two, s.neg(size)))[1])));
  };

  /** a − tanh a; near 0 by Lambert's continued fraction tanh a = a / (1 + u), u = a² / (3 + a² / (5 + …)). */
  const tanhShrink = (a: S): S => {
    if (Math.abs(s.near(a)) > nearZero) return s.sub(a, tanh(a));
    const square = s.mul(a, a);
    let u = zero;
    for (let odd = 3 + 2 * Math.ceil(s.bits / 8); odd > 1; odd -= 2) u = s.div(square, s.add(s.of(odd), u));
    return s.div(s.mul(a, u), s.add(one, u));
  };

  return {
    constant: (value) => constant(s.of(value)),
    nearest: (a) => {
      const double = s.rounded(a.value);
      if (double === undefined) throw new Undecided();
      return constant(s.of(double));
    },
    variable: (x) => ({ value: s.of(x), first: one, second: undefined }),
    add: (a, b) => ({
      value: s.add(a.value, b.value),
      first: add(a.first, b.first),
      second: add(a.second, b.second),
    }),
    sub: difference,
    mul: product,
    div: (a, b) => {
      // From a = q b: a′ = q′ b + q b′ and a″ = q″ b + 2 q′ b′ + q b″.
      const value = s.div(a.value, b.value);
      const first = div(sub(a.first, mul(value, b.first)), b.value);
      const rest = sub(sub(a.second, mul(two, mul(first, b.first))), mul(value, b.second));
      return { value, first, second: div(rest, b.value) };
    },
    neg: (a) => ({ value: s.neg(a.value), first: neg(a.first), second: neg(a.second) }),
    sqrt: (a) => {
      const root = s.sqrt(a.value);
      return chain(a, root, () => {
        const slope = s.div(half, root);
        return [slope, s.neg(s.div(s.mul(half, slope), a.value))];
      });
    },
    hypot: (a, b) => {
      const value = s.sqrt(s.add(s.mul(a.value, a.value), s.mul(b.value, b.value)));
      // The direction from the origin; at the origin itself none is right, and 0 is between all.
      if (s.near(value) === 0) return constant(value);
      const [u, v] = [s.div(a.value, value), s.div(b.value, value)];
      const across = sub(mul(v, a.first), mul(u, b.first));
      return {
        value,
        first: add(mul(u, a.first), mul(v, b.first)),
        second: add(div(mul(across, across), value), add(mul(u, a.second), mul(v, b.second))),
      };
    },
    exp: exponential,
    expOfDifference: (a, b) => exponential(difference(a, b)),
    expm1: (a) => {
      const [power, lessOne] = s.exp(a.value);
      return chain(a, lessOne, () => [power, power]);
    },
    log1p: (a) =>
      chain(a, s.log1p(a.value), () => {
        const slope = s.div(one, s.add(one, a.value));
        return [slope, s.neg(s.mul(slope, slope))];
      }),
    logistic: (a) => {
      const [value, slope] = logistic(a.value);
      // σ″ = −σ′ tanh(a / 2)
      return chain(a, value, () => [slope, s.neg(s.mul(slope, tanh(s.mul(half, a.value))))]);
    },
    softplus: (a) => chain(a, softplus(a.value), () => logistic(a.value)),
    tanh: (a) => {
      const value = tanh(a.value);
      return chain(a, value, () => {
        const slope = tanhSlope(a.value);
        return [slope, s.neg(s.mul(two, s.mul(value, slope)))];
      });
    },
    logCosh: (a) => chain(a, logCosh(a.value), () => [tanh(a.value), tanhSlope(a.value)]),
    sinProduct: (a, b) => {
      const angle = product(a, b);
      const sine = s.sin(angle.value);
      return chain(angle, sine, () => [s.cos(angle.value), s.neg(sine)]);
    },
    tanhShrink: (a) =>
      chain(a, tanhShrink(a.value), () => {
        const t = tanh(a.value);
        return [s.mul(t, t), s.mul(s.mul(two, t), tanhSlope(a.value))];
      }),
    softsign: (a) => {
      const part = s.div(one, s.add(one, abs(a.value)));
      return chain(a, s.mul(a.value, part), () => {
        const slope = s.mul(part, part);
        const bend = s.mul(two, s.mul(slope, part));
        return [slope, s.near(a.value) > 0 ? s.neg(bend) : bend];
      });
    },
    normalCdf: (a) => {
      const [value, density] = s.normal(a.value);
      return chain(a, value, () => [density, s.neg(s.mul(a.value, density))]);
    },
    greater: (a, b) => s.compare(a.value, b.value) > 0,
    greaterOrEqual: (a, b) => s.compare(a.value, b.value) >= 0,
    where: (condition, then, otherwise) => (condition ? then : otherwise),
  };
}
