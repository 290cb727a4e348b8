/** Where something stands: in the cell of that number, from `start` to `end` in UTF-16 units of its text. */
import type { Range } from "../../range.ts";

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
