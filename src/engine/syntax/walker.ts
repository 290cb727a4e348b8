/** A walk over a tree that reads it into an outline: one handler per type of node. */
import { type NameInText, ScopeBuilder } from "./outline-builder.ts";
import { type Alias, type OpaqueKind, type Scope, type ScopeKind, inTable } from "./outline.ts";
import type { ParsedText, TreeCursor } from "./grammar.ts";
import type { Range } from "../range.ts";

/** Called with the cursor on its node, and leaves it there. */
export type Handler = (walker: Walker, cursor: TreeCursor) => void;

export type Handlers = Readonly<Record<string, Handler>>;

/** A node, or a cursor on one. */
type Stretch = Pick<TreeCursor, "from" | "to">;

export function nameAt(text: string, { from, to }: Stretch): NameInText {
  return { name: text.slice(from, to), start: from, end: to };
}

/** A name that is read; its positions are the text's. */
export interface Chain extends Range {
  readonly root: string;
  readonly path: string;
}

export class Walker {
  readonly text: string;
  scope: ScopeBuilder;
  readonly #table: readonly Handler[];

  constructor(text: string, scope: ScopeBuilder, table: readonly Handler[]) {
    this.text = text;
    this.scope = scope;
    this.#table = table;
  }

  visit(cursor: TreeCursor): void {
    this.#table[cursor.type.id]!(this, cursor);
  }

  visitChildren(cursor: TreeCursor): void {
    if (!cursor.firstChild()) return;
    do this.visit(cursor);
    while (cursor.nextSibling());
    cursor.parent();
  }

  /** Puts the cursor on every child in turn. */
  forChildren(cursor: TreeCursor, each: (name: string) => void): void {
    if (!cursor.firstChild()) return;
    do each(cursor.name);
    while (cursor.nextSibling());
    cursor.parent();
  }

  slice(at: Stretch): string {
    return this.text.slice(at.from, at.to);
  }

  name(at: Stretch): NameInText {
    return nameAt(this.text, at);
  }

  refer(chain: Chain | undefined): void {
    if (chain) this.scope.refer(chain.root, chain.path, chain.start, chain.end);
  }

  bindOpaque(names: readonly NameInText[], at: number, by: OpaqueKind): void {
    for (const name of names) this.scope.bind(name, at, { kind: "opaque", by });
  }

  /** Reads into a new scope, which then stands at `at` in the present one. */
  inside(kind: ScopeKind, base: number, at: number, read: (scope: ScopeBuilder) => void): ScopeBuilder {
    const outer = this.scope;
    const inner = new ScopeBuilder(kind, base, outer);
    this.scope = inner;
    read(inner);
    this.scope = outer;
    outer.adopt(inner, base - outer.base, at);
    return inner;
  }
}

/**
 * A table by node id.
 * @param nodeNames of all the grammar's nodes, by id
 * @param handlers by node name; a node without one has its children visited, or nothing if it is a token
 */
export function handlerTable(nodeNames: readonly string[], handlers: Handlers): readonly Handler[] {
  return nodeNames.map((name) => handlers[name] ?? (isToken(name) ? skip : visitChildren));
}

/** Keywords and punctuation have lower-case names, or none made of letters. */
function isToken(name: string): boolean {
  return !/^[A-Z⚠]/u.test(name);
}

export const skip: Handler = () => undefined;

const visitChildren: Handler = (walker, cursor) => {
  walker.visitChildren(cursor);
};

/** Reads a whole tree by a table of handlers. */
export function outlineBy(table: readonly Handler[], { tree, text }: ParsedText): Scope {
  const walker = new Walker(text, new ScopeBuilder("module", 0), table);
  walker.visitChildren(tree.cursor());
  return walker.scope;
}

export function extended({ root, path, start }: Chain, member: string, end: number): Chain {
  return { root, path: path === "" ? member : `${path}.${member}`, start, end };
}

/** Of a name, where a word begins or ends. */
export const identifierCharacter = /[\p{L}\p{N}_]/u;

/** Names in a text, keywords and the words of strings and comments included. */
export const identifiers = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** Where a value may name something: its first name, for `Alias`. */
export function leadingName(text: string, { start, end }: Range): Alias["root"] | undefined {
  let at = start;
  while (at < end && identifierCharacter.test(text[at]!)) at++;
  return at === start ? undefined : text.slice(start, at);
}

/** A dotted name, and whether something is called or taken from it. */
const names = /([\p{L}_][\p{L}\p{N}_]*)((?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*)\s*([([]?)/uy;

/** Values that may be a name, or what is got from one. */
const choices = new Set(["ConditionalExpression", "BinaryExpression"]);
const mayName = new Set([...choices, "VariableName", "MemberExpression", "CallExpression"]);

/** Where a choice goes on. */
const alternatives = /\b(?:else|or)\b\s*/gu;

/** Larger tables are data. */
const longest = 4096;
const entryRoots = /:\s*([\p{L}_][\p{L}\p{N}_]*)/gu;

/** `nn`, of `{"relu": nn.ReLU}` */
function rootsOfEntries(table: string): Omit<Alias, "name">[] {
  const roots = new Set([...table.matchAll(entryRoots)].map(([, root]) => root!));
  return [...roots].map((root) => ({ root, from: inTable }));
}

/** What a value may be or be got from: a name, a call, an item, or a choice between such. */
export function originsOf(
  text: string,
  { type, start, end }: Range & { readonly type: string },
): Omit<Alias, "name">[] {
  if (type === "DictionaryExpression")
    return rootsOfEntries(text.slice(start, Math.min(end, start + longest)));
  if (!mayName.has(type)) return [];
  const value = text.slice(start, end);
  const further = choices.has(type)
    ? [...value.matchAll(alternatives)].map((match) => match.index + match[0].length)
    : [];
  // Without an alternative, two operands are a number that is computed.
  const starts = type === "BinaryExpression" && further.length === 0 ? [] : [0, ...further];
  return starts.flatMap((at) => {
    names.lastIndex = at;
    const [, root, path, opening] = names.exec(value) ?? [];
    if (root === undefined) return [];
    if (opening === "") return [{ root }];
    return [{ root, from: path === "" ? root : path!.slice(path!.lastIndexOf(".") + 1).trim() }];
  });
}
