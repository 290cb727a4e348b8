import assert from "node:assert/strict";
import { largestDifference } from "../../../src/engine/curve/difference.ts";
import { drawableOf } from "../../../src/engine/curve/drawable.ts";
import { type FunctionId, functionById } from "../../../src/engine/functions/index.ts";

const drawn = (id: FunctionId, params = {}) => drawableOf(functionById(id), params);
const close = (actual: number | undefined, expected: number, tolerance: number) => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
};

describe("the largest difference of two curves", () => {
  // mpmath 1.3, 30 digits: findroot of the difference's derivative, from the best of a grid of thousandths.
  it("is 4.732e-4 at ±2.6989 between exact and tanh GELU", () => {
    const found = largestDifference(drawn("gelu_tanh"), drawn("gelu"), 0, [-6, 6]);
    close(Math.abs(found!.value), 0.00047323552068728487, 1e-12);
    close(Math.abs(found!.x), 2.69894138637727, 1e-4);
    assert.deepEqual([found!.isMirrored, found!.isAtEnd], [true, false]);
  });

  it("is 0.193 at ±1.9655 between SiLU and GELU", () => {
    const found = largestDifference(drawn("silu"), drawn("gelu"), 0, [-4, 4]);
    close(found?.value, -0.19300198798000964, 1e-12);
    close(Math.abs(found!.x), 1.9654689640930993, 1e-6);
  });

  it("is found at a kink, and beside a jump of the slope", () => {
    const shifted = drawn("threshold", { threshold: 0.3, value: 0 });
    const relu = drawn("relu");
    close(largestDifference(relu, shifted, 0, [-1, 1])?.value, 0.3, 1e-12);
    const slopes = largestDifference(relu, drawn("leaky_relu", { negative_slope: 0.25 }), 1, [-1, 1]);
    close(slopes?.value, -0.25, 1e-12);
  });

  it("says when it lies at an end of the interval", () => {
    const found = largestDifference(drawn("relu"), drawn("tanh"), 0, [-4, 4]);
    assert.deepEqual([found?.x, found?.isAtEnd], [4, true]);
  });

  it("is 0 between a function and itself, and none where nothing is finite", () => {
    assert.equal(largestDifference(drawn("silu"), drawn("silu"), 2, [-4, 4])?.value, 0);
    const nowhere = { ...drawn("relu"), jet: () => ({ value: NaN, derivative: NaN, secondDerivative: NaN }) };
    assert.equal(largestDifference(nowhere, drawn("relu"), 0, [-4, 4]), undefined);
  });
});
