/** The depth view as data: a pure function of the lab's state, and of a run where there is one. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { type Profile, equalLayers } from "../../../engine/flow/define.ts";
import { momentsOf } from "../../../engine/flow/gaussian.ts";
import { simulateProfile } from "../../../engine/flow/simulate.ts";
import { theoreticalProfile } from "../../../engine/flow/theory.ts";
import { limitOf } from "../../charts/heat-map-model.ts";
import { type Histogram, histogramOf } from "../../charts/histogram.ts";
import type { CurveModel, Line, Reading } from "../../charts/model.ts";
import type { DepthState, LabState } from "../../protocol.ts";
import { elementwiseById, elementwiseProblem } from "../elementwise.ts";
import { t } from "../../../engine/l10n.ts";
import type { GridTexts } from "../grid.ts";

type Given = Pick<LabState, "functionId" | "params" | "depth">;

/** Width of the layers and number of samples of a run. Theory is of infinite width. */
export const width = 100;
export const samples = 64;

/** Why there is nothing to show; undefined if there is. */
export function problemOf(state: Given): string | undefined {
  return elementwiseProblem(state, t("depth is shown for functions of one number"));
}

function layersOf({ layers, initialisation, gain }: DepthState) {
  return equalLayers(layers, width, initialisation, gain);
}

export function theoryOf({ functionId, params, depth }: Given): Profile {
  return theoreticalProfile(momentsOf(elementwiseById(functionId), params), layersOf(depth), depth);
}

/** The numbers of one layer in a run: all units, all samples. */
export interface LayerNumbers {
  /** Of both histograms; 0 lies in its middle. */
  readonly interval: readonly [low: number, high: number];
  readonly before: Histogram;
  readonly after: Histogram;
  /** Lowest and highest, before and after the activation and its normalisation. */
  readonly ranges: readonly [before: readonly [number, number], after: readonly [number, number]];
}

export interface DepthRun extends Profile {
  readonly layers: readonly LayerNumbers[];
}

export function* runOf({ functionId, params, depth }: Given): Generator<number, DepthRun> {
  const { normalisation, residual, seed } = depth;
  const orthogonal = depth.initialisation === "orthogonal";
  const layers: LayerNumbers[] = [];
  const onLayer = (before: Float64Array, after: Float64Array) => {
    layers.push(numbersOf(before, after));
  };
  const options = { normalisation, residual, seed, samples, orthogonal, onLayer };
  const profile = yield* simulateProfile(elementwiseById(functionId), params, layersOf(depth), options);
  return { ...profile, layers };
}

function numbersOf(before: Float64Array, after: Float64Array): LayerNumbers {
  const limit = limitOf(before, after);
  const interval = [-limit, limit] as const;
  return {
    interval,
    before: histogramOf(before, interval),
    after: histogramOf(after, interval),
    ranges: [extremes(before), extremes(after)],
  };
}

function extremes(values: Float64Array): readonly [low: number, high: number] {
  const first = values[0] ?? 0;
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [first, first],
  );
}

/** "Layer 3 in the run: from -2.1 to 2.3 before the activation, from 0 to 2.3 after it, 51 % of them 0." */
export function numbersText({ ranges, after }: LayerNumbers, at: number): string {
  const [[low, high], [lowAfter, highAfter]] = ranges;
  return t(
    "Layer {0} in the run: from {1} to {2} before the activation, from {3} to {4} after it, {5} % of them 0.",
    at,
    numberText(low, 3),
    numberText(high, 3),
    numberText(lowAfter, 3),
    numberText(highAfter, 3),
    numberText(100 * after.zeros, 2),
  );
}

/** The histograms' bars in numbers; the exact zeros first. */
export function sharesOf({ interval: [low, high], before, after }: LayerNumbers, at: number): GridTexts {
  const edge = (i: number) => numberText(low + ((high - low) * i) / before.bins.length, 4);
  const row = (from: string, to: string, shares: readonly number[]) => [
    from,
    to,
    ...shares.map((share) => numberText(share, 4)),
  ];
  return {
    caption: t("Shares of the numbers of layer {0}", at),
    head: [t("From"), t("To"), t("Before the activation"), t("After it")],
    rows: [
      row("0", "0", [before.zeros, after.zeros]),
      ...before.bins.map((share, i) => row(edge(i), edge(i + 1), [share, after.bins[i]!])),
    ],
  };
}

type Curves = Pick<CurveModel, "variable" | "interval" | "range" | "lines" | "kinks" | "flat" | "step"> & {
  readonly isLogarithmic: true;
};

/** Signal and gradient in theory, and in a run where there is one, as exponents of ten. */
export function depthCurves(theory: Profile, run: Profile | undefined): Curves {
  const lines = [
    lineOf(t("signal"), 0, theory.signal),
    lineOf(t("gradient"), 1, theory.gradient),
    ...(run ? [lineOf(t("signal, run"), 2, run.signal), lineOf(t("gradient, run"), 3, run.gradient)] : []),
  ];
  const finite = lines.flatMap(({ y }) => [...y]).filter(Number.isFinite);
  const low = Math.floor(Math.min(-0.5, ...finite));
  const high = Math.ceil(Math.max(0.5, ...finite));
  return {
    variable: t("layer"),
    interval: [1, theory.signal.length],
    range: [low, high],
    lines,
    kinks: [],
    flat: {},
    step: 1,
    isLogarithmic: true,
  };
}

function lineOf(label: string, series: number, values: readonly number[]): Line {
  const y = Float64Array.from(values, (value) => {
    const exponent = Math.log10(value);
    return Number.isFinite(exponent) ? exponent : NaN;
  });
  return { label, order: 0, series, x: Float64Array.from(values, (_, i) => i + 1), y };
}

export function depthCursor(theory: Profile, run: Profile | undefined, at: number): CurveModel["cursor"] {
  const layer = Math.min(at, theory.signal.length);
  const reading = (label: string, series: number, values: readonly number[]): Reading => {
    return { label, order: 0, series, value: values[layer - 1]! };
  };
  return {
    x: layer,
    readings: [
      reading(t("signal variance"), 0, theory.signal),
      reading(t("gradient"), 1, theory.gradient),
      ...(run
        ? [reading(t("signal, run"), 2, run.signal), reading(t("gradient, run"), 3, run.gradient)]
        : []),
    ],
  };
}

/** Beyond three decimal places the first layer learns next to nothing, or far too fast. */
const threshold = 3;

/** What became of signal and gradient, in a sentence; it holds at initialisation. */
export function verdictOf({ signal, gradient }: Profile): string {
  const [first, last] = [signal[0]!, signal.at(-1)!];
  const exponent = Math.log10(gradient[0]!);
  const fate =
    exponent < -threshold ? t("it vanishes") : exponent > threshold ? t("it explodes") : t("it holds");
  return t(
    "At initialisation: the gradient at layer 1 is {0} times that at layer {1}: {2}. The signal's variance goes from {3} to {4}.",
    numberText(gradient[0]!, 3),
    gradient.length,
    fate,
    numberText(first, 3),
    numberText(last, 3),
  );
}
