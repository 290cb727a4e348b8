/** Keras 2, as `tf_keras` keeps it. `keras` and `tf.keras` meant this up to Keras 2 and TensorFlow 2.15. */
import type { Spelling } from "./define.ts";
import { arg, input, other, section, variant } from "./rows.ts";

const layer = section("module", "tf_keras.layers", "keras-team/tf-keras tf_keras/layers/activation");
const activation = section("function", "tf_keras.activations", "keras-team/tf-keras tf_keras/activations.py");
const string = section("string", "", "keras-team/tf-keras tf_keras/activations.py");
// Keras 3 keeps them as they were, for old code.
const backend = section("function", "tf_keras.backend", "keras-team/tf-keras tf_keras/backend.py");

const until = 2;
const x = input("x");
const features = input("features");
const name = other("name", null);
const maxValue = arg("max_value", null, { numbers: new Map([[null, Infinity]]) });
const threshold = arg("threshold", 0);
const alpha = arg("alpha", 1);
const axis = arg("axis", -1);

export const keras2: readonly Spelling[] = [
  activation("linear", "identity", [x], { until }),
  activation("relu6", "relu6", [features, name], { until }),

  layer("ReLU", "relu", [maxValue, arg("negative_slope", 0), threshold], {
    general: "generalized_relu",
    until,
  }),
  activation("relu", "relu", [x, arg("alpha", 0, { to: "negative_slope" }), maxValue, threshold], {
    general: "generalized_relu",
    note: "alpha became negative_slope in Keras 3.",
    until,
  }),

  layer("LeakyReLU", "leaky_relu", [arg("alpha", 0.3, { to: "negative_slope" })], {
    note: "0.3 in this layer, 0.2 in the function. The argument is alpha; negative_slope is rejected.",
    until,
  }),
  activation("leaky_relu", "leaky_relu", [features, arg("alpha", 0.2, { to: "negative_slope" }), name], {
    note: "tf.nn.leaky_relu, not exported.",
    until,
  }),
  string("LeakyReLU", "leaky_relu", [], {
    fixed: { negative_slope: 0.3 },
    note: "The layer, with its slope 0.3. An error in Keras 3.",
    until,
  }),

  layer(
    "PReLU",
    "prelu",
    [
      arg("alpha_initializer", "zeros", {
        to: "a",
        numbers: new Map([
          ["zeros", 0],
          ["ones", 1],
        ]),
      }),
      other("alpha_regularizer", null),
      other("alpha_constraint", null),
      other("shared_axes", null),
    ],
    { until },
  ),

  layer("ELU", "elu", [alpha], { until }),
  activation("elu", "elu", [x, alpha], { until }),

  activation("selu", "selu", [x], { until }),
  activation(
    "gelu",
    "gelu",
    [
      x,
      variant("approximate", false, [
        [false, "gelu"],
        [true, "gelu_tanh"],
      ]),
    ],
    { until },
  ),

  activation("swish", "silu", [x], { note: "Without beta.", until }),
  activation("silu", "silu", [features, arg("beta", 1)], {
    note: "tf.nn.silu, which unlike swish takes beta.",
    until,
  }),

  activation("mish", "mish", [x], { until }),
  activation("sigmoid", "sigmoid", [x], { until }),

  activation("hard_sigmoid", "hard_sigmoid", [x], {
    fixed: { alpha: 0.2 },
    note: "0.2x + 0.5; Keras 3 has x/6 + 0.5.",
    until,
  }),
  string("hard_sigmoid", "hard_sigmoid", [], {
    fixed: { alpha: 0.2 },
    note: "0.2x + 0.5; Keras 3 has x/6 + 0.5.",
    until,
  }),

  activation("tanh", "tanh", [x], { until }),
  activation("softplus", "softplus", [x], { until }),
  activation("softsign", "softsign", [x], { until }),
  layer("ThresholdedReLU", "thresholded_relu", [arg("theta", 1)], {
    note: "Gone from the layers of Keras 3.",
    until,
  }),
  activation("exponential", "exponential", [x], { until }),

  layer("Softmax", "softmax", [axis], { until }),
  activation("softmax", "softmax", [x, axis], { note: "An input of one dimension is an error.", until }),

  backend("relu", "relu", [x, arg("alpha", 0, { to: "negative_slope" }), maxValue, threshold], {
    general: "generalized_relu",
    until,
  }),
  backend("elu", "elu", [x, alpha], { until }),
  backend("sigmoid", "sigmoid", [x], { until }),
  backend("hard_sigmoid", "hard_sigmoid", [x], {
    fixed: { alpha: 0.2 },
    note: "0.2x + 0.5, in Keras 3 as well.",
    until,
  }),
  backend("tanh", "tanh", [x], { until }),
  backend("softplus", "softplus", [x], { until }),
  backend("softsign", "softsign", [x], { until }),
  backend("softmax", "softmax", [x, axis], { until }),
];
