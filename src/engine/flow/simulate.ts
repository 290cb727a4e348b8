/**
 * A stack of layers that really runs, forward and back, once for one seed. A generator: each step is a part of a layer
 * (a few milliseconds at width 100), and whoever drives it decides when to pause and whether to go on.
 */
import type { Curve } from "../functions/define.ts";
import { jetAlong } from "../functions/compile.ts";
import type { FlowLayer, FlowOptions, Profile } from "./define.ts";
import { activated } from "./activate.ts";
import { type Matrix, affine, matrix, multiplyTransposed, orthogonalise } from "./matrix.ts";
import { normal } from "../math/random.ts";

export interface SimulationOptions extends FlowOptions {
  /** Rows of weights at right angles instead of independent ones; the layers are square then. */
  readonly orthogonal: boolean;
  readonly samples: number;
  /** A whole number. */
  readonly seed: number;
  /** Told every number of each layer on the way there: h, and what goes into the next layer. They are not to be changed. */
  readonly onLayer?: (before: Float64Array, after: Float64Array) => void;
}

/** What the way back needs of the way there. */
interface Passed {
  readonly weights: Matrix;
  /** f′ where f was applied, [samples × units] */
  readonly slopes: Matrix;
  /** The normalised numbers, and what was divided by: one for each group. */
  readonly normalised?: { readonly values: Matrix; readonly deviations: Float64Array };
}

const epsilon = 1e-5;

/** @returns by way of the generator: share of the work done at each step, and at the end the profile */
export function* simulateProfile<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
  layers: readonly FlowLayer[],
  options: SimulationOptions,
): Generator<number, Profile> {
  const { samples, seed, residual } = options;
  const next = normal(seed);
  const jet = jetAlong(curve, params);
  const signal: number[] = [];
  const passed: Passed[] = [];
  const steps = 3 * layers.length;
  let done = 0;
  let y = filled(samples, layers[0]!.fanIn, next);
  let h: Matrix | undefined;
  for (const layer of layers) {
    const weights = drawWeights(layer, options.orthogonal, next);
    const biases = Float64Array.from({ length: layer.fanOut }, () => next() * Math.sqrt(layer.biasVariance));
    yield ++done / steps;
    const added = affine(y, weights, biases);
    if (residual && h) for (let i = 0; i < added.values.length; i++) added.values[i]! += h.values[i]!;
    h = added;
    signal.push(meanSquare(h));
    const activated = activate(h, jet, options);
    passed.push({ weights, ...activated.passed });
    y = activated.output;
    options.onLayer?.(h.values, y.values);
    yield ++done / steps;
  }
  let gradient = filled(samples, layers.at(-1)!.fanOut, next);
  const sizes = [meanSquare(gradient)];
  for (let i = layers.length - 1; i > 0; i--) {
    const fromNext = multiplyTransposed(gradient, passed[i]!.weights);
    const back = deactivate(fromNext, passed[i - 1]!, options);
    if (residual) for (let k = 0; k < back.values.length; k++) back.values[k]! += gradient.values[k]!;
    gradient = back;
    sizes.unshift(meanSquare(gradient));
    yield ++done / steps;
  }
  const last = sizes.at(-1)!;
  return { signal, gradient: sizes.map((size) => Math.sqrt(size / last)) };
}

function filled(rows: number, columns: number, next: () => number): Matrix {
  const result = matrix(rows, columns);
  for (let i = 0; i < result.values.length; i++) result.values[i] = next();
  return result;
}

/** [fanOut × fanIn] */
function drawWeights(
  { fanIn, fanOut, weightVariance }: FlowLayer,
  orthogonal: boolean,
  next: () => number,
): Matrix {
  const weights = filled(fanOut, fanIn, next);
  if (orthogonal) orthogonalise(weights);
  // A row at right angles to the others has length 1: entries of mean square 1 / fan_in.
  const scale = Math.sqrt(weightVariance * (orthogonal ? fanIn : 1));
  for (let i = 0; i < weights.values.length; i++) weights.values[i]! *= scale;
  return weights;
}

type JetOf = ReturnType<typeof jetAlong>;

function activate(
  h: Matrix,
  jet: JetOf,
  { normalisation }: FlowOptions,
): { readonly output: Matrix; readonly passed: Omit<Passed, "weights"> } {
  const before =
    normalisation === "batch-before"
      ? normalise(h, "column")
      : normalisation === "layer"
        ? normalise(h, "row")
        : undefined;
  const { output, slopes } = activated(before?.values ?? h, jet);
  if (normalisation === "batch-after") {
    const normalised = normalise(output, "column");
    return { output: normalised.values, passed: { slopes, normalised } };
  }
  return { output, passed: before ? { slopes, normalised: before } : { slopes } };
}

function deactivate(
  gradient: Matrix,
  { slopes, normalised }: Passed,
  { normalisation }: FlowOptions,
): Matrix {
  const through = (incoming: Matrix): Matrix => {
    const result = matrix(incoming.rows, incoming.columns);
    for (let i = 0; i < result.values.length; i++) {
      result.values[i] = incoming.values[i]! * slopes.values[i]!;
    }
    return result;
  };
  if (!normalised) return through(gradient);
  return normalisation === "batch-after"
    ? through(denormalise(gradient, normalised, "column"))
    : denormalise(through(gradient), normalised, normalisation === "layer" ? "row" : "column");
}

type Group = "row" | "column";

/** Each column over the samples, or each row over the units, to mean 0 and variance 1. */
function normalise(input: Matrix, group: Group): NonNullable<Passed["normalised"]> {
  const values = matrix(input.rows, input.columns);
  const deviations = new Float64Array(group === "row" ? input.rows : input.columns);
  eachGroup(input, group, (indices, which) => {
    const mean = indices.reduce((sum, i) => sum + input.values[i]!, 0) / indices.length;
    const variance = indices.reduce((sum, i) => sum + (input.values[i]! - mean) ** 2, 0) / indices.length;
    deviations[which] = Math.sqrt(variance + epsilon);
    for (const i of indices) values.values[i] = (input.values[i]! - mean) / deviations[which];
  });
  return { values, deviations };
}

/** The gradient before the normalisation: what moves mean or length alone is taken out. */
function denormalise(
  gradient: Matrix,
  { values, deviations }: NonNullable<Passed["normalised"]>,
  group: Group,
): Matrix {
  const result = matrix(gradient.rows, gradient.columns);
  eachGroup(gradient, group, (indices, which) => {
    const mean = indices.reduce((sum, i) => sum + gradient.values[i]!, 0) / indices.length;
    const along =
      indices.reduce((sum, i) => sum + gradient.values[i]! * values.values[i]!, 0) / indices.length;
    for (const i of indices) {
      result.values[i] = (gradient.values[i]! - mean - values.values[i]! * along) / deviations[which]!;
    }
  });
  return result;
}

function eachGroup(
  { rows, columns }: Matrix,
  group: Group,
  visit: (indices: readonly number[], which: number) => void,
): void {
  const [count, length] = group === "row" ? [rows, columns] : [columns, rows];
  const indices = new Array<number>(length);
  for (let which = 0; which < count; which++) {
    for (let k = 0; k < length; k++) indices[k] = group === "row" ? which * columns + k : k * columns + which;
    visit(indices, which);
  }
}

function meanSquare({ values }: Matrix): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
