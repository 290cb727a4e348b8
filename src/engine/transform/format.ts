/** Writing a result as a decimal. */
import { t } from "../l10n.ts";

/** Significant digits of an inexact result, 1 to 17; `full`: the shortest decimal that reads back as the same float64. */
export type Digits = number | "full";

/** Why these digits cannot be had; undefined if they can. */
export function digitsProblem(digits: Digits): string | undefined {
  if (digits === "full" || (Number.isInteger(digits) && digits >= 1 && digits <= 17)) return undefined;
  return t('Digits must be a whole number from 1 to 17, or "full", not {0}.', digits);
}

/**
 * How far float64 arithmetic leaves the result of one operation on decimals from the true one, as a fraction: the
 * roundings of both operands and the result, and of the decimal compared with, 2⁻⁵³ each. 0.1 · 3 = 0.30000000000000004.
 */
const roundings = 4 * 2 ** -53;
const powersOfTen = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** The decimal of ten significant digits nearest to a positive number. */
function nearestShort(magnitude: number): number {
  const power = 9 - Math.floor(Math.log10(magnitude));
  // Both factors are exact up to 10²², so that one division rounds correctly.
  if (power >= 0 && power <= 22) return Math.round(magnitude * powersOfTen[power]!) / powersOfTen[power]!;
  return Number(magnitude.toPrecision(10));
}

/**
 * A finite result as text.
 *
 * Exact results print shortest: 0 (−0 too), the input itself with either sign, and what lies within rounding errors of a
 * decimal of at most ten digits, such as leaky ReLU's 0.2 · −0.3 = −0.06. A result that is not really exact looks so
 * about once in 100,000 times, and is then printed with ten right digits. The others are rounded to `digits` significant
 * digits, zeros included, so that 1.00000 is not taken for 1.
 */
export function formatResult(result: number, input: number, digits: Digits): string {
  if (result === 0) return "0";
  if (digits === "full" || result === input || result === -input) return String(result);
  const magnitude = Math.abs(result);
  const short = nearestShort(magnitude);
  if (Math.abs(magnitude - short) > roundings * magnitude) return result.toPrecision(digits);
  return String(result < 0 ? -short : short);
}
