/** Reads expressions out of a tree of JavaScript or TypeScript. */
import { type Argument, type Call, type Expression, type TableEntry, positional } from "./expression.ts";
import { type SyntaxNode, childrenOf } from "./grammar.ts";
import type { ExpressionGrammar } from "./tree-reader.ts";

const comments = new Set(["LineComment", "BlockComment"]);
const wrappers = new Set([
  "ParenthesizedExpression",
  "AwaitExpression",
  "PrefixCast",
  "InstantiationExpression",
]);
const types = /^(?:Type|.*Type$|TypeArgList)/;

export const javascriptGrammar: ExpressionGrammar = {
  expressionOf: readExpression,
  wrappers,
  properties: new Set(["PropertyName", "PrivatePropertyName"]),
  comments,
  strings: new Set(["String", "TemplateString"]),
  imports: new Set(["ImportDeclaration"]),
  definitions: new Set(["VariableDefinition", "PropertyDefinition"]),
};

/** Children that are expressions themselves: no tokens, comments, types or errors. */
export function expressionsIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(isExpression);
}

const words = new Set(["this", "super", "null"]);

function isExpression({ name }: SyntaxNode): boolean {
  if (words.has(name)) return true;
  return /^[A-Z]/.test(name) && !/Op$|^Equals$|^Arrow$|^ArgList$|Comment$/.test(name) && !types.test(name);
}

export function readExpression(node: SyntaxNode, text: string): Expression {
  const range = { start: node.from, end: node.to };
  const own = text.slice(node.from, node.to);
  const children = expressionsIn(node);
  const [first, second] = children;
  switch (node.name) {
    case "VariableName":
      return own === "undefined" ? { kind: "none", range } : { kind: "name", range, name: own };
    case "this":
      return { kind: "name", range, name: own };
    case "null":
      return { kind: "none", range };
    case "Number":
      return { kind: "number", range, value: Number(own.replaceAll("_", "")) };
    case "String":
    case "TemplateString":
      return {
        kind: "string",
        range,
        value: /^(['"`])([^\\]*)\1$/s.exec(children.length > 0 ? "" : own)?.[2],
      };
    case "BooleanLiteral":
      return { kind: "boolean", range, value: own === "true" };
    case "ParenthesizedExpression":
    case "AwaitExpression":
    case "PrefixCast":
    case "InstantiationExpression":
      return first ? readExpression(first, text) : { kind: "other", range };
    case "PostfixExpression":
      // `x!` says nothing of the value.
      return first && own.endsWith("!") ? readExpression(first, text) : { kind: "other", range };
    case "MemberExpression":
      return readMember(node, children, text);
    case "CallExpression":
    case "NewExpression": {
      const list = node.getChild("ArgList");
      if (!first || !(list || node.name === "NewExpression")) return { kind: "other", range };
      const call = {
        arguments: list ? readArguments(list, text) : [],
        range: { start: range.start, end: endOf(node, list, text) },
      };
      const isNew = node.name === "NewExpression";
      return { kind: "call", range, callee: readExpression(first, text), call, ...(isNew ? { isNew } : {}) };
    }
    case "UnaryExpression": {
      const operator = node.firstChild;
      if (!first || !operator) return { kind: "other", range };
      const written = text.slice(operator.from, operator.to);
      return {
        kind: "unary",
        range,
        operator: written === "!" ? "not" : written,
        operand: readExpression(first, text),
      };
    }
    case "BinaryExpression":
      return readBinary(node, children, text);
    case "ConditionalExpression": {
      const otherwise = children[2];
      if (!second || !otherwise) return { kind: "other", range };
      return {
        kind: "choice",
        range,
        options: [readExpression(second, text), readExpression(otherwise, text)],
      };
    }
    case "ObjectExpression":
      return { kind: "table", range, ...readEntries(node, text) };
    default:
      return { kind: "other", range };
  }
}

function readMember(node: SyntaxNode, [object]: readonly SyntaxNode[], text: string): Expression {
  const range = { start: node.from, end: node.to };
  if (!object) return { kind: "other", range };
  const property = node.getChild("PropertyName") ?? node.getChild("PrivatePropertyName");
  if (property) {
    const member = text.slice(property.from, property.to);
    return { kind: "member", range, object: readExpression(object, text), member };
  }
  const key = node.getChild("[")?.nextSibling;
  const isWhole = key?.nextSibling?.name === "]";
  return {
    kind: "item",
    range,
    object: readExpression(object, text),
    key: isWhole ? readExpression(key, text) : undefined,
  };
}

function readBinary(node: SyntaxNode, [left, right]: readonly SyntaxNode[], text: string): Expression {
  const range = { start: node.from, end: node.to };
  if (!left) return { kind: "other", range };
  // `x as T` says nothing of the value.
  if (node.getChild("as") ?? node.getChild("satisfies")) return readExpression(left, text);
  let operator = "";
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name.endsWith("Op")) operator = text.slice(child.from, child.to);
  if (!right) return { kind: "other", range };
  const sides = [readExpression(left, text), readExpression(right, text)] as const;
  return operator === "||" || operator === "??"
    ? { kind: "choice", range, options: sides }
    : { kind: "binary", range, operator, left: sides[0], right: sides[1] };
}

/** Larger tables are data. */
const longest = 4096;

function readEntries(node: SyntaxNode, text: string): { entries: TableEntry[]; isClosed: boolean } {
  const properties = node.to - node.from > longest ? undefined : node.getChildren("Property");
  const entries = (properties ?? []).map((property) => readProperty(property, text));
  return {
    entries: entries.flatMap((entry) => (entry?.value ? [{ key: entry.key, value: entry.value }] : [])),
    isClosed: properties !== undefined && entries.every((entry) => entry !== undefined),
  };
}

interface Entry {
  readonly key: Expression;
  readonly name: string | undefined;
  readonly value: Expression | undefined;
}

/** @returns undefined where the names are not all seen: `...others`, `[key]: value` */
function readProperty(property: SyntaxNode, text: string): Entry | undefined {
  const first = property.firstChild;
  const name = property.getChild("PropertyDefinition");
  const key = name ?? (first?.name === "String" ? first : undefined);
  if (!key || property.getChild("Spread")) return undefined;
  const range = { start: key.from, end: key.to };
  const written = text.slice(key.from, key.to);
  const plain = name ? written : readExpression(key, text);
  const value = typeof plain === "string" ? plain : plain.kind === "string" ? plain.value : undefined;
  const last = property.lastChild!;
  const valueNode = property.getChild(":") ? (last.name === ":" ? undefined : last) : undefined;
  // `{alpha}` is `{alpha: alpha}`.
  const isShorthand = name !== null && first === last;
  return {
    key: { kind: "string", range, value },
    name: value,
    value: valueNode
      ? readExpression(valueNode, text)
      : isShorthand || (name && first?.from === last.from)
        ? { kind: "name", range, name: written }
        : undefined,
  };
}

/**
 * Arguments that have names stand in an object: `{alpha: 0.2}` gives `alpha`. While a bracket is open, what stands on the
 * next line may be the next statement: it counts only if a comma or the bracket follows.
 */
function readArguments(list: SyntaxNode, text: string): Argument[] {
  const found: Argument[] = [];
  let isSpread = false;
  let previousEnd = list.from + 1;
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (child.name === "⚠") break;
    if (child.name === ",") {
      isSpread = false;
      previousEnd = child.to;
    } else if (child.name === "Spread") isSpread = true;
    else if (isExpression(child)) {
      const next = child.nextSibling?.name;
      const isNextLine = text.slice(previousEnd, child.from).includes("\n");
      if (isNextLine && next !== "," && next !== ")" && !comments.has(next ?? "")) continue;
      if (isSpread) found.push({ kind: "spread" });
      else found.push(...argumentsIn(unwrapped(child), text));
    }
  }
  return found;
}

