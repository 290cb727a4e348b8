/** MindSpore: `mindspore.nn`'s cells, functions and primitives of `mindspore.ops`, and the strings that `Dense` and `get_activation` accept. */
import type { Framework } from "./define.ts";
import { arg, giving, input, keyword, other, required, section, slots, variant } from "./rows.ts";

const source = "mindspore-ai/mindspore mindspore/python/mindspore/nn/layer/activation.py";
const cell = section("module", "mindspore.nn", source);
const ops = section("function", "mindspore.ops", "mindspore.cn documentation: functions of mindspore.ops");
const string = section("string", "", source);

const operator = section(
  "module",
  "mindspore.ops",
  "mindspore.cn documentation: primitives of mindspore.ops",
);

// Close to PyTorch's names and defaults.
const mint = "mindspore.cn documentation: mindspore.mint";
const mintCell = section("module", "mindspore.mint.nn", mint);
const mintFunctional = section("function", "mindspore.mint.nn.functional", mint);
const mintTop = section("function", "mindspore.mint", mint);

const alpha = arg("alpha", 1);
const lambd = arg("lambd", 0.5);
const axis = arg("axis", -1);
const lower = arg("lower", 0.125);
const upper = arg("upper", 1 / 3);
const dtype = keyword(other("dtype", null));
const tensor = input("input");
const x = input("x");
const inplace = other("inplace", false);
const negativeSlope = arg("negative_slope", 0.01);
const dim = arg("dim", null, { to: "axis" });
const byForm = variant("approximate", "none", [
  ["none", "gelu"],
  ["tanh", "gelu_tanh"],
]);

const pages = "https://www.mindspore.cn/docs/en/master/api_python";

const mints = [
  mintCell("ReLU", "relu", [inplace]),
  mintFunctional("relu", "relu", [tensor, inplace]),
  mintCell("ReLU6", "relu6", [inplace]),
  mintFunctional("relu6", "relu6", [tensor, inplace]),
  mintFunctional("leaky_relu", "leaky_relu", [tensor, negativeSlope], {
    note: "0.01 here, 0.2 in mindspore.nn and mindspore.ops.",
  }),
  mintCell("PReLU", "prelu", [other("num_parameters", 1), arg("init", 0.25, { to: "a" })]),
  mintFunctional("prelu", "prelu", [tensor, required("weight", "a")]),
  mintCell("ELU", "elu", [alpha, inplace]),
  mintFunctional("elu", "elu", [tensor, alpha, inplace]),
  mintCell("SELU", "selu"),
  mintFunctional("selu", "selu", [tensor]),
  mintCell("GELU", "gelu", [byForm], { note: "The exact form by default, unlike mindspore.nn.GELU." }),
  mintFunctional("gelu", "gelu", [tensor, keyword(byForm)]),
  mintCell("SiLU", "silu", [inplace]),
  mintFunctional("silu", "silu", [tensor, inplace]),
  mintCell("Hardswish", "hard_swish"),
  mintFunctional("hardswish", "hard_swish", [tensor]),
  mintCell("Mish", "mish"),
  mintFunctional("mish", "mish", [tensor]),
  mintCell("Sigmoid", "sigmoid"),
  mintFunctional("sigmoid", "sigmoid", [tensor]),
  mintTop("sigmoid", "sigmoid", [tensor]),
  mintCell("Hardsigmoid", "hard_sigmoid"),
  mintFunctional("hardsigmoid", "hard_sigmoid", [tensor]),
  mintCell("LogSigmoid", "log_sigmoid"),
  mintFunctional("logsigmoid", "log_sigmoid", [tensor]),
  mintCell("Tanh", "tanh"),
  mintFunctional("tanh", "tanh", [tensor]),
  mintTop("tanh", "tanh", [tensor]),
  mintFunctional("softplus", "softplus", [tensor, arg("beta", 1), arg("threshold", 20)]),
  mintCell("Softsign", "softsign"),
  mintFunctional("softsign", "softsign", [tensor]),
  mintCell("Softshrink", "soft_shrink", [lambd]),
  mintFunctional("softshrink", "soft_shrink", [tensor, lambd]),
  mintCell("Hardshrink", "hard_shrink", [lambd]),
  mintFunctional("hardshrink", "hard_shrink", [tensor, lambd]),
  mintCell("Softmax", "softmax", [dim]),
  mintFunctional("softmax", "softmax", [tensor, dim, other("dtype", null)]),
  mintTop("softmax", "softmax", [tensor, required("dim", "axis"), dtype]),
  mintCell("LogSoftmax", "log_softmax", [dim]),
  mintFunctional("log_softmax", "log_softmax", [tensor, dim, other("dtype", null)]),
  mintCell("GLU", "glu", [arg("dim", -1, { to: "axis" })]),
  mintFunctional("glu", "glu", [tensor, arg("dim", -1, { to: "axis" })]),
];

