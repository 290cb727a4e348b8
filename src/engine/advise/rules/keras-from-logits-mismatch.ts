import { lastSegment } from "../../frameworks/lookup.ts";
import type { LossUse } from "../analysis/facts.ts";
import { lossesWanting } from "../analysis/losses.ts";
import { type Layer, producerOf } from "../analysis/value.ts";
import { condemned, lastActivation, placeOfLoss, predictionOf, type Verdict } from "../judge.ts";
import { kerasIn, wantsLogits } from "../keras.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const kerasFromLogitsMismatch = defineRule({
  id: "keras-from-logits-mismatch",
  severity: "warning",
  title: "Keras' cross-entropy and the last layer disagree on who applies softmax or sigmoid",
  doc: {
    what: "The last layer has no activation and the cross-entropy is left at `from_logits=False`, or the last layer applies softmax or sigmoid and the loss is told `from_logits=True`.",
    why: "Without `from_logits=True` the loss clips what it is given to 0..1 and takes logarithms: logits outside have no gradient. With it, softmax or sigmoid is applied twice.",
    harm: "Missing: accuracy of a network for 10 classes fell from 0.997 to 0.853 (TensorFlow), 0.166 (JAX), 0.106 (PyTorch). Twice: on JAX and PyTorch the loss stays above 1.46; on TensorFlow Keras finds the softmax, uses its logits and warns.",
    bad: 'model = keras.Sequential([layers.Dense(10)])\nmodel.compile(loss="sparse_categorical_crossentropy")',
    good: "model = keras.Sequential([layers.Dense(10)])\nmodel.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))",
    limits:
      "Only for models whose last layer is read in the same file or notebook. A model that is compiled again in a way that fits is left alone. With TensorFlow imported, the second form is information only.",
    sources: [
      "https://github.com/tensorflow/docs/issues/1034",
      "https://github.com/keras-team/keras-hub/issues/1008",
      "https://keras.io/api/losses/probabilistic_losses/",
    ],
  },
  needs: { of: "value", text: [lossesWanting("probabilities", "units")] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const uses = seen.facts.losses.filter(({ loss: { row } }) => row.contract.hasFromLogits);
  for (const use of condemned(uses, placeOfLoss, judge)) {
    if (wantsLogits(use) === true) yield twice(use, seen);
    else yield missing(use, seen);
  }
}

function judge(use: LossUse): Verdict {
  const expected = wantsLogits(use);
  const domain = predictionOf(use)?.domain;
  if (expected === undefined || domain === undefined || domain === "unknown") return "unknown";
  if (expected) return domain === "probability" || domain === "unit" ? "bad" : "good";
  return domain === "logit" ? "bad" : "good";
}

function missing(use: LossUse, seen: Seen): Finding {
  const { row, token } = use.loss;
  const layer = lastLayer(use);
  const needed = row.contract.applies ?? "softmax";
  return {
    place: token,
    message: `${lastSegment(row.name)} takes probabilities, and the last layer gives logits: most of them have no gradient. Say from_logits=True, or give the layer ${needed}.`,
    ...(layer ? { related: [{ place: layer.token, message: "the last layer has no activation" }] } : {}),
    fixes: fixesForMissing(use, layer, seen),
  };
}

function lastLayer(use: LossUse): Layer | undefined {
  const tensor = predictionOf(use);
  const operation = tensor && producerOf(tensor)?.operation;
  return operation?.kind === "layer" ? operation.layer : undefined;
}

const classes: ReadonlyMap<string, string> = new Map([
  ["categorical_crossentropy", "CategoricalCrossentropy"],
  ["sparse_categorical_crossentropy", "SparseCategoricalCrossentropy"],
]);

function fixesForMissing(use: LossUse, layer: Layer | undefined, { analysis, facts }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  const { row, token, place, settings } = use.loss;
  const fixes: Fix[] = [];
  const others = facts.losses.filter(({ loss }) => loss.token === token);
  // Metrics that compare with 0.5 would then be wrong in their turn.
  const isAlone = row.contract.over === "categorical" && others.length === 1;
  const keras = kerasIn(analysis);
  const made = classes.get(row.name);
  const given = settings.get("from_logits");
  const logits = given
    ? remedies.replace(given.place, "True")
    : row.form === "class"
      ? remedies.withArgument(place, "from_logits=True")
      : row.form === "string" && made !== undefined && keras !== undefined && use.compiled
        ? remedies.replace(token, `${keras}.losses.${made}(from_logits=True)`)
        : undefined;
  if (logits && isAlone) {
    fixes.push({ title: "Say from_logits=True", preferred: true, certain: true, edits: logits });
  }
  const key = row.contract.applies;
  const edits =
    layer && key && layer.row.name.startsWith("keras.") ? remedies.withActivation(layer, key) : undefined;
  if (edits && key) fixes.push({ title: `Give the last layer '${key}'`, certain: false, edits });
  return fixes;
}

function twice(use: LossUse, { analysis }: Seen): Finding {
  const { row, token, settings } = use.loss;
  const setting = settings.get("from_logits")!;
  const remedies = new Remedies(analysis);
  const last = lastActivation(predictionOf(use));
  const name = last ? nameOf(last.activation) : "an activation";
  const isTensorFlow = analysis.cells.some(({ text }) => /^\s*(?:import|from)\s+tensorflow\b/m.test(text));
  const edits = remedies.withoutItem(setting.whole);
  return {
    place: setting.whole,
    ...(isTensorFlow ? { severity: "information" } : {}),
    message: `${lastSegment(row.name)} is told to take logits, and the last layer applies ${name} already${isTensorFlow ? "; TensorFlow's Keras finds that and warns, other backends apply it twice" : ": it is applied twice"}. Remove from_logits=True.`,
    related: [{ place: last?.step.token ?? token, message: `${name} is applied here` }],
    fixes: edits ? [{ title: "Remove from_logits=True", preferred: true, certain: true, edits }] : [],
  };
}
