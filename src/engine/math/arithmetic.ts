/**
 * The arithmetic that activation functions are written over: `N` its numbers, `C` the outcome of comparing them.
 *
 * A function is defined once, as an expression over these operations. Running that one definition over different
 * numbers gives its value (`real.ts`), its value with first and second derivative (`jet.ts`), its values at many places at
 * once (`blocks.ts`), or results exact to the last place (`exact/`); the functions do not change.
 *
 * Every operation is total: no input throws; NaN in gives NaN out.
 */
export interface Arithmetic<N, C = boolean> {
  /**
   * A number that does not depend on x: its derivatives are 0.
   *
   * A decimal here, in a default or in a call (0.044715, 1.702, SELU's two, 0.2) means the nearest double, as it does in
   * every framework's source: a function is exact when it is the formula's value at the doubles it was given.
   */
  constant(value: number): N;
  /** The nearest double of a number that does not depend on x: a border between two pieces is one. */
  nearest(a: N): N;

  add(a: N, b: N): N;
  sub(a: N, b: N): N;
  mul(a: N, b: N): N;
  div(a: N, b: N): N;
  neg(a: N): N;

  /** √a; NaN below 0 */
  sqrt(a: N): N;
  /** √(a² + b²), which neither overflows nor underflows on the way */
  hypot(a: N, b: N): N;
  /** e^a */
  exp(a: N): N;
  /** e^(a − b), of the difference as it is before it is rounded */
  expOfDifference(a: N, b: N): N;
  /** e^a − 1, exact near 0 */
  expm1(a: N): N;
  /** ln(1 + a), exact near 0 */
  log1p(a: N): N;
  /** 1 / (1 + e^−a); neither side overflows */
  logistic(a: N): N;
  /** ln(1 + e^a); neither side overflows, the left tail keeps its precision */
  softplus(a: N): N;
  /** hyperbolic tangent */
  tanh(a: N): N;
  /** ln cosh a, exact near 0 */
  logCosh(a: N): N;
  /** sin(ab), of the product as it is before it is rounded */
  sinProduct(a: N, b: N): N;
  /** a − tanh a, exact near 0 */
  tanhShrink(a: N): N;
  /** a / (1 + |a|), with derivatives that do not cancel far out; its second derivative at 0 is that of the left side */
  softsign(a: N): N;
  /** standard normal distribution function Φ(a) = erfc(−a / √2) / 2, with a left tail that does not cancel */
  normalCdf(a: N): N;

  /** Whether the value of a is above / at or above the value of b. NaN compares false. */
  greater(a: N, b: N): C;
  greaterOrEqual(a: N, b: N): C;
  /**
   * One of two branches. At a kink this decides the derivative too: the branch taken there is the side whose slope is
   * reported, so a definition chooses `greater` or `greaterOrEqual` by the convention it follows (PyTorch's).
   */
  where(condition: C, then: N, otherwise: N): N;
}
