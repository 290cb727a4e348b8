/** A picture on its way through a layer, as data: a pure function of the lab's state. */
import { convolve, outputShape } from "../../../engine/convolve/convolve.ts";
import type { Kernel, Pair } from "../../../engine/convolve/define.ts";
import { batchNormalised, momentsOf } from "../../../engine/convolve/normalise.ts";
import { pictureOf } from "../../../engine/convolve/pictures.ts";
import { pool } from "../../../engine/convolve/pool.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import type { Matrix } from "../../../engine/flow/matrix.ts";
import { valueAlong } from "../../../engine/functions/compile.ts";
import { functionById } from "../../../engine/functions/index.ts";
import { limitOf } from "../../charts/heat-map-model.ts";
import type { LabState } from "../../protocol.ts";
import { elementwiseById, elementwiseProblem } from "../elementwise.ts";
import { formulaText } from "../formula.ts";
import { type Statistics, statisticsOf } from "../statistics.ts";
import { convolutionText, pictureText, poolingTexts, shapeText } from "./texts.ts";
import { t } from "../../../engine/l10n.ts";

export type Given = Pick<LabState, "functionId" | "params" | "featureMap">;

export type StepId = "picture" | "convolution" | "normalisation" | "activation" | "pooling";

/** A box of the flow diagram: what came out of one operation. */
export interface Step {
  readonly id: StepId;
  /** "Convolution", "ReLU" */
  readonly name: string;
  /** With which numbers: "Sobel x, 3 × 3, padding 1" */
  readonly how: string;
  readonly plane: Matrix;
  readonly statistics: Statistics;
}

export interface FeatureMap {
  /** From the picture to what the next layer gets. */
  readonly steps: readonly Step[];
  /** The largest |value| of all steps after the picture. */
  readonly limit: number;
}

export function pictureIn({ featureMap: { picture, own, seed } }: Given): Matrix {
  if (picture !== "own") return pictureOf(picture, seed);
  if (!own) throw new RangeError("There is no picture from outside.");
  // In 256ths, as the others are: 255 to 1, and sums with whole weights stay exact.
  return { ...own, values: Float64Array.from(own.values, (grey) => (grey + (grey >> 7)) / 256) };
}

/** Why there is nothing to show; undefined if there is. */
export function problemOf(state: Given): string | undefined {
  const { kernel, pooling, poolSize } = state.featureMap;
  const why = elementwiseProblem(state, t("here a feature map goes through a function of one number"));
  if (why !== undefined) return why;
  const missing = kernel.values.findIndex(Number.isNaN);
  if (missing >= 0) {
    const [row, column] = [Math.floor(missing / kernel.columns) + 1, (missing % kernel.columns) + 1];
    return t("The weight in row {0}, column {1} of the kernel is no number. Write one there.", row, column);
  }
  const picture = pictureIn(state);
  const [rows, columns] = outputShape(picture, kernel, state.featureMap);
  if (rows * columns === 0) {
    return t(
      "The kernel does not fit on the picture of {0}, with its padding: nothing comes out. Make the kernel or its dilation smaller, or the padding larger.",
      shapeText(picture),
    );
  }
  return pooling !== "none" && Math.min(rows, columns) < poolSize
    ? t(
        "The map of {0} has no square of {1} to pool. Make the square or the stride smaller, or leave the pooling out.",
        shapeText({ rows, columns }),
        shapeText({ rows: poolSize, columns: poolSize }),
      )
    : undefined;
}

