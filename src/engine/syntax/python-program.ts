/** A Python tree as statements whose values can be followed. Broken code yields what can be read of it. */
import type { ParsedText, Tree } from "./grammar.ts";
import { type PlainNode, plainNodes } from "./plain-node.ts";
import type {
  Arm,
  ClassStatement,
  FunctionStatement,
  Imported,
  Node,
  Statement,
  WithItem,
} from "./program.ts";
import {
  isExpression,
  namesIn,
  rangeOf,
  readArguments,
  readItems,
  readNode,
  readNodes,
  readParameters,
} from "./python-nodes.ts";

/** Read once for each tree: an edit gives the tree of one chunk anew, the others stay. */
const known = new WeakMap<Tree, readonly Statement[]>();

/** Positions count from the start of the text that was parsed. */
export function programOf({ tree, text }: ParsedText): readonly Statement[] {
  let statements = known.get(tree);
  if (!statements) known.set(tree, (statements = readStatements(plainNodes(tree), text)));
  return statements;
}

function readStatements(parent: PlainNode, text: string): Statement[] {
  return parent.children.flatMap((node) => {
    if (node.name === "StatementGroup") return readStatements(node, text);
    if (!/^[A-Z]/.test(node.name) || node.name === "Comment") return [];
    return [readers[node.name]?.(node, text) ?? other(node, text)];
  });
}

type Reader = (node: PlainNode, text: string) => Statement | undefined;

const other: (node: PlainNode, text: string) => Statement = (node, text) => ({
  kind: "other",
  parts: readNodes(node.children, text),
});

const leave: Reader = (node, text) => ({ kind: "leave", parts: readNodes(node.children, text) });

/** `a, b` without brackets is a tuple. */
function oneOf(nodes: readonly PlainNode[], text: string): Node | undefined {
  const items = readItems(nodes, text);
  const [first] = items;
  const isTuple = items.length > 1 || nodes.some(({ name }) => name === ",");
  if (!first || !isTuple) return first;
  return { kind: "tuple", range: { start: first.range.start, end: items.at(-1)!.range.end }, items };
}

/** The children, cut where one of the names stands. */
function splitAt(nodes: readonly PlainNode[], ...names: readonly string[]): PlainNode[][] {
  const parts: PlainNode[][] = [[]];
  for (const node of nodes) {
    if (names.includes(node.name)) parts.push([]);
    else parts.at(-1)!.push(node);
  }
  return parts;
}

function bodyOf(nodes: readonly PlainNode[], text: string): Statement[] {
  return nodes.filter(({ name }) => name === "Body").flatMap((body) => readStatements(body, text));
}

function functionStatement(node: PlainNode, text: string, decorators: readonly Node[]): FunctionStatement {
  const name = node.child("VariableName");
  const list = node.child("ParamList");
  return {
    kind: "function",
    name: name ? text.slice(name.from, name.to) : "",
    parameters: list ? readParameters(list, text) : [],
    decorators,
    body: bodyOf(node.children, text),
    range: rangeOf(node),
  };
}

function classStatement(node: PlainNode, text: string, decorators: readonly Node[]): ClassStatement {
  const name = node.child("VariableName");
  const list = node.child("ArgList");
  return {
    kind: "class",
    name: name ? text.slice(name.from, name.to) : "",
    bases: list ? readArguments(list, text) : [],
    decorators,
    body: bodyOf(node.children, text),
    range: rangeOf(node),
  };
}

