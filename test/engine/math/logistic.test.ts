import assert from "node:assert/strict";
import { logistic, logisticDerivative, logisticSecondDerivative } from "../../../src/engine/math/logistic.ts";
import { worstUlps } from "./reference.ts";

describe("the logistic function", () => {
  it("and its derivatives are within a few ulps from −707 to 707", () => {
    assert.ok(worstUlps("logistic", logistic) <= 2);
    assert.ok(worstUlps("logisticDerivative", logisticDerivative) <= 3);
    assert.ok(worstUlps("logisticSecondDerivative", logisticSecondDerivative) <= 4);
  });

  it("has its limits and NaN on both sides", () => {
    assert.deepEqual([-Infinity, -1e308, 0, 1e308, Infinity, NaN].map(logistic), [0, 0, 0.5, 1, 1, NaN]);
    assert.deepEqual([-Infinity, 0, Infinity, NaN].map(logisticDerivative), [0, 0.25, 0, NaN]);
  });

  it("is rejected when written as it must not be", () => {
    assert.ok(worstUlps("logisticDerivative", (x) => logistic(x) * (1 - logistic(x))) > 1e6);
  });
});
