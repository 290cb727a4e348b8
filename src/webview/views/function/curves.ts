/** The function view's chart as data: a pure function of the lab's state. */
import { flatZones } from "../../../engine/curve/flat.ts";
import { type Drawable, drawableBeside, drawableOf } from "../../../engine/curve/drawable.ts";
import { ofOrder } from "../../../engine/curve/frame.ts";
import { usualInterval } from "../../../engine/curve/interval.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { sampleDrawable } from "../../../engine/curve/sample.ts";
import type { Draws } from "../../../engine/functions/define.ts";
import type { ActivationFunction } from "../../../engine/functions/index.ts";
import { lengthProblem } from "../../../engine/functions/lengths.ts";
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
  const near = varied(fn, state).claims.kinks.filter((kink) => Math.abs(kink) <= 100);
  return [Math.min(low, ...near.map((kink) => kink - 1)), Math.max(high, ...near.map((kink) => kink + 1))];
}

/** What varies in the picture: f, the gate of a gated function, y₁ with the other inputs as they are. */
function varied(fn: ActivationFunction, { params, inputs }: LabState): Drawable {
  return fn.kind === "vector" ? drawableBeside(fn, params, inputs.slice(1)) : drawableOf(fn, params);
}

/** What is drawn: of a gated function its gate's curve times a. */
export function drawnAt(fn: ActivationFunction, state: LabState): Drawable {
  const drawable = varied(fn, state);
  if (fn.kind !== "gated") return drawable;
  return { ...drawable, jet: scaled(drawable.jet, state.a), exact: scaled(drawable.exact, state.a) };
}

function scaled(jet: Drawable["jet"], a: number): Drawable["jet"] {
  return (b) => {
    const { value, derivative, secondDerivative } = jet(b);
    return {
      value: product(a, value),
      derivative: product(a, derivative),
      secondDerivative: product(a, secondDerivative),
    };
  };
}

/**
 * f against x; y₁ of a vector function against x₁ with the other inputs as they are, no lines where so many do not fit;
 * y of a gated function against b with a as it is.
 * @param count evenly spaced points of a curve, besides both sides of its kinks
 */
export function curvesOf(fn: ActivationFunction, state: LabState, count: number): Curves {
  const interval = intervalOf(fn, state);
  const drawable = drawnAt(fn, state);
  const { symbol, variable, claims } = drawable;
  const samples = sampleDrawable(drawable, interval, count);
  const lines = shown(fn, state).map((order): Line => {
    return { label: symbol + primes[order], order, x: samples.x, y: ofOrder(samples, order) };
  });
  return {
    variable,
    interval,
    ...drawn(lines, drawable.draws),
    kinks: kinkPoints(claims.kinks, lines[0]),
    flat: fits(fn, state) ? flatOf(varied(fn, state)) : {},
  };
}

function flatOf(drawable: Drawable): Curves["flat"] {
  const { flatBelow, flatAbove } = flatZones(drawable);
  return {
    ...(flatBelow === undefined ? {} : { below: flatBelow }),
    ...(flatAbove === undefined ? {} : { above: flatAbove }),
  };
}

/** Lines with the strip of a random function's draws, where f is shown, and the range that both need. */
function drawn(lines: readonly Line[], draws: Draws | undefined): Pick<Curves, "lines" | "range" | "band"> {
  const { band } = bandOf(draws, lines);
  const edges = band ? [band.low, band.high].map((y): Line => ({ label: "", order: 0, x: band.x, y })) : [];
  return { lines, range: rangeOf([...lines, ...edges]), ...(band && { band }) };
}

/** The strip of a random function's draws around the curve of f, where that is shown. */
function bandOf(draws: Draws | undefined, [line]: readonly Line[]): Pick<Curves, "band"> {
  if (draws === undefined || line?.order !== 0) return {};
  const side = (index: 0 | 1) => line.x.map((x) => draws.band(x)[index]);
  return { band: { x: line.x, low: side(0), high: side(1) } };
}

/** The read-out at the cursor, which stands at x, at the first input or at the gate half. */
export function cursorOf(fn: ActivationFunction, state: LabState): Pick<CurveModel, "cursor" | "slope"> {
  const { symbol, exact } = drawnAt(fn, state);
  const x = fn.kind === "vector" ? state.inputs[0]! : state.cursor;
  const jet = exact(x);
  const readings = shown(fn, state).map((order): Reading => {
    return { label: symbol + primes[order], order, value: ofOrder(jet, order) };
  });
  return { cursor: { x, readings }, slope: state.tangent && fits(fn, state) ? jet.derivative : undefined };
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

/** The orders that are on. A vector function has no f″ here: its slopes already are a matrix. */
function shown(fn: ActivationFunction, state: LabState): readonly Order[] {
  const has = (order: Order) => fn.kind !== "vector" || order !== 2;
  return fits(fn, state) ? orders.filter((order) => state.orders[order] && has(order)) : [];
}

/** Whether a vector function takes as many inputs as there are. */
function fits(fn: ActivationFunction, { inputs, params }: LabState): boolean {
  return fn.kind !== "vector" || lengthProblem(fn, inputs.length, params) === undefined;
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
