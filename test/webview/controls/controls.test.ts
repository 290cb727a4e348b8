import assert from "node:assert/strict";
import { positionOn, valueText } from "../../../src/webview/controls/slider.ts";
import { nextTab } from "../../../src/webview/controls/tabs.ts";

describe("a slider", () => {
  const marks = [
    { sign: "◇", text: "PyTorch default", value: 0.01 },
    { sign: "▾", text: "in code", value: 0.2 },
  ] as const;

  it("says its value and which mark it stands on", () => {
    assert.equal(valueText(0.2, marks), "0.2, in code");
    assert.equal(valueText(0.01, marks), "0.01, PyTorch default");
    assert.equal(valueText(0.15, marks), "0.15");
    assert.equal(valueText(Infinity, []), "infinite");
  });

  it("marks only what its track reaches", () => {
    const scale = { min: -1, max: 1, step: 0.1 };
    assert.equal(positionOn(scale, -1), 0);
    assert.equal(positionOn(scale, 0.5), 0.75);
    assert.equal(positionOn(scale, 1.1), undefined);
    assert.equal(positionOn(scale, Infinity), undefined);
  });
});

describe("tabs", () => {
  for (const [key, from, to] of [
    ["ArrowRight", 0, 1],
    ["ArrowRight", 2, 0],
    ["ArrowLeft", 0, 2],
    ["Home", 2, 0],
    ["End", 0, 2],
    ["ArrowDown", 0, undefined],
  ] as const) {
    it(`${key} on the ${from + 1}. of three goes to ${to === undefined ? "none" : `the ${to + 1}.`}`, () => {
      assert.equal(nextTab(key, from, 3), to);
    });
  }
});
