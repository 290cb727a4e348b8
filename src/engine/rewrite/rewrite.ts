/**
 * From a use to the edits that make it another one: of the same framework, or the same function in another framework.
 *
 * Nothing is taken on trust: the edited text is analysed again, and what it says there must be what was meant.
 */
import { type CellAnalysis, analyse } from "../detect/analysis.ts";
import type { Use } from "../detect/use.ts";
import { type FrameworkId, dottedName, frameworkById } from "../frameworks/index.ts";
import { lastSegment, namesIn } from "../frameworks/lookup.ts";
import { newArguments } from "./arguments.ts";
import { writtenCall } from "./call.ts";
import type { Edit, Intent, Rewriting, Target, Writing } from "./define.ts";
import { draftOf } from "./draft.ts";
import { importEdits } from "./import-place.ts";
import { type Surroundings, writingsOf } from "./names.ts";
import { type Site, chunksOf, pieceOf } from "./site.ts";
import { portTargets, waysToReplace } from "./targets.ts";
import { type TypedPlace, writers } from "./writers/index.ts";

export type { Site } from "./site.ts";

/** @returns undefined where the use cannot be written so */
export function rewrite(site: Site, target: Target, intent: Intent): Rewriting | undefined {
  const { analysis, cell } = site;
  const writer = writers[frameworkById(site.use.framework).language];
  const { text: code } = analysis.cells[cell]!;
  const typed = writer.typed ? writer.typed(typedPlace(site)) : { use: site.use, types: [], names: [] };
  const own = typed && { ...site, use: typed.use };
  const piece = own && pieceOf(own);
  if (!piece) return undefined;
  const { start: offset, use } = piece;
  const { text } = piece.parsed;
  const call = writtenCall(piece.parsed, use);
  const args = call && newArguments(use, call, target, intent);
  if (!args) return undefined;
  const names = new NameChoices(own, target);
  const written = text.slice(call.name.start, call.name.end);
  const isOfItsType = call.shape !== "method" && /(?<!\.)\.$/.test(text.slice(0, call.name.start).slice(-2));
  for (const name of names.forTarget(written, isOfItsType)) {
    for (const partial of names.forPartial()) {
      const draft = draftOf({ text, use, call, target, args, writer, name, partial });
      if (!draft) break;
      const at = draft.edits[0]!.range.start + offset;
      const put = [
        ...draft.edits.map(({ range, text: piece }) => ({
          range: { start: range.start + offset, end: range.end + offset },
          text: piece,
        })),
        ...typed.types.map(({ range }) => ({
          range,
          text: code.slice(range.start, range.end) === written ? name.text : target.spelling.name,
        })),
        ...typed.names.map(({ range, rename }) => ({ range, text: rename(target.spelling, name.text) })),
      ];
      for (const imports of importsFor(own, draft.addedImports)) {
        const edits = [...imports, ...put].sort((a, b) => a.range.start - b.range.start);
        const place = { start: moved(at, edits) + draft.nameOffset, types: typed.types };
        const result = verified(own, edits, place, target);
        if (!result) continue;
        const { addedImports } = draft;
        const remarks = [...args.remarks, ...draft.remarks];
        return { target, edits, code: draft.code, addedImports, traps: args.traps, remarks, result };
      }
    }
  }
  return undefined;
}

function typedPlace({ analysis, cell, use }: Site): TypedPlace {
  const own = analysis.cells[cell]!;
  const isCode = (position: number) => {
    const chunk = chunksOf(own)
      .filter(({ start }) => start <= position)
      .at(-1);
    const kind = chunk?.parsed.placeAt(position - chunk.start).kind;
    return kind !== "comment" && kind !== "string";
  };
  return { text: own.text, use, others: own.uses.filter((other) => other !== use), isCode };
}

/** Where what stands at a position stands after edits before it. */
function moved(position: number, edits: readonly Edit[]): number {
  return edits
    .filter(({ range }) => range.end <= position)
    .reduce((to, { range, text }) => to + text.length - (range.end - range.start), position);
}

/** Edits that add the lines, in each place where that can be. */
function importsFor({ analysis, cell, use }: Site, lines: readonly string[]): (readonly Edit[])[] {
  const writer = writers[frameworkById(use.framework).language];
  const places = lines.map((line) => importEdits(analysis.cells[cell]!, writer, use.range.start, line));
  const count = Math.min(...places.map(({ length }) => length));
  return Number.isFinite(count)
    ? Array.from({ length: count }, (_, index) => places.map((edits) => edits[index]!))
    : [[]];
}

/** Another function of the same framework: by the nearest of its spellings that can be written there. */
export function replace(site: Site, target: Target): Rewriting | undefined {
  for (const way of waysToReplace(site.use, target, site.analysis.versions)) {
    const rewriting = rewrite(site, way, "replace");
    if (rewriting) return rewriting;
  }
  return undefined;
}

/** The function in another framework: by a spelling that keeps the numbers, else by the nearest, its traps named. */
export function port(site: Site, framework: FrameworkId): Rewriting | undefined {
  let nearest: Rewriting | undefined;
  for (const target of portTargets(site.use, framework, site.analysis.versions)) {
    const rewriting = rewrite(site, target, "port");
    if (rewriting?.traps.length === 0) return rewriting;
    nearest ??= rewriting;
  }
  return nearest;
}

class NameChoices {
  readonly #site: Site;
  readonly #target: Target;
  readonly #surroundings: Surroundings;

