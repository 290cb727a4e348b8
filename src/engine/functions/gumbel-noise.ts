import { uniform } from "../math/random.ts";

const most = 256;
/** Of the generators that were tried the one with the least errors for two to ten entries; its powers recur after 64. */
const generator = 27;
const period = 64;

/** 256 draws, fewer where that would be more than 16384 numbers, and never fewer than 4. */
export function drawCount(entries: number): number {
  return Math.max(4, Math.min(most, Math.floor((period * most) / Math.max(1, entries))));
}

const known: Float64Array[] = [];

/**
 * The noise of entry i in all draws: the middles of 256 equally likely parts of Gumbel(0, 1), −ln(−ln u), in the order of a
 * lattice, which gives better means than draws by chance; where the lattice recurs it is shifted at random, the same every time.
 * @source N. M. Korobov, "The approximate computation of multiple integrals", Doklady Akademii Nauk SSSR 124 (1959) 1207–1210
 */
export function gumbelNoise(i: number): Float64Array {
  return (known[i] ??= noiseOf(i));
}

function noiseOf(i: number): Float64Array {
  const block = Math.floor(i / period);
  const shift = block === 0 ? 0 : Math.floor(uniform(block)() * most);
  let step = 1;
  for (let power = 0; power < i % period; power++) step = (step * generator) % most;
  return Float64Array.from({ length: most }, (_, k) => {
    const part = (k * step + shift) % most;
    return -Math.log(-Math.log((part + 0.5) / most));
  });
}
