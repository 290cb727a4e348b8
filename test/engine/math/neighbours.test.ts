import assert from "node:assert/strict";
import fc from "fast-check";
import { bisect } from "../../../src/engine/math/bisect.ts";
import { nextDown, nextUp } from "../../../src/engine/math/neighbours.ts";

describe("neighbouring doubles", () => {
  it("are known at the special places", () => {
    assert.deepEqual([0, -0, 1, -1, Infinity, NaN].map(nextUp), [
      Number.MIN_VALUE,
      Number.MIN_VALUE,
      1 + Number.EPSILON,
      -1 + Number.EPSILON / 2,
      Infinity,
      NaN,
    ]);
    assert.equal(nextUp(Number.MAX_VALUE), Infinity);
    assert.equal(nextUp(-Infinity), -Number.MAX_VALUE);
    assert.equal(nextDown(0), -Number.MIN_VALUE);
    assert.equal(nextUp(-Number.MIN_VALUE) + 0, 0);
  });

  it("lie next to each other, with nothing between", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const up = nextUp(x);
        return up > x && (x + (up - x) / 2 === x || x + (up - x) / 2 === up) && nextDown(up) === x + 0;
      }),
    );
  });
});

describe("bisection", () => {
  it("finds a border to the last place", () => {
    assert.equal(
      bisect((x) => x * x < 2, 0, 2),
      1.414213562373095,
    );
    assert.equal(
      bisect((x) => x > -3, 0, -10),
      nextUp(-3),
    );
  });
});
