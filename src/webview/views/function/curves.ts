/** The function view's chart as data: a pure function of the lab's state. */
import { flatZones } from "../../../engine/curve/flat.ts";
import type { Draws } from "../../../engine/functions/define.ts";
import { type Drawable, drawableOf } from "../../../engine/curve/drawable.ts";
import { usualInterval } from "../../../engine/curve/interval.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { sampleDrawable } from "../../../engine/curve/sample.ts";
import { pointAlong, slopesAt } from "../../../engine/functions/compile-vector.ts";
import type {
  ActivationFunction,
  ElementwiseFunction,
  GatedFunction,
  VectorFunction,
} from "../../../engine/functions/index.ts";
import { lengthProblem } from "../../../engine/functions/lengths.ts";
import type { Jet } from "../../../engine/math/jet.ts";
import { withDefaults } from "../../../engine/functions/parameters.ts";
import { product } from "../../../engine/math/product.ts";
import { type CurveModel, type Line, type Reading, rangeOf } from "../../charts/model.ts";
import type { LabState, Order } from "../../protocol.ts";
import { withFunction } from "../../state.ts";
import { t } from "../../../engine/l10n.ts";

/** The part of a chart that stays while only the cursor moves. */
export type Curves = Pick<
  CurveModel,
  "variable" | "interval" | "range" | "lines" | "kinks" | "flat" | "band"
>;

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
  const kinks = fn.kind === "vector" ? [] : drawableOf(fn, state.params).claims.kinks;
  const near = kinks.filter((kink) => Math.abs(kink) <= 100);
  return [Math.min(low, ...near.map((kink) => kink - 1)), Math.max(high, ...near.map((kink) => kink + 1))];
}

/**
 * f against x; y₁ of a vector function against x₁ with the other inputs as they are, no lines where so many do not fit;
 * y of a gated function against b with a as it is.
 * @param count evenly spaced points of a curve, besides both sides of its kinks
 */
export function curvesOf(fn: ActivationFunction, state: LabState, count: number): Curves {
  return fn.kind === "vector" ? vectorCurves(fn, state, count) : singleCurves(fn, state, count);
}

/** The read-out at the cursor, which stands at x, at the first input or at the gate half. */
export function cursorOf(fn: ActivationFunction, state: LabState): Pick<CurveModel, "cursor" | "slope"> {
  return fn.kind === "vector" ? vectorCursor(fn, state) : singleCursor(fn, state);
}

type Single = ElementwiseFunction | GatedFunction;

/** What is drawn: of a gated function its gate's curve times a. */
export function drawnAt(fn: Single, { params, a }: LabState): Drawable {
  const drawable = drawableOf(fn, params);
  if (fn.kind === "elementwise") return drawable;
  const jet = (b: number): Jet => {
    const { value, derivative, secondDerivative } = drawable.jet(b);
    return {
      value: product(a, value),
      derivative: product(a, derivative),
      secondDerivative: product(a, secondDerivative),
    };
  };
  return { ...drawable, jet };
}

function singleCurves(fn: Single, state: LabState, count: number): Curves {
  const interval = intervalOf(fn, state);
  const drawable = drawnAt(fn, state);
  const { symbol, variable, claims } = drawable;
  const { x, value, derivative, secondDerivative } = sampleDrawable(drawable, interval, count);
  const ys = [value, derivative, secondDerivative] as const;
  const lines = shown(state).map((order): Line => ({
    label: symbol + primes[order],
    order,
    x,
    y: ys[order],
  }));
  const kinks = kinkPoints(claims.kinks, lines[0]);
  const { flatBelow, flatAbove } = flatZones(drawableOf(fn, state.params));
  const flat = {
    ...(flatBelow === undefined ? {} : { below: flatBelow }),
    ...(flatAbove === undefined ? {} : { above: flatAbove }),
  };
  return { variable, interval, range: rangeOf(lines), lines, kinks, flat, ...bandOf(drawable.draws, lines) };
}

/** The strip of a random function's draws around the curve of f, where that is shown. */
function bandOf(draws: Draws | undefined, [line]: readonly Line[]): Pick<Curves, "band"> {
  if (draws === undefined || line?.order !== 0) return {};
  const side = (index: 0 | 1) => line.x.map((x) => draws.band(x)[index]);
  return { band: { x: line.x, low: side(0), high: side(1) } };
}

function singleCursor(fn: Single, state: LabState): Pick<CurveModel, "cursor" | "slope"> {
  const { symbol, jet } = drawnAt(fn, state);
  const { value, derivative, secondDerivative } = jet(state.cursor);
  const values = [value, derivative, secondDerivative] as const;
  const readings = shown(state).map((order): Reading => {
    return { label: symbol + primes[order], order, value: values[order] };
  });
  return { cursor: { x: state.cursor, readings }, slope: state.tangent ? derivative : undefined };
}

