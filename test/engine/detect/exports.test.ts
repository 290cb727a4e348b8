import assert from "node:assert/strict";
import { type Analysis, analyse, explainAt } from "../../../src/engine/detect/analysis.ts";
import { newestVersions } from "../../../src/engine/frameworks/versions.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { modulesIn, searchIn } from "./project.ts";

const layers = [
  "import torch.nn as nn",
  "from torch.nn import GELU as Gelu, functional as fun",
  "Act = nn.LeakyReLU",
  "if deep:",
  "    Branch = nn.ReLU",
  "else:",
  "    Branch = nn.Tanh",
  "Choice = nn.ReLU if deep else None",
  "class Own(nn.Module): pass",
  "class Act2(nn.Module): pass",
  "made = nn.ReLU()",
  "SLOPE = 0.3",
].join("\n");

const files = {
  "/lib/layers.py": layers,
  "/lib/__init__.py": "from .layers import Act, Gelu as Renamed\nfrom . import layers as inner\n",
  "/circle.py": "from circle2 import Act\n",
  "/circle2.py": "from circle import Act\n",
  "/tf.py": "import torch.nn as nn\nfrom torch.nn import functional as math\n",
  "/lib/nn/deep.py": "from ..layers import Act as Deep\n",
};

/** "LeakyReLU leaky_relu resolved" for each use in a file of a folder, behind an import of torch. */
function usesIn(code: string, folder = ""): string[] {
  const modules = modulesIn(files, folder);
  const analysis = analyse([`import torch\n${code}\n`], python, undefined, new Map(), modules);
  const { text, uses } = analysis.cells[0]!;
  return uses.map((use) => `${text.slice(use.range.start, use.range.end)} ${use.function} ${use.certainty}`);
}

describe("names that other files of the project give", () => {
  const cases: readonly (readonly [code: string, expected: readonly string[], folder?: string])[] = [
    ["from lib.layers import Act\nAct(0.2)", ["Act leaky_relu resolved"]],
    ["from lib.layers import Gelu as G\nG('tanh')", ["G gelu_tanh resolved"]],
    ["from lib.layers import fun\nfun.relu(x)", ["fun.relu relu resolved"]],
    ["from lib import Act, Renamed\nAct(Renamed)", ["Act leaky_relu resolved", "Renamed gelu resolved"]],
    ["from .layers import Act\nAct()", ["Act leaky_relu resolved"], "/lib"],
    ["from . import Act\nAct()", ["Act leaky_relu resolved"], "/lib"],
    ["from ..layers import Act\nAct()", ["Act leaky_relu resolved"], "/lib/nn"],
    ["from .deep import Deep\nDeep()", ["Deep leaky_relu resolved"], "/lib/nn"],
    ["x.relu\nfrom lib import layers\nlayers.Act()", ["layers.Act leaky_relu resolved"]],
    ["x.relu\nimport lib.layers as L\nL.Act()", ["L.Act leaky_relu resolved"]],
    [
      "x.relu\nimport lib\nlib.Act() + lib.layers.Act()",
      ["lib.Act leaky_relu resolved", "lib.layers.Act leaky_relu resolved"],
    ],
    ["from lib.layers import Choice\nChoice()", ["Choice relu likely"]],
    [
      "from lib.layers import Act\nclass N:\n  def __init__(self):\n    self.act = Act()\n  def f(self, x):\n    return self.act(x)",
      ["Act leaky_relu resolved", "self.act leaky_relu resolved"],
    ],
    // The tables write `tf` for `tensorflow`, and the project has a `tf.py`.
    ["import tensorflow as tf\ntf.nn.relu6(x)", ["tf.nn.relu6 relu6 resolved"]],
    ["import tensorflow as tf\ntf.math.sigmoid(x)", ["tf.math.sigmoid sigmoid resolved"]],
    // Two functions are possible, a class is another thing, and nothing is known of the rest.
    ["from lib.layers import Branch, Own, Act2\nBranch() + Own() + Act2()", []],
    ["from lib.layers import Missing\nMissing()", []],
    ["from missing import Act\nAct()", []],
    ["from circle import Act\nAct()", []],
    ["from lib.layers import Act\ndef Act(): pass\nAct()", []],
  ];
  for (const [code, expected, folder] of cases) {
    it(JSON.stringify(code), () => {
      assert.deepEqual(usesIn(code, folder), expected);
    });
  }

  it("say so where the file gives none", () => {
    const code = "import torch\nfrom lib.layers import Own\nfrom elsewhere import Act\nOwn()\nAct()\n";
    const analysis = analyse([code], python, undefined, newestVersions, modulesIn(files, ""));
    const sentences = ["Own()", "Act()"].map((call) => explainAt(analysis, 0, code.indexOf(call)).sentence);
    assert.deepEqual(sentences, [
      "This is lib.layers.Own: that file of the project does not give an activation function under the name.",
      "This is elsewhere.Act: elsewhere is not among the frameworks that are read.",
    ]);
  });

  it("are asked for again when a file is another", () => {
    const code = "import torch; x.relu\nfrom lib import layers\ndef f(x):\n  return layers.Act(x)\n";
    const before = analyse([code], python, undefined, new Map(), modulesIn(files, ""));
    const changed = modulesIn({ ...files, "/lib/layers.py": "import torch\nAct = torch.nn.SiLU\n" }, "");
    const after = analyse([code], python, before, new Map(), changed);
    assert.deepEqual(
      [before, after].map(({ cells }) => cells[0]!.uses.map((use) => use.function)),
      [["leaky_relu"], ["silu"]],
    );
  });
});

