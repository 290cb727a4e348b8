import assert from "node:assert/strict";
import { float32, lastPlaceOf } from "../../../src/engine/formats/format.ts";
import type { ElementwiseFunction } from "../../../src/engine/functions/index.ts";
import { elementwise, titleOf } from "./cases.ts";
import { casesOf } from "./fixtures.ts";

const orders = ["value", "derivative", "secondDerivative"] as const;

/** Largest error of float32 arrays, in units of the last place of float32. */
const bound = 0.504;

/** Beyond, the angle of a sine is not known in plain doubles. */
const reach: Readonly<Record<string, number>> = { sine: 2 ** 20 / 30, snake: 2 ** 20 / 5 };

const largest = 2 ** 127 * (2 - 2 ** -23);

type Method = Pick<ElementwiseFunction, "id" | "jet" | "values">;

/** The exact result is what the array is compared with; that is held against mpmath elsewhere. */
function misses(fn: Method): string[] {
  return casesOf(fn.id).flatMap(({ params, rows }) => {
    const xs = Float32Array.from(rows.map(([x]) => x)).filter(
      (x) => Number.isFinite(x) && Math.abs(x) <= (reach[fn.id] ?? Infinity),
    );
    const exact = [...xs].map((x) => fn.jet(x, params));
    return orders.flatMap((order, k) => {
      const got = fn.values(xs, params, k as 0 | 1 | 2);
      return [...got].flatMap((y, i) => {
        const want = exact[i]![order];
        if (Math.abs(want) > largest) return [];
        const error = Math.abs(y - want) / lastPlaceOf(want, float32);
        return error <= bound ? [] : [`${titleOf(fn, params)} ${order} at ${xs[i]}: error ${error}`];
      });
    });
  });
}

describe("float32 arrays", function () {
  this.timeout(20_000);

  for (const fn of elementwise) {
    it(`of ${fn.id} are within 0.504 units in the last place`, () => {
      assert.deepEqual(misses(fn), []);
    });
  }

  it("are rejected where they are rounded twice", () => {
    const gelu = elementwise.find(({ id }) => id === "gelu")!;
    const values = ((xs: Float32Array) =>
      xs.map((x) => Math.fround(gelu.value(x) * (1 + 2 ** -26)))) as Method["values"];
    assert.notDeepEqual(misses({ ...gelu, values }), []);
  });
});
