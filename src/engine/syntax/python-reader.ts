/** Reads expressions out of a Python tree, one at a time. Positions are the text's. */
import type { Range } from "../range.ts";
import type { CodePlace } from "./define.ts";
import {
  type Argument,
  type Call,
  type Expression,
  type ItemExpression,
  type TableEntry,
  positional,
} from "./expression.ts";
import { type ParsedText, type SyntaxNode, childrenOf } from "./grammar.ts";
import { numberValue, stringValue } from "./python-literals.ts";

/** The expression that covers exactly this range. */
export function expressionAt({ tree, text }: ParsedText, { start, end }: Range): Expression | undefined {
  let node: SyntaxNode | null = tree.resolveInner(start, 1);
  while (node && (node.from !== start || node.to < end)) node = node.parent;
  return node?.to === end ? readExpression(node, text) : undefined;
}

/** The call whose callee covers exactly this range. */
export function callAt({ tree, text }: ParsedText, { start, end }: Range): Call | undefined {
  let node: SyntaxNode | null = tree.resolveInner(end, -1);
  while (node && (node.to !== end || node.from > start)) node = node.parent;
  // The name of a method whose object is no name stands for the whole callee.
  if (node?.name === "PropertyName") node = node.parent;
  if (node?.to !== end) return undefined;
  while (node.parent?.name === "ParenthesizedExpression") node = node.parent;
  const { parent } = node;
  // A name in brackets may be an argument as well.
  if (parent?.name !== "CallExpression" || parent.firstChild?.to !== node.to) return undefined;
  const list = parent.getChild("ArgList");
  return list
    ? { ...readArguments(list, text), range: { start: parent.from, end: endOf(list, text) } }
    : undefined;
}

/** The item whose object covers exactly this range: of `acts["relu"]`, given where `acts` stands. */
export function itemAt({ tree, text }: ParsedText, { start, end }: Range): ItemExpression | undefined {
  let node: SyntaxNode | null = tree.resolveInner(end, -1);
  while (node && (node.to !== end || node.from > start)) node = node.parent;
  const parent = node?.to === end ? node.parent : null;
  if (parent?.name !== "MemberExpression" || node?.nextSibling?.name !== "[") return undefined;
  const item = readExpression(parent, text);
  return item.kind === "item" ? item : undefined;
}

function readExpression(node: SyntaxNode, text: string): Expression {
  const range = { start: node.from, end: node.to };
  const children = expressionsIn(node);
  const first = children[0];
  const second = children[1];
  if (first && pointed.has(first.name) && isPointedNumber(text.slice(node.from, node.to)))
    return { kind: "number", range, value: numberValue(text.slice(node.from, node.to)) };
  switch (node.name) {
    case "VariableName":
      return { kind: "name", range, name: text.slice(node.from, node.to) };
    case "Number":
      return { kind: "number", range, value: numberValue(text.slice(node.from, node.to)) };
    case "String":
      return { kind: "string", range, value: stringValue(text.slice(node.from, node.to)) };
    case "FormatString":
      return { kind: "string", range, value: undefined };
    case "ContinuedString":
      return { kind: "string", range, value: joinedStrings(children, text) };
    case "Boolean":
      return { kind: "boolean", range, value: text.startsWith("True", node.from) };
    case "None":
      return { kind: "none", range };
    case "ParenthesizedExpression":
      return first ? readExpression(first, text) : { kind: "other", range };
    case "MemberExpression": {
      const member = node.getChild("PropertyName");
      if (!first) return { kind: "other", range };
      if (!member)
        return { kind: "item", range, object: readExpression(first, text), key: keyOf(node, text) };
      return {
        kind: "member",
        range,
        object: readExpression(first, text),
        member: text.slice(member.from, member.to),
      };
    }
    case "CallExpression": {
      const list = node.getChild("ArgList");
      if (!first || !list) return { kind: "other", range };
      const call = { ...readArguments(list, text), range };
      return { kind: "call", range, callee: readExpression(first, text), call };
    }
    case "UnaryExpression":
      return first
        ? { kind: "unary", range, operator: operatorOf(node, text), operand: readExpression(first, text) }
        : { kind: "other", range };
    case "BinaryExpression": {
      if (!first || !second) return { kind: "other", range };
      const left = readExpression(first, text);
      const right = readExpression(second, text);
      const operator = operatorOf(node, text);
      return operator === "or"
        ? { kind: "choice", range, options: [left, right] }
        : { kind: "binary", range, operator, left, right };
    }
    case "ConditionalExpression": {
      const otherwise = children[2];
      if (!first || !otherwise) return { kind: "other", range };
      return {
        kind: "choice",
        range,
        options: [readExpression(first, text), readExpression(otherwise, text)],
      };
    }
    case "DictionaryExpression":
      return { kind: "table", range, ...readEntries(node, text) };
    default:
      return { kind: "other", range };
  }
}

