/** Writing code back into its file, and only what was read from there. */
import { Buffer } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import type { Cell } from "../../engine/languages/files.ts";
import { withSources } from "../../engine/notebook/write.ts";
import { reasonOf } from "./reason.ts";
import { textOf } from "./read.ts";

/** @returns why it was not written; undefined where it was */
export function writeCells(
  file: string,
  cells: readonly Cell[],
  changed: readonly string[],
): string | undefined {
  try {
    const bytes = readFileSync(file);
    const all = bytes.toString("utf8");
    if (!Buffer.from(all, "utf8").equals(bytes)) return "it is not all UTF-8";
    const text = textOf(all);
    if (text.kind === "unreadable") return text.reason;
    const [first] = cells;
    if (!first) return undefined;
    const written =
      first.index === null ? codeFile(text.text, first, changed) : notebook(text.text, cells, changed);
    if (written === undefined) return "the fixes could not be put into it without changing more of it";
    writeFileSync(file, all.slice(0, all.length - text.text.length) + written);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function codeFile(text: string, { source }: Cell, [changed]: readonly string[]): string | undefined {
  return text === source ? changed : undefined;
}

function notebook(text: string, cells: readonly Cell[], changed: readonly string[]): string | undefined {
  const others = cells.flatMap(({ index, source }, i) => {
    return index !== null && changed[i] !== source ? [[index, changed[i]!] as const] : [];
  });
  return withSources(text, new Map(others));
}
