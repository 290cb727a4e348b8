import assert from "node:assert/strict";
import type { Modules } from "../../../src/engine/detect/exports.ts";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { KnownModules } from "../../../src/extension/modules/known-modules.ts";

/** A workspace at /ws, and what was asked of its file system. */
function workspace(files: Record<string, string>) {
  const asked: string[] = [];
  const known = new KnownModules("/ws", {
    list: (folder) => {
      asked.push(`list ${folder}`);
      const start = `${folder}/`;
      const names = Object.keys(files).flatMap((file) =>
        file.startsWith(start) ? [file.slice(start.length).split("/")[0]!] : [],
      );
      return names.length > 0 ? Promise.resolve([...new Set(names)]) : Promise.reject(new Error("no folder"));
    },
    read: (file) => {
      asked.push(`read ${file}`);
      const text = files[file];
      return text === undefined ? Promise.reject(new Error("no file")) : Promise.resolve(text);
    },
  });
  /** Functions used in a text of a folder, once all is read that it asks for. */
  const usesIn = async (text: string, folder: string): Promise<string[]> => {
    const make = (modules: Modules) => analyse([text], python, undefined, undefined, modules);
    const [cell] = (await known.with(`${folder}/any.py`, make, 10_000)).cells;
    return cell!.uses.map((use) => use.function);
  };
  return { asked, known, usesIn, files };
}

const layers = "import torch.nn as nn\nAct = nn.LeakyReLU\n";

describe("modules of a workspace", () => {
  it("are found by relative and by absolute names, through what re-exports them", async () => {
    const { usesIn } = workspace({
      "/ws/lib/parts/layers.py": layers,
      "/ws/lib/parts/__init__.py": "from .layers import Act\n",
      "/ws/lib/nets/net.py": "",
    });
    for (const source of ["..parts", "..parts.layers", "parts.layers", "lib.parts"]) {
      assert.deepEqual(
        await usesIn(`from ${source} import Act\ny = Act()\n`, "/ws/lib/nets"),
        ["leaky_relu"],
        source,
      );
    }
  });

  it("ask the file system for nothing twice, for no folder that is not there, and for nothing above the top", async () => {
    const { asked, usesIn } = workspace({ "/ws/layers.py": layers, "/elsewhere.py": layers });
    const text = [
      "import torch.nn as nn",
      "from torch.nn import functional as F",
      "from torchvision.ops.misc import Act as A",
      "from .layers import Act",
      "from ..elsewhere import Act as B",
      "y = Act() + A() + B()",
    ].join("\n");
    assert.deepEqual(await usesIn(text, "/ws"), ["leaky_relu"]);
    assert.deepEqual(asked, ["list /ws", "read /ws/layers.py"]);
    assert.deepEqual(await usesIn(text, "/ws"), ["leaky_relu"]);
    assert.equal(asked.length, 2);
  });

  it("are read anew when they change, are made, or are deleted", async () => {
    const { known, usesIn, files } = workspace({ "/ws/layers.py": layers });
    const text = "from layers import Act\nfrom more import Other\ny = Act(), Other()\n";
    assert.deepEqual(await usesIn(text, "/ws"), ["leaky_relu"]);
    files["/ws/layers.py"] = layers.replace("LeakyReLU", "ELU");
    known.changed("/ws/layers.py");
    assert.deepEqual(await usesIn(text, "/ws"), ["elu"]);
    files["/ws/more.py"] = "from layers import Act as Other\n";
    known.listed(["/ws/more.py"]);
    assert.deepEqual(await usesIn(text, "/ws"), ["elu", "elu"]);
    delete files["/ws/layers.py"];
    known.listed(["/ws/layers.py"]);
    assert.deepEqual(await usesIn(text, "/ws"), []);
  });

  it("stay the same object while nothing else is known", async () => {
    const { known, usesIn } = workspace({ "/ws/layers.py": layers });
    await usesIn("from layers import Act\ny = Act()\n", "/ws");
    const modules = () => known.with("/ws/any.py", (found) => found, 0);
    const before = await modules();
    known.changed("/ws/other.py");
    assert.equal(await modules(), before);
    known.changed("/ws/layers.py");
    assert.notEqual(await modules(), before);
  });

  it("are no longer waited for after a while, and serve what asks later", async () => {
    let answer = (text: string) => text as unknown;
    const known = new KnownModules("/ws", {
      list: () => Promise.resolve(["layers.py"]),
      read: () => new Promise((resolve) => (answer = resolve)),
    });
    const make = (modules: Modules) =>
      analyse(["from layers import Act\nAct()\n"], python, undefined, undefined, modules).cells[0]!.uses
        .length;
    assert.equal(await known.with("/ws/any.py", make, 1), 0);
    answer(layers);
    assert.equal(await known.with("/ws/any.py", make, 1000), 1);
  });

  it("are read in slices where a pace is given, and all the same", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
    const { known } = workspace(Object.fromEntries(names.map((name) => [`/ws/${name}.py`, layers])));
    let [time, rests] = [0, 0];
    const pace = {
      now: () => (time += 2),
      rest: () => {
        rests++;
        return Promise.resolve();
      },
    };
    const text = names.map((name) => `from ${name} import Act as ${name}\n${name}()\n`).join("");
    const make = (modules: Modules) =>
      analyse([text], python, undefined, undefined, modules).cells[0]!.uses.length;
    assert.equal(await known.with("/ws/any.py", make, 10_000, pace), 20);
    assert.ok(rests >= 3 && rests <= 20, `${rests} rests`);
  });

  it("are read in few slices, however many there are", async () => {
    // More than are kept, behind stars.
    const count = 150;
    const names = Array.from({ length: count }, (_, index) => `part${index}`);
    const files = Object.fromEntries(
      names.map((name, index) => [`/ws/${name}.py`, layers.replace("Act", `Act${index}`)]),
    );
    files["/ws/hub.py"] = names.map((name) => `from .${name} import *\n`).join("");
    const { known } = workspace(files);
    let now = 0;
    let rests = 0;
    const pace = {
      now: () => (now += 2),
      rest: () => {
        rests++;
        return Promise.resolve();
      },
    };
    const make = (modules: Modules) =>
      analyse(["from .hub import *\ny = Act0()\n"], python, undefined, undefined, modules).cells[0]!.uses
        .length;
    assert.equal(await known.with("/ws/any.py", make, 10_000, pace), 1);
    assert.ok(rests > 1 && rests < 500, `${rests} slices`);
  });

  it("may import each other in a circle", async () => {
    const { usesIn } = workspace({
      "/ws/a.py": "from b import Act\n",
      "/ws/b.py": "from a import Act\n",
    });
    assert.deepEqual(await usesIn("from a import Act\ny = Act()\n", "/ws"), []);
  });
});
