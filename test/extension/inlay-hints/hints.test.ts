import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { defaultsHint, hintTooltip } from "../../../src/extension/inlay-hints/hints.ts";

const imports =
  "import torch, jax, keras, functools\nimport torch.nn as nn\nimport torch.nn.functional as F\nimport tensorflow as tf\n";

/** The code with its hints written in, in ⟨⟩. */
function withHints(code: string): string {
  const text = imports + code;
  const hints = analyse([text], python).cells[0]!.uses.flatMap((use) => defaultsHint(use, text) ?? []);
  const shown = hints
    .sort((a, b) => b.offset - a.offset)
    .reduce((so, { offset, label }) => `${so.slice(0, offset)}⟨${label}⟩${so.slice(offset)}`, text);
  return shown.slice(imports.length);
}

describe("inlay hints", () => {
  const cases = [
    "nn.LeakyReLU(⟨negative_slope=0.01⟩)",
    "nn.LeakyReLU(0.2)",
    "nn.LeakyReLU(inplace=True⟨, negative_slope=0.01⟩)",
    "nn.LeakyReLU(\n  inplace=True,⟨ negative_slope=0.01⟩)",
    "nn.LeakyReLU(slope)",
    "nn.LeakyReLU(**kwargs)",
    "F.gelu(x⟨, approximate='none'⟩)",
    "F.gelu(x, approximate='tanh')",
    "jax.nn.gelu(x⟨, approximate=True⟩)",
    "tf.nn.leaky_relu(tf.nn.relu(x)⟨, alpha=0.2⟩)",
    "act_layer=nn.GELU⟨(approximate='none')⟩",
    "functools.partial(F.leaky_relu⟨, negative_slope=0.01⟩)",
    "nn.ReLU()",
    "keras.layers.ReLU()",
    "keras.layers.ReLU(6)",
    "keras.layers.Dense(4, activation='leaky_relu')",
    "jax.nn.softmax(x⟨, axis=-1⟩)",
    "nn.LeakyReLU(",
  ];
  for (const expected of cases) {
    it(expected.replaceAll(/\s+/g, " "), () => {
      assert.equal(withHints(expected.replaceAll(/⟨[^⟩]*⟩/g, "")), expected);
    });
  }

  it("stand where a module is made, not where it is called", () => {
    assert.equal(
      withHints(
        "class A:\n  def __init__(self):\n    self.act = nn.ELU(⟨alpha=1⟩)\n  def forward(self, x):\n    return self.act(x)\n".replaceAll(
          /⟨[^⟩]*⟩/g,
          "",
        ),
      ),
      "class A:\n  def __init__(self):\n    self.act = nn.ELU(⟨alpha=1⟩)\n  def forward(self, x):\n    return self.act(x)\n",
    );
  });

  it("say when pointed at where others differ", () => {
    const [use] = analyse([`${imports}nn.LeakyReLU()`], python).cells[0]!.uses;
    assert.match(
      hintTooltip(use!),
      /^Default of torch\.nn\.LeakyReLU, not written here\.\nDefaults elsewhere: .*0\.2/,
    );
  });
});
