/**
 * Values at many places at once: every operation goes through a block of numbers in one loop, so that what a definition
 * decides is decided once for a block and not once for a number. For results that will be rounded to float32.
 * The loops are written out: one for all, given its operation as a function, would call it for every number.
 */
import type { Arithmetic } from "./arithmetic.ts";
import { expOfDifference } from "./exp-of-difference.ts";
import { logCosh } from "./log-cosh.ts";
import { product } from "./product.ts";
import { quickExp, quickExpm1, quickLogistic, quickNormalCdf, quickTanh } from "./quick.ts";
import { sinProduct } from "./sin-product.ts";
import { softplus } from "./softplus.ts";
import { tanhShrink } from "./tanh-shrink.ts";

export type Block = Float64Array;

/** Numbers in a block: as many as leave several blocks in a processor's nearest memory. */
export const blockSize = 512;

/** A comparison is not made before it is known what it chooses between. */
interface Comparison {
  readonly a: Block;
  readonly b: Block;
  readonly orEqual: boolean;
}

/** Blocks of former results, used again: a fresh one for each operation would cost more than the operation. */
const pool: Block[] = [];
let used = 0;

function take(): Block {
  const block = (pool[used] ??= new Float64Array(blockSize));
  used++;
  return block;
}

/** How many blocks are in use, to go back to by `release` when they are no longer needed. */
export function mark(): number {
  return used;
}

export function release(to: number): void {
  used = to;
}

export const blocks: Arithmetic<Block, Comparison> = {
  constant: (value) => take().fill(value),
  nearest: (a) => a,
  add: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = a[i]! + b[i]!;
    return y;
  },
  sub: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = a[i]! - b[i]!;
    return y;
  },
  mul: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) {
      const ab = a[i]! * b[i]!;
      y[i] = ab === ab ? ab : product(a[i]!, b[i]!);
    }
    return y;
  },
  div: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = a[i]! / b[i]!;
    return y;
  },
  neg: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = -a[i]!;
    return y;
  },
  sqrt: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = Math.sqrt(a[i]!);
    return y;
  },
  hypot: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = Math.hypot(a[i]!, b[i]!);
    return y;
  },
  exp: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = quickExp(a[i]!);
    return y;
  },
  expOfDifference: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = expOfDifference(a[i]!, b[i]!);
    return y;
  },
  expm1: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = quickExpm1(a[i]!);
    return y;
  },
  log1p: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = Math.log1p(a[i]!);
    return y;
  },
  logistic: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = quickLogistic(a[i]!);
    return y;
  },
  softplus: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = softplus(a[i]!);
    return y;
  },
  tanh: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = quickTanh(a[i]!);
    return y;
  },
  logCosh: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = logCosh(a[i]!);
    return y;
  },
  sinProduct: (a, b) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = sinProduct(a[i]!, b[i]!);
    return y;
  },
  tanhShrink: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = tanhShrink(a[i]!);
    return y;
  },
  softsign: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = a[i]! / (1 + Math.abs(a[i]!));
    return y;
  },
  normalCdf: (a) => {
    const y = take();
    for (let i = 0; i < blockSize; i++) y[i] = quickNormalCdf(a[i]!);
    return y;
  },
  greater: (a, b) => ({ a, b, orEqual: false }),
  greaterOrEqual: (a, b) => ({ a, b, orEqual: true }),
  where: ({ a, b, orEqual }, then, otherwise) => {
    const y = take();
    if (orEqual) for (let i = 0; i < blockSize; i++) y[i] = a[i]! >= b[i]! ? then[i]! : otherwise[i]!;
    else for (let i = 0; i < blockSize; i++) y[i] = a[i]! > b[i]! ? then[i]! : otherwise[i]!;
    return y;
  },
};
