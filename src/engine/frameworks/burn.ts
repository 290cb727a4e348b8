/** burn: functions of `burn::tensor::activation`, modules of `burn::nn`. */
import type { Framework } from "./define.ts";
import { arg, index, input, other, required, section } from "./rows.ts";

const activation = section(
  "function",
  "burn::tensor::activation::",
  "tracel-ai/burn crates/burn-tensor/src/tensor/activation/base.rs",
);
const module = section(
  "module",
  "burn::nn::",
  "tracel-ai/burn crates/burn-nn/src/activation",
  "configuration",
);
const config = section(
  "module",
  "burn::nn::activation::ActivationConfig::",
  "tracel-ai/burn crates/burn-nn/src/activation/activation_wrapper.rs",
  "case",
);
const method = section(
  "method",
  "burn::tensor::Tensor::",
  "tracel-ai/burn crates/burn-tensor/src/tensor/api",
);
const inner = section(
  "module",
  "burn::nn::activation::",
  "tracel-ai/burn crates/burn-nn/src/activation",
  "configuration",
);

const plain = section("module", "burn::nn::", "tracel-ai/burn crates/burn-nn/src/activation");

const tensor = input("tensor");
const alpha = required("alpha");
const beta = required("beta");
const lambda = required("lambda", "lambd");
const threshold = required("threshold");
const value = required("value");

