/** ONNX: operators, as graphs that are built in Python name them; those of ONNX Runtime's own domain too. */
import type { Framework } from "./define.ts";
import { arg, keyword, section, slots, variant } from "./rows.ts";

const operator = section("string", "", "onnx/onnx docs/Operators.md");
const contributed = section("string", "", "microsoft/onnxruntime docs/ContribOperators.md");

const alpha = keyword(arg("alpha", 1));

export const onnx = {
  id: "onnx",
  name: "ONNX",
  language: "python",
  version: "1.23.1",
  docs: ({ name, source }) =>
    source.startsWith("onnx/") ? `https://onnx.ai/onnx/operators/onnx__${name}.html` : undefined,
  roots: ["onnx"],
  aliases: [],
  spellings: [
    operator("Identity", "identity"),
    operator("Abs", "abs"),
    operator("Sign", "sign"),
    operator("Relu", "relu"),
    operator("LeakyRelu", "leaky_relu", [keyword(arg("alpha", 0.01, { to: "negative_slope" }))]),
    operator("PRelu", "prelu", [], { note: "The slope is a second input." }),
    operator("Elu", "elu", [alpha]),
    operator("Celu", "celu", [alpha]),
    operator(
      "Selu",
      "selu",
      [keyword(arg("alpha", 1.6732632423543772)), keyword(arg("gamma", 1.0507009873554805, { to: "scale" }))],
      { note: "Opset 1 had 1.6732 and 1.0507." },
    ),
    operator(
      "Gelu",
      "gelu",
      [
        keyword(
          variant("approximate", "none", [
            ["none", "gelu"],
            ["tanh", "gelu_tanh"],
          ]),
        ),
      ],
      { note: "approximate is a string." },
    ),
    operator("Swish", "silu", [keyword(arg("alpha", 1, { to: "beta" }))], { note: "x·σ(alpha·x)." }),
    operator("HardSwish", "hard_swish", [], {
      note: "Built on the slope 1/6, although HardSigmoid has 0.2.",
    }),
    operator("Mish", "mish"),
    operator("Sigmoid", "sigmoid"),
    operator("HardSigmoid", "hard_sigmoid", [keyword(arg("alpha", 0.2)), keyword(arg("beta", 0.5))], {
      note: "The slope is 0.2 by default; 1/6 in PyTorch and Keras 3.",
    }),
    operator("Tanh", "tanh"),
    operator("Clip", "hard_tanh", [], { note: "The bounds are inputs since opset 11, attributes before." }),
    operator("Softplus", "softplus", [], { note: "Without beta and threshold." }),
    operator("Softsign", "softsign"),
    operator("Shrink", "shrink", [keyword(arg("lambd", 0.5)), keyword(arg("bias", 0))], {
      note: "A hard shrink by default; bias = lambd makes it a soft one.",
    }),
    operator("ThresholdedRelu", "thresholded_relu", [keyword(arg("alpha", 1, { to: "theta" }))], {
      note: "alpha is the threshold, no slope.",
    }),
    operator("Sin", "sine"),
    operator("Exp", "exponential"),
    operator("Softmax", "softmax", [keyword(arg("axis", -1))], {
      note: "Up to opset 12 the default axis was 1, and the rest was flattened.",
    }),
    operator("LogSoftmax", "log_softmax", [keyword(arg("axis", -1))], {
      note: "Up to opset 12 the default axis was 1, and the rest was flattened.",
    }),
    operator("Hardmax", "hardmax", [keyword(arg("axis", -1))], {
      note: "Up to opset 12 the default axis was 1, and the rest was flattened.",
    }),
    operator("SwiGLU", "swiglu", [alpha], { note: "The first input is the gate, the second the value." }),
    contributed("FastGelu", "gelu_tanh", [], { note: "The tanh form, with an optional bias." }),
    contributed("QuickGelu", "quick_gelu", [keyword(arg("alpha", 1.702, { to: "beta" }))]),
  ],
  slots: slots("onnx.helper", ["make_node"], "op_type", 0, { isCall: true }),
} as const satisfies Framework;
