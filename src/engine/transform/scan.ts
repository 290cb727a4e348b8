/**
 * Finding the numbers of a text that a transform may touch.
 *
 * One pass over the characters, with a stack of open brackets: languages and print-outs are too many to parse, and what
 * matters is the same in all of them: brackets, commas, quotes, comments, `name=`. No data, and left alone, are:
 * - anything in quotes or in a comment (`#`, C's block comments, and `//` unless it is a division: `isDivision`);
 * - where there are brackets, whatever stands outside of them;
 * - keyword arguments, `name=` inside brackets, and `shape=(2, 3)` as print-outs of tensors have it;
 * - an index, `x[0]` (`isIndex`);
 * - a number that touches a letter, `_`, `:`, a quote or another point: `conv2d`, `cuda:0`, `1.2.3`, but not `{"a":1}`;
 * - complex numbers and dates.
 */
import { Brackets } from "./brackets.ts";
import * as kinds from "./characters.ts";
import { kindOf, unicodeMinus } from "./characters.ts";
import { continuesComplex, endOfDate, joins, NumberReader } from "./number.ts";
import { BlockComments, endOfLine, isDivision, skipBlanks, StringReader } from "./skip.ts";
import { readSpecial } from "./special.ts";
import { isTable } from "./table.ts";

/** The numbers of a text in their order; entry i of each list belongs to the i-th number. */
export interface Numbers {
  /** Where each begins, its sign included, and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly values: Float64Array;
  /** Numbers of one group stand directly in the same innermost bracket or, without brackets, on the same line. */
  readonly groups: Int32Array;
  /** Groups in which `...` stands for numbers that are not shown. */
  readonly abbreviated: ReadonlySet<number>;
  /** How many were left alone only because they stand outside of the text's brackets. */
  readonly outside: number;
  /** How this text spells NaN or infinity, without a sign. */
  readonly special: string;
  /** Its minus sign. */
  readonly minus: string;
}

/** Reads a text in steps, so that a long one can be stopped between them. */
export class Scanner {
  readonly #text: string;
  readonly #brackets = new Brackets();
  readonly #number = new NumberReader();
  readonly #strings: StringReader;
  readonly #blockComments = new BlockComments();
  #position = 0;
  /** kind of the last character that is no blank; a line's end counts only behind something that can end a line */
  #previous: number = kinds.outside;
  #special: string | undefined;
  #minus = "-";

  constructor(text: string) {
    this.#text = text;
    this.#strings = new StringReader(text);
  }

  /** How far it has read. */
  get position(): number {
    return this.#position;
  }

