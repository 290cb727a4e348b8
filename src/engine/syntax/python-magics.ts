/**
 * IPython's own lines in Python code (`%matplotlib inline`, `!pip install x`, `%%bash`, `layer?`), replaced by plain
 * Python of the same length, so that a Python parser can read the cell and every position stays.
 *
 * @source IPython 9, core/inputtransformer2.py: magics count only where a statement starts
 */

/** Cell magics whose cell is still Python; the cell of any other is another language. */
const pythonCells = new Set([
  ...["time", "timeit", "capture", "prun", "memit", "mprun", "lprun", "debug"],
  ...["wandb", "snakeviz", "pyinstrument"],
]);

/** Line magics that run the Python behind their options. */
const pythonLines = new Set(["time", "timeit", "prun", "memit", "debug"]);

/** Whether a line could be IPython's; nearly no text has one, and is then left alone. Few characters are looked at. */
function isSuspicious(text: string): boolean {
  return ["%", "!", "?"].some((mark) => {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      if (isSuspiciousAt(text, at, mark)) return true;
    return false;
  });
}

/** First in its line, behind a `=`, or a question mark that ends its line. */
function isSuspiciousAt(text: string, at: number, mark: string): boolean {
  let before = at - 1;
  while (isBlank(text[before])) before--;
  if (isLineEnd(text[before]) || (text[before] === "=" && mark !== "?")) return true;
  if (mark !== "?") return false;
  let after = at + 1;
  while (isBlank(text[after])) after++;
  return isLineEnd(text[after]);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === "\n" || character === "\r";
}

/** A cell that becomes a file, or is added to one, and is not run. */
const writing =
  /^\s*%%(?:writefile|file)[ \t]+(?:(?:-a|--append)[ \t]+)?["']?([^\s"']+\.pyi?)["']?[ \t]*(?=[\r\n]|$)/;

/** Name of the Python file that a cell writes. */
export function writtenFile(text: string): string | undefined {
  return writing.exec(text)?.[1];
}

export function maskMagics(text: string): string {
  if (!isSuspicious(text)) return text;
  // In a file there are no magics.
  if (writtenFile(text) !== undefined) return text.replace(writing, (line) => line.replace(/[^\r\n]/g, " "));
  const cellMagic = /^\s*%%(\w*)/.exec(text);
  if (cellMagic && !pythonCells.has(cellMagic[1]!)) return text.replace(/[^\r\n]/g, " ");
  const scanner = new LineScanner();
  return text.replace(/[^\r\n]*(?:\r\n|\r|\n|$)/g, (line) => {
    const masked = scanner.isAtStatement() ? maskLine(line) : line;
    scanner.read(masked);
    return masked;
  });
}

/** Also where its result is kept: `t = %timeit -o f(x)`. */
const lineMagic = /^([ \t]*(?:[\w., \t]+=[ \t]*)?)%%?(\w+)((?:[ \t]+-\w+(?:[ \t]+\d+)?)*[ \t]*)/;
const shell = /^([ \t]*)(?:!|%|\?)/;
const assigned = /^([ \t]*[\w., \t]+=[ \t]*)(?:!|%\w)/;
const help = /^([ \t]*)[\w.]+\?{1,2}[ \t]*(?=[\r\n]|$)/;

function maskLine(line: string): string {
  const magic = lineMagic.exec(line);
  if (magic && pythonLines.has(magic[2]!) && !line.startsWith("%%", magic[1]!.length)) {
    // `0;` keeps what follows at the same place without indenting it.
    const start = magic[1]!.length;
    return `${line.slice(0, start)}0;${" ".repeat(magic[0].length - start - 2)}${line.slice(magic[0].length)}`;
  }
  const kept = (shell.exec(line) ?? assigned.exec(line) ?? help.exec(line))?.[1];
  if (kept === undefined) return line;
  const end = line.search(/[\r\n]|$/);
  return `${kept}0${" ".repeat(end - kept.length - 1)}${line.slice(end)}`;
}

/** Whether the next line starts a statement: no bracket, long string or backslash is open. */
class LineScanner {
  #depth = 0;
  #quote = "";
  #continues = false;

  isAtStatement(): boolean {
    return this.#depth === 0 && this.#quote === "" && !this.#continues;
  }

  read(line: string): void {
    const tokens = /\\[\s\S]|"""|'''|["'#()[\]{}]/g;
    this.#continues = /\\(?:\r\n|\r|\n)$/.test(line);
    for (const [token] of line.matchAll(tokens)) {
      if (this.#quote !== "") {
        if (token === this.#quote) this.#quote = "";
      } else if (token === "#") break;
      else if (token.startsWith('"') || token.startsWith("'")) this.#quote = token;
      else if ("([{".includes(token)) this.#depth++;
      else if (")]}".includes(token)) this.#depth = Math.max(0, this.#depth - 1);
    }
    // A short string ends with its line.
    if (this.#quote.length === 1 && !this.#continues) this.#quote = "";
  }
}
