import assert from "node:assert/strict";
import { analyse, explainAt, useAt } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import type { Use } from "../../../src/engine/detect/use.ts";

/** "F.relu relu", for every use of every cell. */
function found(...cells: readonly string[]): string[][] {
  return analyse(cells, python).cells.map(({ text, uses }) =>
    uses.map(({ range, function: id, certainty }) => {
      const mark = certainty === "likely" ? "?" : "";
      return `${text.slice(range.start, range.end)} ${id}${mark}`;
    }),
  );
}

const head = "import torch.nn as nn\nimport torch.nn.functional as F\n";

describe("a notebook", () => {
  it("takes names from earlier cells", () => {
    assert.deepEqual(found("import torch.nn as nn", "x = 1", "a = nn.ReLU()"), [[], [], ["nn.ReLU relu"]]);
  });

  it("does not take names from later cells", () => {
    assert.deepEqual(found("a = nn.ReLU()", "import torch.nn as nn"), [[], []]);
  });

  it("takes a name that a later cell binds where a function runs later", () => {
    assert.deepEqual(found("def f(x):\n  return F.relu(x)", "import torch.nn.functional as F"), [
      ["F.relu relu"],
      [],
    ]);
  });

  it("follows a name that is bound again", () => {
    const cells = [
      "from torch import tanh",
      "tanh(x)",
      "from numpy import tanh",
      "tanh(x)",
      "from jax.numpy import tanh",
      "tanh(x)",
    ];
    assert.deepEqual(found(...cells), [[], ["tanh tanh"], [], [], [], ["tanh tanh"]]);
    assert.equal(analyse(cells, python).cells[5]!.uses[0]!.framework, "jax");
  });

  it("reads around magics", () => {
    const cells = [
      "%matplotlib inline\n!pip install torch\nimport torch",
      "%%bash\ntorch.relu(x)",
      "%%time\ny = torch.relu(x)\n%timeit torch.tanh(y)",
    ];
    assert.deepEqual(found(...cells), [[], [], ["torch.relu relu", "torch.tanh tanh"]]);
  });

  it("counts positions in each cell", () => {
    const { uses } = analyse(["import torch\n", "\n  \ny = torch.relu(x)"], python).cells[1]!;
    assert.deepEqual(uses[0]!.range, { start: 8, end: 18 });
  });
});

describe("code of other times and tastes", () => {
  const cases: readonly (readonly [name: string, code: string, uses: readonly string[]])[] = [
    ["prints of Python 2", `${head}print F.relu(x)\nprint >>log, F.elu(x)`, ["F.relu relu", "F.elu elu"]],
    [
      "exceptions of Python 2",
      `${head}try:\n  F.relu(x)\nexcept ValueError, e:\n  raise KeyError, F.elu(x)`,
      ["F.relu relu", "F.elu elu"],
    ],
    ["operators of Python 2", `${head}y = x <> F.relu(x)\ny = \`F.elu(x)\``, ["F.relu relu", "F.elu elu"]],
    ["exec and old numbers", `${head}exec "x" in F.__dict__\ny = 0777\ny = F.relu(0xFFL)`, ["F.relu relu"]],
    ["a line that goes on", `${head}y = F. \\\n    relu(x)`, ["F. \\\n    relu relu"]],
    ["a name over two lines", `${head}y = (F\n     .relu)(x)`, ["F\n     .relu relu"]],
    ["Windows line ends", `${head}y = F.relu(x)\n`.replaceAll("\n", "\r\n"), ["F.relu relu"]],
    ["old Mac line ends", `${head}y = F.relu(x)\n`.replaceAll("\n", "\r"), ["F.relu relu"]],
    [
      "mixed line ends",
      "import torch\r\nif x:\r\n\ty = torch.relu(x)\n\ty = torch.tanh(x)\r",
      ["torch.relu relu", "torch.tanh tanh"],
    ],
    ["a byte order mark", "\uFEFFfrom torch import nn\nnn.ReLU()", ["nn.ReLU relu"]],
    [
      "tabs and blanks",
      "import torch\ndef f(x):\n\tif x:\n\t    return torch.relu(x)\n        return torch.tanh(x)",
      ["torch.relu relu", "torch.tanh tanh"],
    ],
    ["a form feed", `${head}\f\ny = F.relu(x)`, ["F.relu relu"]],
    ["await outside of a coroutine", `${head}y = await F.relu(x)`, ["F.relu relu"]],
  ];
  for (const [name, code, uses] of cases) {
    it(`${name}: read like any other`, () => {
      assert.deepEqual(found(code), [uses]);
    });
  }
});

