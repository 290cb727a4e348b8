/** What is drawn of a function: one curve over the real line. */
import type { ActivationFunction, Claims, ParameterValues } from "../functions/define.ts";
import { jetAlong } from "../functions/compile.ts";
import { withDefaults } from "../functions/parameters.ts";
import type { Jet } from "../math/jet.ts";

export interface Drawable {
  /** "f" for a function of x; "y₁" for one output of a vector function. */
  readonly symbol: string;
  /** "x", or the one input that varies */
  readonly variable: string;
  readonly jet: (x: number) => Jet;
  readonly claims: Claims;
}

/** How many units a vector function is drawn over unless told. */
export const defaultUnits = 10;

/**
 * An elementwise function itself; of a vector function, its first output against its first input with the other
 * inputs 0.
 * @param units length of the vector, at least 1; ignored by elementwise functions
 */
export function drawableOf(fn: ActivationFunction, given: ParameterValues, units = defaultUnits): Drawable {
  if (fn.kind === "elementwise") {
    const params = withDefaults(fn, given);
    return { symbol: "f", variable: "x", jet: jetAlong(fn, params), claims: fn.claims(params) };
  }
  if (!(Number.isInteger(units) && units >= 1))
    throw new RangeError(`units must be at least 1, got ${units}`);
  const slice = fn.slice(units);
  return { symbol: "y₁", variable: "x₁", jet: jetAlong(slice, {}), claims: slice.claims({}) };
}
