/** A square of the plane as points: what a function of two numbers is drawn over. */
import { type Matrix, matrix } from "../flow/matrix.ts";

/**
 * @param reach the square goes from −reach to reach on both axes
 * @param count points along each axis, at least 2
 * @returns [count² × 2], row by row from the top (x₂ = reach), each from the left
 */
export function planePoints(reach: number, count: number): Matrix {
  const points = matrix(count * count, 2);
  const at = (i: number) => reach * ((2 * i) / (count - 1) - 1);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const i = row * count + column;
      points.values[2 * i] = at(column);
      points.values[2 * i + 1] = at(count - 1 - row);
    }
  }
  return points;
}