describe("half-typed code", () => {
  const cases: readonly (readonly [name: string, code: string, uses: readonly string[]])[] = [
    ["a call with nothing behind its bracket", `${head}a = nn.LeakyReLU(`, ["nn.LeakyReLU leaky_relu"]],
    [
      "an open bracket before the next statement",
      `${head}a = nn.LeakyReLU(\nb = nn.ReLU()`,
      ["nn.LeakyReLU leaky_relu", "nn.ReLU relu"],
    ],
    [
      "an open bracket before the next definition",
      `${head}class A:\n  def f(self):\n    self.a = nn.GELU(\n  def g(self, x):\n    return F.relu(x)\ndef h(F):\n  return F.relu(1)\n`,
      ["nn.GELU gelu", "F.relu relu"],
    ],
    [
      "open brackets in one another",
      `${head}a = nn.Sequential(nn.ReLU(), nn.Sequential(nn.Tanh(`,
      ["nn.ReLU relu", "nn.Tanh tanh"],
    ],
    ["a dot with nothing behind it", `${head}a = nn.ReLU()\nF.`, ["nn.ReLU relu"]],
    [
      "an import that is not finished",
      "import torch\nfrom torch.nn import ReLU, \na = ReLU()\ntorch.tanh(x)",
      ["ReLU relu", "torch.tanh tanh"],
    ],
    ["an import with an open bracket", "from torch.nn import (ReLU\na = ReLU()", ["ReLU relu"]],
    ["an import among errors", ")]\nimport torch ???\nb = torch.relu(x)", ["torch.relu relu"]],
    ["a keyword without its value", `${head}a = F.gelu(x, approximate=`, ["F.gelu gelu"]],
    [
      "a string without its end",
      `${head}a = nn.ReLU()\nb = "nn.Tanh()\nc = nn.SiLU()`,
      ["nn.ReLU relu", "nn.SiLU silu"],
    ],
    ["a definition without a body", `${head}def f(x):\n\na = nn.ReLU()`, ["nn.ReLU relu"]],
    ["an if without its colon", `${head}if x\n  a = nn.ReLU()`, ["nn.ReLU relu"]],
    ["a lambda without a body", `${head}a = lambda x:\nb = nn.ReLU()`, ["nn.ReLU relu"]],
  ];
  for (const [name, code, uses] of cases) {
    it(`${name} still shows what can be read`, () => {
      assert.deepEqual(found(code), [uses]);
    });
  }

  const use = (code: string) => analyse([code], python).cells[0]!.uses[0]!;

  it("does not take the next statement for an argument", () => {
    assert.deepEqual(use(`${head}a = nn.LeakyReLU(\nself.x = 3`).params, { negative_slope: 0.01 });
    assert.deepEqual(use(`${head}a = nn.LeakyReLU(0.2\nself.x = 3`).params, { negative_slope: 0.2 });
    assert.deepEqual(use(`${head}a = nn.LeakyReLU(\n  negative_slope=0.2,\n`).params, {
      negative_slope: 0.2,
    });
  });

  it("leaves an argument open whose value is still to come", () => {
    const { unknown, explicit } = use(`${head}a = F.gelu(x, approximate=`);
    assert.deepEqual([unknown, explicit], [["approximate"], ["approximate"]]);
  });
});

