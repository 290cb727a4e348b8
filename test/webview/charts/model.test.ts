import assert from "node:assert/strict";
import fc from "fast-check";
import { movedBy, pointsFor, snap } from "../../../src/webview/charts/curve-figure.ts";
import {
  type CurveModel,
  type Line,
  rangeOf,
  readOut,
  spreadLabels,
} from "../../../src/webview/charts/model.ts";

function line(y: readonly number[]): Line {
  return { label: "f", order: 0, x: Float64Array.from(y, (_, i) => i), y: Float64Array.from(y) };
}

describe("a chart's range", () => {
  it("holds every finite number with a twentieth of room", () => {
    assert.deepEqual(rangeOf([line([0, 10]), line([5, NaN, Infinity])]), [-0.5, 10.5]);
  });

  it("gives flat lines room of their own", () => {
    assert.deepEqual(rangeOf([line([3, 3])]), [2, 4]);
    for (const level of [1e16, -1e16, 9e299]) {
      const [low, high] = rangeOf([line([level, level])]);
      assert.ok(low < level && level < high, `${low} ${high}`);
    }
  });

  it("is there even if nothing can be drawn", () => {
    assert.deepEqual(rangeOf([]), [-1, 1]);
    assert.deepEqual(rangeOf([line([NaN, -Infinity])]), [-1, 1]);
  });
});

describe("labels at the lines' ends", () => {
  it("stay where they are while there is room", () => {
    assert.deepEqual(spreadLabels([50, 10], 15, 0, 100), [50, 10]);
  });

  it("never overlap and never leave the chart while they fit", () => {
    const wanted = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(wanted, (heights) => {
        const places = [...spreadLabels(heights, 15, 0, 100)].sort((a, b) => a - b);
        for (const [i, place] of places.entries()) {
          assert.ok(place >= -1e-9 && place <= 100 + 1e-9);
          if (i > 0) assert.ok(place - places[i - 1]! >= 15 - 1e-9);
        }
      }),
    );
  });
});

describe("the cursor", () => {
  const at = (x: number): Pick<CurveModel, "interval" | "cursor"> => ({
    interval: [-4, 4],
    cursor: { x, readings: [] },
  });
  for (const [key, shiftKey, from, to] of [
    ["ArrowRight", false, 0, 0.1],
    ["ArrowLeft", false, 0.27, 0.2],
    ["ArrowRight", true, 0, 1],
    ["PageDown", false, 0, -1],
    ["ArrowRight", true, 3.5, 4],
    ["Home", false, 1, -4],
    ["End", false, 1, 4],
    ["Enter", false, 1, undefined],
    ["Tab", true, 1, undefined],
  ] as const) {
    it(`${shiftKey ? "Shift+" : ""}${key} at ${from} goes to ${to ?? "nowhere"}`, () => {
      assert.equal(movedBy({ key, shiftKey }, at(from)), to);
    });
  }

  it("comes into the interval from outside", () => {
    assert.equal(movedBy({ key: "ArrowLeft", shiftKey: false }, at(50)), 4);
  });

  it("catches a kink the pointer is close to, else takes a round number", () => {
    const chart = { interval: [-4, 4], kinks: [{ x: 1 / 3, y: 0 }] } as const;
    assert.equal(snap(0.35, chart), 1 / 3);
    assert.equal(snap(1.23456, chart), 1.23);
  });

  it("reads out its numbers", () => {
    const model = {
      variable: "x",
      cursor: {
        x: -0.75,
        readings: [
          { label: "f", order: 0, value: -0.16996 },
          { label: "f′", order: 1, value: Infinity },
        ],
      },
    } as unknown as CurveModel;
    assert.equal(readOut(model), "x = -0.75, f(x) = -0.17, f′(x) = ∞");
  });
});

describe("points of a curve", () => {
  it("are 400, or fewer than the chart has pixels", () => {
    assert.equal(pointsFor(1000), 400);
    assert.equal(pointsFor(280), 200);
    assert.equal(pointsFor(0), 50);
  });
});
