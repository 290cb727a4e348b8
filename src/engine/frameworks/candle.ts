/** candle: cases of `Activation`, functions of `candle_nn::ops`, methods of `Tensor`. */
import type { Framework } from "./define.ts";
import { index, input, required, section } from "./rows.ts";

const activation = section(
  "module",
  "candle_nn::Activation::",
  "huggingface/candle candle-nn/src/activation.rs",
  "case",
);
const ops = section("function", "candle_nn::ops::", "huggingface/candle candle-nn/src/ops.rs");
const nn = section("function", "candle_nn::", "huggingface/candle candle-nn/src/activation.rs");
const method = section("method", "candle_core::Tensor::", "huggingface/candle candle-core/src/tensor.rs");

const xs = input("xs");
const alpha = required("alpha");

export const candle = {
  id: "candle",
  name: "candle",
  language: "rust",
  version: "0.11.0",
  docs: () => undefined,
  roots: ["candle_nn", "candle_core", "candle"],
  isFallible: true,
  aliases: [
    // Its own examples rename the crate so.
    ["candle", "candle_core"],
    ["candle_nn::activation", "candle_nn"],
  ],
  spellings: [
    method("abs", "abs", [], { note: "Gradient at 0 is 1." }),
    method("sign", "sign"),

    activation("Relu", "relu"),
    method("relu", "relu", [], { note: "Gradient at 0 is 1 (x >= 0)." }),

    activation("Relu6", "relu6"),

    activation("LeakyRelu", "leaky_relu", [required("0", "negative_slope")], {
      note: "Tuple field, no default.",
    }),
    ops("leaky_relu", "leaky_relu", [xs, required("negative_slope")], {
      note: "Gradient at 0 is (1 + slope)/2.",
    }),

    nn("prelu", "prelu", [required("num_channels", null), required("vs", null)], {
      note: "Learned; initial 0.25.",
    }),

    activation("Elu", "elu", [required("0", "alpha")], { note: "Tuple field, no default." }),
    method("elu", "elu", [alpha]),

    ops("selu", "selu", [xs, alpha, required("gamma", "scale")], {
      note: "Both constants are required arguments.",
    }),

    activation("Gelu", "gelu", [], { note: "Exact (calls gelu_erf); serde name gelu; the enum default." }),
    method("gelu_erf", "gelu", [], { note: "Exact." }),

    activation("NewGelu", "gelu_tanh", [], { note: "Serde alias gelu_new." }),
    activation("GeluPytorchTanh", "gelu_tanh", [], { note: "Serde alias gelu_pytorch_tanh." }),
    method("gelu", "gelu_tanh", [], { note: "Tanh approximation; gelu_erf is the exact one." }),

    activation("Silu", "silu"),
    activation("Swish", "silu"),
    ops("silu", "silu", [xs]),
    method("silu", "silu"),

    activation("HardSwish", "hard_swish", [], {
      kinkDerivatives: [
        [-3, -0.25],
        [3, 1.25],
      ],
    }),

    activation("Mish", "mish"),
    ops("mish", "mish", [xs], { note: "ln(1+exp(x)) without overflow guard." }),

    activation("Sigmoid", "sigmoid"),
    ops("sigmoid", "sigmoid", [xs]),

    activation("HardSigmoid", "hard_sigmoid"),
    ops("hard_sigmoid", "hard_sigmoid", [xs]),

    method("tanh", "tanh"),
    method("clamp", "hard_tanh", [required("min", "min_val"), required("max", "max_val")], {
      note: "Maximum then minimum: gradient 0.5 at an active bound.",
    }),
    activation("Relu2", "squared_relu"),
    method("sin", "sine"),
    method("exp", "exponential"),

    ops("softmax", "softmax", [xs, index("dim")]),
    ops("softmax_last_dim", "softmax", [xs]),
    ops("log_softmax", "log_softmax", [xs, required("d", "axis")]),

    activation("Swiglu", "swiglu", [], { note: "The first half of the last axis is the gate." }),
    ops("swiglu", "swiglu", [xs], { note: "The first half of the last axis is the gate." }),
  ],
  slots: [],
} as const satisfies Framework;
