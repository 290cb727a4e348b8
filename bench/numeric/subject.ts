/** Something that computes activation functions. */
import type { FunctionId, ParameterValues } from "../../src/engine/functions/index.ts";

export type Order = 0 | 1 | 2;

export interface Subject {
  /** "TensorFlow.js cpu" */
  readonly name: string;
  /** "4.22.0" */
  readonly version: string;
  readonly format: "float32" | "float64";
  /** Whether it keeps parameters as float32: then the truth is that of the rounded ones. */
  readonly roundsParameters: boolean;
  /** The results for every x; undefined where it does not have the function, or the derivative. */
  evaluate(
    id: FunctionId,
    order: Order,
    xs: readonly number[],
    params: ParameterValues,
  ): Promise<ArrayLike<number> | undefined>;
}
