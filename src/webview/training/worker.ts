/** The worker's side: trains as asked and answers once for each request. */
import { functionById } from "../../engine/functions/index.ts";
import { planePoints } from "../../engine/network/plane.ts";
import {
  type Training,
  probabilitiesAt,
  reportOf,
  startTraining,
  trainStep,
} from "../../engine/network/train.ts";
import { type TrainingAnswer, type TrainingRequest, surfaceCount, surfaceReach } from "./contract.ts";

/** Answers requests one after another. @returns undefined where there is no run to go on with */
export function createTrainer(): (request: TrainingRequest) => TrainingAnswer | undefined {
  const points = planePoints(surfaceReach, surfaceCount);
  let training: Training | undefined;
  let step = 0;
  return ({ run, start, steps }) => {
    if (start) {
      const fn = functionById(start.functionId);
      training = fn.kind === "elementwise" ? startTraining(fn, start.params, start.options) : undefined;
      step = 0;
    }
    if (!training) return undefined;
    for (let i = 0; i < steps; i++) trainStep(training);
    step += steps;
    return { run, step, report: reportOf(training), surface: probabilitiesAt(training, points) };
  };
}

export function serveTraining(scope: Pick<Window, "addEventListener" | "postMessage">): void {
  const answer = createTrainer();
  scope.addEventListener("message", ({ data }: MessageEvent<TrainingRequest>) => {
    const result = answer(data);
    if (result) scope.postMessage(result);
  });
}
