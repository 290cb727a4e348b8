/** Every Python file of a folder, read. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export function pythonTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}
