/** Suites of JavaScript: what runs or not, or more than once, and blocks with names of their own. */
import type { SyntaxNode } from "./grammar.ts";
import { targetsIn } from "./javascript-names.ts";
import type { Branching } from "./outline.ts";
import type { Handler, Handlers } from "./walker.ts";

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

export const suiteHandlers: Handlers = {
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
};
