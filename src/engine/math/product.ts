/**
 * a · b with 0 · ±∞ = 0. Within a function of a finite x an infinite factor is only a finite one that overflowed, and a
 * factor 0 is either exact (the derivative of a constant) or has underflowed far faster than the other one grew.
 * @returns the product; NaN only where a or b is NaN
 */
export function product(a: number, b: number): number {
  const ab = a * b;
  return Number.isNaN(ab) && !Number.isNaN(a) && !Number.isNaN(b) ? 0 : ab;
}
