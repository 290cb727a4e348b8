/** Outline of a file of Rust. `use`, items and functions hold throughout their block, variables from where they are declared. */
import type { OpaqueKind } from "./outline.ts";
import type { ScopeBuilder } from "./outline-builder.ts";
import { type TokenChain, TokenOutline } from "./token-outline.ts";
import { skipAngles } from "./tokens.ts";

const lastSegment = ({ root, path }: TokenChain) => path.split(".").at(-1) || root;

export class RustOutline extends TokenOutline {
  protected readonly self = "self";
  /** Crates that are declared, as code before 2018 does. */
  readonly #crates = new Set<string>();
  protected readonly keywords = new Set(
    (
      "as async await break const continue dyn else enum extern false fn for if impl in let loop match mod move mut pub " +
      "ref return static struct trait true type unsafe use where while"
    ).split(" "),
  );

  protected statements(from: number, to: number): void {
    this.walk(from, to);
  }

  /** Everything that declares stands among expressions. */
  protected special(at: number, to: number): number | undefined {
    const { tokens } = this;
    const word = tokens.slice(at);
    if (tokens.isWord(at)) return this.#worded(word, at, to);
    if (tokens.isOpen(at, "{")) return this.#block(at, false, to);
    if (word === "#") return this.#behindAttribute(at + 1, to);
    return word === "|" || word === "||" ? this.#closure(at, to) : undefined;
  }

