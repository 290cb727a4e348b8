/** Fully connected layers, h = W y + b, one after another, with or without an activation between them. */
import { type Matrix, affine, matrix, multiply, multiplyTransposed } from "../flow/matrix.ts";
import { normal } from "../math/random.ts";

export interface DenseLayer {
  /** [out × in] */
  readonly weights: Matrix;
  /** [out] */
  readonly biases: Float64Array;
}

/**
 * Layers with independent normal weights of variance gain² / fan_in and normal biases.
 * @param sizes units from the input to the output, at least two
 * @param seed a whole number
 */
export function drawLayers(
  sizes: readonly number[],
  seed: number,
  { gain, biasDeviation }: { readonly gain: number; readonly biasDeviation: number },
): readonly DenseLayer[] {
  const next = normal(seed);
  return sizes.slice(1).map((fanOut, i) => {
    const weights = matrix(fanOut, sizes[i]!);
    const scale = gain / Math.sqrt(sizes[i]!);
    for (let k = 0; k < weights.values.length; k++) weights.values[k] = scale * next();
    return { weights, biases: Float64Array.from({ length: fanOut }, () => biasDeviation * next()) };
  });
}

/** What a layer gives before any activation. @param inputs [samples × in] @returns [samples × out] */
export function applyLayer({ weights, biases }: DenseLayer, inputs: Matrix): Matrix {
  return affine(inputs, weights, biases);
}

/**
 * The whole stack.
 * @param activation between the layers, not after the last; undefined: nothing between them
 * @param inputs [samples × in of the first]
 * @returns [samples × out of the last]
 */
export function applyStack(
  layers: readonly DenseLayer[],
  activation: ((x: number) => number) | undefined,
  inputs: Matrix,
): Matrix {
  return layers.reduce((y, layer, i) => {
    const h = applyLayer(layer, y);
    if (activation && i < layers.length - 1) {
      for (let k = 0; k < h.values.length; k++) h.values[k] = activation(h.values[k]!);
    }
    return h;
  }, inputs);
}

/**
 * The one layer that does what layers without an activation do one after another: W = Wₙ … W₂W₁, and each bias carried
 * through the layers after it. Equal up to rounding.
 */
export function collapse(layers: readonly DenseLayer[]): DenseLayer {
  return layers.reduce((before, { weights, biases }) => {
    const through = multiply(
      { rows: 1, columns: before.biases.length, values: before.biases },
      weights,
    ).values;
    return {
      weights: multiplyTransposed(weights, before.weights),
      biases: biases.map((bias, i) => bias + through[i]!),
    };
  });
}

/** y = slopes · x + bias, and how far it is from what it stands for. */
export interface AffineFit {
  readonly slopes: readonly [number, number];
  readonly bias: number;
  /** Largest |difference| over the points. */
  readonly largestError: number;
}

/**
 * The affine map nearest to values over points of the plane: least squares.
 * @param points [n × 2], symmetric about the axes, so that mean, x₁ and x₂ are at right angles to one another
 * @param values [n]
 */
export function nearestAffine({ rows, values: x }: Matrix, values: Float64Array): AffineFit {
  let sum = 0;
  const along = [0, 0];
  const squares = [0, 0];
  for (let i = 0; i < rows; i++) {
    sum += values[i]!;
    for (const k of [0, 1] as const) {
      along[k]! += x[2 * i + k]! * values[i]!;
      squares[k]! += x[2 * i + k]! ** 2;
    }
  }
  const slopes = [along[0]! / squares[0]!, along[1]! / squares[1]!] as const;
  const bias = sum / rows;
  let largestError = 0;
  for (let i = 0; i < rows; i++) {
    const error = Math.abs(values[i]! - (slopes[0] * x[2 * i]! + slopes[1] * x[2 * i + 1]! + bias));
    largestError = Math.max(largestError, error);
  }
  return { slopes, bias, largestError };
}
