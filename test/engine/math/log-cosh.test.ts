import assert from "node:assert/strict";
import { logCosh } from "../../../src/engine/math/log-cosh.ts";
import { worstUlps } from "./reference.ts";

describe("ln cosh x", () => {
  it("is within 3 ulps from −30 to 30, near 0 too", () => {
    assert.ok(worstUlps("logCosh", logCosh) <= 3);
  });

  it("has its limits and NaN, and does not overflow", () => {
    assert.deepEqual([-Infinity, 0, Infinity, NaN].map(logCosh), [Infinity, 0, Infinity, NaN]);
    assert.equal(logCosh(-1e308), 1e308);
  });

  it("is rejected when written as it must not be", () => {
    assert.ok(worstUlps("logCosh", (x) => Math.log(Math.cosh(x))) > 1e6);
  });
});
