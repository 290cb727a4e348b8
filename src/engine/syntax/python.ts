/** Python as detection reads it: in chunks that are parsed on their own. */
import type { Range } from "../range.ts";
import type { Chunk, CodePlace, ParsedCode, Syntax } from "./define.ts";
import type { Call, Expression, ItemExpression } from "./expression.ts";
import type { Scope } from "./outline.ts";
import type { ParsedText } from "./grammar.ts";
import { parse } from "./parser.ts";
import { boundNames, importedNames } from "./python-bound-names.ts";
import { chunkStarts } from "./python-chunks.ts";
import { definitionIn } from "./python-definition-line.ts";
import { importLines } from "./python-import-lines.ts";
import { maskMagics, writtenFile } from "./python-magics.ts";
import { outlineOf } from "./python-outline.ts";
import type { Statement } from "./program.ts";
import { programOf } from "./python-program.ts";
import { callAt, expressionAt, itemAt, placeAt } from "./python-reader.ts";

export const python: Syntax = {
  id: "python",
  frameworksOf: "python",
  modulesIn: importLines,
  isNameImported: true,
  importedNames,
  boundNames,
  writtenFile,
  chunksOf: (text, previous) => parseChunks(readableText(text), previous),
};

/** What the parser is given: of the same length, so that positions are the text's own. */
export function readableText(text: string): string {
  // The parser takes a byte order mark for an error.
  return maskMagics(text.startsWith("\uFEFF") ? `\n${text.slice(1)}` : text);
}

/** `: torch.Tensor`, or in quotes, of a parameter. */
const annotation = /\s*:\s*(["']?)([\p{L}_][\p{L}\p{N}_.]*)\1\s*[,=)]/uy;

/** Parsed when something of the tree is asked for. */
class PythonCode implements ParsedCode {
  readonly text: string;
  /** The definition, once it was looked for. */
  #definition: { readonly scope: Scope | undefined } | undefined;
  #parsed: ParsedText | undefined;
  /** What stood at its place when that was parsed last. */
  #earlier: ParsedText | undefined;

  constructor(text: string, previous: ParsedCode | undefined) {
    this.text = text;
    if (previous instanceof PythonCode) this.#earlier = previous.#parsed ?? previous.#earlier;
  }

  get parsed(): ParsedText {
    if (!this.#parsed) {
      this.#parsed = parse(this.text, this.#earlier);
      this.#earlier = undefined;
    }
    return this.#parsed;
  }

  get definition(): Scope | undefined {
    return (this.#definition ??= { scope: definitionIn(this.text) }).scope;
  }

  get outline(): Scope {
    return outlineOf(this.parsed);
  }

  get statements(): readonly Statement[] {
    return programOf(this.parsed);
  }

  expressionAt(range: Range): Expression | undefined {
    return expressionAt(this.parsed, range);
  }

  callAt(range: Range): Call | undefined {
    return callAt(this.parsed, range);
  }

  itemAt(range: Range): ItemExpression | undefined {
    return itemAt(this.parsed, range);
  }

  placeAt(offset: number): CodePlace {
    return placeAt(this.parsed, offset);
  }

  declaredAs({ end }: Range): string | undefined {
    annotation.lastIndex = end;
    return annotation.exec(this.text)?.[2];
  }
}

/**
 * What an edit has not touched stays as it was: chunks before it are kept, those behind it are moved. What stands twice is
 * two chunks.
 */
export function parseChunks(text: string, previous: readonly Chunk[] = []): Chunk[] {
  const same = previous.findIndex((chunk, index) => index === previous.length - 1 || !isAt(text, chunk, 0));
  // The last one that is the same is looked at again: what follows may belong to it now.
  const first = Math.max(0, same - 1);
  const by = text.length - lengthOf(previous);
  let last = previous.length;
  while (last > first && isAt(text, previous[last - 1]!, by)) last--;
  const behind = previous.slice(last).map(({ start, parsed }) => ({ start: start + by, parsed }));
  const starts = startsUntil(text, previous[first]?.start ?? 0, new Set(behind.map(({ start }) => start)));
  const end = starts.pop()!;
  const old = previous.slice(first, last);
  const known = new Map<string, ParsedCode[]>();
  for (const { parsed } of old) {
    const equal = known.get(parsed.text);
    if (equal) equal.push(parsed);
    else known.set(parsed.text, [parsed]);
  }
  const between = starts.map((start, index) => {
    const own = text.slice(start, starts[index + 1] ?? end);
    // What stood at a place before is likely the earlier version of what stands there now.
    return { start, parsed: known.get(own)?.shift() ?? new PythonCode(own, old[index]?.parsed) };
  });
  return [...previous.slice(0, first), ...between, ...behind.filter(({ start }) => start >= end)];
}

/** Starts of chunks up to the first that is known, which is the last of them; else the end of the text is. */
function startsUntil(text: string, from: number, known: ReadonlySet<number>): number[] {
  const starts: number[] = [];
  for (const start of chunkStarts(text, from)) {
    starts.push(start);
    if (known.has(start)) return starts;
  }
  return [...starts, text.length];
}

/** Whether the chunk stands in the text, so much further on. Slices compare as memory does. */
function isAt(text: string, { start, parsed }: Chunk, by: number): boolean {
  const at = start + by;
  return parsed.text !== "" && at >= 0 && text.slice(at, at + parsed.text.length) === parsed.text;
}

function lengthOf(chunks: readonly Chunk[]): number {
  const last = chunks.at(-1);
  return last ? last.start + last.parsed.text.length : 0;
}
