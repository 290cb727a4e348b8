import assert from "node:assert/strict";
import fc from "fast-check";
import { float32, lastPlaceOf } from "../../../src/engine/formats/format.ts";
import { pointAlong } from "../../../src/engine/functions/compile-vector.ts";
import { drawCount, gumbelNoise } from "../../../src/engine/functions/gumbel-noise.ts";
import { functionById, type ParameterValues } from "../../../src/engine/functions/index.ts";
import { outputLength } from "../../../src/engine/functions/lengths.ts";
import { vectors } from "./cases.ts";
import {
  longCasesOf,
  longStep,
  readFixture,
  stretch,
  type VectorCase,
  ulpsApart,
  vectorCasesOf,
} from "./fixtures.ts";

type Vector = (typeof vectors)[number];
type Methods = Pick<Vector, "value" | "jacobian" | "vjp">;

interface Bounds {
  readonly y: number;
  readonly jacobian: number;
  readonly vjp: number;
}

/** What the methods give is the double nearest to the true number, everywhere. */
const exactly: Bounds = { y: 0, jacobian: 0, vjp: 0 };

/** Of an estimate, in units of 2^−52: it is computed in plain doubles, from noise that is. */
const estimate: Bounds = { y: 4, jacobian: 8, vjp: 16 };

/**
 * Largest errors measured in plain doubles: y and the Jacobian in ulps, entries of vᵀJ in units of 2^−52 of the largest |v|,
 * as they may cancel. Sparsemax's y are absolute in units of 2^−52 too, and an entry as near to τ may fall on its other side.
 */
const plainBounds: Readonly<Record<string, Bounds>> = {
  softmax: { y: 3, jacobian: 4, vjp: 3 },
  log_softmax: { y: 2, jacobian: 3, vjp: 3 },
  softmin: { y: 3, jacobian: 4, vjp: 3 },
  softmax2d: { y: 3, jacobian: 4, vjp: 3 },
  quiet_softmax: { y: 3, jacobian: 5, vjp: 3 },
  sparsemax: { y: 1, jacobian: Infinity, vjp: Infinity },
  gumbel_softmax: estimate,
  hardmax: exactly,
  maxout: exactly,
  crelu: exactly,
};

function worst(
  got: readonly number[],
  want: readonly number[],
  error: (a: number, b: number) => number,
): number {
  assert.equal(got.length, want.length);
  return Math.max(0, ...got.map((value, index) => error(value, want[index]!)));
}

const absolute = (a: number, b: number) => (a === b ? 0 : Math.abs(a - b) / 2 ** -52);

/** The plain doubles behind a function, as its methods. */
function inPlainDoubles(fn: Vector): Methods {
  const pointAt = (xs: readonly number[], params: object = {}) =>
    pointAlong(fn, params as ParameterValues)(xs);
  const places = (xs: readonly number[], params: object = {}) => [
    ...Array(outputLength(fn, xs.length, params as ParameterValues)).keys(),
  ];
  return {
    value: (xs, params) => places(xs, params).map(pointAt(xs, params).value),
    jacobian: (xs, params) => {
      const { slope } = pointAt(xs, params);
      return places(xs, params).map((i) => xs.map((_, j) => slope(i, j)));
    },
    vjp: (xs, v, params) => {
      const pulled = pointAt(xs, params).pullback(v);
      return xs.map((_, j) => pulled(j));
    },
  };
}

