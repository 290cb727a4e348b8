/** Activations that code writes out with exp, in the spellings of textbooks. */
import { partsOf, suitesOf } from "../syntax/program-parts.ts";
import type { Node, Statement } from "../syntax/program.ts";
import { argumentOf, type CallNode, type Code, functionAround, type Standing } from "./code.ts";
import type { Piece } from "./pieces.ts";

/** Libraries of tensors by their functions' home; NumPy only warns where a tensor's gradient becomes NaN. */
export const homes = ["torch", "jax.numpy", "tf.math", "tf", "keras.ops", "numpy"] as const;

export type Home = (typeof homes)[number];

export type Kind = "sigmoid" | "softplus" | "softmax" | "tanh" | "mish" | "elu";

export interface Found {
  readonly kind: Kind;
  readonly home: Home;
  readonly operand: Node;
  /** Of softmax its axis, of ELU its alpha, as written. */
  readonly setting?: string;
  /** Whether `where` chooses another branch where exp overflows: the value is right then. */
  readonly isChosen?: true;
}

/** @returns undefined: it is none of them */
export function recognise(code: Code, { node, piece }: Pick<Standing, "node" | "piece">): Found | undefined {
  const isSame = (a: Node, b: Node) => textOf(piece, a) === textOf(piece, b);
  if (node.kind === "call") {
    const [argument, ...others] = node.arguments;
    const name = code.nameOf(node.callee, piece);
    if (!argument || name === undefined) return undefined;
    if (name.endsWith(".where")) return chosen(code, piece, node);
    if (others.length > 0) return undefined;
    const isLog1p = name.endsWith(".log1p");
    if (!isLog1p && !name.endsWith(".log")) return undefined;
    const inner = isLog1p ? argument.value : onePlus(argument.value);
    const exp = inner && exponential(code, piece, inner);
    return exp && { kind: "softplus", ...exp };
  }
  if (node.kind !== "binary") return undefined;
  if (node.operator === "*")
    return (
      gatedBySoftplus(code, piece, node.left, node.right) ??
      gatedBySoftplus(code, piece, node.right, node.left)
    );
  if (node.operator !== "/") return undefined;
  const { left, right } = node;
  if (isNumber(left, 1)) {
    const exp = exponentialOf(code, piece, onePlus(right));
    const negated = exp && negative(exp.operand);
    return exp && negated && { kind: "sigmoid", home: exp.home, operand: negated };
  }
  const above = exponential(code, piece, left);
  if (above) {
    const sum = summed(code, piece, right);
    const below = sum && exponential(code, piece, sum.of);
    if (!below || !isSame(above.operand, below.operand)) return undefined;
    return { kind: "softmax", ...above, ...(sum.axis === undefined ? {} : { setting: sum.axis }) };
  }
  if (left.kind !== "binary" || right.kind !== "binary") return undefined;
  if (left.operator !== "-" || right.operator !== "+") return undefined;
  const [a, b, c, d] = [left.left, left.right, right.left, right.right].map((part) =>
    exponential(code, piece, part),
  );
  if (!a || !b || !c || !d || !isSame(a.operand, c.operand) || !isSame(b.operand, d.operand))
    return undefined;
  const negated = negative(b.operand);
  return negated && isSame(negated, a.operand) ? { kind: "tanh", ...a } : undefined;
}

/** `x * tanh(log(1 + exp(x)))` */
function gatedBySoftplus(code: Code, piece: Piece, x: Node, gate: Node): Found | undefined {
  if (gate.kind !== "call" || !code.nameOf(gate.callee, piece)?.endsWith(".tanh")) return undefined;
  const [argument, other] = gate.arguments;
  const inner = argument && !other ? recognise(code, { node: argument.value, piece }) : undefined;
  const isMish = inner?.kind === "softplus" && textOf(piece, inner.operand) === textOf(piece, x);
  return isMish ? { ...inner, kind: "mish" } : undefined;
}

/** `where(x > 0, x, alpha * (exp(x) - 1))`, `where(x > 20, x, log(1 + exp(x)))`, or with the branches changed over. */
function chosen(code: Code, piece: Piece, node: CallNode): Found | undefined {
  const [test, one, other, more] = node.arguments.map(({ value }) => value);
  if (test?.kind !== "binary" || !/^[<>]=?$/.test(test.operator) || !one || !other || more) return undefined;
  const isSame = (a: Node, b: Node) => textOf(piece, a) === textOf(piece, b);
  for (const [x, below] of [
    [one, other],
    [other, one],
  ] as const) {
    const isLeft = isSame(test.left, x);
    if (!isLeft && !isSame(test.right, x)) continue;
    // x itself must be what is taken where it is large.
    const isTakenAbove = isLeft === test.operator.startsWith(">");
    if (isTakenAbove !== (x === one)) continue;
    const isAtZero = isNumber(isLeft ? test.right : test.left, 0);
    const found = isAtZero ? belowZero(code, piece, below) : recognise(code, { node: below, piece });
    const isKnown = found?.kind === "elu" || found?.kind === "softplus";
    if (isKnown && isSame(found.operand, x)) return { ...found, isChosen: true };
  }
  return undefined;
}

