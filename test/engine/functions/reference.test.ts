import assert from "node:assert/strict";
import { jetAlong } from "../../../src/engine/functions/compile.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type { ElementwiseFunction } from "../../../src/engine/functions/index.ts";
import { nextUp } from "../../../src/engine/math/neighbours.ts";
import { elementwise } from "./cases.ts";
import { type Case, casesOf, readFixture, ulpsApart } from "./fixtures.ts";

type Orders = readonly [value: number, derivative: number, secondDerivative: number];

/**
 * Largest errors of the plain doubles, in ulps of the right value. `core`: of f, f′ and f″ for |x| ≤ 2;
 * `tails`: beyond, where a rounding before the exponential is magnified by it. `denormal`: where the right value is below
 * 2^−1022. `nearZeros`: around the zeros of f, f′ and f″, within a quarter of their distance to 0, where doubles cancel;
 * in 2^−52 instead.
 */
interface Bound {
  readonly core: Orders;
  readonly tails: Orders;
  readonly denormal: number;
  readonly nearZeros: number;
  /** Farthest |x| that is compared, where the function swings and is known only so far out. */
  readonly reach?: number;
}

const exact: Bound = { core: [0, 0, 0], tails: [0, 0, 0], denormal: 0, nearZeros: 0 };

const bounds: Readonly<Record<string, Bound>> = {
  relu: exact,
  relu6: exact,
  generalized_relu: { ...exact, core: [1, 0, 0] },
  leaky_relu: exact,
  prelu: exact,
  elu: { ...exact, core: [1, 1, 1], tails: [1, 1, 1], denormal: 1 },
  selu: { ...exact, core: [1, 1, 1], tails: [1, 1, 1], denormal: 2 },
  sigmoid: { ...exact, core: [1, 2, 2], tails: [1, 2, 2], denormal: 1 },
  tanh: { ...exact, core: [1, 2, 2], tails: [1, 2, 3] },
  gelu: { core: [2, 3, 2], tails: [7, 3, 57], denormal: 655, nearZeros: 0.2 },
  gelu_tanh: { core: [7, 6, 10], tails: [888, 687, 1476], denormal: 1, nearZeros: 1 },
  silu: { core: [2, 4, 3], tails: [274, 273, 273], denormal: 360, nearZeros: 1.1 },
  identity: exact,
  affine: { ...exact, tails: [1, 0, 0], nearZeros: 0.3 },
  abs: exact,
  sign: exact,
  heaviside: exact,
  clipped_leaky_relu: exact,
  thresholded_relu: exact,
  shrink: exact,
  clipped_gelu: { core: [2, 3, 2], tails: [7, 3, 573], denormal: 656, nearZeros: 0.4 },
  hard_mish: { ...exact, core: [1, 1, 0], denormal: 1, nearZeros: 0.3 },
  scaled_tanh: { ...exact, core: [2, 2, 3], tails: [2, 122, 110], denormal: 1 },
  parametric_softplus: { ...exact, core: [1, 1, 2], tails: [101, 126, 82], denormal: 1 },
  sqrt_softplus: { core: [1, 2, 5], tails: [1, 2, 4], denormal: 0, nearZeros: 0.2 },
  squareplus: { ...exact, core: [2, 5, 5], tails: [2, 4, 7] },
  star_relu: { ...exact, core: [1, 0, 0], tails: [1, 0, 0], nearZeros: 0.5 },
  sparse_plus: { ...exact, core: [1, 0, 0] },
  sparse_sigmoid: exact,
  gaussian: { core: [6, 7, 8], tails: [255, 323, 305], denormal: 0, nearZeros: 3.2 },
  sine: { ...exact, core: [1, 1, 2], tails: [1, 1, 1], denormal: 1, reach: 2 ** 20 / 30 },
  snake: { ...exact, core: [2, 9, 2], tails: [4, 4, 0], nearZeros: 17, reach: 2 ** 20 / 5 },
  lisht: { ...exact, core: [1, 1, 2], tails: [1, 1, 4], nearZeros: 0.4 },
  logcosh: { ...exact, core: [3, 1, 2], tails: [1, 0, 2] },
  laplace: { ...exact, core: [103, 56, 58], tails: [789, 648, 532], denormal: 103 },
  xielu: { core: [2, 2, 1], tails: [29, 3, 1], denormal: 1, nearZeros: 3.2 },
  rrelu: exact,
  celu: { ...exact, core: [1, 3, 2], tails: [1, 124, 206], denormal: 1 },
  quick_gelu: { core: [2, 3, 6], tails: [164, 277, 236], denormal: 1, nearZeros: 0.4 },
  mish: { core: [1, 3, 2], tails: [20, 20, 20], denormal: 360, nearZeros: 0.3 },
  hard_sigmoid: { ...exact, core: [1, 0, 0], tails: [1, 0, 0], nearZeros: 0.3 },
  log_sigmoid: { ...exact, core: [1, 1, 2], tails: [1, 1, 2] },
  hard_tanh: exact,
  softplus: { ...exact, core: [1, 1, 5], tails: [213, 267, 333], denormal: 1 },
  softsign: { ...exact, core: [1, 3, 4], tails: [1, 2, 3] },
  soft_shrink: exact,
  hard_shrink: exact,
  tanh_shrink: { ...exact, core: [1, 2, 2], tails: [1, 1, 2], denormal: 3 },
  threshold: exact,
  squared_relu: exact,
  exponential: { ...exact, core: [1, 1, 1], tails: [1, 1, 1] },
  hard_swish: { ...exact, core: [1, 1, 0], tails: [1, 1, 0], denormal: 1 },
};

