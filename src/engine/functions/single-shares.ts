/**
 * Shares of exponentials of float32 vectors: what `shares.ts` gives of them, to the places float32 has, one pass for the
 * largest, one for powers and their sum, one for the results.
 */
import { quick } from "../math/quick.ts";

interface Powers {
  readonly largest: number;
  /** e^(s x_i − largest) */
  readonly powers: Float64Array;
  /** Σ of the powers, less the first 1 in it */
  readonly rest: number;
}

/** @returns undefined where something is NaN or everything infinite */
function powersOf(xs: Float32Array, slope: 1 | -1): Powers | undefined {
  const { exp } = quick;
  let largest = -Infinity;
  let first = 0;
  for (let i = 0; i < xs.length; i++) {
    const x = slope * xs[i]!;
    if (x > largest) {
      largest = x;
      first = i;
    }
  }
  const powers = new Float64Array(xs.length);
  let sum = 0;
  for (let i = 0; i < xs.length; i++) {
    const power = exp(slope * xs[i]! - largest);
    powers[i] = power;
    if (i !== first) sum += power;
  }
  return Number.isNaN(sum) || !Number.isFinite(largest) ? undefined : { largest, powers, rest: sum };
}

/** y_i = e^(s x_i) / (e^c + Σ_j e^(s x_j)). @param slope s @param beside c, −∞ for nothing */
export function singleShares(
  xs: Float32Array,
  slope: 1 | -1 = 1,
  beside = -Infinity,
): Float32Array | undefined {
  const found = powersOf(xs, slope);
  if (!found) return undefined;
  const { largest, powers, rest } = found;
  const share = 1 / (1 + rest + Math.exp(beside - largest));
  const ys = new Float32Array(xs.length);
  for (let i = 0; i < ys.length; i++) ys[i] = powers[i]! * share;
  return ys;
}

/** y_i = ln(e^(x_i) / Σ_j e^(x_j)) */
export function singleLogShares(xs: Float32Array): Float32Array | undefined {
  const found = powersOf(xs, 1);
  if (!found) return undefined;
  const { largest, rest } = found;
  const log = Math.log1p(rest);
  return xs.map((x) => x - largest - log);
}
