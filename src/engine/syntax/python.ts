/** Python as detection reads it: in chunks that are parsed on their own. */
import type { Range } from "../range.ts";
import type { Chunk, CodePlace, ParsedCode, Syntax } from "./define.ts";
import type { Call, Expression, ItemExpression } from "./expression.ts";
import type { Scope } from "./outline.ts";
import type { ParsedText } from "./grammar.ts";
import { parse } from "./parser.ts";
import { chunkStarts } from "./python-chunks.ts";
import { importLines, importedNames } from "./python-import-lines.ts";
import { maskMagics, writtenFile } from "./python-magics.ts";
import { outlineOf } from "./python-outline.ts";
import type { Statement } from "./program.ts";
import { programOf } from "./python-program.ts";
import { callAt, expressionAt, itemAt, placeAt } from "./python-reader.ts";

export const python: Syntax = {
  id: "python",
  frameworksOf: "python",
  modulesIn: importLines,
  importedNames,
  writtenFile,
  chunksOf: (text, previous) => parseChunks(readableText(text), previous),
};

/** What the parser is given: of the same length, so that positions are the text's own. */
export function readableText(text: string): string {
  // The parser takes a byte order mark for an error.
  return maskMagics(text.startsWith("\uFEFF") ? `\n${text.slice(1)}` : text);
}

class PythonCode implements ParsedCode {
  readonly parsed: ParsedText;

  constructor(parsed: ParsedText) {
    this.parsed = parsed;
  }

  get text(): string {
    return this.parsed.text;
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
}

/** A chunk that reads the same as one before is not parsed again. */
export function parseChunks(text: string, previous: readonly Chunk[] = []): Chunk[] {
  const known = new Map(previous.map(({ parsed }) => [parsed.text, parsed]));
  const starts = chunkStarts(text);
  return starts.map((start, index) => {
    const own = text.slice(start, starts[index + 1]);
    return { start, parsed: known.get(own) ?? new PythonCode(parse(own, parsedOf(previous[index]))) };
  });
}

/** What stood at a place before: likely the earlier version of what stands there now. */
function parsedOf(chunk: Chunk | undefined): ParsedText | undefined {
  return chunk?.parsed instanceof PythonCode ? chunk.parsed.parsed : undefined;
}
