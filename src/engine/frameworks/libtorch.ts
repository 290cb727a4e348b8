/** libtorch: the modules, functional and ATen functions of PyTorch in C++. */
import type { Framework, Spelling } from "./define.ts";
import { arg, input, keyword, other, required, section, variant } from "./rows.ts";

const module = section(
  "module",
  "torch::nn::",
  "pytorch/pytorch torch/csrc/api/include/torch/nn/options/activation.h",
);
const functional = section(
  "function",
  "torch::nn::functional::",
  "pytorch/pytorch torch/csrc/api/include/torch/nn/functional/activation.h",
);
const schemas = "pytorch/pytorch aten/src/ATen/native/native_functions.yaml";
const operator = section("function", "torch::", schemas);
const method = section("method", "torch::Tensor::", schemas);

const self = input("self");
const inplace = other("inplace", false);
const x = input("input");
const negativeSlope = arg("negative_slope", 0.01);
const weight = required("weight", "a");
const lower = arg("lower", 0.125);
const upper = arg("upper", 1 / 3);
const alpha = arg("alpha", 1);
const approximate = variant("approximate", "none", [
  ["none", "gelu"],
  ["tanh", "gelu_tanh"],
]);
const minVal = arg("min_val", -1);
const maxVal = arg("max_val", 1);
const beta = arg("beta", 1);
const threshold = required("threshold");
const lambda = arg("lambda", 0.5, { to: "lambd" });
const lambd = arg("lambd", 0.5);
const value = required("value");
const dim = required("dim", "axis");
const dtype = other("dtype", null);
const channels = "Over the channels of (N, C, H, W) or (C, H, W).";

/** Operators that also write what they compute over their input, under their name with a `_`. */
const overwriting = [
  ...["relu", "relu6", "leaky_relu", "rrelu", "elu", "celu", "selu", "gelu", "silu", "hardswish", "mish"],
  ...["sigmoid", "hardsigmoid", "tanh", "hardtanh", "threshold"],
].map((name) => `torch::${name}`);
/** Of those, and of the others, what tensors have as methods. */
const methods = [
  "relu",
  "prelu",
  "sigmoid",
  "tanh",
  "clamp",
  "hardshrink",
  "softmax",
  "log_softmax",
  "abs",
  "sign",
].map((name) => `torch::${name}`);

