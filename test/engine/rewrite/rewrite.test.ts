import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import type { FrameworkId } from "../../../src/engine/frameworks/index.ts";
import { type FunctionId, functionById } from "../../../src/engine/functions/index.ts";
import type { Rewriting } from "../../../src/engine/rewrite/define.ts";
import { type Site, applied, port, replace, rewrite } from "../../../src/engine/rewrite/rewrite.ts";
import { portsFor, replacementsFor } from "../../../src/engine/rewrite/targets.ts";
import { sites, sources, syntaxOf } from "./sites.ts";

const imports = [
  "import functools",
  "import torch",
  "import torch.nn as nn",
  "import torch.nn.functional as F",
  "import tensorflow as tf",
  "import keras",
  "import jax",
  "",
].join("\n");

/** The first use in the code. */
function siteOf(text: string): Site {
  const analysis = analyse([text], python);
  const [use] = analysis.cells[0]!.uses;
  assert.ok(use, `no use in ${text}`);
  return { analysis, cell: 0, use };
}

function after(text: string, rewriting: Rewriting | undefined): string | undefined {
  return rewriting && applied(text, rewriting.edits);
}

function replaced(text: string, id: FunctionId): string | undefined {
  const site = siteOf(text);
  const target = replacementsFor(site.use).find((candidate) => candidate.function === id);
  return target && after(text, rewrite(site, target, "replace"));
}

/** What the code becomes behind the imports that all have. */
function replacedCode(code: string, id: FunctionId): string | undefined {
  return replaced(imports + code, id)?.replace(imports, "");
}

describe("a project that asks for Keras 2", () => {
  const versions = new Map([["keras", 2]] as const);
  const siteIn = (text: string): Site => {
    const analysis = analyse([text], python, undefined, versions);
    return { analysis, cell: 0, use: analysis.cells[0]!.uses[0]! };
  };

  const replacements: readonly (readonly [code: string, id: FunctionId, expected: string | undefined])[] = [
    [
      "from keras import layers\nlayers.ELU()\n",
      "leaky_relu",
      "from keras import layers\nlayers.LeakyReLU()\n",
    ],
    ["import keras\nkeras.layers.LeakyReLU(alpha=0.2)\n", "elu", "import keras\nkeras.layers.ELU()\n"],
    [
      "import keras\nkeras.layers.Dense(4, 'relu')\n",
      "silu",
      "import keras\nkeras.layers.Dense(4, 'silu')\n",
    ],
    // Keras 2 has no such function.
    ["import keras\nkeras.activations.relu(x)\n", "hard_shrink", undefined],
  ];
  for (const [text, id, expected] of replacements) {
    it(`replaces in ${JSON.stringify(text)} by ${id} of Keras 2`, () => {
      const site = siteIn(text);
      const target = replacementsFor(site.use, versions).find((candidate) => candidate.function === id);
      assert.equal(target && after(text, rewrite(site, target, "replace")), expected);
    });
  }

  it("is ported to with Keras 2's names and defaults", () => {
    const text = "import torch.nn as nn\nact = nn.LeakyReLU(0.2)\n";
    const rewriting = port(siteIn(text), "keras");
    assert.equal(rewriting?.code, "layers.LeakyReLU(0.2)");
    assert.equal(rewriting.result.spelling.name, "tf_keras.layers.LeakyReLU");
    assert.deepEqual(rewriting.traps, []);
  });
});

