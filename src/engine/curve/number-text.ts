/**
 * A number for reading: at most `digits` significant digits, no trailing zeros, −0 as 0, ∞ and NaN as words.
 * Within 1e−4 … 1e6 without exponent.
 */
export function numberText(value: number, digits = 4): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const rounded = Number(value.toPrecision(digits));
  if (rounded === 0) return "0";
  const size = Math.abs(rounded);
  return size >= 1e-4 && size < 1e6 ? String(rounded) : rounded.toExponential().replace("e+", "e");
}
