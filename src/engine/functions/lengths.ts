/** How long a vector function's output is, and which inputs it cannot take. */
import type { VectorDefinition } from "./define.ts";
import { t, told } from "../l10n.ts";

type Shaped<P extends string> = Pick<VectorDefinition<string, P>, "name" | "lengths">;

/** @returns length of the output for so many inputs; undefined where they do not fit */
export function outputLength<P extends string>(
  { lengths }: Shaped<P>,
  inputs: number,
  params: Readonly<Record<P, number>>,
): number | undefined {
  return lengths === undefined ? inputs : lengths.outputs(inputs, params);
}

/** The least length from `wanted` on that fits; `wanted` itself where none near it does. */
export function fittingLength<P extends string>(
  fn: Shaped<P>,
  wanted: number,
  params: Readonly<Record<P, number>>,
): number {
  const lengths = Array.from({ length: 256 }, (_, more) => wanted + more);
  return lengths.find((length) => outputLength(fn, length, params) !== undefined) ?? wanted;
}

/** Why so many inputs do not fit, as a sentence for a person; undefined if they do. */
export function lengthProblem<P extends string>(
  fn: Shaped<P>,
  inputs: number,
  params: Readonly<Record<P, number>>,
): string | undefined {
  if (outputLength(fn, inputs, params) !== undefined) return undefined;
  const wanted = told(fn.lengths?.fits ?? "");
  return t("{0} needs a vector whose length is {1}; here it is {2}.", fn.name, wanted, inputs);
}
