/** The training view as data. */
import { numberText } from "../../../engine/curve/number-text.ts";
import type { HeatMapModel } from "../../charts/heat-map-model.ts";
import { type CurveModel, type Line, rangeOf } from "../../charts/model.ts";
import type { LabState } from "../../protocol.ts";
import { elementwiseProblem } from "../elementwise.ts";
import { type TrainingAnswer, type TrainingRequest, surfaceCount } from "../../training/contract.ts";
import { t } from "../../../engine/l10n.ts";

type Given = Pick<LabState, "functionId" | "params" | "training">;

/** Why nothing can be trained; undefined if it can. */
export function problemOf(state: Given): string | undefined {
  return elementwiseProblem(state, t("here a function of one number is trained"));
}

export function startOf({ functionId, params, training }: Given): NonNullable<TrainingRequest["start"]> {
  return { functionId, params, options: training };
}

/** Everything that a run depends on. */
export function runKey({ functionId, params, training }: Given): string {
  const { data, layers, width, learningRate, weights, bias, seed } = training;
  const network = [data, layers, width, learningRate, weights, bias, seed];
  return JSON.stringify([functionId, Object.values(params).map(String), network]);
}

/** "Step 300: loss 0.012, 100 % right, 2 of 16 units dead." */
export function statusText({ step, report: { loss, accuracy, dead } }: TrainingAnswer): string {
  const units = dead.flat();
  const count = units.filter(Boolean).length;
  const fate = Number.isFinite(loss) ? t("loss {0}", numberText(loss, 3)) : t("the weights have run away");
  const right = numberText(100 * accuracy, 3);
  return t("Step {0}: {1}, {2} % right, {3} of {4} units dead.", step, fate, right, count, units.length);
}

/** Layer by layer: units as signs, how many are dead, the size of the gradient. */
export function layerTable({ report: { dead, gradients } }: TrainingAnswer): readonly (readonly string[])[] {
  return gradients.map((gradient, i) => {
    const units = dead[i];
    const name = units ? t("Layer {0}", i + 1) : t("Output");
    const signs = units?.map((isDead) => (isDead ? "✕" : "●")).join("") ?? "";
    const count = units ? t("{0} of {1}", units.filter(Boolean).length, units.length) : "";
    return [name, signs, count, numberText(gradient, 3)];
  });
}

/** Probabilities from 0 to 1 as −1 to 1: the paper is where the classes are equally likely. */
export function surfaceMap({ surface }: TrainingAnswer): HeatMapModel {
  const values = surface.map((probability) => 2 * probability - 1);
  return { rows: surfaceCount, columns: surfaceCount, values, limit: 1, steps: 6 };
}

export interface History {
  readonly steps: readonly number[];
  readonly losses: readonly number[];
}

const most = 400;

/** With one more point; every second is left out once there are too many to draw. */
export function remembered({ steps, losses }: History, answer: TrainingAnswer): History {
  const all = { steps: [...steps, answer.step], losses: [...losses, answer.report.loss] };
  if (all.steps.length <= most) return all;
  const isKept = (_: number, i: number) => i % 2 === 0 || i === all.steps.length - 1;
  return { steps: all.steps.filter(isKept), losses: all.losses.filter(isKept) };
}

export function lossCurve({
  steps,
  losses,
}: History): Pick<CurveModel, "variable" | "interval" | "range" | "lines" | "kinks" | "flat" | "step"> {
  const [x, y] = [Float64Array.from(steps), Float64Array.from(losses)];
  const lines: readonly Line[] = [{ label: t("loss"), order: 0, x, y }];
  const [, high] = rangeOf(lines);
  const interval = [0, Math.max(1, steps.at(-1) ?? 1)] as const;
  return { variable: t("step"), interval, range: [0, high], lines, kinks: [], flat: {}, step: 1 };
}

/** The loss at the last point up to a step. */
export function lossCursor({ steps, losses }: History, at: number): CurveModel["cursor"] {
  const after = steps.findIndex((step) => step > at);
  const i = Math.max(0, (after < 0 ? steps.length : after) - 1);
  return { x: steps[i] ?? 0, readings: [{ label: t("loss"), order: 0, value: losses[i] ?? NaN }] };
}