describe("replace", () => {
  const cases: readonly (readonly [code: string, id: FunctionId, expected: string | undefined])[] = [
    ["nn.ReLU()", "gelu", "nn.GELU()"],
    ["nn.ReLU(inplace=True)", "silu", "nn.SiLU(inplace=True)"],
    ["nn.ReLU(inplace=True)", "gelu", "nn.GELU()"],
    ["nn.GELU()", "gelu_tanh", "nn.GELU(approximate='tanh')"],
    ["nn.GELU('tanh')", "gelu", "nn.GELU()"],
    ["F.relu(x + f(y))", "gelu", "F.gelu(x + f(y))"],
    ["F.relu(input=x)", "gelu", "F.gelu(input=x)"],
    ["F.leaky_relu(x, 0.2)", "relu", "F.relu(x)"],
    ["F.relu(x)", "softmax", "F.softmax(x, dim=-1)"],
    ["F.softmax(x, dim=1)", "sigmoid", "F.sigmoid(x)"],
    ["torch.relu(x)", "sigmoid", "torch.sigmoid(x)"],
    ["keras.layers.ReLU(name='a')", "elu", "keras.layers.ELU(name='a')"],
    ["keras.layers.Dense(4, activation='relu')", "gelu", "keras.layers.Dense(4, activation='gelu')"],
    ['keras.layers.Dense(4, "relu")', "tanh", 'keras.layers.Dense(4, "tanh")'],
    ["x.relu()", "sigmoid", "x.sigmoid()"],
    ["x.sigmoid_()", "relu", "x.relu_()"],
    ["x.relu()", "softmax", "x.softmax(dim=-1)"],
    ["block(act=nn.ReLU)", "gelu", "block(act=nn.GELU)"],
    ["block(act=nn.ReLU)", "gelu_tanh", "block(act=functools.partial(nn.GELU, approximate='tanh'))"],
    ["functools.partial(F.leaky_relu, negative_slope=0.2)", "relu", "functools.partial(F.relu)"],
    ["F.relu(x)", "prelu", undefined],
    ["nn.ReLU(*args)", "gelu", undefined],
    ["F.relu(x", "gelu", undefined],
  ];
  for (const [code, id, expected] of cases) {
    it(`${code} by ${id}`, () => {
      assert.equal(replacedCode(code, id), expected);
    });
  }

  it("keeps the layout of arguments that stay", () => {
    const code = "F.relu(\n    x,  # the input\n)";
    assert.equal(replacedCode(code, "gelu"), "F.gelu(\n    x,  # the input\n)");
  });

  it("imports what is missing as the code does it", () => {
    assert.equal(
      replaced("from torch.nn import ReLU\nact = ReLU()\n", "gelu"),
      "from torch.nn import ReLU\nfrom torch.nn import GELU\nact = GELU()\n",
    );
    assert.equal(
      replaced("from torch.nn import ReLU\r\nGELU = 1\r\nact = ReLU()\r\n", "gelu"),
      "from torch.nn import ReLU\r\nfrom torch import nn\r\nGELU = 1\r\nact = nn.GELU()\r\n",
    );
  });

  it("uses an import that is there", () => {
    assert.equal(
      replaced("from torch.nn import ReLU, GELU\nact = ReLU()", "gelu"),
      "from torch.nn import ReLU, GELU\nact = GELU()",
    );
  });

  it("goes by what names mean, not by how they read", () => {
    const shadowed =
      "from torch.nn import functional as F\nfrom torch import nn\ndef f(nn):\n    return F.relu(nn)\n";
    assert.equal(replaced(shadowed, "tanh"), shadowed.replace("F.relu", "F.tanh"));
  });

  it("leaves what is traced to its assignment to where it was made", () => {
    const code =
      "class A:\n  def __init__(self):\n    self.act = nn.ReLU()\n  def forward(self, x):\n    return self.act(x)\n";
    assert.equal(replacedCode(code, "tanh"), code.replace("ReLU", "Tanh"));
    const { analysis } = siteOf(imports + code);
    const traced = analysis.cells[0]!.uses.find(({ kind }) => kind === "attribute_use")!;
    const [target] = replacementsFor(traced);
    assert.equal(rewrite({ analysis, cell: 0, use: traced }, target!, "replace"), undefined);
  });

  it("offers no function twice, and not the one that is there", () => {
    const { use } = siteOf(`${imports}nn.ReLU()`);
    const ids = replacementsFor(use).map((target) => target.function);
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.ok(!ids.includes("relu") && ids.includes("gelu_tanh"));
  });

  it("offers no general arithmetic for a call, which would be no use of an activation then", () => {
    const idsAt = (code: string) => replacementsFor(siteOf(imports + code).use).map(({ function: id }) => id);
    assert.ok(!idsAt("torch.relu(x)").includes("abs"));
    assert.ok(idsAt('keras.layers.Dense(4, "relu")').includes("exponential"));
  });
});

