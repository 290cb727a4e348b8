/** One value on its way through every step, with the numbers that it is made of. */
import { reachOf, windowAt, windowStart } from "../../../engine/convolve/convolve.ts";
import type { Kernel, Pair } from "../../../engine/convolve/define.ts";
import { momentsOf } from "../../../engine/convolve/normalise.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import type { Matrix } from "../../../engine/flow/matrix.ts";
import { stepText } from "../transform/step.ts";
import { type FeatureMap, type Given, type Step, type StepId, placeIn, stepOf } from "./model.ts";
import { t } from "../../../engine/l10n.ts";
import { shapeText } from "./texts.ts";

/** A part of a plane, in its rows and columns; may lie beyond its edges, in the padding. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One value in the chain. */
export interface Link {
  readonly id: StepId;
  /** "Sum of the products", "ReLU" */
  readonly name: string;
  /** The calculation with its numbers: "max(…)", "(0.5 − 0.1) / 2" */
  readonly how: string;
  readonly value: number;
}

export interface Trace {
  /** Row and column of the convolution's result, from 0. */
  readonly at: Pair;
  readonly window: Kernel;
  readonly products: Kernel;
  readonly links: readonly Link[];
  /** What is outlined in each step's map. */
  readonly areas: Readonly<Partial<Record<StepId, Area>>>;
}

export function traceOf(state: Given, map: FeatureMap): Trace {
  const { featureMap } = state;
  const { kernel, dilation, bias } = featureMap;
  const at = placeIn(map, featureMap.at);
  const picture = map.steps[0]!.plane;
  const window = windowAt(picture, kernel, featureMap, at);
  const products = window.values.map((value, i) => value * kernel.values[i]!);
  const sum = products.reduce((total, product) => total + product, 0);
  const [row, column] = windowStart(picture, kernel, featureMap, at);
  const areas: Partial<Record<StepId, Area>> = {
    picture: {
      row,
      column,
      rows: reachOf(kernel.rows, dilation[0]),
      columns: reachOf(kernel.columns, dilation[1]),
    },
  };
  const links: Link[] = [];
  let before: Step | undefined;
  for (const step of map.steps) {
    if (step.id !== "picture") {
      const [place, area] = placeOf(step, at, featureMap.poolSize);
      const value = place === undefined ? NaN : step.plane.values[place]!;
      if (area) areas[step.id] = area;
      const how =
        step.id === "convolution"
          ? sumText(sum, bias)
          : howText(step, before!.plane, links.at(-1)!.value, featureMap);
      if (place !== undefined) links.push({ id: step.id, name: step.name, how, value });
    }
    before = step;
  }
  return { at, window: kernelFrom(window), products: { ...kernel, values: [...products] }, links, areas };
}

function kernelFrom({ rows, columns, values }: Matrix): Kernel {
  return { rows, columns, values: [...values] };
}

/** Where the value lies in a step's plane, and what is outlined there; nothing where pooling has left it out. */
function placeOf({ id, plane }: Step, at: Pair, poolSize: number): readonly [number?, Area?] {
  const [row, column] = id === "pooling" ? [Math.floor(at[0] / poolSize), Math.floor(at[1] / poolSize)] : at;
  if (row >= plane.rows || column >= plane.columns) return [];
  return [row * plane.columns + column, { row, column, rows: 1, columns: 1 }];
}

const short = (value: number) => numberText(value);

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"} ${short(Math.abs(value))}`;
}

function sumText(sum: number, bias: number): string {
  return bias === 0 ? t("Sum of the products") : t("Sum of the products {0} {1}", short(sum), signed(bias));
}

function howText(
  { id, how }: Step,
  before: Matrix,
  value: number,
  { pooling, poolSize }: Given["featureMap"],
): string {
  if (id === "normalisation") {
    const { mean, deviation } = momentsOf(before);
    return `(${short(value)} ${signed(-mean)}) / ${short(deviation)}`;
  }
  if (id !== "pooling") return stepText(how, short(value));
  const square = shapeText({ rows: poolSize, columns: poolSize });
  return pooling === "max"
    ? t("largest of its square of {0}", square)
    : t("mean of its square of {0}", square);
}

/** "Row 12, column 8: convolution 1.5, ReLU 1.5." */
export function traceText({ at, links }: Trace): string {
  const values = links.map(({ name, value }) => `${name} ${short(value)}`);
  return t("Row {0}, column {1}: {2}.", at[0] + 1, at[1] + 1, values.join(", "));
}

/** Which value a place in a step's plane stands for: the one whose window has its middle there, or that was pooled there. */
export function placeFrom(state: Given, map: FeatureMap, id: StepId, [row, column]: Pair): Pair {
  const { featureMap } = state;
  const { kernel, dilation, stride, poolSize } = featureMap;
  const picture = map.steps[0]!.plane;
  const [top, left] = windowStart(picture, kernel, featureMap, [0, 0]);
  const nearest = (value: number, start: number, size: number, spread: number, step: number) =>
    Math.max(0, Math.round((value - start - (reachOf(size, spread) - 1) / 2) / step));
  if (id === "pooling") return placeIn(map, [row * poolSize, column * poolSize]);
  if (id !== "picture") return placeIn(map, [row, column]);
  return placeIn(map, [
    nearest(row, top, kernel.rows, dilation[0], stride[0]),
    nearest(column, left, kernel.columns, dilation[1], stride[1]),
  ]);
}

/** Where a key moves the value that is followed; undefined if it does not. */
export function movedBy(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  map: FeatureMap,
  [row, column]: Pair,
): Pair | undefined {
  const { rows, columns } = stepOf(map, "convolution")!.plane;
  const far = shiftKey ? 5 : 1;
  const go = (down: number, across: number): Pair =>
    placeIn(map, [Math.max(0, row + down), Math.max(0, column + across)]);
  const moves: Readonly<Record<string, () => Pair>> = {
    ArrowUp: () => go(-far, 0),
    ArrowDown: () => go(far, 0),
    ArrowLeft: () => go(0, -far),
    ArrowRight: () => go(0, far),
    PageUp: () => go(-5, 0),
    PageDown: () => go(5, 0),
    Home: () => go(0, -columns),
    End: () => go(0, columns),
  };
  return rows > 0 && Object.hasOwn(moves, key) ? moves[key]!() : undefined;
}
