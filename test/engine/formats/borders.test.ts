import assert from "node:assert/strict";
import { formatFacts } from "../../../src/engine/curve/format-facts.ts";
import { type Border, type Rounded, bordersOf } from "../../../src/engine/formats/borders.ts";
import {
  type NumberFormat,
  bfloat16,
  count,
  float16,
  float32,
  formats,
  numberAt,
  placeOf,
  round,
} from "../../../src/engine/formats/format.ts";
import { jetAlong } from "../../../src/engine/functions/compile.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type { ElementwiseFunction, ParameterValues } from "../../../src/engine/functions/index.ts";
import type { Jet } from "../../../src/engine/math/jet.ts";
import { elementwise, gated, parameterSetsOf, titleOf } from "../functions/cases.ts";
import { casesOf } from "../functions/fixtures.ts";

type Bordered = ReturnType<typeof bordersOf>;
const orders = ["value", "derivative"] as const;
const sides = ["left", "right"] as const;

function roundedOf(fn: ElementwiseFunction, params: ParameterValues): Rounded {
  return { jet: jetAlong(fn, params), claims: fn.claims(params), slopeOfValue: fn.slopeOfValue };
}

/** What a format makes of f or f′. */
function result({ slopeOfValue }: Rounded, jet: Jet, order: (typeof orders)[number], format: NumberFormat) {
  if (order === "value") return round(jet.value, format);
  return round(slopeOfValue ? slopeOfValue(round(jet.value, format)) : jet.derivative, format);
}

/**
 * The borders by looking at every number of the format, from the outermost inwards while the results stay the same; only
 * those at which f or f′ itself is something else, and neither a line's slope nor everything.
 */
function scanned(rounded: Rounded, format: NumberFormat): Bordered {
  const last = count(format);
  const on = (sign: -1 | 1): Bordered["left"] => {
    const inwards: { x: number; jet: Jet }[] = [];
    const limit = rounded.claims[sign < 0 ? "left" : "right"];
    const ends = new Map<string, Border | null>();
    for (let n = last; n >= -last && ends.size < 2; n--) {
      const x = numberAt(sign * n, format);
      const jet = rounded.jet(x);
      for (const order of orders) {
        if (ends.has(order)) continue;
        const before = inwards.at(-1);
        const end = round(limit[order], format);
        if (result(rounded, jet, order, format) === end) continue;
        const isSlope = order === "derivative" && end !== 0 && Number.isFinite(end);
        const isBorder = before && before.jet[order] !== end && !isSlope;
        ends.set(order, isBorder ? { x: before.x, value: end } : null);
      }
      inwards.push({ x, jet });
    }
    return Object.fromEntries([...ends].filter(([, border]) => border));
  };
  return { format, left: on(-1), right: on(1) };
}

/** Borders at which plain doubles see something else than exact results do, at the border and one number inwards. */
function doubtful(fn: ElementwiseFunction, params: ParameterValues, format: NumberFormat): string[] {
  const rounded = roundedOf(fn, params);
  const borders = bordersOf(rounded, format);
  return sides.flatMap((side) =>
    orders.flatMap((order) => {
      const border = borders[side][order];
      if (!border) return [];
      const inwards = numberAt(placeOf(border.x, format) + (side === "left" ? 1 : -1), format);
      const isRight =
        result(rounded, fn.jet(border.x, params), order, format) === border.value &&
        result(rounded, fn.jet(inwards, params), order, format) !== border.value;
      return isRight ? [] : [`${titleOf(fn, params)} ${format.name} ${side} ${order} at ${border.x}`];
    }),
  );
}

