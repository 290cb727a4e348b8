/** Matrices of doubles, row by row: as much of them as a small network needs. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function matrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** x Wᵀ. @param x [samples × in] @param weights [out × in] @returns [samples × out] */
export function multiply(x: Matrix, weights: Matrix): Matrix {
  const result = matrix(x.rows, weights.rows);
  const length = x.columns;
  for (let row = 0; row < x.rows; row++) {
    for (let out = 0; out < weights.rows; out++) {
      let sum = 0;
      for (let k = 0; k < length; k++) {
        sum += x.values[row * length + k]! * weights.values[out * length + k]!;
      }
      result.values[row * weights.rows + out] = sum;
    }
  }
  return result;
}

/** x Wᵀ + b. @param biases [out] */
export function affine(x: Matrix, weights: Matrix, biases: Float64Array): Matrix {
  const result = multiply(x, weights);
  for (let i = 0; i < result.values.length; i++) result.values[i]! += biases[i % biases.length]!;
  return result;
}

/** g W. @param g [samples × out] @param weights [out × in] @returns [samples × in] */
export function multiplyTransposed(g: Matrix, weights: Matrix): Matrix {
  const result = matrix(g.rows, weights.columns);
  const length = weights.columns;
  for (let row = 0; row < g.rows; row++) {
    for (let out = 0; out < g.columns; out++) {
      const factor = g.values[row * g.columns + out]!;
      for (let k = 0; k < length; k++) {
        result.values[row * length + k]! += factor * weights.values[out * length + k]!;
      }
    }
  }
  return result;
}

/** Makes the rows of a square matrix orthonormal, in place: of normal entries, one of all rotations alike. */
export function orthogonalise({ rows, columns, values }: Matrix): void {
  for (let row = 0; row < rows; row++) {
    for (let earlier = 0; earlier < row; earlier++) {
      let along = 0;
      for (let k = 0; k < columns; k++) along += values[row * columns + k]! * values[earlier * columns + k]!;
      for (let k = 0; k < columns; k++) values[row * columns + k]! -= along * values[earlier * columns + k]!;
    }
    let square = 0;
    for (let k = 0; k < columns; k++) square += values[row * columns + k]! ** 2;
    const length = Math.sqrt(square);
    for (let k = 0; k < columns; k++) values[row * columns + k]! /= length;
  }
}