describe("positions", () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ["Windows line ends", "import torch\r\n\r\nx = torch.relu(y)\r\n"],
    ["old Macintosh line ends", "import torch\rx = torch.relu(y)\r"],
    ["a byte order mark", "\uFEFFimport torch\nx = torch.relu(y)\n"],
    ["a byte order mark and Windows line ends", "\uFEFFimport torch\r\nx = torch.relu(y)\r\n"],
    ["tabs", "import torch\ndef f(y):\n\tif y:\n\t\treturn torch.relu(y)\n"],
    ["form feeds", "import torch\n\fx = torch.relu(y)\n"],
    ["characters beyond the BMP", 's = "🙂𝒳"; import torch\n𝒳 = torch.relu(变量)\n'],
    ["Unicode names", "import torch as Фреймворк\nx = Фреймворк.relu(y)\n"],
    ["continued lines", "import torch\nx = torch \\\n  .relu(y)\n"],
    ["segments on lines of their own", "import torch\nx = (\n  torch  # the module\n  .relu(y)\n)\n"],
  ];
  for (const [name, text] of texts) {
    it(`are exact with ${name}`, () => {
      const [use, ...others] = analyse([text], python).cells[0]!.uses;
      assert.ok(use && others.length === 0);
      assert.equal(text.slice(use.nameRange.start, use.nameRange.end), "relu");
      assert.match(text.slice(use.range.start, use.range.end), /^(torch|Фреймворк)[^(]*\.relu$/s);
      assert.match(text.slice(use.callRange.start, use.callRange.end), /relu\((y|变量)\)$/);
    });
  }
});

describe("the word filter", () => {
  it("leaves a file unparsed in which no framework is named", () => {
    assert.equal(analyse(["import numpy as np\nnp.tanh(x)"], python).cells[0]!.chunks, undefined);
  });

  it("leaves a file unparsed in which no function is named", () => {
    assert.equal(analyse(["import torch\ntorch.exp(x)"], python).cells[0]!.chunks, undefined);
  });

  it("parses all cells if one names a framework and another a function", () => {
    const { cells } = analyse(["x = 1", "import torch", "torch.relu"], python);
    assert.ok(cells.every(({ chunks }) => chunks !== undefined));
  });
});

/** The text's offset of `|`, and the text without it. */
function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf("|");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

describe("useAt", () => {
  const nameOf = (use: Use | undefined) => use?.function;
  const on = [
    ["nn.|ReLU()", "relu"],
    ["nn.Re|LU()", "relu"],
    ["nn.ReLU|()", "relu"],
    ["nn.LeakyReLU(0.|2)", "leaky_relu"],
    ["nn.LeakyReLU(negative_slope=|0.2)", "leaky_relu"],
    ['F.gelu(x, approximate="ta|nh")', "gelu_tanh"],
    ["F.relu(F.ta|nh(x))", "tanh"],
    ["F.re|lu(F.tanh(x))", "relu"],
    ['nn.Transformer(activation="re|lu")', "relu"],
    ["f(act=nn.GE|LU)", "gelu"],
    ["nn.LeakyReLU(-|0.5)", "leaky_relu"],
  ] as const;
  for (const [marked, id] of on) {
    it(`answers at ${marked}`, () => {
      const { text, offset } = cursor(head + marked);
      assert.equal(nameOf(useAt(analyse([text], python), 0, offset)), id);
    });
  }

  const off = [
    "n|n.ReLU()",
    "nn.LeakyReLU(negative_|slope=0.2)",
    "nn.LeakyReLU(0.2, inplace=Tr|ue)",
    "F.relu(x|)",
    "nn.Trans|former(activation='relu')",
    "nn.Transformer(activ|ation='relu')",
    "nn.Linear(|3, 4)",
    "f(a|ct=nn.GELU)",
  ];
  for (const marked of off) {
    it(`is silent at ${marked}`, () => {
      const { text, offset } = cursor(head + marked);
      assert.equal(useAt(analyse([text], python), 0, offset), undefined);
    });
  }

  it("is silent in a cell that does not exist", () => {
    assert.equal(useAt(analyse([], python), 3, 0), undefined);
    assert.equal(explainAt(analyse([], python), 3, 0).kind, "no-name");
  });
});

