/** Outline of a file of Swift. Imports, types and functions hold throughout their scope, variables from where they are declared. */
import { TokenOutline } from "./token-outline.ts";
import { skipAngles } from "./tokens.ts";

export class SwiftOutline extends TokenOutline {
  protected readonly self = "self";
  protected readonly keywords = new Set(
    (
      "as associatedtype async await borrowing break case catch class consuming continue default defer deinit do else " +
      "enum extension fallthrough false fileprivate final for func get guard if import in indirect init inout internal " +
      "is lazy let mutating nil nonisolated open operator override private protocol public repeat required rethrows " +
      "return set some any static struct subscript super switch throw throws true try typealias unowned var weak where while"
    ).split(" "),
  );

  protected statements(from: number, to: number): void {
    for (let at = from; at < to;) at = Math.max(at + 1, this.#statement(at, to));
  }

  #statement(at: number, to: number): number {
    const { tokens } = this;
    const word = tokens.slice(at);
    // An attribute and what it is given, or a line that only chooses what is compiled.
    if (word.startsWith("@")) return tokens.isOpen(at + 1, "(") ? tokens.after(at + 1, to) : at + 1;
    if (/^#(?:if|else|elseif|endif)$/.test(word)) return this.#line(at, to);
    switch (word) {
      case "import":
        return this.#imported(at, this.#line(at, to));
      case "let":
      case "var":
        return this.#variables(at + 1, to);
      case "func":
      case "init":
      case "subscript":
      case "deinit":
        return this.#function(at, to);
      case "class":
        if (/^(?:func|var|let|subscript)$/.test(tokens.slice(at + 1))) return at + 1;
        return this.#type(at, to);
      case "struct":
      case "actor":
      case "extension":
      case "protocol":
      case "enum":
        return tokens.isWord(at + 1) ? this.#type(at, to) : this.#expression(at, to);
      case "typealias": {
        const end = this.#endOf(at, to);
        const equals = this.find("=", at, end);
        this.walk(equals + 1, end);
        if (equals < end) this.bindValue(at + 1, equals + 1, end);
        return end;
      }
      case "if":
      case "while":
      case "switch":
      case "for":
      case "catch":
      case "guard":
        return this.#controlled(word, at, to);
      case "case":
        return this.#case(at, to);
      case "do":
      case "defer":
      case "repeat":
        return tokens.isOpen(at + 1, "{") ? this.#body(at + 1, word === "repeat", to) : at + 1;
    }
    if (tokens.kinds[at] === "close" || (this.keywords.has(word) && !/^(?:super|try|await)$/.test(word)))
      return at + 1;
    return this.#expression(at, to);
  }

  /** The token that begins the next line. */
  #line(at: number, to: number): number {
    let end = at + 1;
    while (end < to && !this.tokens.breaks[end]) end++;
    return end;
  }

  /** Where the statement ends: a line that nothing takes further. */
  #endOf(at: number, to: number): number {
    const { tokens } = this;
    const goesOn = (token: number) =>
      tokens.kinds[token] === "operator" &&
      !/^(?:[@#].+|;)$/.test(tokens.slice(token)) &&
      !(tokens.isJoined(token) && /^[?!]$/.test(tokens.slice(token)));
    let end = at;
    while (end < to && !tokens.is(end, ";")) {
      const behind = skipAngles(tokens, end, to);
      // What closes a type's parameters takes nothing further.
      const isOpen = behind === end && goesOn(end);
      end = behind > end ? behind : tokens.after(end, to);
      if (tokens.breaks[end] && !isOpen && !goesOn(end)) break;
    }
    return Math.min(end, to);
  }

  /** `import MLXNN`, `import struct MLXNN.GELU` */
  #imported(at: number, end: number): number {
    const { scope } = this;
    this.imports.push(this.reader.range(at, end));
    const isOfKind = /^(?:typealias|struct|class|enum|protocol|let|var|func)$/.test(
      this.tokens.slice(at + 1),
    );
    const chain = this.chainAt(isOfKind ? at + 2 : at + 1, end);
    if (!chain) return end;
    const name = this.nameAt(chain.next - 1);
    if (isOfKind) scope.bindImport(name, 0, { kind: "import", module: chain.root, member: name.name });
    else {
      scope.bindImport(name, 0, { kind: "import", module: chain.root });
      this.star(chain.root, at, end, 0);
    }
    return end;
  }

