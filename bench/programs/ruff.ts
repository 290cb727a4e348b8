/**
 * ruff's WebAssembly build over a folder: node ruff.mjs FOLDER PACKAGE. Says on descriptor 3 what the second time over all
 * files took: in the first, the engine compiles ten megabytes of it.
 */
import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import { timed } from "../measure.ts";
import { pythonTexts } from "./files.ts";

interface Ruff {
  readonly Workspace: {
    new (settings: unknown, encoding: number): { check(text: string): readonly unknown[] };
    defaultSettings(): unknown;
  };
  readonly PositionEncoding: { readonly Utf16: number };
}

const [folder, installed] = process.argv.slice(2);
const { Workspace, PositionEncoding } = createRequire(import.meta.url)(installed!) as Ruff;
const workspace = new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16);
const check = (): void => {
  for (const text of pythonTexts(folder!)) workspace.check(text);
};
check();
const { cpu } = await timed({ run: check });
writeSync(3, String(cpu));
