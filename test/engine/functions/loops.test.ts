import assert from "node:assert/strict";
import { loops } from "../../../src/engine/functions/loops.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import { withDefaults } from "../../../src/engine/functions/parameters.ts";
import { shapeOf } from "../../../src/engine/functions/shape.ts";

const looped = ["relu", "leaky_relu", "prelu", "sigmoid", "tanh", "silu", "gelu"] as const;

/** Of every kind that is decided about: tiny, usual, saturated, too large for a loop, not finite. */
const kinds = [0, -0, 1e-45, -1e-45, 1e-20, 0.5, -0.7, 3, -3, 17, -17, 250, -250, 1e5, -1e5, 3e38, -3e38];
const infinite = [Infinity, -Infinity, NaN];

describe("loops over float32 arrays", () => {
  it("are what the functions that people run over arrays go through", () => {
    for (const id of looped) {
      const fn = functionById(id);
      const { text } = shapeOf<string>(fn, withDefaults(fn, undefined));
      assert.ok(loops[text], `${id}: ${text}`);
    }
    const shapes = looped.map(
      (id) => shapeOf<string>(functionById(id), withDefaults(functionById(id), undefined)).text,
    );
    assert.deepEqual(Object.keys(loops).sort(), [...new Set(shapes)].sort());
  });

  for (const id of looped) {
    it(`give ${id} of one number whatever stands beside it, the sign of 0 as well`, () => {
      const fn = functionById(id);
      const alone = [...kinds, ...infinite].map((x) => fn.values(Float32Array.of(x))[0]!);
      for (const filler of [0.25, 40, -3e38, NaN, -Infinity]) {
        for (const [i, x] of [...kinds, ...infinite].entries()) {
          const xs = new Float32Array(1300).fill(filler);
          for (const place of [0, 511, 512, 1299]) xs[place] = x;
          const ys = fn.values(xs);
          for (const place of [0, 511, 512, 1299]) {
            const [got, want] = [ys[place]!, alone[i]!];
            const off = Math.abs(got - want) > 2 ** -22 * Math.abs(want);
            assert.ok(
              !off && Number.isNaN(got) === Number.isNaN(want),
              `${id}(${x}) beside ${filler}: ${got}, not ${want}`,
            );
            assert.ok(got !== 0 || want !== 0 || Object.is(got, want), `${id}(${x}): the sign of 0`);
          }
        }
      }
    });

    it(`keep NaN of either sign in ${id}, also in a part of a larger array`, () => {
      const bits = Int32Array.of(0, 0x7fc00000, -0x400000, -1, 0x3f800000);
      const part = new Float32Array(bits.buffer).subarray(1);
      const ys = functionById(id).values(part);
      assert.deepEqual([...ys].map(Number.isNaN), [true, true, true, false]);
    });

    it(`give ${id} at infinities, NaN and 0 what its value is`, () => {
      const fn = functionById(id);
      const xs = Float32Array.of(...infinite, 0, -0);
      assert.deepEqual(
        [...fn.values(xs)],
        [...xs].map((x) => fn.value(x)),
      );
    });
  }
});
