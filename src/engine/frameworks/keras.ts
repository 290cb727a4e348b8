/**
 * Keras 3, also as `tensorflow.keras` and `tf.keras`: layers, activations, ops, and the strings that layers accept; and
 * what the same names meant in Keras 2.
 */
import type { Framework, NameAlias, Slot } from "./define.ts";
import { keras2 } from "./keras-2.ts";
import { arg, giving, input, other, required, section, slots, variant } from "./rows.ts";

const source = (file: string) => `keras-team/keras keras/src/${file}`;
const layer = (file: string) => section("module", "keras.layers", source(`layers/activations/${file}.py`));
const activation = section("function", "keras.activations", source("activations/activations.py"));
const ops = section("function", "keras.ops", source("ops/nn.py"));
const numpyOps = section("function", "keras.ops", source("ops/numpy.py"));
const string = section("string", "", source("activations/__init__.py"));

const x = input("x");
const axis = arg("axis", -1);
const alpha = arg("alpha", 1);
const cap = arg("max_value", null, { numbers: new Map([[null, Infinity]]) });
const noSlope = arg("negative_slope", 0);
const threshold = arg("threshold", 0);
const slope = arg("negative_slope", 0.2);
const defaultValue = required("default_value", "value");
const b = arg("b", 4);
const approximate = (initial: boolean) =>
  variant("approximate", initial, [
    [false, "gelu"],
    [true, "gelu_tanh"],
  ]);

/** The names and the classes that an initialiser's value can be told from. */
const initializers = new Map<string, number>([
  ["zeros", 0],
  ["Zeros", 0],
  ["ones", 1],
  ["Ones", 1],
]);

const units = { units: { argument: "units", position: 0 } };
const recurrent = ["LSTM", "GRU", "LSTMCell", "GRUCell"];
const recurrentConvolutions = ["ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"];

/** From the signatures of `keras/src/layers` and `keras/src/applications`. */
const keywordSlots: readonly Slot[] = [
  ...giving("callable", slots("keras.layers", ["Activation"], "activation", 0)),
  ...slots("keras.layers", ["Dense", "SimpleRNN", "SimpleRNNCell"], "activation", 1, units),
  ...slots("keras.layers", recurrent, "activation", 1, units),
  ...slots("keras.layers", recurrent, "recurrent_activation", 2, units),
  ...slots("keras.layers", ["EinsumDense", "TernaryDense"], "activation", 2),
  ...slots("keras.layers", ["DepthwiseConv1D", "DepthwiseConv2D"], "activation", 6),
  ...slots("keras.layers", recurrentConvolutions, "activation", 6),
  ...slots("keras.layers", recurrentConvolutions, "recurrent_activation", 7),
  ...slots(
    "keras.layers",
    [
      ...["Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose"],
      ...["SeparableConv1D", "SeparableConv2D"],
    ],
    "activation",
    7,
  ),
  ...giving("callable", slots("keras.activations", ["get"], "identifier", 0)),
  ...giving("callable", slots("keras.activations", ["deserialize"], "name", 0)),
  ...slots(
    "keras.applications",
    [
      ...["DenseNet121", "DenseNet169", "DenseNet201", "InceptionResNetV2", "InceptionV3", "NASNetLarge"],
      ...["NASNetMobile", "ResNet50", "ResNet101", "ResNet152", "ResNet50V2", "ResNet101V2", "ResNet152V2"],
      ...["VGG16", "VGG19", "Xception"],
      ...["B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7"].map((size) => `EfficientNet${size}`),
      ...["B0", "B1", "B2", "B3", "S", "M", "L"].map((size) => `EfficientNetV2${size}`),
    ],
    "classifier_activation",
    6,
  ),
  ...slots(
    "keras.applications",
    ["MobileNetV2", ...["Tiny", "Small", "Base", "Large", "XLarge"].map((size) => `ConvNeXt${size}`)],
    "classifier_activation",
    7,
  ),
  ...slots(
    "keras.applications",
    ["MobileNet", "MobileNetV3Small", "MobileNetV3Large"],
    "classifier_activation",
    9,
  ),
];

/** Where older releases, and the source tree itself, keep what is public elsewhere. */
const layerModules = [
  ...["activations.activation", "activations.relu", "activations.leaky_relu", "activations.prelu"],
  ...["activations.elu", "activations.softmax", "activations", "advanced_activations"],
  ...["core.dense", "core.einsum_dense", "core.activation", "core", "rnn", "recurrent", "recurrent_v2"],
  ...["convolutional", "convolutional_recurrent"],
];
const applicationModules = [
  ...["convnext", "densenet", "efficientnet", "efficientnet_v2", "inception_resnet_v2", "inception_v3"],
  ...[
    "mobilenet",
    "mobilenet_v2",
    "mobilenet_v3",
    "nasnet",
    "resnet",
    "resnet50",
    "resnet_v2",
    "vgg16",
    "vgg19",
  ],
  "xception",
];
const convolutions = ["1D", "2D", "3D", "1DTranspose", "2DTranspose", "3DTranspose"];
const separable = ["1D", "2D"];

