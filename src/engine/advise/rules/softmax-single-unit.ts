import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { layerNames } from "../analysis/layers.ts";
import type { Layer, Step, Tensor } from "../analysis/value.ts";
import { condemned, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const softmaxSingleUnit = defineRule({
  id: "softmax-single-unit",
  severity: "warning",
  title: "Softmax, cross-entropy or argmax over a single unit",
  doc: {
    what: "A layer with one unit is followed by softmax over that unit, by a categorical cross-entropy, or by argmax over it.",
    why: "Softmax over one number is 1 whatever the number is, and the argmax of one number is 0. Nothing can be learned through it: its gradient is exactly 0.",
    harm: "The output is 1 for every input. With Keras on TensorFlow the loss curve looks perfect all the same, while `predict` returns ones; on JAX and PyTorch accuracy equals the share of class 1 (0.393 instead of 0.89). In PyTorch cross-entropy over one class is 0.0 for every example of class 0 and raises for class 1.",
    bad: 'model = keras.Sequential([layers.Dense(1, activation="softmax")])',
    good: 'model = keras.Sequential([layers.Dense(1, activation="sigmoid")])',
    limits:
      "The number of units must be written in the file. Softmax over another axis than that of the unit, as attention uses it (`F.softmax(scores, dim=1)` over time), is no mistake; neither is anything after the axis was squeezed.",
    sources: [
      "https://github.com/keras-team/keras/issues/18909",
      "https://github.com/open-mmlab/mmsegmentation/issues/1774",
      "https://github.com/APPFL/APPFL/issues/60",
    ],
  },
  needs: { of: "value", text: [layerNames, /[sS]oftm(?:ax|in)|argmax|[lL]oss|cross_?entropy/] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const { steps, losses } = seen.facts;
  for (const step of condemned(steps, ({ token }) => token, judgeStep)) {
    const { operation, token } = step;
    if (operation.kind === "activation") {
      yield {
        place: token,
        message: `${nameOf(operation.activation)} over one unit always outputs ${operation.activation.function === "log_softmax" ? 0 : 1}, so nothing is learned through it. Use sigmoid, or 2 units.`,
        ...relatedTo(step),
        fixes: fixesForSoftmax(step, seen),
      };
    } else {
      yield {
        place: token,
        message:
          "The argmax over one unit is always 0. Compare it with a threshold instead: 0 for a logit, 0.5 for a probability.",
        ...relatedTo(step),
      };
    }
  }
  const uses = losses.filter(({ loss: { row } }) => row.contract.over === "categorical");
  for (const use of condemned(uses, placeOfLoss, judgeLoss)) {
    const step = predictionOf(use)?.step;
    yield {
      place: use.loss.token,
      message: `${lastSegment(use.loss.row.name)} over one unit is 0 whatever the network says: there is no other class. Use a binary cross-entropy, or 2 units.`,
      ...(step ? relatedTo(step) : {}),
      fixes: fixesForLoss(use, seen),
    };
  }
}

function judgeStep({ operation, inputs: [input] }: Step): Verdict {
  if (!input) return "unknown";
  if (operation.kind === "activation") {
    const { function: id, axis } = operation.activation;
    if (id !== "softmax" && id !== "log_softmax" && id !== "softmin") return "unknown";
    return judgeAxis(input, axis);
  }
  if (operation.kind !== "argmax") return "unknown";
  // Of the output of a dense layer, axis 1 is the last one but for sequences, which argmax is hardly asked of.
  const axis = operation.axis === 1 && input.axis === -1 ? -1 : operation.axis;
  return judgeAxis(input, axis);
}

function judgeAxis({ units, axis: own }: Tensor, axis: number | null | undefined): Verdict {
  if (units === undefined || own === undefined || axis === undefined || axis === null) return "unknown";
  if (units !== 1) return "good";
  return axis === own ? "bad" : "unknown";
}

function judgeLoss(use: LossUse): Verdict {
  const tensor = predictionOf(use);
  if (tensor?.units === undefined) return "unknown";
  // What softmax did to it is reported where that stands.
  return tensor.units === 1 && tensor.domain !== "probability" && tensor.domain !== "log-probability"
    ? "bad"
    : "good";
}

/** The layer with the one unit. */
function layerBefore(step: Step | undefined): Layer | undefined {
  if (step?.operation.kind === "layer" && step.operation.layer.units !== undefined)
    return step.operation.layer;
  return step && layerBefore(step.inputs[0]?.step);
}

function relatedTo(step: Step): Pick<Finding, "related"> {
  const layer = layerBefore(step);
  return layer ? { related: [{ place: layer.token, message: "the layer with one unit" }] } : {};
}

function fixesForSoftmax(step: Step, { analysis, facts }: Seen): Fix[] {
  if (step.operation.kind !== "activation") return [];
  const { activation } = step.operation;
  const remedies = new Remedies(analysis);
  const uses = facts.losses.filter((use) => predictionOf(use)?.step?.token === step.token);
  const isBinary = uses.some(({ loss: { row } }) => row.contract.over === "binary");
  const fixes: Fix[] = [];
  const isKeras = activation.framework === "keras" && activation.form === "string";
  const toSigmoid = isKeras ? remedies.renamed(activation, { string: "sigmoid" }) : undefined;
  const isCategorical = uses.some(({ loss: { row } }) => row.contract.over === "categorical");
  if (toSigmoid && !isCategorical) {
    fixes.push({
      title: "Change to 'sigmoid'",
      ...(isBinary ? { preferred: true } : {}),
      certain: false,
      edits: toSigmoid,
    });
  }
  const layer = layerBefore(step);
  const setting = layer?.row.units === undefined ? undefined : layer.settings.get(layer.row.units);
  if (setting && remedies.textAt(setting.place) === "1") {
    fixes.push({ title: "Use 2 units", certain: false, edits: remedies.replace(setting.place, "2") });
  }
  return fixes;
}

function fixesForLoss({ loss: { row, token, settings } }: LossUse, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  if (settings.size > 0) return [];
  const edits =
    row.name === "torch.nn.CrossEntropyLoss"
      ? remedies.renamedLoss(token, "CrossEntropyLoss", "BCEWithLogitsLoss")
      : undefined;
  if (!edits) return [];
  return [
    {
      title: "Use BCEWithLogitsLoss (targets become float, of the same shape)",
      preferred: true,
      certain: false,
      edits,
    },
  ];
}
