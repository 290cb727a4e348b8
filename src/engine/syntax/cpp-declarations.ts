/** What C++ declares: types with their fields, functions, variables. */
import { type Part, declaratorIn } from "./cpp-declarators.ts";
import { holdsValue } from "./cpp-expressions.ts";
import { CppFunctions } from "./cpp-functions.ts";

export abstract class CppDeclarations extends CppFunctions {
  /** Names of the classes around. */
  readonly #classNames: string[] = [];

  /** Where the statement ends: its `;`, or the end of what a macro stands for. */
  protected statementEnd(at: number, to: number): number {
    const { tokens } = this;
    let end = at;
    while (end < to && !tokens.is(end, ";") && !tokens.is(end, "")) end = tokens.after(end, to);
    return Math.min(end, to);
  }

  /** A class or an enumeration that is defined here. */
  protected typeDefinition(at: number, to: number): number | undefined {
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
    const last = this.statementEnd(next, to);
    for (let declared = next; declared < last; declared++)
      if (tokens.isWord(declared)) this.#declare(declared);
    return last + 1;
  }

  #class(name: string, at: number, bases: readonly string[], [from, to]: readonly [number, number]): void {
    this.#classNames.push(name);
    const isInFunction = this.isInFunction;
    this.isInFunction = false;
    this.class(name, at, bases, () => {
      this.statements(from, to);
    });
    this.isInFunction = isInFunction;
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

  /** @returns the token behind a declaration, if it is one */
  protected declaration(at: number, to: number): number | undefined {
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
      const body = this.bodyBehind(next, to);
      if (body !== undefined) return this.#function(at, parts, next, body, to);
      if (!type) return this.#isConstructor(name) ? this.statementEnd(next, to) + 1 : undefined;
      if (!this.isInFunction && !holdsValue(tokens, next)) {
        this.walk(at, name.from);
        this.#declareFunction(name);
        return this.statementEnd(next, to) + 1;
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
    const body = this.bodyBehind(open, to);
    if (body === undefined) return this.scope.kind === "class" ? this.statementEnd(open, to) + 1 : undefined;
    const read = () => {
      this.functionBody(at, open, body, to);
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
    const last = this.statementEnd(next, to);
    this.walk(next, last);
    this.bindAll(open, end, this.endOf(last), "unpacking");
    return last + 1;
  }

  /** `type a = 1, b(2), c;` from behind the first name */
  #variables(type: Part, first: number, from: number, to: number): number {
    const { tokens } = this;
    let name = first;
    let at = from;
    const end = this.statementEnd(at, to);
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

  #function(at: number, parts: readonly Part[], open: number, body: number, to: number): number {
    const { tokens } = this;
    const name = parts.at(-1)!;
    const isQualified = name.from !== name.name;
    const isMacro = parts.length === 1 && !isQualified && !this.#isConstructor(name);
    this.walk(at, name.from);
    const read = () => {
      if (parts.length > 1) this.#declareFunction(name);
      this.functionBody(at, open, body, to, isMacro);
    };
    if (isQualified) this.inClass(tokens.slice(name.owner), at, read);
    else read();
    return tokens.bodyOf(body, to).next;
  }
}
