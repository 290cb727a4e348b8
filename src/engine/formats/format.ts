/** The floating-point formats that networks are trained in, by their parameters in IEEE 754. */

export interface NumberFormat {
  readonly name: string;
  /** Bits of the significand, the one that is not stored among them. */
  readonly precision: number;
  /** Exponent of the smallest normal number. */
  readonly minExponent: number;
  /** Exponent of the largest number. */
  readonly maxExponent: number;
}

/** From wide to narrow. @source IEEE 754-2019, table 3.5 (binary32, binary16) */
export const float32: NumberFormat = { name: "float32", precision: 24, minExponent: -126, maxExponent: 127 };
export const float16: NumberFormat = { name: "float16", precision: 11, minExponent: -14, maxExponent: 15 };
/** @source Kalamkar et al. 2019, arXiv:1905.12322: float32 without the lower half of its bits */
export const bfloat16: NumberFormat = { name: "bfloat16", precision: 8, minExponent: -126, maxExponent: 127 };

export const formats: readonly NumberFormat[] = [float32, float16, bfloat16];

/** The number of the format nearest to a double, a tie to the even one; subnormal numbers are kept. */
export function round(x: number, format: NumberFormat): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const unit = lastPlaceOf(x, format);
  // Beside 2⁵² a double has no places left for a fraction, and rounds it away, ties to even.
  const rounded = (Math.abs(x) / unit + 2 ** 52 - 2 ** 52) * unit;
  return Math.sign(x) * (rounded < 2 ** (format.maxExponent + 1) ? rounded : Infinity);
}

/** A unit in the last place: how far numbers of the format are apart from x outwards. @param x finite */
export function lastPlaceOf(x: number, { precision, minExponent }: NumberFormat): number {
  return 2 ** (Math.max(exponentOf(Math.abs(x)), minExponent) - precision + 1);
}

/** Exponent of the largest power of two that is at most x. @param x at least 0, which has −∞ */
function exponentOf(x: number): number {
  const near = Math.floor(Math.log2(x));
  // The logarithm of a number just below a power of two may be rounded up to it.
  return 2 ** near > x ? near - 1 : near;
}

/** How many positive finite numbers the format has. */
export function count({ precision, minExponent, maxExponent }: NumberFormat): number {
  return (maxExponent - minExponent + 2) * 2 ** (precision - 1) - 1;
}

/**
 * The finite numbers of a format in order: 0 is 0, n the nth above it, −n the nth below.
 * @param n whole, from −`count` to `count`
 */
export function numberAt(n: number, { precision, minExponent }: NumberFormat): number {
  const size = Math.abs(n);
  const binade = 2 ** (precision - 1);
  const exponent = Math.max(1, Math.floor(size / binade));
  const significand = exponent === 1 ? size : binade + (size % binade);
  return Math.sign(n) * significand * 2 ** (minExponent - precision + exponent);
}

/** Which one a number of the format is; the inverse of `numberAt`. */
export function placeOf(x: number, { precision, minExponent }: NumberFormat): number {
  const size = Math.abs(x);
  const exponent = Math.max(exponentOf(size), minExponent);
  const binade = 2 ** (precision - 1);
  return Math.sign(x) * (size / 2 ** (exponent - precision + 1) + (exponent - minExponent) * binade);
}
