import assert from "node:assert/strict";
import fc from "fast-check";
import { readNumber, roundStep, roundTo } from "../../src/webview/format.ts";

describe("numbers a person types", () => {
  for (const [text, expected] of [
    ["0.2", 0.2],
    [" -3 ", -3],
    ["−3", -3],
    ["+.5", 0.5],
    ["5.", 5],
    ["1e-3", 1e-3],
    ["inf", Infinity],
    ["-∞", -Infinity],
    ["", undefined],
    ["-", undefined],
    ["1,5", undefined],
    ["0x10", undefined],
    ["1 2", undefined],
    ["nan", undefined],
    ["1e", undefined],
    [".", undefined],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${expected ?? "no number"}`, () => {
      assert.equal(readNumber(text), expected);
    });
  }

  it("reads every double that is shown as it is", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        assert.equal(readNumber(String(x)), x + 0);
      }),
    );
  });
});

describe("round steps", () => {
  it("is 1, 2 or 5 times a power of ten, at most the size and above two fifths of it", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (size) => {
        const step = roundStep(size);
        assert.match(step.toExponential(), /^[125]e/);
        assert.ok(step <= size * (1 + 1e-9) && step >= size * 0.399, `${step} for ${size}`);
      }),
    );
  });

  it("rounds without the digits that multiplying leaves", () => {
    assert.equal(roundTo(0.31, 0.1), 0.3);
    assert.equal(roundTo(-0.04, 0.1), 0);
    assert.equal(Object.is(roundTo(-0.04, 0.1), -0), false);
    assert.equal(roundTo(1234.4, 5), 1235);
  });
});
