/** Reading one file, if it is text of a reasonable size. */
import { readFileSync, statSync } from "node:fs";
import { reasonOf } from "./reason.ts";

/** Source files this long are data; notebooks with pictures in them come close. */
const mostBytes = 32 * 2 ** 20;

export type Text =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "unreadable"; readonly reason: string };

export function readText(file: string): Text {
  try {
    const stat = statSync(file);
    // Asked first: a pipe that nobody writes to would hold the program for ever.
    if (!stat.isFile()) return { kind: "unreadable", reason: "not a regular file" };
    if (stat.size > mostBytes) {
      const long = `${(stat.size / 2 ** 20).toFixed(1)} MiB`;
      return {
        kind: "unreadable",
        reason: `${long} are too long; up to ${mostBytes / 2 ** 20} MiB are read`,
      };
    }
    return textOf(readFileSync(file, "utf8"));
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  }
}

/** @param text decoded from UTF-8; a byte-order mark is left out, as editors do */
export function textOf(text: string): Text {
  // As Git tells binary files: a zero near the beginning.
  if (text.slice(0, 8000).includes("\0")) return { kind: "unreadable", reason: "a binary file" };
  return { kind: "text", text: text.startsWith("\uFEFF") ? text.slice(1) : text };
}
