/**
 * A kind of real number that is more precise than a double and knows how far it may be off: what the exact Taylor
 * arithmetic is written over. `double-double.ts` is fast, `ball.ts` slow and as precise as asked.
 *
 * No operation throws but `compare`; what cannot be computed (a quotient by 0, an overflow) is a number that nothing is
 * known of, and makes no other known.
 */
export interface Scalar<S> {
  /** How many bits of a result are right where nothing cancels. */
  readonly bits: number;

  /** The double itself, exactly; an infinite one can only be compared. */
  of(value: number): S;

  add(a: S, b: S): S;
  sub(a: S, b: S): S;
  mul(a: S, b: S): S;
  div(a: S, b: S): S;
  neg(a: S): S;
  /** √a */
  sqrt(a: S): S;
  /** e^a and e^a − 1, each precise relative to itself */
  exp(a: S): readonly [power: S, lessOne: S];
  /** ln(1 + a), precise relative to itself near 0 too */
  log1p(a: S): S;
  sin(a: S): S;
  cos(a: S): S;
  /** Φ(a) = erfc(−a/√2)/2, the left tail precise relative to itself, and φ(a) = e^(−a²/2) / √(2π) */
  normal(a: S): readonly [cdf: S, density: S];

  /** −1, 0 or 1 as a is below, at or above b. @throws Undecided where either may be */
  compare(a: S, b: S): number;
  /** The double next to whatever a may be; undefined where that may be either of two. */
  rounded(a: S): number | undefined;
  /** Some double near a: enough to choose between two formulas that are both right. */
  near(a: S): number;
}

/** Two numbers are too near each other for this precision. */
export class Undecided extends Error {}
