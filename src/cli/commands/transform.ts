import { Buffer } from "node:buffer";
import process from "node:process";
import { functionById, functions, type ParameterValues } from "../../engine/functions/index.ts";
import type { Digits } from "../../engine/transform/format.ts";
import { type Order, keepsCount } from "../../engine/transform/options.ts";
import { readParameterValue } from "../../engine/transform/parameter-value.ts";
import { transformText } from "../../engine/transform/transform.ts";
import { choice } from "../arguments.ts";
import { UsageError } from "../failure.ts";
import { didYouMean } from "../nearest.ts";
import { readInput, warn, write } from "../streams.ts";
import type { Command, ExitCode, Given } from "./define.ts";

/** Functions that can be applied to numbers where they stand. */
const ids = functions.filter(keepsCount).map(({ id }) => id);

/** Numbers through a function, from standard input to standard output. */
export const transform: Command = {
  name: "transform",
  operands: "FUNCTION",
  summary: "Applies a function to the numbers in the text on standard input; the rest of it stays as it is.",
  options: {
    param: { value: "NAME=NUMBER", help: "a parameter, if it is not to have its default", multiple: true },
    derivative: { value: "0|1|2", help: "the function itself (default), its first or second derivative" },
    digits: { value: "N|full", help: "significant digits of inexact results, default 6; full: float64" },
  },
  details: `Functions: ${ids.join(", ")}

Exact results print shortest. Where the text has brackets, only numbers inside them are transformed; never those in
quotes, comments, names, indices and keyword arguments. Softmax and its kin work along the innermost bracket, else the line.

Example:
  echo '[-2.0, 0.5, -0.3, 1.2]' | activation-lens transform relu
  [0, 0.5, 0, 1.2]`,
  run,
};

async function run([id, input = "-", ...more]: readonly string[], given: Given): Promise<ExitCode> {
  if (id === undefined) throw new UsageError(`which function? It is one of ${ids.join(", ")}.`);
  if (input !== "-" || more.length > 0) {
    throw new UsageError(
      "transform takes one FUNCTION and reads standard input: activation-lens transform relu < numbers.txt",
    );
  }
  checkFunction(id);
  const options = {
    function: id,
    params: readParameters(given["param"]!),
    order: Number(choice(given, "derivative", ["0", "1", "2"])) as Order,
    digits: readDigits(given["digits"]![0]),
  };
  // Asked before anything is read: wrong options must not wait for a text.
  const check = transformText("0", options);
  if (check.kind === "problem") throw new UsageError(check.message + parameterHint(id, check.reason));
  if (process.stdin.isTTY) warn("type or paste numbers, then Ctrl-D (Ctrl-Z and Enter on Windows).");
  const { text, encoding } = decode(await readInput());
  const result = transformText(text, options);
  if (result.kind === "problem" && result.reason !== "no-number") throw new UsageError(result.message);
  if (result.kind === "problem") warn(result.message);
  await write(Buffer.from(result.kind === "problem" ? text : result.text, encoding));
  return 0;
}

function checkFunction(id: string): void {
  if (functionById(id)) return;
  throw new UsageError(
    `there is no function ${id}.${didYouMean(id, ids)} The functions are ${ids.join(", ")}.`,
  );
}

function readParameters(given: readonly string[]): ParameterValues {
  const params = new Map<string, number>();
  for (const text of given) {
    const equals = text.indexOf("=");
    const name = text.slice(0, equals);
    const value = readParameterValue(text.slice(equals + 1));
    if (equals < 1 || value === undefined) {
      throw new UsageError(`--param needs NAME=NUMBER, such as --param negative_slope=0.2, not "${text}".`);
    }
    if (params.has(name)) throw new UsageError(`--param ${name} is given twice.`);
    params.set(name, value);
  }
  return Object.fromEntries(params);
}

function readDigits(text = "6"): Digits {
  return text === "full" ? text : text.trim() === "" ? NaN : Number(text);
}

function parameterHint(id: string, reason: string): string {
  const names = Object.keys(functionById(id)?.params ?? {});
  if (reason !== "parameter") return "";
  return names.length === 0 ? " It has no parameters." : ` Its parameters: ${names.join(", ")}.`;
}

/** Text whose every byte can be written back: UTF-8, or byte for byte where it is something else. */
function decode(bytes: Buffer): { text: string; encoding: "utf8" | "latin1" } {
  const text = bytes.toString("utf8");
  const valid = Buffer.from(text, "utf8").equals(bytes);
  return valid ? { text, encoding: "utf8" } : { text: bytes.toString("latin1"), encoding: "latin1" };
}