const readers: Readonly<Record<string, Reader>> = {
  ImportStatement: (node, text) => readImport(text.slice(node.from, node.to)),
  AssignStatement: (node, text) => {
    const sides = splitAt(node.children, "AssignOp").map((side) => oneOf(side, text));
    const value = sides.length > 1 ? sides.at(-1) : undefined;
    const targets = sides.slice(0, sides.length > 1 ? -1 : undefined).filter((side) => side !== undefined);
    return { kind: "assign", targets, value };
  },
  UpdateStatement: (node, text) => {
    const [left = [], right = []] = splitAt(node.children, "UpdateOp");
    const [target, value] = [oneOf(left, text), oneOf(right, text)];
    const operator = node.child("UpdateOp");
    if (!target || !value || !operator) return undefined;
    return { kind: "update", target, operator: text.slice(operator.from, operator.to), value };
  },
  ExpressionStatement: (node, text) => {
    const value = oneOf(node.children, text);
    return value && { kind: "expression", value };
  },
  ReturnStatement: (node, text) => ({ kind: "return", value: oneOf(node.children, text) }),
  IfStatement: (node, text) => {
    const arms: Arm[] = [];
    let test: Node | undefined;
    for (const child of node.children) {
      if (child.name === "Body") {
        arms.push({ test, body: readStatements(child, text) });
        test = undefined;
      } else if (isExpression(child)) test = readNode(child, text);
    }
    return { kind: "if", arms };
  },
  ForStatement: (node, text) => {
    const [head = [], otherwise = []] = splitAt(node.children, "else");
    const [targets = [], rest = []] = splitAt(head, "in");
    const isOver = (child: PlainNode) => child.name !== "Body";
    return {
      kind: "loop",
      targets: readItems(targets, text),
      over: readNodes(rest.filter(isOver), text),
      body: bodyOf(rest, text),
      otherwise: bodyOf(otherwise, text),
    };
  },
  WhileStatement: (node, text) => {
    const [head = [], otherwise = []] = splitAt(node.children, "else");
    const over = readNodes(
      head.filter(({ name }) => name !== "Body"),
      text,
    );
    return { kind: "loop", targets: [], over, body: bodyOf(head, text), otherwise: bodyOf(otherwise, text) };
  },
  WithStatement: (node, text) => {
    const children = node.children;
    const items: WithItem[] = [];
    let isTarget = false;
    for (const child of children) {
      if (child.name === "as") isTarget = true;
      else if (child.name === ",") isTarget = false;
      else if (child.name !== "Body" && isExpression(child)) {
        if (isTarget && items.length > 0) items.push({ ...items.pop()!, target: readNode(child, text) });
        else items.push({ value: readNode(child, text) });
      }
    }
    return { kind: "with", items, body: bodyOf(children, text) };
  },
  TryStatement: (node, text) => {
    const [body = [], ...rest] = splitAt(node.children, "except", "else", "finally");
    const words = node.children.filter(({ name }) => /^(except|else|finally)$/.test(name));
    const suites = rest.map((suite, index) => ({ word: words[index]!.name, body: bodyOf(suite, text) }));
    const of = (word: string) => suites.filter((suite) => suite.word === word).map((suite) => suite.body);
    return {
      kind: "try",
      body: [...bodyOf(body, text), ...of("else").flat()],
      handlers: of("except"),
      finally: of("finally").flat(),
    };
  },
  MatchStatement: (node, text) => {
    const subject = readNodes(
      node.children.filter(({ name }) => name !== "MatchBody"),
      text,
    );
    const clauses = node.child("MatchBody")?.childrenNamed("MatchClause") ?? [];
    return { kind: "match", subject, cases: clauses.map((clause) => bodyOf(clause.children, text)) };
  },
  FunctionDefinition: (node, text) => functionStatement(node, text, []),
  ClassDefinition: (node, text) => classStatement(node, text, []),
  DecoratedStatement: (node, text) => {
    const decorators = node.childrenNamed("Decorator").map((decorator) => readDecorator(decorator, text));
    const definition = node.child("FunctionDefinition");
    if (definition) return functionStatement(definition, text, decorators);
    const definedClass = node.child("ClassDefinition");
    return definedClass ? classStatement(definedClass, text, decorators) : undefined;
  },
  DeleteStatement: (node, text) => ({ kind: "delete", names: namesIn(node, text) }),
  ScopeStatement: (node, text) => ({ kind: "outer", names: namesIn(node, text) }),
  RaiseStatement: leave,
  BreakStatement: leave,
  ContinueStatement: leave,
};

/** The dotted name of a decorator, without its arguments. */
function readDecorator(node: PlainNode, text: string): Node {
  let found: Node | undefined;
  for (const child of node.children) {
    const range = { start: found?.range.start ?? child.from, end: child.to };
    const name = text.slice(child.from, child.to);
    if (child.name === "VariableName" && !found) found = { kind: "name", range, name };
    else if ((child.name === "PropertyName" || child.name === "VariableName") && found) {
      found = { kind: "member", range, object: found, member: name, memberRange: rangeOf(child) };
    }
  }
  return found ?? { kind: "other", range: rangeOf(node), parts: [] };
}

/** Imports are flat: their text says all. */
function readImport(source: string): Statement {
  const text = source
    .replace(/#.*$/gm, "")
    .replace(/[\\()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, module, list] = /^from ?([.\s\w]+?) import (.*)$/.exec(text) ?? [];
  if (module === undefined || list === undefined) {
    return { kind: "import", names: split(text.replace(/^import /, "")).map(importedModule) };
  }
  const from = module.replaceAll(" ", "");
  if (list.trim() === "*") return { kind: "import", names: [], star: from };
  const names = split(list).map(([member, as]) => ({ name: as ?? member, module: from, member }));
  return { kind: "import", names };
}

function split(list: string): [name: string, as: string | undefined][] {
  return list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => {
      const [name = "", as] = item.split(" as ");
      return [name.replaceAll(" ", ""), as?.trim()];
    });
}

/** Without `as`, `import torch.nn` binds `torch`. */
function importedModule([name, as]: [string, string | undefined]): Imported {
  const first = name.includes(".") ? name.slice(0, name.indexOf(".")) : name;
  return as === undefined ? { name: first, module: first } : { name: as, module: name };
}
