/**
 * Statements and expressions as far as values are followed through them. Nothing is left out that may hold a call: what
 * has no kind of its own keeps its parts.
 */
import type { Range } from "../range.ts";

export type Node = { readonly range: Range } & (
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "member";
      readonly object: Node;
      readonly member: string;
      readonly memberRange: Range;
    }
  | { readonly kind: "call"; readonly callee: Node; readonly arguments: readonly NodeArgument[] }
  | { readonly kind: "number"; readonly value: number }
  /** `value` without quotes; undefined if it has escapes or parts that are computed. */
  | { readonly kind: "string"; readonly value: string | undefined }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  /** `then if test else otherwise` */
  | { readonly kind: "conditional"; readonly test: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly kind: "tuple"; readonly items: readonly Node[] }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "dictionary"; readonly entries: readonly Entry[] }
  | { readonly kind: "subscript"; readonly object: Node; readonly indices: readonly Node[] }
  | { readonly kind: "spread"; readonly value: Node }
  | { readonly kind: "lambda"; readonly parameters: readonly Parameter[]; readonly body: Node }
  | { readonly kind: "named"; readonly name: string; readonly value: Node }
  /** Names of a comprehension hide those outside. */
  | { readonly kind: "comprehension"; readonly names: readonly string[]; readonly parts: readonly Node[] }
  | { readonly kind: "other"; readonly parts: readonly Node[] }
);

/** `key: value`; without a key it is `**value`. */
export interface Entry {
  readonly key?: Node;
  readonly value: Node;
}

export interface NodeArgument {
  /** Of a keyword argument. */
  readonly name?: string;
  /** `*args` and `**kwargs` */
  readonly stars: 0 | 1 | 2;
  readonly value: Node;
  /** With its keyword. */
  readonly range: Range;
}

export interface Parameter {
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  readonly default?: Node;
}

export interface Imported {
  /** As it is bound here. */
  readonly name: string;
  /** Relative modules keep their dots. */
  readonly module: string;
  readonly member?: string;
}

export interface FunctionStatement {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Node[];
  readonly body: readonly Statement[];
  readonly range: Range;
}

export interface ClassStatement {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly NodeArgument[];
  readonly decorators: readonly Node[];
  readonly body: readonly Statement[];
  readonly range: Range;
}

export type Statement =
  | { readonly kind: "import"; readonly names: readonly Imported[]; readonly star?: string }
  /** `a = b = value`; without a value it is an annotation. */
  | { readonly kind: "assign"; readonly targets: readonly Node[]; readonly value: Node | undefined }
  | {
      readonly kind: "update";
      readonly target: Node;
      readonly operator: string;
      readonly value: Node;
    }
  | { readonly kind: "expression"; readonly value: Node }
  | { readonly kind: "return"; readonly value: Node | undefined }
  /** The last arm has no test where there is an `else`. */
  | { readonly kind: "if"; readonly arms: readonly Arm[] }
  | {
      readonly kind: "loop";
      readonly targets: readonly Node[];
      /** What is iterated over, or the condition. */
      readonly over: readonly Node[];
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: "with"; readonly items: readonly WithItem[]; readonly body: readonly Statement[] }
  | {
      readonly kind: "try";
      readonly body: readonly Statement[];
      readonly handlers: readonly (readonly Statement[])[];
      readonly finally: readonly Statement[];
    }
  | {
      readonly kind: "match";
      readonly subject: readonly Node[];
      readonly cases: readonly (readonly Statement[])[];
    }
  | FunctionStatement
  | ClassStatement
  | { readonly kind: "delete"; readonly names: readonly string[] }
  /** `global` or `nonlocal` */
  | { readonly kind: "outer"; readonly names: readonly string[] }
  /** `raise`, `break`, `continue`: what follows in the suite does not run. */
  | { readonly kind: "leave"; readonly parts: readonly Node[] }
  | { readonly kind: "other"; readonly parts: readonly Node[] };

export interface Arm {
  readonly test: Node | undefined;
  readonly body: readonly Statement[];
}

export interface WithItem {
  readonly value: Node;
  readonly target?: Node;
}
