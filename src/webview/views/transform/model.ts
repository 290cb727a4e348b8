/** The transform view as data: a pure function of the lab's state. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { functionById } from "../../../engine/functions/index.ts";
import type { TransformProblem } from "../../../engine/transform/options.ts";
import { transformSteps, transformText } from "../../../engine/transform/transform.ts";
import type { LabSettings, LabState } from "../../protocol.ts";
import { primes } from "../function/curves.ts";
import { formulaText } from "../formula.ts";
import { type Statistics, statisticsOf } from "../statistics.ts";
import { stepText } from "./step.ts";

export interface StepRow {
  /** As written. */
  readonly before: string;
  readonly input: number;
  /** The branch of the formula that applies, with the number in it. */
  readonly how: string;
  readonly result: number;
  readonly after: string;
}

export type TransformModel =
  | {
      readonly kind: "problem";
      /** Whether it lies in the numbers, not in the function or its parameters. */
      readonly inNumbers: boolean;
      readonly message: string;
    }
  | {
      readonly kind: "result";
      /** The whole text with its numbers transformed. */
      readonly text: string;
      /** The first numbers, at most `shownSteps`. */
      readonly rows: readonly StepRow[];
      readonly before: Statistics;
      readonly after: Statistics;
    };

export const shownSteps = 100;

export function toTransform(state: LabState, { digits }: LabSettings): TransformModel {
  const fn = functionById(state.functionId);
  const order = fn.kind !== "elementwise" ? 0 : state.transformOrder;
  const options = { function: fn.id, params: state.params, order, digits };
  const steps = transformSteps(state.numbers, options);
  if (steps.kind === "problem") return problemOf(steps);
  const transformed = transformText(state.numbers, options);
  if (transformed.kind === "problem") return problemOf(transformed);
  const formula = formulaText(fn, state.params);
  const how = (x: string) => (order === 0 ? stepText(formula, x) : `f${primes[order]}(${x})`);
  return {
    kind: "result",
    text: transformed.text,
    rows: steps.steps.slice(0, shownSteps).map(({ before, input, result, after }) => {
      return { before, input, how: how(numberText(input, 6)), result, after };
    }),
    before: statisticsOf(steps.steps.map(({ input }) => input)),
    after: statisticsOf(steps.steps.map(({ result }) => result)),
  };
}

function problemOf({ reason, message }: TransformProblem): TransformModel {
  return { kind: "problem", inNumbers: reason === "no-number" || reason === "abbreviated", message };
}

/** Where a bar lies, as shares of the width; the scale holds 0 and every finite number of both columns. */
export interface Bar {
  readonly start: number;
  readonly width: number;
}

/** Bars on one common scale, so that before and after can be compared. */
export function barScale(rows: readonly StepRow[]): (value: number) => Bar {
  const finite = rows.flatMap(({ input, result }) => [input, result]).filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const width = high - low || 1;
  const place = (value: number) => (Math.min(high, Math.max(low, value)) - low) / width;
  return (value) => {
    const [zero, end] = [place(0), place(Number.isNaN(value) ? 0 : value)];
    return { start: Math.min(zero, end), width: Math.abs(end - zero) };
  };
}
