/** What a curve's picture shows, as facts and as text: for readers who do not see it, and to check it by. */
import type { ActivationFunction, Interval, ParameterValues } from "../functions/define.ts";
import { parameterProblem } from "../functions/parameters.ts";
import { bisect } from "../math/bisect.ts";
import { nextDown, nextUp } from "../math/neighbours.ts";
import { type Drawable, drawableOf } from "./drawable.ts";
import { usualInterval } from "./interval.ts";
import { numberText } from "./number-text.ts";

/** A point of the curve. */
export interface Point {
  readonly x: number;
  readonly value: number;
  readonly derivative: number;
}

/** f′ on both sides of a kink, and what is reported exactly there. */
export interface KinkDescription {
  readonly x: number;
  readonly left: number;
  readonly right: number;
  readonly reported: number;
}

export interface CurveDescription {
  /** "f", or "y₁" for one output of a vector function */
  readonly symbol: string;
  readonly variable: string;
  /** −2, 0 and 2, and every kink */
  readonly points: readonly Point[];
  /** The lowest point, if f has one inside and it is lower than both ends of its range. */
  readonly minimum?: Point;
  /** The highest point, likewise. */
  readonly maximum?: Point;
  readonly range: Interval;
  readonly derivativeRange: Interval;
  readonly kinks: readonly KinkDescription[];
  /** f′ stays below 5 % of its largest magnitude below / above these places. */
  readonly flatBelow?: number;
  readonly flatAbove?: number;
  /** What is wrong with the parameters, as a sentence. */
  readonly problem?: string;
}

/** Below this share of the largest |f′| the curve counts as flat. */
const flatShare = 0.05;

/** @param units length of the vector, for vector functions */
export function describeCurve(
  fn: ActivationFunction,
  params: ParameterValues,
  units?: number,
): CurveDescription {
  const drawable = drawableOf(fn, params, units);
  const { jet, claims, symbol, variable } = drawable;
  const problem = parameterProblem(fn, params);
  const places = [...new Set([-2, 0, 2, ...claims.kinks])].sort((a, b) => a - b);
  return {
    symbol,
    variable,
    points: places.map((x) => pointAt(drawable, x)),
    ...extremes(drawable),
    range: claims.range,
    derivativeRange: claims.derivativeRange,
    kinks: claims.kinks.map((x) => ({
      x,
      left: jet(nextDown(x)).derivative,
      right: jet(nextUp(x)).derivative,
      reported: jet(x).derivative,
    })),
    ...flatZones(drawable),
    ...(problem === undefined ? {} : { problem }),
  };
}

function pointAt({ jet }: Drawable, x: number): Point {
  const { value, derivative } = jet(x);
  return { x, value, derivative };
}

/** Where f′ changes sign between two samples, found by bisection; the range says whether it is the extreme of all. */
function extremes(drawable: Drawable): { minimum?: Point; maximum?: Point } {
  const { jet, claims } = drawable;
  if (claims.monotone) return {};
  const [low, high] = usualInterval(drawable);
  const found: { minimum?: Point; maximum?: Point } = {};
  const steps = 64;
  for (let index = 0; index < steps; index++) {
    const a = low + ((high - low) * index) / steps;
    const b = low + ((high - low) * (index + 1)) / steps;
    const [before, after] = [jet(a).derivative, jet(b).derivative];
    if (before < 0 && after > 0)
      found.minimum ??= pointAt(
        drawable,
        bisect((x) => jet(x).derivative < 0, a, b),
      );
    if (before > 0 && after < 0)
      found.maximum ??= pointAt(
        drawable,
        bisect((x) => jet(x).derivative > 0, a, b),
      );
  }
  return found;
}

/** Where the curve is flat on the sides on which it saturates. */
export function flatZones({ jet, claims }: Drawable): { flatBelow?: number; flatAbove?: number } {
  const { low, high } = claims.derivativeRange;
  const bound = flatShare * Math.max(Math.abs(low), Math.abs(high));
  const steep = (x: number) => Math.abs(jet(x).derivative) >= bound;
  const [lowest, highest] = [Math.min(0, ...claims.kinks), Math.max(0, ...claims.kinks)];
  const flat: { flatBelow?: number; flatAbove?: number } = {};
  if (claims.saturates === "left" || claims.saturates === "both") {
    const border = borderOutwards(steep, lowest, -1);
    if (border !== undefined) flat.flatBelow = border;
  }
  if (claims.saturates === "right" || claims.saturates === "both") {
    const border = borderOutwards(steep, highest, 1);
    if (border !== undefined) flat.flatAbove = border;
  }
  return flat;
}

/** The outermost place, seen from far out, at which the curve stops being flat; undefined if it never is steep. */
function borderOutwards(steep: (x: number) => boolean, start: number, side: -1 | 1): number | undefined {
  let flatAt = side * 1e4;
  for (let distance = 1e4; distance > 1e-3; distance *= 0.9) {
    const x = start + side * distance;
    if (steep(x)) return bisect((place) => !steep(place), flatAt, x);
    flatAt = x;
  }
  return start;
}

/** The description as sentences of plain text, one fact each. */
export function describeCurveText(description: CurveDescription): string[] {
  const { symbol, variable, points, minimum, maximum, kinks, flatBelow, flatAbove, problem } = description;
  const slope = `${symbol}′`;
  return [
    ...(problem === undefined ? [] : [problem]),
    points.map(({ x, value }) => `${symbol}(${numberText(x)}) = ${numberText(value)}`).join(", "),
    ...(minimum ? [`minimum ${numberText(minimum.value)} at ${variable} = ${numberText(minimum.x)}`] : []),
    ...(maximum ? [`maximum ${numberText(maximum.value)} at ${variable} = ${numberText(maximum.x)}`] : []),
    derivativeText(slope, description.derivativeRange),
    ...kinks.map(
      ({ x, left, right, reported }) =>
        `kink at ${variable} = ${numberText(x)}: ${slope} ${numberText(left)} left, ${numberText(right)} right, reported ${numberText(reported)}`,
    ),
    ...(flatBelow === undefined
      ? []
      : [`flat (${slope} under 5 % of its maximum) below ${numberText(flatBelow, 3)}`]),
    ...(flatAbove === undefined
      ? []
      : [`flat (${slope} under 5 % of its maximum) above ${numberText(flatAbove, 3)}`]),
  ];
}

function derivativeText(slope: string, { low, high }: Interval): string {
  return low === high
    ? `${slope} is ${numberText(low)} everywhere`
    : `${slope} from ${numberText(low)} to ${numberText(high)}`;
}
