/**
 * What a source file binds and mentions, scope by scope: everything that names are resolved from, and no more.
 *
 * Positions count from the start of their scope, so that the outline of a definition stays right while the text above
 * it changes, and can be kept as long as its tree is.
 */
import type { Range } from "../range.ts";

/** comprehension and block: runs where it stands. */
export type ScopeKind = "module" | "class" | "function" | "lambda" | "comprehension" | "block";

export interface Scope {
  readonly kind: ScopeKind;
  /** In the order in which they take effect. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  /** Those of the bindings that are imports. */
  readonly imports: readonly ImportBinding[];
  /** Names of this scope whose value is another name, or is got from one. */
  readonly aliases: readonly Alias[];
  readonly stars: readonly StarImport[];
  readonly references: readonly Reference[];
  readonly attributes: readonly AttributeAssignment[];
  readonly children: readonly Child[];
  /** Names declared `global` or `nonlocal`: bound elsewhere. */
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  /** Of a function: its first parameter, `self` in a method. */
  readonly firstParameter?: string;
  /** Of a class: the names of those it is derived from, dotted ones too. */
  readonly bases: readonly string[];
  /** Of methods that stand apart from their class, in another file: its name. */
  readonly classElsewhere?: string;
  /** Of a class whose objects are made by naming their fields, wherever that is: its name. */
  readonly structName?: string;
}

/** A scope within a scope. */
export interface Child {
  readonly scope: Scope;
  /** What to add to the child's positions to get the parent's. */
  readonly offset: number;
  /** Where the child stands in its parent. */
  readonly at: number;
  readonly block: Block;
}

/** A suite that may run or not, or more than once; a scope's own suite has no parent. */
export interface Block {
  readonly parent?: Block;
  readonly isLoop: boolean;
  /** The branches of one statement. */
  readonly branching?: Branching;
  /** The condition of a branch, which is read where no branch before it ran; what it binds holds outside. */
  readonly isCondition?: true;
}

export interface Branching {
  /** Blocks of which exactly one runs, where `isComplete`. */
  arms: number;
  isComplete: boolean;
  /** Whether one arm having run means that the others have not: not so for `try` and its handlers. */
  isExclusive: boolean;
}

export interface Binding {
  readonly name: string;
  /** From here on it is in effect: behind its statement, not at its name. */
  readonly at: number;
  /** The name being bound. */
  readonly range: Range;
  readonly block: Block;
  readonly source: BindingSource;
}

export type BindingSource =
  /** `import torch.nn as nn`: the module; `from torch import nn`: its member. Relative modules keep their dots. */
  | { readonly kind: "import"; readonly module: string; readonly member?: string }
  /** `act = nn.ReLU`; of `const {relu} = tf` a member of the value. */
  | { readonly kind: "assignment"; readonly value: Range; readonly member?: string }
  /** With its default, which is read where the definition stands. */
  | { readonly kind: "parameter"; readonly value?: Range }
  | { readonly kind: "opaque"; readonly by: OpaqueKind };

export type OpaqueKind =
  | "loop"
  | "function"
  | "class"
  | "with"
  | "except"
  | "del"
  | "update"
  | "pattern"
  | "unpacking"
  | "type"
  | "star"
  /** Without a value. */
  | "declaration";

export interface ImportBinding extends Binding {
  readonly source: Extract<BindingSource, { readonly kind: "import" }>;
}

/** A binding to what another name stands for. */
export interface Alias {
  readonly name: string;
  /** First segment of the name that is its value. */
  readonly root: string;
  /** Last segment of the name whose call or item is its value: `ReLU` in `act = nn.ReLU()`; or `inTable`. */
  readonly from?: string;
}

/** Where the value is a table, `{"relu": nn.ReLU}`, that holds what is got from the root. */
export const inTable = "{}";

export interface StarImport {
  readonly module: string;
  /** Whether what the scope itself defines hides what it brings, wherever the two stand: in Python the later one does. */
  readonly isWeak?: true;
  readonly at: number;
  readonly range: Range;
  readonly block: Block;
}

/** A name that is read: `nn.functional.relu` has root `nn` and path `functional.relu`. */
export interface Reference {
  /** Empty where the object is no name: the `relu` of `f(x).relu`. */
  readonly root: string;
  readonly path: string;
  readonly range: Range;
  readonly block: Block;
}

/** `self.act = …`, `Net { act: … }` */
export interface AttributeAssignment {
  /** What the object is called, or the `structName` of its class. */
  readonly root: string;
  readonly name: string;
  readonly at: number;
  readonly value: Range;
  /** First name in the value, `nn` in `nn.ReLU()`, if it starts with one. */
  readonly valueRoot?: string;
  readonly block: Block;
}
