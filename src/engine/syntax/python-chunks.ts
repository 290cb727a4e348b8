/**
 * Where a Python text can be cut into chunks that are parsed on their own: at statements that start a line.
 *
 * A chunk's tree depends on the chunk's text alone. So an edit parses one chunk anew, the result never depends on what
 * was there before, and an open bracket harms no more than the definition it stands in. (Lezer's own incremental parse
 * was tried: where errors were near, it left trees that differ from those of a fresh parse.)
 */

/**
 * Where chunks start, ascending. Whether one does hangs on no more than the lines before it, and what comes after it on
 * no more than the text from there on.
 * @param from where a chunk starts, which is the first
 */
export function* chunkStarts(text: string, from = 0): Generator<number, void> {
  yield from;
  const scanner = new Scanner(text, from);
  let before = lineAt(text, from);
  for (let at = scanner.skipLine(); at < text.length; at = scanner.skipLine()) {
    if (scanner.isInString || !startsStatement(text, at)) continue;
    const line = lineAt(text, at);
    if (line.kind === "continuation" || (scanner.isOpen && !isUnbracketable(text, at))) continue;
    const isStart = isBoundary(before, line);
    before = line;
    scanner.close();
    if (isStart) yield at;
  }
}

interface Line {
  readonly kind: "definition" | "decorator" | "continuation" | "simple";
  /** A number made of the text of the line's start. */
  readonly mark: number;
}

/**
 * Definitions have chunks of their own; other statements are put together, as parsing has a price for each chunk. Where
 * is read off the line itself, so that a statement that is put in moves none of the later boundaries.
 */
function isBoundary(before: Line, line: Line): boolean {
  if (before.kind === "decorator") return false;
  return line.kind !== "simple" || before.kind === "definition" || line.mark % 8 === 0;
}

const continuations = /(?:else|elif|except|finally)\b/y;
const definitions = /(?:async[ \t]+)?(?:def|class)\b/y;

function lineAt(text: string, at: number): Line {
  const mark = markAt(text, at);
  if (text[at] === "@") return { kind: "decorator", mark };
  if (matchesAt(continuations, text, at)) return { kind: "continuation", mark };
  return { kind: matchesAt(definitions, text, at) ? "definition" : "simple", mark };
}

const shownCharacters = 24;

function markAt(text: string, at: number): number {
  let mark = 0;
  for (let index = at; index < at + shownCharacters && index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isLineEnd(code)) break;
    mark = (mark * 31 + code) % 65_521;
  }
  return mark;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Lines that no expression in brackets can start with: there a bracket was left open. */
const unbracketable =
  /(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]|class[ \t]+\w+[ \t]*[([:]|import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import\b|@\w[\w.]*[ \t]*(?:\(|$)|if[ \t]+__name__\b)/my;

function isUnbracketable(text: string, at: number): boolean {
  return matchesAt(unbracketable, text, at);
}

/** No blank, comment or closing bracket. */
function startsStatement(text: string, at: number): boolean {
  return !" \t\f\r\n#)]}\\".includes(text[at]!);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

const meaningful: readonly boolean[] = Array.from({ length: 126 }, (_, code) =>
  "\n\r\\\"'#()[]{}".includes(String.fromCharCode(code)),
);

/** Reads line by line, as far as strings and brackets go. */
class Scanner {
  readonly #text: string;
  #at: number;
  #depth = 0;
  /** The quotes of a string over several lines. */
  #quotes = "";
  #isContinued = false;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
  }

  /** Whether the present line is within a string, or goes on from the line before. */
  get isInString(): boolean {
    return this.#quotes !== "" || this.#isContinued;
  }

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  /** Takes all brackets for closed. */
  close(): void {
    this.#depth = 0;
  }

  /** Goes to the start of the next line. @returns where that is */
  skipLine(): number {
    this.#isContinued = false;
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      // Most characters mean nothing here.
      if (code > 125 || !meaningful[code]) {
        this.#at++;
        continue;
      }
      if (isLineEnd(code)) {
        this.#at += code === 13 && this.#text.charCodeAt(this.#at + 1) === 10 ? 2 : 1;
        break;
      }
      this.#read(code);
    }
    return this.#at;
  }

  #read(code: number): void {
    if (code === 92) this.#readBackslash();
    else if (this.#quotes !== "") this.#readInString();
    else if (code === 34 || code === 39) this.#readQuote(code);
    else if (code === 35) this.#skipToLineEnd();
    else {
      if (code === 40 || code === 91 || code === 123) this.#depth++;
      else if (code === 41 || code === 93 || code === 125) this.#depth = Math.max(0, this.#depth - 1);
      this.#at++;
    }
  }

  #readInString(): void {
    const isEnd = this.#text.startsWith(this.#quotes, this.#at);
    this.#at += isEnd ? this.#quotes.length : 1;
    if (isEnd) this.#quotes = "";
  }

  /** A backslash before a line end joins the lines, any other takes the next character with it. */
  #readBackslash(): void {
    this.#at++;
    if (!isLineEnd(this.#text.charCodeAt(this.#at))) this.#at++;
    else this.#isContinued = true;
  }

  /** A string in single quotes ends with its line. */
  #readQuote(code: number): void {
    const quote = String.fromCharCode(code);
    if (this.#text.startsWith(quote.repeat(3), this.#at)) {
      this.#quotes = quote.repeat(3);
      this.#at += 3;
      return;
    }
    this.#at++;
    while (this.#at < this.#text.length) {
      const next = this.#text.charCodeAt(this.#at);
      if (isLineEnd(next)) return;
      if (next === 92) this.#readBackslash();
      else this.#at++;
      if (next === code || this.#isContinued) return;
    }
  }

  #skipToLineEnd(): void {
    while (this.#at < this.#text.length && !isLineEnd(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}
