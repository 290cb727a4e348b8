/** SciPy and NumPy, in a Python that has them. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import type { FunctionId } from "../../src/engine/functions/index.ts";
import type { Subject } from "./subject.ts";

interface Answer {
  readonly version: string;
  /** What it can compute. */
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

function ask(format: Subject["format"], values: Readonly<Record<string, readonly number[]>>): Answer {
  const text = execFileSync("python3", [path.join(root, "bench/numeric/scientific-python.py")], {
    input: JSON.stringify({ format, values }),
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["pipe", "pipe", "pipe"],
  });
  return JSON.parse(text) as Answer;
}

/** @throws Error where there is no Python with SciPy */
export function scipySubject(format: Subject["format"]): Subject {
  const { version, names } = ask(format, {});
  return {
    name: `SciPy ${format}`,
    version,
    format,
    roundsParameters: true,
    evaluate: (id: FunctionId, order, xs) => {
      const numbers = order === 0 && names.includes(id) ? ask(format, { [id]: xs }).values[id] : undefined;
      // Python writes "inf", which is no number here.
      return Promise.resolve(numbers?.map((text) => Number(text.replace("inf", "Infinity"))));
    },
  };
}
