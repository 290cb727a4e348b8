/** PyTorch: modules, functional, `torch.*`, tensor methods and their in-place twins. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, other, required, section, slots, variant } from "./rows.ts";

const module = section("module", "torch.nn", "pytorch/pytorch torch/nn/modules/activation.py");
const functional = section("function", "torch.nn.functional", "pytorch/pytorch torch/nn/functional.py");
const schemas = "pytorch/pytorch aten/src/ATen/native/native_functions.yaml";
const operator = section("function", "torch", schemas);
const special = section("function", "torch.special", schemas);
const method = section("method", "torch.Tensor", schemas);
const string = section("string", "", "pytorch/pytorch torch/nn/modules/transformer.py");

const x = input("input");
const inplace = other("inplace", false);
const slope = arg("negative_slope", 0.01);
const approximate = variant("approximate", "none", [
  ["none", "gelu"],
  ["tanh", "gelu_tanh"],
]);
const dtype = other("dtype", null);
const values = required("values", "value_at_threshold");
const lower = arg("lower", 0.125);
const upper = arg("upper", 1 / 3);
const training = other("training", false);
const alpha = arg("alpha", 1);
const minVal = arg("min_val", -1);
const maxVal = arg("max_val", 1);
const min = arg("min", null, { to: "min_val", numbers: new Map([[null, -Infinity]]) });
const max = arg("max", null, { to: "max_val", numbers: new Map([[null, Infinity]]) });
const beta = arg("beta", 1);
const threshold = required("threshold");
const lambd = arg("lambd", 0.5);
const value = required("value");

/** Modules of fastai whose star imports bring PyTorch along, as its notebooks use it. */
const starred = [
  ...["basics", "collab", "layers", "learner", "imports", "torch_imports", "torch_basics", "torch_core"],
  ...["vision", "vision.all", "text", "text.all", "tabular", "tabular.all", "callback.all", "data.all"],
].map((module) => `fastai.${module}`);
const brought = [
  ["torch", "torch"],
  ["nn", "torch.nn"],
  ["F", "torch.nn.functional"],
] as const;

