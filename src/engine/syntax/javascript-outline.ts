/**
 * Outline of a file of JavaScript or TypeScript. Names that `let`, `const`, `class` and `function` declare hold in their
 * block, those of `var` in their function; declarations of functions hold throughout.
 */
import { chainReader, referring } from "./chains.ts";
import { expressionsIn, readExpression } from "./javascript-expressions.ts";
import { importDeclaration, importedModule } from "./javascript-imports.ts";
import { originsOfExpression, rootOf } from "./origins.ts";
import type { Grammar, ParsedText, SyntaxNode, TreeCursor } from "./grammar.ts";
import { type NameInText, ScopeBuilder } from "./outline-builder.ts";
import type { Branching, Scope } from "./outline.ts";
import { type Handler, type Handlers, Walker, handlerTable, skip } from "./walker.ts";

const readChain = chainReader({
  names: new Set(["VariableName", "this"]),
  members: new Set(["MemberExpression"]),
  properties: new Set(["PropertyName", "PrivatePropertyName"]),
  separators: new Set([".", "?.", "[", "]", "LineComment", "BlockComment"]),
});

/** A name that a pattern binds. */
interface Target {
  readonly name: NameInText;
  /** Whose value it is: the whole, or its member. Undefined: something further inside. */
  readonly of: { readonly member?: string } | undefined;
}

function targetsIn(node: SyntaxNode, text: string, of: Target["of"]): Target[] {
  const { name, from, to } = node;
  if (name === "VariableDefinition" || name === "VariableName")
    return [{ name: { name: text.slice(from, to), start: from, end: to }, of }];
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
function functionScope(scope: ScopeBuilder): ScopeBuilder {
  return scope.kind === "block" && scope.parent ? functionScope(scope.parent) : scope;
}

function declaringScope(scope: ScopeBuilder, name: string): ScopeBuilder {
  for (let own: ScopeBuilder | undefined = scope; own; own = own.parent)
    if (own.bindings.has(name)) return own;
  return scope;
}

/** @param scopeOf where a name is bound */
function bindTargets(
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
    const named = name && { name: walker.text.slice(name.from, name.to), start: name.from, end: name.to };
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
  const named = name && { name: walker.text.slice(name.from, name.to), start: name.from, end: name.to };
  if (named && node.name === "ClassDeclaration") walker.bindOpaque([named], cursor.to, "class");
  walker.forChildren(cursor, (type) => {
    if (type !== "ClassBody" && type !== "VariableDefinition") walker.visit(cursor);
  });
  walker.inside("class", 0, cursor.from, (scope) => {
    const base = node.getChild("extends")?.nextSibling;
    if (base?.name === "VariableName") scope.bases.push(walker.text.slice(base.from, base.to));
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
  const own = { name: walker.text.slice(name.from, name.to), start: name.from, end: name.to };
  bindTargets(walker, [{ name: own, of: {} }], parsed, node.to, () => walker.scope);
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
    walker.scope.refer(walker.text.slice(name.from, name.to), "", name.from, name.to);
  else walker.visitChildren(cursor);
};

/** Whether a suite declares names that hold in it alone. */
function declares(node: SyntaxNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { name, firstChild } = child;
    if (name === "ClassDeclaration" || name === "FunctionDeclaration") return true;
    if (name === "VariableDeclaration" && firstChild?.name !== "var") return true;
  }
  return false;
}

const block: Handler = (walker, cursor) => {
  if (!declares(cursor.node)) walker.visitChildren(cursor);
  else
    walker.inside("block", 0, cursor.from, () => {
      walker.visitChildren(cursor);
    });
};

/** Runs all its parts, or none, or each more than once. */
function within(isLoop: boolean): Handler {
  return (walker, cursor) => {
    walker.scope.within({ isLoop }, () => {
      block(walker, cursor);
    });
  };
}

const loop: Handler = (walker, cursor) => {
  walker.scope.within({ isLoop: true }, () => {
    walker.inside("block", 0, cursor.from, () => {
      walker.visitChildren(cursor);
    });
  });
};

/** `for (const x of xs)` */
const loopVariable: Handler = (walker, cursor) => {
  walker.forChildren(cursor, (type) => {
    if (/^(?:VariableDefinition|.*Pattern)$/.test(type))
      walker.bindOpaque(
        targetsIn(cursor.node, walker.text, {}).map(({ name }) => name),
        cursor.from,
        "loop",
      );
    else walker.visit(cursor);
  });
};

const ifStatement: Handler = (walker, cursor) => {
  const branching: Branching = {
    arms: 0,
    isComplete: cursor.node.getChild("else") !== null,
    isExclusive: true,
  };
  walker.forChildren(cursor, (type) => {
    if (type === "ParenthesizedExpression") walker.visit(cursor);
    else if (/^[A-Z]/.test(type) && !type.endsWith("Comment"))
      walker.scope.within({ branching }, () => {
        walker.visit(cursor);
      });
  });
};

const catchClause: Handler = (walker, cursor) => {
  walker.scope.within({}, () => {
    walker.inside("block", 0, cursor.from, () => {
      walker.forChildren(cursor, (type) => {
        if (type === "Block") walker.visitChildren(cursor);
        else
          walker.bindOpaque(
            targetsIn(cursor.node, walker.text, {}).map(({ name }) => name),
            cursor.from,
            "except",
          );
      });
    });
  });
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
  Block: block,
  SwitchBody: within(false),
  TryStatement: (walker, cursor) => {
    walker.scope.within({}, () => {
      walker.visitChildren(cursor);
    });
  },
  ForStatement: loop,
  ForOfSpec: loopVariable,
  ForInSpec: loopVariable,
  WhileStatement: within(true),
  DoStatement: within(true),
  IfStatement: ifStatement,
  CatchClause: catchClause,
  ...Object.fromEntries(types.map((type) => [type, skip])),
};

/** @param grammar of JavaScript, in one of its dialects */
export function outlinesBy({ nodeNames }: Grammar): (parsed: ParsedText) => Scope {
  const table = handlerTable(nodeNames, handlers);
  return ({ tree, text }) => {
    const walker = new Walker(text, new ScopeBuilder("module", 0), table);
    walker.visitChildren(tree.cursor());
    return walker.scope;
  };
}
