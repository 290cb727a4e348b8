import assert from "node:assert/strict";
import { readLabState } from "../../../src/webview/protocol.ts";
import { marksOf, unknownText } from "../../../src/webview/views/parameters.ts";

const source = {
  place: "model.py:42",
  text: "nn.LeakyReLU(slope)",
  framework: "PyTorch",
  functionId: "leaky_relu",
  given: {},
  defaults: { negative_slope: 0.01 },
  unknown: ["negative_slope"],
};

describe("the parameters' marks", () => {
  it("marks the framework's default and the value in the code", () => {
    const state = readLabState({
      functionId: "leaky_relu",
      source: { ...source, given: { negative_slope: 0.2 } },
    });
    assert.deepEqual(marksOf(state, "negative_slope"), [
      { sign: "◇", text: "PyTorch default", value: 0.01 },
      { sign: "▾", text: "in code", value: 0.2 },
    ]);
  });

  it("marks the record's default where there is no code, or another function's", () => {
    const expected = [{ sign: "◇", text: "default", value: 1 }];
    assert.deepEqual(marksOf(readLabState({ functionId: "elu" }), "alpha"), expected);
    assert.deepEqual(marksOf(readLabState({ functionId: "elu", source }), "alpha"), expected);
  });

  it("says which parameter cannot be read from the code", () => {
    assert.equal(
      unknownText(readLabState({ functionId: "leaky_relu", source })),
      "negative_slope is no literal at model.py:42: shown at the default.",
    );
    assert.equal(unknownText(readLabState({ functionId: "elu", source })), "");
  });
});
