/**
 * Text to tree. The only file that names the parser library: Lezer is synchronous, tolerates errors and needs no wasm.
 */
import { type SyntaxNode, type Tree, type TreeCursor, TreeFragment } from "@lezer/common";
import { parser as standard } from "@lezer/python";
import { changeBetween } from "./change.ts";

export type { SyntaxNode, Tree, TreeCursor };

/**
 * Nodes shorter than this have no tree of their own. With the standard 1024 most methods had none, so none was known
 * again after an edit; with 128 parsing takes the same time and a walk over all nodes 4 ms instead of 2 (255 kB).
 */
const parser = standard.configure({ bufferLength: 128 });

/** A parsed text. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
}

/** Names of all node types by id, for tables of handlers. */
export const nodeNames: readonly string[] = parser.nodeSet.types.map(({ name }) => name);

/** Below this length parsing afresh is quicker than looking for what can be kept. */
export const worthKeeping = 8192;

/**
 * The tree depends on the text alone, whatever was parsed before.
 * @param previous an earlier version of the text: what lies outside the stretch that differs is not parsed again
 */
export function parse(text: string, previous?: ParsedText): ParsedText {
  if (previous && text.length >= worthKeeping && !hasError(previous.tree)) {
    const { start, end, length } = changeBetween(previous.text, text);
    const kept = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [
      { fromA: start, toA: end, fromB: start, toB: start + length },
    ]);
    const tree = parser.parse(text, kept);
    // How it recovers from an error depends on what it kept.
    if (!hasError(tree)) return { text, tree };
  }
  return { text, tree: parser.parse(text) };
}

function hasError(tree: Tree): boolean {
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) return true;
  } while (cursor.next());
  return false;
}
