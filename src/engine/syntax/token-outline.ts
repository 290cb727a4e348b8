/** Reads tokens into an outline, for languages that are read by their tokens: what a language declares is read by its own class. */
import type { Range } from "../range.ts";
import type { Expression } from "./expression.ts";
import { originsOfExpression, rootOf } from "./origins.ts";
import { type NameInText, ScopeBuilder } from "./outline-builder.ts";
import type { OpaqueKind, Scope, ScopeKind } from "./outline.ts";
import type { ExpressionReader } from "./token-expressions.ts";
import { type Tokens, skipAngles } from "./tokens.ts";
import type { Chain } from "./walker.ts";

/** A name with its members, and the token behind it. */
export interface TokenChain extends Chain {
  readonly next: number;
}

/** Fields that methods name without saying whose they are. */
interface Fields {
  readonly names: Set<string>;
  readonly bases: readonly string[];
  /** Whether it is another file that says which there are. */
  readonly isElsewhere: boolean;
}

/** Where scopes and values within one another are no longer read: the stack is only so deep. */
const deepest = 256;

export abstract class TokenOutline {
  readonly tokens: Tokens;
  readonly reader: ExpressionReader;
  /** Where imports stand. */
  readonly imports: Range[] = [];
  scope = new ScopeBuilder("module", 0);
  /** What an object is called in its own methods. */
  protected abstract readonly self: string;
  /** Words that are no names. */
  protected abstract readonly keywords: ReadonlySet<string>;
  #depth = 0;
  readonly #fields = new Map<ScopeBuilder, Fields>();
  readonly #classes = new Map<string, ScopeBuilder>();
  /** Bodies of methods, which see fields that are declared behind them. */
  #later: (() => void)[] | undefined;

  constructor(reader: ExpressionReader) {
    this.reader = reader;
    this.tokens = reader.tokens;
  }

  outline(): Scope {
    this.statements(0, this.tokens.count);
    return this.scope;
  }

  protected abstract statements(from: number, to: number): void;

  /** What stands in an expression and is more than names and brackets. @returns the token behind it, if it was that */
  protected abstract special(token: number, to: number): number | undefined;

