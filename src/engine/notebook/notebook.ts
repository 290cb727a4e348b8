/** Jupyter notebooks, format 4 and 3: the cells, and nothing of their outputs. */

export type CellKind = "code" | "markdown" | "raw";

export interface NotebookCell {
  /** Among all cells of the notebook, from 0. */
  readonly index: number;
  readonly kind: CellKind;
  readonly source: string;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
  /** Language of the code cells where the notebook says so, in lower case: "python". */
  readonly language?: string;
}

/** @returns undefined if the text is no notebook; a cell that is none counts as an empty raw one */
export function readNotebook(text: string): Notebook | undefined {
  const content = parseJson(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const cells = cellList(content);
  if (!cells) return undefined;
  const language = languageOf(content);
  return {
    cells: cells.map((cell, index) => ({ index, kind: kindOf(cell), source: sourceOf(cell) })),
    ...(language === undefined ? {} : { language }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Format 3 has sheets of cells. */
function cellList(content: unknown): readonly unknown[] | undefined {
  const cells = field(content, "cells");
  if (Array.isArray(cells)) return cells as unknown[];
  const sheets = field(content, "worksheets");
  if (!Array.isArray(sheets)) return undefined;
  return sheets.flatMap((sheet) => {
    const own = field(sheet, "cells");
    return Array.isArray(own) ? (own as unknown[]) : [];
  });
}

function kindOf(cell: unknown): CellKind {
  const kind = field(cell, "cell_type");
  return kind === "code" || kind === "markdown" ? kind : "raw";
}

/** Lines with their ends, or one text; `input` in format 3. */
function sourceOf(cell: unknown): string {
  const source = field(cell, "source") ?? field(cell, "input");
  if (typeof source === "string") return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === "string").join("") : "";
}

function languageOf(content: unknown): string | undefined {
  const metadata = field(content, "metadata");
  const language =
    field(field(metadata, "language_info"), "name") ?? field(field(metadata, "kernelspec"), "language");
  return typeof language === "string" ? language.toLowerCase() : undefined;
}
