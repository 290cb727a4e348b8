/**
 * The page's side: one worker, started when it is first needed from a Blob of the page's own text, so that the program is
 * there once. The build wraps the page in the function `activationLensPage` for that.
 */
import type { TrainingAnswer, TrainingRequest } from "./contract.ts";
import { t } from "../../engine/l10n.ts";

export interface TrainingClient {
  ask(request: TrainingRequest): void;
}

/** @param failed called where the worker cannot be started, or breaks */
export function createTrainingClient(
  answered: (answer: TrainingAnswer) => void,
  failed: (message: string) => void,
): TrainingClient {
  let worker: Worker | undefined;
  const start = () => {
    const address = URL.createObjectURL(
      new Blob([`(${activationLensPage.toString()})();`], { type: "text/javascript" }),
    );
    const started = new Worker(address);
    started.addEventListener("message", ({ data }: MessageEvent<TrainingAnswer>) => {
      answered(data);
    });
    started.addEventListener("error", ({ message }) => {
      failed(message || t("the worker could not be started"));
    });
    return started;
  };
  return {
    ask: (request) => {
      worker ??= start();
      worker.postMessage(request);
    },
  };
}
