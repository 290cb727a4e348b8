/** Findings as the command line reports them: one record per finding, in the order of the code. */
import type { Advice } from "../engine/advise/advise.ts";
import type { Place } from "../engine/advise/place.ts";
import type { Fix, Severity } from "../engine/advise/rules/define.ts";
import type { Cell } from "../engine/languages/files.ts";
import { Lines } from "./lines.ts";

/** `line` from 1, `col` from 0 in UTF-16 units, the end exclusive. */
export interface Region {
  readonly line: number;
  readonly col: number;
  readonly end_line: number;
  readonly end_col: number;
}

export interface EditRecord extends Region {
  readonly text: string;
}

/** One line of `check --format jsonl`; its fields and their order are documented for other programs. */
export interface FindingRecord extends Region {
  readonly path: string;
  /** Which cell of a notebook, of all its cells from 0; lines then count in it. */
  readonly cell: number | null;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related?: readonly (Region & { readonly cell: number | null; readonly message: string })[];
  /** The certain fix, else the preferred one; none where it reaches into another cell. */
  readonly fix?: { readonly title: string; readonly edits: readonly EditRecord[] };
}

export function findingsOf(path: string, cells: readonly Cell[], advice: readonly Advice[]): FindingRecord[] {
  if (advice.length === 0) return [];
  const lines = cells.map(({ source }) => new Lines(source));
  const regionOf = ({ cell, start, end }: Place): Region => {
    const [from, to] = [lines[cell]!.at(start), lines[cell]!.at(end)];
    return { ...from, end_line: to.line, end_col: to.col };
  };
  return advice.map(({ place, rule, severity, message, related = [], fixes = [] }) => {
    const fix = fixes.find(({ certain }) => certain) ?? fixes.find(({ preferred }) => preferred);
    return {
      path,
      cell: cells[place.cell]!.index,
      ...regionOf(place),
      rule: rule.id,
      severity,
      message,
      ...(related.length > 0
        ? {
            related: related.map(({ place: at, message: what }) => {
              return { cell: cells[at.cell]!.index, ...regionOf(at), message: what };
            }),
          }
        : {}),
      ...(fix && isWithin(fix, place.cell)
        ? {
            fix: {
              title: fix.title,
              edits: fix.edits.map(({ place: at, text }) => ({ ...regionOf(at), text })),
            },
          }
        : {}),
    };
  });
}

function isWithin({ edits }: Fix, cell: number): boolean {
  return edits.every(({ place }) => place.cell === cell);
}

/** "model.py:42:12: warning: Softmax without dim … [softmax-missing-dim]"; columns from 1, as terminals link them */
export function prettyFinding({
  path,
  related = [],
  fix,
  rule,
  severity,
  message,
  ...at
}: FindingRecord): string {
  const place = (cell: number | null, { line, col }: Region) =>
    `${path}${cell === null ? "" : `#cell${cell}`}:${line}:${col + 1}`;
  return [
    `${place(at.cell, at)}: ${severity}: ${message} [${rule}]`,
    ...related.map((other) => `  ${place(other.cell, other)}: ${other.message}`),
    ...(fix ? [`  fix: ${fix.title}`] : []),
  ].join("\n");
}
