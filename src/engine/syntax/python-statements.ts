/** Statements of Python that bind names or may not run. */
import type { NameInText } from "./outline-builder.ts";
import type { Branching } from "./outline.ts";
import type { TreeCursor } from "./grammar.ts";
import { type Handler, type Handlers, type Walker, leadingName, originsOf } from "./walker.ts";
import { readChain, readTargets } from "./python-names.ts";

const ifStatement: Handler = (walker, cursor) => {
  const branching: Branching = { arms: 0, isComplete: false, isExclusive: true };
  let isFirst = true;
  walker.forChildren(cursor, (type) => {
    if (type === "else") branching.isComplete = true;
    if (type === "Body") {
      visitSuite(walker, cursor, { branching });
      isFirst = false;
    } else if (isFirst) walker.visit(cursor);
    else
      walker.scope.within({ branching, isCondition: true }, () => {
        walker.visit(cursor);
      });
  });
};

/** The body may have bound some of its names before a handler runs, so they are not exclusive. */
const tryStatement: Handler = (walker, cursor) => {
  const branching: Branching = { arms: 0, isComplete: false, isExclusive: false };
  let part = "try";
  let names: NameInText[] = [];
  let isName = false;
  walker.forChildren(cursor, (type) => {
    if (type === "except" || type === "else" || type === "finally") {
      part = type;
      isName = false;
      if (type === "except") branching.isComplete = true;
    } else if (type === "as" || type === ",") isName = true;
    else if (isName && type === "VariableName") names.push(walker.name(cursor));
    else if (type !== "Body") walker.visit(cursor);
    else if (part === "finally") walker.visitChildren(cursor);
    else {
      visitSuite(walker, cursor, part === "else" ? {} : { branching }, names, "except");
      names = [];
    }
  });
};

const forStatement: Handler = (walker, cursor) => {
  const names: NameInText[] = [];
  let part: "target" | "iterable" | "else" = "target";
  walker.forChildren(cursor, (type) => {
    if (type === "in") part = "iterable";
    else if (type === "else") part = "else";
    else if (type === "Body") {
      if (part === "else") visitSuite(walker, cursor, {});
      else visitSuite(walker, cursor, { isLoop: true }, names, "loop");
    } else if (part === "target") readTargets(walker, cursor, names);
    else walker.visit(cursor);
  });
};

const whileStatement: Handler = (walker, cursor) => {
  let isLoop = true;
  walker.forChildren(cursor, (type) => {
    if (type === "else") isLoop = false;
    if (type === "Body") visitSuite(walker, cursor, { isLoop });
    else walker.visit(cursor);
  });
};

const withStatement: Handler = (walker, cursor) => {
  let isName = false;
  walker.forChildren(cursor, (type) => {
    if (isName && type !== "Body") {
      const names: NameInText[] = [];
      readTargets(walker, cursor, names);
      walker.bindOpaque(names, cursor.to, "with");
    } else walker.visit(cursor);
    isName = type === "as";
  });
};

/** Binds the names, then reads the suite under the cursor, as a block of its own. */
function visitSuite(
  walker: Walker,
  cursor: TreeCursor,
  block: { readonly isLoop?: boolean; readonly branching?: Branching },
  names: readonly NameInText[] = [],
  by: "loop" | "except" = "loop",
): void {
  walker.scope.within(block, () => {
    walker.bindOpaque(names, cursor.from, by);
    walker.visitChildren(cursor);
  });
}

const matchClause: Handler = (walker, cursor) => {
  walker.scope.within({}, () => {
    walker.visitChildren(cursor);
  });
};

/** What stands between two `=`, or behind the last. */
interface Side {
  readonly items: { readonly type: string; readonly start: number; readonly end: number }[];
  isStarred: boolean;
}

