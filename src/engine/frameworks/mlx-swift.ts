/** MLX Swift: functions and modules of `MLXNN`, and `MLX.softmax`. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, other, required, section, variant } from "./rows.ts";

const nn = section("function", "MLXNN", "ml-explore/mlx-swift Source/MLXNN/Activations.swift");
const module = section("module", "MLXNN", "ml-explore/mlx-swift Source/MLXNN/Activations.swift");
const core = section("function", "MLX", "ml-explore/mlx-swift Source/MLX/Ops.swift");

const x = input("x");
const threshold = arg("threshold", 0);
const negativeSlope = arg("negativeSlope", 0.01, { to: "negative_slope" });
const alpha = arg("alpha", 1);
const min = arg("min", -1, { to: "min_val" });
const max = arg("max", 1, { to: "max_val" });
const axis = arg("axis", -1);
const lambda = arg("lambda", 0.5, { to: "lambd" });

export const mlxSwift = {
  id: "mlx-swift",
  name: "MLX Swift",
  language: "swift",
  version: "0.31.6",
  docs: () => undefined,
  roots: ["MLXNN", "MLX"],
  aliases: [],
  spellings: [
    nn("step", "heaviside", [x, threshold], {
      fixed: { value_at_threshold: 0 },
      note: "Strict x > threshold: gives 0 at the threshold, the Python port gives 1.",
    }),
    module("Step", "heaviside", [threshold], { fixed: { value_at_threshold: 0 } }),

    nn("relu", "relu", [x]),
    module("ReLU", "relu"),

    nn("relu6", "relu6", [x]),
    module("ReLU6", "relu6"),

    nn("leakyRelu", "leaky_relu", [x, negativeSlope], { note: "max(slope*x, x)." }),
    module("LeakyReLU", "leaky_relu", [negativeSlope]),

    nn("prelu", "prelu", [x, required("alpha", "a")]),
    module("PReLU", "prelu", [other("count", 1), arg("value", 0.25, { to: "a" })], { note: "Learned." }),

    nn("elu", "elu", [x, alpha]),
    module("ELU", "elu", [alpha]),

    nn("celu", "celu", [x, alpha]),
    module("CELU", "celu", [alpha]),

    nn("selu", "selu", [x], { fixed: { alpha: 1.67326, scale: 1.0507 }, note: "Truncated constants." }),
    module("SELU", "selu", [], { fixed: { alpha: 1.67326, scale: 1.0507 } }),

    nn("gelu", "gelu", [x], { note: "Exact." }),
    module("GELU", "gelu", [
      variant("approximation", ".none", [
        [".none", "gelu"],
        [".precise", "gelu_tanh"],
        [".tanh", "gelu_tanh"],
        [".fast", "quick_gelu"],
      ]),
    ]),

    nn("geluApproximate", "gelu_tanh", [x]),
    nn("geluFastApproximate", "quick_gelu", [x]),

    nn("silu", "silu", [x]),
    module("SiLU", "silu"),

    nn("hardSwish", "hard_swish", [x]),
    module("HardSwish", "hard_swish"),

    nn("mish", "mish", [x]),
    module("Mish", "mish"),

    nn("sigmoid", "sigmoid", [x]),
    module("Sigmoid", "sigmoid"),

    core("sigmoid", "sigmoid", [input("array"), keyword(other("stream", null))]),

    nn("logSigmoid", "log_sigmoid", [x]),
    module("LogSigmoid", "log_sigmoid"),

    module("Tanh", "tanh"),
    core("tanh", "tanh", [input("array"), keyword(other("stream", null))]),

    nn("hardTanH", "hard_tanh", [x, min, max]),
    module("HardTanh", "hard_tanh", [min, max]),

    nn("softplus", "softplus", [x]),
    module("Softplus", "softplus"),

    nn("softsign", "softsign", [x]),
    module("Softsign", "softsign"),

    nn("softshrink", "soft_shrink", [x, lambda]),
    module("Softshrink", "soft_shrink", [lambda]),

    nn("hardShrink", "hard_shrink", [x, lambda]),
    module("HardShrink", "hard_shrink", [lambda]),

    nn("reluSquared", "squared_relu", [x], { note: "Named relu2 in Python." }),
    module("ReLUSquared", "squared_relu"),

    module("Softmax", "softmax", [axis]),
    core(
      "softmax",
      "softmax",
      [
        input("array"),
        keyword(arg("axis", null)),
        keyword(other("precise", false)),
        keyword(other("stream", null)),
      ],
      {
        note: "Without an axis it normalises over the whole array.",
      },
    ),

    nn("logSoftmax", "log_softmax", [x, axis]),
    module("LogSoftmax", "log_softmax", [axis]),

    nn("softmin", "softmin", [x, axis]),
    module("Softmin", "softmin", [axis]),

    nn("glu", "glu", [x, axis]),
    module("GLU", "glu", [axis]),
  ],
  slots: [],
} as const satisfies Framework;
