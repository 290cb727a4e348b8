import assert from "node:assert/strict";
import { drawableOf } from "../../../src/engine/curve/drawable.ts";
import { usualInterval } from "../../../src/engine/curve/interval.ts";
import { type FunctionId, type ParameterValues, functionById } from "../../../src/engine/functions/index.ts";

const cases: readonly (readonly [FunctionId, ParameterValues, readonly [number, number]])[] = [
  ["relu", {}, [-4, 4]],
  ["relu6", {}, [-4, 7]],
  ["elu", {}, [-5, 4]],
  ["sigmoid", {}, [-6, 6]],
  ["tanh", {}, [-4, 4]],
  ["gelu", {}, [-4, 4]],
  ["silu", {}, [-6, 6]],
  ["hard_swish", {}, [-4, 4]],
  ["softmax", {}, [-4, 8]],
  ["generalized_relu", { max_value: 20 }, [-4, 21]],
  ["silu", { beta: 10 }, [-4, 4]],
];

describe("the usual interval", () => {
  for (const [id, params, want] of cases) {
    it(`of ${id} ${JSON.stringify(params)} is ${want.join(" … ")}`, () => {
      assert.deepEqual(usualInterval(drawableOf(functionById(id), params)), want);
    });
  }

  it("stays finite at parameters that make no sense", () => {
    for (const odd of [NaN, Infinity, -Infinity, 1e300, 1e-300]) {
      const [low, high] = usualInterval(drawableOf(functionById("silu"), { beta: odd }));
      assert.ok(Number.isFinite(low) && Number.isFinite(high) && low < high, String(odd));
    }
  });
});