function vectorCurves(fn: VectorFunction, state: LabState, count: number): Curves {
  const interval = intervalOf(fn, state);
  const [low, high] = interval;
  const x = Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
  const values = firstOf(fn, state);
  const lines = shownOfVector(fn, state).map((order): Line => {
    return { label: `y₁${primes[order]}`, order, x, y: x.map(values[order]) };
  });
  const draws = fn.draws?.(state.inputs.slice(1), withDefaults(fn, state.params));
  return {
    variable: "x₁",
    interval,
    range: rangeOf(lines),
    lines,
    kinks: [],
    flat: {},
    ...bandOf(draws, lines),
  };
}

function vectorCursor(fn: VectorFunction, state: LabState): Pick<CurveModel, "cursor" | "slope"> {
  const x = state.inputs[0]!;
  const slope = slopeAtCursor(fn, state);
  const readings = shownOfVector(fn, state).map((order): Reading => {
    return { label: `y₁${primes[order]}`, order, value: order === 0 ? firstOf(fn, state)[0](x) : slope };
  });
  return { cursor: { x, readings }, slope: state.tangent && fits(fn, state) ? slope : undefined };
}

/** Where each curve begins and ends, its extremes, the kinks: what the picture shows, in words. */
export function curveSummary({ variable, interval, lines, kinks, flat }: Curves): string {
  const sentences = lines.map(({ label, x, y }) => {
    const low = y.reduce((best, value, i) => (value < y[best]! ? i : best), 0);
    const high = y.reduce((best, value, i) => (value > y[best]! ? i : best), 0);
    return t(
      "{0}: starts at {1}, ends at {2}, lowest {3} at {4}, highest {5} at {6}.",
      label,
      numberText(y[0]!, 3),
      numberText(y.at(-1)!, 3),
      numberText(y[low]!, 3),
      numberText(x[low]!, 3),
      numberText(y[high]!, 3),
      numberText(x[high]!, 3),
    );
  });
  const places = [...new Set(kinks.map(({ x }) => numberText(x)))];
  const kinkSentence = places.length > 0 ? [t("Kink at {0}.", places.join(", "))] : [];
  const below = flat.below === undefined ? [] : [t("Flat below {0}.", numberText(flat.below, 3))];
  const above = flat.above === undefined ? [] : [t("Flat above {0}.", numberText(flat.above, 3))];
  return [
    t("{0} from {1} to {2}.", variable, numberText(interval[0]), numberText(interval[1])),
    ...sentences,
    ...kinkSentence,
    ...below,
    ...above,
    t("Left and right arrow keys move the cursor, with Shift in larger steps; Home and End go to the ends."),
  ].join(" ");
}

function shown({ orders: flags }: LabState): readonly Order[] {
  return orders.filter((order) => flags[order]);
}

/** A vector function has no f″ here: its slopes already are a matrix. */
function shownOfVector(fn: VectorFunction, state: LabState): readonly (0 | 1)[] {
  return fits(fn, state) ? shown(state).filter((order) => order !== 2) : [];
}

function fits(fn: VectorFunction, { inputs, params }: LabState): boolean {
  return lengthProblem(fn, inputs.length, params) === undefined;
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

/**
 * ∂y₁/∂x₁ as it is read, exactly, but for the mean of draws: in plain doubles, which are near enough for a curve, sparsemax
 * may take an entry just above its threshold for one below it.
 */
function slopeAtCursor(fn: VectorFunction, state: LabState): number {
  if (fn.draws) return firstOf(fn, state)[1](state.inputs[0]!);
  if (!fits(fn, state)) return NaN;
  return slopesAt(fn, state.inputs, withDefaults(fn, state.params), 1, 1)[0]![0]!;
}

/** What varies in the picture: y₁ and ∂y₁/∂x₁ in plain doubles, the other inputs as they are. */
function firstOf(
  fn: VectorFunction,
  { inputs, params }: LabState,
): readonly [value: (x1: number) => number, slope: (x1: number) => number] {
  const draws = fn.draws?.(inputs.slice(1), withDefaults(fn, params));
  // The mean of so many points would be slow.
  if (draws) return [(x1) => draws.jet(x1).value, (x1) => draws.jet(x1).derivative];
  const pointAt = pointAlong(fn, params);
  const at = (x1: number) => pointAt([x1, ...inputs.slice(1)]);
  return [(x1) => at(x1).value(0), (x1) => at(x1).slope(0, 0)];
}
