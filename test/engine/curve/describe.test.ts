import assert from "node:assert/strict";
import { describeCurve, describeCurveText } from "../../../src/engine/curve/describe.ts";
import { type FunctionId, type ParameterValues, functionById } from "../../../src/engine/functions/index.ts";

const describeIt = (id: FunctionId, params: ParameterValues = {}, units?: number) =>
  describeCurve(functionById(id), params, units);

describe("a curve's description", () => {
  it("has f at −2, 0, 2 and at kinks", () => {
    const { points } = describeIt("relu6");
    assert.deepEqual(
      points.map(({ x, value, derivative }) => [x, value, derivative]),
      [
        [-2, 0, 0],
        [0, 0, 0],
        [2, 2, 1],
        [6, 6, 0],
      ],
    );
  });

  it("has the slope on both sides of a kink, and the one reported", () => {
    assert.deepEqual(
      describeIt("hard_swish").kinks.map(({ x, left, here, right }) =>
        [x, left.derivative, right.derivative, here.derivative].map((y) => Number(y.toFixed(9))),
      ),
      [
        [-3, 0, -0.5, 0],
        [3, 1.5, 1, 1],
      ],
    );
  });

  /** Computed by mpmath: the zeros of f′ and f there. */
  it("has the extremes of functions that are not monotone", () => {
    const extremes = [
      ["gelu", {}, "minimum", -0.751791524693565, -0.16997120747990366],
      ["gelu_tanh", {}, "minimum", -0.752461422071016, -0.17004075057125403],
      ["silu", {}, "minimum", -1.27846454276107, -0.2784645427610738],
      ["silu", { beta: -1 }, "maximum", 1.27846454276107, 0.2784645427610738],
      ["silu", { beta: 0.01 }, "minimum", -127.8464542761, -27.8464542761],
      ["hard_swish", {}, "minimum", -1.5, -0.375],
      ["prelu", { a: -0.5 }, "minimum", 0, 0],
    ] as const;
    for (const [id, params, kind, x, value] of extremes) {
      const description = describeIt(id, params);
      const { minimum, maximum } = description;
      const point = kind === "minimum" ? minimum : maximum;
      assert.ok(point && Math.abs(point.x - x) < 1e-8 * Math.max(1, Math.abs(x)), `${id}: ${point?.x}`);
      assert.ok(
        Math.abs(point.value - value) < 1e-12 * Math.max(1, Math.abs(value)),
        `${id}: ${point.value}`,
      );
      assert.equal(kind === "minimum" ? maximum : minimum, undefined, id);
    }
    // At a minimum that is at 0 or a kink, bisection would end beside it; of a swinging function's the nearest counts.
    for (const id of ["abs", "lisht", "logcosh"] as const) assert.equal(describeIt(id).minimum?.x, 0, id);
    assert.equal(describeIt("gaussian").maximum?.x, 0);
    const sine = describeIt("sine");
    assert.ok(Math.abs(sine.minimum!.x + Math.PI / 2) < 1e-8);
    assert.ok(Math.abs(sine.maximum!.x - Math.PI / 2) < 1e-8);
    assert.equal(describeIt("tanh").minimum, undefined);
  });

  it("has the places beyond which f′ is under 5 % of its maximum", () => {
    const { flatBelow, flatAbove } = describeIt("sigmoid");
    // where σ(1 − σ) = 0.05 / 4
    const edge = Math.log((1 + Math.sqrt(0.95)) / (1 - Math.sqrt(0.95)));
    assert.ok(Math.abs(flatBelow! + edge) < 1e-9 && Math.abs(flatAbove! - edge) < 1e-9);
    assert.deepEqual([describeIt("relu").flatBelow, describeIt("relu").flatAbove], [0, undefined]);
    assert.equal(describeIt("leaky_relu").flatBelow, undefined);
    assert.equal(describeIt("relu6").flatAbove, 6);
    assert.equal(describeIt("generalized_relu", { max_value: 0 }).flatAbove, undefined);
  });

  it("of softmax is that of y₁ against x₁, over as many units as told", () => {
    const ten = describeIt("softmax");
    assert.deepEqual(
      ten.points.map(({ value }) => Number(value.toPrecision(3))),
      [0.0148, 0.1, 0.451],
    );
    assert.equal(ten.symbol, "y₁");
    assert.equal(describeIt("softmax", {}, 2).points[1]?.value, 0.5);
    assert.equal(describeIt("softmax", {}, 1).points[0]?.value, 1);
    assert.throws(() => describeIt("softmax", {}, 0), RangeError);
  });

  it("names parameters outside their domain and claims nothing of f′ then", () => {
    const text = describeCurveText(describeIt("elu", { alpha: -1 }));
    assert.match(text[0]!, /^alpha=-1 is outside its domain/);
    assert.ok(!text.some((line) => line.startsWith("f′ from")));
  });

  it("reads as text, one fact a line", () => {
    assert.deepEqual(describeCurveText(describeIt("leaky_relu", { negative_slope: 0.2 })), [
      "f(-2) = -0.4, f(0) = 0, f(2) = 2",
      "f′ from 0.2 to 1",
      "kink at x = 0: f′ 0.2 left, 1 right, reported 0.2",
    ]);
    const kinkOf = (...given: Parameters<typeof describeIt>) =>
      describeCurveText(describeIt(...given)).filter((line) => /kink|jump/.test(line));
    assert.deepEqual(kinkOf("heaviside"), ["jump at x = 0: f 0 left, 1 right, 0.5 there"]);
    assert.deepEqual(kinkOf("generalized_relu", { threshold: 1, max_value: 2.5 }), [
      "jump at x = 1: f 0 left, 1 right, 0 there; f′ 0 left, 1 right, reported 0",
      "kink at x = 2.5: f′ 1 left, 0 right, reported 1",
    ]);
    assert.deepEqual(describeCurveText(describeIt("gelu")), [
      "f(-2) = -0.0455, f(0) = 0, f(2) = 1.954",
      "minimum -0.17 at x = -0.7518",
      "f′ from -0.1289 to 1.129",
      "flat (f′ under 5 % of its maximum) below -2.28",
    ]);
  });
});
