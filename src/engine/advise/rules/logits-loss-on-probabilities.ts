import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { isWithin } from "../place.ts";
import { lossesWanting } from "../analysis/losses.ts";
import type { Tensor } from "../analysis/value.ts";
import { condemned, lastActivation, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const logitsLossOnProbabilities = defineRule({
  id: "logits-loss-on-probabilities",
  severity: "warning",
  title: "An activation before a loss that applies its own softmax",
  doc: {
    what: "The output of softmax, sigmoid or tanh is given to a cross-entropy that applies softmax itself: `CrossEntropyLoss`, `F.cross_entropy`, `tf.nn.softmax_cross_entropy_with_logits`, `optax.softmax_cross_entropy`.",
    why: "The loss takes what it is given for logits. Numbers between 0 and 1 are nearly equal logits, so no class can ever become likely.",
    harm: "At the start every gradient is multiplied by 1/K for K classes. The loss cannot fall below ln(1 + (K−1)/e): 0.313 for 2 classes, 1.461 for 10, 3.622 for 100. A network for 100 classes trained with SGD reached 0.023 accuracy instead of 0.978; with Adam the harm is smaller, which is why it goes unnoticed.",
    bad: "loss = F.cross_entropy(F.softmax(logits, dim=1), target)",
    good: "loss = F.cross_entropy(logits, target)",
    limits:
      "The value is followed through assignments, classes and calls within the file or notebook; across files nothing is said. `log_softmax` before cross-entropy changes nothing and is only a hint. Where several values or losses may meet at one place, nothing is said.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
      "https://github.com/pytorch/pytorch/issues/55902",
      "https://github.com/Lightning-Universe/lightning-bolts/issues/654",
    ],
  },
  needs: { of: "use", text: [lossesWanting("logits")] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const uses = seen.facts.losses.filter(({ loss: { row } }) => isOwnSoftmax(row.contract));
  for (const use of condemned(uses, placeOfLoss, judge)) {
    const last = lastActivation(predictionOf(use));
    if (!last) continue;
    const { step } = last;
    const name = nameOf(last.activation);
    const { row, token } = use.loss;
    const loss = lastSegment(row.name);
    const units = predictionOf(use)?.units;
    const floor =
      units !== undefined && units > 1
        ? `with ${units} classes it cannot fall below ${Math.log(1 + (units - 1) / Math.E).toFixed(3)}`
        : "it can never become small";
    yield {
      place: step.token,
      message: `${loss} applies softmax itself. After ${name} ${floor}, and gradients are weak. Give it the logits.`,
      related: [{ place: token, message: `${loss} takes logits` }],
      fixes: fixesFor(use, seen),
    };
  }
  for (const use of condemned(uses, placeOfLoss, judgeRedundant)) {
    const last = lastActivation(predictionOf(use));
    if (!last) continue;
    yield {
      place: last.step.token,
      severity: "hint",
      message: `${nameOf(last.activation)} before a loss that applies log-softmax itself changes nothing and can go.`,
      related: [{ place: use.loss.token, message: "the loss takes logits" }],
      fixes: fixesFor(use, seen),
    };
  }
}

function isOwnSoftmax({ wants, applies }: LossUse["loss"]["row"]["contract"]): boolean {
  return wants === "logits" && applies === "softmax";
}

function judge(use: LossUse): Verdict {
  const tensor = predictionOf(use);
  if (!tensor || tensor.domain === "unknown") return "unknown";
  return isSquashed(tensor) ? "bad" : "good";
}

/** What ReLU does to logits is another rule's matter. */
function isSquashed(tensor: Tensor): boolean {
  const { domain } = tensor;
  if (domain === "non-negative") return lastActivation(tensor)?.activation.function === "softplus";
  return domain === "probability" || domain === "unit" || domain === "signed";
}

function judgeRedundant(use: LossUse): Verdict {
  const tensor = predictionOf(use);
  if (!tensor || tensor.domain === "unknown") return "unknown";
  return lastActivation(tensor)?.activation.function === "log_softmax" ? "bad" : "good";
}

function fixesFor(use: LossUse, { analysis }: Seen): Fix[] {
  const last = lastActivation(predictionOf(use));
  const edits = last && new Remedies(analysis).withoutActivation(last.step);
  if (!edits) return [];
  // Where the activation stands in the loss's own brackets, nobody else sees its output.
  const certain = isWithin(last.step.place, use.place);
  return [{ title: `Remove ${nameOf(last.activation)}`, preferred: true, certain, edits }];
}
