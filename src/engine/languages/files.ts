/** The kinds of file that are read, and the code in them. */
import { readNotebook } from "../notebook/notebook.ts";
import { type Language, languageOfFile, languages } from "./index.ts";
import { python } from "./python.ts";

/** A piece of code: a whole file (`index` null), or a code cell, counted among all cells of its notebook. */
export interface Cell {
  readonly index: number | null;
  readonly source: string;
}

/** What is analysed together. */
export interface Code {
  readonly language: Language;
  readonly cells: readonly Cell[];
}

const notebookExtension = ".ipynb";

/** Ends of the names of all files that are read. */
export const extensions: readonly string[] = [
  ...languages.flatMap((language) => language.extensions),
  notebookExtension,
];

/** Names of files that are read whatever they end in. */
export const fileNames: readonly string[] = languages.flatMap((language) => language.fileNames ?? []);

/** @param name of a file, or its path */
export function isSource(name: string): boolean {
  return isNotebook(name) || languageOfFile(name) !== undefined;
}

function isNotebook(name: string): boolean {
  return name.toLowerCase().endsWith(notebookExtension);
}

/**
 * The code in a file, or why there is none to be had.
 * @param name undefined: the text has no name, and is a notebook if it can be read as one, else Python
 */
export function codeOf(name: string | undefined, text: string): Code | string {
  if (name === undefined ? canBeNotebook(text) : isNotebook(name)) return codeOfNotebook(text);
  const language = name === undefined ? python : languageOfFile(name);
  return language
    ? { language, cells: [{ index: null, source: text }] }
    : `only files whose names end in ${extensions.join(", ")} are read`;
}

function canBeNotebook(text: string): boolean {
  return text.trimStart().startsWith("{") && readNotebook(text) !== undefined;
}

function codeOfNotebook(text: string): Code | string {
  const notebook = readNotebook(text);
  if (!notebook) return "it is not a notebook in JSON";
  const { cells, language: named = python.id } = notebook;
  const language = languages.find(({ notebookNames }) => notebookNames.test(named));
  return language
    ? { language, cells: cells.filter(({ kind }) => kind === "code") }
    : `its code is ${named}, which is not read`;
}
