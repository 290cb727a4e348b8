/** PaddlePaddle: `paddle.nn` and `paddle.nn.functional`. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, other, required, section, slots, variant } from "./rows.ts";

const functional = section(
  "function",
  "paddle.nn.functional",
  "PaddlePaddle/Paddle python/paddle/nn/functional/activation.py",
);
const layer = section("module", "paddle.nn", "PaddlePaddle/Paddle python/paddle/nn/layer/activation.py");
const top = section("function", "paddle", "PaddlePaddle/Paddle python/paddle/tensor/ops.py");
const string = section("string", "", "PaddlePaddle/Paddle python/paddle/nn/layer/transformer.py");

const x = input("x");
const name = other("name", null);
const negativeSlope = arg("negative_slope", 0.01);
const dataFormat = other("data_format", "NCHW");
const lower = arg("lower", 0.125);
const upper = arg("upper", 1 / 3);
const alpha = arg("alpha", 1);
const inplace = other("inplace", false);
const scale = arg("scale", 1.0507009873554805);
const approximate = variant("approximate", false, [
  [false, "gelu"],
  [true, "gelu_tanh"],
]);
const min = arg("min", -1, { to: "min_val" });
const max = arg("max", 1, { to: "max_val" });
const beta = arg("beta", 1);
const threshold = arg("threshold", 1, { to: "theta" });
const value = other("value", 0);
const axis = arg("axis", -1);
const dtype = other("dtype", null);

export const paddle = {
  id: "paddle",
  name: "PaddlePaddle",
  language: "python",
  version: "3",
  // In-place twins have no page of their own.
  docs: ({ name, form }) =>
    form === "string" || name.endsWith("_")
      ? undefined
      : `https://www.paddlepaddle.org.cn/documentation/docs/en/api/${name.replaceAll(".", "/")}_en.html`,
  roots: ["paddle"],
  aliases: [
    ["paddle.nn.layer.activation", "paddle.nn"],
    ["paddle.nn.layer.transformer", "paddle.nn"],
    ["paddle.nn.layer.rnn", "paddle.nn"],
    ["paddle.nn.layer", "paddle.nn"],
    ["paddle.nn.functional.activation", "paddle.nn.functional"],
  ],
  spellings: [
    functional("relu", "relu", [x, name], {
      note: "The second positional argument is name, where PyTorch has inplace.",
    }),
    functional("relu_", "relu", [x, name], { note: "In place." }),
    layer("ReLU", "relu", [name]),

    functional("relu6", "relu6", [x, name]),
    layer("ReLU6", "relu6", [name]),

    functional("leaky_relu", "leaky_relu", [x, negativeSlope, name], {
      kinkDerivatives: [[0, 1]],
      note: "Gradient at 0 is 1.",
    }),
    functional("leaky_relu_", "leaky_relu", [x, negativeSlope, name], {
      kinkDerivatives: [[0, 1]],
      note: "In place.",
    }),
    layer("LeakyReLU", "leaky_relu", [negativeSlope, name], { kinkDerivatives: [[0, 1]] }),

    functional("prelu", "prelu", [x, required("weight", "a"), dataFormat, name]),
    layer(
      "PReLU",
      "prelu",
      [
        other("num_parameters", 1),
        arg("init", 0.25, { to: "a" }),
        other("weight_attr", null),
        dataFormat,
        name,
      ],
      { note: "Learned: one slope for all channels by default, or one for each." },
    ),

    functional("rrelu", "rrelu", [x, lower, upper, other("training", true), name], {
      note: "training is True by default, so the slope is random; PyTorch has False.",
    }),
    layer("RReLU", "rrelu", [lower, upper, name], { note: "Random only in training mode." }),

    functional("elu", "elu", [x, alpha, name]),
    functional("elu_", "elu", [x, alpha, name], { note: "In place. A negative alpha is rejected." }),
    layer("ELU", "elu", [alpha, name]),

    functional("celu", "celu", [x, alpha, inplace, name], { note: "alpha=0 is an error." }),
    layer("CELU", "celu", [alpha, name]),

    functional("selu", "selu", [x, scale, arg("alpha", 1.6732632423543772), name], {
      note: "scale comes before alpha, and must exceed 1.",
    }),
    layer("SELU", "selu", [scale, arg("alpha", 1.6732632423543772), name], {
      note: "scale comes before alpha.",
    }),

    functional("gelu", "gelu", [x, approximate, name], { note: "approximate is a bool." }),
    layer("GELU", "gelu", [approximate, name], { note: "approximate is a bool." }),

    functional("silu", "silu", [x, inplace, name]),
    functional("swish", "silu", [x, name], { note: "Without beta." }),
    layer("Silu", "silu", [name], { note: "Spelled Silu." }),
    layer("Swish", "silu", [name]),

    functional("hardswish", "hard_swish", [x, name]),
    layer("Hardswish", "hard_swish", [name]),

    functional("mish", "mish", [x, name], { note: "Its softplus is the identity above 20." }),
    layer("Mish", "mish", [name]),

    functional("sigmoid", "sigmoid", [x, name]),
    layer("Sigmoid", "sigmoid", [name]),

    functional(
      "hardsigmoid",
      "hard_sigmoid",
      [x, arg("slope", 0.1666667, { to: "alpha" }), arg("offset", 0.5, { to: "beta" }), name],
      { note: "The slope is 0.1666667, not 1/6." },
    ),
    layer("Hardsigmoid", "hard_sigmoid", [name], {
      fixed: { alpha: 0.1666667 },
      note: "The slope is 0.1666667, and no argument.",
    }),

    functional("log_sigmoid", "log_sigmoid", [x, name]),
    layer("LogSigmoid", "log_sigmoid", [name]),

    functional("tanh", "tanh", [x, name]),
    top("tanh", "tanh", [x, name]),
    layer("Tanh", "tanh", [name]),

    functional("hardtanh", "hard_tanh", [x, min, max, name]),
    functional("hardtanh_", "hard_tanh", [x, min, max, name], { note: "In place." }),
    layer("Hardtanh", "hard_tanh", [min, max, name]),

    functional("softplus", "softplus", [x, beta, arg("threshold", 20), name], {
      note: "The identity where x > threshold / beta.",
    }),
    layer("Softplus", "softplus", [beta, arg("threshold", 20), name]),

    functional("softsign", "softsign", [x, name]),
    layer("Softsign", "softsign", [name]),

    functional(
      "softshrink",
      "soft_shrink",
      [x, arg("threshold", 0.5, { to: "lambd", aliases: ["lambd"] }), name],
      { note: "Also accepted as lambd." },
    ),
    layer("Softshrink", "soft_shrink", [arg("threshold", 0.5, { to: "lambd" }), name]),

    functional(
      "hardshrink",
      "hard_shrink",
      [x, arg("threshold", 0.5, { to: "lambd", aliases: ["lambd"] }), name],
      { note: "Also accepted as lambd." },
    ),
    layer("Hardshrink", "hard_shrink", [arg("threshold", 0.5, { to: "lambd" }), name]),

    functional("tanhshrink", "tanh_shrink", [x, name]),
    layer("Tanhshrink", "tanh_shrink", [name]),

    functional("thresholded_relu", "thresholded_relu", [x, threshold, value, name], {
      note: "A value other than 0 makes it the general threshold function.",
    }),
    functional("thresholded_relu_", "thresholded_relu", [x, threshold, value, name], { note: "In place." }),
    layer("ThresholdedReLU", "thresholded_relu", [threshold, name], {
      note: "The argument is threshold (theta in Keras, alpha in ONNX).",
    }),

    functional("softmax", "softmax", [x, axis, dtype, name, keyword(other("out", null))]),
    functional("softmax_", "softmax", [x, axis, dtype, name], { note: "In place." }),
    layer("Softmax", "softmax", [axis, name]),

    functional("log_softmax", "log_softmax", [x, axis, dtype, name]),
    layer("LogSoftmax", "log_softmax", [axis, name]),

    functional(
      "gumbel_softmax",
      "gumbel_softmax",
      [x, arg("temperature", 1, { to: "tau" }), arg("hard", false), axis, name],
      { note: "Random at every call." },
    ),

    functional("maxout", "maxout", [x, required("groups"), other("axis", 1), name], {
      note: "axis must be 1, 3 or -1.",
    }),
    layer("Maxout", "maxout", [required("groups"), other("axis", 1), name]),

    layer("Softmax2D", "softmax2d", [name], { note: "Over the channels of (N, C, H, W) or (C, H, W)." }),

    functional("glu", "glu", [x, { ...axis, aliases: ["dim"] }, name]),

    string("relu", "relu"),
    string("gelu", "gelu", [], { note: "The exact form." }),
    string("tanh", "tanh", [], { note: "Of recurrent layers only." }),
  ],
  slots: [
    ...slots("paddle.nn", ["Transformer"], "activation", 6, { keys: ["relu", "gelu"] }),
    ...slots("paddle.nn", ["TransformerEncoderLayer", "TransformerDecoderLayer"], "activation", 4, {
      keys: ["relu", "gelu"],
    }),
    ...slots("paddle.nn", ["SimpleRNN"], "activation", 6, { keys: ["tanh", "relu"] }),
    ...slots("paddle.nn", ["SimpleRNNCell"], "activation", 2, { keys: ["tanh", "relu"] }),
  ],
} as const satisfies Framework;
