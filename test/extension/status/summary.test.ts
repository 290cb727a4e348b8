import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { modelsElsewhere } from "../../../src/engine/advise/models-elsewhere.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { newestVersions } from "../../../src/engine/frameworks/versions.ts";
import { functionsIn, summarise } from "../../../src/extension/status/summary.ts";

function analysed(text: string, versions = newestVersions) {
  const analysis = analyse([text], python, undefined, versions);
  const { uses, chunks } = analysis.cells[0]!;
  return { uses, wasParsed: chunks !== undefined, versions, elsewhere: modelsElsewhere(analysis) };
}

describe("what was analysed", () => {
  it("counts uses and names their frameworks", () => {
    const code = "import torch, jax\ntorch.relu(x)\ntorch.tanh(x)\njax.nn.relu(x)\n";
    assert.deepEqual(summarise(analysed(code)), {
      text: "3 activation functions",
      detail: "PyTorch · JAX",
      limits: [],
    });
  });

  it("says what is only likely, and which values were not read", () => {
    const code = "import torch.nn as nn\nnn.LeakyReLU(slope)\ny = x.relu()\n";
    const { detail, limits } = summarise(analysed(code));
    assert.equal(detail, "PyTorch · 1 use only likely · not read: 1 value");
    assert.deepEqual(limits, [
      "1 use only likely: what the name belongs to could not be followed.",
      "1 parameter not read: the code gives no literal for the value.",
    ]);
  });

  it("says how many mistakes were found, if they were looked for", () => {
    const code = "import torch.nn as nn\nnn.ReLU()\n";
    const details = [undefined, 0, 1, 2].map((findings) => summarise(analysed(code), findings).detail);
    assert.deepEqual(details, [
      "PyTorch",
      "no findings · PyTorch",
      "1 finding · PyTorch",
      "2 findings · PyTorch",
    ]);
    assert.doesNotMatch(summarise(analysed("import os\n"), 0).detail, /finding/);
  });

  it("says that a model of another file was not analysed, where a loss gets what it gives", () => {
    const code = `import torch.nn as nn
from models import Net
act = nn.ReLU()
net = Net(10).to("cuda")
class Trainer:
    def __init__(self):
        self.criterion = nn.CrossEntropyLoss()
    def step(self, x, y):
        return self.criterion(net(x), y)
`;
    const { detail, limits } = summarise(analysed(code), 0);
    assert.equal(detail, "no findings · PyTorch · model from another file: not analysed");
    assert.deepEqual(limits, ["Net is another file's: what it gives to the loss was not analysed."]);
    const own = code.replace("from models import Net", "class Net(nn.Linear):\n    pass");
    assert.deepEqual(summarise(analysed(own)).limits, []);
    assert.deepEqual(summarise(analysed(code.replace("net(x)", "x"))).limits, []);
  });

  it("says what is taken for granted about a framework", () => {
    const { limits } = summarise(analysed("import keras\nkeras.layers.ReLU()\n"));
    assert.ok(limits.some((limit) => limit.includes("Keras 3, the newest")));
    const asked = summarise(analysed("import keras\nkeras.layers.ReLU()\n", new Map([["keras", 2]])));
    assert.deepEqual(asked.limits, ["Keras is read as Keras 2, as the project's requirements ask."]);
  });

  it("says why a text was not parsed", () => {
    const { text, limits } = summarise(analysed("import os\n"));
    assert.equal(text, "No activation function");
    assert.match(limits[0]!, /not parsed/);
  });

  it("lists functions with the most used first, each with its first use", () => {
    const code = "import torch\ntorch.tanh(x)\ntorch.relu(x)\ntorch.relu(x)\n";
    assert.deepEqual(
      functionsIn(analysed(code).uses).map(({ name, count, first }) => [name, count, first.nameRange.start]),
      [
        ["ReLU", 2, code.indexOf("relu")],
        ["Tanh", 1, code.indexOf("tanh")],
      ],
    );
  });
});
