/** f of every entry of a float32 array, stretch by stretch. */
import { blockSize, blocks } from "../math/blocks.ts";
import type { Curve } from "./define.ts";
import { lifted } from "./lifted.ts";
import { loops } from "./loops.ts";
import { shapeOf } from "./shape.ts";

/** @param along f of any double: what f is where x is not finite */
export function singleValues<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
  along: (x: number) => number,
  xs: Float32Array,
): Float32Array {
  const ys = new Float32Array(xs.length);
  const { text, constants } = shapeOf(curve, params);
  const loop = constants.every(Number.isFinite) ? loops[text] : undefined;
  const arrays = { xs, ys, xBits: bitsOf(xs), yBits: bitsOf(ys) };
  const { arithmetic, mark, release, load, store } = blocks;
  const start = mark();
  const lift = lifted(params, arithmetic);
  const x = arithmetic.constant(0);
  const kept = mark();
  for (let from = 0; from < xs.length; from += blockSize) {
    const to = Math.min(xs.length, from + blockSize);
    if (loop?.(arrays, from, to, constants)) continue;
    const areFinite = load(xs, from, to, x);
    store(curve.define(x, lift, arithmetic), ys, from, to);
    // Infinities and NaN are beyond what a definition is written for.
    if (!areFinite) mend(along, xs, ys, from, to);
    release(kept);
  }
  release(start);
  return ys;
}

function bitsOf({ buffer, byteOffset, length }: Float32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

function mend(
  along: (x: number) => number,
  xs: Float32Array,
  ys: Float32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) if (!Number.isFinite(xs[i])) ys[i] = along(xs[i]!);
}