function aliasesUnder(root: string): NameAlias[] {
  const aliases: NameAlias[] = [
    ["src", ""],
    ["ops.nn", "ops"],
    ["ops.numpy", "ops"],
    ["activations.activations", "activations"],
    ...layerModules.map((module) => [`layers.${module}`, "layers"] as const),
    ...applicationModules.map((module) => [`applications.${module}`, "applications"] as const),
    ...convolutions.map((kind) => [`layers.Convolution${kind}`, `layers.Conv${kind}`] as const),
    ...separable.map(
      (kind) => [`layers.SeparableConvolution${kind}`, `layers.SeparableConv${kind}`] as const,
    ),
  ];
  return aliases.map(([from, to]) => [`${root}.${from}`, to === "" ? root : `${root}.${to}`]);
}

export const keras = {
  id: "keras",
  name: "Keras",
  language: "python",
  version: "3.15.1",
  docs: ({ form }) =>
    form === "module"
      ? "https://keras.io/api/layers/activation_layers/"
      : "https://keras.io/api/layers/activations/",
  roots: ["keras", "tensorflow", "tf_keras"],
  assumes:
    "Keras is read as Keras 3, the newest, also under tensorflow.keras, unless the project asks for an older one.",
  // TensorFlow came with Keras 2 up to 2.15.
  majorOf: (newest) => {
    const tensorflow = newest("tensorflow");
    const isOld = tensorflow && (tensorflow.major < 2 || (tensorflow.major === 2 && tensorflow.minor < 16));
    return newest("keras")?.major ?? (tensorflow && (isOld ? 2 : 3));
  },
  earlier: { until: 2, root: "tf_keras" },
  aliases: [
    ["tf.keras", "keras"],
    ["tf.python.keras", "keras"],
    ["keras.api", "keras"],
    ["keras._tf_keras.keras", "keras"],
    ...["keras", "tf_keras"].flatMap(aliasesUnder),
  ],
  spellings: [
    activation("linear", "identity", [x]),
    string("linear", "identity"),

    numpyOps("abs", "abs", [x]),
    numpyOps("sign", "sign", [x]),
    numpyOps("heaviside", "heaviside", [input("x1"), required("x2", "value_at_threshold")]),

    layer("relu")("ReLU", "relu", [cap, noSlope, threshold], {
      general: "generalized_relu",
      note: "max_value comes first here, negative_slope in keras.activations.relu.",
    }),
    activation("relu", "relu", [x, noSlope, cap, threshold], {
      general: "generalized_relu",
      note: "negative_slope comes first here, max_value in keras.layers.ReLU.",
    }),
    ops("relu", "relu", [x], { note: "No slope, cap or threshold." }),
    string("relu", "relu"),

    activation("relu6", "relu6", [x]),
    ops("relu6", "relu6", [x]),
    string("relu6", "relu6"),

    layer("leaky_relu")("LeakyReLU", "leaky_relu", [arg("negative_slope", 0.3, { aliases: ["alpha"] })], {
      note: "0.3 in this layer, 0.2 in the function. The older name alpha is accepted with a warning.",
    }),
    activation("leaky_relu", "leaky_relu", [x, slope], { note: "0.2 here, 0.3 in keras.layers.LeakyReLU." }),
    ops("leaky_relu", "leaky_relu", [x, slope]),
    string("leaky_relu", "leaky_relu", [], {
      fixed: { negative_slope: 0.2 },
      note: "The function's slope 0.2, not the layer's 0.3.",
    }),

    layer("prelu")(
      "PReLU",
      "prelu",
      [
        arg("alpha_initializer", "Zeros", { to: "a", numbers: initializers }),
        other("alpha_regularizer", null),
        other("alpha_constraint", null),
        other("shared_axes", null),
      ],
      {
        kinkDerivatives: [[0, 0]],
        note: "Learned, 0 at the start: a ReLU until it is trained. One slope per feature position unless shared_axes says otherwise.",
      },
    ),

    layer("elu")("ELU", "elu", [alpha]),
    activation("elu", "elu", [x, alpha]),
    ops("elu", "elu", [x, alpha]),
    string("elu", "elu"),

    activation("celu", "celu", [x, alpha], { note: "With the TensorFlow backend f′(0) is alpha." }),
    ops("celu", "celu", [x, alpha]),
    string("celu", "celu"),

    activation("selu", "selu", [x]),
    ops("selu", "selu", [x]),
    string("selu", "selu"),

    activation("gelu", "gelu", [x, approximate(false)], {
      note: "Exact by default; keras.ops.gelu is the tanh form by default.",
    }),
    ops("gelu", "gelu_tanh", [x, approximate(true)], {
      note: "The tanh form by default; keras.activations.gelu is exact by default.",
    }),
    string("gelu", "gelu", [], { note: "The exact form." }),

    activation("silu", "silu", [x]),
    activation("swish", "silu", [x], { note: "Another name of silu, without beta." }),
    ops("silu", "silu", [x]),
    ops("swish", "silu", [x]),
    string("silu", "silu"),
    string("swish", "silu"),

    activation("hard_silu", "hard_swish", [x]),
    activation("hard_swish", "hard_swish", [x], { note: "Another name of hard_silu." }),
    ops("hard_silu", "hard_swish", [x]),
    ops("hard_swish", "hard_swish", [x]),
    string("hard_silu", "hard_swish"),
    string("hard_swish", "hard_swish"),

    activation("mish", "mish", [x]),
    string("mish", "mish"),

    activation("sigmoid", "sigmoid", [x]),
    ops("sigmoid", "sigmoid", [x]),
    string("sigmoid", "sigmoid"),

    activation("hard_sigmoid", "hard_sigmoid", [x], { note: "0.2x + 0.5 in Keras 2." }),
    ops("hard_sigmoid", "hard_sigmoid", [x]),
    string("hard_sigmoid", "hard_sigmoid", [], { note: "0.2x + 0.5 in Keras 2.", since: 3 }),

    activation("log_sigmoid", "log_sigmoid", [x]),
    ops("log_sigmoid", "log_sigmoid", [x]),
    string("log_sigmoid", "log_sigmoid"),

    activation("tanh", "tanh", [x]),
    numpyOps("tanh", "tanh", [x]),
    string("tanh", "tanh"),

    activation("hard_tanh", "hard_tanh", [x], { note: "The bounds are fixed." }),
    ops("hard_tanh", "hard_tanh", [x]),
    numpyOps("clip", "hard_tanh", [x, required("x_min", "min_val"), required("x_max", "max_val")]),
    string("hard_tanh", "hard_tanh"),

    activation("softplus", "softplus", [x], {
      note: "Without beta. With the torch backend it is the identity above 20.",
    }),
    ops("softplus", "softplus", [x]),
    string("softplus", "softplus"),

    activation("softsign", "softsign", [x]),
    ops("softsign", "softsign", [x]),
    string("softsign", "softsign"),

    activation("soft_shrink", "soft_shrink", [x, arg("threshold", 0.5, { to: "lambd" })]),
    ops("soft_shrink", "soft_shrink", [x, arg("threshold", 0.5, { to: "lambd" })]),
    string("soft_shrink", "soft_shrink"),

    activation("hard_shrink", "hard_shrink", [x, arg("threshold", 0.5, { to: "lambd" })]),
    ops("hard_shrink", "hard_shrink", [x, arg("threshold", 0.5, { to: "lambd" })]),
    string("hard_shrink", "hard_shrink"),

    activation("tanh_shrink", "tanh_shrink", [x]),
    ops("tanh_shrink", "tanh_shrink", [x]),
    string("tanh_shrink", "tanh_shrink"),

    activation("threshold", "threshold", [x, required("threshold"), defaultValue]),
    ops("threshold", "threshold", [x, required("threshold"), defaultValue]),
    string("threshold", "threshold", [], {
      note: "It cannot be called so: threshold and default_value are required.",
    }),

    activation("squareplus", "squareplus", [x, b]),
    ops("squareplus", "squareplus", [x, b]),
    string("squareplus", "squareplus"),

    activation("sparse_plus", "sparse_plus", [x]),
    ops("sparse_plus", "sparse_plus", [x]),
    string("sparse_plus", "sparse_plus"),

    activation("sparse_sigmoid", "sparse_sigmoid", [x]),
    ops("sparse_sigmoid", "sparse_sigmoid", [x]),
    string("sparse_sigmoid", "sparse_sigmoid"),

    numpyOps("sin", "sine", [x]),

    activation("exponential", "exponential", [x]),
    numpyOps("exp", "exponential", [x]),
    string("exponential", "exponential"),

    layer("softmax")("Softmax", "softmax", [axis], { note: "A mask may be given when it is called." }),
    activation("softmax", "softmax", [x, axis]),
    ops("softmax", "softmax", [x, axis]),
    string("softmax", "softmax", [], { note: "Along the last axis." }),

    activation("log_softmax", "log_softmax", [x, axis]),
    ops("log_softmax", "log_softmax", [x, axis]),
    string("log_softmax", "log_softmax", [], { note: "Along the last axis." }),

    activation("sparsemax", "sparsemax", [x, axis]),
    ops("sparsemax", "sparsemax", [x, axis]),
    string("sparsemax", "sparsemax", [], { note: "Along the last axis." }),

    activation("glu", "glu", [x, axis]),
    ops("glu", "glu", [x, axis]),
    string("glu", "glu", [], { note: "Along the last axis." }),

    ...keras2,
  ],
  slots: [
    ...keywordSlots,
    ...keywordSlots.map((slot) => ({ ...slot, owner: slot.owner.replace("keras", "tf_keras") })),
  ],
} as const satisfies Framework;
