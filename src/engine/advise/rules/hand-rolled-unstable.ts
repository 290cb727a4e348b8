import { partsOf, suitesOf } from "../../syntax/program-parts.ts";
import type { Node, Statement } from "../../syntax/program.ts";
import { argumentOf, type CallNode, type Code, functionAround, type Piece, type Standing } from "../code.ts";
import { boundName } from "../imports.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

/** Libraries of tensors by their functions' home; NumPy only warns where a tensor's gradient becomes NaN. */
const homes = ["torch", "jax.numpy", "tf.math", "tf", "keras.ops", "numpy"] as const;

type Home = (typeof homes)[number];

type Kind = "sigmoid" | "softplus" | "softmax" | "tanh";

const harms: Readonly<Record<Kind, string>> = {
  sigmoid: "exp(-x) overflows below -88 in float32 (-11 in float16), and the gradient becomes NaN",
  softplus: "exp(x) overflows from 88.7 in float32 (11.1 in float16): the value is inf, the gradient NaN",
  softmax: "exp(x) overflows from 88.7 in float32 (11.1 in float16), and inf/inf is NaN",
  tanh: "exp overflows beyond ±88.7 in float32 (±11.1 in float16), and inf/inf is NaN",
};

/** Where a stable one is, as module and name. */
const stable: Readonly<Record<Kind, Partial<Record<Home, readonly [module: string, name: string]>>>> = {
  sigmoid: {
    torch: ["torch", "sigmoid"],
    "jax.numpy": ["jax.nn", "sigmoid"],
    tf: ["tensorflow", "sigmoid"],
    "tf.math": ["tensorflow", "sigmoid"],
    "keras.ops": ["keras.ops", "sigmoid"],
    numpy: ["scipy.special", "expit"],
  },
  softplus: {
    torch: ["torch.nn.functional", "softplus"],
    "jax.numpy": ["jax.nn", "softplus"],
    tf: ["tensorflow", "math.softplus"],
    "tf.math": ["tensorflow", "math.softplus"],
    "keras.ops": ["keras.ops", "softplus"],
    numpy: ["numpy", "logaddexp"],
  },
  softmax: { torch: ["torch", "softmax"], "jax.numpy": ["jax.nn", "softmax"] },
  tanh: {
    torch: ["torch", "tanh"],
    "jax.numpy": ["jax.numpy", "tanh"],
    tf: ["tensorflow", "tanh"],
    "tf.math": ["tensorflow", "tanh"],
    "keras.ops": ["keras.ops", "tanh"],
    numpy: ["numpy", "tanh"],
  },
};

/** Beside 1, its logarithm of 1 plus, or twice in an expression: how exp stands in all that is recognised. */
const spellings = /\b1\.?0*\s*\+\s*[\w.]*exp\(|log1p\(\s*[\w.]*exp\(|exp\([^]{1,200}?(?:\)\s*\+\s*1|\bexp\()/;

export const handRolledUnstable = defineRule({
  id: "hand-rolled-unstable",
  severity: "warning",
  title: "Sigmoid, softplus, softmax or tanh written with exp, which overflows",
  doc: {
    what: "`1/(1+exp(-x))`, `log(1+exp(x))`, `exp(x)/sum(exp(x))` or `(exp(x)-exp(-x))/(exp(x)+exp(-x))` on tensors.",
    why: "`exp` overflows long before the function's value does. Where the value comes out right all the same, the gradient is 0 times infinity.",
    harm: "From x = 88.7 in float32 and bfloat16, 11.09 in float16. `1/(1+exp(-x))` at −100 is the right 0, but its gradient is NaN in PyTorch, JAX and TensorFlow; `log1p(exp(x))` is infinite at 100.",
    bad: "p = 1 / (1 + torch.exp(-x))",
    good: "p = torch.sigmoid(x)",
    limits:
      "Textbook spellings only. `math.exp` on single numbers is left alone, and so is an argument that is bounded (`-abs(x)`, `clamp`, a maximum taken off), also by way of a name. With NumPy, where the value is right and a warning printed, and in a function named after what it computes, it is information.",
    sources: [
      "https://github.com/scikit-learn/scikit-learn/issues/4153",
      "https://github.com/karpathy/neuraltalk/issues/2",
      "https://github.com/rwightman/efficientdet-pytorch/issues/77",
    ],
  },
  needs: { of: "nothing", text: [spellings] },
  *check({ code }) {
    for (const standing of code.expressions) {
      const found = recognise(code, standing);
      if (found && !isBounded(standing, found.operand)) yield finding(code, standing, found);
    }
  },
});

interface Found {
  readonly kind: Kind;
  readonly home: Home;
  readonly operand: Node;
  /** Of softmax: its axis, as written. */
  readonly axis?: string;
}

function recognise(code: Code, { node, piece }: Standing): Found | undefined {
  const isSame = (a: Node, b: Node) => textOf(piece, a) === textOf(piece, b);
  if (node.kind === "call") {
    const [argument, ...others] = node.arguments;
    const name = code.nameOf(node.callee, piece);
    if (!argument || others.length > 0 || name === undefined) return undefined;
    const isLog1p = name.endsWith(".log1p");
    if (!isLog1p && !name.endsWith(".log")) return undefined;
    const inner = isLog1p ? argument.value : onePlus(argument.value);
    const exp = inner && exponential(code, piece, inner);
    return exp && { kind: "softplus", ...exp };
  }
  if (node.kind !== "binary" || node.operator !== "/") return undefined;
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
    return { kind: "softmax", ...above, ...(sum.axis === undefined ? {} : { axis: sum.axis }) };
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
function isBounded(standing: Standing, operand: Node, depth = 0): boolean {
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

function finding(code: Code, { node, piece, trail }: Standing, found: Found): Finding {
  const { kind, home } = found;
  const isTaught = functionAround({ trail })?.name.toLowerCase().includes(kind) ?? false;
  const slight = home === "numpy" || isTaught;
  const fix = fixOf(code, piece, node, found, !slight);
  return {
    place: code.placeOf(piece, node.range),
    ...(slight ? { severity: "information" } : {}),
    message: `This is ${kind} by hand: ${home === "numpy" ? "exp overflows for large numbers, with a warning" : harms[kind]}. Use the built-in one.`,
    fixes: fix ? [fix] : [],
  };
}

function fixOf(
  code: Code,
  piece: Piece,
  node: Node,
  { kind, home, operand, axis }: Found,
  certain: boolean,
): Fix | undefined {
  const [module, name] = stable[kind][home] ?? [];
  const bound = module === undefined ? undefined : boundName(code, module);
  if (bound === undefined || name === undefined || (kind === "softmax" && axis === undefined))
    return undefined;
  const own = piece.text.slice(operand.range.start, operand.range.end);
  const rest = kind !== "softmax" ? "" : `, ${home === "torch" ? "dim" : "axis"}=${axis}`;
  const given = home === "numpy" && kind === "softplus" ? `0, ${own}` : own;
  return {
    title: `Use ${bound}.${name}`,
    preferred: true,
    certain,
    edits: [{ place: code.placeOf(piece, node.range), text: `${bound}.${name}(${given}${rest})` }],
  };
}
