/** Detected uses as the command line reports them: one record per use, in the order of the text. */
import type { ArgumentValue, Use } from "../engine/detect/use.ts";
import { Lines } from "./lines.ts";

/** One line of `detect --format jsonl`; its fields and their order are documented for other programs. */
export interface UseRecord {
  readonly path: string;
  /** Which cell of a notebook, of all its cells from 0; `line` then counts in it. */
  readonly cell: number | null;
  readonly line: number;
  readonly col: number;
  /** Only where it is another line. */
  readonly end_line?: number;
  readonly end_col: number;
  readonly kind: Use["kind"];
  readonly function: string;
  readonly framework: string;
  /** JSON has no infinities and no NaN: they are the strings "inf", "-inf" and "nan". */
  readonly params: Readonly<Record<string, ArgumentValue>>;
  readonly explicit: readonly string[];
  readonly unknown: readonly string[];
  readonly certainty: Use["certainty"];
  readonly text: string;
}

/** @param source the text that the uses' positions are in: a file's or a cell's */
export function recordsOf(
  path: string,
  cell: number | null,
  source: string,
  uses: readonly Use[],
): UseRecord[] {
  if (uses.length === 0) return [];
  const lines = new Lines(source);
  return uses.map((use) => {
    const start = lines.at(use.range.start);
    const end = lines.at(use.range.end);
    return {
      path,
      cell,
      ...start,
      ...(end.line === start.line ? {} : { end_line: end.line }),
      end_col: end.col,
      kind: use.kind,
      function: use.function,
      framework: use.framework,
      params: Object.fromEntries(Object.entries(use.params).map(([name, value]) => [name, forJson(value)])),
      explicit: use.explicit,
      unknown: use.unknown,
      certainty: use.certainty,
      text: source.slice(use.range.start, use.range.end),
    };
  });
}

function forJson(value: ArgumentValue): ArgumentValue {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

export const formats = {
  jsonl: (record: UseRecord): string => JSON.stringify(record),

  /** "model.py:42:12  nn.LeakyReLU  leaky_relu of torch, negative_slope=0.2"; the column from 1, as terminals link it */
  pretty: ({ path, cell, line, col, text, certainty, ...use }: UseRecord): string => {
    const place = `${path}${cell === null ? "" : `#cell${cell}`}:${line}:${col + 1}`;
    const params = Object.entries(use.params).map(([name, value]) => {
      const shown = use.unknown.includes(name) ? "?" : inPython(value);
      return `, ${name}=${shown}${use.explicit.includes(name) ? "" : " (default)"}`;
    });
    const likely = certainty === "likely" ? " (likely)" : "";
    return `${place}  ${text.replace(/\s+/g, " ")}  ${use.function} of ${use.framework}${params.join("")}${likely}`;
  },
};

function inPython(value: ArgumentValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? `'${value}'` : String(value);
}
