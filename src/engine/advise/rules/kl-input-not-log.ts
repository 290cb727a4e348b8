import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { isWithin } from "../place.ts";
import type { Tensor } from "../analysis/value.ts";
import { condemned, lastActivation, predictionOf, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { logSoftmax, Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const klInputNotLog = defineRule({
  id: "kl-input-not-log",
  severity: "warning",
  title: "A KL divergence whose arguments are not in the form it wants",
  doc: {
    what: "The first argument of `KLDivLoss`, `F.kl_div` or `optax.kl_divergence` is a probability instead of a log-probability; or the second is a log-probability without `log_target=True`; or PyTorch's is averaged over all entries, which its default does.",
    why: "The loss computes target · (log target − input): its input must be a logarithm already. The default `reduction='mean'` divides by the number of classes as well and is no divergence.",
    harm: "Two equal distributions give −2.12 instead of 0, a true divergence of 0.78 becomes −2.03; the gradient points elsewhere (cosine 0.55) and is 12 times smaller.",
    bad: "loss = F.kl_div(F.softmax(a, dim=1), F.softmax(b, dim=1), reduction='batchmean')",
    good: "loss = F.kl_div(F.log_softmax(a, dim=1), F.softmax(b, dim=1), reduction='batchmean')",
    limits: "The values are followed within the file or notebook; after `.log()` nothing is said.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html",
      "https://github.com/pytorch/pytorch/issues/5282",
      "https://github.com/pytorch/pytorch/issues/60928",
    ],
  },
  needs: { of: "use", text: [/kl_div|KLDivLoss/] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const uses = seen.facts.losses.filter(({ loss: { row } }) => row.contract.id === "kl");
  for (const use of condemned(uses, ({ place }) => place, judgeInput)) {
    const last = lastActivation(predictionOf(use));
    if (!last) continue;
    const loss = lastSegment(use.loss.row.name);
    yield {
      place: last.step.token,
      message: `${loss} wants log-probabilities as its first argument, and ${nameOf(last.activation)} gives probabilities. Use log_softmax.`,
      related: [{ place: use.loss.token, message: "its first argument is a logarithm" }],
      fixes: fixesForInput(use, seen),
    };
  }
  for (const use of condemned(uses, ({ place }) => place, judgeTarget)) {
    const last = lastActivation(targetOf(use));
    if (!last) continue;
    yield {
      place: last.step.token,
      message: `${lastSegment(use.loss.row.name)} wants probabilities as its second argument unless log_target=True is said, and ${nameOf(last.activation)} gives logarithms.`,
      related: [{ place: use.loss.token, message: "log_target is False by default" }],
      fixes: fixesForTarget(use, seen),
    };
  }
  for (const use of condemned(uses, ({ place }) => place, judgeReduction)) {
    const remedies = new Remedies(seen.analysis);
    const { row, token, settings, place } = use.loss;
    const given = settings.get("reduction");
    const call = row.form === "class" ? place : use.place;
    const edits = given
      ? remedies.replace(given.place, '"batchmean"')
      : remedies.withArgument(call, 'reduction="batchmean"');
    yield {
      place: token,
      severity: "information",
      message: `${lastSegment(row.name)} averages over all entries, classes included, unless reduction="batchmean" is said: that is the divergence divided by the number of classes.`,
      fixes: edits ? [{ title: 'Say reduction="batchmean"', preferred: true, certain: false, edits }] : [],
    };
  }
}

function judgeInput(use: LossUse): Verdict {
  const domain = predictionOf(use)?.domain;
  if (domain === undefined || domain === "unknown") return "unknown";
  return domain === "probability" || domain === "unit" ? "bad" : "good";
}

function targetOf({ target }: LossUse): Tensor | undefined {
  return target?.value.kind === "tensor" ? target.value : undefined;
}

function judgeTarget(use: LossUse): Verdict {
  const domain = targetOf(use)?.domain;
  const isOptax = use.loss.row.name.startsWith("optax.");
  if (domain === undefined || domain === "unknown") return "unknown";
  const given = use.loss.settings.get("log_target");
  if (given && given.value !== false) return given.value === true ? "good" : "unknown";
  // Its gradient-free twin is another function there.
  return domain === "log-probability" && !isOptax ? "bad" : "good";
}

function judgeReduction(use: LossUse): Verdict {
  const { row, settings } = use.loss;
  if (!row.name.startsWith("torch.") || settings.has("size_average") || settings.has("reduce"))
    return "unknown";
  if (predictionOf(use)?.domain !== "log-probability") return "unknown";
  const given = settings.get("reduction");
  return !given || given.value === "mean" ? "bad" : "good";
}

function fixesForInput(use: LossUse, { analysis }: Seen): Fix[] {
  const last = lastActivation(predictionOf(use));
  if (last?.activation.function !== "softmax") return [];
  const edits = new Remedies(analysis).renamedIn(last.step, logSoftmax);
  const certain = isWithin(last.step.place, use.place);
  return edits ? [{ title: "Use log_softmax", preferred: true, certain, edits }] : [];
}

function fixesForTarget(use: LossUse, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  const { row, settings, place } = use.loss;
  const given = settings.get("log_target");
  const call = row.form === "class" ? place : use.place;
  const edits = given
    ? remedies.replace(given.place, "True")
    : remedies.withArgument(call, "log_target=True");
  return edits ? [{ title: "Say log_target=True", preferred: true, certain: false, edits }] : [];
}
