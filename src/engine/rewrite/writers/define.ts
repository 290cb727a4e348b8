/** The shape of an entry in the list of writers: how a language writes what is put in the place of a use. */
import type { Framework, RowParameter, Spelling } from "../../frameworks/define.ts";
import type { FrameworkId } from "../../frameworks/index.ts";
import type { Use } from "../../detect/use.ts";
import type { Range } from "../../range.ts";
import type { ImportBinding } from "../../syntax/outline.ts";
import type { Given, Listed } from "../arguments.ts";
import type { WrittenCall } from "../call.ts";
import type { Writing } from "../define.ts";
import type { Addition, Point } from "../set-parameter.ts";

/** A callable and what it is given. */
export interface NewCall {
  readonly framework: Framework & { readonly id: FrameworkId };
  readonly spelling: Spelling;
  /** As it is written: `F.relu` */
  readonly name: string;
  /** In the order of the signature. */
  readonly given: ReadonlyMap<RowParameter, Given>;
  /** By names that no table knows. */
  readonly foreign: readonly Listed[];
}

/** A name that no import reaches. */
export interface Wanted {
  /** As the tables have it, in segments: `["torch", "nn", "ReLU"]` */
  readonly path: readonly string[];
  /** Whether the name that it takes the place of stands alone, without a module. */
  readonly isBare: boolean;
  readonly isFree: (word: string) => boolean;
  readonly framework: Framework | undefined;
  /** Imports of the same framework that are there, with their statements. */
  readonly imports: readonly { readonly binding: ImportBinding; readonly statement: string }[];
  /** All of the code. */
  readonly text: string;
}

/** A call as it is written, and the text that its positions are of. */
export interface OldCall {
  readonly text: string;
  readonly framework: Framework;
  readonly spelling: Spelling;
  readonly name: string;
  readonly call: WrittenCall;
}

/** Where parameters that are not written can be added. */
export interface Room {
  readonly points: readonly Point[];
  readonly addition: (parameter: RowParameter) => Addition | undefined;
}

/** A use and the cell that it is in. */
export interface TypedPlace {
  readonly text: string;
  readonly use: Use;
  readonly others: readonly Use[];
  /** Whether a position is in no comment and no string. */
  readonly isCode: (position: number) => boolean;
}

export interface TypedUse {
  /** What makes it. */
  readonly use: Use;
  /** Uses that name its type. */
  readonly types: readonly Use[];
  /** Where its type is named, and is no use. */
  readonly names: readonly TypeName[];
}

export interface TypeName {
  readonly range: Range;
  /** @param name of what makes the target, as it is written */
  readonly rename: (target: Spelling, name: string) => string;
}

export interface Writer {
  readonly separator: "." | "::";
  /** What stands behind the name: `(x, 0.2)`. undefined: it cannot be written. */
  readonly list: (call: NewCall) => string | undefined;
  /** The name that stands before it, where that is not the spelling's own: `LeakyReluConfig`. */
  readonly nameOf?: (spelling: Spelling) => string;
  /** What is written around a call that is to take its input from a parameter: the input, and the code on both sides. */
  readonly closure?: { readonly input: string; readonly before: string; readonly after: string };
  /** Whether a function that is passed on by its name can be called with its defaults. */
  readonly passesDefaults: boolean;
  /** A function that keeps arguments for another one, and what stands behind the name of that. */
  readonly partial?: { readonly name: string; readonly list: (call: NewCall) => string | undefined };
  /** A module, and what applies it to its input. */
  readonly applied?: (module: string, input: string) => string;
  /** What stands between a function's name and its brackets where each entry is a call of its own: `relu.(x)`. */
  readonly broadcast?: string;
  /** Where a call takes more arguments. */
  readonly room: (call: OldCall) => Room | undefined;
  /**
   * Where a variable has the type of what it is made of: the use that makes it, and where its type is named.
   * undefined: the type is named where it is not seen.
   */
  readonly typed?: (place: TypedPlace) => TypedUse | undefined;
  /** Ways to write a name with an import that is to be added, the best first. */
  readonly additions: (wanted: Wanted) => readonly Writing[];
  /** Whether imports also stand in modules within a file, which do not see those around them. */
  readonly importsInside?: true;
  /** What a file may have to begin with, before any import. */
  readonly top: RegExp;
}
