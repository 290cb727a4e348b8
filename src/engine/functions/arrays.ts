/** f of every entry of a float32 array, block by block. */
import { type Block, blockSize, blocks, mark, release } from "../math/blocks.ts";
import type { Curve } from "./define.ts";
import { lifted } from "./lifted.ts";

/** @param along f of any double: what f is where x is not finite */
export function singleValues<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
  along: (x: number) => number,
  xs: Float32Array,
): Float32Array {
  const ys = new Float32Array(xs.length);
  const start = mark();
  const constants = lifted(params, blocks);
  const x = blocks.constant(0);
  const kept = mark();
  const fill = (from: number) => {
    const areFinite = load(xs, from, x);
    store(curve.define(x, constants, blocks), ys, from);
    // Infinities and NaN are beyond what a definition is written for.
    if (!areFinite) mend(along, x, ys, from);
    release(kept);
  };
  for (let from = 0; from < xs.length; from += blockSize) fill(from);
  release(start);
  return ys;
}

/** @returns whether all are finite: of others 0 times is NaN */
function load(xs: Float32Array, from: number, x: Block): boolean {
  const count = Math.min(blockSize, xs.length - from);
  let nothing = 0;
  for (let i = 0; i < count; i++) {
    const value = xs[from + i]!;
    x[i] = value;
    nothing += 0 * value;
  }
  return nothing === 0;
}

function store(y: Block, ys: Float32Array, from: number): void {
  const count = Math.min(blockSize, ys.length - from);
  for (let i = 0; i < count; i++) ys[from + i] = y[i]!;
}

function mend(along: (x: number) => number, x: Block, ys: Float32Array, from: number): void {
  const count = Math.min(blockSize, ys.length - from);
  for (let i = 0; i < count; i++) if (!Number.isFinite(x[i])) ys[from + i] = along(x[i]!);
}
