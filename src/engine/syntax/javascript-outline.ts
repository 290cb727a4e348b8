/**
 * Outline of a file of JavaScript or TypeScript. Names that `let`, `const`, `class` and `function` declare hold in their
 * block, those of `var` in their function; declarations of functions hold throughout.
 */
import { referring } from "./chains.ts";
import type { Grammar, ParsedText, SyntaxNode, TreeCursor } from "./grammar.ts";
import { expressionsIn, readExpression } from "./javascript-expressions.ts";
import { importDeclaration, importedModule } from "./javascript-imports.ts";
import {
  type Target,
  bindTargets,
  declaringScope,
  functionScope,
  readChain,
  targetsIn,
} from "./javascript-names.ts";
import { suiteHandlers } from "./javascript-suites.ts";
import { originsOfExpression, rootOf } from "./origins.ts";
import type { NameInText, ScopeBuilder } from "./outline-builder.ts";
import type { Scope } from "./outline.ts";
import { type Handler, type Handlers, type Walker, handlerTable, outlineBy, skip } from "./walker.ts";

const declaration: Handler = (walker, cursor) => {
  const { node } = cursor;
  const isVar = node.firstChild?.name === "var";
  let targets: Target[] = [];
  const finish = (value: Parameters<typeof bindTargets>[2]) => {
    bindTargets(walker, targets, value, cursor.to, () =>
      isVar ? functionScope(walker.scope) : walker.scope,
    );
    targets = [];
  };
  let isValue = false;
  walker.forChildren(cursor, (type) => {
    if (type === "Equals") isValue = true;
    else if (type === ",") {
      if (!isValue) finish(undefined);
      isValue = false;
    } else if (isValue) {
      const module = importedModule(cursor, walker.text);
      walker.visit(cursor);
      if (targets.length > 0) finish({ node: cursor.node, module });
    } else if (/^(?:VariableDefinition|.*Pattern)$/.test(type))
      targets = targetsIn(cursor.node, walker.text, {});
    else walker.visit(cursor);
  });
  if (targets.length > 0) finish(undefined);
};

const assignment: Handler = (walker, cursor) => {
  const { node } = cursor;
  const [target, value] = expressionsIn(node).length > 1 ? [node.firstChild!, node.lastChild!] : [];
  if (!target || !value) {
    walker.visitChildren(cursor);
    return;
  }
  const isPlain = node.getChild("Equals") !== null;
  let isValue = false;
  walker.forChildren(cursor, (type) => {
    if (type === "Equals" || type === "UpdateOp") isValue = true;
    else if (isValue) walker.visit(cursor);
    else if (type === "MemberExpression") assignMember(walker, cursor, isPlain ? value : undefined);
  });
  if (target.name === "MemberExpression") return;
  const whole = isPlain ? { node: value, module: undefined } : undefined;
  const scopeOf = (name: string) => declaringScope(walker.scope, name);
  bindTargets(walker, targetsIn(target, walker.text, {}), whole, node.to, scopeOf);
};

/** `this.act = …`, kept with the method whose `this` it is. */
function assignMember(walker: Walker, cursor: TreeCursor, value: SyntaxNode | undefined): void {
  const chain = readChain(walker, cursor);
  let owner: ScopeBuilder | undefined = walker.scope;
  while (owner && owner.firstParameter !== "this") owner = owner.parent;
  if (!chain || !value || !owner || chain.root !== "this" || chain.path.includes(".")) return;
  const valueRoot = rootOf(readExpression(value, walker.text));
  owner.within(owner === walker.scope ? undefined : {}, () => {
    owner.attributes.push({
      root: chain.root,
      name: chain.path,
      at: value.to,
      value: { start: value.from, end: value.to },
      block: owner.block,
      ...(valueRoot === undefined ? {} : { valueRoot }),
    });
  });
}

/** @param hasOwnThis not so an arrow function */
function functionScoped(hasOwnThis: boolean): Handler {
  return (walker, cursor) => {
    const { node } = cursor;
    const name = node.getChild("VariableDefinition");
    const named = name && walker.name(name);
    if (named && node.name === "FunctionDeclaration")
      walker.bindOpaque([named], walker.scope.base, "function");
    const isMethod = walker.scope.kind === "class";
    walker.inside("function", 0, cursor.from, (scope) => {
      if (named && node.name === "FunctionExpression") walker.bindOpaque([named], 0, "function");
      if (hasOwnThis && isMethod) scope.firstParameter = "this";
      else if (hasOwnThis)
        scope.bind({ name: "this", start: cursor.from, end: cursor.from }, 0, { kind: "parameter" });
      readFunction(walker, cursor);
    });
  };
}