  #worded(word: string, at: number, to: number): number | undefined {
    const { tokens } = this;
    switch (word) {
      case "use": {
        const end = this.find(";", at, to);
        this.imports.push(this.reader.range(at, end));
        this.#used(at + 1, end, []);
        return end;
      }
      case "extern":
        if (!tokens.is(at + 1, "crate")) return undefined;
        this.#crates.add(tokens.slice(at + 2));
        return this.find(";", at, to);
      case "let":
      case "const":
      case "static":
        return this.#declaration(at, to);
      case "fn":
        return this.#function(at, to);
      case "impl":
        return this.#implementation(at, to);
      case "trait":
      case "mod": {
        const open = this.#bodyFrom(at, to);
        if (open === undefined) return this.find(";", at, to);
        const { end, next } = tokens.bodyOf(open, to);
        const read = () => {
          this.statements(open + 1, end);
        };
        if (word === "mod") this.block(at, false, read);
        else this.class("", at, [], read);
        return next;
      }
      case "struct":
      case "enum":
      case "union":
      case "type":
        return tokens.isWord(at + 1) ? this.#type(at, to) : undefined;
      case "if":
      case "while":
      case "for":
      case "loop":
      case "match":
        return this.#controlled(word, at, to);
      case "macro_rules":
        return tokens.after(at + 3, to);
    }
    this.#made(at, to);
    // The name of a field, and a variable that is given another value.
    if (tokens.is(at + 1, ":") && at + 1 < to) return at + 2;
    if (tokens.is(at + 1, "=") && tokens.slice(at - 1) !== ".") {
      const end = this.find(";", at, to);
      this.walk(at + 2, end);
      this.bindOpaque(at, this.endOf(end), "update");
      return end;
    }
    return undefined;
  }

  /** `impl<T> Trait for Net<T> where … {…}`, whose methods are all those of `Net`. */
  #implementation(at: number, to: number): number {
    const { tokens } = this;
    const open = this.#bodyFrom(at, to);
    if (open === undefined) return this.find(";", at, to);
    const { end, next } = tokens.bodyOf(open, to);
    const behind = skipAngles(tokens, at + 1, open);
    const trait = this.find("for", behind, open);
    const type = this.chainAt(trait < open ? trait + 1 : behind, open);
    const name = type ? lastSegment(type) : "";
    this.inClass(name, at, () => {
      this.scope.structName = name;
      this.statements(open + 1, end);
    });
    return next;
  }

  /** Types of one name in several modules are not the same. */
  protected override isMeant(owner: ScopeBuilder): boolean {
    return owner.parent === this.scope;
  }

  /** Of the type whose method this is. */
  #structName(): string {
    let scope: ScopeBuilder | undefined = this.scope;
    while (scope && scope.structName === undefined) scope = scope.parent;
    return scope?.structName ?? "";
  }

  /** `Net { act: Relu::new(), size }`, `Self {…}` */
  #made(at: number, to: number): void {
    const { tokens } = this;
    const type = /^\p{Lu}/u.test(tokens.slice(at)) ? this.chainAt(at, to) : undefined;
    if (!type || !tokens.isOpen(type.next, "{") || type.next >= to) return;
    const { end } = tokens.bodyOf(type.next, to);
    const written = lastSegment(type);
    const name = written === "Self" ? this.#structName() : written;
    for (let field = type.next + 1; field < end;) {
      const behind = this.find(",", field, end);
      const isNamed = tokens.is(field + 1, ":") && field + 1 < behind;
      // A field without a value is that of the variable of its name.
      const from = isNamed ? field + 2 : field;
      if (!tokens.isWord(field) || (!isNamed && behind > field + 1)) return;
      if (from < behind) this.attribute(this.scope, name, tokens.slice(field), from, behind);
      field = behind + 1;
    }
  }

  /** `#[…]`, `#![…]` */
  #behindAttribute(at: number, to: number): number {
    const open = this.tokens.is(at, "!") ? at + 1 : at;
    return this.tokens.isOpen(open, "[") ? this.tokens.after(open, to) : at;
  }

  #block(open: number, isLoop: boolean, to: number): number {
    const { end, next } = this.tokens.bodyOf(open, to);
    this.block(open, isLoop, () => {
      this.statements(open + 1, end);
    });
    return next;
  }

  /** The opening brace behind the head of an item: no head is longer. */
  #bodyFrom(at: number, limit: number): number | undefined {
    const { tokens } = this;
    const to = Math.min(limit, at + 2000);
    let open = at;
    while (open < to && !tokens.isOpen(open, "{") && !tokens.is(open, ";")) open = tokens.after(open, to);
    return open < to && tokens.isOpen(open, "{") ? open : undefined;
  }

  /** A type of the file itself hides one of its name. */
  #type(at: number, to: number): number {
    const { tokens } = this;
    this.bindOpaque(at + 1, 0, "type");
    const open = this.#bodyFrom(at, to);
    const end = this.find(";", at, to);
    return open === undefined || open > end ? end : tokens.after(open, to);
  }

  /** `a::b::{self, c as d, e::*}`. @param path of the names around */
  #used(from: number, to: number, path: readonly string[]): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      const end = this.find(",", at, to);
      const own = [...path];
      let name = at;
      for (; name < end && !tokens.is(name, "as"); name++) {
        if (tokens.isOpen(name, "{")) {
          this.#used(name + 1, tokens.bodyOf(name, end).end, own);
          break;
        }
        if (tokens.is(name, "*")) {
          this.star(own.join("."), at, end, 0);
          break;
        }
        if (tokens.isWord(name) && !this.#isOfSelf(name, own.length > 0)) own.push(tokens.slice(name));
      }
      if (name === end || tokens.is(name, "as")) this.#import(name === end ? end - 1 : name + 1, own);
      at = end + 1;
    }
  }

  /** `ops::{self}` brings `ops`, and `self::tch` is a crate that was declared here. */
  #isOfSelf(token: number, isBehind: boolean): boolean {
    const { tokens } = this;
    return tokens.is(token, "self") && (isBehind || this.#crates.has(tokens.slice(token + 2)));
  }

  #import(token: number, path: readonly string[]): void {
    const { tokens } = this;
    const last = path.at(-1);
    if (last === undefined || !tokens.isWord(token)) return;
    const { name, ...range } = this.nameAt(token);
    const module = path.slice(0, -1).join(".");
    const source = module === "" ? { module: last } : { module, member: last };
    this.scope.bindImport({ name: name === "self" ? last : name, ...range }, 0, {
      kind: "import",
      ...source,
    });
  }

  /** `let pattern: Type = value`, `const NAME: Type = value`; the names of `if let` hold in what follows. */
  #declaration(at: number, to: number): number {
    const { tokens } = this;
    let end = at;
    // No value that `else` may follow ends with a brace.
    const isOtherwise = (token: number) => tokens.is(token, "else") && !tokens.is(token - 1, "}");
    while (end < to && !tokens.is(end, ";") && !isOtherwise(end)) end = tokens.after(end, to);
    end = Math.min(end, to);
    const equals = this.find("=", at, end);
    const name = tokens.is(at + 1, "mut") ? at + 2 : at + 1;
    const isPlain = tokens.isWord(name) && (name + 1 >= equals || tokens.is(name + 1, ":"));
    this.walk(equals + 1, end);
    if (!isPlain) this.#pattern(at + 1, this.find(":", at, equals), this.endOf(end), "unpacking");
    else if (equals < end) this.bindValue(name, equals + 1, end);
    else this.bindOpaque(name, this.endOf(end), "declaration");
    return end;
  }

  /** Names that a pattern binds: those of no path, and of no case that holds something. */
  #pattern(from: number, to: number, at: number, by: OpaqueKind): void {
    const { tokens } = this;
    for (let token = from; token < to; token++) {
      const isName =
        tokens.isWord(token) &&
        /^[\p{Ll}_]/u.test(tokens.slice(token)) &&
        !this.keywords.has(tokens.slice(token)) &&
        !tokens.is(token - 1, "::") &&
        !/^(?:::|:|!|\(|\{)$/.test(tokens.slice(token + 1));
      if (isName) this.bindOpaque(token, at, by);
    }
  }

  #function(at: number, to: number): number {
    const { tokens } = this;
    const open = skipAngles(tokens, at + 2, to);
    if (!tokens.isOpen(open, "(")) return at + 1;
    this.bindOpaque(at + 1, 0, "function");
    const body = this.#bodyFrom(open, to);
    if (body === undefined) return this.find(";", open, to);
    const { end, next } = tokens.bodyOf(body, to);
    this.function(at, () => {
      this.#parameters(open + 1, tokens.bodyOf(open, to).end);
      this.statements(body + 1, end);
    });
    return next;
  }

  #parameters(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      let end = at;
      while (end < to && !tokens.is(end, ",")) {
        const behind = skipAngles(tokens, end, to);
        end = behind > end ? behind : tokens.after(end, to);
      }
      end = Math.min(end, to);
      const typed = this.find(":", at, end);
      for (let token = at; token < typed; token++)
        if (tokens.isWord(token) && !this.keywords.has(tokens.slice(token)) && !tokens.is(token, "self"))
          this.bindParameter(token);
      at = end + 1;
    }
  }

  /** `|x, y| f(x)`, where a value may begin. */
  #closure(at: number, to: number): number | undefined {
    const { tokens } = this;
    const before = tokens.kinds[at - 1];
    const isOperand =
      before === "close" ||
      before === "number" ||
      before === "string" ||
      (before === "word" && !this.keywords.has(tokens.slice(at - 1)));
    if (isOperand) return undefined;
    const bar = tokens.is(at, "||") ? at : this.find("|", at + 1, to);
    if (bar >= to) return undefined;
    let body = bar + 1;
    // With the type of what it gives, its body is in braces.
    if (tokens.is(body, "->")) body = this.#bodyFrom(body, to) ?? body;
    let end = tokens.isOpen(body, "{") ? tokens.after(body, to) : body;
    if (end === body)
      while (end < to && !tokens.is(end, ",") && !tokens.is(end, ";")) end = tokens.after(end, to);
    end = Math.min(end, to);
    this.inside("function", at, () => {
      this.#parameters(at + 1, bar);
      this.walk(body, end);
    });
    return end;
  }

  /** What has a block of its own; names of its head hold in it. */
  #controlled(word: string, at: number, to: number): number {
    const { tokens } = this;
    const open = this.#bodyFrom(at + 1, to);
    if (open === undefined) return at + 1;
    const { end, next } = tokens.bodyOf(open, to);
    this.block(at, word !== "if" && word !== "match", () => {
      const isPattern = word === "for" || tokens.is(at + 1, "let");
      const over = isPattern ? this.find(word === "for" ? "in" : "=", at, open) : at;
      this.walk(over + 1, open);
      if (isPattern) this.#pattern(at + 1, over, tokens.starts[at]!, word === "for" ? "loop" : "pattern");
      if (word === "match") this.#arms(open + 1, end);
      else this.statements(open + 1, end);
    });
    return next;
  }

  #arms(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      const arrow = this.find("=>", at, to);
      const guard = this.find("if", at, arrow);
      const body = arrow + 1;
      const end = tokens.isOpen(body, "{") ? tokens.after(body, to) : this.find(",", body, to);
      this.block(at, false, () => {
        this.#pattern(at, guard, tokens.starts[at]!, "pattern");
        this.walk(guard + 1, arrow);
        this.walk(body, end);
      });
      at = tokens.is(end, ",") ? end + 1 : end;
    }
  }
}
