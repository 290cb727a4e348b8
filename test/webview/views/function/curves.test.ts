import assert from "node:assert/strict";
import fc from "fast-check";
import { drawableOf } from "../../../../src/engine/curve/drawable.ts";
import { functionById, functions } from "../../../../src/engine/functions/index.ts";
import type { VectorFunction } from "../../../../src/engine/functions/index.ts";
import { type LabState, isInterval, readLabState } from "../../../../src/webview/protocol.ts";
import { curveSummary, cursorOf, curvesOf } from "../../../../src/webview/views/function/curves.ts";
import { partialsText } from "../../../../src/webview/views/function/halves.ts";
import { valueTable } from "../../../../src/webview/views/function/table.ts";
import { zoomedAround } from "../../../../src/webview/views/interval.ts";

function labOn(state: Partial<Record<keyof LabState, unknown>>): LabState {
  return readLabState({ functionId: "leaky_relu", params: { negative_slope: 0.2 }, ...state });
}

function chartOf(state: LabState) {
  const fn = functionById(state.functionId);
  return { ...curvesOf(fn, state, 400), ...cursorOf(fn, state) };
}

describe("the function view's chart", () => {
  it("draws the orders that are on, and no other", () => {
    const labels = (orders: readonly boolean[]) => chartOf(labOn({ orders })).lines.map(({ label }) => label);
    assert.deepEqual(labels([true, true, false]), ["f", "f′"]);
    assert.deepEqual(labels([false, false, true]), ["f″"]);
    assert.deepEqual(labels([false, false, false]), []);
  });

  // Leaky ReLU by its definition, not by the engine.
  it("passes through leaky ReLU's own values", () => {
    const [f, slope] = chartOf(labOn({})).lines;
    for (const [i, x] of f!.x.entries()) {
      if (x !== 0) assert.ok(Math.abs(f!.y[i]! - (x > 0 ? x : 0.2 * x)) < 1e-12);
      if (x !== 0) assert.equal(slope!.y[i]!, x > 0 ? 1 : 0.2);
    }
  });

  it("breaks f′ at the kink and leaves f whole", () => {
    const [f, slope] = chartOf(labOn({})).lines;
    const gaps = (y: Float64Array) =>
      [...y.entries()].filter(([, value]) => Number.isNaN(value)).map(([i]) => f!.x[i]);
    assert.deepEqual(gaps(f!.y), []);
    assert.deepEqual(gaps(slope!.y), [0]);
  });

  it("marks a kink once and both sides of a jump", () => {
    assert.deepEqual(
      chartOf(labOn({})).kinks.map(({ x }) => x),
      [0],
    );
    const jump = chartOf(labOn({ functionId: "generalized_relu", params: { threshold: 1 } })).kinks;
    assert.deepEqual(
      jump.map(({ x }) => x),
      [1, 1],
    );
    assert.deepEqual(
      jump.map(({ y }) => Math.round(y) + 0),
      [0, 1],
    );
  });

  it("shows every kink of ReLU6 with room around it", () => {
    const [low, high] = chartOf(labOn({ functionId: "relu6" })).interval;
    assert.ok(low <= -1 && high >= 7);
  });

  it("keeps its interval while a slider moves", () => {
    const at = (beta: number) => chartOf(labOn({ functionId: "silu", params: { beta } })).interval;
    assert.deepEqual(at(0.1), at(1));
    assert.deepEqual(at(5), at(1));
  });

  it("takes the person's interval as it is", () => {
    assert.deepEqual(chartOf(labOn({ interval: [0.5, 0.75] })).interval, [0.5, 0.75]);
  });

  it("reads the curves at the cursor, kink included, and the tangent's slope", () => {
    const { cursor, slope } = chartOf(labOn({ cursor: 0, tangent: true, orders: [true, true, true] }));
    assert.deepEqual(
      cursor.readings.map(({ value }) => value),
      [0, 0.2, 0],
    );
    assert.equal(slope, 0.2);
    assert.equal(chartOf(labOn({})).slope, undefined);
  });

  // Plain doubles cancel there: of f′ no digit is right.
  it("reads f′ of GELU exactly beside its zero", () => {
    const [gelu, x] = [functionById("gelu"), -0.7517915246935645];
    const { cursor } = chartOf(labOn({ functionId: "gelu", cursor: x, orders: [true, true, true] }));
    const { value, derivative, secondDerivative } = gelu.jet(x);
    assert.deepEqual(
      cursor.readings.map((reading) => reading.value),
      [value, derivative, secondDerivative],
    );
    assert.notEqual(drawableOf(gelu, {}).jet(x).derivative, derivative);
  });

  it("says in words where the curves go", () => {
    const text = curveSummary(curvesOf(functionById("leaky_relu"), labOn({ interval: [-2, 2] }), 100));
    assert.match(text, /x from -2 to 2\./);
    assert.match(text, /f: starts at -0\.4, ends at 2, lowest -0\.4 at -2, highest 2 at 2\./);
    assert.match(text, /Kink at 0\./);
  });

  it("can be drawn for any function, parameters, interval and cursor", () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true }));
    const anyState = fc.constantFrom(...functions).chain((fn) =>
      fc.record({
        functionId: fc.constant(fn.id),
        params: fc.record(Object.fromEntries(Object.keys(fn.params).map((name) => [name, number]))),
        interval: fc.oneof(fc.constant(null), fc.tuple(number, number)),
        cursor: number,
        a: number,
        inputs: fc.array(number, { minLength: 1, maxLength: 12 }),
        orders: fc.constant([true, true, true]),
        tangent: fc.constant(true),
      }),
    );
    fc.assert(
      fc.property(anyState, (given) => {
        const chart = chartOf(readLabState(given));
        assert.ok(isInterval(chart.interval), `${chart.interval[0]} ${chart.interval[1]}`);
        assert.ok(chart.range.every(Number.isFinite) && chart.range[0] < chart.range[1]);
        for (const { x, y } of chart.lines) assert.equal(x.length, y.length);
        curveSummary(chart);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the chart of a vector function", () => {
  const state = labOn({ functionId: "softmax", inputs: [1, 0, 0] });

  // y₁ = e^x / (e^x + 2), by hand.
  it("is its first output against its first input, the others as they are", () => {
    const [y, slope] = chartOf(state).lines;
    for (const [i, x] of y!.x.entries()) {
      const expected = Math.exp(x) / (Math.exp(x) + 2);
      assert.ok(Math.abs(y!.y[i]! - expected) < 1e-12);
      assert.ok(Math.abs(slope!.y[i]! - expected * (1 - expected)) < 1e-12);
    }
  });

  it("has its cursor where the first input is", () => {
    const { cursor } = chartOf(state);
    assert.equal(cursor.x, 1);
    assert.ok(Math.abs(cursor.readings[0]!.value - Math.E / (Math.E + 2)) < 1e-12);
  });

  // The threshold τ is 0 with x₁ alone above it, to 1e-17: x₂ is, and takes half of the slope.
  it("reads sparsemax's slope exactly beside the threshold", () => {
    const { cursor, slope } = chartOf(
      labOn({ functionId: "sparsemax", inputs: [1, 1e-17], orders: [true, true, false], tangent: true }),
    );
    assert.equal(slope, 0.5);
    assert.equal(cursor.readings[1]?.value, 0.5);
  });

  // Beside 0.5 and 0 the threshold is −0.25; at x₁ = 0.5 it has risen to 0, at 1.5 to 0.5.
  it("has a kink wherever the support changes", () => {
    const chart = chartOf(labOn({ functionId: "sparsemax", inputs: [0, 0.5, 0] }));
    const places = chart.kinks.map(({ x, y }) => [x, y]);
    assert.deepEqual(places, [
      [-0.25, 0],
      [0.5, 0.5],
      [1.5, 1],
    ]);
    assert.match(curveSummary(chart), /Kink at -0\.25, 0\.5, 1\.5\./);
  });

  it("marks both sides of hardmax's jump, and shows where maxout's other input is", () => {
    const placesOf = (functionId: string, inputs: readonly number[]) =>
      chartOf(labOn({ functionId, inputs })).kinks.map(({ x, y }) => [x, y]);
    assert.deepEqual(placesOf("hardmax", [0, -3, 2]), [
      [2, 0],
      [2, 1],
    ]);
    assert.deepEqual(placesOf("maxout", [0, 3]), [[3, 3]]);
    assert.deepEqual(placesOf("softmax", [0, 3]), []);
  });

  it("never shows a second derivative", () => {
    const labels = chartOf(labOn({ functionId: "softmax", orders: [true, true, true] })).lines.map(
      (l) => l.label,
    );
    assert.deepEqual(labels, ["y₁", "y₁′"]);
  });

  it("is 1 over a single unit, whatever goes in", () => {
    const fn = functionById("softmax") as VectorFunction;
    const { lines } = curvesOf(fn, labOn({ functionId: "softmax", inputs: [3] }), 50);
    assert.ok(lines[0]!.y.every((y) => y === 1));
    assert.ok(lines[1]!.y.every((y) => y === 0));
  });
});

describe("the chart of a gated function", () => {
  // y = a σ(b), by hand.
  it("is y against the gate half at the value half there is, its slope ∂y/∂b", () => {
    const [y, slope] = chartOf(labOn({ functionId: "glu", a: -2 })).lines;
    assert.deepEqual([y!.label, slope!.label], ["y", "y′"]);
    for (const [i, b] of y!.x.entries()) {
      const s = 1 / (1 + Math.exp(-b));
      assert.ok(Math.abs(y!.y[i]! + 2 * s) < 1e-12);
      assert.ok(Math.abs(slope!.y[i]! + 2 * s * (1 - s)) < 1e-12);
    }
  });

  it("says which input it varies, and both slopes at the cursor", () => {
    assert.equal(chartOf(labOn({ functionId: "swiglu" })).variable, "b");
    assert.equal(partialsText(functionById("glu"), {}, 2, 0), "b = 0 (the cursor): ∂y/∂a = 0.5, ∂y/∂b = 0.5");
  });
});

describe("the table of values", () => {
  it("has round numbers and the kinks, in order", () => {
    const relu6 = drawableOf(functionById("relu6"), {});
    assert.deepEqual(
      valueTable(relu6, [-4, 7]).map(({ x }) => x),
      [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7],
    );
    assert.deepEqual(
      valueTable(relu6, [5.5, 6.1]).map(({ x }) => x),
      [5.5, 5.55, 5.6, 5.65, 5.7, 5.75, 5.8, 5.85, 5.9, 5.95, 6, 6.05, 6.1],
    );
  });

  it("stays small on any interval", () => {
    const relu = drawableOf(functionById("relu"), {});
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const interval = [Math.min(a, b), Math.max(a, b)] as const;
        fc.pre(isInterval(interval));
        const xs = valueTable(relu, interval).map(({ x }) => x);
        assert.ok(xs.length >= 8 && xs.length <= 22, `${xs.length}`);
        const slack = 1e-8 * (interval[1] - interval[0]);
        assert.ok(xs.every((x) => x >= interval[0] - slack && x <= interval[1] + slack));
      }),
    );
  });
});

describe("zooming", () => {
  it("keeps the cursor where it is on the picture", () => {
    assert.deepEqual(zoomedAround(2, [-4, 4], 0.5), [-1, 3]);
    assert.deepEqual(zoomedAround(0, [-4, 4], 2), [-8, 8]);
  });

  it("goes about the middle while the cursor is outside", () => {
    assert.deepEqual(zoomedAround(100, [-4, 4], 0.5), [-2, 2]);
  });
});
