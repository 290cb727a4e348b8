/** Outline of a file of Julia. Imports and functions hold throughout their scope, variables from where they are given a value. */
import type { Branching, Scope } from "./outline.ts";
import { TokenOutline } from "./token-outline.ts";

const words = (text: string) => new Set(text.split(" "));

/** How a function is defined: its name, the brackets of its parameters, and the token behind all of it. */
interface Signature {
  /** Absent where it has none, or that of another module. */
  readonly name: number | undefined;
  readonly opens: readonly number[];
  readonly next: number;
}

export class JuliaOutline extends TokenOutline {
  /** Methods are functions like any other. */
  protected readonly self = "";
  protected readonly keywords = words(
    "abstract primitive mutable const global local return break continue in isa where for if else elseif catch " +
      "finally end begin true false nothing using import export public",
  );

  /** Every module has the names of `Base`. */
  override outline(): Scope {
    for (const [name, source] of [
      ["Base", { module: "Base" }],
      ["Fix2", { module: "Base", member: "Fix2" }],
    ] as const)
      this.scope.bindImport({ name, start: 0, end: 0 }, 0, { kind: "import", ...source });
    return super.outline();
  }

  protected statements(from: number, to: number): void {
    for (let at = from; at < to;) at = Math.max(at + 1, this.#statement(at, to));
  }

  #statement(at: number, to: number): number {
    const { tokens } = this;
    const word = tokens.slice(at);
    switch (word) {
      case "using":
      case "import":
        return this.#imported(at, this.#endOf(at, to));
      case "export":
      case "public":
        return this.#endOf(at, to);
      case "const":
      case "global":
      case "local":
      case "mutable":
      case "abstract":
      case "primitive":
      case "return":
      case "finally":
      case ";":
        return at + 1;
      case "catch": {
        const isNamed = tokens.isWord(at + 1) && !tokens.breaks[at + 1];
        if (isNamed) this.bindOpaque(at + 1, this.endOf(at + 2), "except");
        return isNamed ? at + 2 : at + 1;
      }
    }
    if (tokens.kinds[at] === "close" || word.startsWith("@")) return at + 1;
    const end = this.#endOf(at, to);
    const signature = this.#signature(at, end);
    if (signature && tokens.is(signature.next, "=") && signature.next < end) {
      this.#function(at, signature, signature.next + 1, end);
      return end;
    }
    const equals = this.find("=", at, end);
    // A field, perhaps with what it is by default.
    if (this.scope.kind === "class" && tokens.isWord(at)) {
      this.walk(equals + 1, end);
      return end;
    }
    if (equals === end) this.walk(at, end);
    else this.#assignment(at, equals, end);
    return end;
  }

  /** Where the statement ends: a line that nothing takes further. */
  #endOf(at: number, to: number): number {
    const { tokens } = this;
    let end = at;
    while (end < to && !tokens.is(end, ";")) {
      const next = tokens.after(end, to);
      const isOpen = tokens.kinds[end] === "operator" && !/^(?:'|\.\.\.|:.+|@.*)$/.test(tokens.slice(end));
      end = next;
      if (tokens.breaks[end] && !isOpen) break;
    }
    return Math.min(end, to);
  }

