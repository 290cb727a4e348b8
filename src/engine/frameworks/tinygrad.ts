/** tinygrad: methods of `Tensor`. */
import type { Framework } from "./define.ts";
import { arg, other, section, variant } from "./rows.ts";

const method = section("method", "tinygrad.Tensor", "tinygrad/tinygrad tinygrad/mixin/elementwise.py");
const reduction = section("method", "tinygrad.Tensor", "tinygrad/tinygrad tinygrad/mixin/op.py");

export const tinygrad = {
  id: "tinygrad",
  name: "tinygrad",
  language: "python",
  version: "0.13.0",
  docs: ({ name, params }) =>
    `https://docs.tinygrad.org/tensor/${params.some(({ mapsTo }) => mapsTo === "axis") ? "ops" : "elementwise"}/#${name}`,
  roots: ["tinygrad"],
  aliases: [["tinygrad.tensor.Tensor", "tinygrad.Tensor"]],
  spellings: [
    method("relu", "relu"),
    method("relu6", "relu6", [], { kinkDerivatives: [[6, 1]] }),
    method("leaky_relu", "leaky_relu", [arg("neg_slope", 0.01, { to: "negative_slope" })], {
      kinkDerivatives: [[0, 1]],
      note: "The argument is neg_slope.",
    }),
    method("elu", "elu", [arg("alpha", 1)], { kinkDerivatives: [[0, 0]] }),
    method("selu", "selu", [arg("alpha", 1.67326), arg("gamma", 1.0507, { to: "scale" })], {
      kinkDerivatives: [[0, 1.0507]],
      note: "The constants are cut to 1.67326 and 1.0507, and alpha comes first.",
    }),
    method(
      "gelu",
      "gelu_tanh",
      [
        variant("approximate", "tanh", [
          ["tanh", "gelu_tanh"],
          ["none", "gelu"],
        ]),
      ],
      { note: "The tanh form by default; PyTorch is exact by default." },
    ),

    method("silu", "silu"),
    method("swish", "silu"),

    method("hardswish", "hard_swish", [], { kinkDerivatives: [[3, 1.5]] }),
    method("sigmoid", "sigmoid"),
    method("tanh", "tanh"),
    reduction("softmax", "softmax", [arg("axis", -1), other("dtype", null)]),
  ],
  slots: [],
} as const satisfies Framework;
