import assert from "node:assert/strict";
import { vocabularyOf } from "../../../src/engine/frameworks/words.ts";
import { python } from "../../../src/engine/syntax/python.ts";

const mayUse = (texts: readonly string[]) => vocabularyOf(texts, python).mayUse(texts);

describe("words without which nothing need be parsed", () => {
  const cases: readonly (readonly [code: string, may: boolean])[] = [
    ["import torch\ny = torch.relu(x)", true],
    ["import torch as t\ny = t.relu(x)", true],
    ["from torch.nn import ReLU", true],
    ["if x:\n    from torch import nn; a = nn.GELU()", true],
    ["from \\\n  torch.nn \\\n  import ReLU", true],
    ["import os, \\\r\n  torch\r\ny = torch.relu(x)", true],
    ["import keras\ny = keras.layers.Dense(8, activation='linear')", true],
    ["import tensorflow as tf\nfrom keras.layers import Dense\ny = Dense(8, tf.identity)", true],
    ["from transformers import BertConfig\nc = BertConfig(hidden_act='gelu')", true],
    ["from sklearn.neural_network import MLPClassifier\nm = MLPClassifier(activation='tanh')", true],
    ["from torch.nn import (  # activations (all)\n    GELU,\n)\ny = GELU()", true],
    ["from torch.nn import *\ny = GELU()", true],
    ["import torch\ny = torch. \\\n  relu(x)", true],
    ["import torch\ny = x.relu()", true],
    ["from keras.layers import Convolution2D\ny = Convolution2D(8, 3, activation='relu')", true],
    ["import torch\ny = torch.zeros(3)", false],
    // A variable, an argument, an attribute of one's own, a comment.
    ["import torch\ndef f(threshold=1):\n    return self.threshold + threshold  # relu", false],
    ["# torch\ny = relu(x)", false],
    ["import numpy as np\nname = 'torch'\ny = np.tanh(x)", false],
    // General arithmetic, and strings, where nothing asks for an activation.
    ["import torch\ny = torch.exp(torch.abs(x))", false],
    ["import sklearn\ny = 'tanh'", false],
    ["", false],
  ];
  for (const [code, may] of cases) {
    it(`${may ? "are" : "are not"} in ${JSON.stringify(code)}`, () => {
      assert.equal(mayUse([code]), may);
    });
  }

  it("may be in different cells", () => {
    assert.ok(mayUse(["import torch", "y = torch.relu(x)"]));
    assert.ok(!mayUse([]));
  });
});
