import assert from "node:assert/strict";
import { drawableOf } from "../../../src/engine/curve/drawable.ts";
import { extremesOf, inflectionsOf } from "../../../src/engine/curve/turns.ts";
import type { ElementwiseFunction, ParameterValues } from "../../../src/engine/functions/index.ts";
import { elementwise, parameterSetsOf, titleOf } from "../functions/cases.ts";
import { casesOf } from "../functions/fixtures.ts";

const orders = ["value", "derivative", "secondDerivative"] as const;

/** Whether the exact f′ or f″ changes its sign at x, from that of `from`; it may stay 0 for a while. */
function changes(
  fn: ElementwiseFunction,
  params: ParameterValues,
  order: 1 | 2,
  x: number,
  from = 0,
): boolean {
  const step = 1e-7 * Math.max(1e-3, Math.abs(x));
  const [before, after] = [x - step, x + step].map((place) =>
    Math.sign(fn.jet(place, params)[orders[order]]),
  );
  return before !== after && before !== 0 && (from === 0 || before === from);
}

/** Zeros by mpmath of f′ or f″ that are not among those found. */
function missed(zeros: readonly number[], found: readonly number[]): number[] {
  return zeros.filter((zero) => !found.some((x) => Math.abs(x - zero) <= 1e-7 * Math.abs(zero)));
}

describe("turns of curves", () => {
  for (const fn of elementwise) {
    it(`of ${fn.id} are where exact derivatives change their sign`, () => {
      for (const params of parameterSetsOf(fn)) {
        const drawable = drawableOf(fn, params);
        const { minimum, maximum } = extremesOf(drawable);
        if (minimum !== undefined) assert.ok(changes(fn, params, 1, minimum, -1), titleOf(fn, params));
        if (maximum !== undefined) assert.ok(changes(fn, params, 1, maximum, 1), titleOf(fn, params));
        for (const x of inflectionsOf(drawable) ?? [])
          assert.ok(changes(fn, params, 2, x), `${titleOf(fn, params)} at ${x}`);
      }
    });
  }

  it("are all the zeros that mpmath has found", () => {
    let count = 0;
    for (const fn of elementwise) {
      for (const { params, zeros } of casesOf(fn.id)) {
        const drawable = drawableOf(fn, params);
        const inflections = inflectionsOf(drawable);
        // Of a curve that swings without end only the turns nearest to 0 are told.
        if (inflections === undefined) continue;
        const { minimum, maximum } = extremesOf(drawable);
        const extremes = [minimum, maximum].filter((x) => x !== undefined);
        assert.deepEqual(missed(zeros[1], extremes), [], titleOf(fn, params));
        assert.deepEqual(missed(zeros[2], inflections), [], titleOf(fn, params));
        count += zeros[1].length + zeros[2].length;
      }
    }
    assert.ok(count > 30, String(count));
  });

  it("that are wrong would be found out", () => {
    const gelu = elementwise.find(({ id }) => id === "gelu")!;
    assert.ok(
      !changes(gelu, {}, 1, -0.7518, 1) && !changes(gelu, {}, 1, -0.7519) && !changes(gelu, {}, 2, 1.41),
    );
    assert.deepEqual(missed([-0.75179], [-0.7517]), [-0.75179]);
  });
});
