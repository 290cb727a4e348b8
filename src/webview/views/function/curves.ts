/** The function view's chart as data: a pure function of the lab's state. */
import { flatZones } from "../../../engine/curve/flat.ts";
import { drawableOf } from "../../../engine/curve/drawable.ts";
import { usualInterval } from "../../../engine/curve/interval.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { sampleCurve } from "../../../engine/curve/sample.ts";
import type {
  ActivationFunction,
  ElementwiseFunction,
  VectorFunction,
} from "../../../engine/functions/index.ts";
import { type CurveModel, type Line, type Reading, rangeOf } from "../../charts/model.ts";
import type { LabState, Order } from "../../protocol.ts";
import { withFunction } from "../../state.ts";

/** The part of a chart that stays while only the cursor moves. */
export type Curves = Pick<CurveModel, "variable" | "interval" | "range" | "lines" | "kinks" | "flat">;

const orders: readonly Order[] = [0, 1, 2];
export const primes = ["", "′", "″"] as const;

/**
 * The plotted interval: the person's own, or the one that shows what is special about the function. That is judged at the
 * parameters it started with and reaches out only for kinks, so that it stays while a slider moves.
 */
function intervalOf(fn: ActivationFunction, state: LabState): CurveModel["interval"] {
  if (state.interval) return state.interval;
  const start = withFunction(state, state.functionId).params;
  const [low, high] = usualInterval(drawableOf(fn, start, state.inputs.length));
  const kinks = fn.kind === "elementwise" ? fn.claims(state.params).kinks : [];
  const near = kinks.filter((kink) => Math.abs(kink) <= 100);
  return [Math.min(low, ...near.map((kink) => kink - 1)), Math.max(high, ...near.map((kink) => kink + 1))];
}

/** @param count evenly spaced points of a curve, besides both sides of its kinks */
export function elementwiseCurves(fn: ElementwiseFunction, state: LabState, count: number): Curves {
  const interval = intervalOf(fn, state);
  const { x, value, derivative, secondDerivative } = sampleCurve(fn, state.params, interval, count);
  const ys = [value, derivative, secondDerivative] as const;
  const lines = shown(state).map((order): Line => ({ label: `f${primes[order]}`, order, x, y: ys[order] }));
  const kinks = kinkPoints(fn.claims(state.params).kinks, lines[0]);
  const { flatBelow, flatAbove } = flatZones(drawableOf(fn, state.params));
  const flat = {
    ...(flatBelow === undefined ? {} : { below: flatBelow }),
    ...(flatAbove === undefined ? {} : { above: flatAbove }),
  };
  return { variable: "x", interval, range: rangeOf(lines), lines, kinks, flat };
}

export function elementwiseCursor(
  fn: ElementwiseFunction,
  state: LabState,
): Pick<CurveModel, "cursor" | "slope"> {
  const jet = fn.jet(state.cursor, state.params);
  const values = [jet.value, jet.derivative, jet.secondDerivative] as const;
  const readings = shown(state).map((order): Reading => {
    return { label: `f${primes[order]}`, order, value: values[order] };
  });
  return { cursor: { x: state.cursor, readings }, slope: state.tangent ? jet.derivative : undefined };
}

/** y₁ against x₁, the other inputs as they are. */
export function vectorCurves(fn: VectorFunction, state: LabState, count: number): Curves {
  const interval = intervalOf(fn, state);
  const [low, high] = interval;
  const x = Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
  const at = x.map((x1) => x1);
  const ys = [at.map((x1) => firstOutput(fn, state, x1)), at.map((x1) => firstSlope(fn, state, x1))] as const;
  const lines = shownOfVector(state).map((order): Line => {
    return { label: `y₁${primes[order]}`, order, x, y: ys[order] };
  });
  return { variable: "x₁", interval, range: rangeOf(lines), lines, kinks: [], flat: {} };
}

/** The cursor stands where the first input is. */
export function vectorCursor(fn: VectorFunction, state: LabState): Pick<CurveModel, "cursor" | "slope"> {
  const x = state.inputs[0]!;
  const slope = firstSlope(fn, state, x);
  const values = [firstOutput(fn, state, x), slope] as const;
  const readings = shownOfVector(state).map((order): Reading => {
    return { label: `y₁${primes[order]}`, order, value: values[order] };
  });
  return { cursor: { x, readings }, slope: state.tangent ? slope : undefined };
}

/** Where each curve begins and ends, its extremes, the kinks: what the picture shows, in words. */
export function curveSummary({ variable, interval, lines, kinks, flat }: Curves): string {
  const sentences = lines.map(({ label, x, y }) => {
    const low = y.reduce((best, value, i) => (value < y[best]! ? i : best), 0);
    const high = y.reduce((best, value, i) => (value > y[best]! ? i : best), 0);
    const place = (i: number) => `${numberText(y[i]!, 3)} at ${numberText(x[i]!, 3)}`;
    return `${label}: starts at ${numberText(y[0]!, 3)}, ends at ${numberText(y.at(-1)!, 3)}, lowest ${place(low)}, highest ${place(high)}.`;
  });
  const places = [...new Set(kinks.map(({ x }) => numberText(x)))];
  const kinkSentence = places.length > 0 ? [`Kink at ${places.join(" and ")}.`] : [];
  const below = flat.below === undefined ? [] : [`Flat below ${numberText(flat.below, 3)}.`];
  const above = flat.above === undefined ? [] : [`Flat above ${numberText(flat.above, 3)}.`];
  return [
    `${variable} from ${numberText(interval[0])} to ${numberText(interval[1])}.`,
    ...sentences,
    ...kinkSentence,
    ...below,
    ...above,
    "Left and right arrow keys move the cursor, with Shift in larger steps; Home and End go to the ends.",
  ].join(" ");
}

function shown({ orders: flags }: LabState): readonly Order[] {
  return orders.filter((order) => flags[order]);
}

/** A vector function has no f″ here: its slopes already are a matrix. */
function shownOfVector(state: LabState): readonly (0 | 1)[] {
  return shown(state).filter((order) => order !== 2);
}

/** Both sides of each kink as points of the curve of f, a continuous one once; none if that curve is not shown. */
function kinkPoints(kinks: readonly number[], line: Line | undefined): Curves["kinks"] {
  if (line?.order !== 0) return [];
  const points = kinks.flatMap((kink) => {
    const first = line.x.indexOf(kink);
    const last = line.x.lastIndexOf(kink);
    if (first < 0) return [];
    const isContinuous = first === last || !Number.isNaN(line.y[first + 1]!);
    const sides = isContinuous ? [last] : [first, last];
    return sides.map((i) => ({ x: kink, y: line.y[i]! }));
  });
  return points.filter(({ y }) => Number.isFinite(y));
}

function withFirst({ inputs }: LabState, x1: number): readonly number[] {
  return [x1, ...inputs.slice(1)];
}

function firstOutput(fn: VectorFunction, state: LabState, x1: number): number {
  return fn.value(withFirst(state, x1), state.params)[0]!;
}

/** ∂y₁/∂x₁ by a vector-Jacobian product, which costs one row instead of the whole matrix. */
function firstSlope(fn: VectorFunction, state: LabState, x1: number): number {
  const unit = state.inputs.map((_, i) => (i === 0 ? 1 : 0));
  return fn.vjp(withFirst(state, x1), unit, state.params)[0]!;
}
