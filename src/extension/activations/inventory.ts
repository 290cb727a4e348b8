/** Every use that is known in the workspace, file by file: what a tree shows of it, and no syntax trees. Pure. */
import type { Use } from "../../engine/detect/use.ts";
import type { FrameworkId } from "../../engine/frameworks/index.ts";
import type { FunctionId } from "../../engine/functions/index.ts";

/** A use as the view keeps it. */
export interface KnownUse {
  readonly function: FunctionId;
  readonly framework: FrameworkId;
  /** The code, on one line. */
  readonly text: string;
  readonly isLikely: boolean;
  /** Which cell of a notebook, of all its cells from 0; undefined in a file. */
  readonly cell: number | undefined;
  /** Of the function's own name, in its file or cell: line and column from 0, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface FileUses {
  /** Identifies the file. */
  readonly uri: string;
  /** From its workspace folder, with `/`; the folder's name comes first where there are several. */
  readonly path: string;
  readonly uses: readonly KnownUse[];
}

/** A piece of code and what was found in it. */
export interface AnalysedCell {
  readonly index: number | undefined;
  readonly text: string;
  readonly uses: readonly Use[];
}

const longestText = 60;

export function knownUses(cells: readonly AnalysedCell[]): KnownUse[] {
  return cells.flatMap(({ index, text, uses }) => {
    // Uses stand in the order of the code, so each line break is passed once.
    let line = 0;
    let lineStart = 0;
    const breaks = /\r\n?|\n/g;
    let next = uses.length > 0 ? breaks.exec(text) : null;
    return [...uses]
      .sort((a, b) => a.nameRange.start - b.nameRange.start)
      .map((use): KnownUse => {
        while (next && next.index < use.nameRange.start) {
          line++;
          lineStart = breaks.lastIndex;
          next = breaks.exec(text);
        }
        return {
          function: use.function,
          framework: use.framework,
          text: shownText(text, use),
          isLikely: use.certainty === "likely",
          cell: index,
          line,
          column: use.nameRange.start - lineStart,
          endColumn: use.nameRange.end - lineStart,
        };
      });
  });
}

/** The whole call if it is short, else its name. */
function shownText(text: string, { callRange, range }: Use): string {
  const { start, end } = callRange.end - callRange.start <= longestText ? callRange : range;
  const shown = text.slice(start, end).replace(/\s+/g, " ");
  return shown.length <= longestText ? shown : `${shown.slice(0, longestText - 1)}…`;
}

export class Inventory {
  readonly #files = new Map<string, FileUses>();

  /** In alphabetical order of their paths. */
  files(): FileUses[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  get size(): number {
    return this.#files.size;
  }

  /** @returns whether anything is another than before */
  set(file: FileUses): boolean {
    const before = this.#files.get(file.uri)?.uses ?? [];
    if (file.uses.length === 0) this.#files.delete(file.uri);
    else this.#files.set(file.uri, file);
    return JSON.stringify(before) !== JSON.stringify(file.uses);
  }

  /** Forgets every file but these. @returns whether there was one to forget */
  keep(isKept: (uri: string) => boolean): boolean {
    const gone = [...this.#files.keys()].filter((uri) => !isKept(uri));
    for (const uri of gone) this.#files.delete(uri);
    return gone.length > 0;
  }
}
