/** tch-rs: methods of `Tensor`, with ATen's defaults where they take no argument. */
import type { Framework } from "./define.ts";
import { required, requiredVariant, section } from "./rows.ts";

const method = section("method", "tch::Tensor::", "LaurentMazare/tch-rs src/wrappers/tensor_generated.rs");

const along = [required("dim", "axis"), required("dtype", null)];

/** Which it also computes in place. */
const overwriting = new Set(
  "relu relu6 leaky_relu rrelu elu celu selu gelu silu hardswish mish sigmoid hardsigmoid tanh hardtanh threshold"
    .split(" ")
    .map((name) => `tch::Tensor::${name}`),
);

const rows = [
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
  ...["softmax", "special_softmax"].map((name) => method(name, "softmax", along)),
  ...["log_softmax", "special_log_softmax"].map((name) => method(name, "log_softmax", along)),
  method("glu", "glu", [required("dim", "axis")]),
];

const spellings = rows.flatMap((row) =>
  overwriting.has(row.name) ? [row, { ...row, name: `${row.name}_`, note: "In place." }] : [row],
);

export const tch = {
  id: "tch",
  name: "tch-rs",
  language: "rust",
  version: "0.24.0",
  docs: () => undefined,
  roots: ["tch"],
  aliases: [],
  spellings,
  slots: [],
} as const satisfies Framework;
