/** `use` declarations of Rust. */
import type { SyntaxNode } from "./grammar.ts";
import type { Handler, Walker } from "./walker.ts";

/** They hold throughout their block. */
export const useDeclaration: Handler = (walker, cursor) => {
  const { node } = cursor;
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== "use" && child.name !== ";") readTree(walker, child, []);
};

function readTree(walker: Walker, node: SyntaxNode, path: readonly string[]): void {
  const word = walker.slice(node);
  switch (node.name) {
    case "BoundIdentifier":
      bind(walker, node, word === "self" ? path : [...path, word]);
      return;
    case "self":
      // `ops::{self}` brings `ops`.
      bind(walker, node, path, path.at(-1));
      return;
    case "UseAsClause": {
      const name = node.getChild("BoundIdentifier");
      if (!name || !node.firstChild) return;
      const own = pathIn(walker.text, node.firstChild);
      bind(walker, name, own.join() === "self" && path.length > 0 ? path : [...path, ...own]);
      return;
    }
    case "ScopedIdentifier": {
      const name = node.getChild("BoundIdentifier");
      if (name) bind(walker, name, [...path, ...pathIn(walker.text, node)]);
      return;
    }
    case "UseWildcard": {
      const { scope } = walker;
      const module = [...path, ...pathIn(walker.text, node)].join(".");
      scope.stars.push({ module, at: 0, range: { start: node.from, end: node.to }, block: scope.block });
      return;
    }
    case "ScopedUseList": {
      const list = node.getChild("UseList");
      if (list) readTree(walker, list, [...path, ...pathIn(walker.text, node)]);
      return;
    }
    case "UseList":
      for (let child = node.firstChild; child; child = child.nextSibling) readTree(walker, child, path);
  }
}

const segments = new Set(["ScopeIdentifier", "Identifier", "BoundIdentifier", "self", "super", "crate"]);

function pathIn(text: string, node: SyntaxNode): string[] {
  if (segments.has(node.name)) return [text.slice(node.from, node.to)];
  const found: string[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (segments.has(child.name)) found.push(text.slice(child.from, child.to));
    else if (child.name === "ScopedIdentifier") found.push(...pathIn(text, child));
  return found;
}

function bind(walker: Walker, node: SyntaxNode, path: readonly string[], as?: string): void {
  const { name, ...range } = walker.name(node);
  const module = path.slice(0, -1).join(".");
  const last = path.at(-1);
  if (last === undefined) return;
  const source = module === "" ? { module: last } : { module, member: last };
  walker.scope.bindImport({ name: as ?? name, ...range }, 0, { kind: "import", ...source });
}