const mayBeObject: ReadonlySet<Expression["kind"]> = new Set([
  "name",
  "member",
  "call",
  "item",
  "choice",
  "other",
]);

/** `{alpha} as Options` */
function unwrapped(node: SyntaxNode): SyntaxNode {
  const isCast = node.name === "BinaryExpression" && (node.getChild("as") ?? node.getChild("satisfies"));
  const inner = isCast || wrappers.has(node.name) ? expressionsIn(node)[0] : undefined;
  return inner ? unwrapped(inner) : node;
}

function argumentsIn(node: SyntaxNode, text: string): Argument[] {
  if (node.name !== "ObjectExpression") {
    if (node.name === "CallExpression")
      return [
        Object.assign(
          positional(() => readExpression(node, text)),
          { mayName: true } as const,
        ),
      ];
    const value = readExpression(node, text);
    return [{ kind: "positional", value, ...(mayBeObject.has(value.kind) ? { mayName: true } : {}) }];
  }
  return node.getChildren("Property").map((property): Argument => {
    const entry = readProperty(property, text);
    if (entry?.name === undefined) return { kind: "keyword-spread" };
    return { kind: "keyword", name: entry.name, value: entry.value };
  });
}

/** End of a call: its bracket, or else the end of the line. */
function endOf(node: SyntaxNode, list: SyntaxNode | null, text: string): Call["range"]["end"] {
  if (!list || list.lastChild?.name === ")") return list?.to ?? node.to;
  const line = text.indexOf("\n", list.from);
  return line < 0 ? list.to : Math.min(list.to, line);
}