/** @param vjpError how the errors of vᵀJ are counted: where it cancels, plain doubles are only near relative to v */
function misses(
  fn: Methods,
  id: string,
  bounds: Bounds,
  vjpError: (got: readonly number[], want: readonly number[], v: readonly number[]) => number,
): string[] {
  const yError = bounds.jacobian === Infinity || bounds === estimate ? absolute : ulpsApart;
  const slopeError = bounds === estimate ? absolute : ulpsApart;
  const short = vectorCasesOf(id).flatMap(({ params, x, v, y, jacobian, vjp }) => {
    const errors = {
      y: worst(fn.value(x, params), y, yError),
      jacobian: worst(fn.jacobian(x, params).flat(), jacobian.flat(), slopeError),
      vjp: vjpError(fn.vjp(x, v, params), vjp, v),
    };
    return Object.entries(errors).map(
      ([part, error]) => [part, error, x.join(" ") + " | " + v.join(" ")] as const,
    );
  });
  const long = longCasesOf(id).flatMap(({ params, length, seed, spread, y, vjp }) => {
    const x = stretch(length, seed, spread);
    const some = (list: readonly number[]) => list.filter((_, i) => i % longStep === 0);
    const got = fn.value(x, params);
    const v = stretch(got.length, seed + 1, 4);
    const errors = {
      y: worst(some(got), y, yError),
      vjp: vjp.length === 0 ? 0 : vjpError(some(fn.vjp(x, v, params)), vjp, v),
    };
    return Object.entries(errors).map(([part, error]) => [part, error, `${length} from ${seed}`] as const);
  });
  return [...short, ...long].flatMap(([part, error, where]) =>
    error <= bounds[part as keyof Bounds] ? [] : [`${part} of ${where}: error ${error}`],
  );
}

const inUlps = (got: readonly number[], want: readonly number[]) => worst(got, want, ulpsApart);
const besideV = (got: readonly number[], want: readonly number[], v: readonly number[]) =>
  worst(got, want, absolute) / Math.max(1, ...v.map(Math.abs));

/** The parameters of the reference values, each once. */
function parameterSetsOf(id: string) {
  const sets = vectorCasesOf(id).map(({ params }) => JSON.stringify(params));
  return [...new Set(sets)].map((text) => JSON.parse(text) as VectorCase["params"]);
}

const large = fc.double({ min: -1e300, max: 1e300, noNaN: true });
const near = fc.double({ min: -30, max: 30, noNaN: true });
const vectorOf = (entry: fc.Arbitrary<number>) => fc.array(entry, { minLength: 12, maxLength: 12 });

/** Other inputs that fit beside a first one: none, zeros, and such as sparsemax and maxout bend at. */
function othersFor(fn: Vector, params: VectorCase["params"]): (readonly number[])[] {
  const lists = [
    [],
    [0],
    [0.3],
    [0, 0, 0, 0, 0],
    [0.31, -1.2, 0.93, 0.51, 0.13],
    [-0.4, 0.85, 0.85, -3, 0.2],
  ];
  return lists.filter((others) => outputLength(fn, 1 + others.length, params as never) !== undefined);
}

