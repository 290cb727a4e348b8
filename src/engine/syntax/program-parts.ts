/** The parts of a program's statements and expressions, for what looks at all of them. */
import type { Node, Statement } from "./program.ts";

/** What an expression is made of, in the order of the code. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "name":
    case "number":
    case "string":
    case "boolean":
    case "none":
      return [];
    case "member":
      return [node.object];
    case "call":
      return [node.callee, ...node.arguments.map(({ value }) => value)];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.then, node.test, node.otherwise];
    case "tuple":
    case "list":
      return node.items;
    case "dictionary":
      return node.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case "subscript":
      return [node.object, ...node.indices];
    case "spread":
    case "named":
      return [node.value];
    case "lambda":
      return [...defaultsOf(node.parameters), node.body];
    case "comprehension":
    case "other":
      return node.parts;
  }
}

function defaultsOf(parameters: readonly { readonly default?: Node }[]): Node[] {
  return parameters.flatMap(({ default: initial }) => initial ?? []);
}

/** The expressions of a statement itself, without those of the statements in it. */
export function expressionsOf(statement: Statement): readonly Node[] {
  switch (statement.kind) {
    case "import":
    case "delete":
    case "outer":
    case "try":
      return [];
    case "assign":
      return [...statement.targets, ...(statement.value ? [statement.value] : [])];
    case "update":
      return [statement.target, statement.value];
    case "expression":
      return [statement.value];
    case "return":
      return statement.value ? [statement.value] : [];
    case "if":
      return statement.arms.flatMap(({ test }) => test ?? []);
    case "loop":
      return [...statement.targets, ...statement.over];
    case "with":
      return statement.items.flatMap(({ value, target }) => (target ? [value, target] : [value]));
    case "match":
      return statement.subject;
    case "function":
      return [...statement.decorators, ...defaultsOf(statement.parameters)];
    case "class":
      return [...statement.decorators, ...statement.bases.map(({ value }) => value)];
    case "leave":
    case "other":
      return statement.parts;
  }
}

/** The suites in a statement. */
export function suitesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
      return statement.arms.map(({ body }) => body);
    case "loop":
      return [statement.body, statement.otherwise];
    case "with":
    case "function":
    case "class":
      return [statement.body];
    case "try":
      return [statement.body, ...statement.handlers, statement.finally];
    case "match":
      return statement.cases;
    case "import":
    case "assign":
    case "update":
    case "expression":
    case "return":
    case "delete":
    case "outer":
    case "leave":
    case "other":
      return [];
  }
}
