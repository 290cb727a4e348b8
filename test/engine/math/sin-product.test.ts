import assert from "node:assert/strict";
import fc from "fast-check";
import { cosProduct, sinProduct } from "../../../src/engine/math/sin-product.ts";
import { readFixture, ulpsApart } from "../functions/fixtures.ts";

/** The largest error in ulps over rows [a, b, sin(ab), cos(ab)], |ab| ≤ 2²⁰. */
function worst(sin: typeof sinProduct, cos: typeof cosProduct): number {
  const { sinProduct: rows } = readFixture("math") as { sinProduct: [number, number, number, number][] };
  return Math.max(...rows.flatMap(([a, b, s, c]) => [ulpsApart(sin(a, b), s), ulpsApart(cos(a, b), c)]));
}

describe("sine and cosine of a product", () => {
  it("are within 2 ulps while the product is at most 2²⁰", () => {
    assert.ok(worst(sinProduct, cosProduct) <= 2, String(worst(sinProduct, cosProduct)));
  });

  it("are rejected when the product is rounded", () => {
    assert.ok(
      worst(
        (a, b) => Math.sin(a * b),
        (a, b) => Math.cos(a * b),
      ) > 1e3,
    );
  });

  it("lie between −1 and 1 for any two doubles, and are NaN for NaN alone", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        return Math.abs(sinProduct(a, b)) <= 1 && Math.abs(cosProduct(a, b)) <= 1;
      }),
    );
    assert.ok(Number.isNaN(sinProduct(NaN, 0)) && Number.isNaN(cosProduct(1, NaN)));
  });
});
