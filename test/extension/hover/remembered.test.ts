import assert from "node:assert/strict";
import { keyOfValues, remembered } from "../../../src/extension/hover/remembered.ts";

describe("remembered results", () => {
  it("are computed once for one key", () => {
    let count = 0;
    const twice = remembered(String, (x: number) => {
      count++;
      return 2 * x;
    });
    assert.deepEqual([twice(1), twice(2), twice(1)], [2, 4, 2]);
    assert.equal(count, 2);
  });

  it("are forgotten when not asked for, the oldest first", () => {
    const computed: number[] = [];
    const same = remembered(String, (x: number) => {
      computed.push(x);
      return x;
    });
    for (let x = 0; x <= 200; x++) {
      same(x);
      same(0);
    }
    assert.equal(computed.filter((x) => x === 0).length, 1, "the one in use is kept");
    same(1);
    assert.equal(computed.filter((x) => x === 1).length, 2, "an old one is not");
  });

  it("tell special values apart", () => {
    const values: readonly unknown[] = [Infinity, -Infinity, NaN, null, 0, "0", "null", true];
    assert.equal(new Set(values.map((x) => keyOfValues({ x }))).size, values.length);
  });
});
