/** ONNX: operators, as graphs that are built in Python name them; those of ONNX Runtime's own domain too. */
import type { Framework } from "./define.ts";
import { arg, keyword, section, slots, variant } from "./rows.ts";

const operator = section("string", "", "onnx/onnx docs/Operators.md");
const contributed = section("string", "", "microsoft/onnxruntime docs/ContribOperators.md");

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
    operator("Relu", "relu"),
    operator("LeakyRelu", "leaky_relu", [keyword(arg("alpha", 0.01, { to: "negative_slope" }))]),
    operator("PRelu", "prelu", [], { note: "The slope is a second input." }),
    operator("Elu", "elu", [keyword(arg("alpha", 1))]),
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
    operator("Sigmoid", "sigmoid"),
    operator("Tanh", "tanh"),
    operator("Softmax", "softmax", [keyword(arg("axis", -1))], {
      note: "Up to opset 12 the default axis was 1, and the rest was flattened.",
    }),
    contributed("FastGelu", "gelu_tanh", [], { note: "The tanh form, with an optional bias." }),
  ],
  slots: slots("onnx.helper", ["make_node"], "op_type", 0, { isCall: true }),
} as const satisfies Framework;
