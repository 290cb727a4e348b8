import assert from "node:assert/strict";
import { drawableOf } from "../../../src/engine/curve/drawable.ts";
import { flatShare, flatZones, searchPlaces } from "../../../src/engine/curve/flat.ts";
import { elementwise, parameterSetsOf, titleOf } from "../functions/cases.ts";

describe("flat zones", () => {
  it("begin where exact slopes fall below the share, and last to the end", () => {
    let count = 0;
    for (const fn of elementwise) {
      for (const params of parameterSetsOf(fn)) {
        const drawable = drawableOf(fn, params);
        const { low, high } = drawable.claims.derivativeRange;
        const largest = Math.max(Math.abs(low), Math.abs(high));
        const bound = flatShare * (Number.isFinite(largest) ? largest : 1);
        const { flatBelow, flatAbove } = flatZones(drawable);
        for (const [border, side] of [
          [flatBelow, -1],
          [flatAbove, 1],
        ] as const) {
          if (border === undefined) continue;
          const place = `${titleOf(fn, params)} ${side} ${border}`;
          const step = 1e-9 * Math.max(1, Math.abs(border));
          const slope = (x: number) => Math.abs(fn.derivative(x, params));
          // A zone is not followed across 0 or the outermost kink.
          if (border !== 0 && !drawable.claims.kinks.includes(border))
            assert.ok(slope(border - side * step) >= bound, place);
          const beyond = [border + side * step, ...searchPlaces().filter((x) => side * (x - border) > step)];
          for (const x of beyond) assert.ok(slope(x) < bound, `${place} at ${x}`);
          count++;
        }
      }
    }
    assert.ok(count > 100, String(count));
  });
});