describe("vector functions", () => {
  for (const fn of vectors) {
    const each = (check: (params: VectorCase["params"]) => void) => {
      parameterSetsOf(fn.id).forEach(check);
    };

    it(`${fn.id} is the double nearest to the reference values`, () => {
      const [bounds, measure] = fn.isEstimate ? ([estimate, besideV] as const) : ([exactly, inUlps] as const);
      assert.deepEqual(misses(fn, fn.id, bounds, measure), []);
    });

    it(`${fn.id} is near them in plain doubles too`, () => {
      assert.ok(plainBounds[fn.id], `no bound for ${fn.id}`);
      assert.deepEqual(misses(inPlainDoubles(fn), fn.id, plainBounds[fn.id]!, besideV), []);
    });

    it(`${fn.id} of float32 arrays is within 0.504 units in the last place`, () => {
      each((params) => {
        fc.assert(
          fc.property(vectorOf(near), (entries) => {
            const xs = Float32Array.from(entries);
            const exact = fn.value([...xs], params);
            const got = fn.values(xs, params);
            assert.ok(got instanceof Float32Array && got.length === exact.length);
            return exact.every(
              (y, i) =>
                Math.abs(got[i]! - y) <=
                0.504 * lastPlaceOf(y, float32) + 2 ** -51 * Number(fn.id === "sparsemax"),
            );
          }),
        );
        assert.deepEqual(
          [...fn.values(Float64Array.of(1, 2, 3, 4, 5, 6), params)],
          fn.value([1, 2, 3, 4, 5, 6], params),
        );
      });
    });

    it(`${fn.id} gives what it claims, of every finite input`, () => {
      each((params) => {
        fc.assert(
          fc.property(fc.oneof(vectorOf(large), vectorOf(near)), (xs) => {
            const ys = fn.value(xs, params);
            const { range, sum } = fn.claims;
            assert.equal(ys.length, outputLength(fn, xs.length, params as never));
            const total = ys.reduce((a, b) => a + b, 0);
            const rounding = 1e-15 * ys.length;
            return (
              ys.every((y) => y >= range.low && y <= range.high) &&
              (sum === undefined || (total >= sum.low - rounding && total <= sum.high + rounding))
            );
          }),
        );
      });
    });

    it(`${fn.id} ignores one number added to every input exactly where it claims so`, () => {
      const xs = [1, 2, 3, -4, 0, 2];
      const shifted = xs.map((x) => x + 1024);
      each((params) => {
        const isSame = String(fn.value(xs, params)) === String(fn.value(shifted, params));
        assert.equal(isSame, fn.claims.shiftInvariant);
      });
    });

    it(`${fn.id} has a vjp that is vᵀJ`, () => {
      each((params) => {
        const outputs = outputLength(fn, 12, params as never)!;
        const v = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
          minLength: outputs,
          maxLength: outputs,
        });
        fc.assert(
          fc.property(vectorOf(near), v, (xs, weights) => {
            const jacobian = fn.jacobian(xs, params);
            const want = xs.map((_, j) => weights.reduce((sum, w, i) => sum + w * jacobian[i]![j]!, 0));
            return worst(fn.vjp(xs, weights, params), want, (a, b) => Math.abs(a - b)) < 1e-12;
          }),
          { numRuns: fn.isEstimate ? 10 : 100 },
        );
      });
    });

    it(`${fn.id} has a Jacobian that agrees with differences`, () => {
      const h = 1e-6;
      const xs = [0.31, -1.27, 0.82, 2.05, -0.44, 1.13];
      each((params) => {
        if (params["hard"] === 1) return;
        const jacobian = fn.jacobian(xs, params);
        for (const j of xs.keys()) {
          const moved = (by: number) =>
            fn.value(
              xs.map((x, i) => (i === j ? x + by : x)),
              params,
            );
          const [after, before] = [moved(h), moved(-h)];
          for (const [i, row] of jacobian.entries()) {
            assert.ok(
              Math.abs((after[i]! - before[i]!) / (2 * h) - row[j]!) < 1e-8,
              `${fn.id} ∂y${i}/∂x${j}`,
            );
          }
        }
      });
    });

    it(`${fn.id} gives NaN for NaN, nothing for nothing, and throws on no double`, () => {
      each((params) => {
        const xs = [NaN, 0, 1, -1, 2, 3];
        assert.ok(fn.value(xs, params).some(Number.isNaN));
        assert.ok(fn.jacobian(xs, params).flat().some(Number.isNaN));
        assert.deepEqual(fn.value([], params), []);
        assert.deepEqual(fn.jacobian([], params), []);
        assert.deepEqual(fn.vjp([], [], params), []);
        for (const [a, b] of [
          [Infinity, 0],
          [Infinity, Infinity],
          [-Infinity, -Infinity],
          [Infinity, -Infinity],
        ] as const) {
          const odd = [a, b, 0, a, b, 0];
          const unit = Array.from({ length: outputLength(fn, 6, params as never)! }, (_, i) =>
            Number(i === 0),
          );
          const numbers = [
            ...fn.value(odd, params),
            ...fn.jacobian(odd, params).flat(),
            ...fn.vjp(odd, unit, params),
          ];
          assert.ok(!numbers.some(Number.isNaN), `${fn.id} of ${odd.join(" ")}: ${numbers.join(" ")}`);
        }
      });
    });

    it(`${fn.id} has a slice that is its first output against its first input`, () => {
      each((params) => {
        for (const others of othersFor(fn, params)) {
          const { jet, claims } = fn.slice(others, params);
          for (let x = -7.75; x <= 8; x += 0.5) {
            const xs = [x, ...others];
            const { value, derivative } = jet(x);
            assert.ok(Math.abs(value - fn.value(xs, params)[0]!) < 1e-14, `${fn.id} at ${xs.join(" ")}`);
            assert.ok(
              Math.abs(derivative - fn.jacobian(xs, params)[0]![0]!) < 1e-14,
              `${fn.id}′ at ${xs.join(" ")}`,
            );
            assert.ok(value >= claims.range.low && value <= claims.range.high);
            assert.ok(derivative >= claims.derivativeRange.low && derivative <= claims.derivativeRange.high);
          }
          for (const [x, limit] of [
            [-Infinity, claims.left],
            [Infinity, claims.right],
          ] as const) {
            assert.equal(jet(x).value, limit.value);
            const far = jet(Math.sign(x) * 1e6);
            const reaches = Number.isFinite(limit.value)
              ? Math.abs(far.value - limit.value) < 1e-9
              : far.value * limit.value > 1e6;
            assert.ok(
              reaches && Math.abs(far.derivative - limit.derivative) < 1e-9,
              `${fn.id} beside ${others.join(" ")}`,
            );
          }
          assert.ok(Number.isNaN(jet(NaN).value));
        }
      });
    });

    if (!fn.isEstimate)
      it(`${fn.id} has a slice with kinks where its own slope or value jumps, and nowhere else`, () => {
        each((params) => {
          for (const others of othersFor(fn, params)) {
            const { kinks } = fn.slice(others, params).claims;
            const at = (x: number) => {
              const xs = [x, ...others];
              return [fn.value(xs, params)[0]!, fn.jacobian(xs, params)[0]![0]!] as const;
            };
            const [start, step] = [-5 + 1 / 128, 1 / 64];
            let before = at(start);
            for (let x = start; x < 5; x += step) {
              const after = at(x + step);
              // Where they do not jump they change by less than 1/64 and a quarter of that.
              const jumps = Math.abs(after[0] - before[0]) > 0.02 || Math.abs(after[1] - before[1]) > 0.005;
              const place = `${fn.id} beside ${others.join(" ")} from ${x}`;
              assert.equal(
                kinks.some((kink) => kink >= x && kink < x + step),
                jumps,
                place,
              );
              before = after;
            }
          }
        });
      });

    it(`${fn.id} takes its one axis by either name, if it has one, and refuses other lengths of v`, () => {
      each((params) => {
        const axis = { ...params, axis: 0 };
        if (fn.axis === undefined) assert.throws(() => fn.value([0, 0, 0, 0, 0, 0], axis), RangeError);
        else assert.deepEqual(fn.value([0, 0], axis), fn.value([0, 0], { ...params, axis: -1 }));
        assert.throws(() => fn.value([0, 0], { ...params, axis: 1 }), RangeError);
        assert.throws(() => fn.vjp([0, 0, 0, 0, 0, 0], [1], params), RangeError);
      });
    });
  }

  it("are rejected by the same check when one of the three is wrong", () => {
    const softmax = functionById("softmax");
    const wrong = {
      value: (xs: readonly number[]) => {
        const total = xs.reduce((sum, x) => sum + Math.exp(x), 1e-12);
        return xs.map((x) => Math.exp(x) / total);
      },
      jacobian: (xs: readonly number[]) => {
        const ys = softmax.value(xs);
        return ys.map((yi, i) => ys.map((yj, j) => (i === j ? yi * (1 - yi) : -yi * yj)));
      },
      vjp: (xs: readonly number[], v: readonly number[]) =>
        softmax.vjp(xs, v).map((y) => y * (1 + 1e-14) + 1e-15),
    };
    for (const part of ["value", "jacobian", "vjp"] as const) {
      const fn = { ...softmax, ...{ [part]: wrong[part] } };
      assert.notDeepEqual(misses(fn, "softmax", exactly, inUlps), [], part);
    }
  });
});