  constructor(site: Site, target: Target) {
    this.#site = site;
    this.#target = target;
    const { cells } = site.analysis;
    const { language } = frameworkById(site.use.framework);
    const before = cells.slice(0, site.cell + 1).flatMap(chunksOf);
    this.#surroundings = {
      language,
      writer: writers[language],
      scopes: before.map(({ parsed }) => ({ scope: parsed.outline, text: parsed.text })),
      text: cells.map(({ text }) => text).join("\n"),
      // A member of something else takes no name: `torch.nn`.
      isFree: (word) => {
        const name = new RegExp(`(?<![\\p{L}\\p{N}_.]|::)${word}(?![\\p{L}\\p{N}_])`, "u");
        return !cells.some(({ text }) => name.test(text));
      },
    };
  }

  /** @param isOfItsType whether only the case is written, as what it is of is known: `.relu` */
  forTarget(written: string, isOfItsType: boolean): Writing[] {
    const { framework: id, spelling } = this.#target;
    const { use, analysis } = this.#site;
    const { name, form } = spelling;
    const own = { text: lastSegment(dottedName(name)), addedImport: undefined };
    if (form === "string") return [own];
    if (form === "method") return id === use.framework ? [own] : this.#ofMethod(own);
    if (isOfItsType) return id === use.framework ? [own] : [];
    const framework = frameworkById(id);
    const { nameOf } = this.#surroundings.writer;
    const means = nameOf?.(use.spelling) ?? use.spelling.name;
    const [meant] = namesIn(use.framework, means, analysis.versions.get(use.framework));
    const names = namesIn(id, nameOf?.(spelling) ?? name, analysis.versions.get(id));
    // A method's name says nothing of how functions are named here.
    const old = use.kind === "method" ? { text: means, means } : { text: written, means: meant! };
    return names.flatMap((candidate) => writingsOf(candidate, old, this.#surroundings, framework));
  }

  /** A method is known once its framework is named: by an import of what it is of. */
  #ofMethod(own: Writing): Writing[] {
    const { framework: id, spelling } = this.#target;
    const framework = frameworkById(id);
    const { separator } = this.#surroundings.writer;
    const owner = spelling.name.slice(0, spelling.name.lastIndexOf(separator));
    const written = { text: "", means: "" };
    const [first, ...others] = writingsOf(owner, written, this.#surroundings, framework);
    return [
      own,
      ...[first, ...others].flatMap((writing) =>
        writing ? [{ ...own, addedImport: writing.addedImport }] : [],
      ),
    ];
  }

  forPartial(): (Writing | undefined)[] {
    const { writer } = this.#surroundings;
    const { name } = writer.partial ?? {};
    return name === undefined ? [undefined] : writingsOf(name, { text: name, means: "" }, this.#surroundings);
  }
}

/** Where the use stands after the edits, and which others change with it. */
interface Place {
  readonly start: number;
  readonly types: readonly Use[];
}

/** The use after the edits, if it is the target and every other one is what it was. */
function verified(
  { analysis, cell, use }: Site,
  edits: readonly Edit[],
  { start, types }: Place,
  target: Target,
): Use | undefined {
  const texts = analysis.cells.map(({ text }, index) => (index === cell ? applied(text, edits) : text));
  const after = analyse(texts, analysis.syntax, analysis, analysis.versions, analysis.modules).cells.map(
    ({ uses }) => uses,
  );
  const result = after[cell]!.find((candidate) => candidate.range.start === start);
  if (result?.spelling !== target.spelling || result.function !== target.function) return undefined;
  // What a method is called on is never known for certain.
  const isLess = result.certainty === "likely" && use.certainty === "resolved";
  if (isLess && target.spelling.form !== "method") return undefined;
  const typesAfter = types.map(({ range }) => {
    const place = moved(range.start, edits);
    return after[cell]!.find((candidate) => candidate.range.start === place);
  });
  if (typesAfter.some((type) => type?.spelling !== target.spelling)) return undefined;
  const before = analysis.cells.map(({ uses }) => uses);
  const aliased = aliasedUses(analysis.cells[cell]!, use).flatMap((other) => {
    const place = moved(other.range.start, edits);
    const later = after[cell]!.find((candidate) => candidate.range.start === place);
    // What was the function itself may now hold what was made.
    return !later || later.spelling === target.spelling ? [{ other, later }] : [];
  });
  const others = (uses: readonly (readonly Use[])[], its: readonly (Use | undefined)[]) =>
    uses
      .flat()
      // What is traced to this use changes with it, and what stands in its input moves.
      .filter((other) => !its.includes(other) && other.kind !== "attribute_use")
      .map(({ function: id, framework }) => `${framework} ${id}`)
      .sort()
      .join();
  const isSame =
    others(before, [use, ...types, ...aliased.map(({ other }) => other)]) ===
    others(after, [result, ...typesAfter, ...aliased.map(({ later }) => later)]);
  return isSame ? result : undefined;
}

/** Uses under names that the code gives it, which may be this one's: `act(x)` behind `act = F.relu`. */
function aliasedUses({ text, uses }: CellAnalysis, { spelling, callRange }: Use): readonly Use[] {
  const own = lastSegment(dottedName(spelling.name));
  return uses.filter(
    (other) =>
      other.spelling === spelling &&
      other.range.start >= callRange.end &&
      text.slice(other.nameRange.start, other.nameRange.end) !== own,
  );
}

export function applied(text: string, edits: readonly Edit[]): string {
  return (
    [...edits]
      // What is put before something is put there last.
      .sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
      .reduce(
        (so, { range, text: replacement }) => so.slice(0, range.start) + replacement + so.slice(range.end),
        text,
      )
  );
}