describe("borders of number formats", function () {
  this.timeout(60_000);

  for (const fn of elementwise) {
    it(`of ${fn.id} are those that a look at every number finds`, () => {
      for (const { params } of casesOf(fn.id).slice(0, 2)) {
        const rounded = roundedOf(fn, params);
        for (const format of [float16, bfloat16])
          assert.deepEqual(bordersOf(rounded, format), scanned(rounded, format), titleOf(fn, params));
      }
    });
  }

  it("are those of exact results, in float32 too", () => {
    for (const fn of elementwise)
      for (const params of parameterSetsOf(fn))
        for (const format of formats) assert.deepEqual(doubtful(fn, params, format), []);
  });

  it("that are one number off are found out", () => {
    const sigmoid = functionById("sigmoid");
    const { right } = bordersOf(roundedOf(sigmoid, {}), float16);
    const shifted = { ...sigmoid, jet: (x: number) => sigmoid.jet(x + 2 ** -7) };
    assert.notDeepEqual(doubtful(shifted, {}, float16), []);
    assert.equal(right.value?.value, 1);
  });

  it("of a curve that comes to its limit far from 0 are found there", () => {
    const laplace = functionById("laplace");
    const params = { mu: 100, sigma: 0.1 };
    for (const format of [float16, bfloat16]) {
      const rounded = roundedOf(laplace, params);
      assert.deepEqual(bordersOf(rounded, format), scanned(rounded, format));
    }
  });

  it("are where an inequality puts them", () => {
    const border = (id: "sigmoid" | "tanh" | "exponential" | "squared_relu", format: NumberFormat) =>
      bordersOf(roundedOf(functionById(id), {}), format);
    // 1 − e^−x rounds to 1 from the middle, 1 − 2^−12, on.
    const { x } = border("sigmoid", float16).right.value!;
    assert.ok(x > 12 * Math.LN2 && x - 2 ** -7 < 12 * Math.LN2 + 1e-3, String(x));
    // x² overflows from 65520 on, between 65504 and 2¹⁶.
    assert.deepEqual(border("squared_relu", float16).right.value, { x: 256, value: Infinity });
    const overflow = border("exponential", float32).right.value!;
    assert.ok(overflow.x > 128 * Math.LN2 - 1e-6 && overflow.x < 128 * Math.LN2 + 1e-5);
    // e^x rounds to 0 up to half the smallest number.
    const underflow = border("exponential", float16).left.value!;
    assert.ok(underflow.x <= -25 * Math.LN2 && underflow.x + 2 ** -6 > -25 * Math.LN2);
    // The gradient of tanh is computed from its output.
    assert.equal(border("tanh", bfloat16).right.derivative?.x, border("tanh", bfloat16).right.value?.x);
  });
});

describe("facts of number formats", () => {
  const facts = (id: "sigmoid" | "relu" | "gelu" | "tanh" | "selu" | "exponential") => {
    const fn = functionById(id) as ElementwiseFunction;
    return Object.fromEntries(formatFacts("f", fn, {}).map(({ name, text }) => [name, text]));
  };

  it("say what happens where", () => {
    assert.equal(
      facts("sigmoid").float16,
      "f = 0 up to -17.34 and 1 from 8.32; f′ = 0 up to -17.34 and 0 from 8.32, as it is computed from f",
    );
    assert.equal(
      facts("tanh").bfloat16,
      "f = -1 up to -3.469 and 1 from 3.469; f′ = 0 beyond ±3.469, as it is computed from f",
    );
    assert.equal(facts("gelu").bfloat16, "f = 0 up to -13.56; f′ = 0 up to -13.81");
    assert.equal(
      facts("exponential").float16,
      "f = 0 up to -17.34 and ∞ from 11.09; f′ = 0 up to -17.34 and ∞ from 11.09",
    );
  });

  it("are none where the function itself is as flat, or inputs overflow as well", () => {
    assert.deepEqual(facts("relu"), {});
    assert.doesNotMatch(facts("selu").float32!, /∞/);
  });

  it("do not throw for a parameter outside its domain, or for gates", () => {
    for (const fn of [...elementwise, ...gated])
      for (const name of Object.keys(fn.params))
        for (const odd of [NaN, Infinity, -Infinity, 0, -1, 1e300]) formatFacts("f", fn, { [name]: odd });
  });

  it("hold of a function whose gradient is computed from its value only if that gives f′", () => {
    for (const fn of elementwise) {
      if (!fn.slopeOfValue) continue;
      for (let x = -6; x <= 6; x += 0.25)
        assert.ok(Math.abs(fn.slopeOfValue(fn.value(x)) - fn.derivative(x)) < 1e-15, `${fn.id} at ${x}`);
    }
  });
});
