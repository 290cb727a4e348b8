/** Where an import is added: behind the last one before the use, else at the top. */
import type { CellAnalysis } from "../detect/analysis.ts";
import type { Range } from "../range.ts";
import type { ParsedCode } from "../syntax/define.ts";
import type { Scope } from "../syntax/outline.ts";
import type { Edit } from "./define.ts";
import { chunksOf } from "./site.ts";
import type { Writer } from "./writers/index.ts";

/**
 * Places for an import, the best first: where it is seen from the use is for the caller to try.
 * @param line without its end
 */
export function importEdits(cell: CellAnalysis, writer: Writer, use: number, line: string): readonly Edit[] {
  const inner = writer.importsInside ? lastImport(cell, use, true) : -1;
  const outer = lastImport(cell, use, false);
  const places = inner > outer ? [inner, outer] : [outer];
  return places.map((last) => editBehind(cell, writer, use, line, last));
}

function editBehind(
  { text }: CellAnalysis,
  { top }: Writer,
  ...[use, line, last]: [number, string, number]
): Edit {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  if (last >= 0) {
    const rest = text.slice(last).search(/[\r\n]/);
    // An import that shares its line with the use stands before all of it.
    if (rest >= 0 && last + rest <= use) {
      const end = last + rest;
      const [indent] = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", last - 1) + 1))!;
      return { range: { start: end, end }, text: newline + indent + line };
    }
  }
  const start = top.exec(text)![0].length;
  return { range: { start, end: start }, text: line + newline };
}

/**
 * Where the last import ends that stands before the use; -1: there is none.
 * @param isInside also in what the file has in it, and not on lines of the file itself alone
 */
function lastImport(cell: CellAnalysis, use: number, isInside: boolean): number {
  let end = -1;
  for (const { start, parsed } of chunksOf(cell)) {
    const last = importsIn(parsed.outline, isInside)
      .filter(({ range }) => start + range.start <= use)
      .reduce<Place | undefined>(
        (one, other) => (one && one.range.end > other.range.end ? one : other),
        undefined,
      );
    if (!last) continue;
    // What holds throughout is in effect before it stands there.
    const { at, range } = last;
    const own = start + (at > range.start ? at : statementEnd(parsed, range.end));
    if (own <= use) end = Math.max(end, own);
  }
  return end;
}

interface Place {
  readonly at: number;
  readonly range: Range;
}

/** A name of no length stands nowhere. */
function importsIn({ imports, stars, children }: Scope, isInside: boolean, base = 0): Place[] {
  const own = [...imports, ...stars]
    .filter(({ block, range }) => (isInside || !block.parent) && range.end > range.start)
    .map(({ at, range }) => ({
      at: at + base,
      range: { start: range.start + base, end: range.end + base },
    }));
  if (!isInside) return own;
  return [...own, ...children.flatMap(({ scope, offset }) => importsIn(scope, isInside, base + offset))];
}

/** The end of the statement that a name is imported by. */
function statementEnd(code: ParsedCode, name: number): number {
  let end = name;
  while (end < code.text.length && code.placeAt(end).kind === "import") end++;
  // What touches it is not part of it.
  while (end > name && /\s/.test(code.text[end - 1]!)) end--;
  return end;
}