const orders = ["value", "derivative", "secondDerivative"] as const;

/** Every row of a case that is not the double nearest to the truth; 0 may have either sign. */
function unequal(fn: Pick<ElementwiseFunction, "jet">, { params, rows }: Case): string[] {
  return rows.flatMap(([x, ...wanted]) => {
    const got = fn.jet(x, params);
    return orders.flatMap((order, k) =>
      got[order] === wanted[k] ? [] : [`${order} at ${x}: ${got[order]} for ${wanted[k]}`],
    );
  });
}

/** Every row of a case at which plain doubles are farther from the truth than the bound allows. */
function misses(fn: ElementwiseFunction, { params, zeros, rows }: Case, bound: Bound): string[] {
  const plain = jetAlong(fn, params);
  return rows.flatMap(([x, ...wanted]) => {
    if (Math.abs(x) > (bound.reach ?? Infinity)) return [];
    const got = plain(x);
    return orders.flatMap((order, k) => {
      const want = wanted[k]!;
      const besideZero = zeros[k]!.some((zero) => Math.abs(x - zero) < 0.25 * Math.abs(zero));
      const error = besideZero ? Math.abs(got[order] - want) / 2 ** -52 : ulpsApart(got[order], want);
      const limit = besideZero
        ? bound.nearZeros
        : Math.abs(want) < 2 ** -1022
          ? bound.denormal
          : (Math.abs(x) <= 2 ? bound.core : bound.tails)[k]!;
      return error <= limit ? [] : [`${order} at ${x}: ${got[order]} for ${want}, error ${error}`];
    });
  });
}

describe("functions against 700-digit reference values", () => {
  for (const fn of elementwise) {
    it(`${fn.id} is the nearest double at every order`, () => {
      const found = casesOf(fn.id).flatMap((one) => unequal(fn, one));
      assert.deepEqual(found, []);
    });

    it(`${fn.id} is so on a second grid, at other parameters`, () => {
      const cases = casesOf(`second/${fn.id}`);
      assert.deepEqual(
        cases.flatMap((one) => unequal(fn, one)),
        [],
      );
      assert.ok(cases.every(({ rows }) => rows.length > 15));
      assert.equal(cases.length, casesOf(fn.id).length);
    });

    it(`${fn.id} as it is drawn is within its measured bounds at every order`, () => {
      const bound = bounds[fn.id];
      assert.ok(bound, `no bound for ${fn.id}`);
      const found = casesOf(fn.id).flatMap((one) => misses(fn, one, bound));
      assert.deepEqual(found, []);
    });
  }

  it("has no rows to spare: each case covers tails, denormals, zero and kinks", () => {
    for (const fn of elementwise) {
      for (const { params, rows } of casesOf(fn.id)) {
        const xs = rows.map(([x]) => x);
        assert.ok(xs.length > 100, `${fn.id}: ${xs.length} rows`);
        const overflows = !Object.values(fn.jet(1e200, params)).every(Number.isFinite);
        for (const x of [0, 5e-324, -1e-310, overflows ? 1 : 1e200, -1e200, ...fn.claims(params).kinks])
          assert.ok(xs.includes(x), `${fn.id} lacks ${x}`);
      }
    }
  });

  it("rejects a function that is wrong in one order and its last place only", () => {
    const gelu = functionById("gelu");
    const one = casesOf("gelu")[0]!;
    for (const order of orders) {
      const wrong = {
        jet: (x: number) => {
          const jet = gelu.jet(x);
          return { ...jet, [order]: nextUp(jet[order]) };
        },
      };
      assert.notDeepEqual(unequal(wrong, one), [], order);
    }
    const almost = jetAlong(gelu, {});
    assert.notDeepEqual(unequal({ jet: almost }, one), []);
    assert.notDeepEqual(misses(gelu, one, exact), []);
  });

  it("reports at each kink what PyTorch reports", () => {
    for (const { id, params, x, derivative } of kinks) {
      const fn = functionById(id);
      assert.ok(fn?.kind === "elementwise");
      assert.ok(fn.claims(fullParams(fn, params)).kinks.includes(x), `${id} has no kink at ${x}`);
      assert.equal(fn.derivative(x, params), derivative, `${id} at ${x}`);
    }
  });

  it("leaves out no kink that PyTorch has", () => {
    const kinked = elementwise.filter((fn) =>
      casesOf(fn.id).some(({ params }) => fn.claims(params).kinks.length),
    );
    const missing = kinked.filter(({ id }) => !kinks.some((row) => row.id === id)).map(({ id }) => id);
    // Neither PyTorch nor Keras has a gradient of these; softplus has a kink only where it is guarded.
    assert.deepEqual(missing, [
      "clipped_leaky_relu",
      "thresholded_relu",
      "clipped_gelu",
      "hard_mish",
      "softplus",
      "shrink",
      "heaviside",
    ]);
  });
});

const { rows: kinks } = readFixture("kinks") as {
  rows: { id: string; params: Record<string, number>; x: number; derivative: number }[];
};

function fullParams(fn: ElementwiseFunction, given: Record<string, number>): Record<string, number> {
  const defaults = Object.entries(fn.params).map(([name, { default: value }]) => [name, value!] as const);
  return { ...Object.fromEntries(defaults), ...given };
}
