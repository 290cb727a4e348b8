/** tinygrad: methods of `Tensor`. */
import type { Framework } from "./define.ts";
import { arg, other, section, variant } from "./rows.ts";

const method = section("method", "tinygrad.Tensor", "tinygrad/tinygrad tinygrad/mixin/elementwise.py");
const reduction = section("method", "tinygrad.Tensor", "tinygrad/tinygrad tinygrad/mixin/op.py");

const alpha = arg("alpha", 1);
const min = arg("min_", null, { to: "min_val", numbers: new Map([[null, -Infinity]]) });
const max = arg("max_", null, { to: "max_val", numbers: new Map([[null, Infinity]]) });
const axis = arg("axis", -1);
const dtype = other("dtype", null);

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
    method("abs", "abs"),
    method("sign", "sign"),
    method("relu", "relu"),
    method("relu6", "relu6", [], { kinkDerivatives: [[6, 1]] }),
    method("leaky_relu", "leaky_relu", [arg("neg_slope", 0.01, { to: "negative_slope" })], {
      kinkDerivatives: [[0, 1]],
      note: "The argument is neg_slope.",
    }),
    method("elu", "elu", [alpha], { kinkDerivatives: [[0, 0]] }),
    method("celu", "celu", [alpha]),
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
    method("quick_gelu", "quick_gelu"),

    method("silu", "silu"),
    method("swish", "silu"),

    method("hardswish", "hard_swish", [], { kinkDerivatives: [[3, 1.5]] }),
    method("mish", "mish"),
    method("sigmoid", "sigmoid"),
    method("hardsigmoid", "hard_sigmoid", [arg("alpha", 1 / 6), arg("beta", 0.5)]),
    method("logsigmoid", "log_sigmoid"),
    method("tanh", "tanh"),

    method("hardtanh", "hard_tanh", [arg("min_val", -1), arg("max_val", 1)], {
      kinkDerivatives: [
        [-1, 1],
        [1, 1],
      ],
    }),
    method("clamp", "hard_tanh", [min, max]),
    method("clip", "hard_tanh", [min, max]),

    method("softplus", "softplus", [arg("beta", 1)], { note: "Without a threshold." }),
    method("softsign", "softsign"),
    method("sin", "sine"),
    method("exp", "exponential"),
    reduction("softmax", "softmax", [axis, dtype]),
    reduction("log_softmax", "log_softmax", [axis, dtype]),
    reduction("softmin", "softmin", [axis, dtype]),
  ],
  slots: [],
} as const satisfies Framework;
