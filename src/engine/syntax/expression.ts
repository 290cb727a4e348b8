/** Expressions as far as detection looks into them; read only where something hangs on them. */
import type { Range } from "../range.ts";

export type Expression = { readonly range: Range } & (
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "member"; readonly object: Expression; readonly member: string }
  /** `isNew`: it makes an object of a class, `new MLGraphBuilder(context)`. */
  | { readonly kind: "call"; readonly callee: Expression; readonly call: Call; readonly isNew?: true }
  /** `object[key]`; `key` is undefined if it is a slice or more than one. */
  | { readonly kind: "item"; readonly object: Expression; readonly key: Expression | undefined }
  | { readonly kind: "number"; readonly value: number }
  /** `value` without quotes; undefined if it has escapes or parts that are computed. */
  | { readonly kind: "string"; readonly value: string | undefined }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `{"relu": nn.ReLU}`; where entries come from elsewhere, too, it is not closed. */
  | { readonly kind: "table"; readonly entries: readonly TableEntry[]; readonly isClosed: boolean }
  /** `a if c else b`, `a or b`: one of these is the value. */
  | { readonly kind: "choice"; readonly options: readonly Expression[] }
  | { readonly kind: "other" }
);

export interface TableEntry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface Call {
  readonly arguments: readonly Argument[];
  /** From the callee to the closing bracket, or to the last argument where that is missing. */
  readonly range: Range;
}

export type Argument =
  /** `mayName`: it may be an object that gives arguments by their names, `leakyReLU(options)`. */
  | { readonly kind: "positional"; readonly value: Expression; readonly mayName?: true }
  /** `value` is undefined where it is still to be typed. */
  | { readonly kind: "keyword"; readonly name: string; readonly value: Expression | undefined }
  /** `*args` */
  | { readonly kind: "spread" }
  /** `**kwargs` */
  | { readonly kind: "keyword-spread" };

/** `acts["relu"]` */
export type ItemExpression = Extract<Expression, { readonly kind: "item" }>;

/**
 * A positional argument that is read when its value is asked for, as mostly it is not: in calls within calls it would be
 * read again for each call around it.
 */
export function positional(read: () => Expression): Extract<Argument, { readonly kind: "positional" }> {
  let value: Expression | undefined;
  return {
    kind: "positional",
    get value() {
      return (value ??= read());
    },
  };
}
