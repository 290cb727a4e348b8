import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { port } from "../../../src/engine/rewrite/rewrite.ts";
import { replacementsFor } from "../../../src/engine/rewrite/targets.ts";
import { portEntry, replacementEntry } from "../../../src/extension/rewrite/choices.ts";

function siteOf(text: string) {
  const analysis = analyse([text], python);
  return { analysis, cell: 0, use: analysis.cells[0]!.uses[0]! };
}

describe("what Replace and Port offer", () => {
  it("names the function and how it is written", () => {
    const { use } = siteOf("from torch import nn\nnn.ReLU()");
    const gelu = replacementsFor(use).find(({ function: id }) => id === "gelu");
    assert.deepEqual(replacementEntry(gelu!), { label: "GELU", description: "torch.nn.GELU" });
  });

  it("shows the code, the import that comes with it, and what is not the same", () => {
    const site = siteOf("import torch.nn.functional as F\nF.elu(\n  x, 2.0)");
    assert.deepEqual(portEntry(port(site, "tensorflow")!), {
      label: "TensorFlow",
      description: "tf.nn.elu(x)",
      detail:
        "$(warning) Not the same numbers: alpha is 1 in TensorFlow and cannot be set to 2 · adds “import tensorflow as tf”",
    });
  });

  it("has nothing to add where nothing is to be known", () => {
    const site = siteOf("import jax, torch\ntorch.relu(x)");
    assert.deepEqual(portEntry(port(site, "jax")!), { label: "JAX", description: "jax.nn.relu(x)" });
  });
});
