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

  it("takes the feature map's layer from the code", () => {
    const use = findUse("import torch.nn as nn\nnn.ReLU|()");
    const layer = {
      text: "nn.Conv2d(3, 64, 7, stride=2)",
      kernel: [7, 7],
      stride: [2, 2],
      padding: "same",
      dilation: [1, 1],
      channels: [3, 64],
      isNormalised: true,
    } as const;
    const { featureMap, source } = labStateFor(use, "model.py:2", "nn.ReLU()", [use], undefined, layer);
    assert.deepEqual(source?.convolution, layer);
    assert.deepEqual([featureMap.kernel.rows, featureMap.stride], [7, [2, 2]]);
    assert.deepEqual([featureMap.padding, featureMap.normalisation], ["same", "before"]);
    const beyond = { ...layer, kernel: [31, 31] } as const;
    const other = labStateFor(use, "model.py:2", "nn.ReLU()", [use], undefined, beyond);
    assert.deepEqual([other.source?.convolution, other.featureMap.kernel.rows], [null, 3]);
  });

  it("starts with ReLU and the worked example, and survives the way to the page", () => {
    assert.equal(startState.functionId, "relu");
    assert.equal(startState.numbers, "[-2.0, 0.5, -0.3, 1.2]");
    assert.deepEqual(readLabState(JSON.parse(JSON.stringify(startState))), startState);
  });
});
