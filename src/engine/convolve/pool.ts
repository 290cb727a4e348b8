import { type Matrix, matrix } from "../flow/matrix.ts";
import type { Pooling } from "./define.ts";

/**
 * Squares side by side, each as one number; what is left over at the right and at the bottom is left out. NaN where a square
 * has one.
 * @param size side of the squares, which is the stride too
 * @source torch.nn.MaxPool2d and AvgPool2d, keras.layers.MaxPooling2D and AveragePooling2D, without padding
 */
export function pool(plane: Matrix, kind: Exclude<Pooling, "none">, size: number): Matrix {
  const result = matrix(Math.floor(plane.rows / size), Math.floor(plane.columns / size));
  for (let row = 0; row < result.rows; row++) {
    for (let column = 0; column < result.columns; column++) {
      const square: number[] = [];
      for (let i = 0; i < size; i++) {
        const start = (row * size + i) * plane.columns + column * size;
        square.push(...plane.values.subarray(start, start + size));
      }
      result.values[row * result.columns + column] =
        kind === "max" ? Math.max(...square) : square.reduce((sum, value) => sum + value, 0) / square.length;
    }
  }
  return result;
}
