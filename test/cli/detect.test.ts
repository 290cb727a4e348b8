import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { Program } from "./program.ts";

const program = new Program();
before(() => program.build());
after(() => {
  program.remove();
});

const model = "import torch.nn as nn\n\nact = nn.LeakyReLU(0.2)\n";
const recordOfModel = {
  cell: null,
  line: 3,
  col: 6,
  end_col: 18,
  kind: "call",
  function: "leaky_relu",
  framework: "torch",
  params: { negative_slope: 0.2 },
  explicit: ["negative_slope"],
  unknown: [],
  certainty: "resolved",
  text: "nn.LeakyReLU",
};
const notebook = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    { cell_type: "code", source: ["import torch.nn as nn\n", "x = 1"], outputs: [], metadata: {} },
    { cell_type: "markdown", source: "nn.LeakyReLU(0.2)", metadata: {} },
    { cell_type: "code", source: ["# second\n", "act = nn.LeakyReLU(0.2)"], outputs: [], metadata: {} },
  ],
});

let folders = 0;

/** A folder with these files; a path that ends with a slash is an empty folder. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = path.join(program.folder, `folder${folders++}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(file, text);
  }
  return folder;
}

function detect(cwd: string, ...paths: string[]) {
  const { code, stdout, stderr } = program.run(["detect", ...paths, "--format", "jsonl"], { cwd });
  const records = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { path: string });
  return { code, records, paths: records.map((record) => record.path), stderr };
}

describe("activation-lens detect", () => {
  it("gives one JSON object per use, its fields in the documented order", () => {
    const folder = folderOf({ "model.py": model });
    const { code, records, stderr } = detect(folder, "model.py");
    assert.deepEqual(
      { code, records, stderr },
      { code: 0, records: [{ path: "model.py", ...recordOfModel }], stderr: "" },
    );
    assert.deepEqual(Object.keys(records[0]!), ["path", ...Object.keys(recordOfModel)]);
  });

  it("takes the versions that the nearest requirement file asks for", () => {
    const code =
      "import keras\ny = keras.activations.hard_sigmoid(x)\nz = keras.activations.relu(x, alpha=0.1)\n";
    const folder = folderOf({
      ".git/": "",
      "requirements.txt": "keras<3\n",
      "old.py": code,
      "inner/older.py": code,
      "new/pyproject.toml": '[project]\ndependencies = ["keras==3.4"]\n',
      "new/new.py": code,
    });
    const found = detect(folder, ".").records as unknown as {
      path: string;
      function: string;
      explicit: string[];
    }[];
    assert.deepEqual(
      found.map(({ path: file, function: id, explicit }) => [file, id, explicit.join()]),
      [
        ["inner/older.py", "hard_sigmoid", ""],
        ["inner/older.py", "leaky_relu", "alpha"],
        ["new/new.py", "hard_sigmoid", ""],
        ["new/new.py", "relu", ""],
        ["old.py", "hard_sigmoid", ""],
        ["old.py", "leaky_relu", "alpha"],
      ],
    );
    assert.equal(detect(path.join(folder, "inner"), "older.py").records.length, 2);
  });

  it("counts all cells of a notebook, and lines within the cell", () => {
    const folder = folderOf({ "a.ipynb": notebook });
    assert.deepEqual(detect(folder, "a.ipynb").records, [
      { path: "a.ipynb", ...recordOfModel, cell: 2, line: 2 },
    ]);
  });

  it("counts columns in UTF-16 units, and leaves a byte-order mark out", () => {
    const folder = folderOf({ "a.py": `\uFEFFimport torch.nn as nn\ns = "\u{1F600}", nn.LeakyReLU(0.2)\n` });
    const [record] = detect(folder, "a.py").records;
    assert.deepEqual(record, { path: "a.py", ...recordOfModel, line: 2, col: 10, end_col: 22 });
  });

  it("writes infinities as strings", () => {
    const folder = folderOf({ "a.py": "import torch.nn as nn\nnn.LeakyReLU(-float('inf'))\n" });
    const [record] = detect(folder, "a.py").records;
    assert.deepEqual((record as unknown as typeof recordOfModel).params, { negative_slope: "-inf" });
  });

  it("reads standard input as Python, or as a notebook", () => {
    const asPython = program.run(["detect", "-", "--format", "jsonl"], { input: model });
    assert.deepEqual(JSON.parse(asPython.stdout), { path: "-", ...recordOfModel });
    const asNotebook = program.run(["detect", "-", "--format", "jsonl"], { input: notebook });
    assert.deepEqual(JSON.parse(asNotebook.stdout), { path: "-", ...recordOfModel, cell: 2, line: 2 });
  });

  it("is readable for people by default", () => {
    const folder = folderOf({ "model.py": model });
    const { stdout } = program.run(["detect", "."], { cwd: folder });
    assert.equal(stdout, "model.py:3:7  nn.LeakyReLU  leaky_relu of torch, negative_slope=0.2\n");
  });

  it("names files relative to the folder, and after it where several are named", () => {
    const folder = folderOf({
      "one/model.py": model,
      "one/in/b.py": model,
      "two/c.py": model,
      "d.py": model,
    });
    assert.deepEqual(detect(folder, "one").paths, ["in/b.py", "model.py"]);
    assert.deepEqual(detect(folder, path.join(folder, "two")).paths, ["c.py"]);
    assert.deepEqual(detect(folder, "two/", "one", "./d.py").paths, [
      "two/c.py",
      "one/in/b.py",
      "one/model.py",
      "./d.py",
    ]);
  });

  it("walks for every language, honouring .gitignore, and leaves environments out", () => {
    const folder = folderOf({
      ".gitignore": "ignored/\n*.gen.py\n/top.py\n",
      "ignored/a.py": model,
      "a.gen.py": model,
      "top.py": model,
      "in/.gitignore": "!b.gen.py\nc.py\n",
      "in/b.gen.py": model,
      "in/c.py": model,
      "in/top.py": model,
      "node_modules/a.py": model,
      "env/pyvenv.cfg": "",
      "env/lib/a.py": model,
      "a.ipynb": notebook,
      "a.txt": model,
    });
    assert.deepEqual(detect(folder, ".").paths, ["a.ipynb", "in/b.gen.py", "in/top.py"]);
    assert.deepEqual(detect(folder, "env").paths, ["lib/a.py"], "asked for by name");
  });

  it("honours the .gitignore files above a folder in its repository", () => {
    const folder = folderOf({
      ".git/": "",
      ".gitignore": "skip.py\nbuilt\n",
      "a/in/skip.py": model,
      "a/in/b.py": model,
      "built/c.py": model,
    });
    assert.deepEqual(detect(folder, "a/in").paths, ["b.py"]);
    assert.deepEqual(detect(folder, "built").paths, ["c.py"], "asked for by name");
  });

  it("finds what Git finds", () => {
    const rules = [
      "*.py",
      "!keep.py",
      "sub/**/deep.py",
      "/anchored",
      "dir/",
      "[ab].py",
      "# c.py",
      "\\#d.py",
      "e.py ",
      "!sub/x.py",
    ];
    const names = [
      "a.py",
      "b.py",
      "c.py",
      "keep.py",
      "sub/x.py",
      "sub/q/deep.py",
      "anchored/keep.py",
      "dir/keep.py",
      "sub/dir/keep.py",
      "#d.py",
      "sub/keep.py",
    ];
    for (const chosen of rules.map((_, i) => rules.filter((__, j) => (i + j) % 3 !== 0))) {
      const files = Object.fromEntries(names.map((name) => [name, model]));
      const folder = folderOf({ ...files, ".gitignore": chosen.join("\n") });
      execFileSync("git", ["init", "-q"], { cwd: folder });
      const listed = execFileSync("git", ["ls-files", "--others", "--exclude-standard", "-z"], {
        cwd: folder,
      });
      const expected = listed
        .toString()
        .split("\0")
        .filter((name) => name.endsWith(".py"));
      assert.deepEqual(detect(folder, ".").paths.sort(), expected.sort(), chosen.join(" | "));
    }
  });

  it("names on standard error what it skips in a folder, and goes on", () => {
    const folder = folderOf({
      "z.py": model,
      "broken.ipynb": "{",
      "binary.py": "import torch\0",
      "big.py": "",
    });
    truncateSync(path.join(folder, "big.py"), 50 * 2 ** 20);
    symlinkSync(".", path.join(folder, "loop"));
    symlinkSync("nowhere.py", path.join(folder, "gone.py"));
    symlinkSync("circle2.py", path.join(folder, "circle1.py"));
    symlinkSync("circle1.py", path.join(folder, "circle2.py"));
    execFileSync("mkfifo", [path.join(folder, "pipe.py")]);
    const { code, paths, stderr } = detect(folder, ".");
    assert.equal(code, 0);
    assert.deepEqual(paths, ["z.py"]);
    assert.deepEqual(
      stderr
        .split("\n")
        .filter(Boolean)
        .map((line) => line.replace(/^activation-lens: /, "")),
      [
        "big.py: 50.0 MiB are too long; up to 32 MiB are read",
        "binary.py: a binary file",
        "broken.ipynb: it is not a notebook in JSON",
        "circle1.py: its symbolic links go in a circle",
        "circle2.py: its symbolic links go in a circle",
        "gone.py: a symbolic link to nothing",
        "pipe.py: not a regular file",
        "loop/: a symbolic link to a folder that is read already",
      ],
    );
  });

  it("follows links out of the folder once", () => {
    const outside = folderOf({ "in/a.py": model });
    const folder = folderOf({ "b.py": model });
    symlinkSync(outside, path.join(folder, "link1"));
    symlinkSync(outside, path.join(folder, "link2"));
    symlinkSync(path.join(outside, "in/a.py"), path.join(folder, "c.py"));
    symlinkSync(folder, path.join(outside, "in/back"));
    assert.deepEqual(detect(folder, ".").paths, ["b.py", "c.py", "link1/in/a.py"]);
  });

  const unreadable: readonly (readonly [name: string, reason: RegExp])[] = [
    ["missing.py", /missing\.py: no such file or directory/],
    ["a.py/b.py", /b\.py: a part of its path is no folder/],
    ["r.ipynb", /r\.ipynb: its code is r, which is not read/],
    ["notes.txt", /notes\.txt: only files whose names end in \.py.* are read/],
    ["broken.ipynb", /broken\.ipynb: it is not a notebook in JSON/],
    ["binary.py", /binary\.py: a binary file/],
  ];
  for (const [name, reason] of unreadable) {
    it(`ends with 2 on ${name}, the rest done`, () => {
      const r = JSON.stringify({ cells: [], metadata: { language_info: { name: "R" } } });
      const odd = { "notes.txt": "", "broken.ipynb": "{", "r.ipynb": r, "binary.py": "\0" };
      const folder = folderOf({ "a.py": model, ...odd });
      const { code, paths, stderr } = detect(folder, name, "a.py");
      assert.equal(code, 2);
      assert.deepEqual(paths, ["a.py"]);
      assert.match(stderr, reason);
      assert.equal(stderr.trim().split("\n").length, 1);
    });
  }

  // Nothing is closed to root.
  for (const name of process.getuid?.() === 0 ? [] : ["closed", "b.py"]) {
    it(`ends with 2 on ${name} that may not be read`, () => {
      const folder = folderOf({ "closed/a.py": model, "b.py": model });
      const file = path.join(folder, name);
      chmodSync(file, 0);
      const { code, stderr } = detect(folder, name);
      assert.equal(detect(folder, ".").code, 0, "in a walk it is skipped");
      chmodSync(file, 0o700);
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`${name}: permission denied`));
    });
  }

  it("ends with 2 on bad usage", () => {
    for (const [args, reason] of [
      [["detect"], /which files or folders/],
      [["detect", ".", "--format", "xml"], /--format must be one of pretty, jsonl, not "xml"/],
    ] as const) {
      const { code, stderr } = program.run(args);
      assert.equal(code, 2);
      assert.match(stderr, reason);
    }
  });

  it("is quiet when its reader leaves", async () => {
    const folder = folderOf({ "a.py": `import torch.nn as nn\n${"nn.LeakyReLU(0.2)\n".repeat(20_000)}` });
    const child = spawn(process.execPath, [program.file, "detect", folder, "--format", "jsonl"]);
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    await once(child.stdout, "data");
    child.stdout.destroy();
    await once(child, "close");
    assert.equal(stderr, "");
  });
});
