import assert from "node:assert/strict";
import fc from "fast-check";
import { functionById } from "../../../src/engine/functions/index.ts";
import { elementwise, parameterSetsOf, titleOf } from "./cases.ts";

const anyDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -50, max: 50, noNaN: true }),
);

function eachCase(check: (fn: (typeof elementwise)[number], params: Record<string, number>) => void): void {
  for (const fn of elementwise) for (const params of parameterSetsOf(fn)) check(fn, params);
}

describe("elementwise functions on doubles", function () {
  this.timeout(20_000);

  it("are no NaN at any order for any finite x", () => {
    eachCase((fn, params) => {
      fc.assert(
        fc.property(anyDouble, (x) => Object.values(fn.jet(x, params)).every((y) => !Number.isNaN(y))),
        { numRuns: 60 },
      );
      for (const x of [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, -Number.MIN_VALUE, 0, -0]) {
        assert.ok(!Object.values(fn.jet(x, params)).some(Number.isNaN), `${titleOf(fn, params)} at ${x}`);
      }
    });
  });

  it("have the same value by value() and by jet()", () => {
    eachCase((fn, params) => {
      fc.assert(
        fc.property(anyDouble, (x) => Object.is(fn.value(x, params), fn.jet(x, params).value)),
        { numRuns: 30 },
      );
    });
  });

  it("give NaN at every order for NaN", () => {
    eachCase((fn, params) => {
      assert.deepEqual(Object.values(fn.jet(NaN, params)), [NaN, NaN, NaN], titleOf(fn, params));
      assert.ok(Number.isNaN(fn.value(NaN, params)));
    });
  });

  it("never throw on a double as a parameter, and stay NaN for a NaN that matters", () => {
    for (const fn of elementwise) {
      for (const name of Object.keys(fn.params)) {
        for (const odd of [NaN, Infinity, -Infinity, 0, -0, -1, Number.MAX_VALUE, Number.MIN_VALUE]) {
          for (const x of [-2, 0, 2, Infinity, -Infinity, NaN]) fn.jet(x, { [name]: odd });
        }
      }
    }
    const leaky = functionById("leaky_relu");
    assert.ok(Number.isNaN(leaky.value(-1, { negative_slope: NaN })));
  });

  it("have derivatives that agree with differences away from kinks", () => {
    eachCase((fn, params) => {
      const { kinks } = fn.claims(params);
      const h = 1e-5;
      fc.assert(
        fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (x) => {
          if (kinks.some((kink) => Math.abs(x - kink) <= 2 * h)) return true;
          const [before, here, after] = [x - h, x, x + h].map((place) => fn.jet(place, params));
          // Where f″ jumps, as that of ELU with α = 1 does at 0, a difference of f′ lies between its two sides.
          const bend = after!.secondDerivative - before!.secondDerivative;
          if (fn.claims(params).smoothness !== "smooth" && Math.abs(bend) > 1e-2) return true;
          const first = (after!.value - before!.value) / (2 * h);
          const second = (after!.derivative - before!.derivative) / (2 * h);
          const scale = Math.max(1, Math.abs(here!.secondDerivative));
          return (
            Math.abs(first - here!.derivative) < 2e-6 * scale * 10 &&
            Math.abs(second - here!.secondDerivative) < 2e-5 * scale * 10
          );
        }),
        { numRuns: 200 },
      );
    });
  });

  it("apply to arrays of both kinds at every order, leaving the input as it was", () => {
    const xs = [-2, -0.5, 0, 0.5, NaN, Infinity, -Infinity];
    for (const fn of elementwise) {
      for (const [order, key] of (["value", "derivative", "secondDerivative"] as const).entries()) {
        const input = Float64Array.from(xs);
        const want = xs.map((x) => fn.jet(x)[key]);
        assert.deepEqual([...fn.values(input, {}, order as 0 | 1 | 2)], want);
        const single = [...fn.values(Float32Array.from(xs), {}, order as 0 | 1 | 2)];
        assert.deepEqual(single, want.map(Math.fround));
        assert.deepEqual([...input], xs);
      }
      assert.ok(fn.values(new Float32Array(2)) instanceof Float32Array);
    }
  });
});
