import assert from "node:assert/strict";
import {
  quickExp,
  quickExpm1,
  quickLogistic,
  quickNormalCdf,
  quickTanh,
} from "../../../src/engine/math/quick.ts";
import { functionById } from "../../../src/engine/functions/index.ts";

/** Places of either sign, dense near 0 and near the seams of the tables and series. */
const places = Array.from(
  { length: 4000 },
  (_, i) => (i % 2 ? -1 : 1) * 10 ** ((i % 2000) / 400 - 3.2),
).filter((x) => Math.abs(x) < 36);

/** Largest relative error. */
function worst(quick: (x: number) => number, exact: (x: number) => number): number {
  return Math.max(...places.map((x) => (exact(x) === 0 ? 0 : Math.abs(quick(x) / exact(x) - 1))));
}

describe("quick functions", () => {
  for (const [name, quick, exact] of [
    ["e^x", quickExp, (x: number) => functionById("exponential").value(x)],
    ["e^x − 1", quickExpm1, Math.expm1],
    ["the logistic function", quickLogistic, (x: number) => functionById("sigmoid").value(x)],
    ["tanh", quickTanh, (x: number) => functionById("tanh").value(x)],
    ["Φ", quickNormalCdf, (x: number) => functionById("laplace").value(x, { mu: 0, sigma: 1 })],
  ] as const) {
    it(`are within 2⁻³⁸ of ${name}`, () => {
      const error = worst(quick, exact);
      assert.ok(error < 2 ** -38, `2^${Math.log2(error)}`);
    });
  }

  it("have the right ends", () => {
    assert.deepEqual([quickExp(800), quickExp(-800), quickExp(0)], [Infinity, 0, 1]);
    assert.ok(quickExp(709.75) < Infinity && quickExp(-740) > 0);
    assert.deepEqual(
      [quickLogistic(800), quickLogistic(-800), quickTanh(800), quickTanh(-800)],
      [1, 0, 1, -1],
    );
    assert.deepEqual([quickNormalCdf(50), quickNormalCdf(-50)], [1, 0]);
    for (const f of [quickExp, quickExpm1, quickLogistic, quickTanh, quickNormalCdf])
      assert.ok(Number.isNaN(f(NaN)), f.name);
  });
});
