import assert from "node:assert/strict";
import type { Claims, Interval, Limit } from "../../../src/engine/functions/define.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type { ElementwiseFunction, ParameterValues } from "../../../src/engine/functions/index.ts";
import { nextDown, nextUp } from "../../../src/engine/math/neighbours.ts";
import { elementwise, parameterSetsOf, titleOf } from "./cases.ts";

type Order = "value" | "derivative" | "secondDerivative";

/** Even steps near 0, growing steps outwards, and places just beside the whole numbers, where kinks are; in order. */
const grid = [
  ...Array.from({ length: 900 }, (_, index) => -(1e6 ** (1 - index / 900)) * 8),
  ...Array.from({ length: 3201 }, (_, index) => -8 + index / 200),
  ...Array.from({ length: 900 }, (_, index) => 8 * 1e6 ** ((index + 1) / 900)),
  ...Array.from({ length: 21 }, (_, index) => index - 10).flatMap((x) => [x - 1e-9, x + 1e-9]),
].sort((a, b) => a - b);

/** What is not true of the claims; each entry names the claim. */
function falsehoods(fn: ElementwiseFunction, params: ParameterValues, claims: Claims): string[] {
  const at = (order: Order) => (x: number) => fn.jet(x, params)[order];
  const values = grid.map(at("value"));
  const jumps = (order: Order) => candidates(params).filter((x) => jumpsAt(at(order), x));
  const kinks = [...new Set([...jumps("value"), ...jumps("derivative")])].sort((a, b) => a - b);
  const found = {
    range: intervalHolds(at("value"), claims.range),
    derivativeRange: intervalHolds(at("derivative"), claims.derivativeRange),
    monotone: claims.monotone === values.every((value, index) => index === 0 || value >= values[index - 1]!),
    zeroCentred: claims.zeroCentred === grid.every((x) => fn.value(-x, params) === -fn.value(x, params)),
    kinks: String(claims.kinks) === String(kinks),
    smoothness: claims.smoothness === smoothness(jumps),
    saturates: claims.saturates === saturation(at("derivative")),
    left: limitHolds(fn, params, -1e6, claims.left),
    right: limitHolds(fn, params, 1e6, claims.right),
  };
  return Object.entries(found).flatMap(([claim, holds]) => (holds ? [] : [claim]));
}

/** Where a jump may be: whole numbers near 0, and the parameters themselves. */
function candidates(params: ParameterValues): number[] {
  const whole = Array.from({ length: 21 }, (_, index) => index - 10);
  return [...new Set([...whole, ...Object.values(params).filter(Number.isFinite)])];
}

function jumpsAt(f: (x: number) => number, x: number): boolean {
  return Math.abs(f(nextUp(x)) - f(nextDown(x))) > 1e-9;
}

function smoothness(jumps: (order: Order) => number[]): Claims["smoothness"] {
  if (jumps("value").length > 0) return "discontinuous";
  if (jumps("derivative").length > 0) return "C0";
  return jumps("secondDerivative").length > 0 ? "C1" : "smooth";
}

function saturation(slope: (x: number) => number): Claims["saturates"] {
  const [left, right] = [Math.abs(slope(-1e6)) < 1e-9, Math.abs(slope(1e6)) < 1e-9];
  if (left && right) return "both";
  return left ? "left" : right ? "right" : "none";
}

/** Contained, reached or approached at both ends, and an open end not attained where doubles can tell. */
function intervalHolds(f: (x: number) => number, interval: Interval): boolean {
  const { low, high, lowClosed, highClosed } = interval;
  const all = grid.map(f);
  const near = grid.filter((x) => Math.abs(x) <= 5).map(f);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const air = 1e-12;
  return (
    least >= low - air &&
    most <= high + air &&
    (low === -Infinity ? least < -1e3 : least <= low + 1e-4 * Math.max(1, Math.abs(low))) &&
    (high === Infinity ? most > 1e3 : most >= high - 1e-4 * Math.max(1, Math.abs(high))) &&
    (lowClosed || !near.includes(low)) &&
    (highClosed || !near.includes(high)) &&
    (!lowClosed || attained(f, (y) => y, low)) &&
    (!highClosed || attained(f, (y) => -y, -high))
  );
}

/** Whether the least value of sign(f) is `end`: the best grid point, refined by shrinking steps around it. */
function attained(f: (x: number) => number, sign: (y: number) => number, end: number): boolean {
  let best = grid.reduce((a, b) => (sign(f(b)) < sign(f(a)) ? b : a));
  for (let step = Math.max(0.01, Math.abs(best) / 50); step > 1e-9; step /= 2) {
    for (const x of [best - step, best + step]) if (sign(f(x)) < sign(f(best))) best = x;
  }
  return Math.abs(sign(f(best)) - end) <= 1e-13 * Math.max(1, Math.abs(end));
}

function limitHolds(fn: ElementwiseFunction, params: ParameterValues, x: number, limit: Limit): boolean {
  const { value, derivative, secondDerivative } = fn.jet(x, params);
  const reaches = Number.isFinite(limit.value)
    ? Math.abs(value - limit.value) <= 1e-9 * Math.max(1, Math.abs(limit.value))
    : Math.sign(value) === Math.sign(limit.value) && Math.abs(value) > 1e3;
  return (
    reaches &&
    Math.abs(derivative - limit.derivative) <= 1e-9 &&
    Math.abs(secondDerivative - limit.secondDerivative) <= 1e-9 &&
    Object.is(fn.value(x * Infinity, params), limit.value) &&
    Object.is(fn.derivative(x * Infinity, params), limit.derivative)
  );
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
