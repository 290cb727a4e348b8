/** Reads expressions out of tokens, for languages that are read by their tokens. */
import type { Range } from "../range.ts";
import { type Argument, type Call, type Expression, type ItemExpression, positional } from "./expression.ts";
import type { Tokens } from "./tokens.ts";

/** How a language writes expressions. */
export interface Notation {
  /** Between a name and its member. */
  readonly separators: ReadonlySet<string>;
  readonly nothing: string;
  /** How tightly operators bind, and as what they compute; others only keep operands apart. */
  readonly operators: ReadonlyMap<string, readonly [strength: number, meaning?: string]>;
  /** Operators before an operand that leave its value as it is: `&torch::relu`. */
  readonly transparent: ReadonlySet<string>;
  /** Words before an operand that do so: `await`. */
  readonly words: ReadonlySet<string>;
  /** Between an argument's name and its value. */
  readonly gives: string;
  /** Whether a quotient of whole numbers is rounded. */
  readonly dividesWhole: boolean;
  /** Whether the operator at a token chooses between values, `c ? a : b`, and does not unwrap one. */
  readonly asks: (tokens: Tokens, token: number) => boolean;
  /**
   * The opening bracket of the arguments that something is called with.
   * @param token behind what is called
   */
  readonly argumentsAt: (tokens: Tokens, token: number, limit: number) => number | undefined;
  /** Whether the word at a token is a variable that is made of the type before it, without arguments: `X name;`. */
  readonly isMade?: (tokens: Tokens, token: number, limit: number) => boolean;
  /** The token behind what may stand between a name and what goes on with it: an unwrapping `!`, `<T>`. */
  readonly skipped?: (tokens: Tokens, token: number, limit: number) => number;
  readonly numberOf: (text: string) => number;
  readonly stringOf: (text: string) => string | undefined;
  /** Whether `if c { a } else { b }` is a value. */
  readonly hasBranches?: true;
  /** Where a case without its type is written `.relu`. */
  readonly hasCases?: true;
  /** The call as frameworks mean it, or what has its value. */
  readonly understood?: (call: Extract<Expression, { kind: "call" }>, reader: ExpressionReader) => Expression;
  /** The call with what further calls on it say, where a language makes things so: `X::new().with_y(1)`. */
  readonly extended?: (call: Call, next: number, reader: ExpressionReader) => Call;
  /** What an argument that is an object gives by names: `LeakyReLUOptions().negative_slope(0.2)`. */
  readonly spreadOf?: (from: number, to: number, reader: ExpressionReader) => Argument[] | undefined;
}

/** @param levels operators, the weakest first; `÷=//` has a meaning that is written otherwise */
export function operatorTable(levels: readonly string[]): Notation["operators"] {
  return new Map(
    levels.flatMap((level, strength) =>
      level.split(" ").map((entry): [string, [number, string?]] => {
        const [operator = "", meaning = operator] = entry.split(/(?<=.)=(?=.)/);
        return [operator, [strength, meaning]];
      }),
    ),
  );
}

/** An expression and the token behind it. */
interface Parsed {
  readonly expression: Expression;
  readonly next: number;
}

/** Where expressions within one another, or behind one another, are no longer read: the stack is only so deep. */
const deepest = 256;

export class ExpressionReader {
  readonly tokens: Tokens;
  readonly notation: Notation;
  #depth = 0;

  constructor(tokens: Tokens, notation: Notation) {
    this.tokens = tokens;
    this.notation = notation;
  }

  /** All of the tokens, as one expression. */
  read(from: number, to: number): Expression {
    const parsed = this.#choice(from, to);
    return parsed?.next === to ? parsed.expression : this.#other(from, to).expression;
  }

  expressionAt({ start, end }: Range): Expression | undefined {
    const from = this.tokens.at(start);
    const to = this.tokens.at(end - 1) + 1;
    if (this.tokens.starts[from] !== start || this.tokens.ends[to - 1] !== end || from >= to)
      return undefined;
    return this.read(from, to);
  }

