import assert from "node:assert/strict";
import { labStateFor, startState } from "../../../src/extension/panel/lab-state.ts";
import { readLabState } from "../../../src/webview/protocol.ts";
import { findUse } from "../find-use.ts";

describe("the lab's state for a use", () => {
  it("carries the given parameters and the framework's defaults", () => {
    const use = findUse("import torch.nn as nn\nnn.LeakyReLU|(0.2)");
    const state = labStateFor(use, "model.py:2", "nn.LeakyReLU(0.2)");
    assert.equal(state.functionId, "leaky_relu");
    assert.deepEqual(state.params, { negative_slope: 0.2 });
    assert.deepEqual(state.source?.given, { negative_slope: 0.2 });
    assert.deepEqual(state.source.defaults, { negative_slope: 0.01 });
    assert.equal(state.source.framework, "PyTorch");
  });

  it("names parameters that are no literals", () => {
    const use = findUse("import torch.nn as nn\nnn.LeakyReLU|(slope)");
    const { source } = labStateFor(use, "model.py:2", "nn.LeakyReLU(slope)");
    assert.deepEqual(source?.unknown, ["negative_slope"]);
    assert.deepEqual(source.given, {});
  });

  it("has one input for each unit of a softmax's layer", () => {
    const use = findUse('from keras import layers\nlayers.Dense(5, activation="soft|max")');
    assert.equal(labStateFor(use, "model.py:2", "softmax").inputs.length, 5);
  });

  it("starts with ReLU and the worked example, and survives the way to the page", () => {
    assert.equal(startState.functionId, "relu");
    assert.equal(startState.numbers, "[-2.0, 0.5, -0.3, 1.2]");
    assert.deepEqual(readLabState(JSON.parse(JSON.stringify(startState))), startState);
  });
});
