import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  convolve,
  marginsOf,
  outputShape,
  windowAt,
  windowStart,
} from "../../../src/engine/convolve/convolve.ts";
import type { Geometry } from "../../../src/engine/convolve/define.ts";
import { kernelIds, kernelOf, resized } from "../../../src/engine/convolve/kernels.ts";
import { batchNormalised } from "../../../src/engine/convolve/normalise.ts";
import { pictureIds, pictureOf } from "../../../src/engine/convolve/pictures.ts";
import { pool } from "../../../src/engine/convolve/pool.ts";
import type { Matrix } from "../../../src/engine/flow/matrix.ts";

interface Plane {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
}

/** By SciPy and NumPy. */
const reference = JSON.parse(
  readFileSync(new URL("../../fixtures/convolve/reference.json", import.meta.url), "utf8"),
) as {
  readonly convolutions: readonly {
    readonly input: Plane;
    readonly kernel: Plane;
    readonly geometry: Geometry;
    readonly bias: number;
    readonly output: Plane;
  }[];
  readonly pools: readonly {
    readonly input: Plane;
    readonly size: number;
    readonly max: Plane;
    readonly average: Plane;
  }[];
  readonly normalised: readonly { readonly input: Plane; readonly output: Plane }[];
  readonly margins: readonly {
    readonly length: number;
    readonly size: number;
    readonly stride: number;
    readonly margins: readonly [number, number];
  }[];
  readonly kernels: Readonly<Record<string, Plane>>;
  readonly binomial: readonly Plane[];
};

function matrixOf({ rows, columns, values }: Plane): Matrix {
  return { rows, columns, values: Float64Array.from(values) };
}

/** Sums in another order differ by some units in the last place of their terms. */
function assertNear(
  actual: Pick<Plane, "rows" | "columns"> & { values: ArrayLike<number> },
  expected: Plane,
) {
  assert.deepEqual([actual.rows, actual.columns], [expected.rows, expected.columns]);
  assert.equal(actual.values.length, expected.values.length);
  expected.values.forEach((value, i) => {
    assert.ok(Math.abs(actual.values[i]! - value) <= 1e-12, `${i}: ${actual.values[i]!}, not ${value}`);
  });
}

const plain: Geometry = { stride: [1, 1], padding: [0, 0], dilation: [1, 1] };

describe("convolution", () => {
  for (const { input, kernel, geometry, bias, output } of reference.convolutions) {
    const { stride, padding, dilation } = geometry;
    const how = `stride ${stride.join()}, padding ${String(padding)}, dilation ${dilation.join()}`;
    it(`is SciPy's correlation: ${kernel.rows} × ${kernel.columns} on ${input.rows} × ${input.columns}, ${how}`, () => {
      assertNear(convolve(matrixOf(input), kernel, geometry, bias), output);
    });

    it(`shows the window behind every value: ${kernel.rows} × ${kernel.columns}, ${how}`, () => {
      for (let row = 0; row < output.rows; row++) {
        for (let column = 0; column < output.columns; column++) {
          const { values } = windowAt(matrixOf(input), kernel, geometry, [row, column]);
          const sum = values.reduce((total, value, k) => total + value * kernel.values[k]!, bias);
          assert.ok(Math.abs(sum - output.values[row * output.columns + column]!) < 1e-12);
        }
      }
    });
  }

  it("puts zeros where TensorFlow's documentation puts them under same", () => {
    for (const { length, size, stride, margins } of reference.margins) {
      assert.deepEqual(marginsOf({ length, reach: size, stride, padding: "same" }), margins);
    }
    // https://stackoverflow.com/q/37674306: 13 wide, a filter of 6, stride 5
    assert.deepEqual(marginsOf({ length: 13, reach: 6, stride: 5, padding: "same" }), [1, 2]);
  });

  it("gives nothing where the kernel does not fit", () => {
    const input = { rows: 4, columns: 9, values: new Float64Array(36) };
    const kernel = { rows: 3, columns: 3, values: new Array<number>(9).fill(1) };
    const geometry: Geometry = { ...plain, dilation: [2, 1] };
    assert.deepEqual(outputShape(input, kernel, geometry), [0, 7]);
    assert.equal(convolve(input, kernel, geometry, 0).values.length, 0);
  });

  it("starts a window in the padding", () => {
    const kernel = { rows: 3, columns: 3 };
    const geometry: Geometry = { stride: [2, 2], padding: [1, 1], dilation: [1, 1] };
    assert.deepEqual(windowStart({ rows: 8, columns: 8 }, kernel, geometry, [0, 2]), [-1, 3]);
  });

  it("carries NaN and infinities on", () => {
    const input = { rows: 1, columns: 3, values: Float64Array.of(NaN, Infinity, 1) };
    const output = convolve(input, { rows: 1, columns: 1, values: [2] }, plain, 1);
    assert.deepEqual([...output.values], [NaN, Infinity, 3]);
  });
});

