/**
 * Sine and cosine of a product. Rounding the product would shift it by up to half its last place, which for a large one is
 * a large part of a turn; so the rounding's rest is computed exactly and added to first order.
 *
 * Accuracy: within 2 ulps for |ab| ≤ 2²⁰, measured by test/engine/math/sin-product.test.ts. Beyond, the absolute error grows
 * as |ab| · 2^−106 up to |ab| = 2⁵⁰; from there it is that of the rounded product, and a product that overflows is taken as
 * the largest double.
 */
import { product } from "./product.ts";

/** sin(ab). @returns in [−1, 1]; NaN only for NaN */
export function sinProduct(a: number, b: number): number {
  const { rounded, rest } = exactProduct(a, b);
  return rest === 0 ? Math.sin(rounded) : Math.sin(rounded) + rest * Math.cos(rounded);
}

/** cos(ab). @returns in [−1, 1]; NaN only for NaN */
export function cosProduct(a: number, b: number): number {
  const { rounded, rest } = exactProduct(a, b);
  return rest === 0 ? Math.cos(rounded) : Math.cos(rounded) - rest * Math.sin(rounded);
}

/** 2⁵⁰; beyond it the rest is no small angle. */
const largest = 1125899906842624;

/** Beyond this a factor cannot be split without overflow. */
const splittable = 1e298;

/**
 * The product as a sum of two doubles, the second no more than half a unit in the last place of the first.
 * @source T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18 (1971)
 * 224–242
 */
function exactProduct(a: number, b: number): { readonly rounded: number; readonly rest: number } {
  const rounded = Math.min(Math.max(product(a, b), -Number.MAX_VALUE), Number.MAX_VALUE);
  if (!(Math.abs(rounded) <= largest && Math.max(Math.abs(a), Math.abs(b)) <= splittable)) {
    return { rounded, rest: 0 };
  }
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return { rounded, rest: aHigh * bHigh - rounded + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

/** Two doubles of 26 bits each that add up to x. */
function halves(x: number): [high: number, low: number] {
  const scaled = (2 ** 27 + 1) * x;
  const high = scaled - (scaled - x);
  return [high, x - high];
}
