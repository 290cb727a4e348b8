// @ts-check
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";
import { start, temporaryFolder } from "./processes.mjs";
import { withProgress } from "./progress.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The product's own packages and tools. */
export const installPackages = () => install(root, { title: "Installing packages from npm", megabytes: 700 });

export const build = () => withProgress("Building", () => runNode("esbuild.config.js"));

/** @returns {Promise<string>} a .vsix of what was built, in a temporary folder */
export async function packageExtension() {
  const folder = temporaryFolder("vsix");
  await withProgress("Packaging the extension", () =>
    runNode("scripts/package.mjs", "--no-build", "--out", folder),
  );
  const vsix = readdirSync(folder).find((name) => name.endsWith(".vsix"));
  if (vsix === undefined) throw new Error("scripts/package.mjs made no .vsix");
  return path.join(folder, vsix);
}

/**
 * Runs a Node program of this project; what it printed is in the error when it fails.
 * @param {readonly string[]} args
 */
export async function runNode(...args) {
  const child = start(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (data) => (output += String(data)));
  child.stderr?.on("data", (data) => (output += String(data)));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (code !== 0) throw new BuildError(`node ${args.join(" ")} failed (${code}):\n${output.trimEnd()}`);
}

/** The sources do not build; the message is the whole story, without a stack. */
class BuildError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.stack = message;
  }
}
