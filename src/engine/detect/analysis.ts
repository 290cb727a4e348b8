/** Analysis of one file, or of the code cells of a notebook together: every use of an activation function in it. */
import { type Versions, newestVersions } from "../frameworks/versions.ts";
import { vocabularyOf } from "../frameworks/words.ts";
import { touches } from "../range.ts";
import type { Chunk, ParsedCode, Syntax } from "../syntax/define.ts";
import { Context } from "./context.ts";
import { detect } from "./detect.ts";
import { Exports, type Modules, noModules } from "./exports.ts";
import { type Included, includedIn } from "./included.ts";
import { type Explanation, explainNothing, explainUse } from "./explain.ts";
import { starExportsOf } from "./names.ts";
import { type Part, ScopeView } from "./scopes.ts";
import { Unread } from "./unread.ts";
import type { Use } from "./use.ts";

export interface CellAnalysis {
  readonly text: string;
  /** In the order of the code; positions count from the start of the cell, in UTF-16 units. */
  readonly uses: readonly Use[];
  /** Undefined where the words of the text rule out a use: then it was not parsed. */
  readonly chunks?: readonly Chunk[];
}

export interface Analysis {
  /** Of the language that the code is written in. */
  readonly syntax: Syntax;
  /** Of the frameworks, as the project asks for them. */
  readonly versions: Versions;
  /** Other files of the project, as imports name them. */
  readonly modules: Modules;
  readonly cells: readonly CellAnalysis[];
  /** Whether of a definition nothing was read but its name, as nothing in it can lead to an activation. */
  readonly isUnread: (code: ParsedCode) => boolean;
}

/** A place in the code. */
export interface CodePosition {
  readonly cell: number;
  /** From the start of the cell, in UTF-16 units. */
  readonly offset: number;
}

/**
 * @param cells one text for a file; for a notebook its code cells in order, whose names serve the cells after them
 * @param syntax of their language, as the list of languages loads it
 * @param previous an earlier analysis of the same file: what did not change is not parsed or read again
 * @param versions of the frameworks, as the project asks for them
 * @param modules other files of the project, as imports name them
 * @param at the uses in the definition, or the statements, around this place are all that is asked for: then no more is
 *   read than what may lead there
 */
export function analyse(
  cells: readonly string[],
  syntax: Syntax,
  previous?: Analysis,
  versions: Versions = newestVersions,
  modules: Modules = noModules,
  at?: CodePosition,
): Analysis {
  const included = includedIn(cells, syntax, modules);
  const exports = exportsOf(modules, syntax, versions);
  const texts = [...included.map(({ text }) => text), ...exports.starred(cells), ...cells];
  const vocabulary = vocabularyOf(texts, syntax);
  const isIdle = !vocabulary.mayUse(texts) && !exports.bringActivations(cells);
  if (isIdle) {
    const idle = cells.map((text) => ({ text, uses: [] }));
    return { syntax, versions, modules, cells: idle, isUnread: () => true };
  }
  const chunks = parseCells(cells, syntax, previous);
  const target = at && chunks[at.cell]?.filter(({ start }) => start <= at.offset).at(-1)?.parsed;
  const uses: (readonly Use[])[] = cells.map(() => []);
  const unreads: Unread[] = [];
  for (const file of filesOf(cells, syntax)) {
    if (at && !file.includes(at.cell)) continue;
    const own = only(file, chunks);
    const unread = target ? Unread.butFor(target, own, syntax) : Unread.inAll(vocabulary, own, syntax);
    unreads.push(unread);
    const context = readContext(unread, { cells: own, included }, syntax, versions, modules);
    detect(context, target);
    for (const index of file) uses[index] = context.usesIn(index);
  }
  return {
    syntax,
    versions,
    modules,
    cells: cells.map((text, index) => ({ text, uses: uses[index]!, chunks: chunks[index]! })),
    isUnread: (code) => unreads.some((unread) => unread.outlineOf(code) !== undefined),
  };
}

/** Cells that belong together: those that run, and for each file that is written those that write it. */
function filesOf(cells: readonly string[], { writtenFile }: Syntax): readonly (readonly number[])[] {
  const files = new Map<string, number[]>();
  for (const [index, text] of cells.entries()) {
    const name = (cells.length > 1 ? writtenFile?.(text) : undefined) ?? "";
    const file = files.get(name);
    if (file) file.push(index);
    else files.set(name, [index]);
  }
  return [...files.values()];
}

