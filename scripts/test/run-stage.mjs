// @ts-check
import { createInterface } from "node:readline";
import { root } from "../setup/build.mjs";
import { start, stop } from "../setup/processes.mjs";

/** @typedef {{ passed: number, failed: number }} Counts */

const resultMark = "##result ";
const keptLines = 200;

/**
 * Runs one stage and shows what it says.
 * @param {import("./stages.mjs").Stage} stage
 * @param {{ grep?: string | undefined, edition: string, env: Record<string, string> }} options
 * @returns {Promise<Counts>}
 */
export async function runStage(stage, options) {
  let counts = { passed: 0, failed: 0 };
  for (const program of stage.programs(options)) {
    const { passed, failed } = await runProgram(stage, program, options);
    counts = { passed: counts.passed + passed, failed: counts.failed + failed };
  }
  if (stage.kind === "check")
    return counts.failed === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return counts;
}

/**
 * @param {import("./stages.mjs").Stage} stage
 * @param {readonly string[]} program
 * @param {{ grep?: string | undefined, env: Record<string, string> }} options
 * @returns {Promise<Counts>}
 */
async function runProgram(stage, program, { grep, env }) {
  const child = start(process.execPath, program, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {Counts | undefined} */
  let result;
  /** @type {string[]} */
  const unshown = [];
  /** @param {string} line */
  const hear = (line) => {
    const own = line.startsWith(stage.linePrefix ?? "");
    const text = own ? line.slice(stage.linePrefix?.length ?? 0) : line;
    if (own && text.startsWith(resultMark)) result = JSON.parse(text.slice(resultMark.length));
    else if (own) console.log(text);
    else unshown.push(line);
    if (unshown.length > keptLines) unshown.shift();
  };
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on("line", hear);

  const timer = setTimeout(() => {
    console.log(`  ✗ not finished after ${stage.minutes} minutes: ended`);
    void stop(child);
  }, stage.minutes * 60_000);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  clearTimeout(timer);

  if (stage.kind === "check") return { passed: 0, failed: code === 0 ? 0 : 1 };
  const complaint = crash(result, code, grep);
  if (complaint === undefined) return result ?? { passed: 0, failed: 0 };
  for (const line of unshown) console.log(`  | ${line}`);
  console.log(`  ✗ ${complaint}`);
  return { passed: result?.passed ?? 0, failed: (result?.failed ?? 0) + 1 };
}

/**
 * A suite that ended otherwise than its counts say, or that ran nothing, has failed.
 * @param {Counts | undefined} result
 * @param {unknown} code
 * @param {string | undefined} grep
 */
function crash(result, code, grep) {
  if (result === undefined) return `ended (${code}) without a result`;
  if (result.failed === 0 && code !== 0) return `ended with ${code} although no test failed`;
  if (result.failed > 0 && code === 0) return "ended with 0 although tests failed";
  if (result.passed + result.failed === 0 && grep === undefined) return "ran no test at all";
  return undefined;
}
