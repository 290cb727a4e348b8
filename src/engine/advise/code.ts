/** Code as rules look at it: statements, calls, and what the names in them stand for. */
import { type Analysis, contextOf } from "../detect/analysis.ts";
import type { Context } from "../detect/context.ts";
import { noModules } from "../detect/exports.ts";
import type { Part, ScopeView } from "../detect/scopes.ts";
import { summaryOf } from "../detect/summary.ts";
import type { Range } from "../range.ts";
import type { Chunk, ParsedCode } from "../syntax/define.ts";
import type { Reference, Scope } from "../syntax/outline.ts";
import { expressionsOf, partsOf, suitesOf } from "../syntax/program-parts.ts";
import type { FunctionStatement, Node, NodeArgument, Statement } from "../syntax/program.ts";
import type { Piece } from "./pieces.ts";
import type { Place } from "./place.ts";

export type CallNode = Extract<Node, { readonly kind: "call" }>;

/** An expression and what it stands in. */
export interface Standing<N extends Node = Node> {
  readonly node: N;
  readonly piece: Piece;
  /** Expressions around it in its statement, the innermost first. */
  readonly within: readonly Node[];
  /** Statements around it, its own last. */
  readonly trail: readonly Statement[];
}

export interface NamedCall extends Standing<CallNode> {
  /** Of what is called, canonical, certainly: `torch.nn.functional.relu` */
  readonly name: string;
}

interface Read {
  readonly view: ScopeView;
  readonly part: Part;
  readonly reference: Reference;
}

export class Code {
  readonly pieces: readonly Piece[];
  readonly #analysis: Analysis;
  readonly #expressions = new Map<Piece, readonly Standing[]>();
  readonly #calls = new Map<Piece, readonly NamedCall[]>();
  /** Definitions whose names were asked for although detection did not read them. */
  readonly #asked = new Set<ParsedCode>();
  #names: Names | undefined;

  constructor(analysis: Analysis, pieces: readonly Piece[]) {
    this.#analysis = analysis;
    this.pieces = pieces;
  }

  placeOf({ cell, offset }: Piece, { start, end }: Range): Place {
    return { cell, start: offset + start, end: offset + end };
  }

  /** Every expression, those around others first. */
  expressionsIn(pieces: readonly Piece[]): readonly Standing[] {
    return pieces.flatMap((piece) => once(this.#expressions, piece, standingIn));
  }

  /** Every call, written to its end, of something whose name was followed to an import. */
  callsIn(pieces: readonly Piece[]): readonly NamedCall[] {
    return pieces.flatMap((piece) =>
      once(this.#calls, piece, () =>
        this.expressionsIn([piece]).flatMap((standing) => {
          const { node } = standing;
          if (node.kind !== "call" || piece.text[node.range.end - 1] !== ")") return [];
          const name = this.nameOf(node.callee, piece);
          return name === undefined ? [] : [{ ...standing, node, name }];
        }),
      ),
    );
  }

  /** The canonical name that a name, or a dotted name, stands for; undefined where that is not certain. */
  nameOf(node: Node, piece: Piece): string | undefined {
    const path = pathOf(node);
    return path && this.#namesFor(piece).nameOf(path, node, piece);
  }

  #namesFor({ code }: Piece): Names {
    if (this.#closed(code)) {
      this.#asked.add(code);
      this.#names = undefined;
    }
    return (this.#names ??= new Names(this.#analysis, this.pieces, (other) => this.#closed(other)));
  }

  /** Of a definition that is not read: its outline without what is inside. */
  #closed(code: ParsedCode): Scope | undefined {
    return this.#asked.has(code) || !this.#analysis.isUnread(code) ? undefined : code.definition;
  }
}

interface Read {
  readonly view: ScopeView;
  readonly part: Part;
  readonly reference: Reference;
}

/** What the names in pieces stand for. */
class Names {
  readonly #context: Context;
  readonly #partOf: ReadonlyMap<Piece, Part>;
  readonly #childrenOf = new Map<Part["source"], ScopeView[]>();
  /** By where they stand in the piece. */
  readonly #reads = new Map<Piece, ReadonlyMap<number, Read>>();
  /** Names that are bound by an import, wherever in the file. */
  readonly #imported: ReadonlySet<string>;

