import assert from "node:assert/strict";
import { quick } from "../../../src/engine/math/quick.ts";
import { functionById } from "../../../src/engine/functions/index.ts";

/** Places of either sign, dense near 0 and near the seams of the tables and series, and tiny ones. */
const places = [
  ...Array.from({ length: 4000 }, (_, i) => (i % 2 ? -1 : 1) * 10 ** ((i % 2000) / 400 - 3.2)),
  ...Array.from({ length: 600 }, (_, i) => (i % 2 ? -1 : 1) * 10 ** (-i / 20 - 3)),
].filter((x) => Math.abs(x) < 36);

/** Largest relative error. */
function worst(f: (x: number) => number, exact: (x: number) => number): number {
  return Math.max(...places.map((x) => (exact(x) === 0 ? 0 : Math.abs(f(x) / exact(x) - 1))));
}

const sigmoid = (x: number) => functionById("sigmoid").value(x);
const tanh = (x: number) => functionById("tanh").value(x);
const exponential = (x: number) => functionById("exponential").value(x);

describe("quick functions", () => {
  for (const [name, f, exact, places] of [
    ["e^x", quick.exp, exponential, 41],
    ["e^x without its ends", quick.nearExp, exponential, 41],
    ["e^x − 1", quick.expm1, Math.expm1, 41],
    ["the logistic function", quick.logistic, sigmoid, 41],
    ["the logistic function without its ends", quick.nearLogistic, sigmoid, 41],
    ["tanh", quick.tanh, tanh, 41],
    ["tanh without its ends", quick.nearTanh, tanh, 41],
    ["Φ", quick.normalCdf, (x: number) => functionById("laplace").value(x, { mu: 0, sigma: 1 }), 34],
  ] as const) {
    it(`are within 2^−${places} of ${name}`, () => {
      const error = worst(f, exact);
      assert.ok(error < 2 ** -places, `2^${Math.log2(error)}`);
    });
  }

  it("are as near as said at 300, where they need not be beyond", () => {
    for (const x of [-300, 300]) assert.ok(Math.abs(quick.nearExp(x) / exponential(x) - 1) < 2 ** -41);
    assert.deepEqual([300, -300].map(quick.nearTanh), [1, -1]);
  });

  it("have the right ends", () => {
    assert.deepEqual([800, -800, 0].map(quick.exp), [Infinity, 0, 1]);
    assert.ok(quick.exp(709.75) < Infinity && quick.exp(-740) > 0);
    assert.deepEqual([800, -800].map(quick.tanh), [1, -1]);
    assert.deepEqual([800, -800].map(quick.logistic).map(Math.fround), [1, 0]);
    assert.deepEqual([50, -50].map(quick.normalCdf), [1, 0]);
  });

  it("keep NaN, and the sign of 0 where the function does", () => {
    for (const [name, f] of Object.entries<(x: number) => number>({ ...quick }))
      assert.ok(Number.isNaN(f(NaN)), name);
    for (const f of [quick.expm1, quick.tanh, quick.nearTanh]) assert.deepEqual([-0, 0].map(f), [-0, 0]);
  });
});
