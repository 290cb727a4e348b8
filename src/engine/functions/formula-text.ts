import type { ActivationFunction, ParameterValues } from "./define.ts";

/**
 * A function's formula as plain text with numbers in the place of its parameters: `x if x >= 0 else 0.2*x`.
 * @param params every parameter, see `withDefaults`
 * @param digits significant digits of each number; all of them unless given
 */
export function formulaText(fn: ActivationFunction, params: ParameterValues, digits?: number): string {
  const texts = Object.entries(params).map(([name, value]) => [name, literal(value, digits)] as const);
  return fn.formula.text(Object.fromEntries(texts));
}

/** What the formula is of: "f(x)", "y_i", "f(a, b)". */
export function leftHandSide({ kind }: Pick<ActivationFunction, "kind">): string {
  return { elementwise: "f(x)", vector: "y_i", gated: "f(a, b)" }[kind];
}

function literal(value: number, digits: number | undefined): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  return String(digits === undefined ? value : Number(value.toPrecision(digits)));
}
