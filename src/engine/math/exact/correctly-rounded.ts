/**
 * Correct rounding by A. Ziv's strategy: compute in some precision with a bound of the error; where the result may still
 * round to either of two doubles, compute more precisely.
 *
 * @source A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit", ACM Transactions
 * on Mathematical Software 17 (1991) 410–423
 */
import { balls } from "./ball.ts";
import { doubleDoubles } from "./double-double.ts";
import { once } from "./once.ts";
import { type Scalar, Undecided } from "./scalar.ts";
import { type TaylorArithmetic, taylorOver } from "./taylor.ts";

/**
 * Some numbers, of any precise kind: given an arithmetic, the number of each index; undefined stands for one that is
 * exactly 0.
 */
export type Computation = <S>(
  scalar: Scalar<S>,
  taylor: TaylorArithmetic<S>,
) => (index: number) => S | undefined;

/** Fills in what it can decide. */
type Rung = (compute: Computation, results: (number | undefined)[]) => void;

function rungOf<S>(scalar: Scalar<S>): Rung {
  const taylor = taylorOver(scalar);
  return (compute, results) => {
    try {
      const numbers = compute(scalar, taylor);
      for (let i = 0; i < results.length; i++) {
        if (results[i] !== undefined) continue;
        const number = numbers(i);
        results[i] = number === undefined ? 0 : scalar.rounded(number);
      }
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
    }
  };
}

/** From fast to precise. The last decides what doubles as far apart as they go have left of each other. */
const rungs: readonly (() => Rung)[] = [
  once(() => rungOf(doubleDoubles)),
  once(() => rungOf(balls(320))),
  once(() => rungOf(balls(2560))),
];

/** The nearest double of each number; undefined where there is none, or it would take more precision than any here. */
export function correctlyRounded(count: number, compute: Computation): (number | undefined)[] {
  const results = Array.from<number | undefined>({ length: count });
  for (const rung of rungs) {
    rung()(compute, results);
    if (!results.includes(undefined)) break;
  }
  return results;
}
