/**
 * Text to tree. The only file that names the parser library: Lezer is synchronous, tolerates errors and needs no wasm.
 */
import { type SyntaxNode, type Tree, type TreeCursor, TreeFragment } from "@lezer/common";
import { LRParser, type ParserConfig } from "@lezer/lr";
import { changeBetween } from "./change.ts";

export type { LRParser, SyntaxNode, Tree, TreeCursor };

/**
 * The parser with other settings. The copy that `configure` makes is an object that V8 keeps as a dictionary, and parsing
 * with it took 1.4 times as long; the properties of a literal are fast.
 */
export function configured(parser: LRParser, config: ParserConfig): LRParser {
  // eslint-disable-next-line @typescript-eslint/no-misused-spread -- the prototype is given back
  return Object.setPrototypeOf({ ...parser.configure(config) }, LRParser.prototype) as LRParser;
}

/** A parsed text. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
}

/** Below this length parsing afresh is quicker than looking for what can be kept. */
export const worthKeeping = 8192;

/** A language's parser. */
export class Grammar {
  /** Names of all node types by id, for tables of handlers. */
  readonly nodeNames: readonly string[];
  readonly #parser: LRParser;

  constructor(parser: LRParser) {
    this.#parser = parser;
    this.nodeNames = parser.nodeSet.types.map(({ name }) => name);
  }

  /**
   * The tree depends on the text alone, whatever was parsed before.
   * @param previous an earlier version of the text: what lies outside the stretch that differs is not parsed again
   */
  parse(text: string, previous?: ParsedText): ParsedText {
    if (previous && text.length >= worthKeeping && !hasError(previous.tree)) {
      const { start, end, length } = changeBetween(previous.text, text);
      const kept = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [
        { fromA: start, toA: end, fromB: start, toB: start + length },
      ]);
      const tree = this.#parser.parse(text, kept);
      // How it recovers from an error depends on what it kept.
      if (!hasError(tree)) return { text, tree };
    }
    return { text, tree: this.#parser.parse(text) };
  }
}

function hasError(tree: Tree): boolean {
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) return true;
  } while (cursor.next());
  return false;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}
