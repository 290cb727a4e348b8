/** Every rule, in the order of harm. */
import { biasBeforeBatchnorm } from "./bias-before-batchnorm.ts";
import { bceLogitsOnSigmoid } from "./bce-logits-on-sigmoid.ts";
import type { Rule } from "./define.ts";
import { logitsLossOnProbabilities } from "./logits-loss-on-probabilities.ts";
import { softmaxMissingDim } from "./softmax-missing-dim.ts";
import { softmaxSingleUnit } from "./softmax-single-unit.ts";
import { unknownActivationName } from "./unknown-activation-name.ts";

export const rules: readonly Rule[] = [
  softmaxSingleUnit,
  logitsLossOnProbabilities,
  softmaxMissingDim,
  bceLogitsOnSigmoid,
  unknownActivationName,
  biasBeforeBatchnorm,
];