const assignment: Handler = (walker, cursor) => {
  const sides = readSides(walker, cursor);
  const values = sides.at(-1)!;
  let side = 0;
  let item = 0;
  const { to } = cursor;
  walker.forChildren(cursor, (type) => {
    if (type === "AssignOp") {
      side++;
      item = 0;
    } else if (type === ",") item++;
    else if (side === sides.length - 1 || type === "TypeDef") {
      // Without a `=` this is an annotation, which binds nothing.
      if (sides.length > 1 || type === "TypeDef") walker.visit(cursor);
    } else if (type !== "*") assign(walker, cursor, valueFor(sides[side]!, values, item), to);
  });
};

function readSides(walker: Walker, cursor: TreeCursor): Side[] {
  const sides: Side[] = [{ items: [], isStarred: false }];
  walker.forChildren(cursor, (type) => {
    const side = sides.at(-1)!;
    if (type === "AssignOp") sides.push({ items: [], isStarred: false });
    else if (type === "*") side.isStarred = true;
    else if (type !== "," && type !== "TypeDef")
      side.items.push({ type, start: cursor.from, end: cursor.to });
  });
  return sides;
}

/** The one expression that a target takes its value from; undefined where it must be unpacked. */
function valueFor(targets: Side, values: Side, index: number): Side["items"][number] | undefined {
  if (targets.items.length === 1 && values.items.length === 1) return values.items[0];
  const isPaired = targets.items.length === values.items.length && !targets.isStarred && !values.isStarred;
  return isPaired ? values.items[index] : undefined;
}

function assign(
  walker: Walker,
  cursor: TreeCursor,
  value: Side["items"][number] | undefined,
  at: number,
): void {
  const { scope } = walker;
  const range = value && scope.range(value.start, value.end);
  if (cursor.name === "VariableName" && range) {
    const origins = originsOf(walker.text, value);
    scope.bind(walker.name(cursor), at, { kind: "assignment", value: range }, origins);
  } else if (cursor.name === "MemberExpression") {
    const chain = readChain(walker, cursor);
    if (!chain || !range || chain.path.includes(".")) return;
    const valueRoot = leadingName(walker.text, value);
    scope.attributes.push({
      root: chain.root,
      name: chain.path,
      at: at - scope.base,
      value: range,
      block: scope.block,
      ...(valueRoot === undefined ? {} : { valueRoot }),
    });
  } else {
    const names: NameInText[] = [];
    readTargets(walker, cursor, names);
    walker.bindOpaque(names, at, "unpacking");
  }
}

/** Binds the first plain name, at the statement's end; reads the rest. */
function bindingFirst(by: "update" | "type"): Handler {
  return (walker, cursor) => {
    const { to } = cursor;
    let isBound = false;
    walker.forChildren(cursor, (type) => {
      if (!isBound && type === "VariableName") {
        walker.bindOpaque([walker.name(cursor)], to, by);
        isBound = true;
      } else {
        isBound ||= type === "UpdateOp";
        walker.visit(cursor);
      }
    });
  };
}

const deletion: Handler = (walker, cursor) => {
  const names: NameInText[] = [];
  walker.forChildren(cursor, () => {
    readTargets(walker, cursor, names);
  });
  walker.bindOpaque(names, cursor.to, "del");
};

const scopeStatement: Handler = (walker, cursor) => {
  let declared = walker.scope.globals;
  walker.forChildren(cursor, (type) => {
    if (type === "nonlocal") declared = walker.scope.nonlocals;
    else if (type === "VariableName") declared.add(walker.slice(cursor));
  });
};

export const statementHandlers: Handlers = {
  IfStatement: ifStatement,
  TryStatement: tryStatement,
  ForStatement: forStatement,
  WhileStatement: whileStatement,
  WithStatement: withStatement,
  MatchClause: matchClause,
  AssignStatement: assignment,
  UpdateStatement: bindingFirst("update"),
  TypeDefinition: bindingFirst("type"),
  DeleteStatement: deletion,
  ScopeStatement: scopeStatement,
};
