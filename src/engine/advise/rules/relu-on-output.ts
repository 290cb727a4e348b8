import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { lossesWanting } from "../analysis/losses.ts";
import type { Tensor } from "../analysis/value.ts";
import { condemned, lastActivation, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const reluOnOutput = defineRule({
  id: "relu-on-output",
  severity: "warning",
  title: "ReLU as the last step before a loss",
  doc: {
    what: "ReLU, or another function that gives nothing below 0, stands between the last layer and a cross-entropy on logits, or between a layer of one unit and a mean squared or absolute error.",
    why: "A logit below 0 is how a network says no, and a target below 0 cannot be reached. Where ReLU gives 0 its gradient is 0 as well: such an output may stay 0 for ever.",
    harm: "Before cross-entropy: 0.69 to 0.78 accuracy instead of 0.999. For targets of both signs: a mean squared error of 1.20 instead of 0.014, and 2 to 3 % of the runs stuck at a constant 0.",
    bad: "model = nn.Sequential(nn.Linear(8, 10), nn.ReLU())\nloss = F.cross_entropy(model(x), target)",
    good: "model = nn.Sequential(nn.Linear(8, 10))\nloss = F.cross_entropy(model(x), target)",
    limits:
      "For an error that is averaged, a target that is never negative (a count, a price, a distance) makes ReLU arguable: where the file speaks of such, it is information only. Blocks that end in ReLU are no models; only what reaches a loss counts.",
    sources: [
      "https://github.com/ProteomicsML/ProteomicsML/issues/203",
      "https://github.com/hunkim/PyTorchZeroToAll/issues/4",
    ],
  },
  needs: { of: "use", text: [lossesWanting("logits", "values")] },
  check: findings,
});

/** Words for what is never negative. */
const nonNegativeTargets =
  /\b\w*(?:price|count|distance|densit|duration|salary|income|sales|demand|traffic|area|\bage\b|mpg|depth)\w*/i;

function* findings(seen: Seen): Generator<Finding> {
  const uses = seen.facts.losses.filter(
    ({ loss: { row } }) => row.contract.wants === "logits" || row.contract.wants === "values",
  );
  for (const use of condemned(uses, placeOfLoss, judge)) {
    const last = lastActivation(predictionOf(use));
    if (!last) continue;
    const isMean = use.loss.row.contract.wants === "values";
    const isArguable = isMean && seen.analysis.cells.some(({ text }) => nonNegativeTargets.test(text));
    const name = nameOf(last.activation);
    yield {
      place: last.step.token,
      ...(isArguable ? { severity: "information" } : {}),
      message: isMean
        ? `${name} on the output cannot reach targets below 0, and where it gives 0 it learns nothing. Leave it away, or use softplus for targets that are never negative.`
        : `${name} cuts off the logits below 0, with which the network would say no. Give the loss the logits as they are.`,
      related: [{ place: use.loss.token, message: `${lastSegment(use.loss.row.name)} is given its output` }],
      fixes: fixesFor(use, isMean, seen),
    };
  }
}

function isRectified(tensor: Tensor): boolean {
  const id = lastActivation(tensor)?.activation.function;
  return tensor.domain === "non-negative" && id !== undefined && /relu/.test(id);
}

function judge(use: LossUse): Verdict {
  const tensor = predictionOf(use);
  if (!tensor || tensor.domain === "unknown") return "unknown";
  if (!isRectified(tensor)) return "good";
  if (use.loss.row.contract.wants === "logits") return "bad";
  return tensor.units === 1 && afterLayer(tensor) ? "bad" : "unknown";
}

/** Whether the activation stands behind a layer, and so on the head of a model. */
function afterLayer(tensor: Tensor): boolean {
  return lastActivation(tensor)?.step.inputs[0]?.domain === "logit";
}

function fixesFor(use: LossUse, isMean: boolean, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  const last = lastActivation(predictionOf(use));
  if (!last) return [];
  const fixes: Fix[] = [];
  const edits = remedies.withoutActivation(last.step);
  const title = `Remove ${nameOf(last.activation)}`;
  if (edits) fixes.push({ title, preferred: true, certain: false, edits });
  const { form } = last.activation;
  const soft =
    isMean && (form === "module" || form === "string")
      ? remedies.renamed(last.activation, { string: "softplus", module: "Softplus" })
      : undefined;
  if (soft && !/inplace/.test(remedies.textAt(last.activation.place))) {
    fixes.push({ title: "Use softplus, for targets that are never negative", certain: false, edits: soft });
  }
  return fixes;
}
