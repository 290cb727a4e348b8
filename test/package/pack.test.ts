/** What `npm pack` makes, as a stranger gets it: installed in an empty project, run, imported, type-checked. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "activation-lens-pack-"));
const project = path.join(folder, "project");
// npm's own settings come through the environment of `npm test`; a stranger has none of them.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

function run(program: string, args: readonly string[], input = "", cwd = project): string {
  return execFileSync(program, args, { cwd, env, input, stdio: ["pipe", "pipe", "pipe"] }).toString();
}

describe("the packed package", function () {
  this.timeout(120_000);
  let files: readonly string[] = [];

  before(() => {
    run(process.execPath, ["esbuild.config.js"], "", root);
    const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], "", root)) as [
      { filename: string; files: readonly { path: string }[] },
    ];
    files = packed.files.map((file) => file.path);
    mkdirSync(project);
    writeFileSync(path.join(project, "package.json"), JSON.stringify({ name: "stranger", private: true }));
    run("npm", ["install", "--offline", "--no-audit", "--no-fund", path.join(folder, packed.filename)]);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("holds the command line, the engine with its types, and the documents", () => {
    const documents = ["CHANGELOG.md", "LICENSE", "README.md", "ThirdPartyNotices.txt"];
    const programs = ["dist/cli.js", "dist/engine.d.mts", "dist/engine.mjs", "package.json"];
    assert.deepEqual([...files].sort(), [...documents, ...programs].sort());
  });

  it("brings no other package", () => {
    const lock = JSON.parse(readFileSync(path.join(project, "package-lock.json"), "utf8")) as {
      packages: object;
    };
    assert.deepEqual(Object.keys(lock.packages), ["", "node_modules/activation-lens"]);
  });

  it("runs on the command line", () => {
    const npx = (args: readonly string[], input?: string) =>
      run("npx", ["--offline", "--no-install", "activation-lens", ...args], input);
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      version: string;
    };
    assert.equal(npx(["--version"]), `${version}\n`);
    assert.equal(npx(["transform", "relu"], "[-2.0, 0.5, -0.3, 1.2]\n"), "[0, 0.5, 0, 1.2]\n");
    const found = npx(["detect", "-", "--format", "jsonl"], "import torch\ntorch.relu(x)\n");
    assert.equal((JSON.parse(found) as { function: string }).function, "relu");
  });

  it("can be imported, and required where Node can require modules", () => {
    const use = [
      `const [gelu, softmax, swiglu] = ["gelu", "softmax", "swiglu"].map(functionById);`,
      `console.log(functions.includes(gelu), gelu.value(0), gelu.derivative(0));`,
      `console.log(softmax.value([5, 5]), softmax.vjp([5, 5], [1, -1]), softmax.values(Float32Array.of(5, 5)));`,
      `console.log(swiglu.value(3, 0), swiglu.partials(3, 0));`,
      `console.log(functionById("leaky_relu").values(Float32Array.of(-4, 2), { negative_slope: 0.25 }, 0));`,
      `console.log(functionById("snake").values(Float64Array.of(0), {}, 1));`,
    ].join(" ");
    const names = "{ functionById, functions }";
    writeFileSync(path.join(project, "a.mjs"), `import ${names} from "activation-lens"; ${use}`);
    const expected = [
      "true 0 0.5",
      "[ 0.5, 0.5 ] [ 0.5, -0.5 ] Float32Array(2) [ 0.5, 0.5 ]",
      "0 [ 0, 1.5 ]",
      "Float32Array(2) [ -1, 2 ]",
      "Float64Array(1) [ 1 ]",
    ];
    const printed = (args: readonly string[]) => run(process.execPath, args).trim().split("\n");
    assert.deepEqual(printed(["a.mjs"]), expected);
    if (!process.features.require_module) return;
    writeFileSync(path.join(project, "a.cjs"), `const ${names} = require("activation-lens"); ${use}`);
    assert.deepEqual(printed(["--no-warnings", "a.cjs"]), expected);
  });

  it("gives what the README says it gives", () => {
    const readme = readFileSync(path.join(project, "node_modules/activation-lens/README.md"), "utf8");
    const [, code = ""] = /^### From another program$[^]*?```js\n([^]*?)```/m.exec(readme)!;
    const promises = /^(.*); \/\/ → (.*)$/gm;
    assert.ok(code.match(promises)!.length > 8);
    const checked = code.replaceAll(promises, "assert.deepEqual($1, $2);");
    writeFileSync(path.join(project, "readme.mjs"), `import assert from "node:assert/strict";\n${checked}`);
    run(process.execPath, ["readme.mjs"]);
  });

  it("has types that hold and that refuse", () => {
    writeFileSync(
      path.join(project, "stranger.mts"),
      `import { functionById, functions } from "activation-lens";

const rows: readonly (readonly number[])[] = functionById("softmax").jacobian([1, 2, 3]);
// @ts-expect-error one vector, not one number
functionById("softmax").value(1);
const pulled: readonly number[] = functionById("sparsemax").vjp([1, 2], [1, 0], { axis: -1 });
const [byA, byB]: readonly [number, number] = functionById("swiglu").partials(2, 1, { alpha: 1.702 });
// @ts-expect-error two halves
functionById("glu").value(1);
const elu = functionById("elu");
const ys: Float32Array = elu.values(Float32Array.of(1), { alpha: 1 }, 2);
// @ts-expect-error there is no third derivative
elu.values(ys, {}, 3);
// @ts-expect-error ELU has no slope
elu.value(1, { negative_slope: 1 });
// @ts-expect-error it may not exist
functionById("anything" as string).name;
const names: readonly string[] = functions.map((fn) => fn.name);
// @ts-expect-error the list is not to be changed
functions.push(elu);
console.log(rows, pulled, byA, byB, names);
`,
    );
    const config = { strict: true, module: "nodenext", noEmit: true, lib: ["es2022", "dom"], types: [] };
    writeFileSync(
      path.join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: config, files: ["stranger.mts"] }),
    );
    run(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
  });

  it("costs nothing where nothing of it is used, and imports nothing", async () => {
    const file = path.join(project, "unused.mjs");
    writeFileSync(file, `import { functionById } from "activation-lens";\nexport const nothing = 1;\n`);
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
    });
    assert.match(outputFiles[0]!.text, /^var \w=1;export\{\w as nothing\};\n$/);
    const engine = readFileSync(path.join(project, "node_modules/activation-lens/dist/engine.mjs"), "utf8");
    assert.doesNotMatch(engine, /^\s*import\b|\brequire\(|\bimport\(/m);
  });
});
