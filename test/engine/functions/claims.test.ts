import assert from "node:assert/strict";
import { drawableOf } from "../../../src/engine/curve/drawable.ts";
import { extremesOf, inflectionsOf } from "../../../src/engine/curve/turns.ts";
import { lipschitzConstant } from "../../../src/engine/functions/claims.ts";
import { jetAlong, valueAlong } from "../../../src/engine/functions/compile.ts";
import type { Claims, Interval, Limit } from "../../../src/engine/functions/define.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type { ElementwiseFunction, ParameterValues } from "../../../src/engine/functions/index.ts";
import { withDefaults } from "../../../src/engine/functions/parameters.ts";
import { nextDown, nextUp } from "../../../src/engine/math/neighbours.ts";
import { elementwise, parameterSetsOf, titleOf } from "./cases.ts";
import { casesOf, ulpsApart } from "./fixtures.ts";

type Order = "value" | "derivative" | "secondDerivative";

/** Even steps near 0, growing steps outwards, and places just beside the whole numbers. */
const places = [
  ...Array.from({ length: 900 }, (_, index) => -(1e6 ** (1 - index / 900)) * 8),
  ...Array.from({ length: 3201 }, (_, index) => -8 + index / 200),
  ...Array.from({ length: 900 }, (_, index) => 8 * 1e6 ** ((index + 1) / 900)),
  ...Array.from({ length: 21 }, (_, index) => index - 10).flatMap((x) => [x - 1e-9, x + 1e-9]),
];

/** The places in order, with some just beside the parameters, where functions change their course. */
function gridOf(params: ParameterValues): number[] {
  const parameters = Object.values(params).filter(Number.isFinite);
  return [...places, ...parameters.flatMap((x) => [x - 1e-9, x + 1e-9])].sort((a, b) => a - b);
}

/** What is not true of the claims; each entry names the claim. */
function falsehoods(fn: ElementwiseFunction, params: ParameterValues, claims: Claims): string[] {
  const jet = jetAlong(fn, withDefaults(fn, params));
  const at = (order: Order) => (x: number) => jet(x)[order];
  const grid = gridOf(params);
  const values = grid.map(at("value"));
  const falls = values.some(
    (value, index) => value < values[index - 1]! && differ(value, values[index - 1]!),
  );
  const jumps = {
    value: jumpsOf(at("value")),
    derivative: jumpsOf(at("derivative")),
    secondDerivative: jumpsOf(at("secondDerivative")),
  };
  const found = {
    range: intervalHolds(at("value"), at("derivative"), grid, claims.range),
    derivativeRange: intervalHolds(at("derivative"), at("secondDerivative"), grid, claims.derivativeRange),
    monotone: claims.monotone === !falls,
    zeroCentred: claims.zeroCentred === grid.every((x) => jet(-x).value === -jet(x).value),
    kinks: kinksHold(claims.kinks, [...jumps.value, ...jumps.derivative], [at("value"), at("derivative")]),
    smoothness: (claims.smoothness === "C2" ? "smooth" : claims.smoothness) === smoothness(jumps),
    saturates: claims.saturates === saturation(at("derivative")),
    left: limitHolds(fn, params, -far, claims.left),
    right: limitHolds(fn, params, far, claims.right),
  };
  return Object.entries(found).flatMap(([claim, holds]) => (holds ? [] : [claim]));
}

/** Two neighbouring doubles between which a function jumps. */
type Jump = readonly [before: number, after: number];

/** How far jumps are looked for, on both sides of 0. */
const searched = 20;

/** Cells of a tenth, whose ends are no round numbers, so that what lies at one is inside a cell. */
const cells = Array.from({ length: 10 * 2 * searched }, (_, index) => index / 10 - searched + 0.0317);

/** Whether two values are farther apart than rounding explains. What a numerical guard changes is less. */
function differ(a: number, b: number): boolean {
  return Math.abs(a - b) > 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));
}

function jumpsOf(f: (x: number) => number): Jump[] {
  return cells.flatMap((cell) => jumpWithin(f, cell, cell + 0.1) ?? []);
}

