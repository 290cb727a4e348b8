/** Plain double arithmetic: a function's value. */
import type { Arithmetic } from "./arithmetic.ts";
import { expOfDifference } from "./exp-of-difference.ts";
import { logCosh } from "./log-cosh.ts";
import { logistic } from "./logistic.ts";
import { normalCdf } from "./normal-cdf.ts";
import { product } from "./product.ts";
import { sinProduct } from "./sin-product.ts";
import { softplus } from "./softplus.ts";
import { tanhShrink } from "./tanh-shrink.ts";

export const real: Arithmetic<number> = {
  constant: (value) => value,
  nearest: (a) => a,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: product,
  div: (a, b) => a / b,
  neg: (a) => -a,
  sqrt: (a) => Math.sqrt(a),
  hypot: (a, b) => Math.hypot(a, b),
  exp: (a) => Math.exp(a),
  expOfDifference,
  expm1: (a) => Math.expm1(a),
  log1p: (a) => Math.log1p(a),
  logistic,
  softplus,
  tanh: (a) => Math.tanh(a),
  logCosh,
  sinProduct,
  tanhShrink,
  softsign: (a) => a / (1 + Math.abs(a)),
  normalCdf,
  greater: (a, b) => a > b,
  greaterOrEqual: (a, b) => a >= b,
  where: (condition, then, otherwise) => (condition ? then : otherwise),
};
