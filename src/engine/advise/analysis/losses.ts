import { lastSegment } from "../../frameworks/lookup.ts";

/**
 * Losses by their frameworks' names, and what each wants to be given. A loss is one line at the end of this file: under
 * which names it goes, its contract, and which argument is the prediction and which the target.
 */

/**
 * logits: it applies its own softmax or sigmoid · log-probabilities · probabilities: shares of 1 · units: 0 to 1 each ·
 * values: whatever the target is
 */
export type Wanted = "logits" | "log-probabilities" | "probabilities" | "units" | "values";

export interface Contract {
  readonly id: string;
  readonly wants: Wanted;
  /** What it applies itself to logits. */
  readonly applies?: "softmax" | "sigmoid";
  /** Over which axis its classes lie. */
  readonly classAxis?: number;
  /** Whether the argument `from_logits` makes it want logits. */
  readonly hasFromLogits?: true;
  /** How many one-hot or integer classes: `categorical` over several, `binary` for each unit. */
  readonly over?: "categorical" | "binary";
  /** Whether the target is a distribution as well, of log-probabilities if `log_target` says so. */
  readonly hasDistributionTarget?: true;
  /** An argument that makes it want something else unless it is True, which is the default. */
  readonly unless?: string;
}

export interface LossRow {
  /** Canonical, or Keras' string. */
  readonly name: string;
  /** class: made first, called then · function: called with prediction and target · string: named in `compile` */
  readonly form: "class" | "function" | "string";
  readonly contract: Contract;
  readonly prediction: LossArgument;
  readonly target: LossArgument;
  /** Arguments of a class, or of a function behind those, in the order of the signature. */
  readonly settings: readonly string[];
}

export interface LossArgument {
  readonly name: string;
  readonly position: number;
}

const softmaxLogits = { wants: "logits", applies: "softmax", over: "categorical" } as const;
const sigmoidLogits = { wants: "logits", applies: "sigmoid", over: "binary" } as const;

const crossEntropy: Contract = { id: "cross-entropy", ...softmaxLogits, classAxis: 1 };
const crossEntropyLast: Contract = { id: "cross-entropy", ...softmaxLogits, classAxis: -1 };
const binaryLogits: Contract = { id: "binary-cross-entropy-with-logits", ...sigmoidLogits };
const mlxBinary: Contract = { ...binaryLogits, unless: "with_logits" };
const paddleCrossEntropy: Contract = { ...crossEntropyLast, unless: "use_softmax" };
const focal: Contract = { id: "focal", ...sigmoidLogits };
const multiLabel: Contract = { id: "multi-label", ...sigmoidLogits };
const nll: Contract = { id: "nll", wants: "log-probabilities" };
const ctc: Contract = { id: "ctc", wants: "log-probabilities" };
const kl: Contract = { id: "kl", wants: "log-probabilities", hasDistributionTarget: true };
const binary: Contract = { id: "binary-cross-entropy", wants: "units", over: "binary" };
const mean: Contract = { id: "mean", wants: "values" };
const kerasCategorical: Contract = {
  id: "keras-categorical",
  wants: "probabilities",
  applies: "softmax",
  over: "categorical",
  hasFromLogits: true,
  classAxis: -1,
};
const kerasBinary: Contract = {
  id: "keras-binary",
  wants: "units",
  applies: "sigmoid",
  over: "binary",
  hasFromLogits: true,
};
const kerasMean: Contract = { id: "keras-mean", wants: "values" };

function loss(
  form: LossRow["form"],
  module: string,
  names: string,
  contract: Contract,
  [prediction, target]: readonly [prediction: string, target: string],
  settings = "",
): LossRow[] {
  // The order in which the two stand is the order of the positions, unless a number says otherwise.
  const argument = (text: string, position: number): LossArgument => {
    const [name = "", at] = text.split("@");
    return { name, position: at === undefined ? position : Number(at) };
  };
  return names.split(" ").map((name) => ({
    name: module === "" ? name : `${module}.${name}`,
    form,
    contract,
    prediction: argument(prediction, 0),
    target: argument(target, 1),
    settings: settings === "" ? [] : settings.split(" "),
  }));
}

