/** How C++ writes expressions, and how libtorch's are meant. */
import { type Argument, type Expression, positional } from "./expression.ts";
import { type Notation, operatorTable } from "./token-expressions.ts";
import { type Tokens, skipAngles } from "./tokens.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** Functions whose value is that of one of their arguments, by its position. */
const passing = new Map([
  ["register_module", 1],
  ["replace_module", 1],
  ["move", 0],
  ["static_cast", 0],
  ["float", 0],
  ["double", 0],
]);

export const cppNotation: Notation = {
  separators: new Set(["::", "->", "."]),
  nothing: "nullptr",
  operators: operatorTable(["||", "&&", "& ^ |", "== !=", "< > <= >=", "+ -", "* / %"]),
  transparent: new Set(["&", "*"]),
  words: new Set(["new", "co_await", "typename"]),
  gives: "",
  dividesWhole: true,
  asks: (tokens, token) => tokens.is(token, "?"),
  argumentsAt,
  isMade: (tokens, token, limit) =>
    token < limit && tokens.isWord(token) && (token + 1 === limit || tokens.is(token + 1, ";")),
  skipped: (tokens, token, limit) => {
    const next = skipAngles(tokens, token, limit);
    return next > token && /^[({:]/.test(tokens.slice(next)) ? next : token;
  },
  numberOf: (text) => {
    const plain = text.replaceAll("'", "");
    return Number(/^0x/i.test(plain) ? plain.replace(/[uUlL]+$/, "") : plain.replace(/[fFlLuU]+$/, ""));
  },
  stringOf: (text) => /^"([^"\\]*)"$/.exec(text)?.[1],
  understood: (expression) => passedOn(expression) ?? expression,
  spreadOf: (from, to, reader) => {
    const options = isOptions(reader.tokens, from, to) ? optionsOf(reader.read(from, to)) : undefined;
    if (options) return options;
    const value = positional(() => reader.read(from, to));
    // It may be an object of options.
    return [reader.tokens.isWord(from) ? Object.assign(value, { mayName: true } as const) : value];
  },
};

/** `f(…)`, `X{…}`, and `X name(…)`, which makes one, too. */
function argumentsAt(tokens: Tokens, token: number, limit: number): number | undefined {
  const isBracket = (at: number) => at < limit && (tokens.isOpen(at, "(") || tokens.isOpen(at, "{"));
  if (isBracket(token)) return token;
  const isNamed = token < limit && tokens.isWord(token) && isBracket(token + 1);
  return isNamed && holdsValue(tokens, token + 1) ? token + 1 : undefined;
}

/** Whether brackets behind the name of a variable hold what it is made of, and not the parameters of a function. */
export function holdsValue(tokens: Tokens, open: number): boolean {
  const { end } = tokens.bodyOf(open);
  if (tokens.is(open + 1, "nullptr")) return false;
  if (tokens.is(open, "{")) return true;
  if (end === open + 1 || tokens.is(open + 1, "const")) return false;
  // A type and a name, the two side by side.
  for (let at = open + 1; at < end && !tokens.is(at, ","); at = tokens.after(at, end))
    if (tokens.isWord(at) && (tokens.isWord(at + 1) || tokens.is(at + 1, "&"))) return false;
  return true;
}

/** `register_module("act", torch::nn::ReLU())` gives the module. */
function passedOn({ callee, call }: CallExpression): Expression | undefined {
  const name = callee.kind === "member" ? callee.member : callee.kind === "name" ? callee.name : "";
  const argument = call.arguments[passing.get(name) ?? -1];
  return argument?.kind === "positional" ? argument.value : undefined;
}

/** Whether it begins with a name like `F::LeakyReLUFuncOptions`, made. */
function isOptions(tokens: Tokens, from: number, to: number): boolean {
  let at = from;
  while (at + 2 < to && tokens.isWord(at) && tokens.is(at + 1, "::")) at += 2;
  return at + 1 < to && tokens.kinds[at + 1] === "open" && tokens.slice(at).endsWith("Options");
}

/** `LeakyReLUOptions().negative_slope(0.2)`: what they are made of, then by name what is set. */
function optionsOf(expression: Expression): Argument[] | undefined {
  if (expression.kind !== "call") return undefined;
  const { callee, call } = expression;
  if (callee.kind !== "member" || callee.object.kind !== "call") return [...call.arguments];
  const before = optionsOf(callee.object);
  const [value] = call.arguments;
  if (!before || value?.kind !== "positional") return before;
  return [...before, { kind: "keyword", name: callee.member, value: value.value }];
}
