/** Convolution as frameworks mean it: cross-correlation, the kernel is not turned over. */
import { type Matrix, matrix } from "../flow/matrix.ts";
import type { Geometry, Kernel, Pair, Padding } from "./define.ts";

/** How much of an axis a kernel covers from its first weight to its last. */
export function reachOf(size: number, dilation: number): number {
  return dilation * (size - 1) + 1;
}

/** Along one axis. */
interface Axis {
  readonly length: number;
  readonly reach: number;
  readonly stride: number;
  readonly padding: number | "same";
}

/**
 * Zeros before and after the values.
 * @source same: tf.nn.convolution, "padding"; torch.nn.functional.conv2d says the same of stride 1, the one it takes
 */
export function marginsOf({
  length,
  reach,
  stride,
  padding,
}: Axis): readonly [before: number, after: number] {
  if (padding !== "same") return [padding, padding];
  const total = Math.max(0, (Math.ceil(length / stride) - 1) * stride + reach - length);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** ⌊(length + zeros − reach) / stride⌋ + 1, 0 where the kernel does not fit. @source torch.nn.Conv2d, "Shape" */
export function outputLength(axis: Axis): number {
  const [before, after] = marginsOf(axis);
  return Math.max(0, Math.floor((axis.length + before + after - axis.reach) / axis.stride) + 1);
}

function axesOf(input: Shape, kernel: Shape, { stride, padding, dilation }: Geometry): readonly [Axis, Axis] {
  const axis = (i: 0 | 1, length: number, size: number): Axis => ({
    length,
    reach: reachOf(size, dilation[i]),
    stride: stride[i],
    padding: along(padding, i),
  });
  return [axis(0, input.rows, kernel.rows), axis(1, input.columns, kernel.columns)];
}

function along(padding: Padding, i: 0 | 1): number | "same" {
  return padding === "same" ? padding : padding[i];
}

type Shape = Pick<Matrix, "rows" | "columns">;

/** Rows and columns that come out; 0 where the kernel does not fit. */
export function outputShape(input: Shape, kernel: Shape, geometry: Geometry): Pair {
  const [rows, columns] = axesOf(input, kernel, geometry);
  return [outputLength(rows), outputLength(columns)];
}

/** Where the kernel's first weight lies for one result, in rows and columns of the input; below 0 in the padding. */
export function windowStart(input: Shape, kernel: Shape, geometry: Geometry, at: Pair): Pair {
  const axes = axesOf(input, kernel, geometry);
  const start = (i: 0 | 1) => at[i] * axes[i].stride - marginsOf(axes[i])[0];
  return [start(0), start(1)];
}

/** What the kernel lies on for one result: [rows × columns of the kernel], 0 in the padding. */
export function windowAt(input: Matrix, kernel: Shape, geometry: Geometry, at: Pair): Matrix {
  const [top, left] = windowStart(input, kernel, geometry, at);
  const window = matrix(kernel.rows, kernel.columns);
  for (let i = 0; i < kernel.rows; i++) {
    for (let j = 0; j < kernel.columns; j++) {
      const row = top + i * geometry.dilation[0];
      const column = left + j * geometry.dilation[1];
      const isInside = row >= 0 && row < input.rows && column >= 0 && column < input.columns;
      if (isInside) window.values[i * kernel.columns + j] = input.values[row * input.columns + column]!;
    }
  }
  return window;
}

/**
 * z[r, c] = bias + Σ over i, j of kernel[i, j] · input[r · stride + i · dilation − padding, …], 0 outside the input.
 * @returns no values where the kernel does not fit
 * @source torch.nn.Conv2d, tf.nn.conv2d, jax.lax.conv: cross-correlation all of them
 */
export function convolve(input: Matrix, kernel: Kernel, geometry: Geometry, bias: number): Matrix {
  const [rows, columns] = outputShape(input, kernel, geometry);
  const output = matrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const { values } = windowAt(input, kernel, geometry, [row, column]);
      let sum = bias;
      for (let k = 0; k < values.length; k++) sum += values[k]! * kernel.values[k]!;
      output.values[row * columns + column] = sum;
    }
  }
  return output;
}
