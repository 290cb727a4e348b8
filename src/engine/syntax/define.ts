/** What detection asks of code, whatever language it is written in. */
import type { Range } from "../range.ts";
import type { Call, Expression, ItemExpression } from "./expression.ts";
import type { Scope } from "./outline.ts";
import type { Statement } from "./program.ts";

/** A stretch of code that was parsed on its own. Positions are its text's. */
export interface ParsedCode {
  readonly text: string;
  /** The same object as long as the text is. */
  readonly outline: Scope;
  /**
   * Where the code is one definition and nothing else: the outline of it without what is inside, which is told from the
   * text. The code is not parsed for it.
   */
  readonly definition?: Scope | undefined;
  /** The expression that covers exactly this range. */
  expressionAt(range: Range): Expression | undefined;
  /** The call whose callee covers exactly this range. */
  callAt(range: Range): Call | undefined;
  /** The item whose object covers exactly this range: of `acts["relu"]`, given where `acts` stands. */
  itemAt(range: Range): ItemExpression | undefined;
  placeAt(offset: number): CodePlace;
  /** The dotted name that a parameter, given where its name stands, is declared as. */
  declaredAs?(name: Range): string | undefined;
  /** Absent where the language is not read as far as that. */
  readonly statements?: readonly Statement[];
}

export interface ImportedName {
  /** As it is called here. */
  readonly name: string;
  /** `.layers.Act` */
  readonly qualified: string;
}

/** What a name may be bound to, as the lines of a text have it. */
export interface BoundName {
  /** Qualified: `.layers.Act`. */
  readonly imports: readonly string[];
  /** What is assigned to it, as far as it stands on the line. */
  readonly values: readonly string[];
  readonly isClass: boolean;
}

export interface Chunk {
  /** Where it starts in the text. */
  readonly start: number;
  readonly parsed: ParsedCode;
}

/** The languages that frameworks are used from. */
export type FrameworkLanguage = "python" | "cpp" | "javascript" | "rust" | "swift" | "julia";

/** A language's parser and reader. */
export interface Syntax {
  /** Of the language, as in the list of languages. */
  readonly id: string;
  /** The language whose frameworks its code uses. */
  readonly frameworksOf: FrameworkLanguage;
  /** What of a text may name a module that it uses: a module that is not in it is not used. Quick, it parses nothing. */
  readonly modulesIn: (text: string) => string;
  /** Whether a name of a module that stands alone (`relu`) is in that, too, or a star: else it may stand anywhere. */
  readonly isNameImported?: true;
  /** What of a text's imports takes names out of modules. Quick, it parses nothing. */
  readonly importedNames?: (text: string) => readonly ImportedName[];
  /** What a text binds its names to, `*` to all that a module has, where imports are followed into other files. Quick, it parses nothing. */
  readonly boundNames?: (text: string) => ReadonlyMap<string, BoundName>;
  /** Files whose text stands in this one, as it names them: `#include "net.h"`. Quick, it parses nothing. */
  readonly includes?: (text: string) => readonly string[];
  /** The file of this language that a cell of a notebook writes, where it does not run: `%%writefile model.py`. */
  readonly writtenFile?: (text: string) => string | undefined;
  /**
   * The text in chunks, each parsed on its own. What they are depends on the text alone.
   * @param previous chunks of an earlier version of the text: what did not change need not be parsed again
   */
  chunksOf(text: string, previous?: readonly Chunk[]): readonly Chunk[];
}

/** What a position lies on, beside names that are read: the outline knows those. */
export type CodePlace =
  | { readonly kind: "comment" }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "import" }
  | { readonly kind: "definition"; readonly text: string }
  | { readonly kind: "argument-name"; readonly text: string }
  | { readonly kind: "other" };
