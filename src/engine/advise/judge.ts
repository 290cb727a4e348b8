/** What is seen of one place each time the analysis comes there, put together. */
import type { LossUse } from "./analysis/facts.ts";
import { keyOf, type Place } from "./place.ts";
import { producerOf, type Activation, type Step, type Tensor } from "./analysis/value.ts";

export type Verdict = "bad" | "good" | "unknown";

/**
 * What is bad at a place at which nothing is good. A function may be called with several values: where only some are
 * wrong, the code may well be right.
 */
export function condemned<T>(
  observations: Iterable<T>,
  placeOf: (observation: T) => Place,
  judge: (observation: T) => Verdict,
): T[] {
  const all = [...observations];
  const verdicts = all.map((observation) => judge(observation));
  // In most code there is nothing bad.
  if (!verdicts.includes("bad")) return [];
  const bad = new Map<string, T>();
  const good = new Set<string>();
  for (const [index, observation] of all.entries()) {
    const verdict = verdicts[index];
    if (verdict === "unknown") continue;
    const key = keyOf(placeOf(observation));
    if (verdict === "good") good.add(key);
    else if (!bad.has(key)) bad.set(key, observation);
  }
  return [...bad].filter(([key]) => !good.has(key)).map(([, observation]) => observation);
}

/** A loss's own place; of a compiled model the model's, as it may be compiled again. */
export function placeOfLoss({ compiled, place }: LossUse): Place {
  return compiled?.model ?? place;
}

/** The tensor that reaches a loss, where one is known. */
export function predictionOf({ prediction: { value } }: LossUse): Tensor | undefined {
  return value.kind === "tensor" ? value : undefined;
}

/** The activation that gave a tensor its values, and the step that applied it. */
export function lastActivation(
  tensor: Tensor | undefined,
): { readonly step: Step; readonly activation: Activation } | undefined {
  const step = tensor && producerOf(tensor);
  return step?.operation.kind === "activation" ? { step, activation: step.operation.activation } : undefined;
}
