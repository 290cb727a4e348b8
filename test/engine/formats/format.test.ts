import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  bfloat16,
  count,
  float16,
  float32,
  formats,
  numberAt,
  placeOf,
  round,
} from "../../../src/engine/formats/format.ts";

const { rows } = JSON.parse(
  readFileSync(new URL("../../fixtures/formats/rounded.json", import.meta.url), "utf8"),
  (_key, value: unknown) => (value === "inf" ? Infinity : value === "-inf" ? -Infinity : value),
) as { rows: readonly [x: number, float32: number, float16: number, bfloat16: number][] };

describe("number formats", () => {
  it("round a double once, as numpy and exact fractions do", () => {
    for (const [x, ...wanted] of rows) {
      for (const [k, format] of [float32, float16, bfloat16].entries())
        assert.equal(round(x, format), wanted[k], `${format.name} of ${x}`);
      assert.equal(round(x, float32), Math.fround(x));
    }
    assert.ok(rows.length > 500);
  });

  it("leave NaN, infinities and the sign of 0 as they are", () => {
    for (const format of formats) {
      for (const x of [NaN, Infinity, -Infinity, 0, -0]) assert.ok(Object.is(round(x, format), x));
      assert.ok(Object.is(round(-1e-300, format), -0));
    }
  });

  it("count their numbers in order, each of which rounds to itself", () => {
    assert.deepEqual(formats.map(count), [0x7f7fffff, 0x7bff, 0x7f7f]);
    for (const format of [float16, bfloat16]) {
      for (let n = -count(format); n <= count(format); n++) {
        const x = numberAt(n, format);
        assert.ok(x > numberAt(n - 1, format) || n === -count(format));
        assert.equal(round(x, format), x);
        assert.equal(placeOf(x, format), n);
      }
    }
  });

  it("number them as their bits do", () => {
    const bits = new Uint32Array([0]);
    const single = new Float32Array(bits.buffer);
    for (let n = 0; n <= count(bfloat16); n++) {
      bits[0] = n << 16;
      assert.equal(numberAt(n, bfloat16), single[0]);
    }
    for (let n = 0; n <= count(float32); n += 65_521) {
      bits[0] = n;
      assert.equal(numberAt(n, float32), single[0]);
      assert.equal(placeOf(single[0]!, float32), n);
    }
    // The largest, the smallest normal and the smallest of binary16.
    assert.deepEqual(
      [0x7bff, 0x400, 1].map((n) => numberAt(n, float16)),
      [65504, 2 ** -14, 2 ** -24],
    );
  });
});
