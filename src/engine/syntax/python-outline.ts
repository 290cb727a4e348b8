/**
 * Outline of a Python module: one walk over its tree.
 *
 * The tree may hold errors anywhere; every handler takes the children it finds and visits the rest as expressions, so
 * what can be read is read.
 */
import { ScopeBuilder } from "./outline-builder.ts";
import type { Scope } from "./outline.ts";
import type { ParsedText } from "./grammar.ts";
import { definitionHandlers, knownScopes } from "./python-definitions.ts";
import { expressionHandlers } from "./python-expressions.ts";
import { importHandlers } from "./python-imports.ts";
import { nodeNames } from "./parser.ts";
import { statementHandlers } from "./python-statements.ts";
import { Walker, handlerTable } from "./walker.ts";

const table = handlerTable(nodeNames, {
  ...expressionHandlers,
  ...statementHandlers,
  ...importHandlers,
  ...definitionHandlers,
});

export function outlineOf({ tree, text }: ParsedText): Scope {
  const known = knownScopes.get(tree);
  if (known) return known;
  const walker = new Walker(text, new ScopeBuilder("module", 0), table);
  walker.visitChildren(tree.cursor());
  knownScopes.set(tree, walker.scope);
  return walker.scope;
}