describe("pooling", () => {
  for (const { input, size, max, average } of reference.pools) {
    it(`is NumPy's over squares of ${size}, ${input.rows} × ${input.columns}`, () => {
      assertNear(pool(matrixOf(input), "max", size), max);
      assertNear(pool(matrixOf(input), "average", size), average);
    });
  }

  it("is NaN where the square has one, as PyTorch's is", () => {
    const input = { rows: 2, columns: 2, values: Float64Array.of(1, NaN, 3, 4) };
    assert.deepEqual([...pool(input, "max", 2).values, ...pool(input, "average", 2).values], [NaN, NaN]);
  });

  it("is empty where no square fits", () => {
    assert.equal(pool({ rows: 1, columns: 4, values: new Float64Array(4) }, "max", 2).values.length, 0);
  });
});

describe("batch normalisation of one plane", () => {
  for (const { input, output } of reference.normalised) {
    it(`is NumPy's, ${input.rows} × ${input.columns}`, () => {
      assertNear(batchNormalised(matrixOf(input)), output);
    });
  }
});

describe("the usual kernels", () => {
  for (const [id, expected] of Object.entries(reference.kernels)) {
    it(`${id} is SciPy's`, () => {
      assertNear(
        kernelOf(
          kernelIds.find((known) => known === id)!,
          [3, 3],
          1,
        ),
        expected,
      );
    });
  }

  it("blurs by binomial coefficients, whose sum is 1", () => {
    for (const expected of reference.binomial) {
      assertNear(kernelOf("gaussian", [expected.rows, expected.columns], 1), expected);
    }
  });

  it("draws weights of variance 2 / fan_in, the same for the same seed", () => {
    const { values } = kernelOf("he", [100, 100], 3);
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    // Of 10,000 squares of normal numbers the mean is off by √2 / 100 of itself, once.
    assert.ok(Math.abs(variance / (2 / values.length) - 1) < 0.05, String(variance));
    assert.deepEqual(kernelOf("he", [3, 3], 5), kernelOf("he", [3, 3], 5));
    assert.notDeepEqual(kernelOf("he", [3, 3], 5), kernelOf("he", [3, 3], 6));
  });

  it("come in any size, 3 × 3 in the middle of a larger one", () => {
    for (const id of kernelIds) {
      const { rows, columns, values } = kernelOf(id, [5, 7], 1);
      assert.deepEqual([rows, columns, values.length], [5, 7, 35], id);
    }
    const { values } = kernelOf("sobel-x", [3, 5], 1);
    assert.deepEqual(values, [0, -1, 0, 1, 0, 0, -2, 0, 2, 0, 0, -1, 0, 1, 0]);
    assert.equal(kernelOf("sobel-x", [1, 5], 1).rows, 3);
    assert.deepEqual(kernelOf("identity", [1, 1], 1), { rows: 1, columns: 1, values: [1] });
  });

  it("keep their middle when they become larger, and come back", () => {
    const kernel = kernelOf("laplacian", [3, 3], 1);
    for (const size of [3, 4, 5, 8]) {
      assert.deepEqual(resized(resized(kernel, [size, size]), [3, 3]), kernel);
    }
  });
});

describe("the pictures", () => {
  for (const id of pictureIds) {
    it(`${id} goes from 0 to 1 and is no blank`, () => {
      const { values } = pictureOf(id, 1);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      assert.ok(low >= 0 && low < 0.05 && high <= 1 && high > 0.95, `${low} … ${high}`);
    });
  }

  it("are the same for the same seed, which only the noise depends on", () => {
    assert.deepEqual(pictureOf("noise", 2), pictureOf("noise", 2));
    const changed = pictureIds.filter(
      (id) => pictureOf(id, 1).values.join() !== pictureOf(id, 2).values.join(),
    );
    assert.deepEqual(changed, ["noise"]);
  });
});
