/**
 * Text to tree. The only file that names the parser library: Lezer is synchronous, tolerates errors, needs no wasm, and
 * reparses only what changed.
 */
import { type SyntaxNode, type Tree, type TreeCursor, TreeFragment } from "@lezer/common";
import { parser } from "@lezer/python";

export type { SyntaxNode, Tree, TreeCursor };

/** One replacement in a text: what stood from `start` to `end` became `length` units long. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** A parsed text, with what is needed to parse its next version. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

/** Names of all node types by id, for tables of handlers. */
export const nodeNames: readonly string[] = parser.nodeSet.types.map(({ name }) => name);

/**
 * @param previous an earlier version of the text; whatever lies outside the stretch that differs is not parsed again
 */
export function parse(text: string, previous?: ParsedText): ParsedText {
  if (previous?.text === text) return previous;
  const kept = previous ? keptFragments(previous, text) : [];
  const tree = parser.parse(text, kept);
  return { text, tree, fragments: TreeFragment.addTree(tree, kept) };
}

/**
 * Where two versions differ is found by comparing them, rather than believed: an edit reported wrongly would leave
 * wrong trees behind for good, and comparing 200 kB takes less than 0.1 ms.
 */
function keptFragments({ text: old, fragments }: ParsedText, text: string): readonly TreeFragment[] {
  const { start, end, length } = changeBetween(old, text);
  return TreeFragment.applyChanges(fragments, [
    { fromA: start, toA: end, fromB: start, toB: start + length },
  ]);
}

/** The shortest single replacement that turns one text into the other. */
export function changeBetween(old: string, text: string): TextChange {
  const shorter = Math.min(old.length, text.length);
  const start = commonPrefix(old, text, shorter);
  const suffix = commonSuffix(old, text, shorter - start);
  return { start, end: old.length - suffix, length: text.length - suffix - start };
}

/** Slices compare as memory does, so most of a text is passed in strides. */
const stride = 4096;

function commonPrefix(a: string, b: string, limit: number): number {
  let at = 0;
  while (at + stride <= limit && a.slice(at, at + stride) === b.slice(at, at + stride)) at += stride;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
  const same = (size: number) =>
    a.slice(a.length - length - size, a.length - length) ===
    b.slice(b.length - length - size, b.length - length);
  while (length + stride <= limit && same(stride)) length += stride;
  while (length < limit && same(1)) length++;
  return length;
}