export const pytorch = {
  id: "torch",
  name: "PyTorch",
  language: "python",
  version: "2.13.0",
  // Strings are documented with the module that takes them, methods not by a page of their own for each.
  docs: ({ name, form }) =>
    form === "function" || form === "module"
      ? `https://docs.pytorch.org/docs/stable/generated/${name}.html`
      : undefined,
  roots: ["torch", "fastai", "fastbook"],
  aliases: [
    ...[...starred, "fastbook"].flatMap((module) =>
      brought.map(([name, to]) => [`${module}.${name}`, to] as const),
    ),
    ["torch.nn.modules.activation", "torch.nn"],
    ["torch.nn.modules.transformer", "torch.nn"],
    ["torch.nn.modules.linear", "torch.nn"],
    ["torch.nn.modules.rnn", "torch.nn"],
    ["torch.nn.modules", "torch.nn"],
  ],
  spellings: [
    module("Identity", "identity", [], { note: "Any argument is accepted and ignored." }),

    operator("abs", "abs", [x]),
    method("abs", "abs"),

    operator("sign", "sign", [x]),
    method("sign", "sign"),

    operator("heaviside", "heaviside", [x, values], {
      note: "Value at 0 is an explicit argument; not differentiable by autograd.",
    }),
    method("heaviside", "heaviside", [values]),

    module("ReLU", "relu", [inplace], { note: "A positional argument is inplace, not a slope." }),
    functional("relu", "relu", [x, inplace]),
    functional("relu_", "relu", [x], { note: "In place." }),
    operator("relu", "relu", [x]),
    operator("relu_", "relu", [x], { note: "In place." }),
    method("relu", "relu"),
    method("relu_", "relu", [], { note: "In place." }),

    module("ReLU6", "relu6", [inplace]),
    functional("relu6", "relu6", [x, inplace]),

    module("LeakyReLU", "leaky_relu", [slope, inplace], {
      note: "LeakyReLU(True) sets negative_slope to 1, not inplace.",
    }),
    functional("leaky_relu", "leaky_relu", [x, slope, inplace]),
    functional("leaky_relu_", "leaky_relu", [x, slope], { note: "In place." }),

    module(
      "PReLU",
      "prelu",
      [other("num_parameters", 1), arg("init", 0.25, { to: "a" }), other("device", null), dtype],
      { note: "Learned: one slope for all channels by default, or one for each." },
    ),
    functional("prelu", "prelu", [x, required("weight", "a")], {
      note: "The slopes are an argument without default.",
    }),
    operator("prelu", "prelu", [x, required("weight", "a")]),
    method("prelu", "prelu", [required("weight", "a")]),

    functional("rrelu", "rrelu", [x, lower, upper, training, inplace], {
      note: "training is False by default: the slope is then the fixed 11/48 = 0.22917.",
    }),
    functional("rrelu_", "rrelu", [x, lower, upper, training], { note: "In place." }),
    module("RReLU", "rrelu", [lower, upper, inplace], { note: "Random only in training mode." }),
    operator("rrelu", "rrelu", [x, lower, upper, training]),

    module("ELU", "elu", [arg("alpha", 1), inplace]),
    functional("elu", "elu", [x, arg("alpha", 1), inplace]),
    functional("elu_", "elu", [x, arg("alpha", 1)], { note: "In place." }),

    functional("celu", "celu", [x, alpha, inplace]),
    functional("celu_", "celu", [x, alpha], { note: "In place." }),
    module("CELU", "celu", [alpha, inplace]),
    operator("celu", "celu", [x, alpha]),

    module("SELU", "selu", [inplace]),
    functional("selu", "selu", [x, inplace]),
    functional("selu_", "selu", [x], { note: "In place." }),
    operator("selu", "selu", [x]),
    operator("selu_", "selu", [x], { note: "In place." }),

    module("GELU", "gelu", [approximate], {
      note: "GELU(True) is accepted here and fails only when it is called.",
    }),
    functional("gelu", "gelu", [x, keyword(approximate)], {
      note: "approximate is keyword-only and a string; a bool raises TypeError.",
    }),

    module("SiLU", "silu", [inplace]),
    functional("silu", "silu", [x, inplace]),

    module("Hardswish", "hard_swish", [inplace]),
    functional("hardswish", "hard_swish", [x, inplace]),

    functional("mish", "mish", [x, inplace]),
    module("Mish", "mish", [inplace]),

    module("Sigmoid", "sigmoid"),
    functional("sigmoid", "sigmoid", [x]),
    operator("sigmoid", "sigmoid", [x]),
    operator("sigmoid_", "sigmoid", [x], { note: "In place." }),
    special("expit", "sigmoid", [x]),
    method("sigmoid", "sigmoid"),
    method("sigmoid_", "sigmoid", [], { note: "In place." }),

    functional("hardsigmoid", "hard_sigmoid", [x, inplace]),
    module("Hardsigmoid", "hard_sigmoid", [inplace]),

    functional("logsigmoid", "log_sigmoid", [x]),
    module("LogSigmoid", "log_sigmoid"),

    module("Tanh", "tanh"),
    functional("tanh", "tanh", [x]),
    operator("tanh", "tanh", [x]),
    operator("tanh_", "tanh", [x], { note: "In place." }),
    method("tanh", "tanh"),
    method("tanh_", "tanh", [], { note: "In place." }),

    functional("hardtanh", "hard_tanh", [x, minVal, maxVal, inplace]),
    functional("hardtanh_", "hard_tanh", [x, minVal, maxVal], { note: "In place." }),
    module(
      "Hardtanh",
      "hard_tanh",
      [
        arg("min_val", -1, { aliases: ["min_value"] }),
        arg("max_val", 1, { aliases: ["max_value"] }),
        inplace,
      ],
      { note: "min_value and max_value are deprecated names of min_val and max_val." },
    ),
    operator("clamp", "hard_tanh", [x, min, max], {
      note: "Either bound may be left out. At a bound f′ is 1, unlike hardtanh (0).",
    }),
    method("clamp", "hard_tanh", [min, max]),

    functional("softplus", "softplus", [x, beta, arg("threshold", 20)], {
      note: "The identity where beta·x > threshold.",
    }),
    module("Softplus", "softplus", [beta, arg("threshold", 20)]),

    functional("softsign", "softsign", [x]),
    module("Softsign", "softsign"),

    functional("softshrink", "soft_shrink", [x, lambd]),
    module("Softshrink", "soft_shrink", [lambd]),

    functional("hardshrink", "hard_shrink", [x, lambd]),
    module("Hardshrink", "hard_shrink", [lambd]),
    operator("hardshrink", "hard_shrink", [x, lambd]),
    method("hardshrink", "hard_shrink", [lambd]),

    functional("tanhshrink", "tanh_shrink", [x]),
    module("Tanhshrink", "tanh_shrink"),

    functional("threshold", "threshold", [x, threshold, value, inplace]),
    functional("threshold_", "threshold", [x, threshold, value], { note: "In place." }),
    module("Threshold", "threshold", [threshold, value, inplace]),
    operator("threshold", "threshold", [x, threshold, value]),

    operator("sin", "sine", [x]),
    method("sin", "sine"),

    operator("exp", "exponential", [x]),
    method("exp", "exponential"),

    module("Softmax", "softmax", [arg("dim", null, { to: "axis" })], {
      note: "dim=None is deprecated: the axis then depends on the rank.",
    }),
    functional("softmax", "softmax", [x, arg("dim", null, { to: "axis" }), other("_stacklevel", 3), dtype], {
      note: "dim=None is deprecated: 0 for 0-, 1- and 3-D input, 1 otherwise.",
    }),
    operator("softmax", "softmax", [x, required("dim", "axis"), keyword(dtype)], {
      note: "dim is required here, unlike torch.nn.functional.softmax.",
    }),
    special("softmax", "softmax", [x, required("dim", "axis"), keyword(dtype)]),
    method("softmax", "softmax", [required("dim", "axis"), dtype]),

    module("LogSoftmax", "log_softmax", [arg("dim", null, { to: "axis" })]),
    functional("log_softmax", "log_softmax", [
      x,
      arg("dim", null, { to: "axis" }),
      other("_stacklevel", 3),
      dtype,
    ]),
    operator("log_softmax", "log_softmax", [x, required("dim", "axis"), keyword(dtype)]),
    special("log_softmax", "log_softmax", [x, required("dim", "axis"), keyword(dtype)]),
    method("log_softmax", "log_softmax", [required("dim", "axis"), dtype]),

    module("Softmin", "softmin", [arg("dim", null, { to: "axis" })]),
    functional("softmin", "softmin", [x, arg("dim", null, { to: "axis" }), other("_stacklevel", 3), dtype]),

    module("Softmax2d", "softmax2d", [], { note: "Over the channels of (N, C, H, W) or (C, H, W)." }),

    functional(
      "gumbel_softmax",
      "gumbel_softmax",
      [
        input("logits"),
        arg("tau", 1),
        arg("hard", false),
        other("eps", 1e-10),
        arg("dim", -1, { to: "axis" }),
      ],
      { note: "Random at every call; eps is deprecated and has no effect." },
    ),

    module("GLU", "glu", [arg("dim", -1, { to: "axis" })]),
    functional("glu", "glu", [x, arg("dim", -1, { to: "axis" })]),

    string("relu", "relu"),
    string("gelu", "gelu", [], { note: "The exact form." }),
    string("tanh", "tanh", [], { note: "Of recurrent layers only." }),
  ],
  slots: [
    ...slots("torch.nn", ["Transformer"], "activation", 6, { keys: ["relu", "gelu"] }),
    ...slots("torch.nn", ["TransformerEncoderLayer", "TransformerDecoderLayer"], "activation", 4, {
      keys: ["relu", "gelu"],
    }),
    ...slots("torch.nn", ["RNN", "RNNCell"], "nonlinearity", 3, { keys: ["tanh", "relu"] }),
  ],
} as const satisfies Framework;
