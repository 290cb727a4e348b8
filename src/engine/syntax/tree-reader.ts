/** Finds expressions in a tree by their ranges, for languages whose expressions are read node by node. */
import type { Range } from "../range.ts";
import type { CodePlace } from "./define.ts";
import type { Expression } from "./expression.ts";
import type { ParsedText, SyntaxNode } from "./grammar.ts";
import type { TreeReader } from "./whole-file.ts";

/** What a grammar calls its nodes, and how they are read. */
export interface ExpressionGrammar {
  readonly expressionOf: (node: SyntaxNode, text: string) => Expression;
  /** Nodes that have the value of the one expression in them: brackets, `await`. */
  readonly wrappers: ReadonlySet<string>;
  /** A member's own name. */
  readonly properties: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
  readonly strings: ReadonlySet<string>;
  readonly imports: ReadonlySet<string>;
  /** Nodes that give something a name. */
  readonly definitions: ReadonlySet<string>;
}

/** How `whole-file.ts` reads the trees of a grammar, but for the outline. */
export function treeReader(grammar: ExpressionGrammar): Omit<TreeReader, "outlineOf"> {
  const { expressionOf, wrappers, properties } = grammar;

  /** What is called or indexed at the range, and what stands around it. */
  const ownerAt = ({ tree }: ParsedText, { start, end }: Range): SyntaxNode | null => {
    let node: SyntaxNode | null = tree.resolveInner(end, -1);
    while (node && (node.to !== end || node.from > start)) node = node.parent;
    // The name of a method whose object is no name stands for the whole callee.
    if (node && properties.has(node.name)) node = node.parent;
    if (node?.to !== end) return null;
    while (node.parent?.to === end && !wrappers.has(node.parent.name) && node.parent.from === node.from)
      node = node.parent;
    while (node.parent && wrappers.has(node.parent.name)) node = node.parent;
    return node.parent;
  };

  return {
    expressionAt({ tree, text }, { start, end }) {
      let node: SyntaxNode | null = tree.resolveInner(start, 1);
      while (node && (node.from !== start || node.to < end)) node = node.parent;
      return node?.to === end ? expressionOf(node, text) : undefined;
    },
    callAt(parsed, range) {
      const node = ownerAt(parsed, range);
      const read = node && expressionOf(node, parsed.text);
      return read?.kind === "call" && endsWith(read.callee, range) ? read.call : undefined;
    },
    itemAt(parsed, range) {
      const node = ownerAt(parsed, range);
      const read = node && expressionOf(node, parsed.text);
      return read?.kind === "item" && endsWith(read.object, range) ? read : undefined;
    },
    placeAt: (parsed, offset) => placeAt(grammar, parsed, offset),
  };
}

/** Whether what was called is what was asked for, perhaps in brackets. */
function endsWith({ range }: Expression, { end }: Range): boolean {
  return range.end === end;
}

function placeAt(grammar: ExpressionGrammar, { tree, text }: ParsedText, offset: number): CodePlace {
  for (const side of [1, -1] as const) {
    const node = tree.resolveInner(offset, side);
    for (let around: SyntaxNode | null = node; around; around = around.parent) {
      const { name, from, to } = around;
      if (grammar.comments.has(name)) return { kind: "comment" };
      if (grammar.strings.has(name)) return { kind: "string", text: text.slice(from, to) };
      if (grammar.imports.has(name)) return { kind: "import" };
    }
    if (grammar.definitions.has(node.name))
      return { kind: "definition", text: text.slice(node.from, node.to) };
  }
  return { kind: "other" };
}
