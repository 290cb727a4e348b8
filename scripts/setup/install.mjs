// @ts-check
// Brings packages from the npm registry, and nothing else from anywhere.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { requireSpace } from "./machine.mjs";
import { Problem } from "./problem.mjs";
import { start } from "./processes.mjs";
import { withProgress } from "./progress.mjs";

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */

/**
 * Makes the node_modules of a folder equal to its lock file. Quick when it is so already: npm itself leaves in
 * node_modules the list of what it finished installing.
 * @param {string} folder with package.json and package-lock.json
 * @param {{ title: string, megabytes: number, log?: (line: string) => void }} options
 */
export async function install(folder, { title, megabytes }) {
  const wanted = lockedPackages(path.join(folder, "package-lock.json"));
  if (isInstalled(folder, wanted)) return;
  requireSpace(folder, megabytes, title);
  const places = Object.keys(wanted).filter((place) => !wanted[place]?.optional);
  const here = () => places.filter((place) => existsSync(path.join(folder, place, "package.json"))).length;
  await withProgress(
    title,
    () => npm(["ci"], folder),
    () => `${here()} of ${places.length} packages`,
  );
}

/**
 * @param {readonly string[]} args
 * @param {string} folder where npm runs
 */
export async function npm(args, folder) {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  // Tell within a minute when the registry cannot be reached: npm's own waits are longer.
  const patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=4000"];
  const { command, before, shell } = npmProgram();
  const child = start(command, [...before, ...args, ...quiet, ...patience], {
    cwd: folder,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (data) => (output += String(data)));
  child.stderr?.on("data", (data) => (output += String(data)));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? "error"));
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (code !== 0) throw npmProblem(String(code), output, folder);
}

/** The npm that runs this script, else the one on the PATH. */
function npmProgram() {
  const running = process.env["npm_execpath"];
  if (running !== undefined && /npm-cli\.c?js$/.test(running)) {
    return { command: process.execPath, before: [running], shell: false };
  }
  return { command: "npm", before: [], shell: process.platform === "win32" };
}

/** @type {readonly (readonly [pattern: RegExp, what: string, advice: string])[]} */
const knownFailures = [
  [
    /^ENOENT/,
    "npm was not found.",
    "Install npm (it comes with Node from https://nodejs.org) and put it on the PATH.",
  ],
  [
    /ENOSPC/,
    "The disk is full.",
    "Free some space and run the command again; `npm cache clean --force` helps too.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH/,
    "The npm registry cannot be reached.",
    "Check the connection, `npm config get registry` and, behind a proxy, `npm config get https-proxy`.",
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    "The npm registry's certificate is not trusted here.",
    "Behind a proxy that signs its own certificates, name its authority in NODE_EXTRA_CA_CERTS or `npm config set cafile`.",
  ],
  [
    /E401|E403/,
    "The npm registry refuses access.",
    "Check `npm config get registry` and the login for it (`npm login`).",
  ],
  [
    /E404/,
    "The npm registry lacks a package that the lock file names.",
    "Check `npm config get registry`: a mirror may be incomplete.",
  ],
  [/EINTEGRITY/, "A package arrived damaged.", "Run `npm cache verify`, then the command again."],
  [
    /EACCES|EPERM|EROFS/,
    "npm may not write here.",
    "Check who owns this folder and npm's cache (`npm config get cache`).",
  ],
];

/**
 * @param {string} code
 * @param {string} output
 * @param {string} folder
 */
function npmProblem(code, output, folder) {
  const known = knownFailures.find(([pattern]) => pattern.test(code) || pattern.test(output));
  const said = output.trim().split("\n").slice(-15).join("\n");
  const [, what, advice] = known ?? [
    undefined,
    `npm could not install the packages of ${folder} (exit ${code}).`,
    "What npm said is above.",
  ];
  if (said) process.stderr.write(`${said}\n`);
  return new Problem(what, advice);
}

/**
 * @param {string} file a package-lock.json, or the one npm leaves in node_modules
 * @returns {Record<string, LockedPackage>} place → package
 */
function lockedPackages(file) {
  const { packages = {} } = JSON.parse(readFileSync(file, "utf8"));
  delete packages[""];
  return packages;
}

/**
 * @param {string} folder
 * @param {Record<string, LockedPackage>} wanted
 */
function isInstalled(folder, wanted) {
  const finished = path.join(folder, "node_modules/.package-lock.json");
  if (!existsSync(finished)) return false;
  const present = lockedPackages(finished);
  return Object.entries(wanted).every(
    ([place, { version, ...rest }]) => !isForHere(rest) || present[place]?.version === version,
  );
}

/** @param {LockedPackage} locked */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  return libc === undefined && !!os?.includes(process.platform) && !!cpu?.includes(process.arch);
}