  /** `using Flux`, `using Flux: relu, σ`, `import NNlib as N`, `import Flux: relu as r` */
  #imported(at: number, end: number): number {
    const { tokens } = this;
    this.imports.push(this.reader.range(at, end));
    const isUsing = tokens.is(at, "using");
    let module: string | undefined;
    for (let from = at + 1; from < end; from = this.find(",", from, end) + 1) {
      // Of a module of the project the dots come first.
      while (from < end && /^\.+$/.test(tokens.slice(from))) from++;
      const isOfProject = tokens.is(from - 1, ".") || tokens.is(from - 1, "...");
      const chain = this.chainAt(from, end);
      if (!chain) continue;
      const { next } = chain;
      const path = `${isOfProject ? "." : ""}${chain.root}${chain.path === "" ? "" : `.${chain.path}`}`;
      const name = tokens.is(next, "as") && next + 1 < end ? next + 1 : next - 1;
      if (module === undefined && tokens.is(next, ":")) {
        module = path;
        from = next + 1;
        this.#bindMember(from, end, module);
        continue;
      }
      if (module !== undefined) this.#bindMember(from, end, module);
      else {
        this.#bind(name, path);
        if (isUsing) this.star(path, from, next, 0);
      }
    }
    return end;
  }

  #bindMember(from: number, end: number, module: string): void {
    const { tokens } = this;
    if (!tokens.isWord(from)) return;
    const member = tokens.slice(from);
    // A module has its own name, too.
    const isItself = member === module.slice(module.lastIndexOf(".") + 1);
    const name = tokens.is(from + 1, "as") && from + 2 < end ? from + 2 : from;
    this.#bind(name, isItself ? module : `${module}.${member}`);
  }

  #bind(name: number, path: string): void {
    const dot = path.lastIndexOf(".");
    const source = dot > 0 ? { module: path.slice(0, dot), member: path.slice(dot + 1) } : { module: path };
    this.scope.bindImport(this.nameAt(name), 0, { kind: "import", ...source });
  }

  /** `f(x::T; y = 1)::S where {T}`, `(m::Net)(x)`, `NNlib.relu(x)` */
  #signature(at: number, to: number): Signature | undefined {
    const { tokens } = this;
    const chain = this.chainAt(at, to);
    const opens: number[] = [];
    let next = chain?.next ?? at;
    if (chain && tokens.isOpen(next, "{")) next = tokens.after(next, to);
    while (next < to && tokens.isOpen(next, "(") && opens.length < 2) {
      opens.push(next);
      next = tokens.after(next, to);
    }
    if (opens.length === 0) return undefined;
    while (next + 1 < to && (tokens.is(next, "::") || tokens.is(next, "where") || tokens.is(next, "<:"))) {
      next = this.chainAt(next + 1, to)?.next ?? tokens.after(next + 1, to);
      if (tokens.isOpen(next, "{")) next = tokens.after(next, to);
    }
    return { name: chain?.path === "" ? at : undefined, opens, next };
  }

  #function(at: number, { name, opens }: Signature, from: number, to: number): void {
    if (name !== undefined) this.bindOpaque(name, 0, "function");
    this.inside("function", at, () => {
      for (const open of opens) this.#parameters(open + 1, this.tokens.bodyOf(open, to).end);
      this.statements(from, to);
    });
  }

  #parameters(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      let end = at;
      while (end < to && !tokens.is(end, ",") && !tokens.is(end, ";")) end = tokens.after(end, to);
      end = Math.min(end, to);
      const equals = this.find("=", at, end);
      if (tokens.isWord(at)) this.bindParameter(at, Math.min(equals + 1, end), end);
      else if (tokens.isOpen(at, "(")) this.bindAll(at, equals, 0, "unpacking");
      this.walk(tokens.isWord(at) ? at + 1 : at, equals);
      this.walk(equals + 1, end);
      at = end + 1;
    }
  }

  /** `act = relu`, `a, b = f(x)`, `x[1] = y` */
  #assignment(at: number, equals: number, end: number): void {
    const { tokens } = this;
    this.walk(equals + 1, end);
    const isTyped = tokens.is(at + 1, "::");
    if (tokens.isWord(at) && (equals === at + 1 || isTyped)) this.assign(at, equals + 1, end);
    else if (tokens.isOpen(at, "(") || this.find(",", at, equals) < equals)
      this.bindAll(at, equals, this.endOf(end), "unpacking");
    else this.walk(at, equals);
  }

  /** Blocks, functions without a name, and what comprehensions bind. */
  protected special(at: number, to: number): number | undefined {
    const { tokens } = this;
    // The name of an argument is none that is read.
    if (tokens.isWord(at)) {
      if (tokens.is(at + 1, "->")) return this.#lambda(at, at + 1, at + 1, to);
      return tokens.is(at + 1, "=") && at + 1 < to ? at + 2 : undefined;
    }
    if (tokens.kinds[at] !== "open") return undefined;
    const { end, next } = tokens.bodyOf(at, to);
    if (!/^[([{]$/.test(tokens.slice(at))) {
      this.#block(at, end);
      return next;
    }
    if (tokens.isOpen(at, "(") && tokens.is(next, "->")) return this.#lambda(at + 1, end, next, to);
    const loop = this.find("for", at + 1, end);
    if (loop === end) return undefined;
    this.inside("comprehension", at, () => {
      this.#loops(loop, end, tokens.starts[at]!);
      this.walk(at + 1, loop);
    });
    return next;
  }

  /** `for x in xs for y in ys if c` */
  #loops(from: number, to: number, since: number): void {
    for (let at = from; at < to;) {
      const end = this.find("for", at + 1, to);
      this.#loop(at + 1, end, since);
      at = end;
    }
  }

  /** `x in xs, (i, y) in ys` @param since where names begin to hold */
  #loop(from: number, to: number, since: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      let over = at;
      while (over < to && !/^(?:in|=|∈)$/.test(tokens.slice(over))) over = tokens.after(over, to);
      for (let name = at; name < over; name++) if (tokens.isWord(name)) this.bindOpaque(name, since, "loop");
      const end = this.find(",", over, to);
      this.walk(over + 1, end);
      at = end + 1;
    }
  }

  /** `x -> f(x)` up to what ends its value. */
  #lambda(from: number, parametersEnd: number, arrow: number, to: number): number {
    const { tokens } = this;
    let end = arrow + 1;
    while (end < to && !tokens.is(end, ",") && !tokens.is(end, ";")) end = tokens.after(end, to);
    end = Math.min(end, to);
    this.inside("function", from, () => {
      this.#parameters(from, parametersEnd);
      this.walk(arrow + 1, end);
    });
    return end;
  }

  /** What a word opens and `end` closes. */
  #block(at: number, end: number): void {
    const { tokens } = this;
    const word = tokens.slice(at);
    const inside = () => {
      this.statements(at + 1, end);
    };
    switch (word) {
      case "function":
      case "macro": {
        const signature = this.#signature(at + 1, end);
        if (signature) this.#function(at, signature, signature.next, end);
        return;
      }
      case "struct":
        if (tokens.isWord(at + 1)) this.bindOpaque(at + 1, 0, "type");
        this.inside("class", at, () => {
          this.statements(this.#endOf(at + 1, end), end);
        });
        return;
      case "type":
        if (tokens.isWord(at + 1)) this.bindOpaque(at + 1, 0, "type");
        return;
      case "module":
      case "baremodule":
        this.inside("block", at, () => {
          this.statements(at + 2, end);
        });
        return;
      case "for":
        this.block(at, true, () => {
          const head = this.#endOf(at + 1, end);
          this.#loop(at + 1, head, tokens.starts[at]!);
          this.statements(head, end);
        });
        return;
      case "while":
      case "try":
      case "let":
        this.block(at, word === "while", inside);
        return;
      case "do":
        this.inside("function", at, () => {
          const isPlain = tokens.breaks[at + 1] ?? true;
          const head = isPlain ? at + 1 : this.#endOf(at + 1, end);
          this.#parameters(at + 1, head);
          this.statements(head, end);
        });
        return;
      case "if":
        this.#branches(at, end);
        return;
      default:
        inside();
    }
  }

  /** Branches have no names of their own. */
  #branches(at: number, end: number): void {
    const { tokens } = this;
    const starts = [at];
    for (let token = at + 1; token < end; token = tokens.after(token, end))
      if (tokens.is(token, "else") || tokens.is(token, "elseif")) starts.push(token);
    const isComplete = tokens.is(starts.at(-1)!, "else");
    const branching: Branching = { arms: 0, isComplete, isExclusive: true };
    for (const [index, start] of starts.entries())
      this.scope.within({ branching }, () => {
        this.statements(start + 1, starts[index + 1] ?? end);
      });
  }
}
