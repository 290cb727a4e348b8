// @ts-check
// What the machine must bring itself; everything else comes from the npm registry.
import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";

/**
 * @param {string} folder where something is to be written
 * @param {number} megabytes
 * @param {string} purpose
 */
export function requireSpace(folder, megabytes, purpose) {
  let existing = folder;
  while (!existsSync(existing)) existing = path.dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = (bavail * bsize) / 1e6;
  if (free >= megabytes) return;
  throw new Problem(
    `There is not enough space at ${existing}: ${purpose} needs about ${megabytes} MB, ${Math.floor(free)} MB are free.`,
    "Free some space, or move the checkout (or the folder named in TMPDIR) to a larger disk.",
  );
}

/** Whether a program can show a window here. */
export function hasScreen() {
  return process.platform !== "linux" || !!process.env["DISPLAY"] || !!process.env["WAYLAND_DISPLAY"];
}

/** Why the VS Code server from npm cannot run here; undefined where it can. */
export function serverObstacle() {
  const { platform, arch } = process;
  if (platform !== "linux" || arch !== "x64") return `it runs on Linux x64 only, this is ${platform} ${arch}`;
  const header = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
    .header;
  if (!header.glibcVersionRuntime) return "its Node needs glibc, which this Linux does not use";
  return undefined;
}
