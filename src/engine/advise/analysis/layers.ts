import { lastSegment } from "../../frameworks/lookup.ts";

/** Layers by their frameworks' names: what they do to the values that go through, and where their size is written. */

/**
 * dense, conv: learned weights, any real comes out · norm, pool, embedding, recurrent, merge: nothing is known of what
 * comes out · pass: values stay (dropout) · shape: values stay, the axes do not
 */
export type LayerKind =
  "dense" | "conv" | "norm" | "pool" | "embedding" | "recurrent" | "merge" | "pass" | "shape";

export interface LayerRow {
  /** Canonical, as detection's tables have it. */
  readonly name: string;
  readonly kind: LayerKind;
  /** In the order of the signature. */
  readonly arguments: readonly string[];
  /** Which argument says how many units, or channels, come out. */
  readonly units?: string;
  /** Axis of the units in what comes out. */
  readonly axis?: number;
  /** Of a function that makes the layer and applies it at once: the argument that it is applied to. */
  readonly input?: string;
}

type Extras = Pick<LayerRow, "units" | "axis" | "input">;

/** Layers of one module that share a signature. @param names and @param signature with blanks between */
function layers(
  module: string,
  kind: LayerKind,
  names: string,
  signature = "",
  extras: Extras = {},
): LayerRow[] {
  return names.split(" ").map((name) => ({
    name: `${module}.${name}`,
    kind,
    arguments: signature === "" ? [] : signature.split(" "),
    ...extras,
  }));
}

const dims = (...names: string[]) => names.flatMap((name) => [1, 2, 3].map((d) => `${name}${d}d`)).join(" ");
const kerasDims = (...names: string[]) =>
  names.flatMap((name) => [1, 2, 3].map((d) => name.replace("?", `${d}D`))).join(" ");

const conv = "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode";
const kerasConv =
  "filters kernel_size strides padding data_format dilation_rate groups activation use_bias kernel_initializer";

