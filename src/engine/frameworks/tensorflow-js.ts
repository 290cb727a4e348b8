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

/** All of them give the same names. */
const packages = ["", "-core", "-layers", "-node", "-node-gpu"].map((end) => `@tensorflow/tfjs${end}`);

const uncapped = new Map([[null, Infinity]]);

export const tensorflowJs = {
  id: "tfjs",
  name: "TensorFlow.js",
  language: "javascript",
  version: "4.22.0",
  docs: () => undefined,
  roots: packages,
  globals: ["tf"],
  aliases: packages.map((name) => [name, "tf"] as const),
  spellings: [
    string("linear", "identity"),
    operation("abs", "abs", [x], { note: "Gradient at 0 is -1." }),

    operation("sign", "sign", [x]),
    method("sign", "sign"),

    operation("step", "heaviside", [x, other("alpha", 0)], {
      fixed: { value_at_threshold: 0 },
      note: "1 for x > 0 and alpha otherwise: alpha is the value for x <= 0, not a slope (measured: step(-1, 0.5) = 0.5).",
    }),
    method("step", "heaviside", [other("alpha", 0)], { fixed: { value_at_threshold: 0 } }),

    operation("relu", "relu", [x]),
    method("relu", "relu"),
    string("relu", "relu"),

    operation("relu6", "relu6", [x], { note: "Gradient at 6 is 1 (the layer string 'relu6' gives 0)." }),
    method("relu6", "relu6"),
    string("relu6", "relu6"),

    layer("reLU", "relu", [keyword(arg("maxValue", null, { to: "beta", numbers: uncapped }))], {
      general: "clipped_leaky_relu",
      fixed: { alpha: 0 },
      note: "Only maxValue is supported: no negative slope or threshold (Keras has both).",
    }),

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
    layer("thresholdedReLU", "thresholded_relu", [keyword(arg("theta", 1))], {
      note: "Not differentiable in 4.22.0 (no gradient for Greater).",
    }),
    operation("sin", "sine", [x]),
    operation("exp", "exponential", [x]),

    operation("softmax", "softmax", [input("logits"), dim], { note: "Only the last axis is supported." }),
    method("softmax", "softmax", [dim]),
    layer("softmax", "softmax", [keyword(arg("axis", 1))], { note: "Default axis is 1, Keras uses -1." }),
    string("softmax", "softmax"),

    operation("logSoftmax", "log_softmax", [input("logits"), arg("axis", -1)], {
      note: "Only the last axis is supported.",
    }),
    method("logSoftmax", "log_softmax", [arg("axis", -1)], { note: "Only the last axis is supported." }),
    string("logSoftmax", "log_softmax", [], { note: "Along the last axis." }),
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