describe("softmax and its kin", () => {
  it("share among infinities, the limit when they grow together", () => {
    const softmax = functionById("softmax");
    assert.deepEqual(softmax.value([Infinity, 0]), [1, 0]);
    assert.deepEqual(softmax.value([Infinity, 5, Infinity]), [0.5, 0, 0.5]);
    assert.deepEqual(softmax.value([-Infinity, 0, 0]), [0, 0.5, 0.5]);
    assert.deepEqual(softmax.value([-Infinity, -Infinity]), [0.5, 0.5]);
    assert.deepEqual(softmax.value([NaN, 0]), [NaN, NaN]);
    assert.deepEqual(functionById("softmin").value([Infinity, 0, 0]), [0, 0.5, 0.5]);
    const [first, second, third] = functionById("log_softmax").value([Infinity, 5, Infinity]);
    assert.deepEqual([first, second, third], [-Math.LN2, -Infinity, -Math.LN2]);
  });

  it("in logarithms keep the likeliest entry's distance from 0, where 1 − p is lost", () => {
    // ln(1 + e^−50) = e^−50 to double precision.
    assert.equal(functionById("log_softmax").value([50, 0])[0], -Math.exp(-50));
    assert.equal(functionById("log_softmax").value([1e308, -1e308])[1], -Infinity);
  });

  it("peak in slope at x₁ = ln(n − 1)", () => {
    const { jet } = functionById("softmax").slice(Array<number>(9).fill(0), {});
    assert.equal(jet(Math.log(9)).derivative, 0.25);
    assert.equal(jet(Math.log(9)).secondDerivative + 0, 0);
  });

  it("have no parameter but the axis", () => {
    const odd: Record<string, number> = { temperature: 2 };
    assert.throws(
      () => functionById("softmax").value([0], odd),
      new RangeError("Softmax has no parameter temperature"),
    );
  });
});

