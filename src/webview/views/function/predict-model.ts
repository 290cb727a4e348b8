/** Guessing f′ as data: where it is guessed, what is concealed until then, how far off the guesses are. Pure. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { drawableOf } from "../../../engine/curve/drawable.ts";
import { type CurveModel, type Line, cursorStep } from "../../charts/model.ts";
import { roundStep, roundTo } from "../../format.ts";
import { type LabState, guessCount } from "../../protocol.ts";
import { elementwiseById, elementwiseProblem } from "../elementwise.ts";
import { t } from "../../../engine/l10n.ts";

/** Why f′ cannot be guessed here; undefined if it can. */
export function problemOf(state: LabState): string | undefined {
  return elementwiseProblem(state, t("f′ is guessed of functions of one number"));
}

/** The state as the view may show it: before the answer is asked for, f alone. */
export function concealed(state: LabState): LabState {
  if (!state.predict || problemOf(state) !== undefined) return state;
  const { isRevealed } = state.predict;
  return { ...state, orders: [true, isRevealed, false], tangent: false };
}

/** Whether anything that tells of f′ has to be hidden. */
export function isConcealing(state: LabState): boolean {
  return state.predict !== null && !state.predict.isRevealed && problemOf(state) === undefined;
}

/**
 * Where f′ is guessed: evenly spread over the interval, and never at a kink, where f′ has two values.
 * @param kinks of the function, in any order
 */
export function guessPlaces(
  [low, high]: CurveModel["interval"],
  kinks: readonly number[],
): readonly number[] {
  const width = high - low;
  const step = cursorStep([low, high]);
  return Array.from({ length: guessCount }, (_, i) => {
    const x = low + (width * (2 * i + 1)) / (2 * guessCount);
    const isNear = kinks.some((kink) => Math.abs(kink - x) < width / 25);
    return roundTo(isNear ? x + width / 12 : x, step);
  });
}

/** How far a slider reaches on either side of 0: about eight times the mean rise of f, which is seen, and at least 1. */
export function guessLimit([low, high]: CurveModel["interval"], { y }: Pick<Line, "y">): number {
  const finite = y.filter(Number.isFinite);
  const rise = (Math.max(...finite) - Math.min(...finite)) / (high - low);
  return Number.isFinite(rise) ? Math.max(1, roundStep(8 * Math.max(rise, 0.01))) : 1;
}

type Curves = Pick<CurveModel, "interval" | "range" | "lines" | "kinks" | "flat">;

/** The chart with room for guesses, and without the shade where f′ is 0 while that is not to be told. */
export function withGuessRoom<C extends Curves>(state: LabState, curves: C): C {
  const f = curves.lines[0];
  if (!state.predict || !f || problemOf(state) !== undefined) return curves;
  const limit = 1.05 * guessLimit(curves.interval, f);
  const [low, high] = curves.range;
  const range = [Math.min(low, -limit), Math.max(high, limit)] as const;
  return { ...curves, range, flat: isConcealing(state) ? {} : curves.flat };
}

export function guessesOf(state: LabState, { interval, lines, kinks }: Curves): Pick<CurveModel, "guesses"> {
  const f = lines[0];
  if (!state.predict || !f || problemOf(state) !== undefined) return {};
  const places = guessPlaces(
    interval,
    kinks.map(({ x }) => x),
  );
  const { guesses } = state.predict;
  return {
    guesses: { points: places.map((x, i) => ({ x, y: guesses[i] ?? 0 })), limit: guessLimit(interval, f) },
  };
}

export interface Answer {
  readonly x: number;
  readonly guess: number;
  readonly slope: number;
}

export interface Prediction {
  readonly answers: readonly Answer[];
  /** How near counts: a tenth of the largest |f′| at these places. */
  readonly tolerance: number;
  /** How many are as near. */
  readonly hits: number;
  /** Mean of |guess − f′|. */
  readonly meanError: number;
}

/** @param guesses one for each place @throws where `problemOf` has something to say */
export function predictionOf(
  { functionId, params }: LabState,
  places: readonly number[],
  guesses: readonly number[],
): Prediction {
  const { jet } = drawableOf(elementwiseById(functionId), params);
  const answers = places.map((x, i) => ({ x, guess: guesses[i] ?? 0, slope: jet(x).derivative }));
  const tolerance = Math.max(...answers.map(({ slope }) => Math.abs(slope))) / 10;
  const errors = answers.map(({ guess, slope }) => Math.abs(guess - slope));
  return {
    answers,
    tolerance,
    // A slope of a tenth is no double, nor is its tenth.
    hits: errors.filter((error) => error <= tolerance * (1 + 1e-9)).length,
    meanError: errors.reduce((sum, error) => sum + error, 0) / errors.length,
  };
}

/** "f′ is 0.2: yours is 0.3 too high." */
export function answerText({ guess, slope }: Answer): string {
  const off = guess - slope;
  const [is, size] = [numberText(slope, 3), numberText(Math.abs(off), 3)];
  if (size === "0") return t("f′ {0}, exact", is);
  return off > 0 ? t("f′ {0}, {1} too high", is, size) : t("f′ {0}, {1} too low", is, size);
}

export function scoreText({ answers, hits, tolerance, meanError }: Prediction): string {
  return t(
    "{0} of {1} within {2}, a tenth of the largest slope here; off by {3} on average.",
    hits,
    answers.length,
    numberText(tolerance, 2),
    numberText(meanError, 3),
  );
}
