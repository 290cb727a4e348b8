import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { differencesMarkdown } from "../../../src/extension/differences/markdown.ts";

describe("differences document", () => {
  it("says which default stands where, and marks what the code writes", () => {
    const text = differencesMarkdown("leaky_relu", { framework: "tensorflow", name: "tf.nn.leaky_relu" });
    assert.match(text, /^# Leaky ReLU across frameworks\n/);
    assert.match(text, /\| Leaky ReLU, negative\\_slope 0\.3 \| [^|]*keras\.layers/);
    assert.match(text, /\| ▸ TensorFlow \| `tf\.nn\.leaky_relu`[^|]*\| `alpha=0\.2` \|/);
    assert.match(text, /Read from: .*PyTorch 2/);
  });

  it("marks nothing where nothing is at the cursor", () => {
    assert.ok(!differencesMarkdown("relu").includes("▸"));
  });

  it("has for every function tables whose rows are all as wide as their heads", () => {
    for (const { id } of functions) {
      const text = differencesMarkdown(id);
      for (const table of text.matchAll(/(?:^\|.*\n)+/gm)) {
        const widths = table[0]
          .trimEnd()
          .split("\n")
          .map((line) => line.match(/(?<!\\)\|/g)!.length);
        assert.equal(new Set(widths).size, 1, `${id}: ${table[0]}`);
      }
    }
  });
});