const rows: readonly LayerRow[] = [
  ...layers("torch.nn", "dense", "Linear", "in_features out_features bias", {
    units: "out_features",
    axis: -1,
  }),
  ...layers("torch.nn", "dense", "LazyLinear", "out_features bias", { units: "out_features", axis: -1 }),
  ...layers("torch.nn", "dense", "Bilinear", "in1_features in2_features out_features bias", {
    units: "out_features",
    axis: -1,
  }),
  ...layers("torch.nn", "conv", dims("Conv"), conv, { units: "out_channels", axis: 1 }),
  ...layers(
    "torch.nn",
    "conv",
    dims("ConvTranspose"),
    "in_channels out_channels kernel_size stride padding output_padding groups bias dilation",
    { units: "out_channels", axis: 1 },
  ),
  ...layers(
    "torch.nn",
    "norm",
    `${dims("BatchNorm", "InstanceNorm")} LayerNorm GroupNorm RMSNorm SyncBatchNorm`,
  ),
  ...layers("torch.nn", "pass", `${dims("Dropout")} Dropout AlphaDropout FeatureAlphaDropout Identity`, "p"),
  ...layers("torch.nn", "shape", "Flatten Unflatten"),
  ...layers(
    "torch.nn",
    "pool",
    dims("MaxPool", "AvgPool", "AdaptiveAvgPool", "AdaptiveMaxPool", "LPPool", "ZeroPad", "ReflectionPad"),
  ),
  ...layers(
    "torch.nn",
    "pool",
    "Upsample PixelShuffle PixelUnshuffle UpsamplingNearest2d UpsamplingBilinear2d",
  ),
  ...layers("torch.nn", "embedding", "Embedding EmbeddingBag"),
  ...layers("torch.nn", "recurrent", "RNN LSTM GRU RNNCell LSTMCell GRUCell MultiheadAttention"),

  ...layers(
    "keras.layers",
    "dense",
    "Dense",
    "units activation use_bias kernel_initializer bias_initializer",
    {
      units: "units",
      axis: -1,
    },
  ),
  ...layers("keras.layers", "conv", kerasDims("Conv?", "Convolution?"), kerasConv, {
    units: "filters",
    axis: -1,
  }),
  ...layers(
    "keras.layers",
    "conv",
    kerasDims("Conv?Transpose"),
    "filters kernel_size strides padding data_format dilation_rate activation use_bias",
    { units: "filters", axis: -1 },
  ),
  ...layers("keras.layers", "conv", "SeparableConv1D SeparableConv2D", "filters kernel_size", {
    units: "filters",
    axis: -1,
  }),
  ...layers("keras.layers", "conv", "DepthwiseConv1D DepthwiseConv2D"),
  ...layers(
    "keras.layers",
    "norm",
    "BatchNormalization LayerNormalization GroupNormalization UnitNormalization RMSNormalization Normalization",
  ),
  ...layers(
    "keras.layers",
    "pass",
    "Dropout AlphaDropout GaussianDropout GaussianNoise SpatialDropout1D SpatialDropout2D SpatialDropout3D ActivityRegularization",
    "rate",
  ),
  ...layers("keras.layers", "pass", "InputLayer"),
  ...layers("keras.layers", "shape", "Flatten Reshape Permute"),
  ...layers(
    "keras.layers",
    "pool",
    kerasDims(
      "MaxPooling?",
      "MaxPool?",
      "AveragePooling?",
      "GlobalAveragePooling?",
      "GlobalMaxPooling?",
      "UpSampling?",
      "ZeroPadding?",
      "Cropping?",
    ),
  ),
  ...layers("keras.layers", "pool", "RepeatVector Rescaling Resizing Masking"),
  ...layers("keras.layers", "embedding", "Embedding", "input_dim output_dim"),
  ...layers(
    "keras.layers",
    "recurrent",
    "LSTM GRU SimpleRNN ConvLSTM2D RNN Bidirectional TimeDistributed",
    "units activation",
  ),
  ...layers("keras.layers", "merge", "Add Concatenate Multiply Average Maximum Minimum Subtract Dot"),

  ...layers("tf.layers", "dense", "dense", "inputs units activation use_bias", {
    units: "units",
    axis: -1,
    input: "inputs",
  }),
  ...layers(
    "tf.layers",
    "conv",
    "conv1d conv2d conv3d",
    "inputs filters kernel_size strides padding data_format dilation_rate activation use_bias",
    { units: "filters", axis: -1, input: "inputs" },
  ),
  ...layers("tf.layers", "shape", "flatten", "inputs", { input: "inputs" }),
  ...layers("tf.layers", "pass", "dropout", "inputs rate", { input: "inputs" }),
  ...layers("tf.layers", "norm", "batch_normalization", "inputs", { input: "inputs" }),

  ...layers("flax.linen", "dense", "Dense", "features use_bias", { units: "features", axis: -1 }),
  ...layers("flax.linen", "dense", "DenseGeneral"),
  ...layers("flax.linen", "conv", "Conv ConvTranspose", "features kernel_size", {
    units: "features",
    axis: -1,
  }),
  ...layers("flax.linen", "norm", "BatchNorm LayerNorm GroupNorm RMSNorm InstanceNorm"),
  ...layers("flax.linen", "pass", "Dropout", "rate"),
  ...layers("flax.linen", "embedding", "Embed"),
  ...layers("flax.nnx", "dense", "Linear", "in_features out_features", { units: "out_features", axis: -1 }),
  ...layers("flax.nnx", "conv", "Conv ConvTranspose", "in_features out_features kernel_size", {
    units: "out_features",
    axis: -1,
  }),
  ...layers("flax.nnx", "norm", "BatchNorm LayerNorm GroupNorm RMSNorm"),
  ...layers("flax.nnx", "pass", "Dropout", "rate"),
  ...layers("flax.nnx", "embedding", "Embed"),

  ...layers("haiku", "dense", "Linear", "output_size with_bias", { units: "output_size", axis: -1 }),
  ...layers("haiku", "conv", "Conv1D Conv2D Conv3D", "output_channels kernel_shape", {
    units: "output_channels",
    axis: -1,
  }),
  ...layers("haiku", "norm", "BatchNorm LayerNorm"),
  ...layers("haiku", "shape", "Flatten"),

  ...layers("mlx.nn", "dense", "Linear", "input_dims output_dims bias", { units: "output_dims", axis: -1 }),
  ...layers("mlx.nn", "conv", "Conv1d Conv2d", "in_channels out_channels kernel_size", {
    units: "out_channels",
    axis: -1,
  }),
  ...layers("mlx.nn", "norm", "BatchNorm LayerNorm GroupNorm RMSNorm InstanceNorm"),
  ...layers("mlx.nn", "pass", "Dropout Dropout2d Dropout3d Identity", "p"),
  ...layers("mlx.nn", "embedding", "Embedding"),

  ...layers("paddle.nn", "dense", "Linear", "in_features out_features", { units: "out_features", axis: -1 }),
  ...layers(
    "paddle.nn",
    "conv",
    "Conv1D Conv2D Conv3D",
    "in_channels out_channels kernel_size stride padding dilation groups",
    {
      units: "out_channels",
      axis: 1,
    },
  ),
  ...layers("paddle.nn", "norm", "BatchNorm BatchNorm1D BatchNorm2D BatchNorm3D LayerNorm GroupNorm"),
  ...layers("paddle.nn", "pass", "Dropout Dropout2D Identity", "p"),
  ...layers("paddle.nn", "shape", "Flatten"),
];

