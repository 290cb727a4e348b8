import { type FrameworkSlot, keysOf, slotsOf, lastSegment } from "../../frameworks/lookup.ts";
import { nearest } from "../../frameworks/nearest.ts";
import type { Node } from "../../syntax/program.ts";
import { argumentOf, type NamedCall } from "../code.ts";
import type { Piece } from "../pieces.ts";
import { has } from "../possibilities.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

/** Arguments of PyTorch's initialisers that name a non-linearity: it only chooses a gain (torch/nn/init.py). */
const gains = new Map<string, number>([
  ["torch.nn.init.calculate_gain", 0],
  ...["kaiming_uniform_", "kaiming_normal_", "kaiming_uniform", "kaiming_normal"].map(
    (name) => [`torch.nn.init.${name}`, 3] as const,
  ),
]);
const gainNames = [
  ...["linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d"],
  ...["sigmoid", "tanh", "relu", "leaky_relu", "selu"],
];

/** Other names of what Keras calls otherwise. */
const kerasAliases: Readonly<Record<string, string>> = {
  identity: "linear",
  none: "linear",
  hardswish: "hard_silu",
  hardsilu: "hard_silu",
  logistic: "sigmoid",
};

/** Classes that Keras 2 took for names as well. */
const keras2Classes = new Set(["ELU", "LeakyReLU", "PReLU", "ReLU", "Softmax", "ThresholdedReLU"]);

/** Code that adds names of its own. */
const registering = /custom_objects|register_keras_serializable|custom_object_scope|CustomObjectScope/;

export const unknownActivationName = defineRule({
  id: "unknown-activation-name",
  severity: "error",
  title: "An activation's name that the framework does not know",
  doc: {
    what: "A string names an activation that Keras' layers, PyTorch's transformer and recurrent layers or its initialisers do not know: another case, another framework's name, a slip of the pen.",
    why: "The names are looked up in a table when the layer is made. Keras 3 knows lower-case names only (`relu`, `leaky_relu`); PyTorch's transformer layers know `relu` and `gelu`, `nn.RNN` knows `tanh` and `relu`, and its initialisers have gains for a few functions: for GELU, SiLU, ELU or Mish `relu` is what is usually given.",
    harm: "Keras 3 raises ValueError for `ReLU`, `LeakyReLU`, `SiLU`, `hardswish`, `prelu`, `identity`; PyTorch raises “activation should be relu/gelu, not swish” and “Unsupported nonlinearity gelu”.",
    bad: 'x = keras.layers.Dense(64, activation="ReLU")(x)',
    good: 'x = keras.layers.Dense(64, activation="relu")(x)',
    limits:
      "Nothing is said of Keras names that resemble no known one, or in code that registers custom objects: they may be registered elsewhere. Names of classes worked in Keras 2 and are a warning. Wrappers with tables of their own (transformers' `ACT2FN`, timm, scikit-learn) are not looked at.",
    sources: [
      "https://keras.io/api/layers/activations/",
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html",
      "https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.calculate_gain",
      "https://github.com/keras-team/keras/issues/12565",
      "https://github.com/huggingface/transformers/issues/24821",
    ],
  },
  needs: { of: "nothing", text: [/[aA]ctivation|nonlinearity|kaiming|calculate_gain/] },
  *check(seen) {
    const suspect = seen.pieces.filter(mayBeUnknown);
    if (suspect.length === 0) return;
    const isRegistering = seen.pieces.some(({ code }) => has(code, registering));
    for (const call of seen.code.callsIn(suspect)) {
      const gainAt = gains.get(call.name);
      if (gainAt !== undefined) yield* judgeGain(seen, call, gainAt);
      for (const slot of slotsOf(call.name)) {
        if (slot.framework === "torch") yield* judgeTorch(seen, call, slot);
        else if (slot.framework === "keras" && !isRegistering) yield* judgeKeras(seen, call, slot);
      }
    }
  },
});

