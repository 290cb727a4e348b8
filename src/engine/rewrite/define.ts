/** What rewriting takes and gives. */
import type { FrameworkId, Spelling } from "../frameworks/index.ts";
import type { FunctionId } from "../functions/index.ts";
import type { Use } from "../detect/use.ts";
import type { Range } from "../range.ts";

/** What a use is to become. */
export interface Target {
  readonly framework: FrameworkId;
  readonly spelling: Spelling;
  /** The spelling's own function, or one that its arguments select. */
  readonly function: FunctionId;
}

/**
 * replace: another function of the same framework; what the code wrote is carried over where it means the same.
 * port: the same function in another framework; every parameter keeps its value, defaults included.
 */
export type Intent = "replace" | "port";

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Rewriting {
  readonly target: Target;
  /** Of the cell that the use is in; in the order of the text, none within another. */
  readonly edits: readonly Edit[];
  /** The new code in place of the use, without imports. */
  readonly code: string;
  /** Imports that are added, as their lines. */
  readonly addedImports: readonly string[];
  /** Why the numbers are not the same: empty where they are. Only of a port. */
  readonly traps: readonly string[];
  /** What is the same in value and yet to be known: another derivative at a kink, an argument that was dropped. */
  readonly remarks: readonly string[];
  /** The use as it reads after the edits. */
  readonly result: Use;
}

/** A name as it can be written where a use stands. */
export interface Writing {
  /** `F.relu` */
  readonly text: string;
  /** A line to be added with it. */
  readonly addedImport: string | undefined;
}
