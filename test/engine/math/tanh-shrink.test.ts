import assert from "node:assert/strict";
import { tanhShrink } from "../../../src/engine/math/tanh-shrink.ts";
import { worstUlps } from "./reference.ts";

describe("x − tanh x", () => {
  it("is within 2 ulps from −30 to 30, near 0 too", () => {
    assert.ok(worstUlps("tanhShrink", tanhShrink) <= 2);
  });

  it("has its limits and NaN", () => {
    assert.deepEqual([-Infinity, 0, Infinity, NaN].map(tanhShrink), [-Infinity, 0, Infinity, NaN]);
  });

  it("is rejected when written as it must not be", () => {
    assert.ok(worstUlps("tanhShrink", (x) => x - Math.tanh(x)) > 1e6);
  });
});
