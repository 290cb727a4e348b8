/** What is drawn of a function: one curve over the real line. */
import type {
  ActivationFunction,
  Claims,
  Draws,
  ParameterValues,
  VectorFunction,
} from "../functions/define.ts";
import { exactJetAlong, jetAlong } from "../functions/compile.ts";
import { slopesAt, valuesAt } from "../functions/compile-vector.ts";
import { withDefaults } from "../functions/parameters.ts";
import type { Jet } from "../math/jet.ts";
import { t } from "../l10n.ts";

export interface Drawable {
  /** "f" for a function of x; "y₁" for one output of a vector function; "y" for a gated one. */
  readonly symbol: string;
  /** "x", or the one input that varies */
  readonly variable: string;
  /** What the other inputs are, where there are any: "a = 1" */
  readonly others?: string;
  readonly jet: (x: number) => Jet;
  /**
   * The same correctly rounded, for numbers that are read: plain doubles cancel beside zeros. The mean of draws, an estimate,
   * and f″ of a vector function are plain.
   */
  readonly exact: (x: number) => Jet;
  readonly claims: Claims;
  /** Of a random function, whose curve is the mean of its draws. */
  readonly draws?: Draws;
}

/** How many units a vector function is drawn over unless told. */
export const defaultUnits = 10;

/**
 * An elementwise function itself; of a vector function, its first output against its first input with the other inputs 0;
 * of a gated function, y against its gate b at a = 1, which is the gate's activation.
 * @param units length of the vector, at least 1; ignored by all but vector functions
 */
export function drawableOf(fn: ActivationFunction, given: ParameterValues, units = defaultUnits): Drawable {
  const params = withDefaults(fn, given);
  switch (fn.kind) {
    case "elementwise": {
      const draws = fn.draws?.(params);
      const [jet, exact] = [jetAlong(fn, params), exactJetAlong(fn, params)];
      return { symbol: "f", variable: "x", jet, exact, claims: fn.claims(params), ...(draws && { draws }) };
    }
    case "gated": {
      const { gate } = fn;
      const [jet, exact] = [jetAlong(gate, params), exactJetAlong(gate, params)];
      return { symbol: "y", variable: "b", others: "a = 1", jet, exact, claims: gate.claims(params) };
    }
    case "vector":
      if (!(Number.isInteger(units) && units >= 1))
        throw new RangeError(`units must be at least 1, got ${units}`);
      return {
        ...(units > 1 ? { others: t("the other inputs 0") } : {}),
        ...drawableBeside(fn, given, Array<number>(units - 1).fill(0)),
      };
  }
}

/** The first output of a vector function against its first input, beside any others. @param others finite */
export function drawableBeside(
  fn: VectorFunction,
  given: ParameterValues,
  others: readonly number[],
): Drawable {
  const params = withDefaults(fn, given);
  const { jet, claims, draws } = fn.slice(others, params);
  const exact = (x: number): Jet => {
    const xs = [x, ...others];
    const [value = NaN] = valuesAt(fn, xs, params, 1);
    const [[derivative = NaN] = []] = slopesAt(fn, xs, params, 1, 1);
    return { value, derivative, secondDerivative: jet(x).secondDerivative };
  };
  return {
    symbol: "y₁",
    variable: "x₁",
    jet,
    exact: draws ? jet : exact,
    claims,
    ...(draws && { draws }),
  };
}