/** A string where a name may be given; `kaiming_…` and `calculate_gain` take names that are no uses. */
const given =
  /(?:(?:activation|nonlinearity)\s*=|\b(?:Activation|get|calculate_gain)\(|\w\([^()\n]*,)\s*(?=["'])|kaiming_\w+\(/g;
const anyGiven = new RegExp(given.source);

/** Whether a string may name an activation that detection does not know. */
function mayBeUnknown({ text, offset, uses, code }: Piece): boolean {
  if (!has(code, anyGiven)) return false;
  const known = new Set(uses.flatMap(({ kind, range }) => (kind === "string" ? [range.start - offset] : [])));
  return [...text.matchAll(given)].some((match) => !known.has(match.index + match[0].length));
}

type StringNode = Extract<Node, { readonly kind: "string" }>;

function stringGiven(call: NamedCall, name: string, position: number | null): StringNode | undefined {
  const value = argumentOf(call.node, name, position)?.value;
  return value?.kind === "string" && value.value !== undefined ? value : undefined;
}

function* judgeGain(seen: Seen, call: NamedCall, position: number): Generator<Finding> {
  const given = stringGiven(call, "nonlinearity", position);
  if (!given || gainNames.includes(given.value!)) return;
  const function_ = lastSegment(call.name);
  const meant = sameLetters(given.value!, gainNames);
  yield {
    place: seen.code.placeOf(call.piece, given.range),
    message: `PyTorch has no gain for '${given.value}': ${function_} raises. ${meant ? `It is '${meant}'.` : "Where there is none, 'relu' is what is usually given."}`,
    fixes: [change(seen, call, given, meant ?? "relu", meant !== undefined)],
  };
}

function* judgeTorch(seen: Seen, call: NamedCall, slot: FrameworkSlot): Generator<Finding> {
  const given = stringGiven(call, slot.slot.argument, slot.slot.position);
  const known = keysOf(slot);
  if (!given || known.includes(given.value!)) return;
  const owner = lastSegment(call.name);
  const meant = sameLetters(given.value!, known);
  yield {
    place: seen.code.placeOf(call.piece, given.range),
    message: `${owner} knows ${known.map((name) => `'${name}'`).join(" and ")}, not '${given.value}': it raises.`,
    fixes: meant
      ? [change(seen, call, given, meant, true)]
      : known.map((name) => change(seen, call, given, name, false)),
  };
}

function* judgeKeras(seen: Seen, call: NamedCall, slot: FrameworkSlot): Generator<Finding> {
  const given = stringGiven(call, slot.slot.argument, slot.slot.position);
  const known = keysOf(slot).filter((name) => !keras2Classes.has(name));
  if (!given || known.includes(given.value!)) return;
  const isKeras2 = (seen.analysis.versions.get("keras") ?? 3) < 3;
  const isClass = keras2Classes.has(given.value!);
  if ((isKeras2 && isClass) || call.name.startsWith("tf_keras.")) return;
  const same = sameLetters(given.value!, known);
  const meant = same ?? nearest(given.value!, known);
  // It may be registered elsewhere.
  if (meant === undefined && !isClass) return;
  // The layer's slope is 0.3, the function's 0.2.
  const isCertain = same !== undefined && given.value !== "LeakyReLU";
  const version = isClass ? "Keras 3 (tf.keras from TensorFlow 2.16)" : "Keras";
  yield {
    place: seen.code.placeOf(call.piece, given.range),
    ...(isClass ? { severity: "warning" } : {}),
    message: `${version} knows no activation '${given.value}': it raises.${meant ? ` It is '${meant}'.` : ""}`,
    fixes: meant ? [change(seen, call, given, meant, isCertain)] : [],
  };
}

/** The name that differs in case or underscores alone, or that is known to mean the same. */
function sameLetters(given: string, known: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const alias = kerasAliases[plain(given)];
  if (alias !== undefined && known.includes(alias)) return alias;
  return known.find((name) => plain(name) === plain(given));
}

function change(seen: Seen, call: NamedCall, { range }: StringNode, name: string, certain: boolean): Fix {
  const quote = call.piece.text[range.end - 1]!;
  return {
    title: `Change to '${name}'`,
    ...(certain ? { preferred: true } : {}),
    certain,
    edits: [{ place: seen.code.placeOf(call.piece, range), text: quote + name + quote }],
  };
}
