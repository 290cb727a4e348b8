/**
 * The commonest shapes of definitions, each as one loop over a float32 array: two to three times as fast as operation by
 * operation. A definition is found here by what it does, so that it stays written once, and one that changes is no longer
 * found.
 */
import { quick } from "../math/quick.ts";

/** Inputs and outputs, as numbers and as the bits these are stored in. */
export interface Arrays {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly xBits: Int32Array;
  readonly yBits: Int32Array;
}

/**
 * Fills a stretch of ys from that of xs.
 * @returns whether all of it holds: infinities and NaN, and what is too large for a loop, are for others
 */
type Loop = (arrays: Arrays, from: number, to: number, constants: readonly number[]) => boolean;

/** If squares add up to less than this, each number is within 300. */
const reach = 9e4;

/** Added to the bits of a NaN with a sign, and to no others below 0, it makes a number that is not below 0. */
const nan = 0x7fffff;

export const loops: Readonly<Record<string, Loop>> = {
  // ReLU, on the bits: the sign of a number below 0 clears all of it. A choice would be a jump, at which a processor guesses
  // wrong every other time. Four in a turn, as the turn itself is half of the work.
  "where(greater(x,0),x,0)": ({ xBits: xs, yBits: ys }, from, to) => {
    let nans = 0;
    let i = from;
    for (; i < to - 3; i += 4) {
      const a = xs[i]!;
      const b = xs[i + 1]!;
      const c = xs[i + 2]!;
      const d = xs[i + 3]!;
      ys[i] = a & ~(a >> 31);
      ys[i + 1] = b & ~(b >> 31);
      ys[i + 2] = c & ~(c >> 31);
      ys[i + 3] = d & ~(d >> 31);
      nans |= (a & ~(a + nan)) | (b & ~(b + nan)) | (c & ~(c + nan)) | (d & ~(d + nan));
    }
    for (; i < to; i++) {
      const a = xs[i]!;
      ys[i] = a & ~(a >> 31);
      nans |= a & ~(a + nan);
    }
    return nans >= 0;
  },
  // leaky ReLU, PReLU
  "where(greater(x,0),x,mul(c,x))": ({ xs, ys }, from, to, [, slope = NaN]) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      sum += x;
      const above = Number(x > 0);
      ys[i] = x * (above + slope * (1 - above));
    }
    return Number.isFinite(sum);
  },
  // sigmoid
  "logistic(x)": ({ xs, ys }, from, to) => {
    const { nearLogistic } = quick;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      squares += x * x;
      ys[i] = nearLogistic(x);
    }
    return squares < reach;
  },
  "tanh(x)": ({ xs, ys }, from, to) => {
    const { nearTanh } = quick;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      squares += x * x;
      ys[i] = nearTanh(x);
    }
    return squares < reach;
  },
  // SiLU
  "mul(x,logistic(mul(1,x)))": ({ xs, ys }, from, to) => {
    const { nearLogistic } = quick;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      squares += x * x;
      ys[i] = x * nearLogistic(x);
    }
    return squares < reach;
  },
  // GELU
  "mul(x,normalCdf(x))": ({ xs, ys }, from, to) => {
    const { normalCdf } = quick;
    let sum = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      sum += x;
      ys[i] = x * normalCdf(x);
    }
    return Number.isFinite(sum);
  },
};
