import type { LossUse, Metric } from "../analysis/facts.ts";
import { lossesWanting } from "../analysis/losses.ts";
import { keyOf, type Place } from "../place.ts";
import { producerOf, type Tensor, type Value } from "../analysis/value.ts";
import { condemned, predictionOf } from "../judge.ts";
import { wantsLogits } from "../keras.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding } from "./define.ts";

export const probabilityThresholdOnLogits = defineRule({
  id: "probability-threshold-on-logits",
  severity: "warning",
  title: "Logits compared with a probability",
  doc: {
    what: "A model is compiled with `BinaryCrossentropy(from_logits=True)` and plain accuracy among its metrics; or what a loss on logits is given is compared with 0.5 or rounded.",
    why: "Accuracy of a binary classifier cuts at 0.5, which is right for probabilities. A logit of 0.5 is a probability of 0.622.",
    harm: "The accuracy reported was 0.799 where the true one was 0.819.",
    bad: 'model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])',
    good: "model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])",
    limits:
      "Comparisons are looked at only where the same output reaches a binary loss on logits in the file or notebook. torchmetrics applies a sigmoid by itself where it is needed.",
    sources: [
      "https://github.com/tensorflow/tensorflow/issues/41413",
      "https://github.com/tensorflow/docs/pull/1623",
      "https://github.com/keras-team/keras/issues/20101",
    ],
  },
  needs: { of: "value", text: [lossesWanting("logits", "units")] },
  *check(seen) {
    yield* inMetrics(seen);
    yield* inComparisons(seen);
  },
});

function* inMetrics(seen: Seen): Generator<Finding> {
  const remedies = new Remedies(seen.analysis);
  for (const use of seen.facts.losses) {
    if (!use.compiled || !takesBinaryLogits(use)) continue;
    if (use.loss.row.contract.over !== "binary" || isSquashed(predictionOf(use))) continue;
    for (const metric of use.compiled.metrics.filter(cutsAtHalf)) {
      const made = remedies.textAt(use.loss.place);
      const keras = /^((?:\w+\.)+)losses\./.exec(made)?.[1];
      const right = `${keras}metrics.BinaryAccuracy(threshold=0.0)`;
      yield {
        place: metric.place,
        message:
          "Accuracy cuts at 0.5, and the model gives logits: that is a probability of 0.622. Use BinaryAccuracy with threshold=0.0.",
        related: [{ place: use.loss.token, message: "the loss takes logits" }],
        fixes:
          keras === undefined
            ? []
            : [
                {
                  title: "Use BinaryAccuracy(threshold=0.0)",
                  preferred: true,
                  certain: false,
                  edits: remedies.replace(metric.place, right),
                },
              ],
      };
    }
  }
}

/** Of a tensor that softmax or sigmoid made, another rule says what is wrong. */
function isSquashed(tensor: Tensor | undefined): boolean {
  return tensor?.domain === "probability" || tensor?.domain === "unit";
}

function cutsAtHalf({ name, isString, given }: Metric): boolean {
  if (isString) return /^(?:acc|accuracy|binary_accuracy|BinaryAccuracy)$/.test(name);
  return name === "keras.metrics.BinaryAccuracy" && !given.includes("threshold");
}

function takesBinaryLogits(use: LossUse): boolean {
  const { contract } = use.loss.row;
  if (contract.over !== "binary") return false;
  return contract.wants === "logits" || (contract.hasFromLogits === true && wantsLogits(use) === true);
}

interface Cut {
  readonly tensor: Tensor;
  /** The 0.5, or the `round`. */
  readonly place: Place;
  readonly isRounded: boolean;
}

function* inComparisons(seen: Seen): Generator<Finding> {
  const losses = seen.facts.losses.filter(takesBinaryLogits);
  const given = new Map<string, LossUse>();
  for (const use of losses) {
    const tensor = predictionOf(use);
    const step = tensor?.domain === "logit" ? producerOf(tensor) : undefined;
    if (step) given.set(keyOf(step.place), use);
  }
  const remedies = new Remedies(seen.analysis);
  const isLogit = ({ tensor }: Cut) => {
    const step = tensor.domain === "logit" ? producerOf(tensor) : undefined;
    return step && given.has(keyOf(step.place)) ? "bad" : tensor.domain === "unknown" ? "unknown" : "good";
  };
  for (const { tensor, place, isRounded } of condemned(cutsIn(seen), (cut) => cut.place, isLogit)) {
    const use = given.get(keyOf(producerOf(tensor)!.place))!;
    yield {
      place,
      message: isRounded
        ? "Rounding cuts at 0.5, and these are logits: that is a probability of 0.622. Compare them with 0."
        : "0.5 is a threshold for probabilities, and these are logits: that is a probability of 0.622. Compare them with 0.",
      related: [{ place: use.loss.token, message: "the loss takes them for logits" }],
      fixes: isRounded
        ? []
        : [{ title: "Compare with 0", preferred: true, certain: true, edits: remedies.replace(place, "0") }],
    };
  }
}

function* cutsIn({ facts }: Seen): Generator<Cut> {
  for (const { operator, left, right } of facts.comparisons) {
    if (!/^[<>]=?$/.test(operator)) continue;
    const [tensor, other] = left.value.kind === "tensor" ? [left, right] : [right, left];
    if (tensor.value.kind === "tensor" && isHalf(other.value)) {
      yield { tensor: tensor.value, place: other.place, isRounded: false };
    }
  }
  for (const { operation, inputs, token } of facts.steps) {
    if (operation.kind === "round" && inputs[0]) yield { tensor: inputs[0], place: token, isRounded: true };
  }
}

function isHalf(value: Value): boolean {
  return value.kind === "constant" && value.value === 0.5 && value.place !== undefined;
}
