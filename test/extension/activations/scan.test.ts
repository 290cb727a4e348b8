import assert from "node:assert/strict";
import type { FileUses } from "../../../src/extension/activations/inventory.ts";
import { type ScanOptions, scanFiles } from "../../../src/extension/activations/scan.ts";
import { newestVersions } from "../../../src/engine/frameworks/versions.ts";
import { isSource } from "../../../src/engine/languages/files.ts";

const encoder = new TextEncoder();

/** A scan of files by path → content; undefined: it cannot be read. A millisecond passes whenever it is looked at. */
async function scan(contents: Readonly<Record<string, string | undefined>>, more: Partial<ScanOptions> = {}) {
  const found: FileUses[] = [];
  const skipped: string[] = [];
  let [time, rests] = [0, 0];
  const files = Object.keys(contents).map((path) => ({ uri: `memory:/${path}`, path }));
  const isComplete = await scanFiles(files, {
    now: () => ++time,
    rest: () => {
      rests++;
      return Promise.resolve();
    },
    isCancelled: () => false,
    read: ({ path }) => {
      const text = contents[path];
      return text === undefined ? Promise.reject(new Error("gone")) : Promise.resolve(encoder.encode(text));
    },
    versionsOf: () => Promise.resolve(newestVersions),
    withModules: (_, make) => Promise.resolve(make()),
    found: (uses) => found.push(uses),
    skipped: ({ path }, reason) => skipped.push(`${path}: ${reason}`),
    ...more,
  });
  return { isComplete, found, skipped, rests };
}

const model = "from torch import nn\nact = nn.ReLU()\n";

describe("scan of a workspace", () => {
  it("tells the uses of each file, in order", async () => {
    const { isComplete, found } = await scan({ "a.py": model, "b.py": "x = 1", "c.py": model });
    assert.equal(isComplete, true);
    assert.deepEqual(
      found.map(({ path, uses }) => [path, uses.length]),
      [
        ["a.py", 1],
        ["b.py", 0],
        ["c.py", 1],
      ],
    );
  });

  it("reads notebooks, and counts all their cells", async () => {
    const cell = (cell_type: string, source: string) => ({ cell_type, source });
    const cells = [
      cell("code", "from torch import nn"),
      cell("markdown", "nn.ReLU()"),
      cell("code", "y = nn.Tanh()"),
    ];
    const { found } = await scan({ "n.ipynb": JSON.stringify({ cells }) });
    assert.deepEqual(
      found[0]!.uses.map(({ function: id, cell: index, line, column }) => [id, index, line, column]),
      [["tanh", 2, 0, 7]],
    );
  });

  it("says what it did not read, and why, and reads the rest", async () => {
    const { found, skipped, isComplete } = await scan({
      "gone.py": undefined,
      "bytes.py": "\0\0",
      "no.ipynb": "{",
      "r.ipynb": JSON.stringify({ cells: [], metadata: { language_info: { name: "R" } } }),
      "a.py": model,
    });
    assert.deepEqual(skipped, [
      "gone.py: it cannot be read (gone)",
      "bytes.py: it is not text",
      "no.ipynb: it is not a notebook in JSON",
      "r.ipynb: its code is r, which is not read",
    ]);
    assert.deepEqual([found.length, isComplete], [1, true]);
  });

  it("stops when it is cancelled", async () => {
    let count = 0;
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.py`, model]));
    const { isComplete, found } = await scan(files, { isCancelled: () => ++count > 5 });
    assert.equal(isComplete, false);
    assert.equal(found.length, 5);
  });

  it("gives others their turn after every few milliseconds", async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.py`, "x = 1"]));
    const { rests } = await scan(files);
    assert.ok(rests >= 9, `${rests} rests in 100 ms`);
  });

  it("reads no more files ahead than it needs soon", async () => {
    let [open, most] = [0, 0];
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.py`, ""]));
    await scan(files, {
      read: async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        return new Uint8Array();
      },
    });
    assert.ok(most > 1 && most <= 16, `${most} at once`);
  });

  it("knows its files by their ending", () => {
    assert.ok(isSource("a/b.py") && isSource("N.IPYNB"));
    assert.ok(!isSource("a/py") && !isSource("model.pyc"));
  });
});
