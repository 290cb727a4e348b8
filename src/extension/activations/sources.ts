/** The kinds of file that the Activations view reads, and the pieces of code in them. Pure. */
import { readNotebook } from "../../engine/notebook/notebook.ts";

export interface SourceCell {
  /** Among all cells of a notebook, from 0; undefined: the whole file. */
  readonly index: number | undefined;
  readonly text: string;
}

interface SourceKind {
  readonly extension: string;
  /** The code in such a file, or why there is none to be had. */
  readonly cells: (text: string) => readonly SourceCell[] | string;
}

const kinds: readonly SourceKind[] = [
  { extension: "py", cells: (text) => [{ index: undefined, text }] },
  { extension: "ipynb", cells: notebookCells },
];

/** Matches every file that is read. */
export const sourceGlob = `**/*.{${kinds.map(({ extension }) => extension).join(",")}}`;

export function isSource(path: string): boolean {
  return kindOf(path) !== undefined;
}

/** A text longer than this is no code that a person wrote. */
const mostCharacters = 10_000_000;

export function cellsOf(path: string, text: string): readonly SourceCell[] | string {
  if (text.length > mostCharacters) return `it has more than ${mostCharacters / 1e6} million characters`;
  if (text.includes("\0")) return "it is not text";
  return kindOf(path)?.cells(text) ?? "its kind is not read";
}

function kindOf(path: string): SourceKind | undefined {
  return kinds.find(({ extension }) => path.toLowerCase().endsWith(`.${extension}`));
}

function notebookCells(text: string): SourceCell[] | string {
  const notebook = readNotebook(text);
  if (!notebook) return "it is not a notebook in JSON";
  const { cells, language = "python" } = notebook;
  if (!/^i?python\d*$/.test(language)) return `its code is ${language}; only Python is read`;
  return cells.filter(({ kind }) => kind === "code").map(({ index, source }) => ({ index, text: source }));
}
