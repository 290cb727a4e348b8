/** What a value that was read may be, or be got from: see `Alias`. */
import type { Expression } from "./expression.ts";
import { type Alias, inTable } from "./outline.ts";

export function originsOfExpression(expression: Expression | undefined): Omit<Alias, "name">[] {
  switch (expression?.kind) {
    case "name":
      return [{ root: expression.name }];
    case "member": {
      const root = rootOf(expression);
      return root === undefined ? [] : [{ root }];
    }
    case "call":
      return originsOfOwner(expression.callee);
    case "item":
      return originsOfOwner(expression.object);
    case "choice":
      return expression.options.flatMap(originsOfExpression);
    case "table": {
      const roots = new Set(expression.entries.flatMap(({ value }) => rootOf(value) ?? []));
      return [...roots].map((root) => ({ root, from: inTable }));
    }
    case undefined:
    case "number":
    case "string":
    case "boolean":
    case "none":
    case "unary":
    case "binary":
    case "other":
      return [];
  }
}

/** Of what is called or indexed. */
function originsOfOwner(owner: Expression): Omit<Alias, "name">[] {
  const root = rootOf(owner);
  if (root === undefined) return [];
  return [{ root, from: owner.kind === "member" ? owner.member : root }];
}

/** The first name that a value hangs on: `tf` of `tf.layers.reLU()`. */
export function rootOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === "name") return expression.name;
  if (expression?.kind === "member" || expression?.kind === "item") return rootOf(expression.object);
  return expression?.kind === "call" ? rootOf(expression.callee) : undefined;
}