describe("explainAt", () => {
  const cases: readonly (readonly [marked: string, kind: string, sentence: RegExp])[] = [
    ["nn.Re|LU()", "use", /torch\.nn\.ReLU/],
    ["x.re|lu()", "use", /Only the name says so/],
    ["# nn.Re|LU()", "comment", /comment/],
    ['"""nn.Re|LU()"""', "string-without-slot", /"""nn\.ReLU\(\)"""/],
    ['f(activation="re|lu")', "string-without-slot", /"relu"/],
    ["n|n.ReLU()", "not-an-activation", /torch\.nn, which holds/],
    ["nn.Line|ar(3, 4)", "not-an-activation", /torch\.nn\.Linear/],
    ["from .layers import relu\nre|lu(x)", "unresolved-import", /\.layers\.relu: no file of the project/],
    ["import numpy as np\nnp.ta|nh(x)", "unresolved-import", /numpy is not among/],
    ["K.re|lu(x)", "unbound", /what K is/],
    ["def f(F):\n  return F.re|lu(x)", "shadowed", /F is a parameter \(line 3\)/],
    [
      "def relu(x): return x\nre|lu(x)",
      "attribute-of-unknown|shadowed",
      /relu is a function defined here \(line 3\)/,
    ],
    ["for F in xs:\n  F.re|lu(x)", "shadowed", /variable of a loop/],
    ["self.ac|t(x)", "unbound", /self/],
    ["def f(self, x):\n  self.ac|t(x)", "attribute-of-unknown", /What self\.act is/],
    ["f(x).re|lu", "attribute-of-unknown", /What relu is/],
    ["import torch.nn.func|tional", "import", /import/],
    ["f(act|ivation=3)", "no-name", /name of an argument/],
    ["x = 1 |+ 2", "no-name", /no name here/],
    ["RATE = 0.2\nf(RA|TE)", "no-name", /RATE is a constant/],
    [
      "if x:\n  from torch import a as g\nelse:\n  from torch import b as g\ng|(x)",
      "ambiguous",
      /torch\.\w or torch\.\w/,
    ],
  ];
  for (const [marked, kind, sentence] of cases) {
    it(`${kind}: ${marked.replace(/\n/g, "⏎")}`, () => {
      const { text, offset } = cursor(head + marked);
      const explanation = explainAt(analyse([text], python), 0, offset);
      assert.match(explanation.kind, new RegExp(`^(${kind})$`));
      assert.match(explanation.sentence, sentence);
    });
  }

  it("explains a file that was not parsed", () => {
    const { text, offset } = cursor("import numpy as np\nnp.ta|nh(x)");
    assert.equal(explainAt(analyse([text], python), 0, offset).kind, "unresolved-import");
  });

  it("says whose function a shadowing name is, by its line in the cell", () => {
    const analysis = analyse(["import torch", "\n\ndef tanh(x): return x", "tanh(1)"], python);
    assert.match(explainAt(analysis, 2, 1).sentence, /line 3/);
  });
});

describe("a thousand calls within calls", () => {
  it("are read once each: all are found, and not the arguments of each again", () => {
    const code = `import torch\ny = ${"torch.relu(".repeat(1000)}x${")".repeat(1000)}\n`;
    const [chunk] = python.chunksOf(code.slice(code.indexOf("y = ")));
    const call = chunk!.parsed.callAt({ start: 4, end: 14 })!;
    const value = Object.getOwnPropertyDescriptor(call.arguments[0], "value");
    assert.equal(typeof value?.get, "function");
    assert.equal(found(code)[0]!.length, 1000);
  });
});
