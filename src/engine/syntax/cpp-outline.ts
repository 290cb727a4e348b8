/**
 * Outline of a file of C++. Names hold from where they are declared to the end of their block. A statement declares where
 * two names stand side by side, as they do in no expression.
 */
import { type Part, declaratorIn, words } from "./cpp-declarators.ts";
import { holdsValue } from "./cpp-expressions.ts";
import { type TokenChain, TokenOutline } from "./token-outline.ts";
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

export class CppOutline extends TokenOutline {
  protected readonly self = "this";
  protected readonly keywords = keywords;
  #isInFunction = false;
  /** Names of the classes around. */
  readonly #classNames: string[] = [];
  /** The namespace around, with those around it. */
  #namespace: readonly string[] = [];

  protected statements(from: number, to: number): void {
    for (let at = from; at < to;) at = Math.max(at + 1, this.#statement(at, to));
  }

  /** @returns the token behind the statement */
  #statement(at: number, to: number): number {
    const { tokens } = this;
    const kind = tokens.kinds[at];
    if (kind === "word") return this.#worded(tokens.slice(at), at, to);
    if (kind === "directive") this.#macro(at);
    if (kind === "directive" || kind === "close" || tokens.is(at, ";")) return at + 1;
    if (!tokens.isOpen(at, "{")) return this.#declaration(at, to) ?? this.#expression(at, to);
    const { end, next } = tokens.bodyOf(at, to);
    this.block(at, false, () => {
      this.statements(at + 1, end);
    });
    return next;
  }

  #worded(word: string, at: number, to: number): number {
    const { tokens } = this;
    switch (word) {
      case "template":
        return skipAngles(tokens, at + 1, to);
      case "namespace":
        return this.#namespaced(at, to);
      case "inline":
      case "export":
        return this.#statement(at + 1, to);
      case "using":
        return this.#using(at, to);
      case "typedef":
        return this.#typedef(at, to);
      case "friend":
        return this.#endOf(at, to) + 1;
      case "extern":
        return tokens.kinds[at + 1] === "string" ? at + 2 : (this.#declaration(at, to) ?? at + 1);
      case "public":
      case "private":
      case "protected":
      case "default":
        return at + 2;
      case "else":
      case "do":
      case "try":
        return at + 1;
      case "class":
      case "struct":
      case "union":
      case "enum":
        return this.#type(at, to) ?? this.#declaration(at, to) ?? this.#expression(at, to);
      case "if":
      case "while":
      case "switch":
      case "for":
      case "catch":
        return this.#controlled(word, at, to);
      default:
        return this.#declaration(at, to) ?? this.#expression(at, to);
    }
  }

