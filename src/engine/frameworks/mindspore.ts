/** MindSpore: `mindspore.nn`'s cells, and the strings that `Dense` and `get_activation` accept. */
import type { Framework } from "./define.ts";
import { arg, input, other, required, section, slots, variant } from "./rows.ts";

const source = "mindspore-ai/mindspore mindspore/python/mindspore/nn/layer/activation.py";
const cell = section("module", "mindspore.nn", source);
const ops = section("function", "mindspore.ops", "mindspore.cn documentation: mindspore.ops.gelu");
const string = section("string", "", source);

const alpha = arg("alpha", 1);
const lambd = arg("lambd", 0.5);

const pages = "https://www.mindspore.cn/docs/en/master/api_python";

export const mindspore = {
  id: "mindspore",
  name: "MindSpore",
  language: "python",
  version: "2.11",
  docs: ({ name, form }) =>
    form === "string"
      ? `${pages}/nn/mindspore.nn.get_activation.html`
      : `${pages}/${form === "module" ? "nn" : "ops"}/${name}.html`,
  roots: ["mindspore"],
  aliases: [
    ["mindspore.nn.layer.activation", "mindspore.nn"],
    ["mindspore.nn.layer.basic", "mindspore.nn"],
    ["mindspore.nn.layer", "mindspore.nn"],
  ],
  spellings: [
    cell("ReLU", "relu"),
    string("relu", "relu"),

    cell("ReLU6", "relu6"),
    string("relu6", "relu6"),

    cell("LeakyReLU", "leaky_relu", [arg("alpha", 0.2, { to: "negative_slope" })], {
      note: "The slope is 0.2, and named alpha.",
    }),
    string("leakyrelu", "leaky_relu", [], { fixed: { negative_slope: 0.2 } }),

    cell("PReLU", "prelu", [other("channel", 1), arg("w", 0.25, { to: "a" })], {
      note: "Learned, and never negative: w passes through a ReLU.",
    }),
    string("prelu", "prelu"),

    cell("RReLU", "rrelu", [arg("lower", 0.125), arg("upper", 1 / 3)], {
      note: "Always random: there is no evaluation mode.",
    }),
    string("rrelu", "rrelu"),

    cell("ELU", "elu", [alpha], { note: "Only alpha = 1 is supported." }),
    string("elu", "elu"),

    cell("CELU", "celu", [alpha]),
    cell("SeLU", "selu"),
    ops(
      "gelu",
      "gelu",
      [
        input("input"),
        variant("approximate", "none", [
          ["none", "gelu"],
          ["tanh", "gelu_tanh"],
        ]),
      ],
      { note: "The exact form by default; mindspore.nn.GELU is the tanh form by default." },
    ),

    cell(
      "GELU",
      "gelu_tanh",
      [
        variant("approximate", true, [
          [true, "gelu_tanh"],
          [false, "gelu"],
        ]),
      ],
      { note: "The tanh form by default; mindspore.ops.gelu is exact by default." },
    ),
    string("gelu", "gelu_tanh", [], { note: "The tanh form." }),

    cell("FastGelu", "quick_gelu", [], { note: "The sigmoid form with 1.702." }),
    string("fast_gelu", "quick_gelu"),

    cell("SiLU", "silu"),
    string("silu", "silu"),

    cell("HSwish", "hard_swish"),
    string("hswish", "hard_swish"),

    cell("Mish", "mish"),
    string("mish", "mish"),

    cell("Sigmoid", "sigmoid"),
    string("sigmoid", "sigmoid"),

    cell("HSigmoid", "hard_sigmoid"),
    string("hsigmoid", "hard_sigmoid"),

    cell("LogSigmoid", "log_sigmoid", [], {
      note: "Composed of exp and log: it overflows for large negative x.",
    }),
    string("logsigmoid", "log_sigmoid"),

    cell("Tanh", "tanh"),
    string("tanh", "tanh"),

    cell("Hardtanh", "hard_tanh", [arg("min_val", -1), arg("max_val", 1)]),
    string("hardtanh", "hard_tanh"),

    cell("Softsign", "softsign"),
    string("softsign", "softsign"),

    cell("SoftShrink", "soft_shrink", [lambd]),
    string("softshrink", "soft_shrink"),

    cell("HShrink", "hard_shrink", [lambd]),
    string("hshrink", "hard_shrink"),

    cell("Tanhshrink", "tanh_shrink"),
    string("tanhshrink", "tanh_shrink"),

    cell("Threshold", "threshold", [required("threshold"), required("value")]),

    cell("Softmax", "softmax", [arg("axis", -1)]),
    string("softmax", "softmax"),
  ],
  slots: [
    ...slots("mindspore.nn", ["Dense"], "activation", 5),
    ...slots("mindspore.nn", ["Conv2dBnAct", "DenseBnAct"], "activation", null),
    ...slots("mindspore.nn", ["get_activation"], "name", 0),
    ...slots("mindspore.nn", ["RNNCell"], "nonlinearity", 3, { keys: ["tanh", "relu"] }),
    ...slots("mindspore.nn", ["RNN"], "nonlinearity", null, { keys: ["tanh", "relu"] }),
  ],
} as const satisfies Framework;
