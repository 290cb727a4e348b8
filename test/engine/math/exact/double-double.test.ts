import assert from "node:assert/strict";
import fc from "fast-check";
import { type Ball, balls } from "../../../../src/engine/math/exact/ball.ts";
import { type DoubleDouble, doubleDoubles } from "../../../../src/engine/math/exact/double-double.ts";
import { type Scalar, Undecided } from "../../../../src/engine/math/exact/scalar.ts";

const precise = balls(640);

/** The truth about a double-double's own two parts. */
const partsOf = ({ high, low }: DoubleDouble): Ball => precise.add(precise.of(high), precise.of(low));

/** Whether what a double-double claims of itself holds for the truth. An unknown one claims nothing. */
function holds(claimed: DoubleDouble, truth: Ball): boolean {
  if (!Number.isFinite(claimed.high + claimed.error)) return true;
  const off = Math.abs(precise.near(precise.sub(partsOf(claimed), truth)));
  // What the truth itself is known to: 1 − 2^−1000 is 1 here.
  return off <= claimed.error + Math.abs(claimed.high) * 2 ** -600;
}

/** A function of two numbers, in any arithmetic. */
type Operation = <S>(s: Scalar<S>, a: S, b: S) => S;

const operations: Readonly<Record<string, Operation>> = {
  add: (s, a, b) => s.add(a, b),
  sub: (s, a, b) => s.sub(a, b),
  mul: (s, a, b) => s.mul(a, b),
  div: (s, a, b) => s.div(a, b),
  sqrt: (s, a) => s.sqrt(s.mul(a, a)),
  exp: (s, a) => s.exp(a)[0],
  "exp − 1": (s, a) => s.exp(a)[1],
  "log of 1 plus": (s, a) => s.log1p(s.exp(a)[0]),
  sin: (s, a) => s.sin(a),
  cos: (s, a) => s.cos(a),
  "normal distribution": (s, a) => s.normal(a)[0],
  "normal density": (s, a) => s.normal(a)[1],
};

const double = fc.oneof(
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.double({ min: -720, max: 720, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -64, max: 64 }).map((n) => n / 16),
);

describe("double-double arithmetic", function () {
  this.timeout(20_000);

  for (const [name, operation] of Object.entries(operations)) {
    it(`never claims more than is true of ${name}`, () => {
      fc.assert(
        fc.property(double, double, double, (x, y, z) => {
          // Operands with a low part and an error of their own: a quotient, and a product with another.
          const operand = <S>(s: Scalar<S>): S => s.mul(s.div(s.of(x), s.of(3)), s.of(y));
          const claimed = operation(doubleDoubles, operand(doubleDoubles), doubleDoubles.of(z));
          assert.ok(holds(claimed, operation(precise, operand(precise), precise.of(z))), `${x} ${y} ${z}`);
          const simple = operation(doubleDoubles, doubleDoubles.of(x), doubleDoubles.of(z));
          assert.ok(holds(simple, operation(precise, precise.of(x), precise.of(z))), `${x} ${z}`);
        }),
        { numRuns: 300 },
      );
    });

    it(`knows ${name} of ordinary numbers to 85 bits`, () => {
      for (const [x, z] of [
        [1.3, 0.7],
        [-2.1, 5.3],
        [0.01, -3.9],
      ] as const) {
        const { high, error } = operation(doubleDoubles, doubleDoubles.of(x), doubleDoubles.of(z));
        assert.ok(error <= Math.abs(high) * 2 ** -85, `${x}: ${error / Math.abs(high)}`);
      }
    });
  }

  it("is caught when it claims too much", () => {
    const third = doubleDoubles.div(doubleDoubles.of(1), doubleDoubles.of(3));
    const truth = precise.div(precise.of(1), precise.of(3));
    assert.ok(holds(third, truth));
    assert.ok(!holds({ ...third, error: 0 }, truth));
    assert.ok(!holds({ ...third, low: 0 }, truth));
  });

  it("does not decide what it cannot", () => {
    const third = doubleDoubles.div(doubleDoubles.of(1), doubleDoubles.of(3));
    const sum = doubleDoubles.add(third, doubleDoubles.add(third, third));
    assert.throws(() => doubleDoubles.compare(sum, doubleDoubles.of(1)), Undecided);
    assert.equal(doubleDoubles.compare(third, doubleDoubles.of(1 / 3)), 1);
    assert.equal(doubleDoubles.compare(doubleDoubles.of(2), doubleDoubles.of(Infinity)), -1);
    // Half way between 1 and its neighbour, give or take a rounding.
    assert.equal(doubleDoubles.rounded(doubleDoubles.add(sum, doubleDoubles.of(2 ** -53))), undefined);
  });
});
