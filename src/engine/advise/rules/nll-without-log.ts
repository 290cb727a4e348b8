import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { lossesWanting } from "../analysis/losses.ts";
import { producerOf } from "../analysis/value.ts";
import { condemned, lastActivation, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { logSoftmax, Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const nllWithoutLog = defineRule({
  id: "nll-without-log",
  severity: "warning",
  title: "A loss on log-probabilities that is given probabilities or logits",
  doc: {
    what: "`NLLLoss`, `F.nll_loss`, `CTCLoss` or `F.ctc_loss` is given the output of softmax, of another activation, or of a layer.",
    why: "The loss only picks the entry of the right class and turns its sign: it takes no logarithm. Of probabilities that is between −1 and 0; of logits it has no lower bound.",
    harm: "A loss that is negative is the tell-tale. On probabilities the first gradient is 1/K of the right one, and accuracy for 20 classes 0.574 instead of 0.999; on raw logits 0.10 with SGD, 0.60 with Adam.",
    bad: "loss = F.nll_loss(F.softmax(logits, dim=1), target)",
    good: "loss = F.nll_loss(F.log_softmax(logits, dim=1), target)",
    limits:
      "Functions of the project's own that are called `nll_loss` are left alone. The value is followed within the file or notebook.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html",
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.CTCLoss.html",
      "https://github.com/pytorch/pytorch/issues/12703",
    ],
  },
  needs: { of: "value", text: [lossesWanting("log-probabilities")] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const uses = seen.facts.losses.filter(
    ({ loss: { row } }) => row.contract.id === "nll" || row.contract.id === "ctc",
  );
  for (const use of condemned(uses, placeOfLoss, judge)) {
    const tensor = predictionOf(use);
    const step = tensor && producerOf(tensor);
    if (!step) continue;
    const loss = lastSegment(use.loss.row.name);
    const last = lastActivation(tensor);
    const given = last ? `the output of ${nameOf(last.activation)}` : "logits";
    yield {
      place: last ? step.token : use.loss.token,
      message: `${loss} wants log-probabilities and is given ${given}: it can fall below 0 and means nothing. Use log_softmax, or CrossEntropyLoss on logits.`,
      related: [
        last
          ? { place: use.loss.token, message: `${loss} takes log-probabilities` }
          : { place: step.token, message: "the layer whose output it is" },
      ],
      fixes: fixesFor(use, seen),
    };
  }
}

function judge(use: LossUse): Verdict {
  const tensor = predictionOf(use);
  if (!tensor) return "unknown";
  switch (tensor.domain) {
    case "probability":
    case "unit":
    case "logit":
      return "bad";
    case "non-negative":
      return lastActivation(tensor) ? "bad" : "unknown";
    case "log-probability":
    case "signed":
    case "any":
      return "good";
    case "unknown":
      return "unknown";
  }
}

const onLogits: ReadonlyMap<string, string> = new Map([
  ["NLLLoss", "CrossEntropyLoss"],
  ["nll_loss", "cross_entropy"],
]);

function fixesFor(use: LossUse, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  const last = lastActivation(predictionOf(use));
  if (last?.activation.function === "softmax") {
    const edits = remedies.renamedIn(last.step, logSoftmax);
    return edits ? [{ title: "Use log_softmax", preferred: true, certain: false, edits }] : [];
  }
  if (last) return [];
  const from = lastSegment(use.loss.row.name);
  const to = onLogits.get(from);
  const edits = to === undefined ? undefined : remedies.renamedLoss(use.loss.token, from, to);
  return edits ? [{ title: `Use ${to}, which takes logits`, preferred: true, certain: false, edits }] : [];
}
