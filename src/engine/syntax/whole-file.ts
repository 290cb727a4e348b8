/** Languages whose files are read in one piece. */
import type { Range } from "../range.ts";
import type { Chunk, CodePlace, ParsedCode } from "./define.ts";
import type { Call, Expression, ItemExpression } from "./expression.ts";
import type { Grammar, ParsedText } from "./grammar.ts";
import type { Scope } from "./outline.ts";

/** How a language's tree is read; what each yields is said of `ParsedCode`. */
export interface TreeReader {
  outlineOf(parsed: ParsedText): Scope;
  expressionAt(parsed: ParsedText, range: Range): Expression | undefined;
  callAt(parsed: ParsedText, range: Range): Call | undefined;
  itemAt?(parsed: ParsedText, range: Range): ItemExpression | undefined;
  placeAt(parsed: ParsedText, offset: number): CodePlace;
}

class WholeFile implements ParsedCode {
  readonly parsed: ParsedText;
  readonly #reader: TreeReader;
  #outline: Scope | undefined;

  constructor(parsed: ParsedText, reader: TreeReader) {
    this.parsed = parsed;
    this.#reader = reader;
  }

  get text(): string {
    return this.parsed.text;
  }

  get outline(): Scope {
    return (this.#outline ??= this.#reader.outlineOf(this.parsed));
  }

  expressionAt(range: Range): Expression | undefined {
    return this.#reader.expressionAt(this.parsed, range);
  }

  callAt(range: Range): Call | undefined {
    return this.#reader.callAt(this.parsed, range);
  }

  itemAt(range: Range): ItemExpression | undefined {
    return this.#reader.itemAt?.(this.parsed, range);
  }

  placeAt(offset: number): CodePlace {
    return this.#reader.placeAt(this.parsed, offset);
  }
}

/** A text in one chunk, for `Syntax`. */
export function wholeFiles(grammar: Grammar, reader: TreeReader) {
  return (text: string, previous: readonly Chunk[] = []): readonly Chunk[] => {
    const before = previous[0]?.parsed;
    if (before?.text === text) return previous;
    const old = before instanceof WholeFile ? before.parsed : undefined;
    return [{ start: 0, parsed: new WholeFile(grammar.parse(text, old), reader) }];
  };
}
