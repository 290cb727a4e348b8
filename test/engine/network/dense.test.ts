import assert from "node:assert/strict";
import fc from "fast-check";
import { matrix } from "../../../src/engine/flow/matrix.ts";
import { applyStack, collapse, drawLayers, nearestAffine } from "../../../src/engine/network/dense.ts";
import { planePoints } from "../../../src/engine/network/plane.ts";

const options = { gain: 1, biasDeviation: 0.5 };
const points = planePoints(3, 21);

describe("a stack of dense layers", () => {
  it("without an activation does what its product does, to rounding", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.nat(), (widths, seed) => {
        const layers = drawLayers([2, ...widths], seed, options);
        const stack = applyStack(layers, undefined, points).values;
        const single = applyStack([collapse(layers)], undefined, points).values;
        const size = Math.max(1, ...stack.map(Math.abs));
        stack.forEach((y, i) => {
          assert.ok(Math.abs(y - single[i]!) <= 1e-13 * size);
        });
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it("is by hand what it is here", () => {
    // W₁ = [[1, 2], [3, 4]], b₁ = [1, −1]; W₂ = [[1, −1]], b₂ = [0.5].
    const values = (rows: number, columns: number, numbers: readonly number[]) => {
      const result = matrix(rows, columns);
      result.values.set(numbers);
      return result;
    };
    const layers = [
      { weights: values(2, 2, [1, 2, 3, 4]), biases: Float64Array.of(1, -1) },
      { weights: values(1, 2, [1, -1]), biases: Float64Array.of(0.5) },
    ];
    const { weights, biases } = collapse(layers);
    assert.deepEqual([[...weights.values], [...biases]], [[-2, -2], [2.5]]);
    const relu = (x: number) => Math.max(0, x);
    assert.deepEqual([...applyStack(layers, relu, values(2, 2, [1, 1, -1, 0])).values], [-1.5, 0.5]);
  });

  it("draws weights of the variance that is asked for, and the same ones for the same seed", () => {
    const [layer] = drawLayers([200, 300], 7, { gain: Math.SQRT2, biasDeviation: 0 });
    const { values } = layer!.weights;
    const variance = values.reduce((sum, w) => sum + w * w, 0) / values.length;
    assert.ok(Math.abs(variance / (2 / 200) - 1) < 0.02, String(variance));
    assert.deepEqual(drawLayers([200, 300], 7, { gain: Math.SQRT2, biasDeviation: 0 })[0], layer);
  });
});

describe("the nearest affine map", () => {
  it("is the map itself where there is one", () => {
    const values = Float64Array.from({ length: points.rows }, (_, i) => {
      return 2 * points.values[2 * i]! - 3 * points.values[2 * i + 1]! + 0.25;
    });
    const { slopes, bias, largestError } = nearestAffine(points, values);
    [slopes[0] - 2, slopes[1] + 3, bias - 0.25, largestError].forEach((e) => {
      assert.ok(Math.abs(e) < 1e-12);
    });
  });

  it("of |x₁| is its mean, which is least squares", () => {
    const values = Float64Array.from({ length: points.rows }, (_, i) => Math.abs(points.values[2 * i]!));
    const { slopes, bias } = nearestAffine(points, values);
    slopes.forEach((slope) => {
      assert.ok(Math.abs(slope) < 1e-12);
    });
    // 21 points from 0 to 3 on either side: 2 · 0.3 · (1 + … + 10) / 21.
    assert.ok(Math.abs(bias - 33 / 21) < 1e-12);
  });
});
