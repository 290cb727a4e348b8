/** Where two versions of a text differ. */

/** One replacement in a text: what stood from `start` to `end` became `length` units long. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The shortest single replacement that turns one text into the other. */
export function changeBetween(old: string, text: string): TextChange {
  const shorter = Math.min(old.length, text.length);
  const start = commonPrefix(old, text, shorter);
  const suffix = commonSuffix(old, text, shorter - start);
  return { start, end: old.length - suffix, length: text.length - suffix - start };
}

/** Slices compare as memory does, so most of a text is passed in strides. */
const stride = 4096;

function commonPrefix(a: string, b: string, limit: number): number {
  let at = 0;
  while (at + stride <= limit && a.slice(at, at + stride) === b.slice(at, at + stride)) at += stride;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
  const same = (size: number) =>
    a.slice(a.length - length - size, a.length - length) ===
    b.slice(b.length - length - size, b.length - length);
  while (length + stride <= limit && same(stride)) length += stride;
  while (length < limit && same(1)) length++;
  return length;
}
