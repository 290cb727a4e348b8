/** What a transform is asked to do, checked before anything is done. */
import {
  type ActivationFunction,
  type ElementwiseFunction,
  functionById,
  type ParameterValues,
  type VectorFunction,
} from "../functions/index.ts";
import { parameterProblem } from "../functions/parameters.ts";
import { type Digits, digitsProblem } from "./format.ts";
import { t, told } from "../l10n.ts";

export type Order = 0 | 1 | 2;

export interface TransformOptions {
  /** The function's id. */
  readonly function: string;
  /** Under the engine's names; a missing one takes the record's default. */
  readonly params?: ParameterValues;
  /** 0: f, 1: f′, 2: f″. A vector function has only order 0: its derivative is a matrix, not one number per input. */
  readonly order?: Order;
  /** Significant digits of inexact results. Default 6. */
  readonly digits?: Digits;
}

/** Why nothing was transformed. */
export interface TransformProblem {
  readonly kind: "problem";
  readonly reason:
    | "unknown-function"
    /** A parameter that the function does not have, is missing, or is outside its domain. */
    | "parameter"
    /** A derivative of a vector function. */
    | "order"
    /** The function gives another count of numbers than it takes, so its results have no places. */
    | "count"
    | "digits"
    | "no-number"
    /** A vector function over numbers of which `...` hides some. */
    | "abbreviated";
  /** One sentence or two for a person. */
  readonly message: string;
}

/** Options that can be carried out. */
export interface Plan {
  readonly kind: "plan";
  readonly fn: ElementwiseFunction | VectorFunction;
  readonly params: ParameterValues;
  readonly order: Order;
  readonly digits: Digits;
}

export function problem(reason: TransformProblem["reason"], message: string): TransformProblem {
  return { kind: "problem", reason, message };
}

export function planOf(options: TransformOptions): Plan | TransformProblem {
  const { params = {}, order = 0, digits = 6 } = options;
  const fn = functionById(options.function);
  if (!fn) return problem("unknown-function", t("There is no activation function {0}.", options.function));
  const wrongParameter = parameterProblem(fn, params);
  if (wrongParameter !== undefined) return problem("parameter", wrongParameter);
  if (!keepsCount(fn)) return problem("count", countProblem(fn));
  if (fn.kind === "vector" && order > 0) {
    return problem(
      "order",
      t(
        "{0} turns all numbers of a bracket or line into as many, so its derivative is a matrix (the Jacobian), which cannot stand in the numbers' places. Only the function itself can be applied.",
        fn.name,
      ),
    );
  }
  const wrongDigits = digitsProblem(digits);
  if (wrongDigits !== undefined) return problem("digits", wrongDigits);
  return { kind: "plan", fn, params, order, digits };
}

/** Whether a function gives as many numbers as it takes: others cannot be applied to numbers where they stand. */
export function keepsCount<F extends ActivationFunction>(
  fn: F,
): fn is Exclude<F, { readonly kind: "gated" }> {
  return fn.kind === "elementwise" || (fn.kind === "vector" && fn.lengths === undefined);
}

function countProblem(fn: ActivationFunction): string {
  const lengths = (fn.kind === "vector" && fn.lengths?.text) || "";
  return fn.kind === "gated"
    ? t(
        "{0} makes one number of two, a value and its gate: the first half of a bracket or line by the second. A transform only replaces numbers where they stand, so there is no place for its results; the lab shows them.",
        fn.name,
      )
    : t(
        "{0} turns a vector {1}. A transform only replaces numbers where they stand, so there is no place for its results; the lab shows them.",
        fn.name,
        told(lengths),
      );
}