export const mindspore = {
  id: "mindspore",
  name: "MindSpore",
  language: "python",
  version: "2.11",
  docs: ({ name, form }) => {
    if (form === "string") return `${pages}/nn/mindspore.nn.get_activation.html`;
    const folder = name.startsWith("mindspore.mint.") ? "mint" : form === "module" ? "nn" : "ops";
    return `${pages}/${folder}/${name}.html`;
  },
  roots: ["mindspore"],
  aliases: [
    ["mindspore.nn.layer.activation", "mindspore.nn"],
    ["mindspore.nn.layer.basic", "mindspore.nn"],
    ["mindspore.nn.layer", "mindspore.nn"],
    // Where the source tree keeps primitives and functions, and much code takes them from.
    ["mindspore.ops.operations.nn_ops", "mindspore.ops"],
    ["mindspore.ops.operations.math_ops", "mindspore.ops"],
    ["mindspore.ops.operations", "mindspore.ops"],
    ["mindspore.ops.functional", "mindspore.ops"],
    ["mindspore.ops.function.nn_func", "mindspore.ops"],
    ["mindspore.ops.function", "mindspore.ops"],
  ],
  spellings: [
    cell("ReLU", "relu"),
    string("relu", "relu"),
    ops("relu", "relu", [tensor]),
    operator("ReLU", "relu"),

    cell("ReLU6", "relu6"),
    string("relu6", "relu6"),
    ops("relu6", "relu6", [x]),
    operator("ReLU6", "relu6"),

    cell("LeakyReLU", "leaky_relu", [arg("alpha", 0.2, { to: "negative_slope" })], {
      note: "The slope is 0.2, and named alpha.",
    }),
    string("leakyrelu", "leaky_relu", [], { fixed: { negative_slope: 0.2 } }),
    ops("leaky_relu", "leaky_relu", [tensor, arg("alpha", 0.2, { to: "negative_slope" })], {
      note: "The slope is 0.2, and named alpha.",
    }),

    cell("PReLU", "prelu", [other("channel", 1), arg("w", 0.25, { to: "a" })], {
      note: "Learned, and never negative: w passes through a ReLU.",
    }),
    string("prelu", "prelu"),
    ops("prelu", "prelu", [x, required("weight", "a")]),

    cell("RReLU", "rrelu", [lower, upper], {
      note: "Always random: there is no evaluation mode.",
    }),
    string("rrelu", "rrelu"),
    ops("rrelu", "rrelu", [tensor, lower, upper]),

    cell("ELU", "elu", [alpha], { note: "Only alpha = 1 is supported." }),
    string("elu", "elu"),
    ops("elu", "elu", [input("input_x"), alpha], { note: "Only alpha = 1 is supported." }),
    operator("Elu", "elu", [alpha], { note: "Only alpha = 1 is supported." }),

    cell("CELU", "celu", [alpha]),
    ops("celu", "celu", [x, alpha]),
    operator("CeLU", "celu", [alpha]),
    cell("SeLU", "selu"),
    ops("selu", "selu", [input("input_x")]),
    operator("SeLU", "selu"),
    ops("gelu", "gelu", [tensor, byForm], {
      note: "The exact form by default; mindspore.nn.GELU is the tanh form by default.",
    }),

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
    operator("GeLU", "gelu_tanh", [], { note: "The tanh form." }),

    cell("FastGelu", "quick_gelu", [], { note: "The sigmoid form with 1.702." }),
    string("fast_gelu", "quick_gelu"),
    operator("FastGeLU", "quick_gelu", [], { note: "The sigmoid form with 1.702." }),

    cell("SiLU", "silu"),
    string("silu", "silu"),
    ops("silu", "silu", [tensor]),

    cell("HSwish", "hard_swish"),
    string("hswish", "hard_swish"),
    ops("hardswish", "hard_swish", [tensor]),
    operator("HSwish", "hard_swish"),

    cell("Mish", "mish"),
    string("mish", "mish"),
    ops("mish", "mish", [x]),
    operator("Mish", "mish"),

    cell("Sigmoid", "sigmoid"),
    string("sigmoid", "sigmoid"),
    ops("sigmoid", "sigmoid", [tensor]),
    operator("Sigmoid", "sigmoid"),

    cell("HSigmoid", "hard_sigmoid"),
    string("hsigmoid", "hard_sigmoid"),
    ops("hardsigmoid", "hard_sigmoid", [tensor]),
    operator("HSigmoid", "hard_sigmoid"),

    cell("LogSigmoid", "log_sigmoid", [], {
      note: "Composed of exp and log: it overflows for large negative x.",
    }),
    string("logsigmoid", "log_sigmoid"),
    ops("logsigmoid", "log_sigmoid", [x]),

    cell("Tanh", "tanh"),
    string("tanh", "tanh"),
    ops("tanh", "tanh", [tensor]),
    operator("Tanh", "tanh"),

    cell("Hardtanh", "hard_tanh", [arg("min_val", -1), arg("max_val", 1)]),
    string("hardtanh", "hard_tanh"),
    ops("hardtanh", "hard_tanh", [tensor, arg("min_val", -1), arg("max_val", 1)]),

    cell("Softsign", "softsign"),
    string("softsign", "softsign"),
    ops("softsign", "softsign", [x]),
    operator("Softsign", "softsign"),

    ops("softplus", "softplus", [tensor, arg("beta", 1), arg("threshold", 20)]),
    operator("Softplus", "softplus"),

    cell("SoftShrink", "soft_shrink", [lambd]),
    string("softshrink", "soft_shrink"),
    ops("softshrink", "soft_shrink", [tensor, lambd]),
    operator("SoftShrink", "soft_shrink", [lambd]),

    cell("HShrink", "hard_shrink", [lambd]),
    string("hshrink", "hard_shrink"),
    ops("hardshrink", "hard_shrink", [x, lambd]),
    operator("HShrink", "hard_shrink", [lambd]),

    cell("Tanhshrink", "tanh_shrink"),
    string("tanhshrink", "tanh_shrink"),
    ops("tanhshrink", "tanh_shrink", [tensor]),

    cell("Threshold", "threshold", [required("threshold"), required("value")]),
    ops("threshold", "threshold", [tensor, required("thr", "threshold"), required("value")]),

    cell("Softmax", "softmax", [axis]),
    string("softmax", "softmax"),
    ops("softmax", "softmax", [tensor, axis, dtype]),
    operator("Softmax", "softmax", [axis]),

    cell("LogSoftmax", "log_softmax", [axis]),
    string("logsoftmax", "log_softmax"),
    ops("log_softmax", "log_softmax", [input("logits"), axis]),
    operator("LogSoftmax", "log_softmax", [axis]),

    cell("Softmin", "softmin", [axis]),
    string("softmin", "softmin"),
    ops("softmin", "softmin", [x, axis, dtype]),

    ops("glu", "glu", [x, axis]),
    cell("GLU", "glu", [axis]),

    ...mints,
  ],
  slots: [
    ...slots("mindspore.nn", ["Dense"], "activation", 5),
    ...slots("mindspore.nn", ["Conv2dBnAct", "DenseBnAct"], "activation", null),
    ...giving("callable", slots("mindspore.nn", ["get_activation"], "name", 0)),
    ...slots("mindspore.nn", ["RNNCell"], "nonlinearity", 3, { keys: ["tanh", "relu"] }),
    ...slots("mindspore.nn", ["RNN"], "nonlinearity", null, { keys: ["tanh", "relu"] }),
  ],
} as const satisfies Framework;
