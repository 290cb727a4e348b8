/** Outline of a file of Rust. `use`, items and functions hold throughout their block, variables from where they are declared. */
import { chainReader, referring } from "./chains.ts";
import { type Grammar, type ParsedText, type SyntaxNode, type TreeCursor, childrenOf } from "./grammar.ts";
import { originsOfExpression } from "./origins.ts";
import type { NameInText } from "./outline-builder.ts";
import type { OpaqueKind, Scope } from "./outline.ts";
import { readExpression, rustNames } from "./rust-expressions.ts";
import { useDeclaration } from "./rust-imports.ts";
import { type Handler, type Handlers, type Walker, handlerTable, nameAt, outlineBy, skip } from "./walker.ts";

const readChain = chainReader({
  names: rustNames,
  members: new Set(["FieldExpression", "ScopedIdentifier"]),
  properties: new Set(["FieldIdentifier", "Identifier", "ScopeIdentifier"]),
  separators: new Set(["::", ".", "TypeArgList", "LineComment", "BlockComment"]),
});

function namesIn(node: SyntaxNode, text: string): NameInText[] {
  if (node.name === "BoundIdentifier") return [nameAt(text, node)];
  return childrenOf(node).flatMap((child) => namesIn(child, text));
}

/** `let pattern: Type = value`, `const NAME: Type = value` */
const declaration: Handler = (walker, cursor) => {
  const { node } = cursor;
  const { text, scope } = walker;
  const equals = node.getChild("=");
  const value = equals?.nextSibling;
  let isValue = false;
  walker.forChildren(cursor, (type) => {
    if (type === "=") isValue = true;
    else if (isValue) walker.visit(cursor);
  });
  const isPlain = node.getChild("BoundIdentifier") !== null;
  for (
    let child = node.firstChild;
    child && child.from < (equals?.from ?? node.to);
    child = child.nextSibling
  ) {
    for (const name of namesIn(child, text)) {
      if (!value) walker.bindOpaque([name], node.to, "declaration");
      else if (!isPlain) walker.bindOpaque([name], node.to, "unpacking");
      else {
        const source = { kind: "assignment", value: { start: value.from, end: value.to } } as const;
        scope.bind(name, node.to, source, originsOfExpression(readExpression(value, text)));
      }
    }
  }
};

/** `act = Activation::Relu;` changes what was declared. */
const assignment: Handler = (walker, cursor) => {
  const { firstChild, to } = cursor.node;
  walker.visitChildren(cursor);
  if (firstChild?.name !== "Identifier") return;
  walker.bindOpaque([walker.name(firstChild)], to, "update");
};

const functionItem: Handler = (walker, cursor) => {
  const name = cursor.node.getChild("BoundIdentifier");
  if (name) walker.bindOpaque(namesIn(name, walker.text), 0, "function");
  const isMethod = walker.scope.kind === "class";
  walker.inside("function", 0, cursor.from, (scope) => {
    const parameters = cursor.node.getChild("ParamList");
    if (isMethod && parameters?.getChild("SelfParameter")) scope.firstParameter = "self";
    walker.forChildren(cursor, (type) => {
      if (type === "ParamList") bindParameters(walker, cursor);
      else if (type === "Block") walker.visitChildren(cursor);
    });
  });
};

const closure: Handler = (walker, cursor) => {
  walker.inside("function", 0, cursor.from, () => {
    walker.forChildren(cursor, (type) => {
      if (type === "ParamList") bindParameters(walker, cursor);
      else walker.visit(cursor);
    });
  });
};

function bindParameters(walker: Walker, cursor: TreeCursor): void {
  for (const name of namesIn(cursor.node, walker.text)) walker.scope.bind(name, 0, { kind: "parameter" });
}

/** What is read within has names of its own. */
function scoped(kind: "block" | "class", isLoop = false): Handler {
  return (walker, cursor) => {
    walker.scope.within({ isLoop }, () => {
      walker.inside(kind, 0, cursor.from, () => {
        walker.visitChildren(cursor);
      });
    });
  };
}

/** A pattern binds, and what it names is not used. */
function patterned(by: OpaqueKind, end: string, isLoop: boolean): Handler {
  return (walker, cursor) => {
    walker.scope.within({ isLoop }, () => {
      walker.inside("block", 0, cursor.from, () => {
        let isPattern = true;
        walker.forChildren(cursor, (type) => {
          if (type === end) isPattern = false;
          else if (isPattern && type !== "Guard")
            walker.bindOpaque(namesIn(cursor.node, walker.text), cursor.from, by);
          else walker.visit(cursor);
        });
      });
    });
  };
}

/** A type of the file itself hides one of its name. */
const typeItem: Handler = (walker, cursor) => {
  const name = cursor.node.getChild("TypeIdentifier");
  if (name) walker.bindOpaque([walker.name(name)], 0, "type");
};

/** `vec![Activation::Relu]`: of what a macro is given only paths are read, and no calls. */
const tokens: Handler = (walker, cursor) => {
  let path: SyntaxNode[] = [];
  const finish = (next: string) => {
    const [first] = path;
    const last = path.at(-1);
    if (first && last && path.length > 1 && next !== "ParenthesizedTokens") {
      const words = path.map((node) => walker.slice(node));
      walker.scope.refer(words[0]!, words.slice(1).join("."), first.from, last.to);
    }
    path = [];
  };
  walker.forChildren(cursor, (type) => {
    if (type === "Identifier") {
      const isNext = path.length > 0 && walker.text.slice(path.at(-1)!.to, cursor.from).trim() === "::";
      if (!isNext) finish(type);
      path.push(cursor.node);
    } else if (type !== "::") {
      finish(type);
      if (type.endsWith("Tokens")) tokens(walker, cursor);
    }
  });
  finish("");
};

const refer = referring(readChain);

const handlers: Handlers = {
  Identifier: refer,
  ScopedIdentifier: refer,
  FieldExpression: refer,
  self: refer,
  UseDeclaration: useDeclaration,
  ExternCrateDeclaration: skip,
  LetDeclaration: declaration,
  ConstItem: declaration,
  StaticItem: declaration,
  AssignmentExpression: assignment,
  FunctionItem: functionItem,
  ClosureExpression: closure,
  ImplItem: scoped("class"),
  TraitItem: scoped("class"),
  ModItem: scoped("block"),
  StructItem: typeItem,
  EnumItem: typeItem,
  UnionItem: typeItem,
  TypeItem: typeItem,
  Block: scoped("block"),
  IfExpression: scoped("block"),
  WhileExpression: scoped("block", true),
  LoopExpression: scoped("block", true),
  ForExpression: patterned("loop", "in", true),
  MatchArm: patterned("pattern", "=>", false),
  ParenthesizedTokens: tokens,
  BracketedTokens: tokens,
  BracedTokens: tokens,
  MacroInvocation: (walker, cursor) => {
    walker.forChildren(cursor, (type) => {
      if (type.endsWith("Tokens")) tokens(walker, cursor);
    });
  },
  ...Object.fromEntries(
    ["Attribute", "InnerAttribute", "MacroDefinition", "TypeArgList", "TypeParamList", "WhereClause"].map(
      (type) => [type, skip],
    ),
  ),
};

export function outlinesBy({ nodeNames }: Grammar): (parsed: ParsedText) => Scope {
  const table = handlerTable(nodeNames, handlers);
  return (parsed) => outlineBy(table, parsed);
}
