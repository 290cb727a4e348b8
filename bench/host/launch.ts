/** A real VS Code with the built extension, an empty one and the suite. */
import { build } from "esbuild";
import { execFile } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/setup/build.mjs";
import { temporaryFolder } from "../../scripts/setup/processes.mjs";
import { installServer } from "../../test/host/install.mjs";
import { built } from "../programs/run.ts";
import type { HostOrders, HostResult } from "./suite.ts";

export const ids = { lens: "activation-lens.activation-lens", empty: "bench.empty" } as const;

/** What every start needs: an executable, a folder with both extensions. */
export interface Host {
  readonly executable: string;
  readonly extensions: string;
  readonly suite: string;
}

export async function prepareHost(): Promise<Host> {
  const named = process.env["VSCODE_EXECUTABLE"];
  if (!named) await installServer("newest");
  // Of one folder VS Code takes every extension in it; the suite lies in one of them, and runs in that one's host.
  const extensions = temporaryFolder("bench");
  const lens = path.join(extensions, "lens");
  for (const part of ["package.json", "dist", "media"]) {
    cpSync(path.join(root, part), path.join(lens, part), { recursive: true });
  }
  const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    readonly engines: { readonly vscode: string };
  };
  const suite = path.join(extensions, "empty/suite.js");
  await build({
    entryPoints: [path.join(root, "bench/host/suite.ts")],
    outfile: suite,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    logLevel: "warning",
  });
  const manifest = { name: "empty", publisher: "bench", version: "1.0.0", engines, main: "./extension.js" };
  const write = (name: string, text: string) => {
    writeFileSync(path.join(extensions, "empty", name), text);
  };
  write("package.json", JSON.stringify({ ...manifest, activationEvents: [] }));
  write("extension.js", 'const vscode = require("vscode");\nexports.activate = () => vscode.version;\n');
  return { executable: named ?? path.join(root, "test/host/shim.mjs"), extensions, suite };
}

/** One start of VS Code on a folder. */
export async function runInHost(
  { executable, extensions, suite }: Host,
  workspace: string,
  given: Omit<HostOrders, "resultFile">,
): Promise<HostResult> {
  const folder = temporaryFolder("bench");
  const [ordersFile, resultFile] = [path.join(folder, "orders.json"), path.join(folder, "result.json")];
  writeFileSync(ordersFile, JSON.stringify({ ...given, resultFile }));
  const options = {
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extensions,
    extensionTestsPath: suite,
    launchArgs: [workspace, `--user-data-dir=${folder}/profile`, `--extensions-dir=${folder}/extensions`],
    extensionTestsEnv: { BENCH_ORDERS: ordersFile },
  };
  try {
    await promisify(execFile)(process.execPath, [built("host"), JSON.stringify(options)]);
    return JSON.parse(readFileSync(resultFile, "utf8")) as HostResult;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    const said = `${stdout}${stderr}`.trim().split("\n").slice(-15).join("\n");
    throw new Error(`the suite failed in VS Code:\n${said}`, { cause: error });
  }
}
