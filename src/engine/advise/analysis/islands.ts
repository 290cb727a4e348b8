/**
 * Parts of a file that have nothing to do with each other: the pieces of each name nothing that a piece of another binds.
 * Values are followed in each on its own, so that most of a file need not be looked at, and what an edit does not touch
 * need not be looked at again.
 *
 * What imports bind is had by all of them, unless the name is bound otherwise as well.
 */
import { memberName, summaryOf } from "../../detect/summary.ts";
import { canonicalName } from "../../frameworks/lookup.ts";
import type { ParsedCode } from "../../syntax/define.ts";
import type { Imported, Statement } from "../../syntax/program.ts";
import { identifiers } from "../../syntax/walker.ts";
import type { Piece } from "../pieces.ts";
import { Possibilities } from "../possibilities.ts";
import { boundNames } from "./bound-names.ts";

export interface Island {
  /** In the order of the code. */
  readonly pieces: readonly Piece[];
  readonly imports: Imports;
  readonly possibilities: Possibilities;
}

/** What the imports of a file bind. */
export interface Imports {
  /** Canonical, by the name here. */
  readonly names: ReadonlyMap<string, string>;
  /** Modules of star imports. */
  readonly stars: readonly string[];
  /** The same text for the same imports. */
  readonly signature: string;
}

/** @param isUnread of a definition, whether to read it would mean to parse it */
export function islandsOf(pieces: readonly Piece[], isUnread: (code: ParsedCode) => boolean): Island[] {
  const sketches = pieces.map(({ code }) => sketchOf(code));
  const imports = importsIn(sketches);
  const groups = new Groups(pieces.length);
  /** By name, a piece that binds it; all that do are of one group, as each has the name itself. */
  const binders = new Map<string, number>();
  for (const [index, { binds, imported }] of sketches.entries()) {
    const own = imported.flatMap(({ name }) => (imports.names.has(name) ? [] : [name]));
    for (const name of [...binds, ...own]) {
      const other = binders.get(name);
      if (other === undefined) binders.set(name, index);
      else groups.unite(index, other);
    }
  }
  for (const [index, { code }] of pieces.entries()) {
    for (const name of mentionedIn(code, isUnread)) {
      const binder = binders.get(name);
      if (binder !== undefined) groups.unite(index, binder);
    }
  }
  const importing = pieces.flatMap(({ code }, index) => (sketches[index]!.imported.length > 0 ? [code] : []));
  return groups.all().map((indices) => {
    const own = indices.map((index) => pieces[index]!);
    // A name may stand in its import alone.
    const texts = [...new Set([...own.map(({ code }) => code), ...importing])];
    const uses = own.flatMap((piece) => piece.uses);
    return { pieces: own, imports, possibilities: new Possibilities(texts, uses) };
  });
}

interface Sketch {
  readonly imported: readonly Imported[];
  readonly stars: readonly string[];
  /** Other names that it binds in the module. */
  readonly binds: readonly string[];
}

const sketches = new WeakMap<ParsedCode, Sketch>();

function sketchOf(code: ParsedCode): Sketch {
  let sketch = sketches.get(code);
  if (!sketch) sketches.set(code, (sketch = sketched(code)));
  return sketch;
}

function sketched(code: ParsedCode): Sketch {
  const { definition, text } = code;
  const globals = text.includes("global")
    ? [...text.matchAll(/\bglobal[ \t]+([\w \t,]+)/g)].flatMap(([, names = ""]) => names.split(/[ \t,]+/))
    : [];
  if (definition) return { imported: [], stars: [], binds: [...definition.bindings.keys(), ...globals] };
  const statements = code.statements ?? [];
  const imports = statements.filter(isImport);
  const others = statements.filter((statement) => !isImport(statement));
  const walruses = [...text.matchAll(/([\p{L}_][\p{L}\p{N}_]*)\s*:=/gu)].map(([, name]) => name!);
  return {
    imported: imports.flatMap(({ names }) => names),
    stars: imports.flatMap(({ star = [] }) => star),
    binds: [...boundNames(others).own, ...globals, ...walruses],
  };
}

function isImport(statement: Statement): statement is Extract<Statement, { readonly kind: "import" }> {
  return statement.kind === "import";
}

/** Names that stand for one thing in the whole file. */
function importsIn(sketches: readonly Sketch[]): Imports {
  const names = new Map<string, string>();
  const others = new Set(sketches.flatMap(({ binds }) => binds));
  for (const { imported } of sketches) {
    for (const { name, module, member } of imported) {
      const full = canonicalName(memberName(module, member));
      if ((names.get(name) ?? full) === full) names.set(name, full);
      else others.add(name);
    }
  }
  for (const name of others) names.delete(name);
  const stars = sketches.flatMap((sketch) => sketch.stars);
  return { names, stars, signature: [...stars, ...[...names].map((pair) => pair.join("="))].join() };
}

const mentioned = new WeakMap<ParsedCode, ReadonlySet<string>>();

function mentionedIn(code: ParsedCode, isUnread: (code: ParsedCode) => boolean): ReadonlySet<string> {
  let names = mentioned.get(code);
  if (!names) {
    names =
      code.definition && isUnread(code)
        ? new Set(code.text.match(identifiers))
        : summaryOf(code.outline).free;
    mentioned.set(code, names);
  }
  return names;
}

/** Numbers from 0, united step by step. */
class Groups {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, index) => index);
  }

  unite(a: number, b: number): void {
    const [first, second] = [this.#rootOf(a), this.#rootOf(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** Each ascending. */
  all(): number[][] {
    const found = new Map<number, number[]>();
    for (const index of this.#parents.keys()) {
      const root = this.#rootOf(index);
      const group = found.get(root);
      if (group) group.push(index);
      else found.set(root, [index]);
    }
    return [...found.values()];
  }

  #rootOf(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] = this.#parents[this.#parents[root]!]!;
    return root;
  }
}
