/** Points of the plane in two classes: the classic sets that small networks are shown on. */
import { type Matrix, matrix } from "../flow/matrix.ts";
import { normal, uniform } from "../math/random.ts";

export const datasets = ["blobs", "circle", "xor", "moons", "spirals"] as const;
export type Dataset = (typeof datasets)[number];

export interface LabelledPoints {
  /** [n × 2], nearly all between −3 and 3 */
  readonly points: Matrix;
  /** [n], 0 or 1, by turns */
  readonly labels: Float64Array;
}

type Draw = (label: number, next: () => number, noise: () => number) => readonly [x: number, y: number];

const turn = 2 * Math.PI;
const onCircle = (radius: number, angle: number) =>
  [radius * Math.cos(angle), radius * Math.sin(angle)] as const;

/** One point of a class each. @param next uniform in [0, 1) @param noise standard normal */
const draws: Readonly<Record<Dataset, Draw>> = {
  blobs: (label, _, noise) => {
    const centre = label === 0 ? -1.3 : 1.3;
    return [centre + 0.5 * noise(), centre + 0.5 * noise()];
  },
  circle: (label, next) => onCircle(label === 0 ? Math.sqrt(next()) : 1.7 + next(), turn * next()),
  xor: (label, next) => {
    const [x, y] = [0.3 + 2.2 * next(), 0.3 + 2.2 * next()];
    const side = next() < 0.5 ? 1 : -1;
    return [side * x, (label === 0 ? side : -side) * y];
  },
  moons: (label, next, noise) => {
    const [x, y] = onCircle(1.6, Math.PI * next());
    const [dx, dy] = [0.12 * noise(), 0.12 * noise()];
    return label === 0 ? [x - 0.8 + dx, y - 0.4 + dy] : [0.8 - x + dx, 0.4 - y + dy];
  },
  spirals: (label, next, noise) => {
    const along = 0.15 + 0.85 * next();
    const [x, y] = onCircle(2.6 * along, 1.25 * turn * along + (label * turn) / 2);
    return [x + 0.05 * noise(), y + 0.05 * noise()];
  },
};

/** @param count points, half of them in each class @param seed a whole number */
export function drawDataset(id: Dataset, count: number, seed: number): LabelledPoints {
  const [next, noise] = [uniform(seed), normal(seed + 1)];
  const points = matrix(count, 2);
  const labels = Float64Array.from({ length: count }, (_, i) => i % 2);
  labels.forEach((label, i) => {
    points.values.set(draws[id](label, next, noise), 2 * i);
  });
  return { points, labels };
}
