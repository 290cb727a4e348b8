/** What a curve's picture shows, as facts and as text: for readers who do not see it, and to check it by. */
import type { ActivationFunction, Interval, ParameterValues } from "../functions/define.ts";
import { parameterProblem } from "../functions/parameters.ts";
import { bisect } from "../math/bisect.ts";
import { nextDown, nextUp } from "../math/neighbours.ts";
import { type Drawable, drawableOf } from "./drawable.ts";
import { flatShare, flatZones, searchPlaces } from "./flat.ts";
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
  /** What the other inputs are, where there are any: "a = 1" */
  readonly others?: string;
  /** −2, 0 and 2, and every kink */
  readonly points: readonly Point[];
  /** Where f stops falling and rises, if it does. */
  readonly minimum?: Point;
  /** Where f stops rising and falls, if it does. */
  readonly maximum?: Point;
  readonly range: Interval;
  readonly derivativeRange: Interval;
  readonly kinks: readonly KinkDescription[];
  /** f′ stays below 5 % of its largest magnitude (of 1, where it has none) below / above these places. */
  readonly flatBelow?: number;
  readonly flatAbove?: number;
  /** What is wrong with the parameters, as a sentence. */
  readonly problem?: string;
}

/** @param units length of the vector, for vector functions */
export function describeCurve(
  fn: ActivationFunction,
  params: ParameterValues,
  units?: number,
): CurveDescription {
  const drawable = drawableOf(fn, params, units);
  const { jet, claims, symbol, variable, others } = drawable;
  const problem = parameterProblem(fn, params);
  const places = [...new Set([-2, 0, 2, ...claims.kinks])].sort((a, b) => a - b);
  return {
    symbol,
    variable,
    ...(others === undefined ? {} : { others }),
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

/**
 * Where f′ changes sign, nearest to 0 where it does so again and again: 0 or a kink itself where the change is there, else
 * found by bisection between neighbouring places of the search at which f′ is not 0.
 */
function extremes(drawable: Drawable): { minimum?: Point; maximum?: Point } {
  if (drawable.claims.monotone) return {};
  const slope = (x: number) => drawable.jet(x).derivative;
  const sloping = searchPlaces().filter((x) => slope(x) !== 0);
  const turn = (sign: -1 | 1) => {
    const turns = (before: number, after: number) => sign * slope(before) > 0 && sign * slope(after) < 0;
    const [found] = sloping
      .slice(1)
      .map((after, index) => [sloping[index]!, after] as const)
      .filter(([before, after]) => turns(before, after))
      .sort((a, b) => distance(a) - distance(b));
    if (!found) return undefined;
    const [before, after] = found;
    const place = [0, ...drawable.claims.kinks].find(
      (x) => x > before && x < after && turns(nextDown(x), nextUp(x)),
    );
    return pointAt(drawable, place ?? bisect((x) => sign * slope(x) > 0, before, after));
  };
  const [minimum, maximum] = [turn(-1), turn(1)];
  return { ...(minimum && { minimum }), ...(maximum && { maximum }) };
}

/** How far from 0 an interval is. */
function distance([low, high]: readonly [number, number]): number {
  return low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
}

/** The description as sentences of plain text, one fact each. */
export function describeCurveText(description: CurveDescription): string[] {
  const { symbol, variable, others, points, minimum, maximum, kinks, flatBelow, flatAbove, problem } =
    description;
  const slope = `${symbol}′`;
  const { low, high } = description.derivativeRange;
  const flat = Number.isFinite(high - low) ? `${100 * flatShare} % of its maximum` : String(flatShare);
  return [
    ...(problem === undefined ? [] : [problem]),
    points.map(({ x, value }) => `${symbol}(${numberText(x)}) = ${numberText(value)}`).join(", ") +
      (others === undefined ? "" : `, with ${others}`),
    ...(minimum ? [`minimum ${numberText(minimum.value)} at ${variable} = ${numberText(minimum.x)}`] : []),
    ...(maximum ? [`maximum ${numberText(maximum.value)} at ${variable} = ${numberText(maximum.x)}`] : []),
    // What is claimed of f′ holds only within the parameters' domain.
    ...(problem === undefined ? [derivativeText(slope, description.derivativeRange)] : []),
    ...kinks.map(
      ({ x, left, right, reported }) =>
        `kink at ${variable} = ${numberText(x)}: ${slope} ${numberText(left)} left, ${numberText(right)} right, reported ${numberText(reported)}`,
    ),
    ...(flatBelow === undefined ? [] : [`flat (${slope} under ${flat}) below ${numberText(flatBelow, 3)}`]),
    ...(flatAbove === undefined ? [] : [`flat (${slope} under ${flat}) above ${numberText(flatAbove, 3)}`]),
  ];
}

function derivativeText(slope: string, { low, high }: Interval): string {
  return low === high
    ? `${slope} is ${numberText(low)} everywhere`
    : `${slope} from ${numberText(low)} to ${numberText(high)}`;
}
