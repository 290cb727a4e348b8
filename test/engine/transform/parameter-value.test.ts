import assert from "node:assert/strict";
import { readParameterValue } from "../../../src/engine/transform/parameter-value.ts";

const cases: readonly (readonly [text: string, value: number | undefined])[] = [
  ["0.2", 0.2],
  ["-1e-3", -0.001],
  ["inf", Infinity],
  ["-Infinity", -Infinity],
  ["∞", Infinity],
  ["", undefined],
  [" ", undefined],
  ["\u22120.5", -0.5],
  [" 5. ", 5],
  ["nan", undefined],
  ["0x10", undefined],
  ["0.2x", undefined],
];

describe("readParameterValue", () => {
  for (const [text, value] of cases) {
    it(`reads ${JSON.stringify(text)} as ${String(value)}`, () => {
      assert.equal(readParameterValue(text), value);
    });
  }
});