  /** `name: Type = value, (a, b) = f()`, from the first name on; of a property also how it is got. */
  #variables(from: number, to: number): number {
    const { tokens } = this;
    const last = this.#endOf(from, to);
    for (let at = from; at < last;) {
      let end = at;
      // Behind its type, braces say how a property is got and set.
      while (end < last && !tokens.is(end, ",")) {
        const behind = skipAngles(tokens, end, last);
        end = behind > end ? behind : tokens.after(end, last);
      }
      const equals = this.find("=", at, end);
      const accessors = this.find("{", at, equals);
      this.#variable(at, Math.min(equals, accessors), equals + 1, end);
      if (accessors < equals) this.#accessors(accessors, last);
      at = end + 1;
    }
    return last;
  }

  #variable(name: number, typeEnd: number, from: number, to: number): void {
    const { tokens } = this;
    const isField = this.scope.kind === "class";
    this.#value(name, from, to);
    if (!tokens.isWord(name)) this.bindAll(name, typeEnd, this.endOf(to), "unpacking");
    else {
      if (isField) this.addField(name);
      const hasValue = from < to && !tokens.is(from, "nil");
      if (hasValue) this.bindValue(name, from, to);
      else if (!isField) this.bindOpaque(name, tokens.ends[name]!, "declaration");
    }
  }

  /** A value; where its type is written, `.relu` is a case of that. */
  #value(name: number, from: number, to: number): void {
    const { tokens, scope } = this;
    const type = tokens.is(name + 1, ":") ? this.chainAt(name + 2, from) : undefined;
    const path = type && tokens.is(from, ".") ? this.chainAt(from + 1, to) : undefined;
    if (!path) {
      this.walk(from, to);
      return;
    }
    const written = [type!.path, path.root, path.path].filter((part) => part !== "").join(".");
    scope.refer(type!.root, written, path.start, path.end);
    this.walk(path.next, to);
  }

  #accessors(open: number, to: number): void {
    const { end } = this.tokens.bodyOf(open, to);
    this.function(open, () => {
      this.statements(open + 1, end);
    });
  }

  #function(at: number, to: number): number {
    const { tokens } = this;
    const isNamed = tokens.is(at, "func");
    const name = at + 1;
    if (isNamed && tokens.isWord(name)) {
      if (this.scope.kind === "class") this.addField(name);
      else this.bindOpaque(name, 0, "function");
    }
    // An operator's name is no word, and an initialiser may give nothing.
    let open = isNamed ? at + 2 : at + 1;
    while (open < to && tokens.kinds[open] === "operator" && !tokens.is(open, "<")) open++;
    open = skipAngles(tokens, open, to);
    const next = tokens.isOpen(open, "(") ? tokens.after(open, to) : open;
    let body = next;
    while (body < to && !tokens.isOpen(body, "{")) {
      // Without a body it is a requirement of a protocol.
      if (tokens.breaks[body] && !/^(?:->|where|throws|async)$/.test(tokens.slice(body))) break;
      body = tokens.after(body, to);
    }
    const hasBody = tokens.isOpen(body, "{");
    const { end, next: behind } = hasBody ? tokens.bodyOf(body, to) : { end: body, next: body };
    this.function(at, () => {
      if (next > open) this.#parameters(open + 1, tokens.bodyOf(open, to).end);
      if (hasBody) this.statements(body + 1, end);
    });
    return behind;
  }

  /** `label name: Type = value` */
  #parameters(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      const end = this.find(",", at, to);
      const colon = this.find(":", at, end);
      const equals = this.find("=", at, end);
      const name = colon - 1;
      if (name >= at && tokens.isWord(name)) {
        this.bindParameter(name, Math.min(equals + 1, end), end);
        this.#value(name, equals + 1, end);
      }
      at = end + 1;
    }
  }

  #type(at: number, to: number): number {
    const { tokens } = this;
    const open = this.find("{", at, to);
    const { end, next } = tokens.bodyOf(open, to);
    const isExtension = tokens.is(at, "extension");
    const name = (this.chainAt(at + 1, open)?.next ?? at + 2) - 1;
    const behind = skipAngles(tokens, at + 2, open);
    const bases: string[] = [];
    for (let token = behind; token < open; token++)
      if (tokens.isWord(token) && !this.keywords.has(tokens.slice(token))) bases.push(tokens.slice(token));
    const read = () => {
      this.statements(open + 1, end);
    };
    if (isExtension) this.inClass(tokens.slice(name), at, read);
    else {
      this.bindOpaque(at + 1, 0, "class");
      this.class(tokens.slice(at + 1), at, bases, read);
    }
    return next;
  }

  /** Of an enumeration: names of its own; of a `switch`: a pattern. */
  #case(at: number, to: number): number {
    const end = this.#endOf(at, to);
    const colon = this.find(":", at, end);
    if (colon === end) return end;
    this.#pattern(at, colon);
    return colon + 1;
  }

  /** What a pattern binds; what it names is not used. */
  #pattern(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to; at++) {
      if (!tokens.is(at, "let") && !tokens.is(at, "var")) continue;
      // All names in brackets, or one.
      const next = at + 1;
      const isOne = tokens.isWord(next) && tokens.kinds[next + 1] !== "open";
      this.bindAll(next, isOne ? next + 1 : to, tokens.starts[at]!, "pattern");
    }
  }

  /** `if let x = y, c {…}`: names of the head hold in the body, those of `guard` behind it. */
  #controlled(word: string, at: number, to: number): number {
    const { tokens } = this;
    const open = this.find("{", at, to);
    let next = open;
    if (word === "guard") {
      this.#conditions(at + 1, open);
      return tokens.is(open - 1, "else") ? this.#body(open, false, to) : open;
    }
    this.block(at, word === "for" || word === "while", () => {
      const over = word === "for" ? this.find("in", at + 1, open) : at;
      if (word === "for") this.bindAll(at + 1, over, tokens.starts[at]!, "loop");
      if (word === "catch") this.#pattern(at + 1, open);
      else this.#conditions(over + 1, open);
      next = this.#body(open, false, to);
    });
    return next;
  }

  #conditions(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      const end = this.find(",", at, to);
      const equals = this.find("=", at, end);
      if (tokens.is(at, "let") || tokens.is(at, "var")) this.#variable(at + 1, equals, equals + 1, end);
      else if (tokens.is(at, "case")) {
        this.#pattern(at, equals);
        this.walk(equals + 1, end);
      } else this.walk(at, end);
      at = end + 1;
    }
  }

  #body(open: number, isLoop: boolean, to: number): number {
    if (open >= to) return to;
    const { end, next } = this.tokens.bodyOf(open, to);
    this.block(open, isLoop, () => {
      this.statements(open + 1, end);
    });
    return next;
  }

  #expression(at: number, to: number): number {
    const { tokens } = this;
    const end = this.#endOf(at, to);
    const chain = this.chainAt(at, end);
    if (!chain || !tokens.is(chain.next, "=")) {
      this.walk(at, end);
      return end;
    }
    const from = chain.next + 1;
    this.walk(from, end);
    const { root, path } = chain;
    // What a property wrapper holds is the property's value.
    const [, wrapped] = /^_(\w+)\.wrappedValue$/.exec(root === this.self ? path : `${root}.${path}`) ?? [];
    const field = wrapped ?? (root === this.self && !path.includes(".") ? path : undefined);
    if (field !== undefined) this.assignField(field, from, end);
    else if (path === "") this.assign(at, from, end);
    else this.refer(chain);
    return end;
  }

  /** Closures, and names of arguments. */
  protected special(at: number, to: number): number | undefined {
    const { tokens } = this;
    if (tokens.isWord(at) && at + 1 < to && tokens.is(at + 1, ":") && tokens.isJoined(at + 1)) return at + 2;
    if (!tokens.isOpen(at, "{")) return undefined;
    const { end, next } = tokens.bodyOf(at, to);
    const line = Math.min(this.#line(at + 1, end), end);
    const parameters = this.find("in", at + 1, line);
    const hasParameters = parameters < line && !tokens.is(at + 1, "for");
    this.inside("function", at, () => {
      if (hasParameters) this.bindAll(at + 1, parameters, 0, "unpacking");
      this.statements(hasParameters ? parameters + 1 : at + 1, end);
    });
    return next;
  }
}