const own = [
  module("Identity", "identity"),
  operator("abs", "abs", [self]),
  operator("sign", "sign", [self]),
  operator("heaviside", "heaviside", [self, required("values", "value_at_threshold")]),

  module("ReLU", "relu", [inplace]),
  functional("relu", "relu", [x, keyword(other("inplace", false))]),
  operator("relu", "relu", [self]),

  module("ReLU6", "relu6", [inplace]),
  functional("relu6", "relu6", [x, keyword(other("inplace", false))]),
  operator("relu6", "relu6", [self]),

  module("LeakyReLU", "leaky_relu", [negativeSlope, inplace]),
  functional("leaky_relu", "leaky_relu", [
    x,
    keyword(arg("negative_slope", 0.01)),
    keyword(other("inplace", false)),
  ]),
  operator("leaky_relu", "leaky_relu", [self, negativeSlope]),

  module("PReLU", "prelu", [other("num_parameters", 1), arg("init", 0.25, { to: "a" })]),
  functional("prelu", "prelu", [x, weight]),
  operator("prelu", "prelu", [self, weight]),

  module("RReLU", "rrelu", [lower, upper, inplace]),
  functional("rrelu", "rrelu", [
    x,
    keyword(arg("lower", 0.125)),
    keyword(arg("upper", 1 / 3)),
    keyword(other("training", false)),
    keyword(other("inplace", false)),
  ]),
  operator("rrelu", "rrelu", [self, lower, upper, other("training", false)]),

  module("ELU", "elu", [alpha, inplace]),
  functional("elu", "elu", [x, keyword(arg("alpha", 1)), keyword(other("inplace", false))]),
  operator("elu", "elu", [self, alpha, other("scale", 1), other("input_scale", 1)], {
    note: "Two extra scale arguments that the Python API hides.",
  }),

  module("CELU", "celu", [alpha, inplace]),
  functional("celu", "celu", [x, keyword(arg("alpha", 1)), keyword(other("inplace", false))]),
  operator("celu", "celu", [self, alpha]),

  module("SELU", "selu", [inplace]),
  functional("selu", "selu", [x, keyword(other("inplace", false))]),
  operator("selu", "selu", [self]),

  module("GELU", "gelu", [approximate]),
  functional("gelu", "gelu", [
    x,
    keyword(
      variant("approximate", "none", [
        ["none", "gelu"],
        ["tanh", "gelu_tanh"],
      ]),
    ),
  ]),
  operator("gelu", "gelu", [self, approximate], { note: "Positional here (keyword-only in Python)." }),

  module("SiLU", "silu"),
  functional("silu", "silu", [x]),
  operator("silu", "silu", [self]),

  operator("hardswish", "hard_swish", [self], { note: "No torch::nn module in C++." }),

  module("Mish", "mish"),
  functional("mish", "mish", [x]),
  operator("mish", "mish", [self]),

  module("Sigmoid", "sigmoid"),
  operator("sigmoid", "sigmoid", [self]),

  operator("hardsigmoid", "hard_sigmoid", [self], { note: "No torch::nn module in C++." }),

  module("LogSigmoid", "log_sigmoid"),
  functional("logsigmoid", "log_sigmoid", [x]),
  operator("log_sigmoid", "log_sigmoid", [self], {
    note: "Underscore here, logsigmoid in torch::nn::functional.",
  }),

  module("Tanh", "tanh"),
  operator("tanh", "tanh", [self]),

  module("Hardtanh", "hard_tanh", [minVal, maxVal, inplace]),
  functional("hardtanh", "hard_tanh", [
    x,
    keyword(arg("min_val", -1)),
    keyword(arg("max_val", 1)),
    keyword(other("inplace", false)),
  ]),
  operator("hardtanh", "hard_tanh", [self, minVal, maxVal]),
  operator("clamp", "hard_tanh", [
    self,
    required("min", "min_val"),
    arg("max", null, { to: "max_val", numbers: new Map([[null, Infinity]]) }),
  ]),

  module("Softplus", "softplus", [beta, arg("threshold", 20)]),
  functional("softplus", "softplus", [x, keyword(arg("beta", 1)), keyword(arg("threshold", 20))]),
  operator("softplus", "softplus", [self, beta, arg("threshold", 20)]),

  module("Softsign", "softsign"),
  functional("softsign", "softsign", [x]),

  module("Softshrink", "soft_shrink", [arg("lambda", 0.5, { to: "lambd" })], {
    note: "Option is lambda (Python: lambd).",
  }),
  functional("softshrink", "soft_shrink", [x, lambda]),
  operator("softshrink", "soft_shrink", [self, lambd]),

  module("Hardshrink", "hard_shrink", [arg("lambda", 0.5, { to: "lambd" })], {
    note: "Option is lambda (Python: lambd).",
  }),
  functional("hardshrink", "hard_shrink", [x, lambda]),
  operator("hardshrink", "hard_shrink", [self, lambd]),

  module("Tanhshrink", "tanh_shrink"),
  functional("tanhshrink", "tanh_shrink", [x]),

  module("Threshold", "threshold", [threshold, value, inplace]),
  functional("threshold", "threshold", [x, threshold, value, keyword(other("inplace", false))]),
  operator("threshold", "threshold", [self, threshold, value]),

  module("Softmax", "softmax", [dim], { note: "dim is required in C++." }),
  functional("softmax", "softmax", [x, dim, keyword(dtype)]),
  operator("softmax", "softmax", [self, dim, dtype]),

  module("LogSoftmax", "log_softmax", [dim], { note: "dim is required in C++." }),
  functional("log_softmax", "log_softmax", [x, dim, keyword(dtype)]),
  operator("log_softmax", "log_softmax", [self, dim, dtype]),

  module("Softmin", "softmin", [dim], { note: "dim is required in C++." }),
  functional("softmin", "softmin", [x, dim, keyword(dtype)]),

  module("Softmax2d", "softmax2d", [], { note: channels }),

  functional(
    "gumbel_softmax",
    "gumbel_softmax",
    [
      input("logits"),
      keyword(arg("tau", 1)),
      keyword(arg("hard", false)),
      keyword(arg("dim", -1, { to: "axis" })),
    ],
    { note: "Random at every call." },
  ),

  module("GLU", "glu", [arg("dim", -1, { to: "axis" })]),
  functional("glu", "glu", [x, arg("dim", -1, { to: "axis" })]),
  operator("glu", "glu", [self, arg("dim", -1, { to: "axis" })]),
] satisfies Spelling[];

const lastOf = (name: string) => name.slice("torch::".length);

const spellings: Spelling[] = own.flatMap((row) => {
  const { name, function: fn, params } = row;
  return [
    row,
    ...(overwriting.includes(name) ? [{ ...row, name: `${name}_`, note: "In place." }] : []),
    ...(methods.includes(name) ? [method(lastOf(name), fn, params.slice(1))] : []),
    ...(methods.includes(name) && overwriting.includes(name)
      ? [method(`${lastOf(name)}_`, fn, params.slice(1), { note: "In place." })]
      : []),
  ];
});

export const libtorch = {
  id: "libtorch",
  name: "libtorch",
  language: "cpp",
  version: "2.13.0",
  docs: () => undefined,
  roots: ["torch", "at"],
  // Its functions are those of ATen.
  aliases: [["at", "torch"]],
  spellings,
  slots: [],
} as const satisfies Framework;
