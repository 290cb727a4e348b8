/** Every rule, in the order of harm. */
import { activationHasNoEffect } from "./activation-has-no-effect.ts";
import { bceUnderAutocast } from "./bce-under-autocast.ts";
import { biasBeforeBatchnorm } from "./bias-before-batchnorm.ts";
import { bceLogitsOnSigmoid } from "./bce-logits-on-sigmoid.ts";
import type { Rule } from "./define.ts";
import { doubleActivation } from "./double-activation.ts";
import { handRolledUnstable } from "./hand-rolled-unstable.ts";
import { kerasFromLogitsMismatch } from "./keras-from-logits-mismatch.ts";
import { klInputNotLog } from "./kl-input-not-log.ts";
import { logOfActivation } from "./log-of-activation.ts";
import { logitsLossOnProbabilities } from "./logits-loss-on-probabilities.ts";
import { missingActivation } from "./missing-activation.ts";
import { nllWithoutLog } from "./nll-without-log.ts";
import { outputLossContract } from "./output-loss-contract.ts";
import { probabilityThresholdOnLogits } from "./probability-threshold-on-logits.ts";
import { reluOnOutput } from "./relu-on-output.ts";
import { saturatingHiddenStack } from "./saturating-hidden-stack.ts";
import { moduleCalledAsFunction } from "./module-called-as-function.ts";
import { softmaxMissingDim } from "./softmax-missing-dim.ts";
import { softmaxSingleUnit } from "./softmax-single-unit.ts";
import { unknownActivationName } from "./unknown-activation-name.ts";

export const rules: readonly Rule[] = [
  softmaxSingleUnit,
  logitsLossOnProbabilities,
  kerasFromLogitsMismatch,
  logOfActivation,
  softmaxMissingDim,
  bceLogitsOnSigmoid,
  missingActivation,
  outputLossContract,
  nllWithoutLog,
  klInputNotLog,
  reluOnOutput,
  probabilityThresholdOnLogits,
  saturatingHiddenStack,
  activationHasNoEffect,
  handRolledUnstable,
  bceUnderAutocast,
  moduleCalledAsFunction,
  unknownActivationName,
  doubleActivation,
  biasBeforeBatchnorm,
];
