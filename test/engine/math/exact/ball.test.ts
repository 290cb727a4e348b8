import assert from "node:assert/strict";
import fc from "fast-check";
import { type Ball, balls } from "../../../../src/engine/math/exact/ball.ts";
import { fromDouble, toDouble } from "../../../../src/engine/math/exact/big-float.ts";
import { type Scalar, Undecided } from "../../../../src/engine/math/exact/scalar.ts";

const [coarse, fine] = [balls(128), balls(640)];

/** The share of a coarse number's error that it is really off. */
function share(claimed: Ball, truth: Ball): number {
  const off = fine.sub(claimed, truth);
  const bound = { middle: { mantissa: 1n, exponent: claimed.error }, error: -Infinity };
  return Math.abs(fine.near(fine.div({ ...off, error: -Infinity }, bound)));
}

const functions: Readonly<Record<string, <S>(s: Scalar<S>, a: S) => S>> = {
  sum: (s, a) => s.add(a, s.div(s.of(1), s.of(3))),
  quotient: (s, a) => s.div(s.of(1), s.add(a, s.div(s.of(1), s.of(3)))),
  root: (s, a) => s.sqrt(s.mul(a, a)),
  exp: (s, a) => s.exp(a)[0],
  "exp − 1": (s, a) => s.exp(a)[1],
  log1p: (s, a) => s.log1p(s.exp(a)[0]),
  sin: (s, a) => s.sin(a),
  cos: (s, a) => s.cos(a),
  "normal distribution": (s, a) => s.normal(a)[0],
  "normal density": (s, a) => s.normal(a)[1],
};

describe("balls of big floats", function () {
  this.timeout(20_000);

  it("read and write every double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => toDouble(fromDouble(x)) === x),
    );
    assert.equal(toDouble({ mantissa: 3n, exponent: -1075 }), 1e-323);
    assert.equal(toDouble({ mantissa: 1n, exponent: -1075 }), 0);
    assert.equal(toDouble({ mantissa: 2n ** 53n + 1n, exponent: 971 }), Infinity);
    assert.equal(toDouble({ mantissa: 2n ** 54n - 1n, exponent: 0 }), 2 ** 54);
  });

  for (const [name, f] of Object.entries(functions)) {
    it(`are within their error: ${name}`, () => {
      const x = fc.oneof(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      );
      fc.assert(
        fc.property(x, (x) => {
          // An operand that has an error of its own.
          const operand = <S>(s: Scalar<S>): S => s.div(s.of(x), s.of(3));
          const [claimed, truth] = [f(coarse, operand(coarse)), f(fine, operand(fine))];
          return claimed.error === Infinity || claimed.error === -Infinity || share(claimed, truth) <= 1;
        }),
        { numRuns: 100 },
      );
    });
  }

  it("are caught when they claim too much", () => {
    const operand = <S>(s: Scalar<S>): S => s.div(s.of(2), s.of(3));
    const claimed = coarse.exp(operand(coarse))[0];
    assert.ok(share({ ...claimed, error: -200 }, fine.exp(operand(fine))[0]) > 1);
  });

  it("compare with infinities, decide only what they can, and know nothing of a quotient by 0", () => {
    const third = coarse.div(coarse.of(1), coarse.of(3));
    assert.equal(coarse.compare(coarse.of(-Infinity), third), -1);
    assert.equal(coarse.compare(coarse.of(0.5), third), 1);
    assert.throws(() => coarse.compare(coarse.sub(third, third), coarse.of(0)), Undecided);
    assert.equal(coarse.rounded(coarse.div(third, coarse.of(0))), undefined);
    assert.equal(coarse.rounded(coarse.add(coarse.of(Infinity), third)), undefined);
  });
});
