import assert from "node:assert/strict";
import type { Arithmetic } from "../../../src/engine/math/arithmetic.ts";
import { constant, jet, variable } from "../../../src/engine/math/jet.ts";
import { product } from "../../../src/engine/math/product.ts";
import { real } from "../../../src/engine/math/real.ts";

/** Expressions that use every operation. */
const expressions: Readonly<Record<string, <N>(x: N, m: Arithmetic<N>) => N>> = {
  add: (x, m) => m.add(m.mul(x, x), m.constant(3)),
  sub: (x, m) => m.sub(m.exp(x), m.mul(x, x)),
  mul: (x, m) => m.mul(m.tanh(x), m.exp(x)),
  div: (x, m) => m.div(m.exp(x), m.add(m.constant(2), m.mul(x, x))),
  neg: (x, m) => m.neg(m.mul(x, m.mul(x, x))),
  exp: (x, m) => m.exp(m.mul(x, x)),
  expm1: (x, m) => m.expm1(m.mul(m.constant(0.5), x)),
  log1p: (x, m) => m.log1p(m.mul(x, x)),
  logistic: (x, m) => m.logistic(m.mul(m.constant(1.7), x)),
  sqrt: (x, m) => m.sqrt(m.add(m.mul(x, x), m.constant(1))),
  hypot: (x, m) => m.hypot(m.mul(x, x), m.exp(x)),
  logCosh: (x, m) => m.logCosh(m.mul(x, x)),
  sinProduct: (x, m) => m.sinProduct(x, m.exp(m.mul(m.constant(0.5), x))),
  softplus: (x, m) => m.softplus(m.mul(x, x)),
  tanhShrink: (x, m) => m.tanhShrink(m.mul(x, x)),
  softsign: (x, m) => m.softsign(m.mul(m.constant(2), x)),
  tanh: (x, m) => m.tanh(m.mul(x, x)),
  normalCdf: (x, m) => m.normalCdf(m.sub(m.mul(x, x), m.constant(1))),
  where: (x, m) => m.where(m.greaterOrEqual(x, m.constant(0)), m.exp(x), m.neg(x)),
};

describe("jets", () => {
  for (const [name, f] of Object.entries(expressions)) {
    it(`carry the derivatives of ${name}`, () => {
      for (const x of [-1.3, -0.4, 0.2, 0.9, 1.6]) {
        const h = 1e-4;
        const at = (place: number) => f(place, real);
        const { value, derivative, secondDerivative } = f(variable(x), jet);
        assert.equal(value, at(x));
        const first = (at(x + h) - at(x - h)) / (2 * h);
        const second = (at(x + h) - 2 * at(x) + at(x - h)) / (h * h);
        assert.ok(Math.abs(first - derivative) < 1e-6 * (1 + Math.abs(derivative)), `${name}′ at ${x}`);
        assert.ok(
          Math.abs(second - secondDerivative) < 1e-5 * (1 + Math.abs(secondDerivative)),
          `${name}″ at ${x}`,
        );
      }
    });
  }

  it("compare by value alone and treat NaN as neither", () => {
    assert.ok(jet.greater(variable(1), constant(0)) && !jet.greater(variable(0), constant(0)));
    assert.ok(jet.greaterOrEqual(variable(0), constant(0)));
    assert.ok(!jet.greater(variable(NaN), constant(0)) && !jet.greaterOrEqual(variable(NaN), constant(0)));
  });

  it("silence an overflowed factor by a factor 0, and nothing else", () => {
    assert.equal(product(0, Infinity), 0);
    assert.equal(product(-Infinity, 0), 0);
    assert.ok(Number.isNaN(product(NaN, 0)) && Number.isNaN(product(0, NaN)));
    assert.equal(product(2, -3), -6);
    assert.equal(product(Infinity, -1), -Infinity);
  });
});
