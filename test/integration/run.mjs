// @ts-check
// Runs the specs of this folder in a real extension host:
//   node test/integration/run.mjs --host node|web [--vscode newest|minimum] [--grep TEXT] [--extension FOLDER]
// In a desktop VS Code where there is one (VSCODE_EXECUTABLE, else downloaded by @vscode/test-electron), else in the VS Code
// server from npm, behind test/host/shim.mjs.
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasScreen } from "../../scripts/setup/machine.mjs";
import { onStopRequest, temporaryFolder } from "../../scripts/setup/processes.mjs";
import { describe } from "../../scripts/setup/problem.mjs";
import { installServer } from "../host/install.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const linePrefix = "activation-lens| ";

const { values } = parseArgs({
  options: {
    host: { type: "string", default: "node" },
    vscode: { type: "string", default: "newest" },
    grep: { type: "string" },
    extension: { type: "string", default: root },
  },
});
const edition = values.vscode === "minimum" ? "minimum" : "newest";

/** @returns {Promise<string>} the executable to run the suite with */
async function vscodeExecutable() {
  const named = process.env["VSCODE_EXECUTABLE"];
  if (named) return named;
  const shim = path.join(root, "test/host/shim.mjs");
  // A desktop VS Code without a screen is of no use.
  if (!hasScreen()) {
    await installServer(edition);
    return shim;
  }
  try {
    return await downloadAndUnzipVSCode({ version: edition === "newest" ? "stable" : minimumVersion() });
  } catch (error) {
    console.log(`No desktop VS Code can be had (${error instanceof Error ? error.message : error}).`);
    await installServer(edition);
    return shim;
  }
}

/** @returns {string} the oldest VS Code that the manifest admits */
function minimumVersion() {
  const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return engines.vscode.replace(/^\D*/, "");
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the suite and all its specs in one file
 */
async function bundle(folder) {
  const specs = readdirSync(here).filter((name) => name.endsWith(".test.ts"));
  const options = JSON.stringify({ host: values.host, grep: values.grep ?? null, linePrefix });
  const loadSpecs = specs.map((name) => `require(${JSON.stringify(`./${name}`)});`).join(" ");
  const web = values.host === "web";
  const outfile = path.join(folder, "suite.js");
  await build({
    stdin: {
      contents: `import { runSuite } from "./suite.ts";
        export const run = () => runSuite({ ...${options}, loadSpecs() { ${loadSpecs} } });`,
      resolveDir: here,
    },
    outfile,
    bundle: true,
    format: "cjs",
    target: "es2022",
    sourcemap: "inline",
    logLevel: "warning",
    ...(web
      ? {
          platform: "browser",
          external: ["vscode"],
          alias: {
            mocha: path.join(here, "web/mocha.ts"),
            "node:assert/strict": path.join(here, "web/assert.ts"),
          },
          // Else mocha's browser build takes the bundle's exports for its own.
          define: { exports: "undefined", module: "undefined" },
        }
      : {
          platform: "node",
          external: ["vscode"],
          // Mocha loads parts of itself by name: it stays where it is installed.
          plugins: [
            {
              name: "installed-mocha",
              setup: ({ onResolve }) =>
                onResolve({ filter: /^mocha$/ }, () => ({
                  path: path.join(root, "node_modules/mocha/index.js"),
                  external: true,
                })),
            },
          ],
        }),
  });
  return outfile;
}

async function main() {
  const folder = temporaryFolder("integration");
  // VS Code runs a suite in the host of the extension whose folder holds it, hence not in a folder of the system's.
  const suiteFolder = temporaryFolder("suite", path.join(values.extension, "build"));
  const workspace = path.join(folder, "workspace");
  cpSync(path.join(here, "workspace"), workspace, { recursive: true });
  const vscodeExecutablePath = await vscodeExecutable();
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: path.resolve(values.extension),
    extensionTestsPath: await bundle(suiteFolder),
    launchArgs: [
      workspace,
      ...(values.host === "web" ? ["--extensionDevelopmentKind=web"] : []),
      `--user-data-dir=${path.join(folder, "profile")}`,
      `--extensions-dir=${path.join(folder, "extensions")}`,
    ],
    extensionTestsEnv: { VSCODE_EDITION: edition },
  });
}

// The shim was asked as well and is ending what it started: wait for it.
onStopRequest(() => undefined);
await main().catch((error) => {
  console.error(describe(error));
  process.exitCode = 1;
});