/** Nothing of the other cells. */
function only(file: readonly number[], chunks: readonly (readonly Chunk[])[]): readonly (readonly Chunk[])[] {
  return chunks.length === file.length
    ? chunks
    : chunks.map((own, index) => (file.includes(index) ? own : []));
}

function parseCells(
  cells: readonly string[],
  syntax: Syntax,
  previous: Analysis | undefined,
): (readonly Chunk[])[] {
  return cells.map((text, index) => {
    const old = previous?.syntax === syntax ? previous.cells[index] : undefined;
    return old?.chunks && old.text === text ? old.chunks : syntax.chunksOf(text, old?.chunks);
  });
}

/** With what may matter alone: most of a file is not parsed for it. */
function readContext(
  unread: Unread,
  code: Code,
  ...[syntax, versions, modules]: [Syntax, Versions, Modules]
): Context {
  let context: Context;
  do context = contextOf(code, syntax, versions, modules, unread);
  while (unread.removeMentioned(context));
  return context;
}

interface Code {
  readonly cells: readonly (readonly Chunk[])[];
  /** What stands before them. */
  readonly included?: readonly Included[];
}

/**
 * All chunks of what is included and of all cells in one line of positions, a character apart.
 * @param unread definitions of which the name alone is read
 */
export function contextOf(
  { cells, included = [] }: Code,
  syntax: Syntax,
  versions: Versions = newestVersions,
  modules: Modules = noModules,
  unread?: Pick<Unread, "outlineOf">,
): Context {
  const parts: Part[] = [];
  let cellStart = 0;
  const all = [...included.map(({ chunks }) => chunks), ...cells];
  for (const [count, chunks] of all.entries()) {
    const index = count - included.length;
    let length = 0;
    for (const { start: offset, parsed } of chunks) {
      const start = cellStart + offset;
      parts.push({
        scope: unread?.outlineOf(parsed) ?? parsed.outline,
        base: start,
        source: { cell: index, offset, start, parsed },
      });
      length = offset + parsed.text.length;
    }
    cellStart += length + 1;
  }
  const exports = exportsOf(modules, syntax, versions);
  const view = new ScopeView(parts, undefined, starExportsOf(syntax.frameworksOf, exports));
  return new Context(view, syntax.frameworksOf, versions, exports);
}

function exportsOf(modules: Modules, syntax: Syntax, versions: Versions): Exports {
  return new Exports(modules, syntax, versions, (chunks, member, own) => {
    const unread = Unread.butForName(member, [chunks], syntax);
    return contextOf({ cells: [chunks] }, syntax, versions, own, unread);
  });
}

/**
 * The use that is meant at a position: on the function's own name, its string, or a literal argument that matters to
 * it; never on `nn`, `self`, `Dense`.
 */
export function useAt(analysis: Analysis, cell: number, offset: number): Use | undefined {
  const uses = analysis.cells[cell]?.uses ?? [];
  return (
    uses.find(({ nameRange }) => touches(nameRange, offset)) ??
    uses.find(({ literals }) => literals.some((literal) => touches(literal, offset)))
  );
}

/** Why there is, or is not, a use at a position. */
export function explainAt(analysis: Analysis, cell: number, offset: number): Explanation {
  const use = useAt(analysis, cell, offset);
  if (use) return explainUse(use);
  const { syntax, versions, modules } = analysis;
  const texts = analysis.cells.map(({ text }) => text);
  const file = filesOf(texts, syntax).find((cells) => cells.includes(cell)) ?? [];
  const own = only(file, parseCells(texts, syntax, analysis));
  const included = includedIn(texts, syntax, modules);
  const context = contextOf({ cells: own, included }, syntax, versions, modules);
  const source = context.module.parts
    .map((part) => part.source)
    .filter((candidate) => candidate.cell === cell && candidate.offset <= offset)
    .at(-1);
  if (!source) return { kind: "no-name", sentence: "There is no code here." };
  return explainNothing(context, source, offset - source.offset);
}
