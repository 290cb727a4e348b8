/** A text as VS Code's extension host keeps it: lines, joined when somebody asks for the whole. */
import type { Position } from "vscode";

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface StubUri {
  readonly scheme: string;
  readonly path: string;
  with(change: { readonly path: string }): StubUri;
  toString(): string;
}

export function fileUri(path: string): StubUri {
  return { scheme: "file", path, with: (change) => fileUri(change.path), toString: () => `file://${path}` };
}

export class StubDocument {
  readonly languageId = "python";
  readonly fileName: string;
  readonly uri: StubUri;
  version = 1;
  #lines: string[];
  #text: string | undefined;
  #starts: number[] | undefined;

  constructor(name: string, text: string) {
    this.fileName = name;
    this.uri = fileUri(`/${name}`);
    this.#lines = text.split("\n");
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  getText(range?: { readonly start: Position; readonly end: Position }): string {
    const text = (this.#text ??= this.#lines.join("\n"));
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text;
  }

  offsetAt({ line, character }: Pick<Position, "line" | "character">): number {
    return this.#lineStarts()[line]! + character;
  }

  positionAt(offset: number): { line: number; character: number } {
    const starts = this.#lineStarts();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low]! };
  }

  edit({ start, end, text }: Edit): void {
    const from = this.positionAt(start);
    const to = this.positionAt(end);
    const before = this.#lines[from.line]!.slice(0, from.character);
    const after = this.#lines[to.line]!.slice(to.character);
    this.#lines.splice(from.line, to.line - from.line + 1, ...`${before}${text}${after}`.split("\n"));
    this.#text = undefined;
    this.#starts = undefined;
    this.version++;
  }

  #lineStarts(): number[] {
    if (this.#starts) return this.#starts;
    let start = 0;
    this.#starts = this.#lines.map((line) => {
      const own = start;
      start += line.length + 1;
      return own;
    });
    return this.#starts;
  }
}
