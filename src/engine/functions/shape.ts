/** What a definition does to x, as text, and the constants in it: "where(greater(x,0),x,mul(c,x))" with 0 and 0.2. */
import type { Arithmetic } from "../math/arithmetic.ts";
import type { Curve } from "./define.ts";
import { lifted } from "./lifted.ts";

export interface Shape {
  /** Every constant is a c, but 0 and 1. */
  readonly text: string;
  /** In the order of the text. */
  readonly constants: readonly number[];
}

const operation =
  (name: string) =>
  (...operands: readonly Shape[]): Shape => ({
    text: `${name}(${operands.map(({ text }) => text).join(",")})`,
    constants: operands.flatMap(({ constants }) => constants),
  });

const createShapes = (): Arithmetic<Shape, Shape> => ({
  constant: (value) => ({
    text: Object.is(value, 0) || value === 1 ? String(value) : "c",
    constants: [value],
  }),
  nearest: operation("nearest"),
  add: operation("add"),
  sub: operation("sub"),
  mul: operation("mul"),
  div: operation("div"),
  neg: operation("neg"),
  sqrt: operation("sqrt"),
  hypot: operation("hypot"),
  exp: operation("exp"),
  expOfDifference: operation("expOfDifference"),
  expm1: operation("expm1"),
  log1p: operation("log1p"),
  logistic: operation("logistic"),
  softplus: operation("softplus"),
  tanh: operation("tanh"),
  logCosh: operation("logCosh"),
  sinProduct: operation("sinProduct"),
  tanhShrink: operation("tanhShrink"),
  softsign: operation("softsign"),
  normalCdf: operation("normalCdf"),
  greater: operation("greater"),
  greaterOrEqual: operation("greaterOrEqual"),
  where: operation("where"),
});

const shapes = /* @__PURE__ */ createShapes();

export function shapeOf<P extends string>(curve: Curve<P>, params: Readonly<Record<P, number>>): Shape {
  return curve.define({ text: "x", constants: [] }, lifted(params, shapes), shapes);
}
