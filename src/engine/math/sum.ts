import type { Arithmetic } from "./arithmetic.ts";

/** So many are added one after the other. */
const few = 8;

/**
 * Σ terms, halves first: its error, and bounds of it, grow with the logarithm of the count and not with the count.
 * @returns 0 of none
 * @source N. J. Higham, "The accuracy of floating point summation", SIAM Journal on Scientific Computing 14 (1993) 783–799
 */
export function sumOf<N, C>(
  terms: readonly N[],
  m: Arithmetic<N, C>,
  from = 0,
  to: number = terms.length,
): N {
  if (to - from > few) {
    const middle = (from + to) >>> 1;
    return m.add(sumOf(terms, m, from, middle), sumOf(terms, m, middle, to));
  }
  if (from === to) return m.constant(0);
  let sum = terms[from] as N;
  for (let i = from + 1; i < to; i++) sum = m.add(sum, terms[i] as N);
  return sum;
}
