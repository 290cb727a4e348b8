import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { readLabState } from "../../../src/webview/protocol.ts";
import {
  collapseOf,
  isAffine,
  layerRows,
  problemOf,
  sliceCursor,
  sliceOf,
  verdictOf,
} from "../../../src/webview/views/collapse/model.ts";

const state = (functionId: string, collapse: object = {}) => readLabState({ functionId, collapse });

describe("the collapse view", () => {
  for (const layers of [1, 2, 3, 6]) {
    it(`${layers} linear layers are one, to rounding`, () => {
      const result = collapseOf(state("relu", { layers, width: 16, seed: layers }));
      assert.ok(isAffine(result), String(result.largestDifference));
      assert.match(
        verdictOf(result),
        layers === 1 ? /^One layer is one affine map: y = / : /are one: y = .*rounding/,
      );
    });
  }

  it("bends with every function that is not affine itself, and with no other", () => {
    for (const { id } of functions) {
      const given = state(id, { isActivated: true });
      if (problemOf(given) !== undefined) continue;
      assert.equal(isAffine(collapseOf(given)), ["identity", "affine"].includes(id), id);
    }
  });

  it("asks for a function of one number, once one is to stand between", () => {
    assert.equal(problemOf(state("softmax")), undefined);
    assert.match(problemOf(state("softmax", { isActivated: true }))!, /entry by entry/);
  });

  it("cuts the stack and the one layer along x₁, and reads the nearest point", () => {
    const { lines, interval } = sliceOf(collapseOf(state("relu")));
    assert.deepEqual(interval, [-3, 3]);
    assert.deepEqual([lines[0]!.x[0], lines[0]!.x.at(-1)], [-3, 3]);
    lines[0]!.y.forEach((y, i) => {
      assert.ok(Math.abs(y - lines[1]!.y[i]!) < 1e-12);
    });
    const { x, readings } = sliceCursor(lines, 99);
    assert.deepEqual([x, readings[0]!.value], [3, lines[0]!.y.at(-1)]);
  });

  it("lists every layer with its shape, and the product", () => {
    const rows = layerRows(collapseOf(state("relu", { layers: 3, width: 4 })));
    assert.deepEqual(
      rows.map(([, shape]) => shape),
      ["4 × 2", "4 × 4", "1 × 4", "1 × 2"],
    );
  });
});