/** Follows the half across which f changes more, until nothing is left between or the change is none. */
function jumpWithin(f: (x: number) => number, from: number, to: number): Jump[] | undefined {
  let [before, after] = [from, to];
  while (differ(f(before), f(after))) {
    const middle = before + (after - before) / 2;
    if (middle === before || middle === after) return [[before, after]];
    if (Math.abs(f(middle) - f(before)) > Math.abs(f(after) - f(middle))) after = middle;
    else before = middle;
  }
  return undefined;
}

/** Every jump found is claimed, and every claim within reach is a jump of f or f′, in ascending order. */
function kinksHold(
  kinks: readonly number[],
  found: readonly Jump[],
  orders: readonly ((x: number) => number)[],
): boolean {
  const isKink = (x: number) => orders.some((f) => differ(f(nextDown(x)), f(nextUp(x))));
  return (
    found.every((jump) => kinks.some((kink) => jump.includes(kink))) &&
    kinks.every((kink, index) => isKink(kink) && (index === 0 || kink > kinks[index - 1]!))
  );
}

function smoothness(jumps: Readonly<Record<Order, readonly Jump[]>>): Claims["smoothness"] {
  if (jumps.value.length > 0) return "discontinuous";
  if (jumps.derivative.length > 0) return "C0";
  return jumps.secondDerivative.length > 0 ? "C1" : "smooth";
}

/** Where limits are read: even a slope of 1/√x has come to its limit here. */
const far = 1e100;

function saturation(slope: (x: number) => number): Claims["saturates"] {
  const [left, right] = [Math.abs(slope(-far)) < 1e-9, Math.abs(slope(far)) < 1e-9];
  if (left && right) return "both";
  return left ? "left" : right ? "right" : "none";
}

/** Contained, reached or approached at both ends, and an open end not attained where doubles can tell. */
function intervalHolds(
  f: (x: number) => number,
  slope: (x: number) => number,
  grid: readonly number[],
  interval: Interval,
): boolean {
  const { low, high, lowClosed, highClosed } = interval;
  const all = grid.map(f);
  const near = grid.filter((x) => Math.abs(x) <= 5 && isResolved(slope(x))).map(f);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const air = 1e-12;
  return (
    least >= low - air &&
    most <= high + air &&
    (low === -Infinity ? least < -1e3 : least <= low + 1e-4 * Math.max(1, Math.abs(low))) &&
    (high === Infinity ? most > 1e3 : most >= high - 1e-4 * Math.max(1, Math.abs(high))) &&
    (lowClosed || !near.includes(low)) &&
    (highClosed || !near.includes(high)) &&
    (!lowClosed || attained(f, grid, (y) => y, low)) &&
    (!highClosed || attained(f, grid, (y) => -y, -high))
  );
}

/** Whether a double can tell a value from the limit it approaches: not where it has all but stopped to change. */
function isResolved(slope: number): boolean {
  return slope === 0 || Math.abs(slope) > 1e-10;
}

/** Whether the least value of sign(f) is `end`: the best grid point, refined by shrinking steps around it. */
function attained(
  f: (x: number) => number,
  grid: readonly number[],
  sign: (y: number) => number,
  end: number,
): boolean {
  let best = grid.reduce((a, b) => (sign(f(b)) < sign(f(a)) ? b : a));
  for (let step = Math.max(0.01, Math.abs(best) / 50); step > 1e-9; step /= 2) {
    for (const x of [best - step, best + step]) if (sign(f(x)) < sign(f(best))) best = x;
  }
  return Math.abs(sign(f(best)) - end) <= 1e-13 * Math.max(1, Math.abs(end));
}

function limitHolds(fn: ElementwiseFunction, params: ParameterValues, x: number, limit: Limit): boolean {
  const plain = jetAlong(fn, withDefaults(fn, params));
  return (["value", "derivative", "secondDerivative"] as const).every(
    (order) =>
      tendsTo((place) => plain(place)[order], x, limit[order]) &&
      Object.is(fn.jet(x * Infinity, params)[order], limit[order]),
  );
}

/** Whether f far out at x is at its limit: near it, beyond all bounds, or, for NaN, still swinging. */
function tendsTo(f: (x: number) => number, x: number, limit: number): boolean {
  if (Number.isNaN(limit)) {
    const swing = cells.map((cell) => f(Math.sign(x) * 1e3 + 10 * cell));
    return Math.max(...swing) - Math.min(...swing) > 1e-3;
  }
  if (Number.isFinite(limit)) return Math.abs(f(x) - limit) <= 1e-9 * Math.max(1, Math.abs(limit));
  return Math.sign(f(x)) === Math.sign(limit) && Math.abs(f(x)) > 1e3;
}

