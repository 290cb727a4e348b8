/** Constants that an argument's expression amounts to. */
import type { Literal } from "../frameworks/define.ts";
import type { Expression } from "../syntax/expression.ts";

/** The value of a name, or the qualified name that it stands for; undefined if neither is known. */
export type NameValue = (expression: Expression) => Literal | { readonly name: string } | undefined;

/** Names of infinity and NaN, wherever they are kept. */
const namedNumbers = new Map<string, number>(
  ["math", "numpy", "torch", "jax.numpy", "tf.experimental.numpy", "keras.ops"].flatMap((module) => [
    [`${module}.inf`, Infinity] as const,
    [`${module}.nan`, NaN] as const,
    [`${module}.pi`, Math.PI] as const,
    [`${module}.e`, Math.E] as const,
  ]),
);
/** Those of other languages. */
for (const name of [
  "Infinity",
  "Number.POSITIVE_INFINITY",
  "f32.INFINITY",
  "f64.INFINITY",
  "INFINITY",
  "Inf",
])
  namedNumbers.set(name, Infinity);
for (const name of ["Number.NEGATIVE_INFINITY", "f32.NEG_INFINITY", "f64.NEG_INFINITY"])
  namedNumbers.set(name, -Infinity);
for (const name of ["NaN", "Number.NaN", "f32.NAN", "f64.NAN", "NAN"]) namedNumbers.set(name, NaN);
/** Dimensions from the last, as candle names them. */
for (const count of [1, 2]) namedNumbers.set(`rust:candle_core.D.Minus${count}`, -count);
for (const name of ["Math.PI", "std.f32.consts.PI", "std.f64.consts.PI", "M_PI", "π"])
  namedNumbers.set(name, Math.PI);

/** @returns undefined where the value is not a constant that can be told from the code */
export function foldConstant(expression: Expression, valueOf: NameValue): Literal | undefined {
  switch (expression.kind) {
    case "number":
      return Number.isNaN(expression.value) ? undefined : expression.value;
    case "boolean":
    case "string":
      return expression.value;
    case "none":
      return null;
    case "unary": {
      const operand = foldConstant(expression.operand, valueOf);
      return operand === undefined ? undefined : unary(expression.operator, operand);
    }
    case "binary": {
      const left = number(foldConstant(expression.left, valueOf));
      const right = number(foldConstant(expression.right, valueOf));
      if (left === undefined || right === undefined) return undefined;
      return binary(expression.operator, left, right);
    }
    case "name":
    case "member": {
      const value = valueOf(expression);
      if (value === undefined) return undefined;
      return typeof value === "object" && value !== null ? namedNumbers.get(value.name) : value;
    }
    case "call":
      return conversion(expression, valueOf);
    case "choice":
    case "item":
    case "table":
    case "other":
      return undefined;
  }
}

/** `float("inf")`, `float(3)` */
function conversion(
  { callee, call }: Extract<Expression, { kind: "call" }>,
  valueOf: NameValue,
): number | undefined {
  const [argument, ...others] = call.arguments;
  if (argument?.kind !== "positional" || others.length > 0) return undefined;
  const name = valueOf(callee);
  if (typeof name !== "object" || name?.name !== "float") return undefined;
  const value = foldConstant(argument.value, valueOf);
  return typeof value === "string" ? parseFloatText(value) : number(value);
}

function parseFloatText(text: string): number | undefined {
  const [, sign, word] = /^\s*([+-]?)(inf|infinity|nan)\s*$/i.exec(text) ?? [];
  if (word !== undefined) return word.toLowerCase() === "nan" ? NaN : sign === "-" ? -Infinity : Infinity;
  const value = /^\s*[+-]?[\d_.]+(e[+-]?\d+)?\s*$/i.test(text) ? Number(text.replaceAll("_", "")) : NaN;
  return Number.isNaN(value) ? undefined : value;
}

function unary(operator: string, operand: Literal): Literal | undefined {
  if (operator === "not") return operand === null ? true : !operand;
  const value = number(operand);
  if (value === undefined) return undefined;
  if (operator === "-") return -value;
  return operator === "+" ? value : undefined;
}

/** A bool counts as 0 or 1, as in Python. */
function number(value: Literal | undefined): number | undefined {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" ? value : undefined;
}

/** Undefined also where Python would raise: division by zero. */
function binary(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "//":
      return right === 0 ? undefined : Math.floor(left / right);
    case "%":
      return right === 0 ? undefined : left - right * Math.floor(left / right);
    case "**": {
      const power = left ** right;
      return Number.isNaN(power) || (left === 0 && right < 0) ? undefined : power;
    }
    default:
      return undefined;
  }
}
