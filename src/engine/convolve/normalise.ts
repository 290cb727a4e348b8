import type { Matrix } from "../flow/matrix.ts";

/** Added to the variance. @source torch.nn.BatchNorm2d and flax.linen.BatchNorm: 1e-5; Keras and TensorFlow have 1e-3 */
export const epsilon = 1e-5;

/** What batch normalisation takes away and divides by. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Of a channel that is one plane: its mean, and √(variance + ε), the variance divided by the number of values. */
export function momentsOf({ values }: Matrix): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance + epsilon) };
}

/**
 * Batch normalisation in training, over a batch of one: (x − mean) / √(variance + ε), scale 1 and shift 0 as they start.
 * @source Ioffe & Szegedy 2015, algorithm 1; torch.nn.BatchNorm2d
 */
export function batchNormalised(plane: Matrix): Matrix {
  const { mean, deviation } = momentsOf(plane);
  return { ...plane, values: plane.values.map((value) => (value - mean) / deviation) };
}