  callAt({ start, end }: Range): Call | undefined {
    const { tokens, notation } = this;
    const last = tokens.at(end - 1);
    if (tokens.ends[last] !== end) return undefined;
    const next = this.#skipped(last + 1, tokens.count);
    const owner = tokens.starts[this.#startOf(last, start)]!;
    if (notation.isMade?.(tokens, next, tokens.count)) return this.#madeAt(owner, next);
    const open = notation.argumentsAt(tokens, next, tokens.count);
    if (open === undefined) return undefined;
    const { call, next: behind } = this.#callFrom(owner, open, tokens.count);
    return notation.extended?.(call, behind, this) ?? call;
  }

  itemAt({ start, end }: Range): ItemExpression | undefined {
    const { tokens } = this;
    const last = tokens.at(end - 1);
    if (tokens.ends[last] !== end || !tokens.isOpen(last + 1, "[")) return undefined;
    const from = tokens.at(start);
    const { expression } = this.#item(this.read(from, last + 1), last + 1, tokens.count);
    return expression.kind === "item" ? expression : undefined;
  }

  /** The value of what follows tokens that are joined by separators, from the first name to the end of the last. */
  range(from: number, to: number): Range {
    const { starts, ends } = this.tokens;
    return { start: starts[from] ?? 0, end: ends[Math.max(from, to - 1)] ?? 0 };
  }

  /** Arguments between brackets. */
  argumentsIn(open: number, limit = this.tokens.count): Argument[] {
    const { end } = this.tokens.bodyOf(open, limit);
    const found: Argument[] = [];
    let isNamed = false;
    let from = open + 1;
    for (let at = from; at <= end; at = Math.max(at + 1, this.tokens.after(at, end))) {
      const isLast = at >= end;
      const ends = isLast || this.tokens.is(at, ",") || this.tokens.is(at, ";");
      if (!ends) continue;
      if (at > from) found.push(...this.#argument(from, Math.min(at, end), isNamed));
      if (isLast) break;
      isNamed ||= this.tokens.is(at, ";");
      from = at + 1;
    }
    return found;
  }

  /** @param isNamed behind a `;`, where a name alone stands for an argument of that name */
  #argument(from: number, to: number, isNamed: boolean): Argument[] {
    const { tokens, notation } = this;
    if (tokens.is(to - 1, "...")) return [{ kind: isNamed ? "keyword-spread" : "spread" }];
    const name = tokens.slice(from);
    if (tokens.isWord(from) && from + 1 < to && tokens.is(from + 1, notation.gives))
      return [{ kind: "keyword", name, value: from + 2 < to ? this.read(from + 2, to) : undefined }];
    if (isNamed && to === from + 1) return [{ kind: "keyword", name, value: this.read(from, to) }];
    return notation.spreadOf?.(from, to, this) ?? [positional(() => this.read(from, to))];
  }

  /** The first token of what a member is taken from, no further back than the start. */
  #startOf(last: number, start: number): number {
    const { tokens } = this;
    let at = last;
    if (tokens.starts[last]! > start) return tokens.at(start);
    for (;;) {
      const before = tokens.kinds[at - 2];
      const isMember = before === "word" || before === "close";
      if (!isMember || !this.notation.separators.has(tokens.slice(at - 1))) return at;
      at -= 2;
      // Calls and items, in any number.
      while (tokens.kinds[at] === "close" && tokens.partners[at]! > 0) {
        at = tokens.partners[at]!;
        const owner = tokens.kinds[at - 1];
        if (owner !== "word" && owner !== "close") return at;
        at--;
      }
    }
  }

