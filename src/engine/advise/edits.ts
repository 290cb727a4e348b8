/** Edits that fixes are made of. Every place is of the cell that the edited code stands in. */
import type { CallNode, Code } from "./code.ts";
import type { Piece } from "./pieces.ts";
import type { Edit } from "./rules/define.ts";

/** Another argument behind the last. */
export function argumentAdded(code: Code, piece: Piece, call: CallNode, argument: string): Edit {
  const last = call.arguments.at(-1);
  // Without arguments only the brackets and what is of no account stand behind the callee.
  const at = last ? last.range.end : call.range.end - 1;
  return {
    place: code.placeOf(piece, { start: at, end: at }),
    text: last ? `, ${argument}` : argument,
  };
}
