/** Running programs whose time is taken from outside, or by themselves. */
import { execFile, spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../../scripts/setup/build.mjs";
import type { Time } from "../measure.ts";
import type { ColdTimes } from "./cold.ts";

/** Where a program of this folder lies once it is built. */
export const built = (program: string) => path.join(root, "build/bench", `${program}.mjs`);

/** @returns the JSON that a program of this folder prints */
async function printed(program: string, args: readonly string[]): Promise<unknown> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [built(program), ...args]);
    return JSON.parse(stdout);
  } catch (error) {
    const { stderr = String(error) } = error as { readonly stderr?: string };
    // Minified code is shown as one line of a hundred thousand characters.
    const lines = stderr.split("\n").filter((line) => line.trim() !== "" && line.length < 300);
    throw new Error(`${program} failed:\n${lines.join("\n")}`, { cause: error });
  }
}

export async function coldTimes(...args: readonly string[]): Promise<ColdTimes> {
  return (await printed("cold", args)) as ColdTimes;
}

export async function coldParse(file: string): Promise<Time> {
  return (await printed("cold-parse", [file])) as Time;
}

/** A whole run of a Node program, from its start to its end; what it prints is thrown away. */
export function nodeRun(...args: readonly string[]): Promise<Time> {
  return run(process.execPath, ["--import", pathToFileURL(built("cpu-probe")).href, ...args]);
}

/** @param command says its processor time in milliseconds on descriptor 3 */
export async function run(command: string, args: readonly string[]): Promise<Time> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const cpu = Number(await text(child.stdio[3] as Readable));
  const code = await ended;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code ?? "a signal"}`);
  return { cpu, wall: performance.now() - start };
}
