// @ts-check
// Imports nothing of Node, so that an old Node gets as far as saying that it is old.
import { Problem } from "./problem.mjs";

/** The oldest Node that the pinned tools (eslint, mocha) start on. */
const oldest = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Problem(
    `This is Node ${version}; the build and its tests need Node ${oldest.join(".")} or newer.`,
    "Install a current Node (https://nodejs.org, or `nvm install --lts`) and run the command again.",
  );
}
