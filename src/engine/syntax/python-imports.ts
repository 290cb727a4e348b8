/** Imports of Python. What stands before an error is taken as it is. */
import type { NameInText } from "./outline-builder.ts";
import type { TreeCursor } from "./grammar.ts";
import type { Handler, Handlers, Walker } from "./walker.ts";

/** `torch.nn as nn` */
interface ImportedName {
  readonly path: NameInText[];
  as?: NameInText;
}

interface ImportParts {
  /** Module of `from`, with the dots of a relative one. */
  from?: string;
  star?: { readonly start: number; readonly end: number };
  readonly names: ImportedName[];
}

const importStatement: Handler = (walker, cursor) => {
  const { scope } = walker;
  const { from, star, names } = readParts(walker, cursor);
  const at = cursor.to;
  if (from !== undefined && star) {
    scope.stars.push({
      module: from,
      at: at - scope.base,
      range: scope.range(star.start, star.end),
      block: scope.block,
    });
  }
  for (const { path, as } of names) {
    const first = path[0];
    if (!first) continue;
    if (from !== undefined) {
      scope.bindImport(as ?? first, at, { kind: "import", module: from, member: first.name });
    } else {
      // Without `as`, `import torch.nn` binds `torch`.
      const module = as ? path.map(({ name }) => name).join(".") : first.name;
      scope.bindImport(as ?? first, at, { kind: "import", module });
    }
  }
};

function readParts(walker: Walker, cursor: TreeCursor): ImportParts {
  const parts: ImportParts = { names: [] };
  let current: ImportedName = { path: [] };
  let isModule = false;
  let isAlias = false;
  walker.forChildren(cursor, (type) => {
    switch (type) {
      case "from":
        isModule = true;
        parts.from = "";
        break;
      case "import":
        isModule = false;
        break;
      case "*":
        parts.star = { start: cursor.from, end: cursor.to };
        break;
      case "as":
        isAlias = true;
        break;
      case ",":
        parts.names.push(current);
        current = { path: [] };
        isAlias = false;
        break;
      case ".":
      case "Ellipsis":
        if (isModule) parts.from = (parts.from ?? "") + walker.slice(cursor);
        break;
      case "VariableName":
        if (isModule) parts.from = (parts.from ?? "") + walker.slice(cursor);
        else if (isAlias) current.as = walker.name(cursor);
        else current.path.push(walker.name(cursor));
        break;
    }
  });
  parts.names.push(current);
  return parts;
}

export const importHandlers: Handlers = { ImportStatement: importStatement };
