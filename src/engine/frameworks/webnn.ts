/** WebNN: methods of `MLGraphBuilder`. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, required, section } from "./rows.ts";

const method = section("method", "MLGraphBuilder", "webmachinelearning/webnn index.bs");

const x = input("input");
const alpha = keyword(arg("alpha", 1));

export const webnn = {
  id: "webnn",
  name: "WebNN",
  language: "javascript",
  version: "2026-06",
  docs: () => undefined,
  roots: ["MLGraphBuilder"],
  aliases: [],
  spellings: [
    method("identity", "identity", [x]),
    method("linear", "affine", [x, alpha, keyword(arg("beta", 0))]),
    method("abs", "abs", [x]),
    method("sign", "sign", [x]),
    method("relu", "relu", [x]),
    method("leakyRelu", "leaky_relu", [x, keyword(arg("alpha", 0.01, { to: "negative_slope" }))], {
      note: "0.01 (TensorFlow.js: 0.2).",
    }),
    method("prelu", "prelu", [x, required("slope", "a")]),
    method("elu", "elu", [x, alpha]),
    method("gelu", "gelu", [x], { note: "Exact." }),
    method("hardSwish", "hard_swish", [x]),
    method("sigmoid", "sigmoid", [x]),
    method("hardSigmoid", "hard_sigmoid", [x, keyword(arg("alpha", 0.2)), keyword(arg("beta", 0.5))]),
    method("tanh", "tanh", [x]),
    method("clamp", "hard_tanh", [
      x,
      keyword(arg("minValue", null, { to: "min_val", numbers: new Map([[null, -Infinity]]) })),
      keyword(arg("maxValue", null, { to: "max_val", numbers: new Map([[null, Infinity]]) })),
    ]),
    method("softplus", "softplus", [x]),
    method("softsign", "softsign", [x]),
    method("sin", "sine", [x]),
    method("exp", "exponential", [x]),
    method("softmax", "softmax", [x, required("axis")]),
  ],
  slots: [],
} as const satisfies Framework;
