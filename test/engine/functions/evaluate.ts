/** Evaluates a formula's plain text, so that what is printed can be compared with what is computed. */

export interface Scope {
  readonly x: number;
  /** For vector functions: all inputs, and the one whose output is asked for. */
  readonly xs?: readonly number[];
  readonly i?: number;
  /** Noise of every input, and the input that x_j is. */
  readonly gs?: ArrayLike<number>;
  readonly j?: number;
  /** For gated functions. */
  readonly a?: number;
  readonly b?: number;
  /** What `where` solves for. */
  readonly t?: number;
}

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  abs: Math.abs,
  exp: Math.exp,
  sin: Math.sin,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
  log: Math.log,
  min: Math.min,
  max: Math.max,
  erf,
};

/** erf by the series 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms have one sign. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 300; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** The t that fulfils `A = B`, whose A falls while t grows, by halving. */
function solve(equation: string, scope: Scope): number {
  const [left, right] = equation.split(" = ");
  let [low, high] = [-100, 100];
  for (let step = 0; step < 200; step++) {
    const t = (low + high) / 2;
    if (evaluate(left!, { ...scope, t }) > evaluate(right!, scope)) low = t;
    else high = t;
  }
  return high;
}

/** @throws Error where the text is not of the formulas' small language */
export function evaluate(text: string, scope: Scope): number {
  const [main, equation] = text.split(" where ");
  if (equation !== undefined) return evaluate(main!, { ...scope, t: solve(equation, scope) });
  const tokens: readonly string[] =
    text.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z_]+|>=|<=|==|[-+*/^(),<>[\]:]/g) ?? [];
  if (tokens.join("") !== text.replaceAll(" ", "")) throw new Error(`not a formula: ${text}`);
  let position = 0;
  const peek = () => tokens[position];
  const take = (expected?: string): string => {
    const token = tokens[position++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`expected ${expected ?? "more"} in ${text}`);
    }
    return token;
  };

  function choice(at: Scope): number {
    const value = sum(at);
    if (peek() !== "if") return value;
    take("if");
    const condition = comparison(at);
    take("else");
    const otherwise = choice(at);
    return condition ? value : otherwise;
  }
  function comparison(at: Scope): boolean {
    const left = sum(at);
    const sign = take();
    const right = sum(at);
    if (sign === ">") return left > right;
    if (sign === ">=") return left >= right;
    if (sign === "<") return left < right;
    if (sign === "<=") return left <= right;
    if (sign === "==") return left === right;
    throw new Error(`no comparison: ${sign}`);
  }
  function sum(at: Scope): number {
    let value = product(at);
    while (peek() === "+" || peek() === "-")
      value = take() === "+" ? value + product(at) : value - product(at);
    return value;
  }
  function product(at: Scope): number {
    let value = signed(at);
    while (peek() === "*" || peek() === "/") value = take() === "*" ? value * signed(at) : value / signed(at);
    return value;
  }
  function signed(at: Scope): number {
    if (peek() !== "-") return power(at);
    take();
    return -signed(at);
  }
  function power(at: Scope): number {
    const base = atom(at);
    if (peek() !== "^") return base;
    take();
    return base ** signed(at);
  }
  function atom(at: Scope): number {
    const token = take();
    if (token === "(") {
      const value = choice(at);
      take(")");
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    if (token === "x" && peek() === "[") {
      take("[");
      const index = choice(at);
      take("]");
      return at.xs![index]!;
    }
    if (token === "x") return at.x;
    const named = { i: at.i, n: at.xs?.length, a: at.a, b: at.b, t: at.t }[token];
    if (named !== undefined) return named;
    if (token === "x_i") return at.xs![at.i!]!;
    if (token === "x_j") return at.x;
    if (token === "g_i") return at.gs![at.i!]!;
    if (token === "g_j") return at.gs![at.j!]!;
    take("(");
    if (token === "sum") return overEntries(at).reduce((total, entry) => total + entry, 0);
    if (token === "argmax") {
      const entries = overEntries(at);
      return entries.indexOf(Math.max(...entries));
    }
    if (token === "max" && peek() === "x" && tokens[position + 1] === "[" && isSlice()) return maxOfSlice(at);
    const args = [choice(at)];
    while (peek() === ",") {
      take();
      args.push(choice(at));
    }
    take(")");
    const fn = functions[token];
    if (fn === undefined) throw new Error(`unknown function ${token}`);
    return fn(...args);
  }
  /** What stands in the parentheses, once for every entry in the place of x_j. */
  function overEntries(at: Scope): number[] {
    const start = position;
    const values = at.xs!.map((x, j) => {
      position = start;
      return choice({ ...at, x, j });
    });
    take(")");
    return values;
  }
  function isSlice(): boolean {
    return tokens.slice(position, tokens.indexOf("]", position)).includes(":");
  }
  function maxOfSlice(at: Scope): number {
    take("x");
    take("[");
    const from = choice(at);
    take(":");
    const to = choice(at);
    take("]");
    take(")");
    return Math.max(...at.xs!.slice(from, to));
  }

  const value = choice(scope);
  if (position !== tokens.length)
    throw new Error(`left over in ${text}: ${tokens.slice(position).join(" ")}`);
  return value;
}
