/**
 * Outline of a file of C++. Names hold from where they are declared to the end of their block. A statement declares where
 * two names stand side by side, as they do in no expression.
 */
import { CppDeclarations } from "./cpp-declarations.ts";
import type { TokenChain } from "./token-outline.ts";
import { skipAngles } from "./tokens.ts";

export class CppOutline extends CppDeclarations {
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
    if (!tokens.isOpen(at, "{")) return this.declaration(at, to) ?? this.#expression(at, to);
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
        return this.statementEnd(at, to) + 1;
      case "extern":
        return tokens.kinds[at + 1] === "string" ? at + 2 : (this.declaration(at, to) ?? at + 1);
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
        return this.typeDefinition(at, to) ?? this.declaration(at, to) ?? this.#expression(at, to);
      case "if":
      case "while":
      case "switch":
      case "for":
      case "catch":
        return this.#controlled(word, at, to);
      default:
        return this.declaration(at, to) ?? this.#expression(at, to);
    }
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
      const end = this.statementEnd(next, to);
      this.#renamed(at, at + 1, next + 1, end);
      return end + 1;
    }
    if (!tokens.isOpen(next, "{")) return next;
    const body = tokens.bodyOf(next, to);
    const around = this.namespace;
    if (chain) this.namespace = [...around, chain.root, ...(chain.path === "" ? [] : chain.path.split("."))];
    this.inside("block", at, () => {
      // Code in a namespace sees its names.
      for (let count = 1; count <= this.namespace.length; count++)
        this.star(this.namespace.slice(0, count).join("."), at, at + 1, this.endOf(at + 1));
      this.statements(next + 1, body.end);
    });
    this.namespace = around;
    return body.next;
  }

  /** `using namespace torch::nn;`, `using Act = torch::nn::GELU;`, `using torch::nn::ReLU;` */
  #using(at: number, to: number): number {
    const { tokens } = this;
    const end = this.statementEnd(at, to);
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
    const end = this.statementEnd(at, to);
    this.walk(at + 1, end - 1);
    if (end > at + 2 && this.tokens.isWord(end - 1)) this.bindValue(end - 1, at + 1, end - 1);
    return end + 1;
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
      if (word === "catch") this.parameter(open + 1, end);
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
    const end = this.statementEnd(at, to);
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
    const isUndeclared = root !== this.self && !this.declaring(root) && !this.isField(root);
    // A field, if the file that the class stands in has it.
    const mayBeField = isUndeclared && this.isOfOtherFile() && (isAlone || this.#isObject(chain));
    if (mayBeField)
      this.scope.refer(this.self, path === "" ? root : `${root}.${path}`, chain.start, chain.end);
    const isNumeric = isAlone && root === "tanh" && isUndeclared;
    if (!isNumeric && (isAlone || !mayBeField)) super.refer(chain);
  }

  /** `relu->forward` */
  #isObject({ start }: TokenChain): boolean {
    const { tokens } = this;
    return /^(?:\.|->)$/.test(tokens.slice(tokens.at(start) + 1));
  }
}
