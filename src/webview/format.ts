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
  const power = 10 ** Math.floor(Math.log10(size));
  const [step = 1] = [5, 2, 1].filter((factor) => factor * power <= size * (1 + 1e-12));
  return step * power;
}

/** The multiple of `step` nearest to x, without the digits that multiplying leaves behind. */
export function roundTo(x: number, step: number): number {
  const digits = Math.max(0, Math.min(100, 1 - Math.floor(Math.log10(step))));
  return Number((Math.round(x / step) * step).toFixed(digits)) + 0;
}
