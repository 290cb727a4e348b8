/** Reading one file, if it is text of a reasonable size. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { reasonOf } from "./reason.ts";

/** Source files this long are data; notebooks with pictures in them come close. */
const mostBytes = 32 * 2 ** 20;

export type Text =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "unreadable"; readonly reason: string };

export function readText(file: string): Text {
  let descriptor: number | undefined;
  try {
    // Without waiting: a pipe that nobody writes to would hold the program for ever.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK || 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: "unreadable", reason: "not a regular file" };
    if (stat.size > mostBytes) return { kind: "unreadable", reason: tooLong(stat.size) };
    return textOf(readFileSync(descriptor));
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** UTF-8, with any byte-order mark left out as editors do. Bytes that are no UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array): Text {
  if (bytes.length > mostBytes) return { kind: "unreadable", reason: tooLong(bytes.length) };
  // As Git tells binary files: a zero byte near the beginning.
  if (bytes.subarray(0, 8000).includes(0)) return { kind: "unreadable", reason: "a binary file" };
  return { kind: "text", text: new TextDecoder().decode(bytes) };
}

function tooLong(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB are too long; up to ${mostBytes / 2 ** 20} MiB are read`;
}
