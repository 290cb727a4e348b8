import assert from "node:assert/strict";
import { type FileUses, Inventory, knownUses } from "../../../src/extension/activations/inventory.ts";
import {
  type TreeNode,
  childNodes,
  isTreeNode,
  nodeDescription,
  nodeSpeech,
  rootNodes,
} from "../../../src/extension/activations/tree.ts";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";

function file(path: string, text: string): FileUses {
  const uses = knownUses([{ index: undefined, text, uses: analyse([text], python).cells[0]!.uses }]);
  return { uri: `file:///w/${path}`, path, uses };
}

const model = file(
  "nets/model.py",
  "import torch.nn as nn\nimport jax\n\na = nn.ReLU()\nb = nn.ReLU()\nc = nn.LeakyReLU(\n  0.2)\nd = jax.nn.relu(a)\n",
);
const main = file("main.py", "from torch import nn\nact = nn.GELU()\n");
const files = [main, model];

const label = (node: TreeNode) => (node.kind === "group" ? node.label : node.entry.use.text);
const shown = (nodes: readonly TreeNode[]) =>
  nodes.map((node) => `${label(node)} ${nodeDescription(node, "function")}`);

describe("tree of activations", () => {
  it("starts with functions, the most used first, and goes by file to the uses", () => {
    const roots = rootNodes(files, "function");
    assert.deepEqual(shown(roots), ["ReLU 3", "GELU 1", "Leaky ReLU 1"]);
    const [inModel] = childNodes(roots[0]!);
    assert.deepEqual(shown([inModel!]), ["model.py nets · 3"]);
    assert.deepEqual(shown(childNodes(inModel!)), [
      "nn.ReLU() line 4",
      "nn.ReLU() line 5",
      "jax.nn.relu(a) line 8",
    ]);
  });

  it("starts with frameworks, then goes by function", () => {
    const roots = rootNodes(files, "framework");
    assert.deepEqual(shown(roots), ["PyTorch 4", "JAX 1"]);
    assert.deepEqual(shown(childNodes(roots[0]!)), ["ReLU 2", "GELU 1", "Leaky ReLU 1"]);
  });

  it("starts with files, whose uses say which function they are", () => {
    const roots = rootNodes(files, "file");
    assert.deepEqual(shown(roots), ["main.py 1", "model.py nets · 4"]);
    const [, , leaky] = childNodes(roots[1]!);
    assert.equal(nodeDescription(leaky!, "file"), "Leaky ReLU · line 6");
    assert.equal(label(leaky!), "nn.LeakyReLU( 0.2)");
  });

  it("has ids of its own for each node, the same for the same group", () => {
    const all = (nodes: readonly TreeNode[]): string[] =>
      nodes.flatMap((node) => [node.id, ...all(childNodes(node))]);
    const ids = all(rootNodes(files, "framework"));
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.deepEqual(all(rootNodes(files, "framework")), ids);
  });

  it("says to a screen reader what the levels above show", () => {
    const [relu] = rootNodes(files, "function");
    assert.equal(nodeSpeech(relu!), "ReLU, 3 uses in 1 file");
    const [inModel] = childNodes(relu!);
    assert.equal(nodeSpeech(inModel!), "model.py in nets, 3 uses");
    assert.equal(nodeSpeech(childNodes(inModel!)[2]!), "jax.nn.relu(a), ReLU of JAX, nets/model.py line 8");
  });

  it("tells its nodes from anything else", () => {
    assert.ok(rootNodes(files, "file").every(isTreeNode));
    for (const other of [undefined, null, 1, "use", {}, { kind: "use" }, { kind: "group" }, []]) {
      assert.equal(isTreeNode(other), false);
    }
  });
});

describe("known uses", () => {
  it("stand at their own name, by line and column", () => {
    for (const newline of ["\n", "\r\n", "\r"]) {
      const { uses } = file("x.py", `import torch${newline}${newline}y =  torch.relu(torch.tanh(x))`);
      assert.deepEqual(
        uses.map(({ function: id, line, column, endColumn }) => [id, line, column, endColumn]),
        [
          ["relu", 2, 11, 15],
          ["tanh", 2, 22, 26],
        ],
      );
    }
  });
});

describe("inventory", () => {
  it("says whether something changed, and forgets files without uses", () => {
    const inventory = new Inventory();
    assert.equal(inventory.set(main), true);
    assert.equal(inventory.set({ ...main }), false);
    assert.equal(inventory.set({ ...model, uses: [] }), false);
    assert.equal(inventory.size, 1);
    assert.equal(inventory.set({ ...main, uses: [] }), true);
    assert.deepEqual(inventory.files(), []);
  });

  it("keeps what it is told to", () => {
    const inventory = new Inventory();
    inventory.set(main);
    inventory.set(model);
    assert.equal(
      inventory.keep((uri) => uri === model.uri),
      true,
    );
    assert.deepEqual(inventory.files(), [model]);
  });
});
