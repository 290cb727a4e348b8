/**
 * Small pictures to lay a kernel over: made, not stored, from 0 (black) to 1 (white). Their values are multiples of 1/256, so
 * that sums with the usual whole weights are exact, and what cancels is 0.
 */
import { type Matrix, matrix } from "../flow/matrix.ts";
import { uniform } from "../math/random.ts";

export const pictureIds = ["digit", "shapes", "checker", "gradient", "rings", "noise"] as const;
export type PictureId = (typeof pictureIds)[number];

/** Rows and columns. */
export const pictureSize = 32;

const levels = 256;

type Point = readonly [x: number, y: number];

/** @param seed of `noise` */
export function pictureOf(id: PictureId, seed: number): Matrix {
  const next = uniform(seed);
  const brightness: Readonly<Record<PictureId, (x: number, y: number) => number>> = {
    digit: (x, y) => ink(Math.min(...strokes.map(([from, to]) => distance([x, y], from, to))) - 1.6),
    shapes: (x, y) => Math.max(...shapes.map((distanceTo) => ink(distanceTo([x, y])))),
    checker: (x, y) => (Math.floor(x / 4) + Math.floor(y / 4)) % 2,
    gradient: (x) => (x - 0.5) / (pictureSize - 1),
    rings: (x, y) => 0.5 + 0.5 * Math.cos(0.05 * (x * x + y * y)),
    noise: () => next(),
  };
  const picture = matrix(pictureSize, pictureSize);
  for (let row = 0; row < pictureSize; row++) {
    for (let column = 0; column < pictureSize; column++) {
      const value = brightness[id](column + 0.5, row + 0.5);
      picture.values[row * pictureSize + column] = Math.round(value * levels) / levels;
    }
  }
  return picture;
}

/** 1 inside, 0 outside, and between them over one pixel at the edge. @param outside distance from it, below 0 inside */
function ink(outside: number): number {
  return Math.max(0, Math.min(1, 0.5 - outside));
}

/** From a point to a line from one place to another. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** A five: its bar, its neck, and its bowl as short lines. */
const bowl = Array.from({ length: 17 }, (_, i): Point => {
  const angle = -0.72 * Math.PI + (i / 16) * 1.5 * Math.PI;
  return [15 + 6.5 * Math.cos(angle), 19.5 + 6.5 * Math.sin(angle)];
});
const outline: readonly Point[] = [[21.5, 6], [11.5, 6], [10.8, 14.3], ...bowl];
const strokes = outline.slice(1).map((to, i) => [outline[i]!, to] as const);

/** A square, a disc, and a slanted line. */
const shapes: readonly ((point: Point) => number)[] = [
  ([x, y]) => Math.max(Math.abs(x - 9) - 5.5, Math.abs(y - 9) - 5.5),
  ([x, y]) => Math.hypot(x - 22, y - 22) - 6.5,
  (point) => distance(point, [4, 28], [12, 18]) - 1,
  (point) => distance(point, [19, 4], [28, 12]) - 1,
];
