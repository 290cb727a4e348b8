/**
 * A number that carries its first and second derivative with respect to x, and the arithmetic that keeps them right.
 *
 * Every rule is the chain or product rule to second order. Products of derivatives go through `product`, so that a
 * factor which is exactly or has become 0 silences an overflowed one instead of making NaN.
 */
import type { Arithmetic } from "./arithmetic.ts";
import { expOfDifference } from "./exp-of-difference.ts";
import { logCosh } from "./log-cosh.ts";
import { logistic, logisticDerivative, logisticSecondDerivative } from "./logistic.ts";
import { normalCdf, normalDensity } from "./normal-cdf.ts";
import { product } from "./product.ts";
import { cosProduct, sinProduct } from "./sin-product.ts";
import { softplus } from "./softplus.ts";
import { tanhShrink } from "./tanh-shrink.ts";

/** A value and its first two derivatives with respect to x. */
export interface Jet {
  /** f(x) */
  readonly value: number;
  /** f′(x) */
  readonly derivative: number;
  /** f″(x) */
  readonly secondDerivative: number;
}

/** x itself: slope 1, no curvature. */
export function variable(value: number): Jet {
  return { value, derivative: 1, secondDerivative: 0 };
}

/** The same number at every x. */
export function constant(value: number): Jet {
  return { value, derivative: 0, secondDerivative: 0 };
}

/** g(a), given the value and the first two derivatives of g at a. */
function chain(a: Jet, value: number, first: number, second: number): Jet {
  return {
    value,
    derivative: product(first, a.derivative),
    secondDerivative:
      product(second, product(a.derivative, a.derivative)) + product(first, a.secondDerivative),
  };
}

/** tanh′: as tanh a = 2 σ(2a) − 1, it is 4 σ′(2a), without the cancellation of 1 − tanh². */
function tanhSlope(a: number): number {
  return 4 * logisticDerivative(2 * a);
}

export const jet: Arithmetic<Jet> = {
  constant,
  nearest: (a) => a,
  add: (a, b) => ({
    value: a.value + b.value,
    derivative: a.derivative + b.derivative,
    secondDerivative: a.secondDerivative + b.secondDerivative,
  }),
  sub: (a, b) => ({
    value: a.value - b.value,
    derivative: a.derivative - b.derivative,
    secondDerivative: a.secondDerivative - b.secondDerivative,
  }),
  mul: (a, b) => ({
    value: product(a.value, b.value),
    derivative: product(a.derivative, b.value) + product(a.value, b.derivative),
    secondDerivative:
      product(a.secondDerivative, b.value) +
      2 * product(a.derivative, b.derivative) +
      product(a.value, b.secondDerivative),
  }),
  div: (a, b) => {
    const value = a.value / b.value;
    const derivative = (a.derivative - product(value, b.derivative)) / b.value;
    const secondDerivative =
      (a.secondDerivative - 2 * product(derivative, b.derivative) - product(value, b.secondDerivative)) /
      b.value;
    return { value, derivative, secondDerivative };
  },
  neg: (a) => ({ value: -a.value, derivative: -a.derivative, secondDerivative: -a.secondDerivative }),
  sqrt: (a) => {
    const root = Math.sqrt(a.value);
    return chain(a, root, 1 / (2 * root), -0.25 / root / a.value);
  },
  hypot: (a, b) => {
    const value = Math.hypot(a.value, b.value);
    // The direction from the origin; at the origin itself none is right, and 0 is between all.
    const [u, v] = value === 0 ? [0, 0] : [a.value / value, b.value / value];
    const across = product(v, a.derivative) - product(u, b.derivative);
    return {
      value,
      derivative: product(u, a.derivative) + product(v, b.derivative),
      secondDerivative:
        (across === 0 ? 0 : (across * across) / value) +
        product(u, a.secondDerivative) +
        product(v, b.secondDerivative),
    };
  },
  exp: (a) => {
    const e = Math.exp(a.value);
    return chain(a, e, e, e);
  },
  expOfDifference: (a, b) => {
    const e = expOfDifference(a.value, b.value);
    return chain(jet.sub(a, b), e, e, e);
  },
  expm1: (a) => {
    const e = Math.exp(a.value);
    return chain(a, Math.expm1(a.value), e, e);
  },
  log1p: (a) => {
    const slope = 1 / (1 + a.value);
    return chain(a, Math.log1p(a.value), slope, -slope * slope);
  },
  logistic: (a) =>
    chain(a, logistic(a.value), logisticDerivative(a.value), logisticSecondDerivative(a.value)),
  softplus: (a) => chain(a, softplus(a.value), logistic(a.value), logisticDerivative(a.value)),
  tanh: (a) => {
    const value = Math.tanh(a.value);
    const slope = tanhSlope(a.value);
    return chain(a, value, slope, -2 * value * slope);
  },
  logCosh: (a) => chain(a, logCosh(a.value), Math.tanh(a.value), tanhSlope(a.value)),
  sinProduct: (a, b) => {
    const sine = sinProduct(a.value, b.value);
    return chain(jet.mul(a, b), sine, cosProduct(a.value, b.value), -sine);
  },
  tanhShrink: (a) => {
    const t = Math.tanh(a.value);
    return chain(a, tanhShrink(a.value), t * t, 2 * t * tanhSlope(a.value));
  },
  softsign: (a) => {
    const r = 1 / (1 + Math.abs(a.value));
    const bend = 2 * r * r * r;
    return chain(a, a.value / (1 + Math.abs(a.value)), r * r, a.value > 0 ? -bend : bend);
  },
  normalCdf: (a) => {
    const density = normalDensity(a.value);
    return chain(a, normalCdf(a.value), density, -product(a.value, density));
  },
  greater: (a, b) => a.value > b.value,
  greaterOrEqual: (a, b) => a.value >= b.value,
  where: (condition, then, otherwise) => (condition ? then : otherwise),
};
