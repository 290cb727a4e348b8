/** MLX: `mlx.nn`'s functions and modules, and what `mlx.core` has of them. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, other, required, section, slots, variant } from "./rows.ts";

const layers = "ml-explore/mlx python/mlx/nn/layers/activations.py";
const nn = section("function", "mlx.nn", layers);
const module = section("module", "mlx.nn", layers);
const linear = section("module", "mlx.nn", "ml-explore/mlx python/mlx/nn/layers/linear.py");
const core = section("function", "mlx.core", "ml-explore/mlx python/src/ops.cpp");

const x = input("x");
const threshold = arg("threshold", 0);
const negativeSlope = arg("negative_slope", 0.01);
const alpha = arg("alpha", 1);
const lambd = arg("lambd", 0.5);
const axis = arg("axis", -1);
const stream = keyword(other("stream", null));

const pages = "https://ml-explore.github.io/mlx/build/html/python";

export const mlx = {
  id: "mlx",
  name: "MLX",
  language: "python",
  version: "0.32.2",
  docs: ({ name, form }) => {
    if (name.startsWith("mlx.core")) return `${pages}/_autosummary/${name}.html`;
    return `${pages}/nn/_autosummary${form === "function" ? "_functions" : ""}/${name}.html`;
  },
  roots: ["mlx"],
  aliases: [
    ["mlx.nn.layers.activations", "mlx.nn"],
    ["mlx.nn.layers.linear", "mlx.nn"],
    ["mlx.nn.layers.transformer", "mlx.nn"],
    ["mlx.nn.layers", "mlx.nn"],
  ],
  spellings: [
    linear("Identity", "identity", [], { note: "Any argument is accepted and ignored." }),

    nn("step", "heaviside", [x, threshold], {
      fixed: { value_at_threshold: 1 },
      note: "1 at the threshold itself.",
    }),
    module("Step", "heaviside", [threshold], {
      fixed: { value_at_threshold: 1 },
      note: "1 at the threshold itself.",
    }),

    nn("relu", "relu", [x]),
    module("ReLU", "relu"),

    nn("relu6", "relu6", [x]),
    module("ReLU6", "relu6"),

    nn("leaky_relu", "leaky_relu", [x, negativeSlope], {
      kinkDerivatives: [[0, 1]],
      note: "Computed as max(slope·x, x), which is another function where the slope is above 1.",
    }),
    module("LeakyReLU", "leaky_relu", [negativeSlope], { kinkDerivatives: [[0, 1]] }),

    nn("prelu", "prelu", [x, required("alpha", "a")]),
    module("PReLU", "prelu", [other("num_parameters", 1), arg("init", 0.25, { to: "a" })], {
      note: "Learned: one slope for all channels by default, or one for each.",
    }),

    nn("elu", "elu", [x, alpha], { note: "Its gradient is NaN once exp overflows, beyond about 88.7." }),
    module("ELU", "elu", [alpha]),

    nn("celu", "celu", [x, alpha], { kinkDerivatives: [[0, 0]] }),
    module("CELU", "celu", [alpha], { kinkDerivatives: [[0, 0]] }),

    nn("selu", "selu", [x], {
      fixed: { alpha: 1.67326, scale: 1.0507 },
      note: "The constants are cut to 1.67326 and 1.0507.",
    }),
    module("SELU", "selu", [], {
      fixed: { alpha: 1.67326, scale: 1.0507 },
      note: "The constants are cut to 1.67326 and 1.0507.",
    }),

    nn("gelu", "gelu", [x], { note: "The exact form." }),
    module(
      "GELU",
      "gelu",
      [
        variant("approx", "none", [
          ["none", "gelu"],
          ["precise", "gelu_tanh"],
          ["tanh", "gelu_tanh"],
          ["fast", "quick_gelu"],
        ]),
      ],
      { note: 'The argument is approx; "precise" is the tanh form, "fast" the sigmoid form.' },
    ),

    nn("gelu_approx", "gelu_tanh", [x]),
    nn("gelu_fast_approx", "quick_gelu", [x], {
      note: "The sigmoid form with 1.702; gelu_fast of transformers is the tanh form.",
    }),

    nn("silu", "silu", [x]),
    module("SiLU", "silu"),

    nn("hardswish", "hard_swish", [x]),
    module("Hardswish", "hard_swish"),

    nn("mish", "mish", [x]),
    module("Mish", "mish"),

    nn("sigmoid", "sigmoid", [x]),
    core("sigmoid", "sigmoid", [input("a"), stream]),
    module("Sigmoid", "sigmoid"),

    nn("log_sigmoid", "log_sigmoid", [x]),
    module("LogSigmoid", "log_sigmoid"),

    nn("tanh", "tanh", [x]),
    core("tanh", "tanh", [input("a"), stream]),
    module("Tanh", "tanh"),

    nn("hard_tanh", "hard_tanh", [x, arg("min_val", -1), arg("max_val", 1)]),
    module("HardTanh", "hard_tanh", [], { note: "The bounds are fixed, unlike those of mlx.nn.hard_tanh." }),

    nn("softplus", "softplus", [x], { note: "Without beta and threshold." }),
    module("Softplus", "softplus"),

    nn("softsign", "softsign", [x]),
    module("Softsign", "softsign"),

    nn("softshrink", "soft_shrink", [x, lambd]),
    module("Softshrink", "soft_shrink", [lambd]),

    nn("hard_shrink", "hard_shrink", [x, lambd]),
    module("HardShrink", "hard_shrink", [lambd]),

    nn("relu2", "squared_relu", [x]),
    module("ReLU2", "squared_relu"),

    nn("softmax", "softmax", [x, axis]),
    module("Softmax", "softmax", [], { note: "Always along the last axis: there is no axis argument." }),
    core("softmax", "softmax", [input("a"), arg("axis", null), keyword(other("precise", false)), stream], {
      note: "axis=None is the whole array; mlx.nn.softmax takes the last axis by default.",
    }),

    nn("log_softmax", "log_softmax", [x, axis]),
    module("LogSoftmax", "log_softmax", [], {
      note: "Always along the last axis: there is no axis argument.",
    }),

    nn("softmin", "softmin", [x, axis]),
    module("Softmin", "softmin", [], { note: "Always along the last axis: there is no axis argument." }),

    nn("glu", "glu", [x, axis]),
    module("GLU", "glu", [axis]),
  ],
  slots: [
    ...slots("mlx.nn", ["TransformerEncoderLayer", "TransformerDecoderLayer"], "activation", 4),
    ...slots("mlx.nn", ["RNN"], "nonlinearity", 3),
  ],
} as const satisfies Framework;
