/**
 * Values at many places at once: every operation goes through a block of numbers in one loop, so that what a definition
 * decides is decided once for a block and not once for a number. For results that will be rounded to float32.
 * The loops are written out: one for all, given its operation as a function, would call it for every number.
 */
import type { Arithmetic } from "./arithmetic.ts";
import { expOfDifference } from "./exp-of-difference.ts";
import { logCosh } from "./log-cosh.ts";
import { product } from "./product.ts";
import { quick } from "./quick.ts";
import { sinProduct } from "./sin-product.ts";
import { softplus } from "./softplus.ts";
import { tanhShrink } from "./tanh-shrink.ts";

/** A block of results: where it begins in the memory of all. */
type Block = number & { readonly of: "blocks" };

/** A comparison is not made before it is known what it chooses between. */
interface Comparison {
  readonly a: Block;
  readonly b: Block;
  readonly orEqual: boolean;
}

/** Numbers in a block: as many as leave several blocks in a processor's nearest memory. */
export const blockSize = 512;

export interface Blocks {
  readonly arithmetic: Arithmetic<Block, Comparison>;
  /** How many blocks are in use, to go back to by `release` when they are no longer needed. */
  readonly mark: () => number;
  readonly release: (to: number) => void;
  /** A stretch of xs, at most a block of it, as the first numbers of x. @returns whether all are finite */
  readonly load: (xs: Float32Array, from: number, to: number, x: Block) => boolean;
  /** The first numbers of y as a stretch of ys. */
  readonly store: (y: Block, ys: Float32Array, from: number, to: number) => void;
}

export const blocks: Blocks = /* @__PURE__ */ createBlocks();

/** See `quick.ts` for why everything stands inside. */
function createBlocks(): Blocks {
  const { exp, expm1, logistic, tanh, normalCdf } = quick;
  /** More than any definition has operations. */
  const capacity = 64;
  /** Results of former blocks are written over: fresh memory for each operation would cost more than the operation. */
  const memory = new Float64Array(blockSize * capacity);
  let used = 0;

  function take(): Block {
    if (used === capacity) throw new RangeError(`a definition may have ${capacity} operations`);
    return (blockSize * used++) as Block;
  }

  const arithmetic: Arithmetic<Block, Comparison> = {
    constant: (value) => {
      const y = take();
      memory.fill(value, y, y + blockSize);
      return y;
    },
    nearest: (a) => a,
    add: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = memory[a + i]! + memory[b + i]!;
      return y;
    },
    sub: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = memory[a + i]! - memory[b + i]!;
      return y;
    },
    mul: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) {
        const ab = memory[a + i]! * memory[b + i]!;
        memory[y + i] = ab === ab ? ab : product(memory[a + i]!, memory[b + i]!);
      }
      return y;
    },
    div: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = memory[a + i]! / memory[b + i]!;
      return y;
    },
    neg: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = -memory[a + i]!;
      return y;
    },
    sqrt: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = Math.sqrt(memory[a + i]!);
      return y;
    },
    hypot: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = Math.hypot(memory[a + i]!, memory[b + i]!);
      return y;
    },
    exp: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = exp(memory[a + i]!);
      return y;
    },
    expOfDifference: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = expOfDifference(memory[a + i]!, memory[b + i]!);
      return y;
    },
    expm1: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = expm1(memory[a + i]!);
      return y;
    },
    log1p: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = Math.log1p(memory[a + i]!);
      return y;
    },
    logistic: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = logistic(memory[a + i]!);
      return y;
    },
    softplus: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = softplus(memory[a + i]!);
      return y;
    },
    tanh: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = tanh(memory[a + i]!);
      return y;
    },
    logCosh: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = logCosh(memory[a + i]!);
      return y;
    },
    sinProduct: (a, b) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = sinProduct(memory[a + i]!, memory[b + i]!);
      return y;
    },
    tanhShrink: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = tanhShrink(memory[a + i]!);
      return y;
    },
    softsign: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = memory[a + i]! / (1 + Math.abs(memory[a + i]!));
      return y;
    },
    normalCdf: (a) => {
      const y = take();
      for (let i = 0; i < blockSize; i++) memory[y + i] = normalCdf(memory[a + i]!);
      return y;
    },
    greater: (a, b) => ({ a, b, orEqual: false }),
    greaterOrEqual: (a, b) => ({ a, b, orEqual: true }),
    // One of two places to read from, by arithmetic: at a jump a processor would guess wrong every other time.
    where: ({ a, b, orEqual }, then, otherwise) => {
      const y = take();
      const apart = then - otherwise;
      if (orEqual)
        for (let i = 0; i < blockSize; i++)
          memory[y + i] = memory[otherwise + Math.imul(apart, Number(memory[a + i]! >= memory[b + i]!)) + i]!;
      else
        for (let i = 0; i < blockSize; i++)
          memory[y + i] = memory[otherwise + Math.imul(apart, Number(memory[a + i]! > memory[b + i]!)) + i]!;
      return y;
    },
  };

  return {
    arithmetic,
    mark: () => used,
    release: (to) => {
      used = to;
    },
    load: (xs, from, to, x) => {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const value = xs[i]!;
        memory[x + i - from] = value;
        sum += value;
      }
      return Number.isFinite(sum);
    },
    store: (y, ys, from, to) => {
      for (let i = from; i < to; i++) ys[i] = memory[y + i - from]!;
    },
  };
}
