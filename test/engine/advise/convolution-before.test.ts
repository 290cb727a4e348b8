import assert from "node:assert/strict";
import { convolutionBefore } from "../../../src/engine/advise/convolution-before.ts";
import { analyse, useAt } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";

/** What feeds the activation at the mark `|`. */
function before(marked: string) {
  const offset = marked.indexOf("|");
  const analysis = analyse([marked.slice(0, offset) + marked.slice(offset + 1)], python);
  const use = useAt(analysis, 0, offset);
  assert.ok(use, `no use at the mark in ${marked}`);
  return convolutionBefore(analysis, 0, use);
}

const torch = "import torch.nn as nn, torch.nn.functional as F\n";
const keras = "from keras import layers, Sequential\n";
const plain = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], isNormalised: false };

describe("the convolution before an activation", () => {
  it("is the one that stands before it in a Sequential, also with batch norm between", () => {
    const body =
      "nn.Sequential(nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False), nn.BatchNorm2d(64), nn.ReLU|())";
    assert.deepEqual(before(`${torch}net = ${body}\ny = net(x)`), {
      text: "nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)",
      kernel: [7, 7],
      stride: [2, 2],
      padding: [3, 3],
      dilation: [1, 1],
      channels: [3, 64],
      isNormalised: true,
    });
  });

  it("is the one whose result is given to it in a model's forward", () => {
    const model = `${torch}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, (1, 5), dilation=2)
        self.conv2 = nn.Conv2d(6, 16, 3, padding="same")

    def forward(self, x):
        x = F.relu(self.conv1(x))
        return F.|gelu(self.conv2(x))
`;
    const [first, second] = [before(model.replace("|", "").replace("F.relu", "F.|relu")), before(model)];
    assert.deepEqual(
      [first?.kernel, first?.dilation, first?.channels],
      [
        [1, 5],
        [2, 2],
        [1, 6],
      ],
    );
    assert.deepEqual([second?.kernel, second?.padding], [[3, 3], "same"]);
  });

  it("is Keras' layer that the activation is an argument of", () => {
    const layer = `layers.Conv2D(32, (3, 3), strides=2, padding="same", activation="re|lu")`;
    const found = before(`${keras}model = Sequential([${layer}])`);
    assert.deepEqual(
      { ...found, text: "" },
      { ...plain, text: "", kernel: [3, 3], stride: [2, 2], padding: "same", channels: [null, 32] },
    );
  });

  for (const [why, code] of [
    [
      "a dense layer",
      `${torch}net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten(), nn.Linear(8, 2), nn.|ReLU())`,
    ],
    ["pooling between", `${torch}net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.MaxPool2d(2), nn.|ReLU())`],
    [
      "a size that is no literal",
      `${torch}def f(k):\n    return nn.Sequential(nn.Conv2d(3, 8, k), nn.|ReLU())`,
    ],
    ["arguments that are not seen", `${torch}net = nn.Sequential(nn.Conv2d(3, 8, 3, **options), nn.|ReLU())`],
    [
      "other padding than zeros",
      `${torch}n = nn.Sequential(nn.Conv2d(3, 8, 3, padding_mode="reflect"), nn.|ReLU())`,
    ],
    ["one dimension", `${torch}net = nn.Sequential(nn.Conv1d(3, 8, 3), nn.|ReLU())`],
    [
      "two ways to it",
      `${torch}act = nn.|ReLU()\ny = act(nn.Conv2d(3, 8, 3)(x))\nz = act(nn.Conv2d(8, 8, 5)(y))`,
    ],
    ["nothing", `${torch}act = nn.|ReLU()`],
  ] as const) {
    it(`is not told of ${why}`, () => {
      assert.equal(before(code), undefined);
    });
  }
});