  /** Reads on until `to` is passed. */
  advance(to: number): void {
    const text = this.#text;
    const limit = Math.min(to, text.length);
    while (this.#position < limit) {
      const kind = kindOf(text.charCodeAt(this.#position));
      this.#position = this.#read(this.#position, kind);
      if (kind === kinds.blank) continue;
      if (kind !== kinds.newline) this.#previous = kind;
      else if (this.#previous !== kinds.opening && this.#previous !== kinds.comma) this.#previous = kind;
    }
  }

  /** The numbers of the whole text; to be called once, when it has been read. */
  finish(): Numbers {
    const brackets = this.#brackets;
    const { numbers, abbreviated } = brackets;
    const outsideToo = brackets.seen && isTable(this.#text, numbers.starts.subarray(0, numbers.count));
    const outside = brackets.keepData(outsideToo);
    return {
      starts: numbers.starts.subarray(0, numbers.count),
      ends: numbers.ends.subarray(0, numbers.count),
      values: numbers.values.subarray(0, numbers.count),
      groups: numbers.groups.subarray(0, numbers.count),
      abbreviated,
      outside,
      special: this.#special ?? "inf",
      minus: this.#minus,
    };
  }

  /** @returns where to read on */
  #read(at: number, kind: number): number {
    const text = this.#text;
    switch (kind) {
      case kinds.digit:
        return this.#readNumber(at, at);
      case kinds.sign:
        return this.#readSign(at);
      case kinds.point:
        return this.#readPoint(at);
      case kinds.letter:
        return this.#readName(at);
      case kinds.quote:
        return this.#strings.endOf(at);
      case kinds.hash:
        return endOfLine(text, at);
      case kinds.slash:
        return this.#readSlash(at);
      case kinds.opening:
        this.#brackets.open(text.charCodeAt(at) === 40, this.#before(at));
        break;
      case kinds.closing:
        this.#brackets.close();
        break;
      case kinds.comma:
        this.#brackets.comma();
        break;
      case kinds.newline:
        this.#brackets.newline();
        break;
      case kinds.ellipsis:
        this.#brackets.abbreviate();
        break;
    }
    return at + 1;
  }

  #before(at: number): "name" | "closing" | "other" {
    const kind = kindOf(this.#text.charCodeAt(at - 1));
    if (kind === kinds.letter || kind === kinds.digit) return "name";
    return kind === kinds.closing ? "closing" : "other";
  }

  /** @param start where the number's sign stands, if it has one, else the same as `digits` */
  #readNumber(start: number, digits: number): number {
    const text = this.#text;
    const number = this.#number;
    const dateEnd = start === digits ? endOfDate(text, start) : start;
    if (dateEnd > start) return dateEnd;
    number.read(text, digits);
    const { end } = number;
    if (this.#touches(start, end)) {
      if (/^[ij](?![\p{L}\p{N}_])/iu.test(text.slice(end, end + 3))) this.#dropRealPart(digits);
      return end;
    }
    const value = start < digits && text.charCodeAt(start) !== 43 ? -number.value : number.value;
    this.#brackets.add(start, end, value, number.fractional);
    return end;
  }

  /** Whether what stands right beside makes it part of something else. The colon of `{"a":1}` does not. */
  #touches(start: number, end: number): boolean {
    const text = this.#text;
    if (joins(kindOf(text.charCodeAt(end)))) return true;
    const before = kindOf(text.charCodeAt(start - 1));
    return joins(before) && (before !== kinds.colon || kindOf(text.charCodeAt(start - 2)) !== kinds.quote);
  }

  #dropRealPart(imaginary: number): void {
    const { numbers } = this.#brackets;
    if (numbers.count === 0) return;
    if (continuesComplex(this.#text, imaginary, numbers.ends[numbers.count - 1]!)) numbers.count--;
  }

  /** A sign belongs to the number behind it unless it stands right behind an operand: `3-2`, but NumPy's `3 -2`. */
  #readSign(at: number): number {
    const text = this.#text;
    const before = kindOf(text.charCodeAt(at - 1));
    if (before === kinds.closing || (joins(before) && before !== kinds.colon)) return at + 1;
    const unary = this.#previous === kinds.opening || this.#previous === kinds.comma;
    const next = unary ? skipBlanks(text, at + 1) : at + 1;
    const kind = kindOf(text.charCodeAt(next));
    const numeric = kind === kinds.digit || (kind === kinds.point && this.#isDigit(next + 1));
    if (!numeric && kind !== kinds.letter) return at + 1;
    if (text[at] === unicodeMinus) this.#minus = unicodeMinus;
    return numeric ? this.#readNumber(at, next) : (this.#readSpecial(at, next) ?? at + 1);
  }

  #isDigit(at: number): boolean {
    return kindOf(this.#text.charCodeAt(at)) === kinds.digit;
  }

  #readPoint(at: number): number {
    if (this.#isDigit(at + 1)) return this.#readNumber(at, at);
    if (!this.#text.startsWith("...", at)) return at + 1;
    this.#brackets.abbreviate();
    return at + 3;
  }

  #readName(at: number): number {
    const text = this.#text;
    const special = this.#readSpecial(at, at);
    if (special !== undefined) return special;
    let end = at + 1;
    for (let kind = kindOf(text.charCodeAt(end)); kind === kinds.letter || kind === kinds.digit;) {
      kind = kindOf(text.charCodeAt(++end));
    }
    if (this.#isArgument(end)) this.#brackets.argument(text.slice(at, end));
    return end;
  }

  /** Whether the name that ends here has a single `=` behind it. */
  #isArgument(end: number): boolean {
    const equals = skipBlanks(this.#text, end);
    return this.#text[equals] === "=" && this.#text[equals + 1] !== "=";
  }

  /** @returns where the NaN or infinity at `word` ends; undefined where there is none */
  #readSpecial(start: number, word: number): number | undefined {
    const text = this.#text;
    const special = readSpecial(text, word);
    if (!special || this.#touches(start, special.end) || this.#isArgument(special.end)) return undefined;
    this.#special ??= text.slice(word, special.end);
    const negative = start < word && text.charCodeAt(start) !== 43;
    this.#brackets.add(start, special.end, negative ? -special.value : special.value, true);
    return special.end;
  }

  #readSlash(at: number): number {
    const text = this.#text;
    const next = text[at + 1];
    if (next === "*") return this.#blockComments.endOf(text, at);
    if (next !== "/") return at + 1;
    return isDivision(text, at, this.#previous) ? at + 2 : endOfLine(text, at);
  }
}
