import { lastSegment } from "../../frameworks/lookup.ts";
import { layerNames } from "../analysis/layers.ts";
import type { Layer, Step } from "../analysis/value.ts";
import { ancestorsOf, producerOf } from "../analysis/value.ts";
import { condemned, type Verdict } from "../judge.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const missingActivation = defineRule({
  id: "missing-activation",
  severity: "warning",
  title: "Two layers in a row with no activation between them",
  doc: {
    what: "The output of a dense layer without activation goes straight into another one, but for dropout or a change of shape; or that of a convolution into another convolution.",
    why: "Two linear maps in a row are one linear map: the second adds parameters and nothing that the network could not do without it.",
    harm: "A stack of three layers with 4,931 parameters equalled a single map of 27 to 3·10⁻⁷; on a task like XOR it reached 0.594 accuracy instead of 0.999.",
    bad: "model = nn.Sequential(nn.Linear(4, 64), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))",
    good: "model = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))",
    limits:
      "A first layer that is narrower than what is around it is a factorisation and meant; so are names that say so (bottleneck, rank, lora, proj, embed …). Grouped, strided and factorised convolutions are left alone, and what other code reads as well. Two convolutions are information only, as are models without any activation in files that compute no loss.",
    sources: [
      "https://github.com/nutonomy/nuscenes-devkit/issues/728",
      "https://github.com/aymericdamien/TensorFlow-Examples/issues/270",
      "https://github.com/bold-lab-ai/JaxMARL/issues/126",
    ],
  },
  needs: { of: "nothing", text: [layerNames] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const layers = seen.facts.steps.filter(({ operation }) => operation.kind === "layer");
  const remedies = new Remedies(seen.analysis);
  const pairs = condemned(
    layers,
    ({ place }) => place,
    (step) => judge(step, remedies),
  );
  for (const step of pairs) {
    const [first, second] = pairOf(step)!;
    // A model that is linear from end to end and not trained here may demonstrate something else.
    const isDemonstration = !hasActivation(step, seen) && seen.allFacts.losses.length === 0;
    const isArguable = second.row.kind === "conv" || isDemonstration;
    yield {
      place: second.token,
      ...(isArguable ? { severity: "information" } : {}),
      message: `No activation stands between these two ${lastSegment(second.row.name)} layers: together they can do no more than one of them. Put an activation, such as ReLU, between them.`,
      related: [{ place: first.token, message: "its output goes straight into the next layer" }],
      fixes: fixesFor(first, step, seen),
    };
  }
}

/** Whether an activation stands before the layer, or behind it. */
function hasActivation(step: Step, { facts }: Seen): boolean {
  const isActivation = ({ operation }: Step) => operation.kind === "activation";
  return (
    [...ancestorsOf(step)].some(isActivation) ||
    facts.steps.some((other) => isActivation(other) && ancestorsOf(other).has(step))
  );
}

/** A layer and the one that its input comes from straight. */
function pairOf({ operation, inputs: [input] }: Step): readonly [first: Layer, second: Layer] | undefined {
  const before = input && producerOf(input);
  if (operation.kind !== "layer" || before?.operation.kind !== "layer" || before.reads > 1) return undefined;
  const [first, second] = [before.operation.layer, operation.layer];
  const isPair =
    first.row.kind === second.row.kind && (first.row.kind === "dense" || first.row.kind === "conv");
  return isPair && !first.mayActivate && !first.activation ? [first, second] : undefined;
}

function judge(step: Step, remedies: Remedies): Verdict {
  const pair = pairOf(step);
  if (!pair) return "good";
  const [first, second] = pair;
  if (first === second) return "good";
  const isMeant = [first, second].some((layer) => saysSo(nameBefore(layer, remedies)));
  if (isMeant) return "good";
  if (first.row.kind === "conv")
    return [first, second].every(isPlainConv) && !isOneByOne(first, second) ? "bad" : "good";
  return isFactorisation(first, second, step) ? "good" : "bad";
}

/** What the line of a layer says before it: `self.down_proj = ` */
function nameBefore({ place }: Layer, remedies: Remedies): string {
  return remedies.lineUpTo(place);
}

const meant =
  /bottleneck|rank|lora|down|up\b|up_|_up|proj|embed|reduc|squeeze|expan|factor|adapter|linear_?model|encod|decod|latent|\bmu\b|var\b|head|gate|patch|stem|teacher|router|query|key|value|\bq\b|\bk\b|\bv\b|qkv|collapse|norm|scale|shift/i;

function saysSo(line: string): boolean {
  return meant.test(line);
}

function unitsIn({ settings, row }: Layer): number | undefined {
  const given = settings.get(row.arguments.find((name) => name.startsWith("in")) ?? "");
  return typeof given?.value === "number" ? given.value : undefined;
}

/** Whether the values between the two are fewer than those around them, or may be. */
function isFactorisation(first: Layer, second: Layer, step: Step): boolean {
  const between = first.units;
  // A last layer of unknown size may be a head that needs no more.
  if (between === undefined || second.units === undefined) return true;
  const before = unitsIn(first) ?? unitsBefore(step);
  return (before === undefined || between < before) && between < second.units;
}

function unitsBefore({ inputs: [input] }: Step): number | undefined {
  const first = input && producerOf(input);
  return first?.inputs[0]?.units;
}

function isPlainConv({ settings }: Layer): boolean {
  const isDefault = (name: string, value: unknown) => {
    const given = settings.get(name);
    return !given || given.value === value;
  };
  const kernel = settings.get("kernel_size")?.value;
  return (
    typeof kernel === "number" &&
    isDefault("groups", 1) &&
    isDefault("stride", 1) &&
    isDefault("strides", 1) &&
    isDefault("dilation", 1)
  );
}

/** Mixing channels before or after is how a convolution is factorised. */
function isOneByOne(...layers: readonly Layer[]): boolean {
  return layers.some(({ settings }) => settings.get("kernel_size")?.value === 1);
}

/** Modules of PyTorch's kind stand in lists; Keras' layers take an activation themselves. */
function fixesFor(first: Layer, step: Step, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  if (first.row.name.startsWith("keras.")) {
    const edits = remedies.withActivation(first, "relu");
    return edits ? [{ title: "Give the first layer 'relu'", preferred: true, certain: false, edits }] : [];
  }
  if (step.argument || !first.row.name.startsWith("torch.nn.")) return [];
  const call = remedies.textAt(first.place);
  const prefix = /^((?:\w+\.)*)\w+\(/.exec(call)?.[1];
  if (!prefix || !remedies.isItem(first.place)) return [];
  const edits = remedies.withItemAfter(first.place, `${prefix}ReLU()`);
  return [{ title: "Insert ReLU between them", preferred: true, certain: false, edits }];
}
