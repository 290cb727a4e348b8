/** What rules ask about Keras' losses and names. */
import type { Analysis } from "../detect/analysis.ts";
import type { LossUse } from "./analysis/facts.ts";

/** Whether a Keras loss is told to take logits; undefined where that is not known. */
export function wantsLogits({ loss: { settings } }: LossUse): boolean | undefined {
  const given = settings.get("from_logits");
  if (!given) return false;
  return typeof given.value === "boolean" ? given.value : undefined;
}

/** How the file writes `keras`: as it is imported in a line of its own. */
export function kerasIn({ cells }: Analysis): string | undefined {
  const has = (pattern: RegExp) => cells.some(({ text }) => pattern.test(text));
  if (has(/^(?:from tensorflow import (?:\w+, )*keras\b(?! as)|import keras[ \t]*(?:#.*)?$)/m))
    return "keras";
  return has(/^import tensorflow as tf\b/m) ? "tf.keras" : undefined;
}
