/** Functions of C++ and lambdas: their parameters, what they initialise, and their bodies. */
import { declaratorIn, words } from "./cpp-declarators.ts";
import { TokenOutline } from "./token-outline.ts";
import { skipAngles } from "./tokens.ts";

const keywords = words(
  "alignas alignof asm auto bool break case catch char class co_await co_return co_yield concept const consteval " +
    "constexpr constinit continue decltype default delete do double dynamic_cast else enum explicit export extern " +
    "false final float for friend goto if inline int long mutable namespace new noexcept nullptr operator override " +
    "private protected public register reinterpret_cast requires return short signed sizeof static static_assert " +
    "static_cast struct switch template throw true try typedef typeid typename union unsigned using virtual void " +
    "volatile while",
);

const qualifiers = words("const noexcept override final volatile mutable try");

export abstract class CppFunctions extends TokenOutline {
  protected readonly self = "this";
  protected readonly keywords = keywords;
  protected isInFunction = false;
  /** The namespace around, with those around it. */
  protected namespace: readonly string[] = [];

  /** The body of a function, behind the brackets of its parameters. */
  protected bodyBehind(open: number, to: number): number | undefined {
    const { tokens } = this;
    let at = tokens.bodyOf(open, to).next;
    while (at < to) {
      const word = tokens.slice(at);
      if (word === "{") return at;
      if (word === ":") return this.#behindInitializers(at + 1, to);
      if (word === "->") {
        const type = declaratorIn(tokens, at + 1, to);
        if (!type) return undefined;
        at = type.next;
      } else if (qualifiers.has(word) || word === "&" || word === "&&") {
        at++;
        if (word === "noexcept" && tokens.isOpen(at, "(")) at = tokens.after(at, to);
      } else return undefined;
    }
    return undefined;
  }

  #behindInitializers(from: number, to: number): number | undefined {
    const { tokens } = this;
    let at = from;
    for (;;) {
      const chain = this.chainAt(at, to);
      const open = chain && skipAngles(tokens, chain.next, to);
      if (open === undefined || tokens.kinds[open] !== "open") return undefined;
      at = tokens.after(open, to);
      if (tokens.is(at, "...")) at++;
      if (tokens.isOpen(at, "{")) return at;
      if (!tokens.is(at, ",")) return undefined;
      at++;
    }
  }

  /** @param isMacro what stands in brackets are no parameters: `TEST(Functional, ReLU) {…}` */
  protected functionBody(at: number, open: number, body: number, to: number, isMacro = false): void {
    const { tokens } = this;
    const namespace = this.namespace;
    this.function(at, () => {
      const isInFunction = this.isInFunction;
      const around = this.namespace;
      this.isInFunction = true;
      this.namespace = namespace;
      if (!isMacro) this.#parameters(open, to);
      this.#initializers(tokens.bodyOf(open, to).next, body);
      this.statements(body + 1, tokens.bodyOf(body, to).end);
      this.isInFunction = isInFunction;
      this.namespace = around;
    });
  }

  #parameters(open: number, to: number): void {
    const { end } = this.tokens.bodyOf(open, to);
    for (let at = open + 1; at < end;) {
      const comma = this.#parameterEnd(at, end);
      this.parameter(at, comma);
      at = comma + 1;
    }
  }

  /** The comma behind it; one in angles is none. */
  #parameterEnd(from: number, to: number): number {
    const { tokens } = this;
    let at = from;
    while (at < to && !tokens.is(at, ",")) {
      const behind = skipAngles(tokens, at, to);
      at = behind > at ? behind : tokens.after(at, to);
    }
    return Math.min(at, to);
  }

  protected parameter(from: number, to: number): void {
    const equals = this.find("=", from, to);
    const found = declaratorIn(this.tokens, from, equals);
    const name = found && found.parts.length > 1 ? found.parts.at(-1)! : undefined;
    if (!name || name.from !== name.name) return;
    this.walk(from, name.from);
    this.walk(equals + 1, to);
    this.bindParameter(name.name, Math.min(equals + 1, to), to);
  }

  /** `: act(register_module("act", torch::nn::ReLU()))` */
  #initializers(from: number, to: number): void {
    const { tokens } = this;
    for (let at = this.find(":", from, to) + 1; at < to;) {
      const open = skipAngles(tokens, this.chainAt(at, to)?.next ?? at + 1, to);
      if (open >= to || tokens.kinds[open] !== "open") return;
      const { end, next } = tokens.bodyOf(open, to);
      this.walk(open, next);
      const name = tokens.slice(at);
      if (open === at + 1 && end > open + 1) this.assignField(name, open + 1, end);
      at = next + 1;
    }
  }

  /** Lambdas. */
  protected special(at: number, to: number): number | undefined {
    const { tokens } = this;
    if (!tokens.isOpen(at, "[")) return undefined;
    const before = tokens.kinds[at - 1];
    const isItem =
      before === "close" || before === "string" || (before === "word" && !keywords.has(tokens.slice(at - 1)));
    if (isItem) return undefined;
    const parameters = skipAngles(tokens, tokens.after(at, to), to);
    const hasParameters = tokens.isOpen(parameters, "(");
    const body = hasParameters
      ? this.bodyBehind(parameters, to)
      : tokens.isOpen(parameters, "{")
        ? parameters
        : undefined;
    if (body === undefined) return undefined;
    const { end, next } = tokens.bodyOf(body, to);
    const isInFunction = this.isInFunction;
    this.inside("function", at, () => {
      this.isInFunction = true;
      if (hasParameters) this.#parameters(parameters, to);
      this.statements(body + 1, end);
    });
    this.isInFunction = isInFunction;
    return next;
  }
}
