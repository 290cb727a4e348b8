/** Swift for TensorFlow, archived. */
import type { Framework } from "./define.ts";
import { arg, input, section } from "./rows.ts";

const operation = section(
  "function",
  "TensorFlow",
  "tensorflow/swift-apis Sources/TensorFlow/Operators/Math.swift",
);

const x = input("x");
const features = input("features");

export const swiftTensorflow = {
  id: "swift-tensorflow",
  name: "Swift for TensorFlow",
  language: "swift",
  version: "2021-02",
  docs: () => undefined,
  roots: ["TensorFlow"],
  aliases: [],
  spellings: [
    operation("identity", "identity", [x]),
    operation("sign", "sign", [x]),
    operation("relu", "relu", [x]),
    operation("relu6", "relu6", [x]),
    operation("leakyRelu", "leaky_relu", [x, arg("alpha", 0.2, { to: "negative_slope" })], { note: "0.2." }),
    operation("elu", "elu", [x]),
    operation("selu", "selu", [x]),
    operation("gelu", "gelu_tanh", [x], {
      fixed: { alpha: 0.7978845608 },
      note: "Tanh approximation, no exact option.",
    }),
    operation("swish", "silu", [x]),
    operation("hardSwish", "hard_swish", [x]),
    operation("mish", "mish", [x]),
    operation("sigmoid", "sigmoid", [x]),
    operation("hardSigmoid", "hard_sigmoid", [x]),
    operation("logSigmoid", "log_sigmoid", [x]),
    operation("tanh", "tanh", [x]),
    operation("softplus", "softplus", [features]),
    operation("softsign", "softsign", [features]),
    operation("softmax", "softmax", [x, arg("alongAxis", -1, { to: "axis" })], { note: "Last axis." }),
    operation("logSoftmax", "log_softmax", [x], { note: "Last axis." }),
  ],
  slots: [],
} as const satisfies Framework;
