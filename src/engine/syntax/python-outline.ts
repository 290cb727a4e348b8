/**
 * Outline of a Python module: one walk over its tree.
 *
 * The tree may hold errors anywhere; every handler takes the children it finds and visits the rest as expressions, so
 * what can be read is read.
 */
import type { Scope } from "./outline.ts";
import type { ParsedText } from "./grammar.ts";
import { definitionHandlers, knownScopes } from "./python-definitions.ts";
import { expressionHandlers } from "./python-expressions.ts";
import { importHandlers } from "./python-imports.ts";
import { nodeNames } from "./parser.ts";
import { statementHandlers } from "./python-statements.ts";
import { handlerTable, outlineBy } from "./walker.ts";

const table = handlerTable(nodeNames, {
  ...expressionHandlers,
  ...statementHandlers,
  ...importHandlers,
  ...definitionHandlers,
});

export function outlineOf(parsed: ParsedText): Scope {
  let scope = knownScopes.get(parsed.tree);
  if (!scope) knownScopes.set(parsed.tree, (scope = outlineBy(table, parsed)));
  return scope;
}
