/** Numbers as a person types them, and as a cursor steps. */

/**
 * The number a person typed: decimal notation, with − or - as minus; `inf` and `∞` where a parameter may be infinite.
 * @returns undefined for anything else, NaN included
 */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace("−", "-").toLowerCase();
  const infinite = /^([+-]?)(inf|infinity|∞)$/.exec(plain);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(plain)) return undefined;
  return Number(plain);
}

/** The largest of 1, 2, 5 times a power of ten that is at most `size`. @param size above 0 */
export function roundStep(size: number): number {
  const power = Math.floor(Math.log10(size) + 1e-12);
  // As decimals: a product like 5 · 1e-6 is not the double nearest to 5e-6.
  const steps = [5, 2, 1].map((factor) => Number(`${factor}e${power}`));
  return steps.find((step) => step <= size * (1 + 1e-12)) ?? steps[2]!;
}

/** The multiple of `step` nearest to x, without the digits that multiplying leaves behind. */
export function roundTo(x: number, step: number): number {
  const digits = Math.max(0, Math.min(100, 1 - Math.floor(Math.log10(step))));
  return Number((Math.round(x / step) * step).toFixed(digits)) + 0;
}
