import type { Jet } from "../math/jet.ts";
import { type Matrix, matrix } from "./matrix.ts";

/** f and f′ of every entry. */
export function activated(
  input: Matrix,
  jet: (x: number) => Jet,
): { readonly output: Matrix; readonly slopes: Matrix } {
  const output = matrix(input.rows, input.columns);
  const slopes = matrix(input.rows, input.columns);
  for (let i = 0; i < input.values.length; i++) {
    const { value, derivative } = jet(input.values[i]!);
    output.values[i] = value;
    slopes.values[i] = derivative;
  }
  return { output, slopes };
}
