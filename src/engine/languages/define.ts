/** The shape of an entry in the list of languages. */
import type { Syntax } from "../syntax/define.ts";

export interface Language {
  readonly id: string;
  /** "Python" */
  readonly name: string;
  /** VS Code's ids of it and its kin. */
  readonly editorIds: readonly string[];
  /** Whether a document in it starts the extension. Those that are in every project do not: they are read once it runs. */
  readonly starts: boolean;
  /** Mistakes are looked for in it. */
  readonly isAdvised?: true;
  /** What its files import or include is read in other files of the project. */
  readonly followsFiles?: true;
  /** Ends of the names of its files, in lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Whole names of files that have none of those, in lower case. */
  readonly fileNames?: readonly string[];
  /** As notebooks name the language of their code cells. */
  readonly notebookNames: RegExp;
  /** Its grammar is built on first use: code in other languages does not pay for it. */
  readonly load: () => Promise<Syntax>;
}
