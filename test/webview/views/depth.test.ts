import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { readLabState } from "../../../src/webview/protocol.ts";
import {
  depthCurves,
  depthCursor,
  numbersText,
  problemOf,
  runOf,
  theoryOf,
  verdictOf,
} from "../../../src/webview/views/depth/model.ts";
import { presets } from "../../../src/webview/views/depth/presets.ts";
import { withFunction } from "../../../src/webview/state.ts";

function verdict(name: string): string {
  const preset = presets().find((candidate) => candidate.name === name)!;
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

  it("has the numbers of each layer of a run: ReLU makes half of them 0, tanh keeps them within 1", () => {
    const runOn = (functionId: string) => {
      const work = runOf(readLabState({ functionId, depth: { layers: 6, initialisation: "he" } }));
      let step = work.next();
      while (!step.done) step = work.next();
      return step.value;
    };
    const relu = runOn("relu");
    assert.equal(relu.layers.length, 6);
    for (const [i, { before, after, ranges, interval }] of relu.layers.entries()) {
      for (const { bins, zeros } of [before, after]) {
        assert.ok(Math.abs(bins.reduce((sum, share) => sum + share, zeros) - 1) < 1e-9);
      }
      assert.ok(Math.abs(after.zeros - 0.5) < 0.1, `layer ${i + 1}: ${after.zeros}`);
      assert.equal(before.zeros, 0);
      assert.equal(ranges[1][0], 0);
      assert.equal(ranges[1][1], ranges[0][1], "what is above 0 stays");
      assert.equal(Math.max(-ranges[0][0], ranges[0][1]), interval[1]);
    }
    assert.match(
      numbersText(relu.layers[2]!, 3),
      /^Layer 3 in the run: from -.* 4\d % of them 0\.$|5\d % of them 0\.$/,
    );
    for (const { ranges } of runOn("tanh").layers) assert.ok(ranges[1][0] >= -1 && ranges[1][1] <= 1);
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
