/** TensorFlow.js: operations, tensors' methods, layers, and the strings that layers accept. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, other, required, section, slots } from "./rows.ts";

const operation = section("function", "tf", "tensorflow/tfjs tfjs-core/src/ops");
const method = section("method", "tf.Tensor", "tensorflow/tfjs tfjs-core/src/ops");
const layer = section(
  "module",
  "tf.layers",
  "tensorflow/tfjs tfjs-layers/src/layers/advanced_activations.ts",
);
const string = section("string", "", "tensorflow/tfjs tfjs-layers/src/activations.ts");

const x = input("x");
const alpha = required("alpha", "a");
const dim = arg("dim", -1, { to: "axis" });

export const tensorflowJs = {
  id: "tfjs",
  name: "TensorFlow.js",
  language: "javascript",
  version: "4.22.0",
  docs: () => undefined,
  roots: ["@tensorflow/tfjs", "@tensorflow/tfjs-core", "@tensorflow/tfjs-layers"],
  aliases: [],
  spellings: [
    string("linear", "identity"),

    operation("relu", "relu", [x]),
    method("relu", "relu"),
    string("relu", "relu"),

    operation("relu6", "relu6", [x], { note: "Gradient at 6 is 1 (the layer string 'relu6' gives 0)." }),
    method("relu6", "relu6"),
    string("relu6", "relu6"),

    operation("leakyRelu", "leaky_relu", [x, arg("alpha", 0.2, { to: "negative_slope" })], {
      note: "0.2 here, 0.3 in tf.layers.leakyReLU.",
    }),
    method("leakyRelu", "leaky_relu", [arg("alpha", 0.2, { to: "negative_slope" })]),
    layer("leakyReLU", "leaky_relu", [keyword(arg("alpha", 0.3, { to: "negative_slope" }))]),

    operation("prelu", "prelu", [x, alpha]),
    method("prelu", "prelu", [alpha]),
    layer("prelu", "prelu", [
      keyword(arg("alphaInitializer", "zeros", { to: "a" })),
      keyword(other("alphaRegularizer", null)),
      keyword(other("alphaConstraint", null)),
      keyword(other("sharedAxes", null)),
    ]),

    operation("elu", "elu", [x], { note: "No alpha." }),
    method("elu", "elu"),
    layer("elu", "elu", [keyword(arg("alpha", 1))], { note: "Any alpha other than 1 throws." }),
    string("elu", "elu"),

    operation("selu", "selu", [x]),
    method("selu", "selu"),
    string("selu", "selu"),

    string("gelu", "gelu", [], { note: "Exact." }),
    string("gelu_new", "gelu_tanh"),
    string("swish", "silu", [], { note: "'silu' is rejected." }),
    string("mish", "mish"),

    operation("sigmoid", "sigmoid", [x]),
    method("sigmoid", "sigmoid"),
    string("sigmoid", "sigmoid"),

    string("hardSigmoid", "hard_sigmoid", [], {
      fixed: { alpha: 0.2 },
      note: "0.2x + 0.5; camel case only, 'hard_sigmoid' is rejected at run time.",
    }),

    operation("logSigmoid", "log_sigmoid", [x]),
    method("logSigmoid", "log_sigmoid"),

    operation("tanh", "tanh", [x]),
    method("tanh", "tanh"),
    string("tanh", "tanh"),

    operation(
      "clipByValue",
      "hard_tanh",
      [x, required("clipValueMin", "min_val"), required("clipValueMax", "max_val")],
      { note: "Gradient 1 at both bounds." },
    ),

    operation("softplus", "softplus", [x]),
    method("softplus", "softplus"),
    string("softplus", "softplus"),

    string("softsign", "softsign"),
    operation("exp", "exponential", [x]),

    operation("softmax", "softmax", [input("logits"), dim], { note: "Only the last axis is supported." }),
    method("softmax", "softmax", [dim]),
    layer("softmax", "softmax", [keyword(arg("axis", 1))], { note: "Default axis is 1, Keras uses -1." }),
    string("softmax", "softmax"),
  ],
  slots: [
    ...slots(
      "tf.layers",
      ["activation", "dense", "simpleRNN", "lstm", "gru", "conv1d", "conv2d", "conv3d"],
      "activation",
      null,
    ),
    ...slots(
      "tf.layers",
      ["conv2dTranspose", "depthwiseConv2d", "separableConv2d", "convLstm2d"],
      "activation",
      null,
    ),
    ...slots("tf.layers", ["lstm", "gru", "convLstm2d"], "recurrentActivation", null),
  ],
} as const satisfies Framework;