const byName = new Map(rows.map((row) => [row.name, row]));

/** @param name canonical */
export function layerNamed(name: string): LayerRow | undefined {
  return byName.get(name);
}

const learnable = rows.filter(({ kind }) => kind === "dense" || kind === "conv");

/** The names of layers whose outputs are known for logits. */
export const layerNames = new RegExp(
  `\\b(?:${[...new Set(learnable.map(({ name }) => lastSegment(name)))].join("|")})\\b`,
);

/** Names of what applies its arguments, or the items of the list given to it, one after the other. */
export const sequentials: ReadonlySet<string> = new Set([
  "torch.nn.Sequential",
  "torch.nn.container.Sequential",
  "keras.Sequential",
  "keras.models.Sequential",
  "flax.linen.Sequential",
  "flax.nnx.Sequential",
  "haiku.Sequential",
  "mlx.nn.Sequential",
  "paddle.nn.Sequential",
]);

/** Lists of layers that are no layer themselves. */
export const layerLists: ReadonlySet<string> = new Set([
  "torch.nn.ModuleList",
  "torch.nn.container.ModuleList",
  "paddle.nn.LayerList",
]);

/** Dictionaries of layers that are no layer themselves. */
export const layerDictionaries: ReadonlySet<string> = new Set(["torch.nn.ModuleDict", "paddle.nn.LayerDict"]);

/** Functional Keras models: of inputs and outputs. */
export const functionalModels: ReadonlySet<string> = new Set([
  "keras.Model",
  "keras.models.Model",
  "keras.engine.training.Model",
]);

/** Flax' classes whose instances are applied with their variables. */
export const flaxModules: ReadonlySet<string> = new Set(["flax.linen.Module", "flax.nnx.Module"]);

/** What gives back the model that is put in. */
export const wrappers: ReadonlySet<string> = new Set([
  "torch.nn.DataParallel",
  "torch.nn.parallel.DataParallel",
  "torch.nn.parallel.DistributedDataParallel",
  "torch.compile",
  "torch.jit.script",
  "flax.nnx.jit",
  "jax.jit",
  "jax.vmap",
  "jax.pmap",
  "jax.checkpoint",
  "jax.remat",
  "mlx.core.compile",
  "flax.jax_utils.replicate",
  "flax.jax_utils.unreplicate",
  "tf.function",
  "torch.nn.SyncBatchNorm.convert_sync_batchnorm",
]);

/** Flax' states of a training: the model is applied by what they were created with. */
export const trainStates: ReadonlySet<string> = new Set(["flax.training.train_state.TrainState"]);

/** What runs a function and differentiates it: which argument the function is, and whether its value is given back. */
export const differentiations: ReadonlyMap<
  string,
  { readonly argument: string; readonly position: number; readonly hasValue: boolean }
> = new Map([
  ["jax.grad", { argument: "fun", position: 0, hasValue: false }],
  ["jax.value_and_grad", { argument: "fun", position: 0, hasValue: true }],
  ["flax.nnx.grad", { argument: "f", position: 0, hasValue: false }],
  ["flax.nnx.value_and_grad", { argument: "f", position: 0, hasValue: true }],
  ["mlx.core.grad", { argument: "fun", position: 0, hasValue: false }],
  ["mlx.core.value_and_grad", { argument: "fun", position: 0, hasValue: true }],
  // The model comes first.
  ["mlx.nn.value_and_grad", { argument: "fn", position: 1, hasValue: true }],
]);

/** Of torchvision's classifiers by what their names start with: the attribute that is their last part. */
const heads: Readonly<Record<string, string>> = {
  fc: "resnet resnext wide_resnet shufflenet regnet",
  classifier: "alexnet vgg densenet mobilenet efficientnet mnasnet convnext",
  heads: "vit_",
  head: "swin_",
};

/** @param name canonical, of the function that makes the model */
export function headOf(name: string): string | undefined {
  const [, model] = /^torchvision\.models\.(?:\w+\.)?([a-z]\w*)$/.exec(name) ?? [];
  if (model === undefined) return undefined;
  return Object.keys(heads).find((head) => heads[head]!.split(" ").some((start) => model.startsWith(start)));
}