function readFunction(walker: Walker, cursor: TreeCursor): void {
  walker.forChildren(cursor, (type) => {
    if (type === "ParamList") readParameters(walker, cursor);
    else if (type === "Block") walker.visitChildren(cursor);
    else if (!/Definition$/.test(type)) walker.visit(cursor);
  });
}

/** Names hold from the start of the function; a caller may pass anything for their defaults. */
function readParameters(walker: Walker, cursor: TreeCursor): void {
  let name: NameInText | undefined;
  let isDefault = false;
  const { text, scope } = walker;
  const finish = (value?: SyntaxNode) => {
    if (!name) return;
    const source = value ? { value: { start: value.from, end: value.to } } : {};
    const origins = value && originsOfExpression(readExpression(value, text));
    scope.bind(name, 0, { kind: "parameter", ...source }, origins);
    name = undefined;
  };
  walker.forChildren(cursor, (type) => {
    if (type === "Equals") isDefault = true;
    else if (type === ",") {
      finish();
      isDefault = false;
    } else if (isDefault) {
      walker.visit(cursor);
      finish(cursor.node);
    } else if (type === "VariableDefinition") name = walker.name(cursor);
    else if (type.endsWith("Pattern")) {
      walker.visit(cursor);
      for (const target of targetsIn(cursor.node, text, {}))
        scope.bind(target.name, 0, { kind: "parameter" });
    } else walker.visit(cursor);
  });
  finish();
}

const classScoped: Handler = (walker, cursor) => {
  const { node } = cursor;
  const name = node.getChild("VariableDefinition");
  const named = name && walker.name(name);
  if (named && node.name === "ClassDeclaration") walker.bindOpaque([named], cursor.to, "class");
  walker.forChildren(cursor, (type) => {
    if (type !== "ClassBody" && type !== "VariableDefinition") walker.visit(cursor);
  });
  walker.inside("class", 0, cursor.from, (scope) => {
    const base = node.getChild("extends")?.nextSibling;
    if (base?.name === "VariableName") scope.bases.push(walker.slice(base));
    walker.forChildren(cursor, (type) => {
      if (type === "ClassBody") walker.visitChildren(cursor);
    });
  });
};

/** `act = tf.layers.reLU();` in a class */
const field: Handler = (walker, cursor) => {
  const { node } = cursor;
  const name = node.getChild("PropertyDefinition") ?? node.getChild("PrivatePropertyDefinition");
  const value = node.getChild("Equals")?.nextSibling;
  const parsed = value ? { node: value, module: undefined } : undefined;
  walker.visitChildren(cursor);
  if (!name) return;
  bindTargets(walker, [{ name: walker.name(name), of: {} }], parsed, node.to, () => walker.scope);
};

/** A method of an object, `f(x) {…}`, and a name that stands for itself, `{alpha}`. */
const property: Handler = (walker, cursor) => {
  const { node } = cursor;
  if (node.getChild("ParamList")) {
    functionScoped(true)(walker, cursor);
    return;
  }
  const name = node.getChild("PropertyDefinition");
  if (name && node.lastChild?.from === name.from)
    walker.scope.refer(walker.slice(name), "", name.from, name.to);
  else walker.visitChildren(cursor);
};

const exported: Handler = (walker, cursor) => {
  // A name in braces is only passed on.
  walker.forChildren(cursor, (type) => {
    if (type !== "ExportGroup") walker.visit(cursor);
  });
};

const types = [
  ...["TypeAnnotation", "TypeArgList", "TypeParamList", "TypeAliasDeclaration", "InterfaceDeclaration"],
  ...["AmbientDeclaration", "TypeofType", "IndexedType", "ObjectType", "TypePredicate"],
];

const refer = referring(readChain);

const handlers: Handlers = {
  VariableName: refer,
  MemberExpression: refer,
  this: refer,
  ImportDeclaration: importDeclaration,
  ExportDeclaration: exported,
  VariableDeclaration: declaration,
  AssignmentExpression: assignment,
  FunctionDeclaration: functionScoped(true),
  FunctionExpression: functionScoped(true),
  MethodDeclaration: functionScoped(true),
  ArrowFunction: functionScoped(false),
  ClassDeclaration: classScoped,
  ClassExpression: classScoped,
  PropertyDeclaration: field,
  Property: property,
  ...suiteHandlers,
  ...Object.fromEntries(types.map((type) => [type, skip])),
};

/** @param grammar of JavaScript, in one of its dialects */
export function outlinesBy({ nodeNames }: Grammar): (parsed: ParsedText) => Scope {
  const table = handlerTable(nodeNames, handlers);
  return (parsed) => outlineBy(table, parsed);
}