/** @throws where `problemOf` has something to say */
export function featureMapOf(state: Given): FeatureMap {
  const { functionId, params, featureMap } = state;
  const { kernel, bias, normalisation, pooling, poolSize } = featureMap;
  const steps: Step[] = [];
  const add = (id: StepId, name: string, how: string, plane: Matrix): Matrix => {
    steps.push({ id, name, how, plane, statistics: statisticsOf(plane.values) });
    return plane;
  };
  const normalised = (plane: Matrix): Matrix => {
    const { mean, deviation } = momentsOf(plane);
    const how = `(x − ${numberText(mean, 3)}) / ${numberText(deviation, 3)}`;
    return add("normalisation", t("Batch norm"), how.replace("− -", "+ "), batchNormalised(plane));
  };
  let plane = add("picture", t("Picture"), pictureText(featureMap), pictureIn(state));
  plane = add(
    "convolution",
    t("Convolution"),
    convolutionText(featureMap),
    convolve(plane, kernel, featureMap, bias),
  );
  if (normalisation === "before") plane = normalised(plane);
  const activation = valueAlong(elementwiseById(functionId), params);
  const fn = functionById(functionId);
  plane = add("activation", fn.name, formulaText(fn, params), {
    ...plane,
    values: plane.values.map(activation),
  });
  if (normalisation === "after") plane = normalised(plane);
  if (pooling !== "none") {
    const how = t("{0}, stride {1}", shapeText({ rows: poolSize, columns: poolSize }), poolSize);
    add("pooling", poolingTexts()[pooling], how, pool(plane, pooling, poolSize));
  }
  return { steps, limit: limitOf(...steps.slice(1).map((step) => step.plane.values)) };
}

/** Everything that the steps depend on. */
export function mapKey({ functionId, params, featureMap }: Given): string {
  const layer = { ...featureMap, at: 0, isShared: 0 };
  return JSON.stringify([functionId, Object.values(params).map(String), layer]);
}

/** The step of this kind, if there is one. */
export function stepOf({ steps }: FeatureMap, id: StepId): Step | undefined {
  return steps.find((step) => step.id === id);
}

/** The place of the value that is followed, moved into the map where it lies beyond. */
export function placeIn(map: FeatureMap, [row, column]: Pair): Pair {
  const { rows, columns } = stepOf(map, "convolution")!.plane;
  return [Math.min(row, rows - 1), Math.min(column, columns - 1)];
}

export function percent(share: number): string {
  return `${numberText(100 * share, 3)} %`;
}

/** What the activation did to the map, in a sentence or two. */
export function verdictOf({ steps }: FeatureMap): string {
  const i = steps.findIndex(({ id }) => id === "activation");
  const { name, statistics: after } = steps[i]!;
  const { statistics: before } = steps[i - 1]!;
  const unread = steps.reduce(
    (sum, { plane }) => sum + plane.values.filter((x) => !Number.isFinite(x)).length,
    0,
  );
  const span = ({ lowest, highest }: Statistics) => `${numberText(lowest, 3)} … ${numberText(highest, 3)}`;
  const zeros = t(
    "{0} of the map are 0 after {1}, {2} before.",
    percent(after.zeros),
    name,
    percent(before.zeros),
  );
  const fate =
    after.zeros === 1
      ? t("Nothing of the picture is left for the next layer.")
      : t("Its values went in from {0} and came out from {1}.", span(before), span(after));
  return [
    zeros,
    fate,
    ...(unread > 0 ? [t("{0} values are not finite: a double has no room for them.", unread)] : []),
  ].join(" ");
}

/** Every step in figures. */
export function figureRows({ steps }: FeatureMap): readonly (readonly string[])[] {
  return steps.map(({ name, how, plane, statistics }) => [
    name,
    how,
    shapeText(plane),
    ...[statistics.lowest, statistics.highest, statistics.mean, Math.sqrt(statistics.variance)].map((value) =>
      numberText(value, 3),
    ),
    percent(statistics.zeros),
  ]);
}

export const figureHead = () => [
  "",
  t("With"),
  t("Shape"),
  t("Lowest"),
  t("Highest"),
  t("Mean"),
  t("Deviation"),
  t("Zeros"),
];

/** The kernel with one weight changed. */
export function withWeight(kernel: Kernel, index: number, weight: number): Kernel {
  return { ...kernel, values: kernel.values.map((value, i) => (i === index ? weight : value)) };
}
