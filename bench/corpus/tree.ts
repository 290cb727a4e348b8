/** A folder as a project's is: packages of files, half of them model code. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { modelFile } from "./model-file.ts";
import { plainFile } from "./plain-file.ts";
import { sequence } from "./random.ts";

const packages = 25;
const filesEach = 10;

export interface Tree {
  readonly files: number;
  readonly megabytes: number;
}

export function writeTree(folder: string): Tree {
  const next = sequence(3);
  let bytes = 0;
  for (let i = 0; i < packages * filesEach; i++) {
    const lines = Math.round(150 + 1200 * next() ** 2);
    const text = i % 2 === 0 ? modelFile(lines, i + 1) : plainFile(lines, i + 1);
    const file = path.join(folder, `package_${i % packages}`, `module_${i}.py`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += text.length;
  }
  return { files: packages * filesEach, megabytes: bytes / 1e6 };
}