describe("Gumbel-softmax", () => {
  const gumbel = functionById("gumbel_softmax");

  it("is near the mean over all noise", () => {
    const { cases } = readFixture("gumbel-mean") as {
      cases: [tau: number, distance: number, mean: number][];
    };
    for (const [tau, distance, mean] of cases) {
      const [first] = gumbel.value([distance, 0], { tau });
      assert.ok(Math.abs(first! - mean) < 0.02, `tau ${tau}, ${distance}: ${first}, not ${mean}`);
    }
  });

  it("is softmax where draws are made hard, at any temperature", () => {
    const xs = [1, -2, 0.5];
    assert.deepEqual(
      gumbel.value(xs, { hard: 1, tau: 0.1 }),
      inPlainDoubles(functionById("softmax")).value(xs),
    );
  });

  it("has nine of ten draws within its band", () => {
    const others = [0.5, -1, 2];
    for (const tau of [0.2, 1, 4]) {
      const { band, share } = gumbel.slice(others, { tau, hard: 0 }).draws!;
      for (const x of [-3, 0, 2, 5]) {
        const draws = Array.from({ length: drawCount(4) }, (_, k) => {
          const powers = [x, ...others].map((entry, i) => Math.exp((entry + gumbelNoise(i)[k]!) / tau));
          return powers[0]! / powers.reduce((sum, power) => sum + power, 0);
        });
        const [low, high] = band(x);
        const inside =
          draws.filter((y) => y >= low * (1 - 1e-9) && y <= high * (1 + 1e-9)).length / draws.length;
        // Where draws are 0 or 1 to rounding, more of them are the band's own ends.
        assert.ok(
          inside > share - 0.02 && (tau < 1 || inside < share + 0.02),
          `${inside} at ${x}, tau ${tau}`,
        );
      }
    }
  });

  it("draws 0 or 1 where it is made hard", () => {
    const { band } = gumbel.slice([0, 0], { tau: 1, hard: 1 }).draws!;
    assert.deepEqual([-9, 0, 9].map(band), [
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });
});
