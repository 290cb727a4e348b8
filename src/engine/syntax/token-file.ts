/** Languages that are read by their tokens, each file in one piece. */
import type { Range } from "../range.ts";
import type { Chunk, CodePlace, ParsedCode } from "./define.ts";
import type { Call, Expression, ItemExpression } from "./expression.ts";
import type { Scope } from "./outline.ts";
import { ExpressionReader, type Notation } from "./token-expressions.ts";
import type { TokenOutline } from "./token-outline.ts";
import { type Lexicon, Tokens } from "./tokens.ts";

export interface TokenLanguage {
  readonly lexicon: Lexicon;
  readonly notation: Notation;
  readonly outlineOf: (reader: ExpressionReader) => TokenOutline;
}

class TokenFile implements ParsedCode {
  readonly text: string;
  readonly #language: TokenLanguage;
  #reader: ExpressionReader | undefined;
  #read: { readonly outline: Scope; readonly imports: readonly Range[] } | undefined;

  constructor(text: string, language: TokenLanguage) {
    this.text = text;
    this.#language = language;
  }

  get #expressions(): ExpressionReader {
    const { lexicon, notation } = this.#language;
    return (this.#reader ??= new ExpressionReader(new Tokens(this.text, lexicon), notation));
  }

  #outlined(): { readonly outline: Scope; readonly imports: readonly Range[] } {
    if (!this.#read) {
      const reading = this.#language.outlineOf(this.#expressions);
      this.#read = { outline: reading.outline(), imports: reading.imports };
    }
    return this.#read;
  }

  get outline(): Scope {
    return this.#outlined().outline;
  }

  expressionAt(range: Range): Expression | undefined {
    return this.#expressions.expressionAt(range);
  }

  callAt(range: Range): Call | undefined {
    return this.#expressions.callAt(range);
  }

  itemAt(range: Range): ItemExpression | undefined {
    return this.#expressions.itemAt(range);
  }

  placeAt(offset: number): CodePlace {
    const { tokens, notation } = this.#expressions;
    const isIn = ({ start, end }: Range) => start <= offset && offset < end;
    if (tokens.comments.some(isIn)) return { kind: "comment" };
    if (this.#outlined().imports.some(isIn)) return { kind: "import" };
    const token = tokens.at(offset);
    if (tokens.kinds[token] === "string" && tokens.starts[token]! <= offset)
      return { kind: "string", text: tokens.slice(token) };
    const isNamed = tokens.is(token + 1, notation.gives) && /^[(,;]$/.test(tokens.slice(token - 1));
    if (tokens.isWord(token) && isNamed) return { kind: "argument-name", text: tokens.slice(token) };
    return { kind: "other" };
  }
}

/** A text in one chunk, for `Syntax`. Reading tokens is so quick that no earlier version is of use. */
export function tokenFiles(language: TokenLanguage) {
  return (text: string, previous: readonly Chunk[] = []): readonly Chunk[] =>
    previous[0]?.parsed.text === text ? previous : [{ start: 0, parsed: new TokenFile(text, language) }];
}
