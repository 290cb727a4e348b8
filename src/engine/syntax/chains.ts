/** Dotted names as a grammar writes them: `tf.layers.dense`. */
import type { TreeCursor } from "./grammar.ts";
import { type Chain, type Handler, type Walker, extended } from "./walker.ts";

export interface ChainNodes {
  /** A name by itself. */
  readonly names: ReadonlySet<string>;
  /** A name behind another. */
  readonly members: ReadonlySet<string>;
  /** What is taken from the object of a member. */
  readonly properties: ReadonlySet<string>;
  /** Between the two. */
  readonly separators: ReadonlySet<string>;
}

/** @returns a reader of the name under the cursor: undefined if it is none, and then all of it has been visited */
export function chainReader(nodes: ChainNodes) {
  const { names, members, properties, separators } = nodes;
  const read = (walker: Walker, cursor: TreeCursor): Chain | undefined => {
    if (names.has(cursor.name))
      return { root: walker.slice(cursor), path: "", start: cursor.from, end: cursor.to };
    if (!members.has(cursor.name)) {
      walker.visit(cursor);
      return undefined;
    }
    let chain: Chain | undefined;
    let isObject = true;
    walker.forChildren(cursor, (type) => {
      if (separators.has(type)) return;
      if (isObject) {
        chain = read(walker, cursor);
        isObject = false;
      } else if (properties.has(type)) {
        if (chain) chain = extended(chain, walker.slice(cursor), cursor.to);
        else walker.scope.refer("", walker.slice(cursor), cursor.from, cursor.to);
      } else {
        // A subscript: what it is taken from is no longer a plain name.
        walker.refer(chain);
        chain = undefined;
        walker.visit(cursor);
      }
    });
    return chain;
  };
  return read;
}

/** Reports the name under the cursor as one that is read. */
export function referring(read: ReturnType<typeof chainReader>): Handler {
  return (walker, cursor) => {
    walker.refer(read(walker, cursor));
  };
}
