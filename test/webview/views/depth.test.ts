import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { readLabState } from "../../../src/webview/protocol.ts";
import {
  depthCurves,
  depthCursor,
  problemOf,
  theoryOf,
  verdictOf,
} from "../../../src/webview/views/depth/model.ts";
import { presets } from "../../../src/webview/views/depth/presets.ts";
import { withFunction } from "../../../src/webview/state.ts";

function verdict(name: string): string {
  const preset = presets.find((candidate) => candidate.name === name)!;
  const start = withFunction(readLabState(undefined), preset.functionId);
  return verdictOf(theoryOf({ ...start, depth: { ...start.depth, ...preset.depth } }));
}

describe("the depth view", () => {
  for (const [name, expected] of [
    ["Sigmoid vanishes", /vanishes/],
    ["ReLU with He holds", /it holds.*from 2 to 2\./],
    ["ReLU with Xavier fades", /vanishes/],
    ["SELU normalises itself", /it holds.*from 1 to 1\./],
    ["Residual heals", /it holds/],
    ["Batch norm, no way around", /explodes/],
  ] as const) {
    it(`${name}, as it says`, () => {
      assert.match(verdict(name), expected);
    });
  }

  it("has a profile of every function of one number, and a word for the others", () => {
    for (const { id } of functions) {
      const state = readLabState({ functionId: id });
      const why = problemOf(state);
      if (why === undefined) {
        const { lines } = depthCurves(theoryOf(state), undefined);
        assert.deepEqual(
          lines.map(({ label }) => label),
          ["signal", "gradient"],
          id,
        );
      } else assert.match(why, /entry by entry/, id);
    }
  });

  it("says when a parameter is outside its domain", () => {
    assert.match(
      problemOf(readLabState({ functionId: "elu", params: { alpha: -1 } }))!,
      /outside its domain/,
    );
  });

  it("draws exponents, reads numbers, and keeps the layer within the network", () => {
    const theory = { signal: [1, 0.01], gradient: [100, 1] };
    const { lines, interval, range } = depthCurves(theory, theory);
    assert.deepEqual([...lines[0]!.y], [0, -2]);
    assert.deepEqual(
      [interval, range],
      [
        [1, 2],
        [-2, 2],
      ],
    );
    const { x, readings } = depthCursor(theory, undefined, 9);
    assert.deepEqual([x, readings.map(({ value }) => value)], [2, [0.01, 1]]);
  });

  it("breaks a line where a signal is 0 or infinite", () => {
    const { lines } = depthCurves({ signal: [1, 0, Infinity], gradient: [1, 1, 1] }, undefined);
    assert.deepEqual([...lines[0]!.y], [0, NaN, NaN]);
  });
});