describe("claims", () => {
  for (const fn of elementwise) {
    it(`of ${fn.id} are true at its defaults and at odd parameters`, () => {
      for (const params of parameterSetsOf(fn)) {
        assert.deepEqual(falsehoods(fn, params, fn.claims(params)), [], titleOf(fn, params));
      }
    });
  }

  it("that are false are found out, one by one", () => {
    const gelu = functionById("gelu") as ElementwiseFunction;
    const truth = gelu.claims({});
    const lies: Partial<Claims>[] = [
      { range: { ...truth.range, low: -0.17 } },
      { range: { ...truth.range, lowClosed: false, low: -0.16 } },
      { derivativeRange: { ...truth.derivativeRange, high: 1.13 } },
      { monotone: true },
      { zeroCentred: true },
      { smoothness: "C1" },
      { kinks: [0] },
      { saturates: "none" },
      { left: { ...truth.left, value: -1e-6 } },
      { right: { ...truth.right, derivative: 0.999 } },
    ];
    for (const lie of lies) {
      const [claim] = Object.keys(lie);
      assert.deepEqual(falsehoods(gelu, {}, { ...truth, ...lie }), [claim]);
    }
    const relu = functionById("relu") as ElementwiseFunction;
    assert.deepEqual(falsehoods(relu, {}, { ...relu.claims({}), kinks: [] }), ["kinks"]);
  });

  it("give as ends the exact values at the turns, to eight last places", () => {
    let count = 0;
    for (const fn of elementwise) {
      for (const params of parameterSetsOf(fn)) {
        const drawable = drawableOf(fn, params);
        const { range, derivativeRange, monotone } = drawable.claims;
        const { minimum, maximum } = extremesOf(drawable);
        const bends = (inflectionsOf(drawable) ?? []).map((x) => fn.derivative(x, params));
        const ends = [
          ...(minimum === undefined ? [] : [[range.low, [fn.value(minimum, params)]] as const]),
          ...(maximum === undefined ? [] : [[range.high, [fn.value(maximum, params)]] as const]),
          ...(bends.length > 0 && derivativeRange.lowClosed && !monotone
            ? [[derivativeRange.low, bends] as const]
            : []),
          ...(bends.length > 0 && derivativeRange.highClosed ? [[derivativeRange.high, bends] as const] : []),
        ];
        for (const [end, values] of ends) {
          const error = Math.min(...values.map((value) => ulpsApart(end, value)));
          assert.ok(error <= 8, `${titleOf(fn, params)}: ${end} for ${values.join()}`);
          count++;
        }
      }
    }
    assert.ok(count > 60, String(count));
  });

  it("imply a Lipschitz constant that no two points exceed and some come near", () => {
    for (const fn of elementwise) {
      for (const { params } of casesOf(fn.id)) {
        const constant = lipschitzConstant(fn.claims(params));
        const value = valueAlong(fn, params);
        const grid = [...new Set(gridOf(params))].filter((x) => Number.isFinite(value(x)));
        const slopes = grid.slice(1).map((x, k) => {
          const step = x - grid[k]!;
          // What rounding takes from the difference of two values is not theirs.
          return (
            Math.max(0, Math.abs(value(x) - value(grid[k]!)) - 1e-13 * Math.max(1, Math.abs(value(x)))) / step
          );
        });
        const steepest = Math.max(...slopes);
        assert.ok(
          steepest <= constant * (1 + 1e-6),
          `${titleOf(fn, params)}: ${steepest} beyond ${constant}`,
        );
        assert.ok(
          steepest >= (constant === Infinity ? 1e3 : 0.99 * constant),
          `${titleOf(fn, params)}: ${steepest}`,
        );
      }
    }
  });

  it("say that an infinite end is never closed", () => {
    for (const fn of elementwise) {
      for (const params of parameterSetsOf(fn)) {
        const { range, derivativeRange } = fn.claims(params);
        for (const { low, high, lowClosed, highClosed } of [range, derivativeRange]) {
          assert.ok(
            !(lowClosed && low === -Infinity) && !(highClosed && high === Infinity),
            titleOf(fn, params),
          );
        }
      }
    }
  });
});