  constructor(
    { cells, syntax, versions }: Analysis,
    pieces: readonly Piece[],
    outlineOf: (code: ParsedCode) => Scope | undefined,
  ) {
    const chunks = cells.map((): Chunk[] => []);
    for (const { cell, offset, code } of pieces) chunks[cell]!.push({ start: offset, parsed: code });
    this.#context = contextOf({ cells: chunks }, syntax, versions, noModules, { outlineOf });
    const { module } = this.#context;
    this.#partOf = new Map(pieces.map((piece, index) => [piece, module.parts[index]!]));
    for (const child of module.children) {
      const [{ source }] = child.parts as [Part];
      const known = this.#childrenOf.get(source);
      if (known) known.push(child);
      else this.#childrenOf.set(source, [child]);
    }
    const inModule = module.parts.flatMap(({ scope }) => scope.imports);
    const inside = module.children.flatMap(({ parts: [part] }) => summaryOf(part!.scope).imports);
    this.#imported = new Set([...inModule, ...inside].map(({ name }) => name));
  }

  nameOf({ root, path }: Path, node: Node, piece: Piece): string | undefined {
    // Most names are variables, and finding that out by their values is what would cost.
    if (!this.#imported.has(root) && !this.#context.relevance.has(root)) return undefined;
    const read = once(this.#reads, piece, () => this.#readsIn(piece)).get(node.range.start);
    if (!read) return undefined;
    const place = read.view.placeOf(read.reference, read.part);
    const [only, other] = this.#context.names.meaningsOf(root, path, place);
    return only?.kind === "qualified" && only.isCertain && !only.given && !other ? only.name : undefined;
  }

  #readsIn(piece: Piece): ReadonlyMap<number, Read> {
    const reads = new Map<number, Read>();
    const note = (view: ScopeView, part: Part): void => {
      const shift = part.base - part.source.start;
      for (const reference of part.scope.references)
        reads.set(shift + reference.range.start, { view, part, reference });
    };
    const noteAll = (view: ScopeView): void => {
      for (const part of view.parts) note(view, part);
      view.children.forEach(noteAll);
    };
    const part = this.#partOf.get(piece)!;
    note(this.#context.module, part);
    this.#childrenOf.get(part.source)?.forEach(noteAll);
    return reads;
  }
}

function once<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = make(key)));
  return found;
}

function standingIn(piece: Piece): Standing[] {
  const found: Standing[] = [];
  const inNode = (node: Node, within: readonly Node[], trail: readonly Statement[]): void => {
    found.push({ node, piece, within, trail });
    const inner = partsOf(node);
    if (inner.length === 0) return;
    const around = [node, ...within];
    for (const part of inner) inNode(part, around, trail);
  };
  const inSuite = (statements: readonly Statement[], around: readonly Statement[]): void => {
    for (const statement of statements) {
      const trail = [...around, statement];
      for (const node of expressionsOf(statement)) inNode(node, [], trail);
      for (const suite of suitesOf(statement)) inSuite(suite, trail);
    }
  };
  inSuite(piece.statements, []);
  return found;
}

/** The function whose body an expression stands in, the innermost. */
export function functionAround({ trail }: Pick<Standing, "trail">): FunctionStatement | undefined {
  return trail.filter((statement) => statement.kind === "function").at(-1);
}

/** Of `nn.functional.relu` root `nn`, path `functional.relu`. */
export interface Path {
  readonly root: string;
  readonly path: string;
}

/** The dotted name that a node is. */
export function pathOf(node: Node): Path | undefined {
  if (node.kind === "name") return { root: node.name, path: "" };
  const object = node.kind === "member" ? pathOf(node.object) : undefined;
  if (!object || node.kind !== "member") return undefined;
  return { root: object.root, path: object.path === "" ? node.member : `${object.path}.${node.member}` };
}

/** The argument that a call gives for a parameter. @param position null: by its name only */
export function argumentOf(
  { arguments: list }: CallNode,
  name: string,
  position: number | null,
): NodeArgument | undefined {
  const named = list.find((argument) => argument.name === name);
  if (named || position === null) return named;
  const at = list[position];
  return at && list.slice(0, position + 1).every((given) => given.name === undefined && given.stars === 0)
    ? at
    : undefined;
}

/** Whether `*args` or `**kwargs` may give what is not seen. */
export function mayGiveMore({ arguments: list }: CallNode): boolean {
  return list.some(({ stars }) => stars > 0);
}

/** Of `nn.functional.relu` the range of `relu`. */
export function lastNameIn(node: Node): Range {
  return node.kind === "member" ? node.memberRange : node.range;
}
