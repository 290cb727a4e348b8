/** Strings and comments: where they end. Every search is linear in the text, however many openings have no end. */
import { blank, closing, digit, kindOf, letter, newline, point, quote } from "./characters.ts";

const backslash = 92;
const apostrophe = 39;
const stringPrefix = /(?:^|[^\p{L}\p{N}_])(?:[rbuf]|r[bf]|[bf]r)$/iu;

/** Reads quoted text: `'…'`, `"…"` on one line, and `'''…'''`, `"""…"""` over several. */
export class StringReader {
  /** For each kind of quote: up to where it is known that no further one ends a string. */
  readonly #unclosedUntil = new Map<string, number>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the string that opens at `start` ends; just behind the quote where none does: an apostrophe, say. */
  endOf(start: number): number {
    const text = this.#text;
    const mark = text[start]!;
    const triple = mark.repeat(3);
    if (text.startsWith(triple, start)) return this.#endOfTriple(triple, start);
    if (this.#isApostrophe(start) || start < (this.#unclosedUntil.get(mark) ?? 0)) return start + 1;
    const code = text.charCodeAt(start);
    for (let i = start + 1; i < text.length; i++) {
      const at = text.charCodeAt(i);
      if (at === code) return i + 1;
      if (at === backslash) i++;
      else if (kindOf(at) === newline) return this.#unclosed(mark, start, i);
    }
    return this.#unclosed(mark, start, text.length);
  }

  #endOfTriple(triple: string, start: number): number {
    if (start >= (this.#unclosedUntil.get(triple) ?? 0)) {
      const end = this.#text.indexOf(triple, start + 3);
      if (end >= 0) return end + 3;
      this.#unclosedUntil.set(triple, this.#text.length);
    }
    return start + 3;
  }

  #unclosed(mark: string, start: number, until: number): number {
    this.#unclosedUntil.set(mark, until);
    return start + 1;
  }

  /** `it's`, but not `b'…'` */
  #isApostrophe(start: number): boolean {
    const text = this.#text;
    const between =
      text.charCodeAt(start) === apostrophe &&
      kindOf(text.charCodeAt(start - 1)) === letter &&
      kindOf(text.charCodeAt(start + 1)) === letter;
    return between && !stringPrefix.test(text.slice(Math.max(0, start - 3), start));
  }
}

export function endOfLine(text: string, start: number): number {
  let i = start;
  while (i < text.length && kindOf(text.charCodeAt(i)) !== newline) i++;
  return i;
}

/** Where the block comment that opens at `start` ends, or just behind the slash where it never does. */
export class BlockComments {
  #unclosed = false;

  endOf(text: string, start: number): number {
    const end = this.#unclosed ? -1 : text.indexOf("*/", start + 2);
    if (end >= 0) return end + 2;
    this.#unclosed = true;
    return start + 1;
  }
}

const divisor = /[ \t]*[-+]?(?:[\d.([]|[\p{L}_][\p{L}\p{N}_.]*[ \t]*(?:[-+*/%,)\]}([]|$))/muy;

/**
 * Whether the `//` at `start` divides, as in Python, rather than begins a comment, as in C: it stands behind an operand,
 * and before a number, a bracket, or a name that the expression goes on after. `0.5 // layer 2` is a comment.
 * @param before kind of the last character before it that is no blank
 */
export function isDivision(text: string, start: number, before: number): boolean {
  const operand =
    before === digit || before === letter || before === closing || before === point || before === quote;
  divisor.lastIndex = start + 2;
  return operand && divisor.test(text);
}

/** The first place from `start` on that is no blank. */
export function skipBlanks(text: string, start: number): number {
  let i = start;
  while (kindOf(text.charCodeAt(i)) === blank) i++;
  return i;
}
