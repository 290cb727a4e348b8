/** The stretches of code that were parsed on their own, with what is known of each before it is read. */
import type { Analysis } from "../detect/analysis.ts";
import type { Use } from "../detect/use.ts";
import type { ParsedCode } from "../syntax/define.ts";
import type { Statement } from "../syntax/program.ts";

/** Positions in its statements count from `offset`. */
export interface Piece {
  readonly cell: number;
  /** Where it starts in its cell. */
  readonly offset: number;
  readonly text: string;
  /** The same object as long as the text is: what is found out about it can be kept. */
  readonly code: ParsedCode;
  /** Those in it, in the order of the code; positions are the cell's. */
  readonly uses: readonly Use[];
  /** Read when they are asked for. */
  readonly statements: readonly Statement[];
}

export function piecesOf({ cells, syntax }: Analysis): Piece[] {
  return cells.flatMap(({ text, uses, chunks = syntax.chunksOf(text) }, cell) => {
    let next = 0;
    return chunks.map(({ start: offset, parsed: code }, index) => {
      const first = next;
      const end = chunks[index + 1]?.start ?? Infinity;
      while (next < uses.length && uses[next]!.nameRange.start < end) next++;
      return new ReadLater(cell, offset, code, uses.slice(first, next));
    });
  });
}

class ReadLater implements Piece {
  readonly cell: number;
  readonly offset: number;
  readonly code: ParsedCode;
  readonly uses: readonly Use[];

  constructor(cell: number, offset: number, code: ParsedCode, uses: readonly Use[]) {
    this.cell = cell;
    this.offset = offset;
    this.code = code;
    this.uses = uses;
  }

  get text(): string {
    return this.code.text;
  }

  get statements(): readonly Statement[] {
    return this.code.statements ?? [];
  }
}
