import assert from "node:assert/strict";
import fc from "fast-check";
import { type Colour, contrast, readColour, withContrast } from "../../../src/webview/charts/contrast.ts";

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel);

describe("colours", () => {
  for (const [text, expected] of [
    ["#fff", [255, 255, 255]],
    ["#0078d4", [0, 120, 212]],
    [" #00ff0080 ", [0, 128, 0]],
    ["rgb(1, 2, 3)", [1, 2, 3]],
    ["rgba(255, 255, 255, 0.5)", [128, 128, 128]],
    ["rgb(10 20 30 / 1)", [10, 20, 30]],
    ["", undefined],
    ["#12345", undefined],
    ["rgb(1, 2)", undefined],
    ["rgb(a, b, c)", undefined],
    ["transparent", undefined],
  ] as const) {
    it(`reads ${JSON.stringify(text)} over black as ${expected?.join(" ") ?? "no colour"}`, () => {
      assert.deepEqual(readColour(text), expected);
    });
  }

  // Figures from the W3C's own examples: black on white, and grey #767676, the lightest that passes 4.5:1 on white.
  it("measures contrast as WCAG defines it", () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.ok(contrast([0x76, 0x76, 0x76], [255, 255, 255]) >= 4.5);
    assert.ok(contrast([0x77, 0x77, 0x77], [255, 255, 255]) < 4.5);
  });

  it("raises any colour on any background to 3:1", () => {
    fc.assert(
      fc.property(colour, colour, (front, back) => {
        assert.ok(contrast(withContrast(front, back, 3), back) >= 3);
      }),
    );
  });

  it("leaves a colour that has the contrast as it is", () => {
    const blue: Colour = [0x37, 0x94, 0xff];
    assert.deepEqual(withContrast(blue, [31, 31, 31], 3), blue);
  });
});
