/** What a curve's picture shows, as facts and as text: for readers who do not see it, and to check it by. */
import type { ActivationFunction, Draws, Interval, ParameterValues } from "../functions/define.ts";
import { parameterProblem } from "../functions/parameters.ts";
import { type Drawable, drawableOf } from "./drawable.ts";
import { flatShare, flatZones } from "./flat.ts";
import { type Kink, isApart, isJump, kinkAt } from "./kinks.ts";
import { numberText } from "./number-text.ts";
import { extremesOf } from "./turns.ts";

/** A point of the curve. */
export interface Point {
  readonly x: number;
  readonly value: number;
  readonly derivative: number;
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
  readonly kinks: readonly Kink[];
  /** f′ stays below 5 % of its largest magnitude (of 1, where it has none) below / above these places. */
  readonly flatBelow?: number;
  readonly flatAbove?: number;
  /** "draws in training: f(-2) from -0.667 to -0.25, …" of a random function */
  readonly draws?: string;
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
    kinks: claims.kinks.map((x) => kinkAt(jet, x)),
    ...flatZones(drawable),
    ...(drawable.draws && { draws: drawsText(symbol, drawable.draws) }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Where single draws lie at −2, 0 and 2. */
export function drawsText(symbol: string, { when, share, band }: Draws): string {
  const places = [-2, 0, 2].map((x) => {
    const [low, high] = band(x);
    const values = low === high ? numberText(low) : `${numberText(low, 3)} to ${numberText(high, 3)}`;
    return `${symbol}(${numberText(x)}) ${values}`;
  });
  const which = share === 1 ? "draws" : `${numberText(100 * share)} % of draws`;
  return `mean of random draws; in ${when} ${which} give ${places.join(", ")}`;
}

function pointAt({ jet }: Drawable, x: number): Point {
  const { value, derivative } = jet(x);
  return { x, value, derivative };
}

function extremes(drawable: Drawable): { minimum?: Point; maximum?: Point } {
  const { minimum, maximum } = extremesOf(drawable);
  return {
    ...(minimum === undefined ? {} : { minimum: pointAt(drawable, minimum) }),
    ...(maximum === undefined ? {} : { maximum: pointAt(drawable, maximum) }),
  };
}

/** The description as sentences of plain text, one fact each. */
export function describeCurveText(description: CurveDescription): string[] {
  const { symbol, variable, others, points, minimum, maximum, kinks, flatBelow, flatAbove, draws, problem } =
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
    ...(draws === undefined ? [] : [draws]),
    // What is claimed of f′ holds only within the parameters' domain.
    ...(problem === undefined ? [derivativeText(slope, description.derivativeRange)] : []),
    ...kinks.map((kink) => kinkSentence(kink, symbol, variable)),
    ...(flatBelow === undefined ? [] : [`flat (${slope} under ${flat}) below ${numberText(flatBelow, 3)}`]),
    ...(flatAbove === undefined ? [] : [`flat (${slope} under ${flat}) above ${numberText(flatAbove, 3)}`]),
  ];
}

function kinkSentence(kink: Kink, symbol: string, variable: string): string {
  const { x, left, here, right } = kink;
  const slopes = `${symbol}′ ${numberText(left.derivative)} left, ${numberText(right.derivative)} right, reported ${numberText(here.derivative)}`;
  const place = `at ${variable} = ${numberText(x)}`;
  if (!isJump(kink)) return `kink ${place}: ${slopes}`;
  const values = `${symbol} ${numberText(left.value)} left, ${numberText(right.value)} right, ${numberText(here.value)} there`;
  return `jump ${place}: ${values}${isApart(left.derivative, right.derivative) ? `; ${slopes}` : ""}`;
}

function derivativeText(slope: string, { low, high }: Interval): string {
  return low === high
    ? `${slope} is ${numberText(low)} everywhere`
    : `${slope} from ${numberText(low)} to ${numberText(high)}`;
}
