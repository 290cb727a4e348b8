/** Code as rules look at it: statements, calls, and what the names in them stand for. */
import { contextOf } from "../detect/analysis.ts";
import type { Analysis } from "../detect/analysis.ts";
import type { Context } from "../detect/context.ts";
import type { Part, ScopeView } from "../detect/scopes.ts";
import type { Range } from "../range.ts";
import type { Reference } from "../syntax/outline.ts";
import { expressionsOf, partsOf, suitesOf } from "../syntax/program-parts.ts";
import type { FunctionStatement, Node, NodeArgument, Statement } from "../syntax/program.ts";
import type { Place } from "./place.ts";

export type CallNode = Extract<Node, { readonly kind: "call" }>;

/** A stretch of a cell that was parsed on its own: positions in its statements count from `offset`. */
export interface Piece {
  readonly cell: number;
  readonly offset: number;
  readonly text: string;
  readonly statements: readonly Statement[];
}

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
  readonly #context: Context;
  readonly #reads = new Map<Piece, Map<number, Read>>();
  /** Names that are bound by an import, wherever in the file. */
  readonly #imported = new Set<string>();
  #expressions: readonly Standing[] | undefined;
  #calls: readonly NamedCall[] | undefined;

  constructor({ cells, syntax, versions }: Analysis) {
    const chunks = cells.map(({ text, chunks }) => chunks ?? syntax.chunksOf(text));
    this.#context = contextOf(chunks, syntax, versions);
    this.pieces = chunks.flatMap((own, cell) =>
      own.map(({ start: offset, parsed: { text, statements = [] } }) => ({ cell, offset, text, statements })),
    );
    const { module } = this.#context;
    const pieceOf = new Map(module.parts.map(({ source }, index) => [source, this.pieces[index]!]));
    const note = (view: ScopeView): void => {
      for (const part of view.parts) {
        for (const { name } of part.scope.imports) this.#imported.add(name);
        const piece = pieceOf.get(part.source)!;
        const reads = this.#reads.get(piece) ?? new Map<number, Read>();
        this.#reads.set(piece, reads);
        const shift = part.base - part.source.start;
        for (const reference of part.scope.references)
          reads.set(shift + reference.range.start, { view, part, reference });
      }
      view.children.forEach(note);
    };
    note(module);
  }

  placeOf({ cell, offset }: Piece, { start, end }: Range): Place {
    return { cell, start: offset + start, end: offset + end };
  }

  /** Every expression, those around others first. */
  get expressions(): readonly Standing[] {
    return (this.#expressions ??= this.pieces.flatMap(standingIn));
  }

  /** Every call, written to its end, of something whose name was followed to an import. */
  get calls(): readonly NamedCall[] {
    return (this.#calls ??= this.expressions.flatMap((standing) => {
      const { node, piece } = standing;
      if (node.kind !== "call" || piece.text[node.range.end - 1] !== ")") return [];
      const name = this.nameOf(node.callee, piece);
      return name === undefined ? [] : [{ ...standing, node, name }];
    }));
  }

  /** The canonical name that a name, or a dotted name, stands for; undefined where that is not certain. */
  nameOf(node: Node, piece: Piece): string | undefined {
    const path = pathOf(node);
    const read = path && this.#reads.get(piece)?.get(node.range.start);
    // Most names are variables, and finding that out by their values is what would cost.
    if (!read || !(this.#imported.has(path.root) || this.#context.relevance.has(path.root))) return undefined;
    const place = read.view.placeOf(read.reference, read.part);
    const [only, other] = this.#context.names.meaningsOf(path.root, path.path, place);
    return only?.kind === "qualified" && only.isCertain && !only.given && !other ? only.name : undefined;
  }
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

/** The dotted name that a node is: of `nn.functional.relu` root `nn`, path `functional.relu`. */
export function pathOf(node: Node): { readonly root: string; readonly path: string } | undefined {
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
