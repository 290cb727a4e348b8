/** The linear collapse as data: a pure function of the lab's state. */
import { numberText } from "../../../engine/curve/number-text.ts";
import type { Matrix } from "../../../engine/flow/matrix.ts";
import { valueAlong } from "../../../engine/functions/compile.ts";
import { functionById } from "../../../engine/functions/index.ts";
import {
  type AffineFit,
  type DenseLayer,
  applyStack,
  collapse,
  drawLayers,
  nearestAffine,
} from "../../../engine/network/dense.ts";
import { planePoints } from "../../../engine/network/plane.ts";
import type { HeatMapModel } from "../../charts/heat-map-model.ts";
import { limitOf } from "../../charts/heat-map-model.ts";
import { type CurveModel, type Line, rangeOf } from "../../charts/model.ts";
import type { LabState } from "../../protocol.ts";
import { elementwiseById, elementwiseProblem } from "../elementwise.ts";
import { t } from "../../../engine/l10n.ts";

type Given = Pick<LabState, "functionId" | "params" | "collapse">;

/** The square goes from −reach to reach. */
export const reach = 3;
/** Points along an axis. */
const count = 121;
/** Steps of colour from 0 to the limit. */
const steps = 8;
const points = planePoints(reach, count);

/** Why no activation can be put between the layers; undefined if one can. */
export function problemOf(state: Given): string | undefined {
  return state.collapse.isActivated
    ? elementwiseProblem(state, t("here it takes a function of one number"))
    : undefined;
}

export interface Collapse {
  readonly layers: readonly DenseLayer[];
  /** The product of the layers, as if nothing stood between them. */
  readonly product: DenseLayer;
  /** The activation's name; undefined where there is none. */
  readonly activation: string | undefined;
  /** The stack, and the one layer beside it: the product, or with an activation the nearest there is. */
  readonly stack: HeatMapModel;
  readonly single: HeatMapModel;
  /** Largest |stack − single| over the square, and the largest |stack|. */
  readonly largestDifference: number;
  readonly size: number;
  readonly fit: AffineFit;
}

/** @throws where `problemOf` has something to say */
export function collapseOf(state: Given): Collapse {
  const { layers: depth, width, seed, isActivated } = state.collapse;
  const sizes = [2, ...Array.from({ length: depth - 1 }, () => width), 1];
  const layers = drawLayers(sizes, seed, { gain: isActivated ? Math.SQRT2 : 1, biasDeviation: 0.5 });
  const product = collapse(layers);
  const activation = isActivated ? valueAlong(elementwiseById(state.functionId), state.params) : undefined;
  const stacked = applyStack(layers, activation, points).values;
  const fit = isActivated ? nearestAffine(points, stacked) : asFit(product);
  const single = affineValues(fit, points);
  const largestDifference = stacked.reduce((most, y, i) => Math.max(most, Math.abs(y - single[i]!)), 0);
  const limit = limitOf(stacked, single);
  const picture = (values: Float64Array) => ({ rows: count, columns: count, values, limit, steps });
  return {
    layers,
    product,
    activation: isActivated ? functionById(state.functionId).name : undefined,
    stack: picture(stacked),
    single: picture(single),
    largestDifference,
    size: limitOf(stacked),
    fit: { ...fit, largestError: largestDifference },
  };
}

function asFit({ weights, biases }: DenseLayer): AffineFit {
  return { slopes: [weights.values[0]!, weights.values[1]!], bias: biases[0]!, largestError: 0 };
}

function affineValues({ slopes, bias }: AffineFit, { rows, values: x }: Matrix): Float64Array {
  return Float64Array.from(
    { length: rows },
    (_, i) => slopes[0] * x[2 * i]! + slopes[1] * x[2 * i + 1]! + bias,
  );
}

/** What rounding leaves of a difference: some thousand units in the last place, for sums of dozens of products. */
const rounding = 1e-12;

/** Whether the stack is one affine map, whatever stands between its layers. */
export function isAffine({ largestDifference, size }: Collapse): boolean {
  return largestDifference <= rounding * size;
}

/** "y = 0.31*x₁ - 1.2*x₂ + 0.4" */
export function affineText({ slopes: [first, second], bias }: AffineFit): string {
  const signed = (value: number) => `${value < 0 ? "−" : "+"} ${numberText(Math.abs(value), 3)}`;
  return `y = ${numberText(first, 3)}·x₁ ${signed(second)}·x₂ ${signed(bias)}`;
}

export function verdictOf(result: Collapse): string {
  const { layers, activation, fit, largestDifference } = result;
  const [depth, map, difference] = [layers.length, affineText(fit), numberText(largestDifference, 3)];
  if (!isAffine(result)) {
    return t(
      "No single layer does what {0} layers with {1} between them do. The nearest, {2}, is off by up to {3}.",
      depth,
      activation ?? "",
      map,
      difference,
    );
  }
  if (depth === 1) return t("One layer is one affine map: {0}.", map);
  return activation === undefined
    ? t("{0} layers are one: {1}. The largest difference is {2}, which is rounding.", depth, map, difference)
    : t(
        "{0} layers with {1} between them are one: {2}. The largest difference is {3}, which is rounding.",
        depth,
        activation,
        map,
        difference,
      );
}

/** A cut through both along x₁, at x₂ = 0. */
export function sliceOf(
  result: Collapse,
): Pick<CurveModel, "variable" | "interval" | "range" | "lines" | "kinks" | "flat"> {
  const middle = (count - 1) / 2;
  const x = Float64Array.from({ length: count }, (_, i) => points.values[2 * i]!);
  const line = (label: string, series: number, { values }: HeatMapModel): Line => {
    return { label, order: 0, series, x, y: Float64Array.from(x, (_, i) => values[middle * count + i]!) };
  };
  const lines = [line(t("stack"), 0, result.stack), line(t("one layer"), 1, result.single)];
  return { variable: "x₁", interval: [-reach, reach], range: rangeOf(lines), lines, kinks: [], flat: {} };
}

/** The read-out: both at the point of the cut that is nearest. */
export function sliceCursor(lines: readonly Line[], x: number): CurveModel["cursor"] {
  const inside = Math.max(-reach, Math.min(reach, x));
  const i = Math.round(((inside + reach) / (2 * reach)) * (count - 1));
  return {
    x: lines[0]!.x[i]!,
    readings: lines.map(({ label, order, series, y }) => ({ label, order, series: series!, value: y[i]! })),
  };
}

/** Each layer's numbers, and those of their product. */
export function layerRows({ layers, product }: Collapse): readonly (readonly string[])[] {
  const row = (name: string, { weights, biases }: DenseLayer) => {
    const { rows, columns, values } = weights;
    const texts = Array.from({ length: rows }, (_, i) =>
      [...values.subarray(i * columns, (i + 1) * columns)].map((value) => numberText(value, 3)).join("  "),
    );
    return [
      name,
      `${rows} × ${columns}`,
      texts.join(" ; "),
      [...biases].map((b) => numberText(b, 3)).join("  "),
    ];
  };
  return [
    ...layers.map((layer, i) => row(t("Layer {0}", i + 1), layer)),
    row(layers.length === 1 ? t("Product") : t("Product without activation"), product),
  ];
}
