/** Expressions of a Python tree as nodes of a program. Positions are the text's. */
import type { Range } from "../range.ts";
import type { PlainNode } from "./plain-node.ts";
import type { Entry, Node, NodeArgument, Parameter } from "./program.ts";
import { numberValue, stringValue } from "./python-literals.ts";

const notExpressions = new Set(["Comment", "ArgList", "PropertyName", "TypeDef", "ParamList"]);

const known = new Map<string, boolean>();

/** Whether it is an expression: no token, comment or error. Names are few, and asked for all the time. */
export function isExpression({ name }: PlainNode): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = /^[A-Z]/.test(name) && !name.endsWith("Op") && !notExpressions.has(name);
    known.set(name, answer);
  }
  return answer;
}

export function rangeOf({ from, to }: PlainNode): Range {
  return { start: from, end: to };
}

export function readNodes(nodes: readonly PlainNode[], text: string): Node[] {
  return nodes.filter(isExpression).map((node) => readNode(node, text));
}

export function readNode(node: PlainNode, text: string): Node {
  return readers[node.name]?.(node, text) ?? other(node, text);
}

type Reader = (node: PlainNode, text: string) => Node | undefined;

const other: (node: PlainNode, text: string) => Node = (node, text) => ({
  kind: "other",
  range: rangeOf(node),
  parts: readNodes(node.children, text),
});

/** What brackets, or `await`, stand around. */
const inner: Reader = (node, text) => {
  const expression = node.children.find(isExpression);
  return expression && readNode(expression, text);
};

const comprehension: Reader = (node, text) => {
  const names: string[] = [];
  let isTarget = false;
  for (const child of node.children) {
    if (child.name === "for") isTarget = true;
    else if (child.name === "in") isTarget = false;
    else if (isTarget) names.push(...namesIn(child, text));
  }
  return { kind: "comprehension", range: rangeOf(node), names, parts: readNodes(node.children, text) };
};

export function namesIn(node: PlainNode, text: string): string[] {
  if (node.name === "VariableName") return [text.slice(node.from, node.to)];
  return node.children.flatMap((child) => namesIn(child, text));
}

const readers: Readonly<Record<string, Reader>> = {
  VariableName: (node, text) => ({
    kind: "name",
    range: rangeOf(node),
    name: text.slice(node.from, node.to),
  }),
  Number: (node, text) => ({
    kind: "number",
    range: rangeOf(node),
    value: numberValue(text.slice(node.from, node.to)),
  }),
  String: (node, text) => ({
    kind: "string",
    range: rangeOf(node),
    value: stringValue(text.slice(node.from, node.to)),
  }),
  Boolean: (node, text) => ({
    kind: "boolean",
    range: rangeOf(node),
    value: text.startsWith("True", node.from),
  }),
  None: (node) => ({ kind: "none", range: rangeOf(node) }),
  ParenthesizedExpression: inner,
  AwaitExpression: inner,
  MemberExpression: (node, text) => {
    const [object, ...indices] = readNodes(node.children, text);
    if (!object) return undefined;
    const property = node.child("PropertyName");
    if (!property) return { kind: "subscript", range: rangeOf(node), object, indices };
    const member = text.slice(property.from, property.to);
    return { kind: "member", range: rangeOf(node), object, member, memberRange: rangeOf(property) };
  },
  CallExpression: (node, text) => {
    const list = node.child("ArgList");
    const [callee] = readNodes(node.children, text);
    if (!callee || !list) return undefined;
    return { kind: "call", range: rangeOf(node), callee, arguments: readArguments(list, text) };
  },
  UnaryExpression: (node, text) => {
    const [operator] = node.children;
    const [operand] = readNodes(node.children, text);
    if (!operand || !operator) return undefined;
    return { kind: "unary", range: rangeOf(node), operator: text.slice(operator.from, operator.to), operand };
  },
  BinaryExpression: (node, text) => {
    const children = node.children;
    const [left, right] = readNodes(children, text);
    const operators = children.filter((child) => !isExpression(child) && child.name !== "Comment");
    if (!left || !right || operators.length === 0) return undefined;
    const operator = operators.map(({ from, to }) => text.slice(from, to)).join(" ");
    return { kind: "binary", range: rangeOf(node), operator, left, right };
  },
  ConditionalExpression: (node, text) => {
    const [then, test, otherwise] = readNodes(node.children, text);
    if (!then || !test || !otherwise) return undefined;
    return { kind: "conditional", range: rangeOf(node), test, then, otherwise };
  },
  TupleExpression: (node, text) => ({
    kind: "tuple",
    range: rangeOf(node),
    items: readItems(node.children, text),
  }),
  ArrayExpression: (node, text) => ({
    kind: "list",
    range: rangeOf(node),
    items: readItems(node.children, text),
  }),
  DictionaryExpression: (node, text) => ({
    kind: "dictionary",
    range: rangeOf(node),
    entries: readEntries(node.children, text),
  }),
  LambdaExpression: (node, text) => {
    const [body] = readNodes(node.children, text);
    const list = node.child("ParamList");
    if (!body) return undefined;
    return {
      kind: "lambda",
      range: rangeOf(node),
      parameters: list ? readParameters(list, text) : [],
      body,
    };
  },
  NamedExpression: (node, text) => {
    const [target, value] = readNodes(node.children, text);
    if (target?.kind !== "name" || !value) return undefined;
    return { kind: "named", range: rangeOf(node), name: target.name, value };
  },
  ComprehensionExpression: comprehension,
  ArrayComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: comprehension,
};

