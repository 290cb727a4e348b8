/** Where an import is added: behind the last one of the module before the use, else at the top. */
import type { ParsedText } from "../syntax/grammar.ts";
import { outlineOf } from "../syntax/python-outline.ts";
import type { Edit } from "./define.ts";

/** @param line without its end */
export function importEdit(parsed: ParsedText, use: number, line: string): Edit {
  const { text } = parsed;
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const { imports, stars } = outlineOf(parsed);
  const last = [...imports, ...stars]
    .filter(({ at, block }) => !block.parent && at <= use)
    .reduce((end, { at }) => Math.max(end, at), -1);
  if (last >= 0) {
    const rest = text.slice(last).search(/[\r\n]/);
    // An import that shares its line with the use stands before all of it.
    if (rest >= 0 && last + rest <= use) {
      const end = last + rest;
      return { range: { start: end, end }, text: newline + line };
    }
  }
  const start = topOf(text);
  return { range: { start, end: start }, text: line + newline };
}

/** Behind the comments, the docstring and the imports from the future that a module must begin with. */
function topOf(text: string): number {
  const head =
    /^(?:\uFEFF)?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)|[ \t]*%[^\r\n]*(?:\r\n|\n|\r)|[rRuU]?(?:"""[^]*?"""|'''[^]*?''')[ \t]*(?:\r\n|\n|\r))*/;
  return head.exec(text)![0].length;
}
