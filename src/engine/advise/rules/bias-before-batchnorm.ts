import { lastSegment } from "../../frameworks/lookup.ts";
import type { Layer, Step } from "../analysis/value.ts";
import { condemned } from "../judge.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding } from "./define.ts";

export const biasBeforeBatchnorm = defineRule({
  id: "bias-before-batchnorm",
  severity: "hint",
  title: "A bias that the batch normalisation behind it takes out again",
  doc: {
    what: "What a convolution or dense layer with a bias gives goes straight into batch normalisation, or that of a convolution into instance normalisation: in a `Sequential`, or where one is called on the other.",
    why: "The normalisation subtracts the mean of each channel, and with it whatever the bias added.",
    harm: "None on the results: adding 5 to the bias changed the output by 2·10⁻⁶, and its gradient is 0. It costs a little memory and time.",
    bad: "block = nn.Sequential(nn.Conv2d(3, 64, 3), nn.BatchNorm2d(64), nn.ReLU())",
    good: "block = nn.Sequential(nn.Conv2d(3, 64, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU())",
    limits:
      "With an activation between, the bias matters; with dropout too, which drops it together with the rest, so that it is no longer the same everywhere. A layer whose output is read elsewhere as well is left alone, and so is a normalisation that an argument chooses (`norm_layer`). A checkpoint that holds the bias no longer loads once it is gone.",
    sources: [
      "https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
      "https://github.com/milesial/Pytorch-UNet/issues/325",
      "https://arxiv.org/abs/1502.03167",
    ],
  },
  needs: { of: "nothing", text: [/(?:Batch|Instance)Norm/] },
  check: findings,
});

function* findings({ analysis, facts: { steps } }: Seen): Generator<Finding> {
  const remedies = new Remedies(analysis);
  const normOf = new Map(steps.flatMap(beforeNorm));
  const biased = steps.flatMap((step) => {
    const bias = step.operation.kind === "layer" ? biasOf(step.operation.layer) : undefined;
    return step.operation.kind === "layer" && bias ? [{ step, layer: step.operation.layer, ...bias }] : [];
  });
  // A layer that is applied at several places needs its bias at the one without a normalisation.
  const useless = condemned(
    biased,
    ({ layer }) => layer.place,
    ({ step }) => (normOf.has(step) ? "bad" : "good"),
  );
  for (const { step, layer, argument, given } of useless) {
    const norm = normOf.get(step)!;
    const edits = given
      ? remedies.replace(given, "False")
      : remedies.withArgument(layer.place, `${argument}=False`);
    yield {
      place: layer.token,
      message: `The bias has no effect: ${lastSegment(norm.row.name)} subtracts it with the mean. ${argument}=False saves it; a checkpoint that holds it then no longer loads.`,
      related: [{ place: norm.token, message: "subtracts the mean of each channel" }],
      fixes: edits ? [{ title: `Set ${argument}=False`, preferred: true, certain: false, edits }] : [],
    };
  }
}

/** Of a step of batch or instance normalisation: the step whose values it gets as they are, and nothing else gets. */
function beforeNorm({ operation, inputs: [input] }: Step): [before: Step, norm: Layer][] {
  if (operation.kind !== "layer" || operation.layer.row.kind !== "norm") return [];
  const norm = operation.layer;
  const before = input?.step && withoutIdentity(input.step);
  if (before?.operation.kind !== "layer" || before.reads > 1) return [];
  const { kind, axis } = before.operation.layer.row;
  // Reshaped, the units of a dense layer lie along other axes, each with its own bias.
  if (input?.axis !== axis) return [];
  // Instance normalisation takes the mean along a dense layer's units, of which each has its own bias.
  const isCancelled = /BatchNorm/.test(norm.row.name)
    ? kind === "dense" || kind === "conv"
    : /InstanceNorm/.test(norm.row.name) && kind === "conv";
  return isCancelled ? [[before, norm]] : [];
}

/** Keras' "linear" is an activation by name alone. */
function withoutIdentity(step: Step): Step {
  const { operation, inputs } = step;
  const isIdentity = operation.kind === "activation" && operation.activation.function === "identity";
  return isIdentity ? (inputs[0]?.step ?? step) : step;
}

/** The argument that leaves the bias away, and where it is given, if the layer has one for certain. */
function biasOf({ row, settings }: Layer) {
  if (row.kind !== "dense" && row.kind !== "conv") return undefined;
  const argument = /^torch\.nn\./.test(row.name)
    ? "bias"
    : /^(?:keras\.layers|flax\.linen)\./.test(row.name)
      ? "use_bias"
      : undefined;
  const given = argument === undefined ? undefined : settings.get(argument);
  if (argument === undefined || (given && given.value !== true)) return undefined;
  return { argument, ...(given ? { given: given.place } : {}) };
}
