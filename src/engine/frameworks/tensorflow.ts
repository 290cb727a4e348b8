/** TensorFlow's own functions, and those of TensorFlow Addons; `tf.keras` is Keras. */
import type { Framework } from "./define.ts";
import { arg, input, other, required, section, variant } from "./rows.ts";

const ops = "tensorflow/tensorflow tensorflow/python/ops";
const nn = section("function", "tf.nn", `${ops}/nn_ops.py`);
const compat = section("function", "tf.compat.v1.nn", `${ops}/nn_ops.py`);
const nnSilu = section("function", "tf.nn", `${ops}/nn_impl.py`);
const nnMath = section("function", "tf.nn", `${ops}/math_ops.py`);
const math = section("function", "tf.math", `${ops}/math_ops.py`);
const top = section("function", "tf", `${ops}/math_ops.py`);

const addons = "tensorflow/addons tensorflow_addons";
const activation = section("function", "tfa.activations", `${addons}/activations`);
const layer = section("module", "tfa.layers", `${addons}/layers`);

const x = input("x");
const features = input("features");
const logits = input("logits");
const name = other("name", null);
const lower = other("lower", -0.5);
const upper = arg("upper", 0.5, { to: "lambd" });
const axis = arg("axis", null, { numbers: new Map([[null, -1]]) });
const lastAxis = arg("axis", -1);

export const tensorflow = {
  id: "tensorflow",
  name: "TensorFlow",
  language: "python",
  version: "2.21.0",
  docs: ({ name }) =>
    name.startsWith("tfa.")
      ? `https://www.tensorflow.org/addons/api_docs/python/${name.replaceAll(".", "/")}`
      : `https://www.tensorflow.org/api_docs/python/${name.replaceAll(".", "/")}`,
  roots: ["tensorflow", "tensorflow_addons"],
  aliases: [
    ["tensorflow", "tf"],
    // Its arguments stand in another order.
    ["tf.compat.v1.nn.crelu", "tf.compat.v1.nn.crelu"],
    ["tf.compat.v1", "tf"],
    ["tf.compat.v2", "tf"],
    ["tf.python.ops.nn", "tf.nn"],
    ["tf.python.ops.nn_ops", "tf.nn"],
    ["tf.python.ops.nn_impl", "tf.nn"],
    ["tf.python.ops.math_ops", "tf.math"],
    ["tensorflow_addons", "tfa"],
  ],
  spellings: [
    top("identity", "identity", [input("input"), name]),

    top("abs", "abs", [x, name]),
    math("abs", "abs", [x, name]),

    top("sign", "sign", [x, name]),
    math("sign", "sign", [x, name]),

    nn("relu", "relu", [features, name]),
    nn("relu6", "relu6", [features, name]),
    nn("leaky_relu", "leaky_relu", [features, arg("alpha", 0.2, { to: "negative_slope" }), name], {
      note: "The slope is a float32 attribute: 0.2 acts as 0.20000000298 even on float64.",
    }),
    nn("elu", "elu", [features, name], { note: "alpha is fixed at 1." }),
    nn("selu", "selu", [features, name], { kinkDerivatives: [[0, 1.0507009873554805]] }),
    nn(
      "gelu",
      "gelu",
      [
        features,
        variant("approximate", false, [
          [false, "gelu"],
          [true, "gelu_tanh"],
        ]),
        name,
      ],
      { note: "On float64 the exact form is off by about 4e-9: its constant is a float32." },
    ),
    nnSilu("silu", "silu", [features, arg("beta", 1)]),
    nnSilu("swish", "silu", [features, arg("beta", 1)]),
    nnMath("sigmoid", "sigmoid", [x, name]),
    math("sigmoid", "sigmoid", [x, name]),
    top("sigmoid", "sigmoid", [x, name]),
    math("log_sigmoid", "log_sigmoid", [x, name]),

    nnMath("tanh", "tanh", [x, name]),
    math("tanh", "tanh", [x, name]),
    top("tanh", "tanh", [x, name]),
    top(
      "clip_by_value",
      "hard_tanh",
      [input("t"), required("clip_value_min", "min_val"), required("clip_value_max", "max_val"), name],
      { note: "f′ is 1 at both bounds." },
    ),

    nnMath("softplus", "softplus", [features, name]),
    math("softplus", "softplus", [features, name]),

    nn("softsign", "softsign", [features, name]),
    math("softsign", "softsign", [features, name]),

    top("sin", "sine", [x, name]),
    math("sin", "sine", [x, name]),

    top("exp", "exponential", [x, name]),
    math("exp", "exponential", [x, name]),

    nn("softmax", "softmax", [logits, axis, name], { note: "axis=None is the last axis." }),
    math("softmax", "softmax", [logits, axis, name], { note: "axis=None is the last axis." }),
    nn("log_softmax", "log_softmax", [logits, axis, name], { note: "axis=None is the last axis." }),
    math("log_softmax", "log_softmax", [logits, axis, name], { note: "axis=None is the last axis." }),

    activation(
      "rrelu",
      "rrelu",
      [
        x,
        arg("lower", 0.125),
        arg("upper", 1 / 3),
        other("training", null),
        other("seed", null),
        other("rng", null),
      ],
      { note: "training=None follows the phase of Keras." },
    ),
    activation(
      "gelu",
      "gelu_tanh",
      [
        x,
        variant("approximate", true, [
          [true, "gelu_tanh"],
          [false, "gelu"],
        ]),
      ],
      { note: "The tanh form by default; tf.nn.gelu is exact by default." },
    ),
    activation("mish", "mish", [x]),
    activation("softshrink", "soft_shrink", [x, lower, upper], { note: "Two bounds, which may differ." }),
    activation("hardshrink", "hard_shrink", [x, lower, upper], { note: "Two bounds, which may differ." }),
    activation("tanhshrink", "tanh_shrink", [x]),

    activation("snake", "snake", [x, arg("frequency", 1, { to: "a" })]),
    layer(
      "Snake",
      "snake",
      [arg("frequency_initializer", "ones", { to: "a", numbers: new Map([["ones", 1]]) })],
      { note: "The frequency is learned, 1 at the start." },
    ),

    activation("lisht", "lisht", [x]),

    nn("crelu", "crelu", [features, lastAxis, name], {
      note: "tf.compat.v1.nn.crelu takes name before axis.",
    }),
    compat("crelu", "crelu", [features, name, lastAxis], { note: "tf.nn.crelu takes axis before name." }),

    activation("sparsemax", "sparsemax", [logits, lastAxis]),
    layer("Sparsemax", "sparsemax", [lastAxis]),

    layer("Maxout", "maxout", [required("num_units", null), other("axis", -1)], {
      open: ["groups"],
      note: "num_units is the number of outputs: groups is what goes into each, channels / num_units.",
    }),
  ],
  slots: [],
} as const satisfies Framework;