  /** Names that an expression reads, in the order of the code. */
  protected walk(from: number, to: number): void {
    this.#within(() => {
      this.#walk(from, to);
    });
  }

  /** Code within code, down to where nobody writes any. */
  #within(read: () => void): void {
    if (this.#depth >= deepest) return;
    this.#depth++;
    read();
    this.#depth--;
  }

  #walk(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to;) {
      const special = this.special(at, to);
      if (special !== undefined) {
        at = Math.max(at + 1, special);
        continue;
      }
      if (tokens.isWord(at)) {
        const isName = !this.keywords.has(tokens.slice(at));
        const chain = isName ? this.chainAt(at, to) : undefined;
        if (chain) this.refer(chain);
        at = chain?.next ?? at + 1;
      } else if (this.isMemberOfValue(at, to)) {
        const chain = this.chainAt(at + 1, to)!;
        const { root, path, start, end, next } = chain;
        this.scope.refer("", path === "" ? root : `${root}.${path}`, start, end);
        at = next;
      } else if (tokens.is(at, ".") && tokens.isWord(at + 1)) at = this.chainAt(at + 1, to)?.next ?? to;
      else at++;
    }
  }

  /** The `.relu` of `f(x).relu()`. */
  protected isMemberOfValue(at: number, to: number): boolean {
    const { tokens, reader } = this;
    const before = tokens.kinds[at - 1];
    return (
      at + 1 < to &&
      tokens.isWord(at + 1) &&
      reader.notation.separators.has(tokens.slice(at)) &&
      (before === "close" || before === "string" || before === "number" || tokens.is(at - 1, "?"))
    );
  }

  protected chainAt(at: number, to: number): TokenChain | undefined {
    const { tokens, reader } = this;
    if (at >= to || !tokens.isWord(at)) return undefined;
    const { separators } = reader.notation;
    let path = "";
    let last = at;
    let next = this.#behindTypes(at + 1, to);
    while (next + 1 < to && tokens.isWord(next + 1) && separators.has(tokens.slice(next))) {
      last = next + 1;
      path = path === "" ? tokens.slice(last) : `${path}.${tokens.slice(last)}`;
      next = this.#behindTypes(last + 1, to);
    }
    return { root: tokens.slice(at), path, start: tokens.starts[at]!, end: tokens.ends[last]!, next };
  }

  /** `::<T>` in a name. */
  #behindTypes(at: number, to: number): number {
    const { tokens } = this;
    return tokens.is(at, "::") && tokens.is(at + 1, "<") ? skipAngles(tokens, at + 1, to) : at;
  }

  /** A name alone may be a field of the object whose method this is. */
  protected refer({ root, path, start, end }: TokenChain): void {
    if (this.isField(root)) this.scope.refer(this.self, path === "" ? root : `${root}.${path}`, start, end);
    else this.scope.refer(root, path, start, end);
  }

  /** The next such token outside of brackets, or the limit. */
  protected find(text: string, from: number, to: number): number {
    const { tokens } = this;
    let at = from;
    while (at < to && !tokens.is(at, text)) at = tokens.after(at, to);
    return Math.min(at, to);
  }

  /** Everything that a module has. @param at from which on it holds */
  protected star(module: string, from: number, to: number, at: number): void {
    const { stars, block } = this.scope;
    stars.push({ module, at, range: this.reader.range(from, to), block, isWeak: true });
  }

  protected nameAt(token: number): NameInText {
    const { starts, ends } = this.tokens;
    return { name: this.tokens.slice(token), start: starts[token]!, end: ends[token]! };
  }

  protected bindOpaque(token: number, at: number, by: OpaqueKind): void {
    this.scope.bind(this.nameAt(token), at, { kind: "opaque", by });
  }

  /** Every name between tokens, in brackets or not. */
  protected bindAll(from: number, to: number, at: number, by: OpaqueKind): void {
    for (let token = from; token < to; token++)
      if (this.tokens.isWord(token) && !this.keywords.has(this.tokens.slice(token)))
        this.bindOpaque(token, at, by);
  }

  /** Binds a name to the value of tokens. @param at from which on it holds */
  protected bindValue(name: number, from: number, to: number, at = this.endOf(to), scope = this.scope): void {
    const range = this.reader.range(from, to);
    const value = { start: range.start - scope.base, end: range.end - scope.base };
    const origins = originsOfExpression(this.valueOf(from, to));
    scope.bind(this.nameAt(name), at, { kind: "assignment", value }, origins);
  }

  /** A parameter, with the value of its default. */
  protected bindParameter(name: number, from = 0, to = 0): void {
    const value = to > from ? { value: this.reader.range(from, to) } : {};
    const origins = to > from ? originsOfExpression(this.valueOf(from, to)) : [];
    this.scope.bind(this.nameAt(name), 0, { kind: "parameter", ...value }, origins);
  }

  /** `name = value` of what was declared before, or of a field. */
  protected assign(name: number, from: number, to: number): void {
    const word = this.tokens.slice(name);
    const declaring = this.declaring(word);
    if (this.isField(word) || (!declaring && this.isOfOtherFile())) {
      this.assignField(word, from, to);
      return;
    }
    const owner = declaring ?? this.scope;
    owner.within(owner === this.scope ? undefined : {}, () => {
      this.bindValue(name, from, to, this.endOf(to), owner);
    });
  }

  /** `self.name = value` */
  protected assignField(name: string, from: number, to: number): void {
    const owner = this.method();
    if (!owner) return;
    this.#fields.get(owner.parent!)?.names.add(name);
    owner.within(owner === this.scope ? undefined : {}, () => {
      this.attribute(owner, this.self, name, from, to);
    });
  }

  /** Has a scope say what a field of an object holds. */
  protected attribute(owner: ScopeBuilder, root: string, name: string, from: number, to: number): void {
    const valueRoot = rootOf(this.valueOf(from, to));
    owner.attributes.push({
      root,
      name,
      at: this.endOf(to),
      value: this.reader.range(from, to),
      block: owner.block,
      ...(valueRoot === undefined ? {} : { valueRoot }),
    });
  }

  protected valueOf(from: number, to: number): Expression {
    return this.reader.read(from, to);
  }

  protected endOf(token: number): number {
    return this.tokens.ends[token - 1] ?? 0;
  }

  /** The method whose object is meant here. */
  protected method(): ScopeBuilder | undefined {
    let scope: ScopeBuilder | undefined = this.scope;
    while (scope && scope.firstParameter !== this.self) scope = scope.parent;
    return scope;
  }

  /** The scope around that has the name. */
  protected declaring(name: string): ScopeBuilder | undefined {
    for (let scope: ScopeBuilder | undefined = this.scope; scope; scope = scope.parent)
      if (scope.bindings.has(name)) return scope;
    return undefined;
  }

  protected isField(name: string): boolean {
    const method = this.method();
    if (!method) return false;
    for (let scope: ScopeBuilder | undefined = this.scope; scope; scope = scope.parent) {
      if (scope.bindings.has(name)) return false;
      if (scope === method) break;
    }
    return this.#hasField(method.parent!, name, new Set());
  }

  /** Whether the class whose method this is was begun in another file. */
  protected isOfOtherFile(): boolean {
    return this.#fields.get(this.method()?.parent ?? this.scope)?.isElsewhere === true;
  }

  #hasField(owner: ScopeBuilder, name: string, seen: Set<ScopeBuilder>): boolean {
    const fields = this.#fields.get(owner);
    if (!fields || seen.has(owner)) return false;
    seen.add(owner);
    return (
      fields.names.has(name) ||
      fields.bases.some((base) => {
        const parent = this.#classes.get(base);
        return parent !== undefined && this.#hasField(parent, name, seen);
      })
    );
  }

  protected addField(token: number): void {
    this.#fields.get(this.scope)?.names.add(this.tokens.slice(token));
  }

  /** Reads into a new scope, which then stands at a token in the present one. */
  protected inside(kind: ScopeKind, token: number, read: (scope: ScopeBuilder) => void): void {
    const outer = this.scope;
    const inner = new ScopeBuilder(kind, 0, outer);
    this.#into(inner, () => {
      read(inner);
    });
    outer.adopt(inner, 0, this.tokens.starts[token] ?? this.tokens.text.length);
  }

  #into(scope: ScopeBuilder, read: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    this.#within(read);
    this.scope = outer;
  }

  /** Reads what may run or not, or more than once, and has names of its own. */
  protected block(token: number, isLoop: boolean, read: () => void): void {
    this.scope.within({ isLoop }, () => {
      this.inside("block", token, read);
    });
  }

  /** A class, and where its methods see its fields. */
  protected class(
    name: string,
    token: number,
    bases: readonly string[],
    read: () => void,
    isElsewhere = false,
  ): void {
    this.inside("class", token, (scope) => {
      scope.bases.push(...bases);
      if (isElsewhere) scope.classElsewhere = name;
      this.#fields.set(scope, { names: new Set(), bases, isElsewhere });
      this.#classes.set(name, scope);
      this.#readingLater(read);
    });
  }

  /** More of a class that was read before, or is in another file. */
  protected inClass(name: string, token: number, read: () => void): void {
    const scope = this.#classes.get(name);
    if (scope && this.isMeant(scope))
      this.#into(scope, () => {
        this.#readingLater(read);
      });
    else this.class(name, token, [], read, true);
  }

  /** Whether a class of the name that was read before is the one that is meant here. */
  protected isMeant(owner: ScopeBuilder): boolean {
    return owner.kind === "class";
  }

  #readingLater(read: () => void): void {
    const outer = this.#later;
    const own: (() => void)[] = [];
    this.#later = own;
    read();
    this.#later = undefined;
    for (const body of own) body();
    this.#later = outer;
  }

  /** A function; a method sees the fields of its class, also those that are declared behind it. */
  protected function(token: number, read: () => void): void {
    const isMethod = this.scope.kind === "class";
    const { scope } = this;
    const body = () => {
      this.#into(scope, () => {
        this.inside("function", token, (own) => {
          if (isMethod) own.firstParameter = this.self;
          read();
        });
      });
    };
    if (isMethod && this.#later) this.#later.push(body);
    else body();
  }
}