const made = [
  activation("relu", "relu", [tensor]),
  module("Relu", "relu"),

  activation("relu6", "relu6", [tensor], {
    kinkDerivatives: [
      [0, 1],
      [6, 1],
    ],
  }),
  inner("Relu6", "relu6", [], {
    kinkDerivatives: [
      [0, 1],
      [6, 1],
    ],
  }),

  activation("leaky_relu", "leaky_relu", [tensor, required("negative_slope")], {
    kinkDerivatives: [[0, 1]],
  }),
  module("LeakyRelu", "leaky_relu", [arg("negative_slope", 0.01)], { kinkDerivatives: [[0, 1]] }),

  activation("prelu", "prelu", [tensor, required("alpha", "a")]),
  module("PRelu", "prelu", [other("num_parameters", 1), arg("alpha", 0.25, { to: "a" })], {
    note: "Learned.",
  }),

  inner("RRelu", "rrelu", [arg("lower", 0.125), arg("upper", 1 / 3)], {
    note: "Random only on an autodiff device.",
  }),

  activation("elu", "elu", [tensor, alpha]),
  module("Elu", "elu", [arg("alpha", 1)]),

  activation("celu", "celu", [tensor, alpha]),
  module("Celu", "celu", [arg("alpha", 1)]),

  activation("selu", "selu", [tensor], { kinkDerivatives: [[0, 1.0507009873554805]] }),
  module("Selu", "selu", [], { kinkDerivatives: [[0, 1.0507009873554805]] }),

  activation("gelu", "gelu", [tensor], {
    note: "Exact forward; the default backward uses the derivative of the tanh approximation (burn-tch and burn-flex override it).",
  }),
  module("Gelu", "gelu", [], { note: "Gelu::new() is exact, Gelu::new_approximate() is the tanh form." }),

  activation("gelu_approximate", "gelu_tanh", [tensor]),

  activation("silu", "silu", [tensor]),
  inner("Silu", "silu"),

  activation("hard_swish", "hard_swish", [tensor], {
    kinkDerivatives: [
      [-3, -0.5],
      [3, 1.5],
    ],
  }),
  inner("HardSwish", "hard_swish", [], {
    kinkDerivatives: [
      [-3, -0.5],
      [3, 1.5],
    ],
    note: "Built on slope 1/6.",
  }),

  activation("mish", "mish", [tensor]),
  inner("Mish", "mish"),

  activation("sigmoid", "sigmoid", [tensor]),
  module("Sigmoid", "sigmoid"),

  activation("hard_sigmoid", "hard_sigmoid", [tensor, alpha, beta], {
    note: "No defaults in the function; HardSigmoidConfig has 0.2 and 0.5.",
  }),
  module("HardSigmoid", "hard_sigmoid", [arg("alpha", 0.2), arg("beta", 0.5)], {
    note: "Via HardSigmoidConfig: slope 0.2 (ONNX default), while HardSwish in the same crate uses 1/6.",
  }),

  activation("log_sigmoid", "log_sigmoid", [tensor]),
  inner("LogSigmoid", "log_sigmoid"),

  activation("tanh", "tanh", [tensor]),
  method("tanh", "tanh"),
  module("Tanh", "tanh"),

  activation("hardtanh", "hard_tanh", [tensor, required("min_val"), required("max_val")], {
    kinkDerivatives: [
      [-1, 1],
      [1, 1],
    ],
  }),
  inner("Hardtanh", "hard_tanh", [arg("min_val", -1), arg("max_val", 1)], {
    kinkDerivatives: [
      [-1, 1],
      [1, 1],
    ],
  }),

  activation("softplus", "softplus", [tensor, beta], {
    note: "No threshold or stabilisation: exp overflows for beta*x above about 88 in f32.",
  }),
  module("Softplus", "softplus", [arg("beta", 1)]),

  activation("softsign", "softsign", [tensor]),
  module("Softsign", "softsign"),

  activation("soft_shrink", "soft_shrink", [tensor, lambda]),
  module("SoftShrink", "soft_shrink", [arg("lambda", 0.5, { to: "lambd" })]),
  module("Shrink", "soft_shrink", [arg("lambda", 0.5, { to: "lambd" }), other("bias", 0.5)], {
    note: "Via ShrinkConfig: default bias 0.5 makes it a soft shrink (ONNX Shrink default bias 0 is hard).",
  }),

  activation("hard_shrink", "hard_shrink", [tensor, lambda]),
  module("HardShrink", "hard_shrink", [arg("lambda", 0.5, { to: "lambd" })]),

  activation("shrink", "shrink", [tensor, lambda, required("bias")]),

  activation("tanhshrink", "tanh_shrink", [tensor]),
  inner("Tanhshrink", "tanh_shrink"),

  activation("threshold", "threshold", [tensor, threshold, value]),
  inner("Threshold", "threshold", [threshold, value]),

  activation("thresholded_relu", "thresholded_relu", [tensor, required("alpha", "theta")]),
  module("ThresholdedRelu", "thresholded_relu", [arg("alpha", 1, { to: "theta" })]),

  activation("softmax", "softmax", [tensor, index("dim")]),
  activation("quiet_softmax", "quiet_softmax", [tensor, index("dim")]),
  activation("log_softmax", "log_softmax", [tensor, index("dim")]),
  activation("softmin", "softmin", [tensor, index("dim")]),

  activation("glu", "glu", [tensor, index("dim")]),
  plain("GLU", "glu", [index("dim")]),
  module("SwiGlu", "swiglu", [required("d_input", null), required("d_output", null), other("bias", false)], {
    note: "With two linear layers of its own: silu(linear_inner(x)) * linear_outer(x).",
  }),
];

/** What is made otherwise. A case of a configuration that has parameters holds the configuration that says them. */
const others = [
  module("Gelu::new_approximate", "gelu_tanh"),
  config("Relu", "relu"),
  config("Selu", "selu", [], { kinkDerivatives: [[0, 1.0507009873554805]] }),
  config("Gelu", "gelu"),
  config("GeluApproximate", "gelu_tanh"),
  config("HardSwish", "hard_swish", [], {
    kinkDerivatives: [
      [-3, -0.5],
      [3, 1.5],
    ],
  }),
  config("Sigmoid", "sigmoid"),
  config("Tanh", "tanh"),
  config("Softsign", "softsign"),
];

/** Modules are made by their configurations: `LeakyReluConfig::new().with_negative_slope(0.2).init()`. */
const configurations = made
  .filter(({ form }) => form === "module")
  .map(({ name }) => [`${name}Config`, name] as const);

export const burn = {
  id: "burn",
  name: "burn",
  language: "rust",
  version: "0.22.0-pre.2",
  docs: () => undefined,
  roots: ["burn"],
  aliases: [["burn::prelude", "burn"], ...configurations],
  spellings: [...made, ...others],
  slots: [],
} as const satisfies Framework;
