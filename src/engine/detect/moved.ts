/** A use whose text has moved. */
import type { Range } from "../range.ts";
import type { Use } from "./use.ts";

/** The same use, further on by so much. */
export function moved(use: Use, by: number): Use {
  if (by === 0) return use;
  const shift = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  return {
    ...use,
    range: shift(use.range),
    nameRange: shift(use.nameRange),
    callRange: shift(use.callRange),
    literals: use.literals.map(shift),
  };
}
