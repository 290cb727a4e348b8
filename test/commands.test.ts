// The commands on a fresh machine: a stage may not pass by crashing or by running nothing, and what is missing is named.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Runs a program in a Node of its own: it is an ES module, and may end the process. */
function run(
  source: string,
  env: Readonly<Record<string, string>> = {},
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, output: stdout + stderr };
}

describe("a stage of npm test", () => {
  /** What a suite prints and how it ends → what is counted. */
  const cases: readonly (readonly [name: string, program: string, counts: string])[] = [
    ["passes as it says", `console.log('##result {"passed":2,"failed":0}')`, "2 passed, 0 failed"],
    [
      "fails as it says",
      `console.log('##result {"passed":2,"failed":1}'); process.exit(1)`,
      "2 passed, 1 failed",
    ],
    ["has failed when it crashes", "process.abort()", "0 passed, 1 failed"],
    ["has failed when it ends well without a result", "", "0 passed, 1 failed"],
    [
      "has failed when it ran nothing",
      `console.log('##result {"passed":0,"failed":0}')`,
      "0 passed, 1 failed",
    ],
    [
      "has failed when it ends otherwise than it says",
      `console.log('##result {"passed":2,"failed":0}'); process.exit(1)`,
      "2 passed, 1 failed",
    ],
    [
      "has failed when it hides its failures",
      `console.log('##result {"passed":2,"failed":1}')`,
      "2 passed, 2 failed",
    ],
    ["has failed when it does not end", "setInterval(() => {}, 1000)", "0 passed, 1 failed"],
  ];
  for (const [name, program, expected] of cases) {
    it(name, () => {
      const { output } = run(`
        import { runStage } from "./scripts/test/run-stage.mjs";
        const stage = { id: "s", title: "S", kind: "suite", needs: [], minutes: 0.02, programs: () => [["-e", ${JSON.stringify(program)}]] };
        const { passed, failed } = await runStage(stage, { edition: "newest", env: {} });
        console.log(passed + " passed, " + failed + " failed");`);
      assert.equal(output.trimEnd().split("\n").at(-1), expected);
    });
  }

  it("leaves no process behind when it is ended, not even one that will not go", () => {
    const program = `
      const { pid } = require("node:child_process").spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], { stdio: "ignore" });
      console.log("started " + pid);
      setInterval(() => {}, 1000);`;
    const { output } = run(`
      import { runStage } from "./scripts/test/run-stage.mjs";
      const stage = { id: "s", title: "S", kind: "suite", needs: [], minutes: 0.02, programs: () => [["-e", ${JSON.stringify(program)}]] };
      await runStage(stage, { edition: "newest", env: {} });`);
    const pid = Number(/started (\d+)/.exec(output)?.[1]);
    assert.ok(pid > 0, output);
    assert.equal(isRunning(pid), false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended and whose parent did not ask how is still listed.
    return process.platform !== "linux" || !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe("what is missing", () => {
  it("an old Node is told which one is needed", () => {
    const { output } = run(`
      import { requireNode } from "./scripts/setup/node-version.mjs";
      for (const version of ["18.20.4", "20.18.3", "20.19.0", "22.1.0"])
        try { requireNode(version); console.log(version, "ok"); } catch (error) { console.log(version, error.message); }`);
    assert.match(output, /18\.20\.4 This is Node 18\.20\.4.*20\.19/);
    assert.match(output, /20\.18\.3 This is Node 20\.18\.3.*20\.19/);
    assert.match(output, /20\.19\.0 ok\n22\.1\.0 ok/);
  });

  it("too little space is told with how much is needed", () => {
    const { output } = run(`
      import { requireSpace } from "./scripts/setup/machine.mjs";
      try { requireSpace("/", 1e12, "Installing"); } catch (error) { console.log(error.message, error.advice); }`);
    assert.match(output, /not enough space at \/.*Installing needs about 1000000000000 MB, \d+ MB are free/);
  });

  it("a registry that cannot be reached is told so, with what to check", function () {
    this.timeout(60_000);
    const folder = mkdtempSync(path.join(tmpdir(), "activation-lens-registry-"));
    try {
      mkdirSync(path.join(folder, "cache"));
      writeFileSync(
        path.join(folder, "package.json"),
        JSON.stringify({ dependencies: { "left-pad": "1.3.0" } }),
      );
      writeFileSync(path.join(folder, "package-lock.json"), lockFile);
      const { output } = run(
        `import { install } from "./scripts/setup/install.mjs";
        import { describe } from "./scripts/setup/problem.mjs";
        await install(${JSON.stringify(folder)}, { title: "Installing", megabytes: 1 }).catch((error) => console.log(describe(error)));`,
        {
          npm_config_registry: "http://127.0.0.1:9/",
          npm_config_cache: path.join(folder, "cache"),
        },
      );
      assert.match(output, /The npm registry cannot be reached\.\n {2}→ Check the connection/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const lockFile = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    "": { dependencies: { "left-pad": "1.3.0" } },
    "node_modules/left-pad": { version: "1.3.0" },
  },
});
