/** How lines are told apart without their colours. */
import type { Order } from "../protocol.ts";
import type { Line } from "./model.ts";

/** Lengths of strokes and gaps: solid, dashed, dotted. */
const dashes: Readonly<Record<Order, readonly number[]>> = { 0: [], 1: [7, 4], 2: [2, 3] };

/** The same for several functions in one chart. */
const seriesDashes: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [9, 3, 2, 3],
  [14, 4],
  [4, 4],
  [9, 3, 2, 3, 2, 3],
  [1, 5],
];

export function dashesOf({ order, series }: Pick<Line, "order" | "series">): readonly number[] {
  return series === undefined ? dashes[order] : seriesDashes[series % seriesDashes.length]!;
}
