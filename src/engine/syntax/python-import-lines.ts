/** Which lines of a Python text may import something: told from the text, before it is parsed. */

import { identifierCharacter } from "./walker.ts";

/** The lines with `import` in them, those that a backslash joins to them, and the names in brackets behind it. */
export function importLines(text: string): string {
  let lines = "";
  let at = nextImport(text, 0);
  while (at >= 0) {
    let start = text.lastIndexOf("\n", at);
    while (start > 0 && isJoined(text, start)) start = text.lastIndexOf("\n", start - 1);
    let end = lineEnd(text, listEnd(text, at + "import".length));
    while (isJoined(text, end)) end = lineEnd(text, end + 1);
    lines += text.slice(start + 1, end + 1);
    at = nextImport(text, end);
  }
  return lines;
}

/** Where the word stands next; `important` is another. */
function nextImport(text: string, from: number): number {
  let at = text.indexOf("import", from);
  while (
    at >= 0 &&
    (identifierCharacter.test(text[at + 6] ?? "") || identifierCharacter.test(text[at - 1] ?? ""))
  ) {
    at = text.indexOf("import", at + 6);
  }
  return at;
}

/** Where a list in brackets ends that begins there; where it does not end, the text does. */
function listEnd(text: string, from: number): number {
  let at = from;
  while (" \t\r\n\\".includes(text[at] ?? "none")) at++;
  if (text[at] !== "(") return from;
  while (at < text.length && text[at] !== ")") at = text[at] === "#" ? lineEnd(text, at) : at + 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Whether the line that ends there goes on in the next. */
function isJoined(text: string, end: number): boolean {
  return end < text.length && text[text[end - 1] === "\r" ? end - 2 : end - 1] === "\\";
}
