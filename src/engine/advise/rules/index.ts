/** Every rule, in the order of harm. */
import { bceLogitsOnSigmoid } from "./bce-logits-on-sigmoid.ts";
import type { Rule } from "./define.ts";
import { logitsLossOnProbabilities } from "./logits-loss-on-probabilities.ts";
import { softmaxMissingDim } from "./softmax-missing-dim.ts";
import { softmaxSingleUnit } from "./softmax-single-unit.ts";

export const rules: readonly Rule[] = [
  softmaxSingleUnit,
  logitsLossOnProbabilities,
  softmaxMissingDim,
  bceLogitsOnSigmoid,
];