  #skipped(token: number, limit: number): number {
    return this.notation.skipped?.(this.tokens, token, limit) ?? token;
  }

  #other(from: number, to: number): Parsed {
    return { expression: { kind: "other", range: this.range(from, to) }, next: to };
  }

  #choice(from: number, to: number): Parsed | undefined {
    const { tokens, notation } = this;
    const condition = this.#binary(from, to, 0);
    if (!condition || !notation.asks(tokens, condition.next)) return condition;
    const chosen = this.#within(condition.next + 1, to);
    const otherwise = chosen && tokens.is(chosen.next, ":") ? this.#within(chosen.next + 1, to) : undefined;
    if (!chosen || !otherwise) return undefined;
    const options = [chosen.expression, otherwise.expression];
    const range = this.range(from, otherwise.next);
    return { expression: { kind: "choice", range, options }, next: otherwise.next };
  }

  /** What stands within what is being read. */
  #within(from: number, to: number, weakest?: number): Parsed | undefined {
    return this.#deeper(() =>
      weakest === undefined ? this.#choice(from, to) : this.#binary(from, to, weakest),
    );
  }

  #deeper<T>(read: () => T): T | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth++;
    const found = read();
    this.#depth--;
    return found;
  }

  #binary(from: number, to: number, weakest: number): Parsed | undefined {
    const { tokens, notation } = this;
    let left = this.#unary(from, to);
    for (let count = 0; left && left.next < to && tokens.kinds[left.next] === "operator"; count++) {
      if (count >= deepest) return undefined;
      const written = tokens.slice(left.next);
      const [strength, meaning = written] = notation.operators.get(written) ?? [-1];
      if (strength < weakest) break;
      // A power takes what is to the right of it first.
      const right = this.#within(left.next + 1, to, meaning === "**" ? strength : strength + 1);
      if (!right) return undefined;
      left = { expression: this.#operation(meaning, left.expression, right.expression), next: right.next };
    }
    return left;
  }

  #operation(operator: string, left: Expression, right: Expression): Expression {
    const range = { start: left.range.start, end: right.range.end };
    const isWhole = ({ kind, range: own }: Expression) =>
      kind === "number" && /^\d+$/.test(this.tokens.text.slice(own.start, own.end));
    if (operator === "/" && this.notation.dividesWhole && isWhole(left) && isWhole(right))
      return { kind: "other", range };
    return { kind: "binary", range, operator, left, right };
  }

  #unary(from: number, to: number): Parsed | undefined {
    return from < to ? this.#deeper(() => this.#operand(from, to)) : undefined;
  }

  #operand(from: number, to: number): Parsed | undefined {
    const { tokens, notation } = this;
    const written = tokens.slice(from);
    if (tokens.kinds[from] === "operator") {
      if (notation.hasCases && written === "." && tokens.isWord(from + 1)) return this.#case(from, to);
      const operator = written === "!" ? "not" : written;
      if (!["-", "+", "not"].includes(operator) && !notation.transparent.has(written)) return undefined;
      const parsed = this.#unary(from + 1, to);
      if (!parsed || notation.transparent.has(written)) return parsed;
      const { expression: operand, next } = parsed;
      return { expression: { kind: "unary", range: this.range(from, next), operator, operand }, next };
    }
    if (tokens.isWord(from) && notation.words.has(written)) return this.#unary(from + 1, to);
    return this.#postfix(from, to);
  }

  /** `.tanh`: a string to what selects by it. */
  #case(from: number, to: number): Parsed {
    const next = from + 2;
    const isPlain = next >= to || tokenEnds(this.tokens, next);
    if (!isPlain) return this.#other(from, this.tokens.after(next, to));
    return {
      expression: { kind: "string", range: this.range(from, next), value: `.${this.tokens.slice(from + 1)}` },
      next,
    };
  }

  #postfix(from: number, to: number): Parsed | undefined {
    const { tokens, notation } = this;
    const first = this.#primary(from, to);
    if (!first) return undefined;
    let { expression, next } = first;
    for (let count = 0; ; count++) {
      if (count >= deepest) return undefined;
      next = Math.min(to, this.#skipped(next, to));
      if (next + 1 < to && notation.separators.has(tokens.slice(next)) && tokens.isWord(next + 1)) {
        const member = tokens.slice(next + 1);
        next += 2;
        expression = { kind: "member", range: this.range(from, next), object: expression, member };
        continue;
      }
      if (notation.isMade?.(tokens, next, to)) {
        const call = this.#madeAt(tokens.starts[from]!, next);
        return { expression: { kind: "call", range: call.range, callee: expression, call }, next: next + 1 };
      }
      const open = next < to ? notation.argumentsAt(tokens, next, to) : undefined;
      if (open !== undefined && open < to) {
        const { call, next: behind } = this.#callFrom(tokens.starts[from]!, open, to);
        const whole = notation.extended?.(call, behind, this) ?? call;
        const made = { kind: "call", range: whole.range, callee: expression, call: whole } as const;
        expression = notation.understood?.(made, this) ?? made;
        next = whole === call ? behind : tokens.at(whole.range.end - 1) + 1;
      } else if (next < to && tokens.isOpen(next, "[") && !tokens.breaks[next])
        ({ expression, next } = this.#item(expression, next, to));
      else return { expression, next };
    }
  }

  #madeAt(start: number, name: number): Call {
    return { arguments: [], range: { start, end: this.tokens.ends[name]! } };
  }

  #callFrom(start: number, open: number, limit: number): { readonly call: Call; readonly next: number } {
    const { next } = this.tokens.bodyOf(open, limit);
    const range = { start, end: this.tokens.ends[Math.max(open, next - 1)]! };
    return { call: { arguments: this.argumentsIn(open, limit), range }, next };
  }

  #item(object: Expression, open: number, limit: number): Parsed {
    const { end, next } = this.tokens.bodyOf(open, limit);
    const key = this.#choice(open + 1, end);
    const range = { start: object.range.start, end: this.range(open, next).end };
    return {
      expression: { kind: "item", range, object, key: key?.next === end ? key.expression : undefined },
      next,
    };
  }

  /** `if a { x } else if b { y } else { z }`: one of their last values. */
  #branches(from: number, to: number): Parsed | undefined {
    const { tokens } = this;
    const options: Expression[] = [];
    for (let at = from; ;) {
      while (at < to && !tokens.isOpen(at, "{")) at = tokens.after(at, to);
      const { end, next } = tokens.bodyOf(at, to);
      const option = at < to ? this.#lastOf(at + 1, end) : undefined;
      if (!option) return undefined;
      options.push(option);
      const isLast = tokens.is(at - 1, "else");
      if (isLast) return { expression: { kind: "choice", range: this.range(from, next), options }, next };
      if (next >= to || !tokens.is(next, "else")) return undefined;
      at = next + 1;
    }
  }

  /** What a body ends with. */
  #lastOf(from: number, to: number): Expression | undefined {
    const { tokens } = this;
    let last = from;
    for (let at = from; at < to; at = tokens.after(at, to)) if (tokens.is(at, ";")) last = at + 1;
    return last < to ? this.#deeper(() => this.read(last, to)) : undefined;
  }

  #isCodeInString(open: number): boolean {
    const { kinds } = this.tokens;
    return kinds[open] === "open" && kinds[open - 1] === "string" && this.tokens.isJoined(open);
  }

  #primary(from: number, to: number): Parsed | undefined {
    const { tokens, notation } = this;
    const range = this.range(from, from + 1);
    const next = from + 1;
    const written = tokens.slice(from);
    switch (tokens.kinds[from]) {
      case "number":
        return { expression: { kind: "number", range, value: notation.numberOf(written) }, next };
      case "string": {
        let end = next;
        while (end < to && (tokens.kinds[end] === "string" || this.#isCodeInString(end)))
          end = tokens.after(end, to);
        const value = end === next ? notation.stringOf(written) : undefined;
        return { expression: { kind: "string", range: this.range(from, end), value }, next: end };
      }
      case "word":
        if (written === "if" && notation.hasBranches) return this.#branches(from, to);
        if (written === "true" || written === "false")
          return { expression: { kind: "boolean", range, value: written === "true" }, next };
        if (written === notation.nothing) return { expression: { kind: "none", range }, next };
        return { expression: { kind: "name", range, name: written }, next };
      case "open": {
        const body = tokens.bodyOf(from, to);
        const inner = written === "(" ? this.#choice(from + 1, body.end) : undefined;
        if (inner?.next === body.end) return { expression: inner.expression, next: body.next };
        return this.#other(from, body.next);
      }
      case "operator":
      case "close":
      case "directive":
      case undefined:
        return undefined;
    }
  }
}

function tokenEnds({ kinds }: Tokens, token: number): boolean {
  return kinds[token] === "operator" || kinds[token] === "close";
}
