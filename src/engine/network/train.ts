/**
 * A small network that really trains: dense layers, one activation between them, one logit; logistic loss, plain stochastic
 * gradient descent on small batches. `startTraining` and `trainStep`: no timer inside, whoever drives it decides when.
 */
import { activated } from "../flow/activate.ts";
import { weightScales } from "../flow/define.ts";
import { type Matrix, matrix, multiply, multiplyTransposed } from "../flow/matrix.ts";
import { uniform } from "../math/random.ts";
import { jetAlong, valueAlong } from "../functions/compile.ts";
import type { Curve } from "../functions/define.ts";
import { logistic } from "../math/logistic.ts";
import { softplus } from "../math/softplus.ts";
import { type Dataset, type LabelledPoints, drawDataset } from "./datasets.ts";
import { type DenseLayer, applyLayer, applyStack, drawLayers } from "./dense.ts";

/** Variance of the weights times fan_in; `large` is 16. */
const scales = { he: weightScales.he, lecun: weightScales.lecun, pytorch: weightScales.pytorch, large: 16 };
export type StartWeights = keyof typeof scales;
export const startWeights = Object.keys(scales) as readonly StartWeights[];

export interface TrainingOptions {
  readonly data: Dataset;
  /** Hidden layers, at least 1. */
  readonly layers: number;
  /** Units of each hidden layer. */
  readonly width: number;
  readonly learningRate: number;
  readonly weights: StartWeights;
  /** What the biases of hidden units start at. */
  readonly bias: number;
  /** A whole number. */
  readonly seed: number;
}

export interface Training {
  readonly options: TrainingOptions;
  readonly data: LabelledPoints;
  /** Changed in place by each step. */
  readonly layers: readonly DenseLayer[];
  /** f, with and without its derivatives. */
  readonly jet: ReturnType<typeof jetAlong>;
  readonly activation: (x: number) => number;
  readonly next: () => number;
}

export interface TrainingReport {
  /** Mean logistic loss over all points, in nats; NaN or ∞ once the weights have run away. */
  readonly loss: number;
  /** Share of points on the right side. */
  readonly accuracy: number;
  /** For each hidden layer, which units get no gradient from any point: |f′| < 1e-6 at all of them. */
  readonly dead: readonly (readonly boolean[])[];
  /** Euclidean norm of the loss's gradient by each layer's weights, from the first layer on. */
  readonly gradients: readonly number[];
}

/** Points that are learned, and of a batch. */
export const pointCount = 200;
export const batchSize = 20;
const deadSlope = 1e-6;

export function startTraining<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
  options: TrainingOptions,
): Training {
  const { layers: hidden, width, weights, bias, seed } = options;
  const sizes = [2, ...Array.from({ length: hidden }, () => width), 1];
  const layers = drawLayers(sizes, seed, { gain: Math.sqrt(scales[weights]), biasDeviation: 0 });
  for (const { biases } of layers.slice(0, -1)) biases.fill(bias);
  return {
    options,
    data: trainingData(options),
    layers,
    jet: jetAlong(curve, params),
    activation: valueAlong(curve, params),
    next: uniform(seed + 4),
  };
}

/** What a network with these options learns. */
export function trainingData({ data, seed }: Pick<TrainingOptions, "data" | "seed">): LabelledPoints {
  return drawDataset(data, pointCount, seed + 2);
}

/** One batch, drawn with replacement, and one step down its gradient. */
export function trainStep({ options, data, layers, jet, next }: Training): void {
  const points = matrix(batchSize, 2);
  const labels = new Float64Array(batchSize);
  for (let i = 0; i < batchSize; i++) {
    const which = Math.floor(next() * pointCount);
    points.values.set(data.points.values.subarray(2 * which, 2 * which + 2), 2 * i);
    labels[i] = data.labels[which]!;
  }
  const { gradients } = gradientsOf(layers, jet, points, labels);
  for (const [i, { weights, biases }] of layers.entries()) {
    const { weights: dw, biases: db } = gradients[i]!;
    for (let k = 0; k < weights.values.length; k++)
      weights.values[k]! -= options.learningRate * dw.values[k]!;
    for (let k = 0; k < biases.length; k++) biases[k]! -= options.learningRate * db[k]!;
  }
}

export function reportOf({ data, layers, jet }: Training): TrainingReport {
  const { logits, slopes, gradients } = gradientsOf(layers, jet, data.points, data.labels);
  let loss = 0;
  let right = 0;
  logits.forEach((logit, i) => {
    const label = data.labels[i]!;
    loss += softplus(logit) - logit * label;
    if (logit > 0 === (label === 1)) right++;
  });
  return {
    loss: loss / logits.length,
    accuracy: right / logits.length,
    dead: slopes.map(({ rows, columns, values }) =>
      Array.from({ length: columns }, (_, unit) => {
        for (let row = 0; row < rows; row++) {
          if (!(Math.abs(values[row * columns + unit]!) < deadSlope)) return false;
        }
        return true;
      }),
    ),
    gradients: gradients.map(({ weights }) => Math.hypot(...weights.values)),
  };
}

/** Probability of class 1 at each point, in [0, 1]. @param points [n × 2] @returns [n] */
export function probabilitiesAt({ layers, activation }: Training, points: Matrix): Float64Array {
  return applyStack(layers, activation, points).values.map(logistic);
}

/** Forward and back: the loss's gradient by every weight and bias, its mean over the points. */
export function gradientsOf(
  layers: readonly DenseLayer[],
  jet: Training["jet"],
  points: Matrix,
  labels: Float64Array,
): {
  readonly logits: Float64Array;
  /** f′ where f was applied, for each hidden layer [n × units] */
  readonly slopes: readonly Matrix[];
  readonly gradients: readonly DenseLayer[];
} {
  const inputs = [points];
  const slopes: Matrix[] = [];
  let h = points;
  for (const [i, layer] of layers.entries()) {
    h = applyLayer(layer, inputs[i]!);
    if (i === layers.length - 1) break;
    const passed = activated(h, jet);
    inputs.push(passed.output);
    slopes.push(passed.slopes);
  }
  const logits = h.values;
  let back: Matrix = {
    rows: h.rows,
    columns: 1,
    values: logits.map((logit, i) => (logistic(logit) - labels[i]!) / labels.length),
  };
  const gradients: DenseLayer[] = [];
  for (let i = layers.length - 1; i >= 0; i--) {
    gradients.unshift(layerGradient(back, inputs[i]!));
    if (i === 0) break;
    back = multiplyTransposed(back, layers[i]!.weights);
    for (let k = 0; k < back.values.length; k++) back.values[k]! *= slopes[i - 1]!.values[k]!;
  }
  return { logits, slopes, gradients };
}

/** gᵀ y and the column sums of g. @param g [n × out] @param y [n × in] */
function layerGradient(g: Matrix, y: Matrix): DenseLayer {
  const biases = new Float64Array(g.columns);
  g.values.forEach((value, i) => {
    biases[i % g.columns]! += value;
  });
  return { weights: multiply(transpose(g), transpose(y)), biases };
}

function transpose({ rows, columns, values }: Matrix): Matrix {
  const result = matrix(columns, rows);
  values.forEach((value, i) => {
    result.values[(i % columns) * rows + Math.floor(i / columns)] = value;
  });
  return result;
}
