/** Names of Python as they are read and bound. */
import { chainReader } from "./chains.ts";
import type { TreeCursor } from "./grammar.ts";
import type { NameInText } from "./outline-builder.ts";
import type { Walker } from "./walker.ts";

export const readChain = chainReader({
  names: new Set(["VariableName"]),
  members: new Set(["MemberExpression"]),
  properties: new Set(["PropertyName"]),
  separators: new Set([".", "Comment"]),
});

/** Names that the target under the cursor binds; whatever else it contains is visited. */
export function readTargets(walker: Walker, cursor: TreeCursor, names: NameInText[]): void {
  switch (cursor.name) {
    case "VariableName":
      names.push(walker.name(cursor));
      return;
    case "TupleExpression":
    case "ArrayExpression":
    case "ParenthesizedExpression":
      walker.forChildren(cursor, () => {
        readTargets(walker, cursor, names);
      });
      return;
    case "MemberExpression":
      // Written to, not read.
      readChain(walker, cursor);
      return;
    default:
      walker.visit(cursor);
  }
}
