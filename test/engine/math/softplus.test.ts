import assert from "node:assert/strict";
import { softplus } from "../../../src/engine/math/softplus.ts";
import { worstUlps } from "./reference.ts";

describe("softplus", () => {
  it("is within 2 ulps from −707 to 707", () => {
    assert.ok(worstUlps("softplus", softplus) <= 2);
  });

  it("has its limits and NaN, and does not overflow", () => {
    assert.deepEqual([-Infinity, -1e308, 1e308, Infinity, NaN].map(softplus), [0, 0, 1e308, Infinity, NaN]);
    assert.equal(softplus(-745), Math.exp(-745));
  });

  it("is rejected when written as it must not be", () => {
    assert.ok(worstUlps("softplus", (x) => Math.log(1 + Math.exp(x))) > 1e6);
  });
});
