/**
 * Text to tokens and the brackets that hold them, for languages of which no more is needed: a grammar of C++, Julia or
 * Swift weighs many times what their activations do.
 */
import type { Range } from "../range.ts";

/** `directive`: a line of the preprocessor, or what ends one. */
export type TokenKind = "word" | "number" | "string" | "operator" | "open" | "close" | "directive";

/** How strings of one form are written. */
export interface StringForm {
  /** What begins one; sticky. */
  readonly start: RegExp;
  /** What ends it. @param match of its start */
  readonly end: (match: RegExpExecArray) => string;
  /** Whether it ends with its line at the latest. */
  readonly isOfLine: boolean;
  /** What makes the next character mean another, if anything does. */
  readonly escape: string;
  /** What begins code in it, up to a closing bracket. @param match of its start */
  readonly code?: (match: RegExpExecArray) => string;
}

/** How a language is written, as far as tokens go. All patterns are sticky. */
export interface Lexicon {
  readonly lineComment: string;
  readonly blockComment: readonly [start: string, end: string];
  readonly isNested: boolean;
  readonly strings: readonly StringForm[];
  /** Characters beside quotes that may begin a string. */
  readonly prefixes: string;
  /** A name that is not of plain letters. */
  readonly word: RegExp;
  readonly number: RegExp;
  readonly operator: RegExp;
  readonly hasDirectives: boolean;
  /** Words that are brackets, as `begin` and `end`. @param inner what would close the innermost bracket that is open */
  readonly bracketOf?: (
    word: string,
    tokens: Tokens,
    inner: string | undefined,
    isInIndex: boolean,
  ) => "open" | "close" | undefined;
}

/** A string goes on behind code in it. */
interface Interrupted {
  readonly form: StringForm;
  readonly end: string;
  readonly code: string | undefined;
}

interface Opened {
  readonly token: number;
  /** What closes it. */
  readonly by: string;
  readonly interrupted?: Interrupted;
}

const closers = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

export class Tokens {
  readonly text: string;
  readonly kinds: TokenKind[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Of an opening bracket the token that ends what it holds, which closes it unless it was left open; else -1. */
  readonly partners: number[] = [];
  /** Whether a token is the first of its line. */
  readonly breaks: boolean[] = [];
  readonly comments: Range[] = [];

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    new Scanner(this, lexicon).scan();
  }

  get count(): number {
    return this.kinds.length;
  }

  slice(token: number): string {
    return this.text.slice(this.starts[token], this.ends[token]);
  }

  is(token: number, text: string): boolean {
    const start = this.starts[token];
    return (
      start !== undefined && this.ends[token]! - start === text.length && this.text.startsWith(text, start)
    );
  }

  isWord(token: number): boolean {
    return this.kinds[token] === "word";
  }

  isOpen(token: number, bracket: string): boolean {
    return this.kinds[token] === "open" && this.is(token, bracket);
  }

  /** Whether nothing stands between a token and the one before. */
  isJoined(token: number): boolean {
    return token > 0 && this.starts[token] === this.ends[token - 1];
  }

  /** The token that ends what a bracket holds, and the one behind that. */
  bodyOf(open: number, limit = this.count): { readonly end: number; readonly next: number } {
    const partner = this.partners[open]!;
    if (partner >= limit) return { end: limit, next: limit };
    return { end: partner, next: this.partners[partner] === open ? partner + 1 : partner };
  }

  /** The token behind this one, and behind what it holds if it is a bracket. */
  after(token: number, limit = this.count): number {
    return this.kinds[token] === "open" ? this.bodyOf(token, limit).next : token + 1;
  }

