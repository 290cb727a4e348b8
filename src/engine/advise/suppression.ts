/**
 * Comments that silence findings: `# activation-lens: ignore[rule-id]` on the finding's line, and
 * `# activation-lens: ignore-file[rule-id]` anywhere for the whole file or notebook. Several ids stand with commas
 * between them; without brackets every rule is meant.
 */
import type { Analysis } from "../detect/analysis.ts";
import type { Chunk } from "../syntax/define.ts";
import type { Place } from "./place.ts";
import type { Edit } from "./rules/define.ts";

const mark = "activation-lens:";
const comment = /activation-lens:[ \t]*(ignore(?:-file)?)\b(?:[ \t]*\[([^\]\r\n]*)\])?/g;

interface Silence {
  readonly of: "ignore" | "ignore-file";
  /** Undefined: all. */
  readonly rules: readonly string[] | undefined;
  readonly place: Place;
}

/** Whether a finding of a rule at a place is silenced. */
export type IsSilenced = (rule: string, place: Place) => boolean;

export function silencerOf(analysis: Analysis): IsSilenced {
  const silences = silencesIn(analysis);
  if (silences.length === 0) return () => false;
  return (rule, place) =>
    silences.some(({ of, rules, place: at }) => {
      if (rules && !rules.includes(rule)) return false;
      if (of === "ignore-file") return true;
      const text = analysis.cells[place.cell]!.text;
      const isOnLineOf = (offset: number) => {
        const [from, to] = [Math.min(at.start, offset), Math.max(at.start, offset)];
        return at.cell === place.cell && !/[\r\n]/.test(text.slice(from, to));
      };
      return isOnLineOf(place.start) || isOnLineOf(place.end);
    });
}

function silencesIn({ cells, syntax }: Analysis): Silence[] {
  return cells.flatMap(({ text, chunks }, cell) => {
    if (!text.includes(mark)) return [];
    const parsed = chunks ?? syntax.chunksOf(text);
    return [...text.matchAll(comment)]
      .filter(({ index }) => isComment(parsed, index))
      .map(({ index, 0: all, 1: of, 2: list }) => ({
        of: of as Silence["of"],
        rules: list
          ?.split(",")
          .map((id) => id.trim())
          .filter(Boolean),
        place: { cell, start: index, end: index + all.length },
      }));
  });
}

function isComment(chunks: readonly Chunk[], offset: number): boolean {
  const chunk = chunks.filter(({ start }) => start <= offset).at(-1);
  return chunk?.parsed.placeAt(offset - chunk.start).kind === "comment";
}

/**
 * The edit that silences a rule on the line of a finding; undefined where no comment can stand: in a string over several
 * lines, or before a line that is joined by a backslash.
 * @param lineComment what begins a comment in the language
 */
export function silencing(
  analysis: Analysis,
  rule: string,
  place: Place,
  lineComment = "#",
): Edit | undefined {
  const { cells, syntax } = analysis;
  const { text, chunks } = cells[place.cell]!;
  const start =
    Math.max(text.lastIndexOf("\n", place.start - 1), text.lastIndexOf("\r", place.start - 1)) + 1;
  const [line] = /^[^\r\n]*/.exec(text.slice(start))!;
  const known = silencesIn(analysis).find(
    ({ of, place: at }) =>
      of === "ignore" && at.cell === place.cell && at.start >= start && at.start < start + line.length,
  );
  if (known?.rules) {
    // Before the closing bracket.
    const at = known.place.end - 1;
    const ids = known.rules.length > 0 ? `, ${rule}` : rule;
    return { place: { cell: place.cell, start: at, end: at }, text: ids };
  }
  const code = line.trimEnd();
  const at = start + code.length;
  const inserted = `  ${lineComment} ${mark} ignore[${rule}]`;
  const parsed = syntax.chunksOf(text.slice(0, at) + inserted + text.slice(at), chunks);
  if (code.endsWith("\\") || !isComment(parsed, at + inserted.indexOf(mark))) return undefined;
  return { place: { cell: place.cell, start: at, end: at }, text: inserted };
}
