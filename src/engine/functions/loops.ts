/**
 * The commonest shapes of definitions, each as one loop over a float32 array: two to three times as fast as operation by
 * operation. A definition is found here by what it does, so that it stays written once, and one that changes is no longer
 * found.
 */
import { quick } from "../math/quick.ts";

/**
 * Fills a stretch of ys from that of xs.
 * @returns whether all of it holds: infinities and NaN, and what is too large for a loop, are for others
 */
type Loop = (
  xs: Float32Array,
  ys: Float32Array,
  from: number,
  to: number,
  constants: readonly number[],
) => boolean;

/** If squares add up to less than this, each number is within 300. */
const reach = 9e4;

export const loops: Readonly<Record<string, Loop>> = {
  // ReLU. A choice of numbers would be a jump, at which a processor guesses wrong every other time.
  "where(greater(x,0),x,0)": (xs, ys, from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      sum += x;
      ys[i] = 0.5 * (x + Math.abs(x));
    }
    return Number.isFinite(sum);
  },
  // leaky ReLU, PReLU
  "where(greater(x,0),x,mul(c,x))": (xs, ys, from, to, [, slope = NaN]) => {
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
  "logistic(x)": (xs, ys, from, to) => {
    const { nearLogistic } = quick;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const x = xs[i]!;
      squares += x * x;
      ys[i] = nearLogistic(x);
    }
    return squares < reach;
  },
  "tanh(x)": (xs, ys, from, to) => {
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
  "mul(x,logistic(mul(1,x)))": (xs, ys, from, to) => {
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
  "mul(x,normalCdf(x))": (xs, ys, from, to) => {
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
