/** Reads expressions out of a tree of Rust. */
import { type Argument, type Call, type Expression, positional } from "./expression.ts";
import { type SyntaxNode, childrenOf } from "./grammar.ts";
import type { ExpressionGrammar } from "./tree-reader.ts";

const comments = new Set(["LineComment", "BlockComment"]);
const wrappers = new Set([
  ...["ParenthesizedExpression", "TryExpression", "AwaitExpression", "ReferenceExpression"],
  ...["TypeCastExpression", "ExpressionStatement"],
]);
export const rustNames = new Set(["Identifier", "ScopeIdentifier", "self", "super", "crate"]);

export const rustGrammar: ExpressionGrammar = {
  expressionOf: readExpression,
  wrappers,
  properties: new Set(["FieldIdentifier"]),
  comments,
  strings: new Set(["String", "RawString", "Char"]),
  imports: new Set(["UseDeclaration", "ExternCrateDeclaration"]),
  definitions: new Set(["BoundIdentifier", "TypeIdentifier"]),
  extended,
};

const notExpressions = /Op$|Comment$|^ArgList$|^Type|Type$|^Attribute|^Label$/;

export function expressionsIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(
    ({ name }) => name === "self" || (/^[A-Z]/.test(name) && !notExpressions.test(name)),
  );
}

export function readExpression(node: SyntaxNode, text: string): Expression {
  const range = { start: node.from, end: node.to };
  const own = text.slice(node.from, node.to);
  if (wrappers.has(node.name)) {
    const [inner] = expressionsIn(node);
    return inner ? readExpression(inner, text) : { kind: "other", range };
  }
  const children = expressionsIn(node);
  const [first, second] = children;
  switch (node.name) {
    case "Identifier":
    case "ScopeIdentifier":
    case "self":
      return own === "None" ? { kind: "none", range } : { kind: "name", range, name: own };
    case "ScopedIdentifier":
      return readPath(node, text);
    case "FieldExpression": {
      const field = node.getChild("FieldIdentifier");
      if (!first || !field) return { kind: "other", range };
      return {
        kind: "member",
        range,
        object: readExpression(first, text),
        member: text.slice(field.from, field.to),
      };
    }
    case "Integer":
    case "Float":
      return { kind: "number", range, value: numberValue(own) };
    case "String":
      return { kind: "string", range, value: /^"([^"\\]*)"$/.exec(own)?.[1] };
    case "BooleanLiteral":
    case "Boolean":
      return { kind: "boolean", range, value: own === "true" };
    case "UnaryExpression": {
      if (!first || !/^[-!]/.test(own)) return { kind: "other", range };
      return {
        kind: "unary",
        range,
        operator: own.startsWith("!") ? "not" : "-",
        operand: readExpression(first, text),
      };
    }
    case "BinaryExpression": {
      if (!first || !second) return { kind: "other", range };
      const operator = text.slice(first.to, second.from).trim();
      // A quotient of whole numbers is rounded.
      if (operator === "/" && first.name === "Integer" && second.name === "Integer")
        return { kind: "other", range };
      return {
        kind: "binary",
        range,
        operator,
        left: readExpression(first, text),
        right: readExpression(second, text),
      };
    }
    case "CallExpression": {
      const list = node.getChild("ArgList");
      if (!first || !list) return { kind: "other", range };
      const call = { arguments: readArguments(list, text), range };
      return { kind: "call", range, callee: readExpression(first, text), call };
    }
    case "Block":
      return node.lastChild?.prevSibling?.name === "ExpressionStatement"
        ? readExpression(node.lastChild.prevSibling, text)
        : { kind: "other", range };
    case "IfExpression": {
      const options = children.filter(({ name }) => name === "Block" || name === "IfExpression").slice(-2);
      if (!node.getChild("else")) return { kind: "other", range };
      return { kind: "choice", range, options: options.map((option) => readExpression(option, text)) };
    }
    default:
      return { kind: "other", range };
  }
}

/** `candle_nn::ops::sigmoid` */
function readPath(node: SyntaxNode, text: string): Expression {
  const range = { start: node.from, end: node.to };
  let path: Expression | undefined;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { name, from, to } = child;
    if (!rustNames.has(name) && name !== "TypeIdentifier" && name !== "BoundIdentifier") {
      if (name === "::" || name === "TypeArgList") continue;
      return { kind: "other", range };
    }
    const word = text.slice(from, to);
    path = path
      ? { kind: "member", range: { start: node.from, end: to }, object: path, member: word }
      : { kind: "name", range: { start: from, end: to }, name: word };
  }
  return path ?? { kind: "other", range };
}

/** `1_000`, `0.2f64`, `1.` */
function numberValue(text: string): number {
  const plain = text.replaceAll("_", "");
  return Number(/^0[xob]/.test(plain) ? plain : plain.replace(/(?:[fiu]\d+|[iu]size)$/, ""));
}

function readArguments(list: SyntaxNode, text: string): Argument[] {
  return expressionsIn(list)
    .filter(({ name }) => name !== "⚠")
    .map((node) => positional(() => readExpression(node, text)));
}

/** `XConfig::new().with_alpha(0.2).init()`: the arguments are given by methods of what is configured. */
function extended(call: Call, node: SyntaxNode, text: string): Call {
  const given: Argument[] = [];
  let { end } = call.range;
  let current = node;
  for (;;) {
    const field = current.parent?.name === "FieldExpression" ? current.parent : null;
    const next = field?.parent?.name === "CallExpression" ? field.parent : null;
    const name = field?.getChild("FieldIdentifier");
    const list = next?.getChild("ArgList");
    if (!next || !name || !list || field!.from !== current.from) break;
    const [, argument] = /^with_(\w+)$/.exec(text.slice(name.from, name.to)) ?? [];
    const isMade = text.slice(name.from, name.to) === "init";
    if (argument === undefined && !isMade) break;
    const [value] = readArguments(list, text);
    if (argument !== undefined)
      given.push({
        kind: "keyword",
        name: argument,
        value: value?.kind === "positional" ? value.value : undefined,
      });
    end = next.to;
    current = next;
    if (isMade) break;
  }
  return given.length === 0 && end === call.range.end
    ? call
    : { arguments: [...call.arguments, ...given], range: { start: call.range.start, end } };
}
