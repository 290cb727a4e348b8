/** Kernels that everybody knows, laid over the picture as they stand here. */
import { normal } from "../math/random.ts";
import type { Kernel, Pair } from "./define.ts";

export const kernelIds = [
  "identity",
  "sobel-x",
  "sobel-y",
  "laplacian",
  "sharpen",
  "box",
  "gaussian",
  "emboss",
  "he",
] as const;
export type KernelId = (typeof kernelIds)[number];

/** Of 3 × 3; in larger ones they stand in the middle, between zeros. */
const squares = {
  "sobel-x": [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  "sobel-y": [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  laplacian: [0, 1, 0, 1, -4, 1, 0, 1, 0],
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  emboss: [-2, -1, 0, -1, 1, 1, 0, 1, 2],
} as const satisfies Partial<Record<KernelId, readonly number[]>>;

/**
 * @param size box: 1 / area; gaussian: binomial coefficients, which tend to it; he: normal weights of variance 2 / area, the
 * fan_in of one channel. Of the others those smaller than 3 × 3 along an axis come as 3 × 3, but for the identity.
 * @param seed of `he`
 * @source Sobel & Feldman 1968; He et al. 2015 (arXiv:1502.01852)
 */
export function kernelOf(id: KernelId, [rows, columns]: Pair, seed: number): Kernel {
  const area = rows * columns;
  const filled = (value: () => number): Kernel => {
    return { rows, columns, values: Array.from({ length: area }, value) };
  };
  if (id === "box") return filled(() => 1 / area);
  if (id === "gaussian") {
    const [down, across] = [binomial(rows), binomial(columns)];
    return { rows, columns, values: down.flatMap((weight) => across.map((other) => weight * other)) };
  }
  if (id === "he") {
    const [next, deviation] = [normal(seed), Math.sqrt(2 / area)];
    return filled(() => deviation * next());
  }
  if (id === "identity") return resized({ rows: 1, columns: 1, values: [1] }, [rows, columns]);
  const isRoom = rows >= 3 && columns >= 3;
  return resized({ rows: 3, columns: 3, values: squares[id] }, isRoom ? [rows, columns] : [3, 3]);
}

/** Another size of the same kernel: cut off, or zeros around it; its middle stays the middle. */
export function resized(kernel: Kernel, [rows, columns]: Pair): Kernel {
  const offset = (from: number, to: number) => Math.floor((from - 1) / 2) - Math.floor((to - 1) / 2);
  const [down, across] = [offset(kernel.rows, rows), offset(kernel.columns, columns)];
  const values = Array.from({ length: rows * columns }, (_, k) => {
    const [row, column] = [Math.floor(k / columns) + down, (k % columns) + across];
    const isInside = row >= 0 && row < kernel.rows && column >= 0 && column < kernel.columns;
    return isInside ? kernel.values[row * kernel.columns + column]! : 0;
  });
  return { rows, columns, values };
}

/** Binomial coefficients as shares of their sum, 2ⁿ⁻¹: exact. */
function binomial(length: number): readonly number[] {
  let row: readonly number[] = [1];
  while (row.length < length) row = [0, ...row].map((value, i) => (value + (row[i] ?? 0)) / 2);
  return row;
}