function readEntries(children: readonly PlainNode[], text: string): Entry[] {
  const entries: Entry[] = [];
  let key: Node | undefined;
  for (const [index, child] of children.entries()) {
    if (!isExpression(child)) continue;
    const node = readNode(child, text);
    if (children[index + 1]?.name === ":") key = node;
    else {
      entries.push(key ? { key, value: node } : { value: node });
      key = undefined;
    }
  }
  return entries;
}

/** Items of a list, a tuple or a side of an assignment; `*x` is one item. */
export function readItems(children: readonly PlainNode[], text: string): Node[] {
  const items: Node[] = [];
  let star: PlainNode | undefined;
  for (const child of children) {
    if (child.name === "*") star = child;
    else if (isExpression(child)) {
      const value = readNode(child, text);
      const range = { start: star?.from ?? child.from, end: child.to };
      items.push(star ? { kind: "spread", range, value } : value);
      star = undefined;
    }
  }
  return items;
}

export function readArguments(list: PlainNode, text: string): NodeArgument[] {
  const children = list.children;
  // `f(x for x in xs)`: the list itself is the comprehension.
  if (children.some(({ name }) => name === "for")) {
    const value = comprehension(list, text)!;
    return [{ stars: 0, value, range: value.range }];
  }
  const found: NodeArgument[] = [];
  let first: PlainNode | undefined;
  let name: string | undefined;
  let stars: 0 | 1 | 2 = 0;
  for (const [index, child] of children.entries()) {
    if (child.name === "*") stars = 1;
    else if (child.name === "**") stars = 2;
    else if (isExpression(child)) {
      if (children[index + 1]?.name === "AssignOp") {
        first = child;
        name = text.slice(child.from, child.to);
      } else {
        const range = { start: first?.from ?? child.from, end: child.to };
        const value = readNode(child, text);
        found.push(name === undefined ? { stars, value, range } : { name, stars, value, range });
      }
    }
    if (child.name === ",") [first, name, stars] = [undefined, undefined, 0];
  }
  return found;
}

export function readParameters(list: PlainNode, text: string): Parameter[] {
  const found: Parameter[] = [];
  let stars: 0 | 1 | 2 = 0;
  let isDefault = false;
  for (const child of list.children) {
    if (child.name === "*") stars = 1;
    else if (child.name === "**") stars = 2;
    else if (child.name === "AssignOp") isDefault = true;
    else if (child.name === ",") [stars, isDefault] = [0, false];
    else if (isExpression(child)) {
      if (isDefault) found.push({ ...found.pop()!, default: readNode(child, text) });
      else found.push({ name: text.slice(child.from, child.to), stars });
    }
  }
  return found;
}
