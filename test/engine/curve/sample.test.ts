import assert from "node:assert/strict";
import { sampleCurve } from "../../../src/engine/curve/sample.ts";
import { jetAlong } from "../../../src/engine/functions/compile.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type {
  ElementwiseFunction,
  FunctionId,
  ParameterValues,
} from "../../../src/engine/functions/index.ts";

function sample(id: FunctionId, params: ParameterValues, interval: [number, number], count: number) {
  const samples = sampleCurve(functionById(id) as ElementwiseFunction, params, interval, count);
  return {
    x: [...samples.x],
    f: [...samples.value],
    f1: [...samples.derivative],
    f2: [...samples.secondDerivative],
  };
}

describe("sampled curves", () => {
  it("are even, reach both ends and agree with the function", () => {
    const { x, f, f1, f2 } = sample("tanh", {}, [-1, 2], 4);
    assert.deepEqual(x, [-1, 0, 1, 2]);
    const tanh = functionById("tanh") as ElementwiseFunction;
    assert.deepEqual(
      x.map(jetAlong(tanh, {})),
      x.map((_, i) => ({ value: f[i], derivative: f1[i], secondDerivative: f2[i] })),
    );
  });

  it("take a kink from both sides, with a gap in the orders that jump", () => {
    const { x, f, f1, f2 } = sample("leaky_relu", { negative_slope: 0.2 }, [-1, 1], 3);
    assert.deepEqual(x, [-1, 0, 0, 0, 1]);
    assert.deepEqual(
      f.map((y) => y + 0),
      [-0.2, 0, 0, 0, 1],
    );
    assert.deepEqual(f1, [0.2, 0.2, NaN, 1, 1]);
    assert.deepEqual(f2, [0, 0, 0, 0, 0]);
  });

  it("break f where f itself jumps", () => {
    const { x, f, f1 } = sample(
      "generalized_relu",
      { max_value: 2, negative_slope: 0.5, threshold: 1 },
      [0, 3],
      2,
    );
    assert.deepEqual(x, [0, 1, 1, 1, 2, 2, 2, 3]);
    assert.deepEqual(
      f.map((y) => Number(y.toFixed(9)) + 0),
      [-0.5, 0, NaN, 1, 2, 2, 2, 2],
    );
    assert.deepEqual(f1, [0.5, 0.5, NaN, 1, 1, NaN, 0, 0]);
  });

  it("at a kink on an end take only the inner side", () => {
    assert.deepEqual(sample("relu", {}, [0, 1], 2).f1, [1, 1]);
    assert.deepEqual(sample("relu", {}, [-1, 0], 2).f1, [0, 0]);
    assert.deepEqual(sample("relu", {}, [1, 2], 2).x, [1, 2]);
  });

  it("keep x in order whatever the count", () => {
    for (let count = 2; count < 60; count++) {
      const { x } = sample("hard_swish", {}, [-4.1, 5.3], count);
      assert.ok(
        x.every((at, index) => index === 0 || x[index - 1]! <= at),
        String(count),
      );
      assert.equal(x.filter((at) => at === -3).length, 3);
      assert.equal(x.filter((at) => at === 3).length, 3);
    }
  });

  it("refuse an interval or a count that cannot be", () => {
    for (const interval of [
      [1, 1],
      [2, 1],
      [NaN, 1],
      [0, Infinity],
    ] as [number, number][]) {
      assert.throws(() => sample("relu", {}, interval, 10), RangeError);
    }
    for (const count of [0, 1, 2.5, NaN]) assert.throws(() => sample("relu", {}, [0, 1], count), RangeError);
  });
});
