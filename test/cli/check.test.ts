import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Log } from "sarif";
import { rules } from "../../src/engine/advise/rules/index.ts";
import { Program } from "./program.ts";

const program = new Program();
before(() => program.build());
after(() => {
  program.remove();
});

const faulty = "import torch.nn as nn\n\nact = nn.Softmax()\n";
const sound = "import torch.nn as nn\n\nact = nn.Softmax(dim=-1)\n";
const finding = {
  cell: null,
  line: 3,
  col: 9,
  end_line: 3,
  end_col: 16,
  rule: "softmax-missing-dim",
  severity: "warning",
};
const notebookOf = (source: string | readonly string[]) =>
  `${JSON.stringify(
    {
      cells: [
        { cell_type: "markdown", metadata: {}, source: "é" },
        { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  )}\n`;

let folders = 0;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = path.join(program.folder, `checked${folders++}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

interface Reported {
  readonly path: string;
  readonly message: string;
  readonly severity: string;
  readonly fix?: { readonly title: string };
}

function check(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = program.run(["check", ...args, "--format", "jsonl"], { cwd });
  const records = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reported);
  return { code, records, stderr };
}

describe("activation-lens check", () => {
  it("gives one JSON object per finding, its fields in the documented order", () => {
    const folder = folderOf({ "model.py": faulty });
    const { code, records, stderr } = check(folder, "model.py");
    assert.deepEqual({ code, stderr, count: records.length }, { code: 1, stderr: "", count: 1 });
    const { message, fix, ...rest } = records[0]!;
    assert.deepEqual(rest, { path: "model.py", ...finding });
    assert.match(message, /dim/);
    assert.deepEqual(fix, {
      title: "Add dim=-1 (the last axis)",
      edits: [{ line: 3, col: 17, end_line: 3, end_col: 17, text: "dim=-1" }],
    });
    assert.deepEqual(Object.keys(records[0]!), ["path", ...Object.keys(finding), "message", "fix"]);
  });

  it("is readable for people by default", () => {
    const folder = folderOf({ "model.py": faulty, "sound.py": sound });
    const { stdout, code } = program.run(["check", "."], { cwd: folder });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^model\.py:3:10: warning: Softmax without dim .* \[softmax-missing-dim\]\n {2}fix: Add dim=-1 .*\n$/,
    );
  });

  it("reads standard input, and counts all cells of a notebook", () => {
    const run = (input: string) => {
      const { stdout } = program.run(["check", "-", "--format", "jsonl"], { input });
      const { message, fix, ...rest } = JSON.parse(stdout) as Reported;
      assert.ok(message && fix);
      return rest;
    };
    assert.deepEqual(run(faulty), { path: "-", ...finding });
    assert.deepEqual(run(notebookOf(faulty)), { path: "-", ...finding, cell: 1 });
  });

  it("ends with 1 from the severity on that is asked for, with 2 on what cannot be read", () => {
    const folder = folderOf({ "model.py": faulty, "sound.py": sound });
    const codes = (...args: string[]) => check(folder, ...args).code;
    assert.equal(codes("sound.py"), 0);
    assert.equal(codes("model.py", "--fail-on", "error"), 0);
    assert.equal(codes("model.py", "--fail-on", "hint"), 1);
    assert.equal(codes("model.py", "--fail-on", "never"), 0);
    assert.equal(codes("model.py", "missing.py"), 2);
    assert.equal(codes("model.py", "--fail-on", "loud"), 2);
    assert.equal(codes(), 2);
    assert.equal(codes("-", "--fix"), 2);
  });

  it("takes what the nearest pyproject.toml says, and tells what it cannot read there", () => {
    const folder = folderOf({
      "pyproject.toml":
        '[tool.activation-lens]\nexclude = ["old/"]\nrules = { softmax-missing-dim = "error", x = "off" }\n',
      "a.py": faulty,
      "old/b.py": faulty,
      "tests/c.py": faulty,
      "inner/pyproject.toml": '[project]\nname = "inner"\n',
      "inner/d.py": faulty,
      "quiet/pyproject.toml": '[tool.activation-lens]\nlevel = "errors"\n',
      "quiet/e.py": faulty,
    });
    const { records, stderr } = check(folder, ".");
    assert.deepEqual(
      records.map(({ path: file, severity }) => `${file} ${severity}`),
      ["a.py error", "inner/d.py error", "tests/c.py error"],
    );
    assert.match(stderr, /pyproject\.toml: there is no rule x\n/);
    assert.match(stderr, /not checked, as they are excluded: 1 file /);
    assert.equal(check(folder, "quiet", "--level", "recommended").records.length, 1);
  });

  it("leaves tests and documentation out in a folder, but checks what is named", () => {
    const folder = folderOf({
      "a.py": faulty,
      "tests/b.py": faulty,
      "x/test_c.py": faulty,
      "docs/d.py": faulty,
    });
    const { records, stderr } = check(folder, ".");
    assert.deepEqual(
      records.map((record) => record.path),
      ["a.py"],
    );
    assert.match(stderr, /excluded: 3 files /);
    assert.equal(check(folder, "tests/b.py").records.length, 1);
    assert.equal(check(folder, "tests").records.length, 1);
  });

  it("makes no fix that leaves a choice", () => {
    const folder = folderOf({ "a.py": faulty });
    const { code, stderr } = check(folder, "a.py", "--fix");
    assert.equal(code, 1);
    assert.match(stderr, /0 fixes made/);
    assert.equal(readFileSync(path.join(folder, "a.py"), "utf8"), faulty);
  });

  it("writes a SARIF log", () => {
    const folder = folderOf({ "in here/model.py": faulty, "a.ipynb": notebookOf(faulty) });
    const { stdout, code } = program.run(["check", ".", "--format", "sarif"], { cwd: folder });
    assert.equal(code, 1);
    const log = JSON.parse(stdout) as Log;
    assert.equal(log.version, "2.1.0");
    const [run, ...others] = log.runs;
    assert.equal(others.length, 0);
    assert.deepEqual(
      run!.tool.driver.rules!.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    assert.equal(run!.tool.driver.version, "1.2.3-test");
    const [inNotebook, inFile] = run!.results!;
    assert.equal(inFile!.ruleId, "softmax-missing-dim");
    assert.equal(run!.tool.driver.rules![inFile!.ruleIndex!]!.id, "softmax-missing-dim");
    assert.equal(inFile!.level, "warning");
    assert.deepEqual(inFile!.locations![0]!.physicalLocation, {
      artifactLocation: { uri: "in%20here/model.py" },
      region: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 17 },
    });
    assert.equal(inFile!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent!.text, "dim=-1");
    assert.equal(inNotebook!.locations![0]!.physicalLocation!.region, undefined);
    assert.equal(inNotebook!.locations![0]!.logicalLocations![0]!.name, "cell 1, line 3");
    const clean = program.run(["check", "--format", "sarif", "-"], { input: sound });
    assert.deepEqual((JSON.parse(clean.stdout) as Log).runs[0]!.results, []);
  });
});
