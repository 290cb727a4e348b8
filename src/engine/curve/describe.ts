/** What a curve's picture shows, as facts and as text: for readers who do not see it, and to check it by. */
import type { ActivationFunction, Draws, Interval, ParameterValues } from "../functions/define.ts";
import { parameterProblem } from "../functions/parameters.ts";
import { type Drawable, drawableOf } from "./drawable.ts";
import { flatShare, flatZones } from "./flat.ts";
import { type Kink, isApart, isJump, kinkAt } from "./kinks.ts";
import { numberText } from "./number-text.ts";
import { extremesOf } from "./turns.ts";
import { t, told } from "../l10n.ts";

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
    const values = low === high ? numberText(low) : t("{0} to {1}", numberText(low, 3), numberText(high, 3));
    return `${symbol}(${numberText(x)}) ${values}`;
  });
  const given = places.join(", ");
  return share === 1
    ? t("mean of random draws; in {0} draws give {1}", told(when), given)
    : t("mean of random draws; in {0} {1} % of draws give {2}", told(when), numberText(100 * share), given);
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
  const flat = Number.isFinite(high - low) ? t("{0} % of its maximum", 100 * flatShare) : String(flatShare);
  const values = points
    .map(({ x, value }) => `${symbol}(${numberText(x)}) = ${numberText(value)}`)
    .join(", ");
  return [
    ...(problem === undefined ? [] : [problem]),
    others === undefined ? values : t("{0}, with {1}", values, others),
    ...(minimum
      ? [t("minimum {0} at {1} = {2}", numberText(minimum.value), variable, numberText(minimum.x))]
      : []),
    ...(maximum
      ? [t("maximum {0} at {1} = {2}", numberText(maximum.value), variable, numberText(maximum.x))]
      : []),
    ...(draws === undefined ? [] : [draws]),
    // What is claimed of f′ holds only within the parameters' domain.
    ...(problem === undefined ? [derivativeText(slope, description.derivativeRange)] : []),
    ...kinks.map((kink) => kinkSentence(kink, symbol, variable)),
    ...(flatBelow === undefined
      ? []
      : [t("flat ({0} under {1}) below {2}", slope, flat, numberText(flatBelow, 3))]),
    ...(flatAbove === undefined
      ? []
      : [t("flat ({0} under {1}) above {2}", slope, flat, numberText(flatAbove, 3))]),
  ];
}

function kinkSentence(kink: Kink, symbol: string, variable: string): string {
  const { x, left, here, right } = kink;
  const slopes = t(
    "{0} {1} left, {2} right, reported {3}",
    `${symbol}′`,
    numberText(left.derivative),
    numberText(right.derivative),
    numberText(here.derivative),
  );
  if (!isJump(kink)) return t("kink at {0} = {1}: {2}", variable, numberText(x), slopes);
  const values = t(
    "{0} {1} left, {2} right, {3} there",
    symbol,
    numberText(left.value),
    numberText(right.value),
    numberText(here.value),
  );
  const all = isApart(left.derivative, right.derivative) ? `${values}; ${slopes}` : values;
  return t("jump at {0} = {1}: {2}", variable, numberText(x), all);
}

function derivativeText(slope: string, { low, high }: Interval): string {
  return low === high
    ? t("{0} is {1} everywhere", slope, numberText(low))
    : t("{0} from {1} to {2}", slope, numberText(low), numberText(high));
}
