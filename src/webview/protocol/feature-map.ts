/** The feature map's part of the lab's state. */
import {
  type Kernel,
  type NormalisationPlace,
  type Padding,
  type Pair,
  type Pooling,
  type WrittenConvolution,
  normalisationPlaces,
  poolings,
} from "../../engine/convolve/define.ts";
import { kernelOf } from "../../engine/convolve/kernels.ts";
import { type PictureId, pictureIds } from "../../engine/convolve/pictures.ts";
import { type Limits, isWhole, isWithin, list, readReal, readText, readWhole, record } from "./read.ts";

/** A picture from outside, as small and grey as it was made when it was opened. */
export interface OwnPicture {
  /** Of its file. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Whole numbers from 0 (black) to 255 (white), row by row. */
  readonly values: readonly number[];
}

/** Of a picture from outside: rows and columns that are kept of it, and the size of its file. */
export const mostPictureSide = 64;
export const mostPictureBytes = 8 * 2 ** 20;

/** A picture, one kernel, and what comes after it; its activation is the lab's function. */
export interface FeatureMapState {
  /** own: the one from outside */
  readonly picture: PictureId | "own";
  readonly own: OwnPicture | null;
  /** A weight that could not be read is NaN. */
  readonly kernel: Kernel;
  readonly stride: Pair;
  readonly padding: Padding;
  readonly dilation: Pair;
  readonly bias: number;
  readonly normalisation: NormalisationPlace;
  readonly pooling: Pooling;
  /** Side of the pooled squares, and their stride. */
  readonly poolSize: number;
  /** Of noise and of random weights. */
  readonly seed: number;
  /** Whether all maps have one scale of colours. */
  readonly isShared: boolean;
  /** Which value is followed through the steps: row and column of the convolution's result. */
  readonly at: Pair;
}

/** Lowest and highest; all but bias and weights are whole numbers, one for each axis or two. */
export const featureMapLimits = {
  kernel: [1, 11],
  weight: [-1e6, 1e6],
  stride: [1, 8],
  padding: [0, 16],
  dilation: [1, 8],
  bias: [-1e6, 1e6],
  poolSize: [2, 4],
  seed: [0, 1e9],
  at: [0, 1e4],
} as const satisfies Readonly<Record<string, Limits>>;

/** Any value as this part of the state. Never throws. */
export function readFeatureMap(value: unknown): FeatureMapState {
  const from = record(value);
  const limits = featureMapLimits;
  const padding = from["padding"];
  const own = readOwn(from["own"]);
  const isOwn = own !== null && from["picture"] === "own";
  return {
    picture: isOwn ? "own" : (pictureIds.find((id) => id === from["picture"]) ?? "digit"),
    own,
    kernel: readKernel(from["kernel"]),
    stride: readPair(from["stride"], limits.stride, 1),
    padding: padding === "same" ? padding : readPair(padding, limits.padding, 1),
    dilation: readPair(from["dilation"], limits.dilation, 1),
    bias: readReal(from["bias"], limits.bias, 0),
    normalisation: normalisationPlaces.find((id) => id === from["normalisation"]) ?? "none",
    pooling: poolings.find((id) => id === from["pooling"]) ?? "max",
    poolSize: readWhole(from["poolSize"], limits.poolSize, 2),
    seed: readWhole(from["seed"], limits.seed, 1),
    isShared: from["isShared"] !== false,
    at: readPair(from["at"], limits.at, 11),
  };
}

function readPair(value: unknown, limits: Limits, initial: number): Pair {
  const [rows, columns] = list(value, 2);
  return isWhole(rows, limits) && isWhole(columns, limits) ? [rows, columns] : [initial, initial];
}

/** Any value as a convolution in code; null where one of its sizes cannot be shown. Never throws. */
export function readWritten(value: unknown): WrittenConvolution | null {
  const from = record(value);
  const limits = featureMapLimits;
  const text = readText(from["text"], 300);
  const read = (name: "kernel" | "stride" | "dilation" | "padding") => {
    const pair = list(from[name], 2);
    return pair.length === 2 && pair.every((size) => isWhole(size, limits[name]))
      ? (pair as Pair)
      : undefined;
  };
  const [kernel, stride, dilation] = [read("kernel"), read("stride"), read("dilation")];
  const padding = from["padding"] === "same" ? "same" : read("padding");
  if (text === undefined || !kernel || !stride || !dilation || !padding) return null;
  const [input, output] = list(from["channels"], 2);
  const count = (channels: unknown) => (isWhole(channels, [1, 1e9]) ? channels : null);
  const isNormalised = from["isNormalised"] === true;
  return { text, kernel, stride, dilation, padding, channels: [count(input), count(output)], isNormalised };
}

/** The layer as the code has it: sizes and batch norm. Its weights are not in the code. */
export function asWritten(state: FeatureMapState, layer: WrittenConvolution): FeatureMapState {
  const { stride, padding, dilation, isNormalised } = layer;
  const [rows, columns] = layer.kernel;
  const kernel = kernelOf(Math.min(rows, columns) < 3 ? "he" : "sobel-x", [rows, columns], state.seed);
  return {
    ...state,
    kernel,
    stride,
    padding,
    dilation,
    bias: 0,
    normalisation: isNormalised ? "before" : "none",
  };
}

function readOwn(value: unknown): OwnPicture | null {
  const from = record(value);
  const { rows, columns } = from;
  const side = [1, mostPictureSide] as const;
  const name = readText(from["name"], 300);
  const values = list(from["values"], mostPictureSide ** 2);
  const isPicture = isWhole(rows, side) && isWhole(columns, side) && values.length === rows * columns;
  const isGrey = (grey: unknown): grey is number => isWhole(grey, [0, 255]);
  return isPicture && name !== undefined && values.every(isGrey) ? { name, rows, columns, values } : null;
}

/** A weight that is no number stays as one: the view says which. */
function readKernel(value: unknown): Kernel {
  const { rows, columns, values } = record(value);
  const limits = featureMapLimits;
  const weights = list(values, limits.kernel[1] ** 2);
  const isKernel =
    isWhole(rows, limits.kernel) && isWhole(columns, limits.kernel) && weights.length === rows * columns;
  return isKernel
    ? { rows, columns, values: weights.map((weight) => (isWithin(weight, limits.weight) ? weight : NaN)) }
    : kernelOf("sobel-x", [3, 3], 1);
}
