import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { isWithin } from "../place.ts";
import { lossesWanting } from "../analysis/losses.ts";
import { condemned, lastActivation, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const bceLogitsOnSigmoid = defineRule({
  id: "bce-logits-on-sigmoid",
  severity: "warning",
  title: "A sigmoid before a loss that applies its own sigmoid",
  doc: {
    what: "The output of sigmoid or softmax is given to a binary cross-entropy on logits: `BCEWithLogitsLoss`, `F.binary_cross_entropy_with_logits`, `tf.nn.sigmoid_cross_entropy_with_logits`, `optax.sigmoid_binary_cross_entropy`, `torchvision.ops.sigmoid_focal_loss`, `MultiLabelSoftMarginLoss`.",
    why: "The loss applies sigmoid to what it is given. Of a number between 0 and 1 that makes a probability between 0.5 and 0.731: a confident no cannot be said.",
    harm: "The loss cannot fall below 0.693 for negative and 0.313 for positive examples, and the first gradients are 0.31 of the right ones. Thresholded at 0.5, a balanced problem scored 0.764 instead of 0.999, one with 10 % positives 0.349 instead of 0.998.",
    bad: "loss = F.binary_cross_entropy_with_logits(torch.sigmoid(logits), target)",
    good: "loss = F.binary_cross_entropy_with_logits(logits, target)",
    limits:
      "Only the value that reaches the loss counts: a sigmoid computed beside it, for accuracy, logging or focal weights, is no mistake. The value is followed within the file or notebook.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html",
      "https://github.com/yudi-mars/daisyRec/issues/15",
      "https://github.com/argusswift/YOLOv4-pytorch/issues/89",
    ],
  },
  needs: { of: "use", text: [lossesWanting("logits")] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const uses = seen.facts.losses.filter(
    ({ loss: { row } }) => row.contract.wants === "logits" && row.contract.applies === "sigmoid",
  );
  for (const use of condemned(uses, placeOfLoss, judge)) {
    const last = lastActivation(predictionOf(use));
    if (!last) continue;
    const loss = lastSegment(use.loss.row.name);
    yield {
      place: last.step.token,
      message: `${loss} applies sigmoid itself. After ${nameOf(last.activation)} its probabilities lie between 0.5 and 0.731, and the loss stays above 0.693 for negatives. Give it the logits.`,
      related: [{ place: use.loss.token, message: `${loss} takes logits` }],
      fixes: fixesFor(use, last.step, seen),
    };
  }
}

function judge(use: LossUse): Verdict {
  const tensor = predictionOf(use);
  if (!tensor || tensor.domain === "unknown") return "unknown";
  if (tensor.domain === "non-negative")
    return lastActivation(tensor)?.activation.function === "softplus" ? "bad" : "good";
  return tensor.domain === "unit" || tensor.domain === "probability" ? "bad" : "good";
}

/** Losses on probabilities with the same arguments. */
const onProbabilities: ReadonlyMap<string, string> = new Map([
  ["BCEWithLogitsLoss", "BCELoss"],
  ["binary_cross_entropy_with_logits", "binary_cross_entropy"],
]);

function fixesFor(
  use: LossUse,
  step: NonNullable<ReturnType<typeof lastActivation>>["step"],
  { analysis }: Seen,
): Fix[] {
  const remedies = new Remedies(analysis);
  const without = remedies.withoutActivation(step);
  const fixes: Fix[] = [];
  if (without) {
    const certain = isWithin(step.place, use.place);
    fixes.push({ title: "Remove the activation", preferred: true, certain, edits: without });
  }
  const { row, token, settings } = use.loss;
  const from = lastSegment(row.name);
  const to = onProbabilities.get(from);
  const isPlain = !settings.has("pos_weight") && predictionOf(use)?.domain === "unit";
  const renamed = to !== undefined && isPlain ? remedies.renamedLoss(token, from, to) : undefined;
  if (renamed)
    fixes.push({ title: `Keep it and use ${to} (not under autocast)`, certain: false, edits: renamed });
  return fixes;
}
