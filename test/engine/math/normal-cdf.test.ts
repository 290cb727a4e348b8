import assert from "node:assert/strict";
import { normalCdf, normalDensity } from "../../../src/engine/math/normal-cdf.ts";
import { worstUlps } from "./reference.ts";

describe("the normal distribution", () => {
  it("is within 3 ulps wherever the result is a normal number", () => {
    assert.ok(worstUlps("normalCdf", normalCdf) <= 3);
    assert.ok(worstUlps("normalDensity", normalDensity) <= 3);
  });

  it("has its limits and NaN", () => {
    assert.deepEqual([-Infinity, -40, 0, 40, Infinity, NaN].map(normalCdf), [0, 0, 0.5, 1, 1, NaN]);
    assert.deepEqual([-Infinity, Infinity, NaN].map(normalDensity), [0, 0, NaN]);
  });

  it("reaches the smallest doubles in the left tail", () => {
    assert.equal(normalCdf(-38.46), 5e-324);
    assert.ok(normalCdf(-38.4) > 0 && normalCdf(-38.6) === 0);
  });

  it("is rejected when it is slightly wrong", () => {
    assert.ok(worstUlps("normalCdf", (x) => normalCdf(x) * (1 + 2e-15)) > 3);
  });
});
