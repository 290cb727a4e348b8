/** Expressions and patterns of Python. */
import type { Range } from "../range.ts";
import type { NameInText, ScopeBuilder } from "./outline-builder.ts";
import { bindParameters, visitDefaults } from "./python-parameters.ts";
import { type Chain, type Handler, type Handlers, type Walker, extended, originsOf, skip } from "./walker.ts";
import { readChain, readTargets } from "./python-names.ts";
import type { TreeCursor } from "./grammar.ts";

const name: Handler = (walker, cursor) => {
  walker.scope.refer(walker.slice(cursor), "", cursor.from, cursor.to);
};

const member: Handler = (walker, cursor) => {
  walker.refer(readChain(walker, cursor));
};

/** Arguments: `name=value` reads no name, `name := value` binds one, `x for x in xs` is a comprehension. */
const argumentList: Handler = (walker, cursor) => {
  if (hasChild(walker, cursor, "for")) {
    comprehension(walker, cursor);
    return;
  }
  let pending: Chain | undefined;
  let target: NameInText | undefined;
  walker.forChildren(cursor, (type) => {
    if (pending && type === "AssignOp") {
      if (walker.slice(cursor) === ":=") target = { ...pending, name: pending.root };
      pending = undefined;
      return;
    }
    walker.refer(pending);
    pending = undefined;
    if (target && type !== "Comment") {
      walker.visit(cursor);
      bindWalrus(walker, target, { type, start: cursor.from, end: cursor.to });
      target = undefined;
    } else if (type === "VariableName") pending = readChain(walker, cursor);
    else walker.visit(cursor);
  });
  walker.refer(pending);
};

function hasChild(walker: Walker, cursor: TreeCursor, wanted: string): boolean {
  let found = false;
  walker.forChildren(cursor, (type) => {
    found ||= type === wanted;
  });
  return found;
}

/** The part of a comprehension that a child belongs to. */
type Part = "element" | "target" | "iterable" | "condition";

const comprehensionParts: Readonly<Record<string, Part>> = {
  async: "target",
  for: "target",
  in: "iterable",
  if: "condition",
};

/** The first iterable is read outside, all else in a scope of its own, whose names hold throughout. */
const comprehension: Handler = (walker, cursor) => {
  const { from } = cursor;
  const eachPart = (visit: (part: Part, isFirst: boolean) => void) => {
    let part: Part = "element";
    let loops = 0;
    walker.forChildren(cursor, (type) => {
      const next = comprehensionParts[type];
      if (type === "for") loops++;
      if (next) part = next;
      else visit(part, loops === 1);
    });
  };
  eachPart((part, isFirst) => {
    if (part === "iterable" && isFirst) walker.visit(cursor);
  });
  walker.inside("comprehension", walker.scope.base, from, () => {
    eachPart((part, isFirst) => {
      if (part === "target") {
        const names: NameInText[] = [];
        readTargets(walker, cursor, names);
        walker.bindOpaque(names, from, "loop");
      } else if (part !== "iterable" || !isFirst) walker.visit(cursor);
    });
  });
};

const lambda: Handler = (walker, cursor) => {
  walker.forChildren(cursor, (type) => {
    if (type === "ParamList") visitDefaults(walker, cursor);
  });
  walker.inside("lambda", walker.scope.base, cursor.from, () => {
    walker.forChildren(cursor, (type) => {
      if (type === "ParamList") bindParameters(walker, cursor);
      else walker.visit(cursor);
    });
  });
};

const namedExpression: Handler = (walker, cursor) => {
  let target: NameInText | undefined;
  let value: (Range & { readonly type: string }) | undefined;
  walker.forChildren(cursor, (type) => {
    if (!target && type === "VariableName") target = walker.name(cursor);
    else {
      walker.visit(cursor);
      if (type !== "AssignOp") value = { type, start: cursor.from, end: cursor.to };
    }
  });
  if (target && value) bindWalrus(walker, target, value);
};

/** Comprehensions have no walrus of their own: the name belongs to what stands around them. */
function bindWalrus(walker: Walker, target: NameInText, value: Range & { readonly type: string }): void {
  let scope: ScopeBuilder = walker.scope;
  while (scope.kind === "comprehension" && scope.parent) scope = scope.parent;
  const source = { kind: "assignment", value: scope.range(value.start, value.end) } as const;
  scope.bind(target, value.end, source, originsOf(walker.text, value));
}

const capture: Handler = (walker, cursor) => {
  walker.forChildren(cursor, (type) => {
    if (type === "VariableName") walker.bindOpaque([walker.name(cursor)], cursor.from, "pattern");
  });
};

const asPattern: Handler = (walker, cursor) => {
  let isName = false;
  walker.forChildren(cursor, (type) => {
    if (type === "as") isName = true;
    else if (isName && type === "VariableName") {
      walker.bindOpaque([walker.name(cursor)], cursor.from, "pattern");
    } else walker.visit(cursor);
  });
};

/** `case Linear(bias=b)`: the keyword reads nothing. */
const keywordPattern: Handler = (walker, cursor) => {
  walker.forChildren(cursor, (type) => {
    if (type !== "VariableName") walker.visit(cursor);
  });
};

/** Dotted names whose segments stand side by side: patterns and decorators. */
const flatChain: Handler = (walker, cursor) => {
  let chain: Chain | undefined;
  walker.forChildren(cursor, (type) => {
    if (type === "VariableName" || type === "PropertyName") {
      chain = chain ? extended(chain, walker.slice(cursor), cursor.to) : readChain(walker, cursor);
    } else if (type !== "." && type !== "At") {
      walker.refer(chain);
      chain = undefined;
      walker.visit(cursor);
    }
  });
  walker.refer(chain);
};

export const expressionHandlers: Handlers = {
  VariableName: name,
  MemberExpression: member,
  ArgList: argumentList,
  ComprehensionExpression: comprehension,
  ArrayComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  LambdaExpression: lambda,
  NamedExpression: namedExpression,
  CapturePattern: capture,
  AsPattern: asPattern,
  KeywordPattern: keywordPattern,
  AttributePattern: flatChain,
  Decorator: flatChain,
  ...Object.fromEntries(
    ["String", "Number", "Boolean", "None", "Comment", "PropertyName", "Ellipsis"].map((type) => [
      type,
      skip,
    ]),
  ),
};
