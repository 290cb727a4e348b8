import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { lossesWanting } from "../analysis/losses.ts";
import { producerOf } from "../analysis/value.ts";
import { condemned, lastActivation, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { wantsLogits } from "../keras.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const outputLossContract = defineRule({
  id: "output-loss-contract",
  severity: "warning",
  gravest: "error",
  title: "The last activation and the loss do not fit each other",
  doc: {
    what: "Sigmoid before a categorical cross-entropy; ReLU or tanh before a cross-entropy on probabilities; softmax over more than two classes before a binary cross-entropy; softmax or sigmoid before a squared or absolute error of a classifier; PyTorch's `BCELoss` on values that no sigmoid made.",
    why: "Each loss takes its input for something: shares of one, independent probabilities, or any number. What the last layer gives must be that.",
    harm: "Sigmoid with a categorical loss trains, but its outputs do not sum to 1. Tanh reached 0.14 (JAX) or 0.78 (TensorFlow), ReLU 0.82 to 0.87 with a loss of NaN on JAX and PyTorch. Sigmoid with a squared error has 9·10⁻⁵ of the gradient on a confident mistake. `BCELoss` raises for values outside 0..1; on CUDA as a device-side assert.",
    bad: 'model = keras.Sequential([layers.Dense(10, activation="sigmoid")])\nmodel.compile(loss="sparse_categorical_crossentropy")',
    good: 'model = keras.Sequential([layers.Dense(10, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy")',
    limits:
      "Many sigmoid units with a binary cross-entropy are independent labels and right, and softmax over exactly two classes works with it. A squared error is only looked at where accuracy is among the metrics. A layer without activation before Keras' cross-entropy is the matter of keras-from-logits-mismatch.",
    sources: [
      "https://github.com/keras-team/keras/issues/3396",
      "https://github.com/pytorch/examples/issues/250",
      "https://github.com/yunlongdong/FCN-pytorch/issues/7",
    ],
  },
  needs: { of: "value", text: [lossesWanting("probabilities", "units", "values")] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  for (const use of condemned(seen.facts.losses, placeOfLoss, (use) => judge(use))) {
    const fault = faultOf(use);
    const tensor = predictionOf(use);
    const step = tensor && producerOf(tensor);
    if (!fault || !step) continue;
    const loss = lastSegment(use.loss.row.name);
    const last = lastActivation(tensor);
    const name = last ? nameOf(last.activation) : "the layer";
    const place = fault.kind === "no-sigmoid" ? use.loss.token : step.token;
    const other = fault.kind === "no-sigmoid" ? step.token : use.loss.token;
    yield {
      place,
      ...(fault.kind === "no-sigmoid" ? { severity: "error" } : {}),
      message: fault.says(name, loss),
      related: [{ place: other, message: fault.kind === "no-sigmoid" ? "what it is given" : "the loss" }],
      fixes: fixesFor(use, fault, seen),
    };
  }
}

interface Fault {
  readonly kind: "no-sigmoid" | "categorical" | "binary" | "mean";
  readonly says: (activation: string, loss: string) => string;
  /** What the last activation should be. */
  readonly right?: string;
}

const categorical: Fault = {
  kind: "categorical",
  says: (activation, loss) =>
    `${loss} takes shares of 1 over the classes, and ${activation} gives none: use softmax.`,
  right: "softmax",
};
const binary: Fault = {
  kind: "binary",
  says: (activation, loss) =>
    `${loss} takes each output for a question of its own, and ${activation} lets the classes share 1: use a categorical cross-entropy, or sigmoid for independent labels.`,
  right: "sigmoid",
};
const range: Fault = {
  kind: "binary",
  says: (activation, loss) =>
    `${loss} takes probabilities, and ${activation} gives other numbers: use sigmoid.`,
  right: "sigmoid",
};
const mean: Fault = {
  kind: "mean",
  says: (activation) =>
    `A squared or absolute error after ${activation} hardly has a gradient on confident mistakes: train a classifier with cross-entropy.`,
};
const noSigmoid: Fault = {
  kind: "no-sigmoid",
  says: (activation, loss) =>
    `${loss} raises for values outside 0..1, and ${activation} gives any number. Use BCEWithLogitsLoss, or a sigmoid.`,
};

function judge(use: LossUse): Verdict {
  const domain = predictionOf(use)?.domain;
  if (domain === undefined || domain === "unknown") return "unknown";
  return faultOf(use) ? "bad" : "good";
}

function faultOf(use: LossUse): Fault | undefined {
  const tensor = predictionOf(use);
  if (!tensor) return undefined;
  const { contract } = use.loss.row;
  const { domain, units } = tensor;
  if (contract.id === "binary-cross-entropy") {
    return domain === "logit" || domain === "any" || domain === "signed" ? noSigmoid : undefined;
  }
  if (contract.hasFromLogits && wantsLogits(use) === false) {
    const isOther = domain === "non-negative" || domain === "signed" || domain === "any";
    if (contract.over === "categorical") {
      return (domain === "unit" && units !== 1) || isOther ? categorical : undefined;
    }
    if (isOther) return range;
    return domain === "probability" && units !== undefined && units > 2 ? binary : undefined;
  }
  if (contract.id === "keras-mean" && hasAccuracy(use)) {
    return domain === "probability" || domain === "unit" ? mean : undefined;
  }
  return undefined;
}

function hasAccuracy({ compiled }: LossUse): boolean {
  return compiled?.metrics.some(({ name }) => /acc(uracy)?$/i.test(name)) ?? false;
}

const onLogits: ReadonlyMap<string, string> = new Map([
  ["BCELoss", "BCEWithLogitsLoss"],
  ["binary_cross_entropy", "binary_cross_entropy_with_logits"],
]);

function fixesFor(use: LossUse, fault: Fault, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  const { row, token } = use.loss;
  const fixes: Fix[] = [];
  if (fault.kind === "no-sigmoid" && predictionOf(use)?.domain === "logit") {
    const from = lastSegment(row.name);
    const to = onLogits.get(from);
    const edits = to === undefined ? undefined : remedies.renamedLoss(token, from, to);
    if (edits) fixes.push({ title: `Use ${to}`, preferred: true, certain: true, edits });
  }
  const last = lastActivation(predictionOf(use));
  if (fault.right !== undefined && last?.activation.form === "string") {
    const edits = remedies.renamed(last.activation, { string: fault.right });
    if (edits) fixes.push({ title: `Change to '${fault.right}'`, certain: false, edits });
  }
  if (fault === binary && row.form === "string") {
    const quote = remedies.textAt(token)[0] ?? '"';
    const edits = remedies.replace(token, `${quote}categorical_crossentropy${quote}`);
    fixes.unshift({ title: "Use categorical_crossentropy", preferred: true, certain: false, edits });
  }
  return fixes;
}
