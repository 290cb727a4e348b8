/** Where something stands. */
import type { Range } from "../range.ts";

/** A stretch of one cell, counted among the cells that are analysed together; a file is one cell. */
export interface Place extends Range {
  readonly cell: number;
}

/** The same text for the same place. */
export function keyOf({ cell, start, end }: Place): string {
  return `${cell}:${start}:${end}`;
}

export function isWithin(inner: Place, outer: Place): boolean {
  return inner.cell === outer.cell && outer.start <= inner.start && inner.end <= outer.end;
}
