/** Functions and classes of Python. */
import type { Scope } from "./outline.ts";
import type { NameInText } from "./outline-builder.ts";
import { type Tree, worthKeeping } from "./grammar.ts";
import { bindParameters, visitDefaults } from "./python-parameters.ts";
import type { Handler, Handlers } from "./walker.ts";

/**
 * Outlines by the trees they were read from. The parser hands out the same tree again for a definition in which nothing
 * changed, and positions in an outline are relative, so only what was edited is walked again.
 */
export const knownScopes = new WeakMap<Tree, Scope>();

const functionDefinition: Handler = (walker, cursor) => {
  let name: NameInText | undefined;
  walker.forChildren(cursor, (type) => {
    if (type === "ParamList") visitDefaults(walker, cursor);
    else if (type === "VariableName") name ??= walker.name(cursor);
    else if (type !== "Body" && type !== "TypeParamList") walker.visit(cursor);
  });
  if (name) walker.bindOpaque([name], cursor.to, "function");
  definedScope(walker, cursor, "function", (type) => {
    if (type === "ParamList") bindParameters(walker, cursor);
    else if (type === "Body" || type === "TypeParamList") walker.visit(cursor);
  });
};

const classDefinition: Handler = (walker, cursor) => {
  let name: NameInText | undefined;
  walker.forChildren(cursor, (type) => {
    if (type === "VariableName") name ??= walker.name(cursor);
    else if (type !== "Body" && type !== "TypeParamList") walker.visit(cursor);
  });
  if (name) walker.bindOpaque([name], cursor.to, "class");
  definedScope(walker, cursor, "class", (type) => {
    if (type === "ArgList") readBases(walker, cursor);
    else if (type === "Body" || type === "TypeParamList") walker.visit(cursor);
  });
};

/** `Block`, `base.Block` */
const readBases: Handler = (walker, cursor) => {
  let base: string | undefined;
  walker.forChildren(cursor, (type) => {
    if (type === "," || type === ")") {
      if (base !== undefined) walker.scope.bases.push(base);
      base = undefined;
    } else
      base =
        type === "VariableName" || type === "MemberExpression" ? dotted(walker.slice(cursor)) : undefined;
  });
};

function dotted(text: string): string | undefined {
  return /^[\p{L}\p{N}_.]+$/u.test(text) ? text : undefined;
}

function definedScope(
  ...[walker, cursor, kind, visit]: [...Parameters<Handler>, "function" | "class", (type: string) => void]
): void {
  const { from, tree } = cursor;
  const known = tree && knownScopes.get(tree);
  if (known) {
    walker.scope.adopt(known, from - walker.scope.base, from);
    return;
  }
  const scope = walker.inside(kind, from, from, () => {
    walker.forChildren(cursor, visit);
  });
  if (tree && walker.text.length >= worthKeeping) knownScopes.set(tree, scope);
}

/** `[T]` behind a name */
const typeParameter: Handler = (walker, cursor) => {
  let isName = true;
  walker.forChildren(cursor, (type) => {
    if (isName && type === "VariableName") {
      walker.bindOpaque([walker.name(cursor)], walker.scope.base, "type");
      isName = false;
    } else walker.visit(cursor);
  });
};

export const definitionHandlers: Handlers = {
  FunctionDefinition: functionDefinition,
  ClassDefinition: classDefinition,
  TypeParam: typeParameter,
};