  /** The first token that ends behind the offset. */
  at(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The token behind `<…>`, or the same one where there are no such brackets. */
export function skipAngles(tokens: Tokens, from: number, limit = tokens.count): number {
  if (!tokens.is(from, "<")) return from;
  let depth = 0;
  // No type is longer; two comparisons may be far apart.
  for (let at = from; at < Math.min(limit, from + 500); at = tokens.after(at, limit)) {
    const kind = tokens.kinds[at];
    if (kind === "operator") {
      if (tokens.is(at, "<")) depth++;
      else if (tokens.is(at, ">") && --depth === 0) return at + 1;
      else if (/^(?:;|&&|\|\||==|!=|[<>+]=?|=)$/.test(tokens.slice(at)) && !tokens.is(at, ">")) return from;
    } else if (kind === "close" || kind === "string" || tokens.isOpen(at, "{")) return from;
  }
  return from;
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

class Scanner {
  readonly #tokens: Tokens;
  readonly #text: string;
  readonly #lexicon: Lexicon;
  #at = 0;
  #isBreak = true;
  #open: Opened[] = [];
  /** What was open where branches of the preprocessor began, and where the first of them ended. */
  readonly #branches: { readonly before: readonly Opened[]; first?: Opened[] }[] = [];
  /** What is open around a macro that is being defined. */
  #around: Opened[] | undefined;

  constructor(tokens: Tokens, lexicon: Lexicon) {
    this.#tokens = tokens;
    this.#text = tokens.text;
    this.#lexicon = lexicon;
  }

  scan(): void {
    const { length } = this.#text;
    while (this.#at < length) this.#next();
    this.#endMacro();
    this.#leaveOpen(this.#open);
  }

  #next(): void {
    const text = this.#text;
    const { prefixes, number, lineComment, blockComment, hasDirectives } = this.#lexicon;
    const at = this.#at;
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (code === 10) this.#newLine();
      this.#at++;
      return;
    }
    const character = text[at]!;
    if (hasDirectives && code === 92 && /\r|\n/.test(text[at + 1] ?? "")) {
      this.#at += text.startsWith("\r\n", at + 1) ? 3 : 2;
      return;
    }
    if (hasDirectives && code === 35 && this.#isBreak && !this.#around) {
      this.#directive();
      return;
    }
    if ((code === 34 || code === 39 || code === 96 || prefixes.includes(character)) && this.#string()) return;
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) {
      this.#push("number", this.#matched(number) || 1);
      return;
    }
    if (isLetter(code) || code > 127) {
      if (this.#word()) return;
    } else if (text.startsWith(blockComment[0], at)) {
      this.#blockComment();
      return;
    } else if (text.startsWith(lineComment, at)) {
      this.#comment(endOfLine(text, at, hasDirectives));
      return;
    } else if (closers.has(character)) {
      this.#openBracket(1, closers.get(character)!);
      return;
    } else if (character === ")" || character === "]" || character === "}") {
      this.#close(1, character);
      return;
    }
    this.#push("operator", this.#matched(this.#lexicon.operator) || 1);
  }

  #matched(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0].length ?? 0;
  }

  #push(kind: TokenKind, length: number): void {
    const { kinds, starts, ends, partners, breaks } = this.#tokens;
    kinds.push(kind);
    starts.push(this.#at);
    this.#at = Math.min(this.#at + length, this.#text.length);
    ends.push(this.#at);
    partners.push(-1);
    breaks.push(this.#isBreak);
    this.#isBreak = false;
  }

  #newLine(): void {
    this.#isBreak = true;
    this.#endMacro();
  }

  #word(): boolean {
    const text = this.#text;
    const { bracketOf, word } = this.#lexicon;
    let end = this.#at;
    while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end++;
    const next = text.charCodeAt(end);
    if (next > 127 || next === 33 || next === 36) end = this.#at + this.#matched(word);
    if (end === this.#at) return false;
    const length = end - this.#at;
    const bracket = bracketOf?.(
      text.slice(this.#at, end),
      this.#tokens,
      this.#open.at(-1)?.by,
      this.#isInIndex(),
    );
    if (bracket === "open") this.#openBracket(length, "end");
    else if (bracket === "close") this.#close(length, "end");
    else this.#push("word", length);
    return true;
  }

  #isInIndex(): boolean {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const { by } = this.#open[index]!;
      if (by === "]") return true;
      if (by === "end") return false;
    }
    return false;
  }

  #openBracket(length: number, by: string, interrupted?: Interrupted): void {
    this.#open.push({ token: this.#tokens.count, by, ...(interrupted ? { interrupted } : {}) });
    this.#push("open", length);
  }

  #close(length: number, by: string): void {
    const { partners, count } = this.#tokens;
    let index = this.#open.length - 1;
    while (index >= 0 && this.#open[index]!.by !== by) index--;
    this.#push("close", length);
    // One that closes nothing holds nothing.
    if (index < 0) return;
    for (const { token } of this.#open.splice(index + 1)) partners[token] = count;
    const { token, interrupted } = this.#open.pop()!;
    partners[token] = count;
    partners[count] = token;
    if (interrupted) this.#rest(interrupted, 0);
  }

  /** What is open ends with the next token. */
  #leaveOpen(opened: readonly Opened[]): void {
    for (const { token } of opened) this.#tokens.partners[token] = this.#tokens.count;
  }

  #string(): boolean {
    for (const form of this.#lexicon.strings) {
      const { start, end, code } = form;
      start.lastIndex = this.#at;
      const match = start.exec(this.#text);
      if (!match) continue;
      this.#rest({ form, end: end(match), code: code?.(match) }, match[0].length);
      return true;
    }
    return false;
  }

  /** The string from here on. @param from of what begins it */
  #rest(interrupted: Interrupted, from: number): void {
    const { form, end, code } = interrupted;
    const text = this.#text;
    let at = this.#at + from;
    for (; at < text.length; at++) {
      if (text.startsWith(end, at)) {
        at += end.length;
        break;
      }
      if (form.isOfLine && text[at] === "\n") break;
      if (code !== undefined && text.startsWith(code, at)) {
        this.#push("string", at + code.length - 1 - this.#at);
        this.#openBracket(1, ")", interrupted);
        return;
      }
      if (text[at] === form.escape) at++;
    }
    this.#push("string", at - this.#at);
  }

