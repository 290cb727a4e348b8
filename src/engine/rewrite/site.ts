/** Where a use stands, and the code around it. */
import type { Analysis, CellAnalysis } from "../detect/analysis.ts";
import { moved } from "../detect/moved.ts";
import type { Use } from "../detect/use.ts";
import type { Chunk } from "../syntax/define.ts";

export interface Site {
  /** Of the file, or of the notebook with all its code cells. */
  readonly analysis: Analysis;
  readonly cell: number;
  readonly use: Use;
}

export function chunksOf(cell: CellAnalysis): readonly Chunk[] {
  return cell.chunks ?? [];
}

/** The piece of code that was parsed with a use in it, and the use with that one's positions. */
export function pieceOf({ analysis, cell, use }: Site): (Chunk & { readonly use: Use }) | undefined {
  const chunk = chunksOf(analysis.cells[cell]!)
    .filter(({ start }) => start <= use.callRange.start)
    .at(-1);
  return chunk && { ...chunk, use: moved(use, -chunk.start) };
}