describe("port", () => {
  const cases: readonly (readonly [code: string, to: FrameworkId, expected: string | undefined])[] = [
    ["tf.nn.leaky_relu(x)", "torch", "F.leaky_relu(x, 0.2)"],
    ["tf.nn.leaky_relu(x, alpha=0.01)", "torch", "F.leaky_relu(x)"],
    ["F.leaky_relu(x)", "tensorflow", "tf.nn.leaky_relu(x, 0.01)"],
    ["F.leaky_relu(x, slope)", "tensorflow", "tf.nn.leaky_relu(x, slope)"],
    ["nn.LeakyReLU()", "keras", "keras.layers.LeakyReLU(0.01)"],
    ["keras.layers.LeakyReLU()", "torch", "nn.LeakyReLU(0.3)"],
    ["keras.layers.LeakyReLU()", "jax", "functools.partial(jax.nn.leaky_relu, negative_slope=0.3)"],
    ["jax.nn.gelu(x)", "torch", "F.gelu(x, approximate='tanh')"],
    ["F.gelu(x)", "jax", "jax.nn.gelu(x, approximate=False)"],
    ["jax.nn.softmax(x)", "torch", "F.softmax(x, dim=-1)"],
    ["F.softmax(x, 1)", "jax", "jax.nn.softmax(x, axis=1)"],
    ["tf.nn.softmax(x)", "jax", "jax.nn.softmax(x)"],
    ["torch.relu(x)", "jax", "jax.nn.relu(x)"],
    ["keras.layers.ReLU(negative_slope=0.1)", "torch", "nn.LeakyReLU(negative_slope=0.1)"],
    ["x.sigmoid()", "jax", "jax.nn.sigmoid(x)"],
    ["nn.ReLU6()", "jax", "jax.nn.relu6"],
    ["act = F.silu", "jax", "act = jax.nn.silu"],
    ["keras.layers.Dense(4, 'relu')", "torch", undefined],
  ];
  for (const [code, to, expected] of cases) {
    it(`${code} to ${to}`, () => {
      const text = imports + code;
      const rewriting = port(siteOf(text), to);
      assert.equal(after(text, rewriting)?.replace(imports, ""), expected);
      assert.deepEqual(rewriting?.traps ?? [], []);
    });
  }

  it("adds the import", () => {
    const text = "import tensorflow as tf\n\ny = tf.nn.leaky_relu(x)\n";
    assert.equal(
      after(text, port(siteOf(text), "torch")),
      "import tensorflow as tf\nimport torch.nn.functional as F\n\ny = F.leaky_relu(x, 0.2)\n",
    );
  });

  it("takes names from earlier cells of a notebook, and adds imports to its own", () => {
    const cells = ["import jax\n", "# activation\ny = jax.nn.relu(x)\n"];
    const analysis = analyse(cells, python);
    const site = { analysis, cell: 1, use: analysis.cells[1]!.uses[0]! };
    const [target] = replacementsFor(site.use).filter((candidate) => candidate.function === "gelu");
    assert.equal(
      after(cells[1]!, rewrite(site, target!, "replace")),
      "# activation\ny = jax.nn.gelu(x, approximate=False)\n",
    );
    assert.equal(
      after(cells[1]!, port(site, "torch")),
      "# activation\nimport torch.nn.functional as F\ny = F.relu(x)\n",
    );
  });

  it("does not take a name that means something else", () => {
    const text = "import tensorflow as tf\nF = 3\ny = tf.nn.leaky_relu(x)\n";
    assert.match(
      after(text, port(siteOf(text), "torch"))!,
      /y = torch\.nn\.functional\.leaky_relu\(x, 0\.2\)/,
    );
  });

  it("gives Core ML's builder keywords alone, under its customary name", () => {
    const text = "import jax\ny = jax.nn.softmax(x, axis=1)\n";
    assert.equal(
      after(text, port(siteOf(text), "coreml")),
      "import jax\nfrom coremltools.converters.mil import Builder as mb\ny = mb.softmax(x=x, axis=1)\n",
    );
  });

  it("names the trap where the numbers cannot be kept", () => {
    const text = `${imports}F.elu(x, 2.0)`;
    const { traps, code } = port(siteOf(text), "tensorflow")!;
    assert.equal(code, "tf.nn.elu(x)");
    assert.deepEqual(traps, ["alpha is 1 in TensorFlow and cannot be set to 2"]);
  });

  it("names an axis that was left to the framework", () => {
    const { traps } = port(siteOf(`${imports}F.softmax(x)`), "jax")!;
    assert.deepEqual(traps, ["dim is not given, and PyTorch then picks the axis by the input's rank"]);
  });

  it("says what is left out, and where only a derivative differs", () => {
    const { remarks, traps } = port(siteOf(`${imports}F.leaky_relu(x, 0.2, inplace=True)`), "jax")!;
    assert.deepEqual(traps, []);
    assert.deepEqual(remarks, [
      "inplace is left out: jax.nn.leaky_relu has no such argument here",
      "f′(0) is 1 in JAX, 0.2 in PyTorch",
    ]);
  });

  it("offers only frameworks of the same language that have the function", () => {
    const { use } = siteOf(`${imports}nn.ReLU()`);
    const ids = portsFor(use);
    assert.ok(ids.includes("jax") && ids.includes("keras") && !ids.includes("torch"));
  });
});

