/** tch-rs: methods of `Tensor`, with ATen's defaults where they take no argument. */
import type { Framework } from "./define.ts";
import { required, requiredVariant, section } from "./rows.ts";

const method = section("method", "tch::Tensor::", "LaurentMazare/tch-rs src/wrappers/tensor_generated.rs");

export const tch = {
  id: "tch",
  name: "tch-rs",
  language: "rust",
  version: "0.24.0",
  docs: () => undefined,
  roots: ["tch"],
  aliases: [],
  spellings: [
    method("relu", "relu"),
    method("relu6", "relu6"),
    method("leaky_relu", "leaky_relu", [], { note: "Takes no slope argument: always 0.01." }),
    method("prelu", "prelu", [required("weight", "a")]),
    method("rrelu", "rrelu", [required("training", null)]),
    method("elu", "elu", [], { note: "Takes no alpha." }),
    method("celu", "celu", [], { note: "Takes no alpha." }),
    method("selu", "selu"),
    method(
      "gelu",
      "gelu",
      [
        requiredVariant("approximate", [
          ["none", "gelu"],
          ["tanh", "gelu_tanh"],
        ]),
      ],
      { note: "The string is required." },
    ),
    method("silu", "silu"),
    method("hardswish", "hard_swish"),
    method("mish", "mish"),
    method("sigmoid", "sigmoid"),
    method("hardsigmoid", "hard_sigmoid"),
    method("log_sigmoid", "log_sigmoid"),
    method("tanh", "tanh"),
    method("hardtanh", "hard_tanh", [], { note: "Takes no bounds." }),
    method("softplus", "softplus", [], { fixed: { threshold: 20 }, note: "Takes no beta or threshold." }),
    method("softshrink", "soft_shrink", [], { note: "Takes no lambda." }),
    method("hardshrink", "hard_shrink", [], { note: "Takes no lambda." }),
    method("threshold", "threshold", [required("threshold"), required("value")]),
    method("softmax", "softmax", [required("dim", "axis"), required("dtype", null)]),
  ],
  slots: [],
} as const satisfies Framework;
