import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { newestVersions } from "../../../src/engine/frameworks/versions.ts";
import { languageOfFile } from "../../../src/engine/languages/index.ts";
import type { FileUses } from "../../../src/extension/activations/inventory.ts";
import { scanFiles } from "../../../src/extension/activations/scan.ts";
import { realPace } from "../../../src/extension/activations/slices.ts";
import { KnownModules } from "../../../src/extension/modules/known-modules.ts";
import { Program } from "../../cli/program.ts";

const notebook = JSON.stringify({
  cells: [{ cell_type: "code", source: "from lib import Act\ny = Act()\n" }],
});

const files: Readonly<Record<string, string>> = {
  "src/lib/__init__.py": "from .layers import Act, Gelu as Renamed\nfrom . import layers as inner\n",
  "src/lib/layers.py": "import torch.nn as nn\nfrom torch.nn import GELU as Gelu\nAct = nn.LeakyReLU\n",
  "src/lib/nets/__init__.py": "",
  "src/lib/nets/net.py": "from ..layers import Act\nfrom .. import Renamed\ny = Act(0.3), Renamed()\n",
  "src/lib/nets/deep.py": "import lib.layers as L\nfrom torch import nn\nz = L.Act(), nn.ReLU()\n",
  "src/lib/circle.py": "from .other import Act\ny = Act()\n",
  "src/lib/other.py": "from .circle import Act\n",
  "tests/test_net.py":
    "from lib.nets import net\nfrom lib import Act, Missing\ny = Act() + Missing() + net.Act()\n",
  "examples/show.ipynb": notebook,
  "shadow.py": "from lib import Act\ndef Act(): pass\nAct()\n",
  "net.js": "import * as tf from '@tensorflow/tfjs';\ntf.relu(x);\n",
};

describe("what the Activations view counts", () => {
  const program = new Program();
  const top = path.join(program.folder, "project");

  before(async () => {
    await program.build();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
      writeFileSync(path.join(top, name), text);
    }
  });

  after(() => {
    program.remove();
  });

  it("is what detect finds, in the project's own imports, too", async () => {
    const { stdout } = program.run(["detect", "--format", "jsonl", top]);
    const detected = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .map(({ path: file, cell, line, function: id, certainty }) => [file, cell, line, id, certainty].join());
    assert.equal(detected.length, 9);
    assert.deepEqual((await counted()).sort(), detected.sort());
  });

  async function counted(): Promise<string[]> {
    const known = new KnownModules(top, {
      list: (folder) => Promise.resolve(readdirSync(folder)),
      read: (file) => Promise.resolve(readFileSync(file, "utf8")),
    });
    const found: FileUses[] = [];
    const names = Object.keys(files).filter((name) => languageOfFile(name) ?? name.endsWith(".ipynb"));
    await scanFiles(
      names.map((name) => ({ uri: path.join(top, name), path: name })),
      {
        ...realPace,
        isCancelled: () => false,
        read: ({ uri }) => Promise.resolve(readFileSync(uri)),
        versionsOf: () => Promise.resolve(newestVersions),
        withModules: ({ uri }, make) => known.with(uri, make, 10_000),
        found: (uses) => found.push(uses),
        skipped: (_, reason) => assert.fail(reason),
      },
    );
    return found.flatMap(({ path: file, uses }) =>
      uses.map(({ cell, line, function: id, isLikely }) =>
        [file, cell, line + 1, id, isLikely ? "likely" : "resolved"].join(),
      ),
    );
  }
});
