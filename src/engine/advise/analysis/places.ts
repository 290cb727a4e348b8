/** Where nodes stand. */
import type { Node } from "../../syntax/program.ts";
import type { Place } from "../place.ts";
import type { Scope } from "./value.ts";

export function placeOf({ range }: Pick<Node, "range">, { source }: Scope): Place {
  return { cell: source.cell, start: source.offset + range.start, end: source.offset + range.end };
}

/** The last segment of a name; of anything else all of it. */
export function tokenOf(node: Node, scope: Scope): Place {
  if (node.kind === "member") return placeOf({ range: node.memberRange }, scope);
  return node.kind === "call" ? tokenOf(node.callee, scope) : placeOf(node, scope);
}