const torch = ["input", "target"] as const;
/** Keras puts the target first. */
const keras = ["y_pred@1", "y_true@0"] as const;
const paddle = ["input", "label"] as const;
const optax = ["logits", "labels"] as const;
const reduced = "size_average reduce reduction";

const rows: readonly LossRow[] = [
  ...loss(
    "class",
    "torch.nn",
    "CrossEntropyLoss",
    crossEntropy,
    torch,
    "weight size_average ignore_index reduce reduction label_smoothing",
  ),
  ...loss(
    "function",
    "torch.nn.functional",
    "cross_entropy",
    crossEntropy,
    torch,
    "input target weight size_average ignore_index reduce reduction label_smoothing",
  ),
  ...loss(
    "class",
    "torch.nn",
    "BCEWithLogitsLoss",
    binaryLogits,
    torch,
    "weight size_average reduce reduction pos_weight",
  ),
  ...loss(
    "function",
    "torch.nn.functional",
    "binary_cross_entropy_with_logits",
    binaryLogits,
    torch,
    "input target weight",
  ),
  ...loss("class", "torch.nn", "MultiLabelSoftMarginLoss", multiLabel, torch, "weight"),
  ...loss(
    "function",
    "torch.nn.functional",
    "multilabel_soft_margin_loss",
    multiLabel,
    torch,
    "input target weight",
  ),
  ...loss(
    "function",
    "torchvision.ops",
    "sigmoid_focal_loss",
    focal,
    ["inputs", "targets"],
    "inputs targets",
  ),
  ...loss(
    "class",
    "torch.nn",
    "NLLLoss NLLLoss2d",
    nll,
    torch,
    "weight size_average ignore_index reduce reduction",
  ),
  ...loss("function", "torch.nn.functional", "nll_loss", nll, torch, "input target weight"),
  ...loss("class", "torch.nn", "CTCLoss", ctc, ["log_probs", "targets"], "blank reduction"),
  ...loss("function", "torch.nn.functional", "ctc_loss", ctc, ["log_probs", "targets"], "log_probs targets"),
  ...loss("class", "torch.nn", "KLDivLoss", kl, torch, `${reduced} log_target`),
  ...loss("function", "torch.nn.functional", "kl_div", kl, torch, `input target ${reduced} log_target`),
  ...loss("class", "torch.nn", "BCELoss", binary, torch, "weight size_average reduce reduction"),
  ...loss("function", "torch.nn.functional", "binary_cross_entropy", binary, torch, "input target weight"),
  ...loss("class", "torch.nn", "MSELoss L1Loss SmoothL1Loss HuberLoss", mean, torch, reduced),
  ...loss(
    "function",
    "torch.nn.functional",
    "mse_loss l1_loss smooth_l1_loss huber_loss",
    mean,
    torch,
    "input target",
  ),

  ...loss(
    "function",
    "tf.nn",
    "softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_v2 sparse_softmax_cross_entropy_with_logits",
    crossEntropyLast,
    ["logits@1", "labels@0"],
    "labels logits",
  ),
  ...loss(
    "function",
    "tf.nn",
    "sigmoid_cross_entropy_with_logits weighted_cross_entropy_with_logits",
    binaryLogits,
    ["logits@1", "labels@0"],
    "labels logits",
  ),
  ...loss("function", "tf.losses", "softmax_cross_entropy", crossEntropyLast, [
    "logits@1",
    "onehot_labels@0",
  ]),
  ...loss("function", "tf.losses", "sparse_softmax_cross_entropy", crossEntropyLast, [
    "logits@1",
    "labels@0",
  ]),
  ...loss("function", "tf.losses", "sigmoid_cross_entropy", binaryLogits, [
    "logits@1",
    "multi_class_labels@0",
  ]),

  ...loss(
    "function",
    "optax",
    "softmax_cross_entropy softmax_cross_entropy_with_integer_labels",
    crossEntropyLast,
    optax,
  ),
  ...loss(
    "function",
    "optax.losses",
    "softmax_cross_entropy softmax_cross_entropy_with_integer_labels",
    crossEntropyLast,
    optax,
  ),
  ...loss("function", "optax", "sigmoid_binary_cross_entropy", binaryLogits, optax),
  ...loss("function", "optax.losses", "sigmoid_binary_cross_entropy", binaryLogits, optax),
  ...loss("function", "optax", "sigmoid_focal_loss", focal, optax),
  ...loss("function", "optax", "kl_divergence", kl, ["log_predictions", "targets"]),
  ...loss("function", "optax.losses", "kl_divergence", kl, ["log_predictions", "targets"]),

  ...loss("function", "mlx.nn.losses", "cross_entropy", crossEntropyLast, ["logits", "targets"]),
  ...loss("function", "mlx.nn.losses", "binary_cross_entropy", mlxBinary, ["inputs", "targets"]),
  ...loss("function", "mlx.nn.losses", "nll_loss", nll, ["inputs", "targets"]),
  ...loss("function", "mlx.nn.losses", "mse_loss l1_loss smooth_l1_loss huber_loss", mean, [
    "predictions",
    "targets",
  ]),

  ...loss("class", "paddle.nn", "CrossEntropyLoss", paddleCrossEntropy, paddle),
  ...loss("function", "paddle.nn.functional", "cross_entropy", paddleCrossEntropy, paddle),
  ...loss("function", "paddle.nn.functional", "softmax_with_cross_entropy", crossEntropyLast, [
    "logits",
    "label",
  ]),
  ...loss("class", "paddle.nn", "BCEWithLogitsLoss", binaryLogits, ["logit", "label"]),
  ...loss("function", "paddle.nn.functional", "binary_cross_entropy_with_logits", binaryLogits, [
    "logit",
    "label",
  ]),
  ...loss("class", "paddle.nn", "NLLLoss", nll, paddle),
  ...loss("function", "paddle.nn.functional", "nll_loss", nll, paddle),

  ...loss(
    "class",
    "keras.losses",
    "CategoricalCrossentropy SparseCategoricalCrossentropy",
    kerasCategorical,
    keras,
    "from_logits",
  ),
  ...loss(
    "function",
    "keras.losses",
    "categorical_crossentropy sparse_categorical_crossentropy",
    kerasCategorical,
    keras,
    "y_true y_pred from_logits",
  ),
  ...loss(
    "string",
    "",
    "categorical_crossentropy sparse_categorical_crossentropy CategoricalCrossentropy SparseCategoricalCrossentropy",
    kerasCategorical,
    keras,
  ),
  ...loss("class", "keras.losses", "BinaryCrossentropy", kerasBinary, keras, "from_logits"),
  ...loss("function", "keras.losses", "binary_crossentropy", kerasBinary, keras, "y_true y_pred from_logits"),
  ...loss("string", "", "binary_crossentropy BinaryCrossentropy", kerasBinary, keras),
  ...loss("class", "keras.losses", "MeanSquaredError MeanAbsoluteError Huber", kerasMean, keras),
  ...loss(
    "function",
    "keras.losses",
    "mean_squared_error mean_absolute_error MSE MAE mse mae huber",
    kerasMean,
    keras,
    "y_true y_pred",
  ),
  ...loss(
    "string",
    "",
    "mse mae mean_squared_error mean_absolute_error MSE MAE huber huber_loss MeanSquaredError MeanAbsoluteError",
    kerasMean,
    keras,
  ),
];

const named = new Map(rows.filter(({ form }) => form !== "string").map((row) => [row.name, row]));
const strings = new Map(rows.filter(({ form }) => form === "string").map((row) => [row.name, row]));

/** @param name canonical */
export function lossNamed(name: string): LossRow | undefined {
  return named.get(name) ?? (name.startsWith("tf.losses.") ? named.get(`keras.${name.slice(3)}`) : undefined);
}

/** What Keras' `compile` takes the string for. */
export function lossString(text: string): LossRow | undefined {
  return strings.get(text);
}

/** The names of the losses that want such a thing: a text without any of them uses none. */
export function lossesWanting(...wanted: readonly Wanted[]): RegExp {
  return namesOf(rows.filter(({ contract }) => wanted.includes(contract.wants)));
}

/** The names of all losses. */
export const lossNames = namesOf(rows);

function namesOf(found: readonly LossRow[]): RegExp {
  return new RegExp(`\\b(?:${[...new Set(found.map(({ name }) => lastSegment(name)))].join("|")})\\b`);
}