  #comment(end: number): void {
    this.#tokens.comments.push({ start: this.#at, end });
    // A comment over more than one line ends none of the preprocessor's.
    this.#at = end;
  }

  #blockComment(): void {
    const text = this.#text;
    const [start, end] = this.#lexicon.blockComment;
    let depth = 1;
    let at = this.#at + start.length;
    while (at < text.length && depth > 0) {
      if (text.startsWith(end, at)) {
        depth--;
        at += end.length;
      } else if (this.#lexicon.isNested && text.startsWith(start, at)) {
        depth++;
        at += start.length;
      } else at++;
    }
    this.#comment(at);
  }

  /**
   * Of the branches of a condition the first counts for what stays open behind it. What is not code is one token; what a
   * macro stands for is read as code, and ends with an empty token.
   */
  #directive(): void {
    const text = this.#text;
    directive.lastIndex = this.#at;
    const [written = "#", name = ""] = directive.exec(text) ?? [];
    const end = endOfLine(text, this.#at, true);
    const isMacro = name === "define";
    if (/^if/.test(name)) this.#branches.push({ before: [...this.#open] });
    const branch = this.#branches.at(-1);
    if (/^el/.test(name) && branch) {
      if (branch.first) this.#leaveOpen(this.#open.filter((opened) => !branch.before.includes(opened)));
      else branch.first = this.#open;
      this.#open = [...branch.before];
    } else if (name === "endif" && branch) {
      if (branch.first) {
        this.#leaveOpen(this.#open.filter((opened) => !branch.before.includes(opened)));
        this.#open = branch.first;
      }
      this.#branches.pop();
    }
    this.#push("directive", isMacro ? written.length : end - this.#at);
    if (!isMacro) return;
    this.#around = this.#open;
    this.#open = [];
  }

  #endMacro(): void {
    if (!this.#around) return;
    this.#leaveOpen(this.#open);
    this.#push("directive", 0);
    this.#isBreak = true;
    this.#open = this.#around;
    this.#around = undefined;
  }
}

/** With the name, and parameters, that a macro is given. */
const directive = /#[ \t]*([a-z]*)(?:(?<=define)[ \t]+\w+(?:\([^)\n]*\))?)?/y;

/** @param isContinued whether a backslash takes the next line in */
function endOfLine(text: string, from: number, isContinued: boolean): number {
  let end = from;
  for (;;) {
    end = text.indexOf("\n", end);
    if (end < 0) return text.length;
    const before = text[end - 1] === "\r" ? end - 2 : end - 1;
    if (!isContinued || text[before] !== "\\") return end;
    end++;
  }
}
