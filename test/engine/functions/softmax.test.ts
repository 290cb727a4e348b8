import assert from "node:assert/strict";
import fc from "fast-check";
import { jetAlong } from "../../../src/engine/functions/compile.ts";
import { softmax } from "../../../src/engine/functions/softmax.ts";
import { type SoftmaxCase, readFixture, ulpsApart } from "./fixtures.ts";

const { cases } = readFixture("softmax") as { cases: SoftmaxCase[] };

/** Measured: y and the Jacobian in ulps; entries of vᵀJ in units of 2^−52, as they may cancel. */
const bound = { y: 2, jacobian: 5, vjp: 2 };

function worst(
  got: readonly number[],
  want: readonly number[],
  error: (a: number, b: number) => number,
): number {
  assert.equal(got.length, want.length);
  return Math.max(0, ...got.map((value, index) => error(value, want[index]!)));
}

const absolute = (a: number, b: number) => Math.abs(a - b) / 2 ** -52;
const logits = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 1, maxLength: 8 });

describe("softmax", () => {
  it("agrees with 60-digit reference values", () => {
    for (const { x, v, y, jacobian, vjp } of cases) {
      assert.ok(worst(softmax.value(x), y, ulpsApart) <= bound.y, String(x));
      assert.ok(worst(softmax.jacobian(x).flat(), jacobian.flat(), ulpsApart) <= bound.jacobian, String(x));
      assert.ok(worst(softmax.vjp(x, v), vjp, absolute) <= bound.vjp, String(x));
    }
  });

  it("is rejected by the same check when it is wrong", () => {
    const { x, y } = cases[2]!;
    const wrong = x.map(
      (entry) => Math.exp(entry) / (x.reduce((sum, other) => sum + Math.exp(other), 0) + 1e-12),
    );
    assert.ok(worst(wrong, y, ulpsApart) > bound.y);
  });

  it("adds up to 1 and ignores a shift", () => {
    fc.assert(
      fc.property(logits, (xs) => {
        const ys = softmax.value(xs);
        return (
          Math.abs(ys.reduce((a, b) => a + b) - 1) < 1e-15 * ys.length && ys.every((y) => y >= 0 && y <= 1)
        );
      }),
    );
    assert.deepEqual(softmax.value([1, 2, 3]), softmax.value([1025, 1026, 1027]));
  });

  it("gives the limit at infinities, NaN for NaN, nothing for nothing", () => {
    assert.deepEqual(softmax.value([Infinity, 0]), [1, 0]);
    assert.deepEqual(softmax.value([Infinity, 5, Infinity]), [0.5, 0, 0.5]);
    assert.deepEqual(softmax.value([-Infinity, 0, 0]), [0, 0.5, 0.5]);
    assert.deepEqual(softmax.value([-Infinity, -Infinity]), [0.5, 0.5]);
    assert.deepEqual(softmax.value([NaN, 0]), [NaN, NaN]);
    assert.deepEqual(softmax.value([]), []);
    assert.deepEqual(softmax.jacobian([]), []);
    assert.deepEqual(softmax.vjp([], []), []);
    assert.deepEqual(softmax.jacobian([Infinity, 0]), [
      [0, -0],
      [-0, 0],
    ]);
  });

  it("has a vjp that is vᵀJ", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: -30, max: 30, noNaN: true }),
            fc.double({ min: -9, max: 9, noNaN: true }),
          ),
        ),
        (pairs) => {
          const [xs, v] = [pairs.map(([x]) => x), pairs.map(([, w]) => w)];
          const jacobian = softmax.jacobian(xs);
          const want = xs.map((_, j) => v.reduce((sum, w, i) => sum + w * jacobian[i]![j]!, 0));
          return worst(softmax.vjp(xs, v), want, (a, b) => Math.abs(a - b)) < 1e-13;
        },
      ),
    );
  });

  it("takes its one axis by either name and no other, and vectors of one length", () => {
    assert.deepEqual(softmax.value([0, 0], { axis: -1 }), [0.5, 0.5]);
    assert.deepEqual(softmax.value([0, 0], { axis: 0 }), [0.5, 0.5]);
    assert.throws(() => softmax.value([0, 0], { axis: 1 }), RangeError);
    assert.throws(() => softmax.vjp([0, 0], [1]), RangeError);
    const odd: Record<string, number> = { temperature: 2 };
    assert.throws(() => softmax.value([0], odd), new RangeError("Softmax has no parameter temperature"));
  });

  it("has a slice that is its first output against its first input", () => {
    for (const units of [1, 2, 10]) {
      const slice = softmax.slice(units);
      const jet = jetAlong(slice, {});
      for (let x = -8; x <= 8; x += 0.5) {
        const xs = [x, ...Array.from({ length: units - 1 }, () => 0)];
        assert.ok(Math.abs(jet(x).value - softmax.value(xs)[0]!) < 1e-15);
        assert.ok(Math.abs(jet(x).derivative - softmax.jacobian(xs)[0]![0]!) < 1e-15);
      }
      assert.deepEqual(jet(-Infinity).value, units === 1 ? 1 : 0);
      assert.equal(jet(Infinity).value, 1);
    }
  });

  it("peaks in slope at x₁ = ln(n − 1)", () => {
    const jet = jetAlong(softmax.slice(10), {});
    assert.equal(jet(Math.log(9)).derivative, 0.25);
    assert.equal(jet(Math.log(9)).secondDerivative + 0, 0);
  });
});
