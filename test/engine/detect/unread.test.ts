import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { ParsedCode, Syntax } from "../../../src/engine/syntax/define.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { mutilated, sources } from "./mutilations.ts";

/** Python, of which every definition is read. */
const everything: Syntax = {
  ...python,
  chunksOf: (text) =>
    python.chunksOf(text).map(({ start, parsed }) => ({ start, parsed: withoutDefinition(parsed) })),
};

function withoutDefinition(code: ParsedCode): ParsedCode {
  return {
    text: code.text,
    get outline() {
      return code.outline;
    },
    expressionAt: (range) => code.expressionAt(range),
    callAt: (range) => code.callAt(range),
    itemAt: (range) => code.itemAt(range),
    placeAt: (offset) => code.placeAt(offset),
    declaredAs: (name) => code.declaredAs?.(name),
  };
}

/** Python that notes the names of the definitions that are read. */
function noting(read: Set<string>): Syntax {
  const note = (code: ParsedCode): ParsedCode => ({
    ...withoutDefinition(code),
    get outline() {
      for (const name of code.definition?.bindings.keys() ?? []) read.add(name);
      return code.outline;
    },
    get definition() {
      return code.definition;
    },
  });
  return {
    ...python,
    chunksOf: (text) => python.chunksOf(text).map(({ start, parsed }) => ({ start, parsed: note(parsed) })),
  };
}

function readIn(text: string): string[] {
  const read = new Set<string>();
  analyse([text], noting(read));
  return [...read];
}

/** Without the annotations, which name what is to be found. */
const bare = sources.map((source) => source.replace(/^\s*#.*$\n?/gm, ""));

function agrees(text: string): void {
  const uses = (syntax: Syntax) => analyse([text], syntax).cells[0]!.uses;
  assert.deepEqual(uses(python), uses(everything), text);
}

const head = "import torch\nfrom torch import nn\n";
const plain = "def plain(x):\n    y = x + 1\n    return y.mean()\n\n";

/** Definitions that lead to an activation by a name of the file alone. */
const cases: Readonly<Record<string, { readonly text: string; readonly read: readonly string[] }>> = {
  "by a framework's name": { text: "def f(x):\n    return torch.relu(x)\n", read: ["f"] },
  "by an alias": { text: "Act = nn.GELU\n\ndef f(x):\n    return Act()(x)\n", read: ["f"] },
  "by an import under another name": {
    text: "from torch.nn import SiLU as S\n\ndef f():\n    return S()\n",
    read: ["f"],
  },
  "by an alias of an alias in a definition": {
    text: "A = nn.ELU\nB = A\nC = B\n\nclass Net:\n    act = C\n\ndef f(x):\n    return B()(x)\n",
    read: ["Net", "f"],
  },
  "by what a variable holds": {
    text: "act = nn.ReLU()\n\ndef f(x):\n    return act(x)\n",
    read: ["f"],
  },
  "by a table": {
    text: "acts = {'a': nn.ReLU, 'b': nn.Tanh}\n\ndef f(x):\n    return acts['b']()(x)\n",
    read: ["f"],
  },
  "by the class it is derived from": {
    text: "class A(nn.Module):\n    def __init__(self):\n        self.act = nn.ReLU()\n\nclass B(A):\n    def forward(self, x):\n        return self.act(x)\n",
    read: ["A", "B"],
  },
  "by classes over several steps": {
    text: "class A(nn.Module):\n    def __init__(self):\n        self.act = nn.ReLU()\n\nclass B(A):\n    pass\n\nclass C(\n    B,\n):\n    def forward(self, x):\n        return self.act(x)\n",
    read: ["A", "B", "C"],
  },
  "by a class's attribute": {
    text: "class A:\n    act = nn.ReLU()\n\ndef f(x):\n    return A.act(x)\n",
    read: ["A", "f"],
  },
  "by a name that a function gives the module": {
    text: "act = None\n\ndef make():\n    global act\n    act = nn.ReLU()\n\ndef reset():\n    global act\n    act = None\n\ndef f(x):\n    return act(x)\n",
    read: ["make", "reset", "f"],
  },
  "by an import of its own": {
    text: "def f(x):\n    import torch.nn.functional as F\n    return g(F, x)\n\ntorch.tanh(x)\n",
    read: ["f"],
  },
  "by a name beyond ASCII": { text: "σ = torch.sigmoid\n\ndef f(x):\n    return σ(x)\n", read: ["f"] },
};

describe("definitions that are not read", () => {
  for (const [how, { text, read }] of Object.entries(cases)) {
    it(`are none that lead to an activation ${how}`, () => {
      const whole = head + plain + text;
      agrees(whole);
      assert.deepEqual(readIn(whole), read);
    });
  }

  it("still bind their names", () => {
    agrees(`${head}from torch import tanh as t\n\ndef t(x):\n    return x\n\nt(x)\n`);
    agrees(`${head}x = torch.relu(x)\n\nclass Tools(Base):\n    pass\n\ny = Tools.sigmoid()\n`);
    agrees(`${head}x = torch.relu(x)\n\ndef tool():\n    pass\n\ny = tool.sigmoid()\n`);
    agrees(`${head}def nn(x):\n    return x\n\na = nn.ReLU()\n`);
  });

  it("are read again when a name of the file comes to mean an activation", () => {
    const text = (value: string) => `${head}torch.relu(x)\nact = ${value}\n\ndef f(x):\n    return act(x)\n`;
    const before = analyse([text("None")], python);
    const after = analyse([text("nn.ReLU()")], python, before);
    assert.equal(before.cells[0]!.uses.length, 1);
    assert.deepEqual(after.cells[0]!.uses, analyse([text("nn.ReLU()")], everything).cells[0]!.uses);
    assert.equal(after.cells[0]!.uses.length, 3);
  });

  it("change nothing of what is found in code without annotations, which would name what is found", () => {
    for (const source of bare) agrees(source);
  });

  it("change nothing of what is found in mutilated code", () => {
    fc.assert(fc.property(mutilated(bare), agrees), { seed: 1, numRuns: 300 });
  }).timeout(60_000);
});
