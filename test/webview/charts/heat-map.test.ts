import assert from "node:assert/strict";
import { limitOf, pixelsOf, shareOf } from "../../../src/webview/charts/heat-map-model.ts";
import type { ChartTheme } from "../../../src/webview/charts/theme.ts";

const theme = {
  series: ["rgb(0, 0, 255)", "rgb(255, 128, 0)"],
  background: "rgb(255, 255, 255)",
  axis: "rgb(120, 120, 120)",
} as unknown as ChartTheme;

describe("a heat map", () => {
  it("has one scale for all its pictures, without what is not finite", () => {
    assert.equal(limitOf([1, -3, NaN], [Infinity, 2]), 3);
    assert.equal(limitOf([0, 0]), 1);
  });

  it("stays at full colour beyond the limit, and has contours where there are steps", () => {
    assert.deepEqual(
      [-4, -1, 0, 1, 9].map((value) => shareOf(value, { limit: 2 })),
      [-1, -0.5, 0, 0.5, 1],
    );
    assert.equal(shareOf(0.9, { limit: 2, steps: 2 }), 0.5);
  });

  it("is paper at 0, one colour below, another above, a third where there is no number", () => {
    const pixels = pixelsOf({ rows: 1, columns: 4, values: [-1, 0, 1, NaN], limit: 1 }, theme);
    assert.deepEqual([...pixels], [0, 0, 255, 255, 255, 255, 255, 255, 255, 128, 0, 255, 120, 120, 120, 255]);
  });
});