describe("what was edited", () => {
  /** What both uses say. */
  const meaningOf = ({ values, function: id }: Use) => [id, Object.entries(values).sort()];

  /** What a function is at some places, where all that it takes is known. */
  const numbersOf = ({ values, function: id }: Use): readonly number[] => {
    const fn = functionById(id);
    return fn.kind === "elementwise" ? [-3.5, -1, -0.25, 0, 0.5, 2, 7].map((x) => fn.value(x, values)) : [];
  };

  for (const language of sources) {
    it(`reads, analysed again, as what was meant: every table of ${language}, to every framework and many functions`, async function () {
      this.timeout(120_000);
      const syntax = await syntaxOf(language);
      let [ports, replacements] = [0, 0];
      const all = [...sites(language, syntax)];
      // Enough of them, however long the tables get.
      const step = Math.ceil(all.length / 120);
      for (const [index, site] of all.filter((_, at) => at % step === 0).entries()) {
        const { use, analysis } = site;
        const text = analysis.cells[0]!.text;
        for (const framework of portsFor(use)) {
          const rewriting = port(site, framework);
          if (!rewriting) continue;
          ports++;
          const after = analyse([applied(text, rewriting.edits)], syntax).cells[0]!.uses;
          const { result } = rewriting;
          assert.equal(result.framework, framework, text);
          assert.deepEqual(
            after.find(({ range }) => range.start === result.range.start),
            result,
          );
          if (rewriting.traps.length > 0) continue;
          assert.deepEqual(meaningOf(result), meaningOf(use), `${text} → ${rewriting.code}`);
          assert.deepEqual(numbersOf(result), numbersOf(use), `${text} → ${rewriting.code}`);
        }
        for (const target of replacementsFor(use).filter((_, at) => (at + index) % 3 === 0)) {
          const rewriting = replace(site, target);
          if (!rewriting) continue;
          replacements++;
          const [result] = analyse([applied(text, rewriting.edits)], syntax).cells[0]!.uses;
          assert.deepEqual(result, rewriting.result);
          assert.equal(rewriting.result.function, target.function, text);
        }
      }
      const least = { python: 100, julia: 100, swift: 60, rust: 25, javascript: 5, cpp: 0 }[language];
      assert.ok(ports >= least && replacements > 150, `${ports} ports, ${replacements} replacements`);
    });
  }
});
