/** The doubles next to a double. */

/** The smallest double above x. @returns NaN for NaN, +∞ for +∞; the neighbour of ±0 is the smallest denormal */
export function nextUp(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === 0) return Number.MIN_VALUE;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, x);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return bytes.getFloat64(0);
}

/** The largest double below x. */
export function nextDown(x: number): number {
  return -nextUp(-x);
}
