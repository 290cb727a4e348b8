/**
 * Applying an activation function, or its derivative, to the numbers in a text, whatever their notation: only the number
 * tokens change (`scan.ts` says which those are), every other character stays as it was.
 */
import type { Range } from "../range.ts";
import { applyTo, sliceLength } from "./apply.ts";
import { type Digits, formatResult } from "./format.ts";
import { planOf, problem, type TransformOptions, type TransformProblem } from "./options.ts";
import { type Numbers, Scanner } from "./scan.ts";
import { spellSpecial } from "./special.ts";
import { t } from "../l10n.ts";

/** Replaces a stretch of the text that was given. */
export interface Edit extends Range {
  readonly text: string;
}

export interface Transformed {
  readonly kind: "transformed";
  /** The whole text with its numbers transformed. */
  readonly text: string;
  /**
   * Where it differs from the given text, ascending; a number that stays as it was has none. Made when read: for a
   * megabyte of numbers that takes as long as the rest, and replacing the whole text comes to the same.
   */
  readonly edits: readonly Edit[];
  /** How many numbers were transformed, those that came out the same included. */
  readonly count: number;
}

/** One number on its way through the function. */
export interface Step extends Range {
  /** As written. */
  readonly before: string;
  readonly input: number;
  readonly result: number;
  /** As it is to be written. */
  readonly after: string;
  /** Numbers of one group share a bracket, or a line where there are none; a vector function takes them together. */
  readonly group: number;
}

export interface Steps {
  readonly kind: "steps";
  readonly steps: readonly Step[];
}

/** The whole transform at once. */
export function transformText(text: string, options: TransformOptions): Transformed | TransformProblem {
  return last(transformSlices(text, options));
}

/** Every number before and after, for showing how the result comes about. */
export function transformSteps(text: string, options: TransformOptions): Steps | TransformProblem {
  const results = last(resultsOf(text, options));
  return results.kind === "problem" ? results : { kind: "steps", steps: Array.from(stepsOf(text, results)) };
}

// What reading and computing take of the whole time, measured on a megabyte.
const readShare = 0.4;
const computeShare = 0.1;

/**
 * The transform in slices of a few milliseconds; yields progress from 0 to 1 between them, so that whoever runs it can
 * show it, let others work, and stop.
 */
export function* transformSlices(
  text: string,
  options: TransformOptions,
): Generator<number, Transformed | TransformProblem> {
  const results = yield* resultsOf(text, options);
  if (results.kind === "problem") return results;
  const { starts, ends } = results.numbers;
  const count = starts.length;
  // Appending is seven times as fast here as joining a list of pieces.
  let transformed = "";
  let copied = 0;
  for (let i = 0; i < count; i++) {
    transformed += text.slice(copied, starts[i]) + written(text, results, i);
    copied = ends[i]!;
    if (i % sliceLength === sliceLength - 1) {
      yield readShare + computeShare + ((1 - readShare - computeShare) * i) / count;
    }
  }
  return {
    kind: "transformed",
    text: transformed + text.slice(copied),
    count,
    get edits() {
      const changed = Array.from(stepsOf(text, results)).filter(({ before, after }) => before !== after);
      return changed.map(({ start, end, after }): Edit => ({ start, end, text: after }));
    },
  };
}

interface Results {
  readonly kind: "results";
  readonly numbers: Numbers;
  readonly values: Float64Array;
  readonly digits: Digits;
}

function* resultsOf(text: string, options: TransformOptions): Generator<number, Results | TransformProblem> {
  const plan = planOf(options);
  if (plan.kind === "problem") return plan;
  const scanner = new Scanner(text);
  while (scanner.position < text.length) {
    scanner.advance(scanner.position + 8 * sliceLength);
    yield readShare * Math.min(1, scanner.position / text.length);
  }
  const numbers = scanner.finish();
  if (numbers.values.length === 0) return problem("no-number", noNumber(numbers.outside));
  const values = yield* scaled(applyTo(numbers, plan), readShare, computeShare);
  return values instanceof Float64Array ? { kind: "results", numbers, values, digits: plan.digits } : values;
}

function noNumber(outside: number): string {
  return outside > 0
    ? t(
        "No number found inside the brackets. Where there are brackets, only numbers inside them are transformed: select the numbers alone.",
      )
    : t("No number found. Numbers in quotes, comments, names, indices and keyword arguments are left alone.");
}

function* stepsOf(text: string, results: Results): Generator<Step, void> {
  const { starts, ends, values, groups } = results.numbers;
  for (let i = 0; i < values.length; i++) {
    const [start, end] = [starts[i]!, ends[i]!];
    yield {
      start,
      end,
      before: text.slice(start, end),
      input: values[i]!,
      result: results.values[i]!,
      after: written(text, results, i),
      group: groups[i]!,
    };
  }
}

/** How the i-th result is written. */
function written(text: string, { numbers, values, digits }: Results, i: number): string {
  const result = values[i]!;
  const input = numbers.values[i]!;
  if (!Number.isFinite(result)) return writtenSpecial(text, numbers, i, result);
  const decimal = formatResult(result, input, digits);
  return numbers.minus !== "-" && decimal.startsWith("-") ? numbers.minus + decimal.slice(1) : decimal;
}

/** NaN and infinities stay as they are written where they come out the same, else follow the text's spelling. */
function writtenSpecial(text: string, numbers: Numbers, i: number, result: number): string {
  const input = numbers.values[i]!;
  const token = text.slice(numbers.starts[i], numbers.ends[i]);
  if (Object.is(result, input)) return token;
  const sample = Number.isFinite(input) ? numbers.special : token.replace(/^[-+\u2212]\s*/, "");
  return spellSpecial(result, sample, numbers.minus);
}

/** The same slices, their progress from 0 to 1 spread over a part of the whole. */
function* scaled<T>(slices: Generator<number, T>, from: number, share: number): Generator<number, T> {
  for (;;) {
    const next = slices.next();
    if (next.done) return next.value;
    yield from + share * next.value;
  }
}

function last<T>(slices: Generator<number, T>): T {
  for (;;) {
    const next = slices.next();
    if (next.done) return next.value;
  }
}
