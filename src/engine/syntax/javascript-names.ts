/** Names of JavaScript as they are read, and bound by declarations, assignments and patterns. */
import { chainReader } from "./chains.ts";
import type { SyntaxNode } from "./grammar.ts";
import { readExpression } from "./javascript-expressions.ts";
import { originsOfExpression } from "./origins.ts";
import type { NameInText, ScopeBuilder } from "./outline-builder.ts";
import { type Walker, nameAt } from "./walker.ts";

export const readChain = chainReader({
  names: new Set(["VariableName", "this"]),
  members: new Set(["MemberExpression"]),
  properties: new Set(["PropertyName", "PrivatePropertyName"]),
  separators: new Set([".", "?.", "[", "]", "LineComment", "BlockComment"]),
});

/** A name that a pattern binds. */
export interface Target {
  readonly name: NameInText;
  /** Whose value it is: the whole, or its member. Undefined: something further inside. */
  readonly of: { readonly member?: string } | undefined;
}

export function targetsIn(node: SyntaxNode, text: string, of: Target["of"]): Target[] {
  const { name } = node;
  if (name === "VariableDefinition" || name === "VariableName") return [{ name: nameAt(text, node), of }];
  const found: Target[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === "Equals" || child.name === "TypeAnnotation") {
      // A default is no target.
      if (child.name === "Equals" && child.nextSibling) child = child.nextSibling;
    } else if (child.name !== "PatternProperty") found.push(...targetsIn(child, text, undefined));
    else {
      const isOfWhole = name === "ObjectPattern" && of && of.member === undefined;
      const key =
        child.getChild("PropertyName") ??
        child.getChild("VariableDefinition") ??
        child.getChild("VariableName");
      const isPlain = isOfWhole && key && !child.getChild("Spread") && !child.getChild("Equals");
      for (const target of targetsIn(child, text, {})) {
        const isDirect = target.name.end === child.to || target.name.start === key?.from;
        found.push({
          ...target,
          of: isPlain && isDirect ? { member: text.slice(key.from, key.to) } : undefined,
        });
      }
    }
  }
  return found;
}

/** Where `var` declares. */
export function functionScope(scope: ScopeBuilder): ScopeBuilder {
  return scope.kind === "block" && scope.parent ? functionScope(scope.parent) : scope;
}

export function declaringScope(scope: ScopeBuilder, name: string): ScopeBuilder {
  for (let own: ScopeBuilder | undefined = scope; own; own = own.parent)
    if (own.bindings.has(name)) return own;
  return scope;
}

/** @param scopeOf where a name is bound */
export function bindTargets(
  ...[walker, targets, value, at, scopeOf]: [
    Walker,
    readonly Target[],
    { readonly node: SyntaxNode; readonly module: string | undefined } | undefined,
    number,
    (name: string) => ScopeBuilder,
  ]
): void {
  const { text, scope } = walker;
  const expression = value && readExpression(value.node, text);
  const origins = originsOfExpression(expression);
  for (const { name, of } of targets) {
    const owner = scopeOf(name.name);
    owner.within(owner === scope ? undefined : {}, () => {
      if (!value || !expression || !of)
        owner.bind(name, at, { kind: "opaque", by: value ? "unpacking" : "declaration" });
      else if (value.module !== undefined)
        owner.bindImport(name, at, { kind: "import", module: value.module, ...of });
      else
        owner.bind(
          name,
          at,
          { kind: "assignment", value: owner.range(value.node.from, value.node.to), ...of },
          origins,
        );
    });
  }
}