/** ELU where x is negative: `exp(x) - 1`, or that times alpha. */
function belowZero(code: Code, piece: Piece, node: Node): Found | undefined {
  if (node.kind !== "binary") return undefined;
  if (node.operator === "*") {
    const [left, right] = [belowZero(code, piece, node.left), belowZero(code, piece, node.right)];
    const found = left ?? right;
    const { range } = left ? node.right : node.left;
    const isOne = found && !(left && right) && found.setting === undefined;
    return isOne ? { ...found, setting: piece.text.slice(range.start, range.end) } : undefined;
  }
  const exp =
    node.operator === "-" && isNumber(node.right, 1) ? exponential(code, piece, node.left) : undefined;
  return exp && { kind: "elu", ...exp };
}

function exponentialOf(code: Code, piece: Piece, node: Node | undefined) {
  return node && exponential(code, piece, node);
}

/** `torch.exp(x)` */
function exponential(
  code: Code,
  piece: Piece,
  node: Node,
): { readonly home: Home; readonly operand: Node } | undefined {
  if (node.kind !== "call") return undefined;
  const [argument, ...others] = node.arguments;
  const name = code.nameOf(node.callee, piece);
  const home = homes.find((candidate) => name === `${candidate}.exp`);
  return home && argument && others.length === 0 && argument.name === undefined && argument.stars === 0
    ? { home, operand: argument.value }
    : undefined;
}

/** What stands beside 1 in a sum. */
function onePlus(node: Node): Node | undefined {
  if (node.kind !== "binary" || node.operator !== "+") return undefined;
  if (isNumber(node.left, 1)) return node.right;
  return isNumber(node.right, 1) ? node.left : undefined;
}

function negative(node: Node): Node | undefined {
  return node.kind === "unary" && node.operator === "-" ? node.operand : undefined;
}

function isNumber(node: Node, value: number): boolean {
  return node.kind === "number" && node.value === value;
}

/** `torch.sum(e, dim=1)` or `e.sum(1)` */
function summed(
  code: Code,
  piece: Piece,
  node: Node,
): { readonly of: Node; readonly axis?: string } | undefined {
  if (node.kind !== "call") return undefined;
  const name = code.nameOf(node.callee, piece);
  const isFunction = name !== undefined && /\.(?:sum|reduce_sum)$/.test(name);
  const { callee } = node;
  const object =
    name === undefined && callee.kind === "member" && callee.member === "sum" ? callee.object : undefined;
  const of = object ?? (isFunction ? node.arguments[0]?.value : undefined);
  if (!of) return undefined;
  const axis = axisOf(node, object ? 0 : 1);
  return { of, ...(axis ? { axis: piece.text.slice(axis.range.start, axis.range.end) } : {}) };
}

function axisOf(call: CallNode, position: number): Node | undefined {
  return (argumentOf(call, "dim", position) ?? argumentOf(call, "axis", position))?.value;
}

/** How far names are followed to what they were given; a circle ends here too. */
const deepest = 3;

/** Whether the argument of exp cannot become large: its maximum is taken off, it is clipped, or an absolute value. */
export function isBounded(standing: Standing, operand: Node, depth = 0): boolean {
  if (operand.kind === "number") return true;
  if (/\b(?:max|amax|abs|clamp|clip|minimum|min|reduce_max)\b/.test(textOf(standing.piece, operand)))
    return true;
  if (depth >= deepest) return false;
  return namesIn(operand).some((name) =>
    assignedTo(standing, name).some(
      (value) => isAbsolute(standing.piece, value) || isBounded(standing, value, depth + 1),
    ),
  );
}

/** `where(x >= 0, x, -x)`, or its negative. */
function isAbsolute(piece: Piece, value: Node): boolean {
  const isWhere = value.kind === "call" && value.callee.kind === "member" && value.callee.member === "where";
  const [, one, other] = isWhere ? value.arguments.map((argument) => argument.value) : [];
  if (!one || !other) return false;
  const isNegative = (of: Node, what: Node) => {
    const negated = negative(of);
    return negated !== undefined && textOf(piece, negated) === textOf(piece, what);
  };
  return isNegative(one, other) || isNegative(other, one);
}

function namesIn(node: Node): string[] {
  return node.kind === "name" ? [node.name] : partsOf(node).flatMap(namesIn);
}

/** Values that a plain name is given in the function around, or in the same piece of a module. */
function assignedTo(standing: Standing, name: string): Node[] {
  return valuesIn(functionAround(standing)?.body ?? standing.piece.statements, name);
}

function valuesIn(suite: readonly Statement[], name: string): Node[] {
  return suite.flatMap((statement) => {
    const isGiven =
      statement.kind === "assign" &&
      statement.targets.some((target) => target.kind === "name" && target.name === name);
    const own = isGiven && statement.value ? [statement.value] : [];
    const isScope = statement.kind === "function" || statement.kind === "class";
    return isScope ? own : [...own, ...suitesOf(statement).flatMap((inner) => valuesIn(inner, name))];
  });
}

function textOf({ text }: Piece, { range }: Node): string {
  return text.slice(range.start, range.end).replace(/\s+/g, "");
}
