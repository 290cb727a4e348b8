/** The kinds of file that are read, and the pieces of code in them. */
import { readNotebook } from "../engine/notebook/notebook.ts";

/** A piece of code: a whole file (`index` null), or a code cell, counted among all cells of its notebook. */
export interface Cell {
  readonly index: number | null;
  readonly source: string;
}

interface SourceKind {
  readonly extension: string;
  /** The code in such a file, or why there is none to be had. */
  readonly cells: (text: string) => readonly Cell[] | string;
}

const wholeFile = (text: string): Cell[] => [{ index: null, source: text }];

function codeCells(text: string): Cell[] | string {
  const notebook = readNotebook(text);
  if (!notebook) return "it is not a notebook in JSON";
  const { cells, language = "python" } = notebook;
  if (!/^i?python\d*$/.test(language)) return `its code is ${language}; only Python is read`;
  return cells.filter(({ kind }) => kind === "code");
}

const kinds: readonly SourceKind[] = [
  { extension: ".py", cells: wholeFile },
  { extension: ".ipynb", cells: codeCells },
];

export const extensions: readonly string[] = kinds.map(({ extension }) => extension);

function kindOf(name: string): SourceKind | undefined {
  return kinds.find(({ extension }) => name.toLowerCase().endsWith(extension));
}

export function isSource(name: string): boolean {
  return kindOf(name) !== undefined;
}

/**
 * The code in a file, or why there is none to be had.
 * @param name undefined: the text has no name, and is a notebook if it can be read as one, else Python
 */
export function cellsOf(name: string | undefined, text: string): readonly Cell[] | string {
  if (name === undefined) {
    const isNotebook = text.trimStart().startsWith("{") && readNotebook(text) !== undefined;
    return isNotebook ? codeCells(text) : wholeFile(text);
  }
  return kindOf(name)?.cells(text) ?? `only ${extensions.join(" and ")} files are read`;
}
