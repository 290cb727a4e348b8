/**
 * From a use to the edits that make it another one: of the same framework, or the same function in another framework.
 *
 * Nothing is taken on trust: the edited text is analysed again, and what it says there must be what was meant.
 */
import { type Analysis, type CellAnalysis, analyse } from "../detect/analysis.ts";
import type { Use } from "../detect/use.ts";
import type { FrameworkId } from "../frameworks/index.ts";
import { lastSegment, namesIn } from "../frameworks/lookup.ts";
import type { ParsedText } from "../syntax/grammar.ts";
import { parse } from "../syntax/parser.ts";
import { readableText } from "../syntax/python.ts";
import { outlineOf } from "../syntax/python-outline.ts";
import { newArguments } from "./arguments.ts";
import { type WrittenCall, writtenCall } from "./call.ts";
import { type Edit, type Intent, type Rewriting, type Target, isRewritten } from "./define.ts";
import { importEdit } from "./import-place.ts";
import { type Writing, writingsOf } from "./names.ts";
import { portTargets } from "./targets.ts";

/** Where a use stands. */
export interface Site {
  /** Of the file, or of the notebook with all its code cells. */
  readonly analysis: Analysis;
  readonly cell: number;
  readonly use: Use;
}

/** @returns undefined where the use cannot be written so */
export function rewrite(site: Site, target: Target, intent: Intent): Rewriting | undefined {
  const { analysis, cell, use } = site;
  if (!isRewritten(use.framework)) return undefined;
  const { text } = analysis.cells[cell]!;
  const parsed = parsedCell(analysis.cells[cell]!);
  const call = writtenCall(parsed, use);
  const args = call && newArguments(use, call, target, intent);
  if (!args) return undefined;
  const names = new NameChoices(site, target);
  for (const name of names.forTarget(text.slice(call.name.start, call.name.end))) {
    for (const partial of names.forPartial()) {
      const draft = draftOf(text, use, call, target, args.texts, name, partial);
      if (!draft) return undefined;
      const edits = [
        ...draft.addedImports.map((line) => importEdit(parsed, use.range.start, line)),
        ...draft.edits,
      ];
      const result = verified(site, edits, draft.edits[0]!.range.start + draft.nameOffset, target);
      if (!result) continue;
      const { code, addedImports } = draft;
      return { target, edits, code, addedImports, traps: args.traps, remarks: args.remarks, result };
    }
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

const parsedCells = new WeakMap<CellAnalysis, ParsedText>();

/** In one piece, and once for all targets that are tried. */
function parsedCell(cell: CellAnalysis): ParsedText {
  let parsed = parsedCells.get(cell);
  if (!parsed) {
    parsed = parse(readableText(cell.text));
    parsedCells.set(cell, parsed);
  }
  return parsed;
}

class NameChoices {
  readonly #site: Site;
  readonly #target: Target;

  constructor(site: Site, target: Target) {
    this.#site = site;
    this.#target = target;
  }

  forTarget(written: string): Writing[] {
    const { framework, spelling } = this.#target;
    const { name, form } = spelling;
    if (form === "string" || form === "method") return [{ text: lastSegment(name), addedImport: undefined }];
    const { use, analysis } = this.#site;
    const names = namesIn(framework, name, analysis.versions.get(framework));
    const [means] = namesIn(use.framework, use.spelling.name, analysis.versions.get(use.framework));
    return names.flatMap((candidate) => this.#writings(candidate, { text: written, means: means! }));
  }

  forPartial(): Writing[] {
    return this.#writings("functools.partial", { text: "functools.partial", means: "" });
  }

  #writings(name: string, written: { readonly text: string; readonly means: string }): Writing[] {
    const { cells } = this.#site.analysis;
    const scopes = cells.slice(0, this.#site.cell + 1).map((cell) => outlineOf(parsedCell(cell)));
    // A member of something else takes no name: `torch.nn`.
    const isFree = (word: string) =>
      !cells.some(({ text }) => new RegExp(`(?<![\\w.])${word}\\b`).test(text));
    return writingsOf(name, written, scopes, isFree);
  }
}

interface Draft {
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly addedImports: readonly string[];
  /** Where the function's name stands in the first edit's text. */
  readonly nameOffset: number;
}

function draftOf(
  text: string,
  use: Use,
  call: WrittenCall,
  { spelling }: Target,
  args: readonly string[],
  name: Writing,
  partial: Writing,
): Draft | undefined {
  const { shape } = call;
  const [source, form] = [use.spelling.form, spelling.form];
  const all = args.join(", ");
  const importsFor = (...writings: Writing[]) => [
    ...new Set(writings.flatMap(({ addedImport }) => addedImport ?? [])),
  ];
  const whole = (code: string, nameOffset: number, ...more: Writing[]): Draft => ({
    edits: [{ range: use.callRange, text: code }],
    code,
    addedImports: importsFor(name, ...more),
    nameOffset,
  });
  const held = () =>
    whole(`${partial.text}(${[name.text, ...args].join(", ")})`, partial.text.length + 1, partial);
  if (shape === "string") {
    const quoted = text
      .slice(call.name.start, call.name.end)
      .replace(
        /^([a-zA-Z]*(?:'''|"""|'|")).*?('''|"""|'|")$/s,
        (_, open: string, close: string) => open + name.text + close,
      );
    return whole(quoted, 0);
  }
  if (source === form) {
    if (shape === "name") return args.length === 0 ? whole(name.text, 0) : held();
    return inPlace(text, call, name, args, importsFor(name));
  }
  if (shape === "partial") return undefined;
  if (source === "module" && form === "function") {
    // A class that someone else will call makes a module; a function in its place would be called without its input.
    if (shape === "name") return undefined;
    return args.length === 0 ? whole(name.text, 0) : held();
  }
  if (form === "module") {
    if (shape === "name") return whole(`${name.text}(${all})`, 0);
    const input = call.receiver ?? call.arguments.find(({ parameter }) => parameter?.mapsTo === "x")?.text;
    return input === undefined ? undefined : whole(`${name.text}(${all})(${input})`, 0);
  }
  // From a method: the input is among the arguments.
  return form === "function" ? whole(`${name.text}(${all})`, 0) : undefined;
}

/** Name and arguments each for themselves, so that a layout over several lines stays where the arguments do. */
function inPlace(
  text: string,
  { name: at, list, arguments: old, shape }: WrittenCall,
  { text: name }: Writing,
  args: readonly string[],
  addedImports: readonly string[],
): Draft | undefined {
  if (!list) return undefined;
  const before = old.map(({ keyword, text: value }) =>
    keyword === undefined ? value : `${keyword}=${value}`,
  );
  const isSame = before.length === args.length && before.every((argument, index) => argument === args[index]);
  const inner =
    shape === "partial" ? args.map((argument) => `, ${argument}`).join("") : `(${args.join(", ")}`;
  const code = name + (isSame ? text.slice(list.start, list.end) : inner) + ")";
  return {
    edits: [{ range: at, text: name }, ...(isSame ? [] : [{ range: list, text: inner }])],
    code,
    addedImports,
    nameOffset: 0,
  };
}

/** The use after the edits, if it is the target and every other one is what it was. */
function verified(
  { analysis, cell, use }: Site,
  edits: readonly Edit[],
  start: number,
  target: Target,
): Use | undefined {
  const shift = edits
    .filter(({ range }) => range.end < start && range.start === range.end)
    .reduce((sum, { text }) => sum + text.length, 0);
  const texts = analysis.cells.map(({ text }, index) => (index === cell ? applied(text, edits) : text));
  const after = analyse(texts, analysis.syntax, analysis, analysis.versions, analysis.modules).cells.map(
    ({ uses }) => uses,
  );
  const isIt = (candidate: Use) => candidate.range.start === start + shift;
  const result = after[cell]!.find(isIt);
  if (result?.spelling !== target.spelling || result.function !== target.function) return undefined;
  if (result.certainty === "likely" && use.certainty === "resolved") return undefined;
  const before = analysis.cells.map(({ uses }) => uses);
  const others = (uses: readonly (readonly Use[])[], it: Use) =>
    uses
      .flat()
      // What is traced to this use changes with it, and what stands in its input moves.
      .filter((other) => other !== it && other.kind !== "attribute_use")
      .map(({ function: id, framework }) => `${framework} ${id}`)
      .sort()
      .join();
  return others(before, use) === others(after, result) ? result : undefined;
}

export function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (so, { range, text: replacement }) => so.slice(0, range.start) + replacement + so.slice(range.end),
      text,
    );
}