  /** Where the statement ends: its `;`, or the end of what a macro stands for. */
  #endOf(at: number, to: number): number {
    const { tokens } = this;
    let end = at;
    while (end < to && !tokens.is(end, ";") && !tokens.is(end, "")) end = tokens.after(end, to);
    return Math.min(end, to);
  }

  /** A macro hides what has its name. */
  #macro(at: number): void {
    const written = this.tokens.slice(at);
    const [, name] = /^#[ \t]*define[ \t]+(\w+)/.exec(written) ?? [];
    if (name === undefined) {
      const { start, end } = this.reader.range(at, at + 1);
      if (written.startsWith("#include")) this.imports.push({ start, end });
      return;
    }
    const start = this.tokens.starts[at]! + written.indexOf(name);
    this.scope.bind({ name, start, end: start + name.length }, start, { kind: "opaque", by: "function" });
  }

  #namespaced(at: number, to: number): number {
    const { tokens } = this;
    const chain = this.chainAt(at + 1, to);
    const next = chain?.next ?? at + 1;
    if (tokens.is(next, "=")) {
      const end = this.#endOf(next, to);
      this.#renamed(at, at + 1, next + 1, end);
      return end + 1;
    }
    if (!tokens.isOpen(next, "{")) return next;
    const body = tokens.bodyOf(next, to);
    const around = this.#namespace;
    if (chain) this.#namespace = [...around, chain.root, ...(chain.path === "" ? [] : chain.path.split("."))];
    this.inside("block", at, () => {
      // Code in a namespace sees its names.
      for (let count = 1; count <= this.#namespace.length; count++)
        this.star(this.#namespace.slice(0, count).join("."), at, at + 1, this.endOf(at + 1));
      this.statements(next + 1, body.end);
    });
    this.#namespace = around;
    return body.next;
  }

  /** `using namespace torch::nn;`, `using Act = torch::nn::GELU;`, `using torch::nn::ReLU;` */
  #using(at: number, to: number): number {
    const { tokens } = this;
    const end = this.#endOf(at, to);
    if (tokens.is(at + 1, "namespace")) {
      const chain = this.chainAt(at + 2, end);
      if (chain) {
        const module = chain.path === "" ? chain.root : `${chain.root}.${chain.path}`;
        // It may be named from within another that is used.
        for (const { module: used } of this.#usedModules())
          this.star(`${used}.${module}`, at, end, this.endOf(end));
        this.star(module, at, end, this.endOf(end));
        this.imports.push(this.reader.range(at, end));
      }
    } else if (tokens.is(at + 2, "=")) {
      this.walk(at + 3, end);
      this.bindValue(at + 1, at + 3, end);
    } else if (end > at + 2) this.#renamed(at, end - 1, at + 1, end);
    return end + 1;
  }

  #usedModules() {
    const found = [];
    for (let scope = this.scope; ; scope = scope.parent) {
      found.push(...scope.stars);
      if (!scope.parent) return found;
    }
  }

  /** What only brings a name, as an import does. */
  #renamed(at: number, name: number, from: number, to: number): void {
    this.bindValue(name, from, to);
    this.imports.push(this.reader.range(at, to));
  }

  #typedef(at: number, to: number): number {
    const end = this.#endOf(at, to);
    this.walk(at + 1, end - 1);
    if (end > at + 2 && this.tokens.isWord(end - 1)) this.bindValue(end - 1, at + 1, end - 1);
    return end + 1;
  }

  /** A class or an enumeration that is defined here. */
  #type(at: number, to: number): number | undefined {
    const { tokens } = this;
    const isEnum = tokens.is(at, "enum");
    let name = at + 1;
    const isScoped = isEnum && (tokens.is(name, "class") || tokens.is(name, "struct"));
    if (isScoped) name++;
    // Attributes and macros may stand before the name.
    while (name < to && (tokens.kinds[name] === "open" ? !tokens.is(name, "{") : tokens.isWord(name + 1)))
      if (tokens.is(name + 1, "final")) break;
      else name = tokens.after(name, to);
    let open = name;
    while (open < to && !tokens.isOpen(open, "{")) {
      if (tokens.kinds[open] !== "word" && !/^(?:::|:|,|<|>|\.\.\.)$/.test(tokens.slice(open))) {
        if (tokens.kinds[open] !== "open" && tokens.kinds[open] !== "number") return undefined;
      }
      open = tokens.after(open, to);
    }
    if (open >= to) return undefined;
    const { end, next } = tokens.bodyOf(open, to);
    const colon = this.find(":", name, open);
    this.walk(colon, open);
    const isNamed = tokens.isWord(name);
    if (isNamed) this.bindOpaque(name, this.tokens.starts[name]!, isEnum ? "type" : "class");
    if (isEnum) {
      if (!isScoped) this.#enumerators(open + 1, end);
    } else this.#class(isNamed ? tokens.slice(name) : "", at, this.#bases(colon + 1, open), [open + 1, end]);
    const last = this.#endOf(next, to);
    for (let declared = next; declared < last; declared++)
      if (tokens.isWord(declared)) this.#declare(declared);
    return last + 1;
  }

  #class(name: string, at: number, bases: readonly string[], [from, to]: readonly [number, number]): void {
    this.#classNames.push(name);
    const isInFunction = this.#isInFunction;
    this.#isInFunction = false;
    this.class(name, at, bases, () => {
      this.statements(from, to);
    });
    this.#isInFunction = isInFunction;
    this.#classNames.pop();
  }

  #bases(from: number, to: number): string[] {
    const { tokens } = this;
    const found: string[] = [];
    for (let at = from; at < to; at++)
      if (tokens.isWord(at) && (at + 1 >= to || tokens.is(at + 1, ","))) found.push(tokens.slice(at));
    return found;
  }

  #enumerators(from: number, to: number): void {
    for (let at = from; at < to; at = this.find(",", at, to) + 1)
      if (this.tokens.isWord(at)) this.bindOpaque(at, this.tokens.ends[at]!, "declaration");
  }

  /** `if (…) …`, `for (…) …` and their kin: names of the head hold in the body. */
  #controlled(word: string, at: number, to: number): number {
    const { tokens } = this;
    let open = at + 1;
    if (tokens.is(open, "constexpr")) open++;
    if (!tokens.isOpen(open, "(")) return at + 1;
    const { end, next } = tokens.bodyOf(open, to);
    let last = next;
    this.block(at, word === "for" || word === "while", () => {
      const colon = word === "for" ? this.find(":", open + 1, end) : end;
      if (word === "catch") this.#parameter(open + 1, end);
      else if (colon < end && this.find(";", open + 1, end) === end) {
        this.walk(colon + 1, end);
        this.#loopVariables(open + 1, colon);
      } else this.statements(open + 1, end);
      if (next < to) last = this.#statement(next, to);
    });
    return last;
  }

  #loopVariables(from: number, to: number): void {
    const bracket = this.find("[", from, to);
    const start = bracket < to ? bracket : to - 1;
    this.bindAll(start, to, this.tokens.starts[start]!, "loop");
  }

  /** @returns the token behind a declaration, if it is one */
  #declaration(at: number, to: number): number | undefined {
    const { tokens } = this;
    const found = declaratorIn(tokens, at, to);
    const { parts, next } = found ?? { parts: [], next: at };
    if (next < to && /^(?:~|operator)$/.test(tokens.slice(next))) return this.#operator(at, parts, next, to);
    if (!found) return undefined;
    const name = parts.at(-1)!;
    const type = parts.at(-2);
    const follows = next < to ? tokens.slice(next) : ";";
    if (follows === "[" && type === undefined) return this.#unpacked(at, next, to);
    if (follows === "(") {
      const body = this.#bodyBehind(next, to);
      if (body !== undefined) return this.#function(at, parts, next, body, to);
      if (!type) return this.#isConstructor(name) ? this.#endOf(next, to) + 1 : undefined;
      if (!this.#isInFunction && !holdsValue(tokens, next)) {
        this.walk(at, name.from);
        this.#declareFunction(name);
        return this.#endOf(next, to) + 1;
      }
    }
    if (!type || !/^(?:=|\(|\{|;|,|:|\[)$/.test(follows) || tokens.is(name.from + 1, "::")) return undefined;
    this.walk(at, name.from);
    return this.#variables(type, name.name, next, to);
  }

  /** `operator()(…)`, `~Net()`: a function without a name that is called. */
  #operator(at: number, parts: readonly Part[], word: number, to: number): number | undefined {
    const { tokens } = this;
    const isCall = tokens.isOpen(word + 1, "(") && tokens.isOpen(word + 3, "(");
    const open = isCall ? word + 3 : this.find("(", word + 1, Math.min(to, word + 6));
    if (!tokens.isOpen(open, "(")) return undefined;
    const body = this.#bodyBehind(open, to);
    if (body === undefined) return this.scope.kind === "class" ? this.#endOf(open, to) + 1 : undefined;
    const read = () => {
      this.#functionBody(at, open, body, to);
    };
    if (tokens.is(word - 1, "::")) this.inClass(tokens.slice(parts.at(-1)!.name), at, read);
    else read();
    return tokens.bodyOf(body, to).next;
  }

  #isConstructor({ name }: Part): boolean {
    return this.#classNames.at(-1) === this.tokens.slice(name) && this.scope.kind === "class";
  }

  /** `auto [a, b] = f(x);` */
  #unpacked(at: number, open: number, to: number): number | undefined {
    const { tokens } = this;
    const { end, next } = tokens.bodyOf(open, to);
    if (!tokens.is(at, "auto") && !tokens.is(at, "const")) return undefined;
    const last = this.#endOf(next, to);
    this.walk(next, last);
    this.bindAll(open, end, this.endOf(last), "unpacking");
    return last + 1;
  }

  /** `type a = 1, b(2), c;` from behind the first name */
  #variables(type: Part, first: number, from: number, to: number): number {
    const { tokens } = this;
    let name = first;
    let at = from;
    const end = this.#endOf(at, to);
    for (;;) {
      while (at < end && (tokens.isOpen(at, "[") || tokens.is(at, ":"))) at = tokens.after(at, end);
      const comma = tokens.is(at, "=") ? this.find(",", at, end) : at;
      if (comma > at) {
        this.walk(at + 1, comma);
        this.#declare(name, at + 1, comma);
        at = comma;
      } else if (at < end && tokens.kinds[at] === "open") {
        const { next } = tokens.bodyOf(at, end);
        this.walk(at, next);
        // Read from its type on, it makes the value.
        if (name === first && holdsValue(tokens, at)) this.#declare(name, type.from, next);
        else this.#declare(name);
        at = next;
      } else if (name === first && type.next === name) this.#declare(name, type.from, name + 1);
      else this.#declare(name);
      at = this.find(",", at, end) + 1;
      while (at < end && (tokens.is(at, "*") || tokens.is(at, "&"))) at++;
      if (at >= end || !tokens.isWord(at)) return end + 1;
      name = at++;
    }
  }

  /** A variable, or a field, with its value if it has one. */
  #declare(name: number, from = 0, to = 0): void {
    const isField = this.scope.kind === "class";
    if (isField) this.addField(name);
    const hasValue = to > from && !this.tokens.is(from, "nullptr");
    if (hasValue) this.bindValue(name, from, to);
    else if (!isField) this.bindOpaque(name, this.tokens.ends[name]!, "declaration");
  }

  #declareFunction({ from, name }: Part): void {
    if (from !== name) return;
    if (this.scope.kind === "class") this.addField(name);
    else this.bindOpaque(name, this.tokens.starts[name]!, "function");
  }

  /** The body of a function, behind the brackets of its parameters. */
  #bodyBehind(open: number, to: number): number | undefined {
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

  #function(at: number, parts: readonly Part[], open: number, body: number, to: number): number {
    const { tokens } = this;
    const name = parts.at(-1)!;
    const isQualified = name.from !== name.name;
    const isMacro = parts.length === 1 && !isQualified && !this.#isConstructor(name);
    this.walk(at, name.from);
    const read = () => {
      if (parts.length > 1) this.#declareFunction(name);
      this.#functionBody(at, open, body, to, isMacro);
    };
    if (isQualified) this.inClass(tokens.slice(name.owner), at, read);
    else read();
    return tokens.bodyOf(body, to).next;
  }

  /** @param isMacro what stands in brackets are no parameters: `TEST(Functional, ReLU) {…}` */
  #functionBody(at: number, open: number, body: number, to: number, isMacro = false): void {
    const { tokens } = this;
    const namespace = this.#namespace;
    this.function(at, () => {
      const isInFunction = this.#isInFunction;
      const around = this.#namespace;
      this.#isInFunction = true;
      this.#namespace = namespace;
      if (!isMacro) this.#parameters(open, to);
      this.#initializers(tokens.bodyOf(open, to).next, body);
      this.statements(body + 1, tokens.bodyOf(body, to).end);
      this.#isInFunction = isInFunction;
      this.#namespace = around;
    });
  }

  #parameters(open: number, to: number): void {
    const { end } = this.tokens.bodyOf(open, to);
    for (let at = open + 1; at < end;) {
      const comma = this.#parameterEnd(at, end);
      this.#parameter(at, comma);
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

  #parameter(from: number, to: number): void {
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

  #expression(at: number, to: number): number {
    const { tokens } = this;
    const chain = this.chainAt(at, to);
    const isMacro = chain?.path === "" && /^[A-Z][A-Z\d_]+$/.test(chain.root);
    if (isMacro) {
      // A macro may do without a `;`.
      const next = tokens.after(chain.next, to);
      const isAlone =
        tokens.isOpen(chain.next, "(") && next < to && tokens.breaks[next] && tokens.isWord(next);
      if (isAlone) {
        this.walk(at, next);
        return next;
      }
    }
    const end = this.#endOf(at, to);
    if (chain && tokens.is(chain.next, "=")) {
      const isOwn = chain.root === this.self;
      this.walk(chain.next + 1, end);
      if (chain.path === "") this.assign(at, chain.next + 1, end);
      else if (isOwn && !chain.path.includes(".")) this.assignField(chain.path, chain.next + 1, end);
      else this.refer(chain);
    } else this.walk(at, end);
    return Math.max(end, at) + 1;
  }

  /** `::f` is of no namespace, and `tanh` by itself is that of numbers unless it is brought by its name. */
  protected override refer(chain: TokenChain): void {
    const { root, path, next } = chain;
    const isAlone = path === "";
    if (isAlone && this.tokens.is(next - 2, "::")) return;
    if (isAlone && root === "tanh" && !this.declaring(root)) return;
    super.refer(chain);
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
      ? this.#bodyBehind(parameters, to)
      : tokens.isOpen(parameters, "{")
        ? parameters
        : undefined;
    if (body === undefined) return undefined;
    const { end, next } = tokens.bodyOf(body, to);
    const isInFunction = this.#isInFunction;
    this.inside("function", at, () => {
      this.#isInFunction = true;
      if (hasParameters) this.#parameters(parameters, to);
      this.statements(body + 1, end);
    });
    this.#isInFunction = isInFunction;
    return next;
  }
}