/** Keys and values of a dictionary, as far as they stand in it. */
function readEntries(node: SyntaxNode, text: string): { entries: TableEntry[]; isClosed: boolean } {
  const entries: TableEntry[] = [];
  let isClosed = node.lastChild?.name === "}";
  let key: SyntaxNode | undefined;
  let isValue = false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { name } = child;
    if (name === "**" || name === "⚠") isClosed = false;
    if (name === ",") key = undefined;
    if (name === ":" || name === ",") isValue = name === ":";
    else if (/^[A-Z]/.test(name) && name !== "Comment") {
      if (isValue && key)
        entries.push({ key: readExpression(key, text), value: readExpression(child, text) });
      key = isValue ? undefined : child;
    }
  }
  return { entries, isClosed };
}

/** What a number that ends in its point begins with, in a tree. */
const pointed = new Set(["Number", "MemberExpression"]);

/** The grammar takes the point of `2.` and `1.e-3` for a member's. */
function isPointedNumber(text: string): boolean {
  return /^\d[\d_]*\.(?:e[+-]?\d+)?$/i.test(text);
}

/** The one expression between the brackets. */
function keyOf(node: SyntaxNode, text: string): Expression | undefined {
  const opening = node.getChild("[");
  const key = opening?.nextSibling;
  const isWhole = key?.nextSibling?.name === "]" && /^[A-Z]/.test(key.name);
  return isWhole ? readExpression(key, text) : undefined;
}

/** `"re" "lu"` */
function joinedStrings(parts: readonly SyntaxNode[], text: string): string | undefined {
  const values = parts.map((part) =>
    part.name === "String" ? stringValue(text.slice(part.from, part.to)) : undefined,
  );
  return values.every((value) => value !== undefined) ? values.join("") : undefined;
}

const notExpressions = new Set(["Comment", "ArgList", "PropertyName", "⚠"]);

/** Children that are expressions themselves: no tokens, comments or errors. */
function expressionsIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(
    ({ name }) => /^[A-Z]/.test(name) && !name.endsWith("Op") && !notExpressions.has(name),
  );
}

function operatorOf(node: SyntaxNode, text: string): string {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name.endsWith("Op") || /^(and|or|not|\*\*|@)$/.test(child.name)) {
      return text.slice(child.from, child.to);
    }
  }
  return "";
}

/** What an argument is being put together from. */
interface PartialArgument {
  stars: 0 | 1 | 2;
  name?: string;
  value?: SyntaxNode;
}

/**
 * While a bracket is open, what stands on the next line may be the next statement: a positional argument there counts
 * only if a comma or the bracket follows.
 */
function readArguments(list: SyntaxNode, text: string): Pick<Call, "arguments"> {
  const found: Argument[] = [];
  let current: PartialArgument = { stars: 0 };
  let previousEnd = list.from + 1;
  const finish = (isCertain: boolean) => {
    const { value } = current;
    const isNextLine = value !== undefined && text.slice(previousEnd, value.from).includes("\n");
    if (isCertain || current.name !== undefined || !isNextLine) push(found, current, text);
    current = { stars: 0 };
  };
  for (let child = list.firstChild; child; child = child.nextSibling) {
    switch (child.name) {
      case "(":
      case "Comment":
        break;
      case ",":
      case ")":
        finish(true);
        previousEnd = child.to;
        break;
      case "*":
        current.stars = 1;
        break;
      case "**":
        current.stars = 2;
        break;
      case "AssignOp":
        if (current.value && text.slice(child.from, child.to) === "=") {
          current.name = text.slice(current.value.from, current.value.to);
        }
        delete current.value;
        break;
      case "⚠":
        finish(false);
        return { arguments: found };
      default:
        current.value ??= child;
    }
  }
  finish(false);
  return { arguments: found };
}

function push(found: Argument[], { stars, name, value }: PartialArgument, text: string): void {
  if (stars > 0) found.push({ kind: stars === 1 ? "spread" : "keyword-spread" });
  else if (name !== undefined) {
    found.push({ kind: "keyword", name, value: value && readExpression(value, text) });
  } else if (value) found.push(positional(() => readExpression(value, text)));
}

/** End of a list of arguments: its bracket, or else its last token that is no error. */
function endOf(list: SyntaxNode, text: string): number {
  if (list.lastChild?.name === ")") return list.to;
  const line = text.indexOf("\n", list.from);
  return line < 0 ? list.to : Math.min(list.to, line);
}

export function placeAt({ tree, text }: ParsedText, offset: number): CodePlace {
  const after = tree.resolveInner(offset, 1);
  // A cursor at the end of a word is still on it.
  const node = /^[A-Z]/.test(after.name) && !after.firstChild ? after : tree.resolveInner(offset, -1);
  for (let around: SyntaxNode | null = node; around; around = around.parent) {
    if (around.name === "Comment") return { kind: "comment" };
    if (around.name === "String" || around.name === "FormatString") {
      return { kind: "string", text: text.slice(around.from, around.to) };
    }
    if (around.name === "ImportStatement") return { kind: "import" };
    if (around.name === "Body") break;
  }
  if (node.name !== "VariableName") return { kind: "other" };
  const word = text.slice(node.from, node.to);
  const isArgument = node.parent?.name === "ArgList" && node.nextSibling?.name === "AssignOp";
  return { kind: isArgument ? "argument-name" : "definition", text: word };
}
