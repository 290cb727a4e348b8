import assert from "node:assert/strict";
import fc from "fast-check";
import { functionById } from "../../../src/engine/functions/index.ts";
import { gated, titleOf } from "./cases.ts";
import { gatedCasesOf } from "./fixtures.ts";

type Method = Pick<(typeof gated)[number], "value" | "partials">;

/** Every row, of two grids, that is not the double nearest to the truth. */
function misses(fn: Method, id: string): string[] {
  return [...gatedCasesOf(id), ...gatedCasesOf(`second/${id}`)].flatMap(({ params, rows }) =>
    rows.flatMap(([a, b, ...want]) => {
      const got = [fn.value(a, b, params), ...fn.partials(a, b, params)];
      return got.flatMap((y, k) => (y === want[k] ? [] : [`${k} at ${a}, ${b}: ${y} for ${want[k]}`]));
    }),
  );
}

const anyDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -9, max: 9, noNaN: true }),
);

describe("gated functions", () => {
  for (const fn of gated) {
    it(`${fn.id} is the nearest double to 700-digit reference values`, () => {
      assert.deepEqual(misses(fn, fn.id), []);
    });

    it(`${fn.id} is no NaN for finite numbers, and NaN for NaN in either half`, () => {
      for (const { params } of gatedCasesOf(fn.id)) {
        fc.assert(
          fc.property(anyDouble, anyDouble, (a, b) =>
            [fn.value(a, b, params), ...fn.partials(a, b, params)].every((y) => !Number.isNaN(y)),
          ),
        );
        for (const [a, b] of [
          [NaN, 1],
          [1, NaN],
          [NaN, NaN],
          [NaN, Infinity],
        ] as const) {
          assert.ok(Number.isNaN(fn.value(a, b, params)), titleOf(fn, params));
          assert.ok(fn.partials(a, b, params).some(Number.isNaN), titleOf(fn, params));
        }
      }
    });

    it(`${fn.id} has partials that agree with differences`, () => {
      const h = 1e-6;
      const near = fc.double({ min: -9, max: 9, noNaN: true });
      for (const { params } of gatedCasesOf(fn.id)) {
        const { kinks } = fn.gate.claims(params);
        fc.assert(
          fc.property(near, near, (a, b) => {
            if (kinks.some((kink) => Math.abs(b - kink) <= 2 * h)) return true;
            const [byValue, byGate] = fn.partials(a, b, params);
            const differenceByValue = (fn.value(a + h, b, params) - fn.value(a - h, b, params)) / (2 * h);
            const differenceByGate = (fn.value(a, b + h, params) - fn.value(a, b - h, params)) / (2 * h);
            return Math.abs(differenceByValue - byValue) < 1e-7 && Math.abs(differenceByGate - byGate) < 1e-7;
          }),
        );
      }
    });
  }

  it("are rejected by the same check when one of the partials is wrong", () => {
    const glu = functionById("glu");
    for (const k of [0, 1]) {
      const partials: Method["partials"] = (a, b) =>
        glu.partials(a, b).map((y, j) => (j === k ? y * (1 + 2 ** -52) : y)) as [number, number];
      assert.notDeepEqual(misses({ ...glu, partials }, "glu"), []);
    }
    const value: Method["value"] = (a, b) => glu.value(b, a);
    assert.notDeepEqual(misses({ ...glu, value }, "glu"), []);
  });

  it("have the limits at infinities, and 0 where a factor is 0", () => {
    const [glu, swiglu] = [functionById("glu"), functionById("swiglu")];
    assert.equal(glu.value(3, Infinity), 3);
    assert.equal(glu.value(3, -Infinity), 0);
    assert.equal(glu.value(Infinity, 0), Infinity);
    assert.equal(swiglu.value(-2, Infinity), -Infinity);
    assert.equal(swiglu.value(0, Infinity), 0);
    assert.deepEqual(swiglu.partials(2, Infinity), [Infinity, 2]);
    assert.equal(swiglu.value(2, -Infinity), 0);
  });

  it("take their one axis where a call splits, and refuse what they do not have", () => {
    assert.equal(functionById("glu").value(1, 0, { axis: -1 }), 0.5);
    assert.throws(() => functionById("glu").value(1, 0, { axis: 2 }), RangeError);
    // @ts-expect-error GLU has no alpha
    assert.throws(() => functionById("glu").value(1, 0, { alpha: 1 }), RangeError);
    assert.throws(() => functionById("geglu").value(1, 0, { axis: -1 }), RangeError);
  });

  it("have in their gate the very function that its name says", () => {
    const names = gated.map(({ id, gate }) => [id, gate.name]);
    assert.deepEqual(names, [
      ["glu", "Sigmoid"],
      ["reglu", "ReLU"],
      ["geglu", "GELU"],
      ["swiglu", "SiLU"],
    ]);
    for (const [id, act] of [
      ["glu", "sigmoid"],
      ["reglu", "relu"],
      ["geglu", "gelu"],
      ["swiglu", "silu"],
    ] as const) {
      for (const b of [-3, -1e-9, 0, 0.5, 40]) {
        assert.equal(functionById(id).value(1, b), functionById(act).value(b));
        assert.equal(functionById(id).partials(1, b)[1], functionById(act).derivative(b));
      }
    }
  });
});