describe("modules of a project", () => {
  const folder = (files: Record<string, string>) => {
    const search = searchIn(files);
    const functions = (file: string) =>
      analyse([files[file]!], python, undefined, newestVersions, search.from(file)).cells[0]!.uses.map(
        (use) => use.function,
      );
    return { search, functions };
  };

  it("are found in src, from wherever they are imported", () => {
    const { functions } = folder({
      "/src/pkg/acts.py": "import torch\nAct = torch.nn.SiLU\n",
      "/src/pkg/__init__.py": "from .acts import Act\n",
      "/tests/test_acts.py": "from pkg import Act\ny = Act()\n",
    });
    assert.deepEqual(functions("/tests/test_acts.py"), ["silu"]);
  });

  it("tell which files a change matters to: those that import it, and those that import them", () => {
    const files: Record<string, string> = {
      "/acts.py": "import torch\nAct = torch.nn.SiLU\n",
      "/lib.py": "from acts import Act\n",
      "/net.py": "from lib import Act\ny = Act()\n",
      "/other.py": "from more import Act\ny = Act()\n",
    };
    const { search, functions } = folder(files);
    assert.deepEqual(functions("/net.py"), ["silu"]);
    assert.deepEqual(functions("/other.py"), []);
    const before = ["/net.py", "/other.py"].map((file) => search.from(file));
    files["/acts.py"] = "import torch\nAct = torch.nn.ELU\n";
    assert.deepEqual([...search.changed("/acts.py")], ["/acts.py", "/lib.py", "/net.py"]);
    assert.deepEqual(functions("/net.py"), ["elu"]);
    files["/more.py"] = "from acts import Act\n";
    assert.deepEqual([...search.listed(["/more.py"])], ["/more.py", "/other.py"]);
    assert.deepEqual(functions("/other.py"), ["elu"]);
    assert.notEqual(search.from("/net.py"), before[0]);
    assert.deepEqual([...search.changed("/net.py")], ["/net.py"]);
  });

  it("are asked again for what a class is derived from, when that changes", () => {
    const files: Record<string, string> = {
      "/base.py": "import torch\nclass Block:\n  def __init__(self):\n    self.act = torch.nn.SiLU()\n",
      "/lib.py": "from base import Block\n",
      "/net.py": "from lib import Block\nclass Net(Block):\n  def f(self, x):\n    return self.act(x)\n",
    };
    const { search } = folder(files);
    const read = (previous?: Analysis) =>
      analyse([files["/net.py"]!], python, previous, newestVersions, search.from("/net.py"));
    const functions = ({ cells }: Analysis) => cells[0]!.uses.map((use) => use.function);
    const before = read();
    files["/base.py"] = files["/base.py"]!.replace("SiLU", "ELU");
    assert.ok(search.changed("/base.py").has("/net.py"));
    const after = read(before);
    files["/base.py"] = files["/base.py"].replace("act", "other");
    search.changed("/base.py");
    assert.deepEqual([before, after, read(after)].map(functions), [["silu"], ["elu"], []]);
  });

  it("read no more than the names that are wanted lead to", () => {
    const asked: string[] = [];
    const texts: Record<string, string> = {
      "/base.py": "from torch import nn\nfrom far import helper\nclass Block:\n  act = nn.ReLU()\n",
      "/far.py": "import farther\n",
      "/net.py": "from base import Block\nclass Net(Block):\n  def f(self, x):\n    return self.act(x)\n",
    };
    const files = new Proxy(texts, {
      get: (target, file) => {
        asked.push(String(file));
        return target[String(file)];
      },
    });
    assert.deepEqual(folder(files).functions("/net.py"), ["relu"]);
    assert.deepEqual(asked, ["/net.py", "/base.py"]);
  });

  it("are read once, however many files import them", () => {
    let count = 0;
    const files: Record<string, string> = {
      get "/acts.py"() {
        count++;
        return "import torch\nAct = torch.nn.SiLU\n";
      },
      "/a.py": "from acts import Act\nAct()\n",
      "/b.py": "from acts import Act\nAct()\n",
    };
    const { functions } = folder(files);
    assert.deepEqual([functions("/a.py"), functions("/b.py"), count], [["silu"], ["silu"], 1]);
  });
});

describe("cells that write a file", () => {
  const functions = (cells: readonly string[]) =>
    analyse(cells, python).cells.map(({ text, uses }) =>
      uses.map((use) => `${text.slice(use.range.start, use.range.end)} ${use.function}`),
    );

  it("are read as that file, and not with the cells that run", () => {
    const cells = [
      "import torch.nn as nn",
      "%%writefile model.py\nimport torch.nn.functional as F\ny = F.relu(x)\nz = nn.ReLU()",
      "nn.GELU()\nF.silu(x)",
      "%%writefile -a model.py\nF.tanh(x)",
      "%%file other.py\nF.tanh(x)",
      "%%writefile notes.txt\nF.tanh(x)",
    ];
    assert.deepEqual(functions(cells), [[], ["F.relu relu"], ["nn.GELU gelu"], ["F.tanh tanh"], [], []]);
  });

  it("keep what looks like a magic", () => {
    const cells = [
      "import torch",
      "%%writefile 'a.py'\r\nimport torch\r\nx = (a\r\n%b)\r\ntorch.relu(x)\r\n",
    ];
    assert.deepEqual(functions(cells), [[], ["torch.relu relu"]]);
  });
});
